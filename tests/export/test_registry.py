"""The registry names every format and costs nothing until a file is made."""

import subprocess
import sys

import pytest

from jd_builder.export import FORMATS
from tests.export.samples import NHS, OPTIONS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_makes_a_file(name: str) -> None:
    assert FORMATS[name].render(NHS, OPTIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_equal_input_gives_equal_bytes(name: str) -> None:
    assert FORMATS[name].render(NHS, OPTIONS) == FORMATS[name].render(NHS, OPTIONS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_is_called_by_its_suffix(name: str) -> None:
    assert FORMATS[name].suffix == f".{name}"


def test_naming_the_formats_does_not_import_the_libraries_that_make_them() -> None:
    lines = "import sys, jd_builder.export; print(sorted({'docx', 'lxml', 'typst'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_web_page_does_not_import_word() -> None:
    lines = "import sys, jd_builder.export.html; print(sorted({'docx', 'lxml', 'typst'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
