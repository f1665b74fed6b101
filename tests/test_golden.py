"""Every layout with every example, word for word, with where each word came from.

After a change that is meant, ``pytest tests/test_golden.py --renew-golden`` writes the files anew:
read what git shows of them before you keep it.
"""

from itertools import product
from pathlib import Path

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.draft import Draft
from tests.assembly.reading import readable
from tests.samples import EXAMPLES, LAYOUTS, role_of, sample

GOLDEN = Path(__file__).parent / "golden"
DRAFTS: dict[str, Path | None] = {"empty": None, **{path.stem: path for path in EXAMPLES}}
CASES = {f"{layout.stem}--{name}": (layout.stem, name) for layout, name in product(LAYOUTS, DRAFTS)}


@pytest.fixture
def renew(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew-golden"))


@pytest.mark.parametrize("case", CASES)
def test_a_document_reads_as_it_did(case: str, renew: bool) -> None:
    layout, name = CASES[case]
    path = DRAFTS[name]
    draft = sample(path) if path else Draft()
    text = readable(assemble(draft, role_of(draft), load_layouts()[layout]))
    file = GOLDEN / f"{case}.txt"
    if renew:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert file.is_file(), f"{file.name} is missing: pytest tests/test_golden.py --renew-golden writes it"
    assert text.split("\n") == file.read_text(encoding="utf-8").split("\n")


def test_no_golden_file_is_left_over(renew: bool) -> None:
    left = [file for file in GOLDEN.glob("*.txt") if file.stem not in CASES]
    for file in left if renew else ():
        file.unlink()
    assert [file.name for file in left if file.exists()] == []
