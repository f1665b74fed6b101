"""Layouts are files: a new one is there at once, a broken one is told with its line and spares the others."""

from pathlib import Path

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.draft import Draft
from tests.assembly.conftest import layout_text
from tests.assembly.reading import lines
from tests.assembly.roles import GUARD

GOOD = layout_text('{{ title(said.title) }}{{ paragraph("Line eleven.") }}')
FIRST = 11
"""The line on which the body of such a file begins."""


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / f"{name}.jinja").write_text(text, encoding="utf-8")
    return path


def refused(path: Path, text: str) -> list[str]:
    """What is said of a broken layout, which stands beside a good one."""
    loaded = load_layouts(folder(path, good=GOOD, poor=text))
    assert list(loaded) == ["good"]
    (error,) = loaded.errors
    return error.lines()


def test_a_new_layout_is_just_a_file(tmp_path: Path) -> None:
    loaded = load_layouts(folder(tmp_path, sheet=GOOD))
    layout = loaded["sheet"]
    assert (layout.id, layout.name, layout.takes.duties.default) == ("sheet", "Sheet", 3)
    assert lines(assemble(Draft(), GUARD, layout, layouts=loaded)) == ["Chief guard", "Line eleven."]


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("How to add a layout.", encoding="utf-8")
    loaded = load_layouts(folder(tmp_path, b=GOOD, a=GOOD))
    assert (list(loaded), loaded.errors) == (["a", "b"], ())


def test_an_empty_folder_has_no_layouts(tmp_path: Path) -> None:
    assert load_layouts(tmp_path) == load_layouts(tmp_path / "nowhere") == {}


def test_every_broken_layout_is_told(tmp_path: Path) -> None:
    loaded = load_layouts(folder(tmp_path, a="no front matter", b=layout_text("stray"), c=GOOD))
    assert [error.file for error in loaded.errors] == ["a.jinja", "b.jinja"]
    assert list(loaded) == ["c"]


# The description


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("name: Sheet\n", "", ": name: this is needed here"),
        ("description: A test's.", "descripton: A test's.", "3: descripton: there is no such key here; did you mean"),
        ("suits: []", "suits: [navy]", "4: suits.1: 'navy' is not one of 'central-government', 'nhs'"),
        ("needs: []", "needs: [post.salary]", "5: needs.1: there is no field 'post.salary'"),
        ("needs: []", "needs: [post.pay, salary]", "5: needs.2: there is no field 'salary'"),
        ("needs: []", "needs: [said.pay]", "5: needs.1: there is no field 'said.pay'"),
        ("default: 3, least: 1, most: 5", "default: 6, least: 1, most: 5", "least, default and most must not go down"),
        ("{default: 3, least: 1, most: 5}", "{default: 3}", "7: takes.duties.least: this is needed here"),
        ("{default: 3, least: 1, most: 5}", "3", "7: takes.duties: '3' stands alone, but this has keys under it"),
    ],
)
def test_a_wrong_description_is_told_at_its_line(tmp_path: Path, before: str, after: str, said: str) -> None:
    assert before in GOOD
    assert any(said in line for line in refused(tmp_path, GOOD.replace(before, after)))


def test_a_description_that_is_no_list_of_keys_is_told(tmp_path: Path) -> None:
    assert len(refused(tmp_path, "---\nJust words\n---\n")) >= 4


# The body


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("\nStray text", "'Stray text' stands outside a block"),
        ('\n{{ "a value" }}', "a value stands outside a block"),
        ("\n{{ post.title }}", "a value stands outside a block"),
        ("\n{% if post.title %}Stray{% endif %}", "'Stray' stands outside a block"),
        ("\n{{ raised(post.title) }}", "there is nothing called 'raised'"),
        ("\n{{ paragraph(pots.title) }}", "there is nothing called 'pots'"),
        ("\n{{ paragraph(range(5)) }}", "there is nothing called 'range'"),
        ("\n{{ paragraph(dict(a=1)) }}", "there is nothing called 'dict'"),
        ("\n{{ paragraph(post.salary) }}", "there is no field 'post.salary'"),
        ("\n{% if post.pay.minimun %}{{ paragraph(post.pay) }}{% endif %}", "there is no field 'post.pay.minimun'"),
        ("\n{{ paragraph(organisation.mailboxes.questions.fax) }}", "'organisation.mailboxes.questions.fax'"),
        ("\n{{ paragraph(said.salary) }}", "there is no field 'said.salary'"),
        ("\n{{ paragraph(post.title | shout) }}", "there is no filter called 'shout'"),
        ("\n{% if false %}{{ paragraph(post.title | shout) }}{% endif %}", "there is no filter called 'shout'"),
        ('\n{{ bullets(duties | map("shout")) }}', "there is no filter called 'shout'"),
        ("\n{% if post.title is loud %}{% endif %}", "there is no test called 'loud'"),
        ("\n{{ paragraph(", "the template does not parse"),
        ("\n{% if post.title %}", "the template does not parse"),
        ("\n{% call paragraph() %}words", "the template does not parse"),
        ('\n{% include "other.jinja" %}', "a layout stands alone"),
        ('\n{% extends "other.jinja" %}', "a layout stands alone"),
        ('\n{% from "other.jinja" import x %}', "a layout stands alone"),
    ],
)
def test_a_wrong_body_is_told_at_its_line(tmp_path: Path, body: str, said: str) -> None:
    (line,) = [each for each in refused(tmp_path, layout_text(body)) if said in each]
    number = int(line.removeprefix("poor.jinja:").partition(":")[0])
    assert number == FIRST + 1 or ("does not parse" in said and number == FIRST + 2)


def test_all_that_is_wrong_is_told_at_once_and_each_once(tmp_path: Path) -> None:
    text = layout_text("Stray\n{{ paragraph(post.salary) }}{{ paragraph(post.salary) }}", needs=["post.bonus"])
    assert refused(tmp_path, text) == [
        "poor.jinja:5: needs.1: there is no field 'post.bonus'",
        f"poor.jinja:{FIRST}: 'Stray' stands outside a block",
        f"poor.jinja:{FIRST + 1}: there is no field 'post.salary'",
    ]


def test_a_file_that_is_not_text_is_told_and_spares_the_others(tmp_path: Path) -> None:
    (tmp_path / "poor.jinja").write_bytes(GOOD.encode("utf-16"))
    loaded = load_layouts(folder(tmp_path, good=GOOD))
    assert list(loaded) == ["good"]
    assert str(loaded.errors[0]) == "poor.jinja: this is not text in UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    "body",
    [
        '{# A note. #}\n{% set places = post.location %}\n{{ heading("Places") }}',
        "{% set about %}We {{ organisation.name }}{% endset %}\n{{ paragraph(about) }}",
        "{% for each in post.interviews %}\n{{ paragraph(each) }}\n{% endfor %}",
        "{% call paragraph() %}\n{{ post.pay.minimum }} {{ post.closing.at.value }}{{ post.pay.gap }}\n{% endcall %}",
        "{{ bullets(duties | map('raised')) }}{{ bullets(skills | map(attribute='name') | list) }}",
        "{{ paragraph(organisation.mailboxes.questions.phone) }}",
        "{% if post.title is defined %}{{ paragraph(post.title | raised) }}{% endif %}",
    ],
)
def test_what_a_layout_may_do_is_let_through(tmp_path: Path, body: str) -> None:
    loaded = load_layouts(folder(tmp_path, good=layout_text(body)))
    assert loaded.errors == ()
    assemble(Draft(), GUARD, loaded["good"], layouts=loaded)
