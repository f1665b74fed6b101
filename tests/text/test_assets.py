"""A file with a description at its head, and the environment that templates run in."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from jd_builder.domain.errors import DataFileError
from jd_builder.text.assets import read_asset, strict_environment

WHOLE = "---\nname: Short advert\ntakes:\n  words: 16\n---\nLine six.\nLine seven.\n"


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "short-advert.jinja"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path) -> str:
    with pytest.raises(DataFileError) as error:
        read_asset(path)
    (line,) = error.value.lines()
    return line


def test_a_file_has_a_description_and_a_body(tmp_path: Path) -> None:
    asset = read_asset(written(tmp_path, WHOLE))
    assert asset.name == "short-advert"
    assert asset.front.data == {"name": "Short advert", "takes": {"words": "16"}}
    assert asset.body.split() == ["Line", "six.", "Line", "seven."]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    asset = read_asset(written(tmp_path, WHOLE))
    assert asset.front.line(("takes", "words")) == 4
    assert asset.body.split("\n").index("Line seven.") == 6


@pytest.mark.parametrize(
    "content", [WHOLE.encode("utf-8-sig"), WHOLE.replace("\n", "\r\n").encode()], ids=["byte order mark", "Windows"]
)
def test_a_file_saved_on_windows_reads_the_same(tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert read_asset(written(tmp_path, content)) == read_asset(written(other, WHOLE))


@pytest.mark.parametrize(
    "content",
    ["", "Line one.\n", "name: x\n---\nBody.\n", "---\nname: x\n", "---\nname: x\nBody.\n", "--\nname: x\n--\nBody.\n"],
)
def test_a_file_without_its_description_is_told_how_to_open(tmp_path: Path, content: str) -> None:
    assert refused(written(tmp_path, content)) == (
        "short-advert.jinja:1: the file must open with its description between lines of ---"
    )


def test_a_description_that_does_not_parse_is_told_its_line_in_the_file(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "---\nname: x\nsuits: [nhs\n---\nBody.\n")).startswith("short-advert.jinja:4: ")
    assert refused(written(tmp_path, "---\nname: x\nname: y\n---\n")) == (
        "short-advert.jinja:3: name: this key stands twice, first in line 2"
    )


@pytest.mark.parametrize("content", [WHOLE.encode("utf-16"), "---\nname: Café\n---\n".encode("latin-1")])
def test_a_file_that_is_not_utf_8_is_told_so(tmp_path: Path, content: bytes) -> None:
    assert refused(written(tmp_path, content)) == (
        "short-advert.jinja: this is not text in UTF-8; save the file as UTF-8"
    )


@pytest.mark.parametrize("template", ["{{ nobody }}", "{% if nobody %}x{% endif %}", "{{ here.nobody }}"])
def test_an_unknown_name_is_an_error_and_never_a_blank(template: str) -> None:
    with pytest.raises(UndefinedError):
        strict_environment().from_string(template).render(here={})


@pytest.mark.parametrize(
    "template",
    [
        "{{ here.append(1) }}",
        "{{ here.__class__.__mro__ }}",
        "{{ ''.__class__.__subclasses__() }}",
        "{{ act.__globals__ }}",
        "{{ '{0.__class__}'.format(here) }}",
    ],
)
def test_a_template_can_neither_change_anything_nor_reach_out(template: str) -> None:
    here: list[Any] = []
    with pytest.raises((SecurityError, UndefinedError)):
        strict_environment().from_string(template).render(here=here, act=refused)
    assert here == []


def test_nothing_is_escaped_twice() -> None:
    assert strict_environment().from_string("{{ name }}").render(name="Guy’s & St Thomas’") == "Guy’s & St Thomas’"
