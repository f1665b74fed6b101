"""Every layout that ships: it loads, it describes itself, and it makes a document of any draft."""

from pathlib import Path

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.blocks import LICENCE
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.base import kebab
from jd_builder.domain.document import Document, Table, Title, block_texts, plain
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.domain.layout import Layout
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from tests.assembly.reading import is_room, lines
from tests.assembly.roles import PORTER
from tests.samples import EXAMPLES, LAYOUTS, role_of, sample

EMPTY = Draft()
SKIPPED = Draft(
    organisation={kebab(name): "not applicable" for name in Organisation.model_fields},
    post={kebab(name): "not applicable" for name in Post.model_fields},
)
each_layout = pytest.mark.parametrize("file", LAYOUTS, ids=lambda path: path.stem)
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)


def layout_of(file: Path) -> Layout:
    loaded = load_layouts()
    assert file.stem in loaded, [str(error) for error in loaded.errors]
    return loaded[file.stem]


def made(file: Path, draft: Draft, role: Role | None = None, for_approval: bool = False) -> Document:
    return assemble(draft, role or role_of(draft), layout_of(file), for_approval=for_approval)


def test_the_four_kinds_of_document_are_there() -> None:
    names = {"civil-service-pack", "university-nhs", "private-advert", "internal-profile"}
    assert names <= {path.stem for path in LAYOUTS}


@each_layout
def test_it_loads_and_says_what_it_is_for(file: Path) -> None:
    layout = layout_of(file)
    assert layout.id == file.stem
    assert layout.description.endswith(".")
    assert 20 < len(layout.description) < 200
    assert layout.suits


@each_layout
def test_its_name_is_its_own(file: Path) -> None:
    names = [layout.name for layout in load_layouts().values()]
    assert names.count(layout_of(file).name) == 1


@each_layout
def test_everything_that_it_needs_shows_as_a_gap_and_nothing_else_does(file: Path) -> None:
    """A need that no line of the layout prints would be asked for in vain."""
    assert {run.ref for run in made(file, EMPTY).gaps} == set(layout_of(file).needs)


@each_layout
def test_what_does_not_apply_leaves_no_gap(file: Path) -> None:
    assert made(file, SKIPPED).gaps == ()


@each_layout
@pytest.mark.parametrize("for_approval", [False, True])
def test_an_empty_draft_makes_a_document_with_its_title_and_the_duties_it_takes(file: Path, for_approval: bool) -> None:
    document = made(file, EMPTY, for_approval=for_approval)
    assert document.title == "Chief information security officer"
    assert isinstance(document.blocks[0], Title)
    has_duties = any((run.ref or "").startswith("ciso.duty.") for _, text in document.texts() for run in text)
    assert has_duties == bool(layout_of(file).takes.duties.most)


@each_layout
@pytest.mark.parametrize("level", [None, "head-porter"])
def test_an_imported_role_makes_a_document(file: Path, level: str | None) -> None:
    said = lines(made(file, Draft(role="porter", level=level), PORTER))
    assert said[0] == ("Head porter" if level else "Porter")
    duty = f"Open doors as a {'head porter' if level else 'porter'}"
    assert (duty in said) == bool(layout_of(file).takes.duties.most)


@each_layout
def test_it_ends_with_the_licence(file: Path) -> None:
    assert lines(made(file, EMPTY))[-1].startswith(LICENCE)


@each_layout
@each_example
def test_an_example_makes_a_whole_document(file: Path, example: Path) -> None:
    document = made(file, sample(example))
    assert isinstance(document.blocks[0], Title)
    said = [text for block in document.blocks for text in block_texts(block) if text and not is_room(text)]
    assert all(plain(text).strip() for text in said)
    for block in document.blocks:
        if isinstance(block, Table):
            assert abs(sum(block.widths) - 1) < 1e-9
            assert {len(row) for row in block.rows} == {len(block.header)} == {len(block.widths)}


@each_example
def test_an_example_leaves_no_gap_in_the_documents_that_it_is_for(example: Path) -> None:
    draft = sample(example)
    assert draft.documents
    for name in draft.documents:
        layout = load_layouts()[name]
        assert [run.ref for run in assemble(draft, role_of(draft), layout).gaps] == [], name


def test_there_are_examples() -> None:
    assert EXAMPLES
