"""Whatever an accepted house style holds, no Word file that we hand out carries a program or fetches anything."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.parser import parse_xml

from jd_builder.domain.draft import Draft
from jd_builder.services import building, catalogue, examples, house_styles, publishing, trial_document
from jd_builder.services.building import Made, Order
from jd_builder.storage.store import Store
from tests.export.house_files import W, picture, saved, with_parts
from tests.export.reading import part, parts
from tests.storage.places import Place

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FORBIDDEN = ("oleObject", "vbaProject", "attachedTemplate", "package", "control", "aFChunk", "comments")


def nasty() -> bytes:
    """A file that passes the inspection and still holds what no reader should get."""
    word: Any = docx.Document()
    section = word.sections[0]
    section.header.paragraphs[0].add_run().add_picture(picture())
    footer = section.footer
    away = footer.part.relate_to("file://198.51.100.7/share/plan.docx", f"{LINKS}/hyperlink", is_external=True)
    link = f'<w:hyperlink {W} xmlns:r="{LINKS}" r:id="{away}"><w:r><w:t>plan</w:t></w:r></w:hyperlink>'
    footer.paragraphs[0]._p.append(parse_xml(link))
    for code in (
        "INCLUDEPICTURE http://198.51.100.7/a.png",
        "INCLUDETEXT c:/secret.docx",
        "LINK Excel.Sheet c:/x",
    ):
        field = f'<w:fldSimple {W} w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
        footer.paragraphs[0]._p.append(parse_xml(field))
    word.add_paragraph("[[JOB DESCRIPTION]]")
    word.add_comment(word.paragraphs[0].runs, text="a secret remark", author="Jane Roe")
    settings = word.settings.element
    settings.append(parse_xml(f'<w:docVars {W}><w:docVar w:name="a" w:val="secret variable"/></w:docVars>'))
    settings.append(parse_xml(f'<w:documentProtection {W} w:edit="readOnly" w:enforcement="1"/>'))
    word.core_properties.author = word.core_properties.comments = "secret author"
    added = {"docProps/custom.xml": b"<a>secret property</a>", "word/people.xml": b"<a>secret people</a>"}
    return with_parts(saved(word), {}, added)


@pytest.fixture
def draft(tmp_path: Path) -> Iterator[Draft]:
    with Place(None, tmp_path).open() as store:
        catalogue.kept_in(lambda: store)
        yield styled(store)
        catalogue.kept_in(catalogue.no_store)


def styled(store: Store) -> Draft:
    id = house_styles.keep(store, nasty(), "Nasty.docx")
    return examples.example("harbour-mutual").draft.answered("organisation.house-style", id)


PATHS: dict[str, Callable[[Draft], Made]] = {
    "built": lambda draft: next(building.make(draft, Order(WHEN))),
    "built as a working copy": lambda draft: next(building.make(draft, Order(WHEN, working=True))),
    "built on a file": lambda draft: next(building.make(draft, Order(WHEN, house_style=nasty()))),
    "to publish": lambda draft: publishing.copy_to_publish(advert(draft), "docx", WHEN, draft),
    "for approval": lambda draft: publishing.draft_for_approval(draft, "private-advert", WHEN),
    "working copy": lambda draft: publishing.working_copy(draft, "private-advert", WHEN),
    "trial": lambda draft: trial_document.made(nasty(), draft.organisation, WHEN),
}


def advert(draft: Draft) -> Any:
    return building.documents(draft, ("private-advert",))[0]


@pytest.mark.parametrize("path", PATHS)
def test_it_carries_no_program_and_fetches_nothing(path: str, draft: Draft) -> None:
    file = PATHS[path](draft).content
    for name in (name for name in parts(file) if name.endswith(".rels")):
        for link in part(file, name):
            assert link.get("Type").rpartition("/")[2] not in FORBIDDEN
            if link.get("TargetMode") == "External":
                assert link.get("Type").endswith("/hyperlink")
                assert link.get("Target").startswith(("https://", "http://", "mailto:"))
                assert "198.51.100.7" not in link.get("Target")
    assert not any(name.endswith((".bin", ".dotm", "people.xml", "custom.xml")) for name in parts(file))
    for content in parts(file).values():
        assert not any(word in content for word in (b"secret", b"198.51.100.7", b"INCLUDE", b"Jane Roe"))


@pytest.mark.parametrize("path", ["built", "to publish", "for approval", "trial", "built on a file"])
def test_a_copy_that_is_no_working_copy_holds_nothing_that_is_not_printed(path: str, draft: Draft) -> None:
    file = PATHS[path](draft).content
    assert {name.split("/")[0] for name in parts(file)} == {"[Content_Types].xml", "_rels", "word", "docProps"}
    for content in parts(file).values():
        assert not any(word in content for word in (b"ciso.", b"post.", b"_jd_", b"documentProtection", b"docVar"))
