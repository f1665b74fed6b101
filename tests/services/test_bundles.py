"""One zip for candidates, in which nothing of the panel's ever is, and one for the panel."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from jd_builder.domain.draft import Draft
from jd_builder.services import bundles, catalogue, documents, examples
from jd_builder.services.bundles import Bundle, Readers
from tests.export.reading import word_texts

WHEN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
COMPLETE = examples.example("rivers-and-coasts").draft
EVERYTHING = COMPLETE.changed(documents=tuple(layout.id for layout in catalogue.layouts()))
ONLY_FOR_PANELS = ("What you hear", "Individual score sheet", "Confidential", "a panel")


def made(draft: Draft, readers: Readers) -> Bundle:
    found = bundles.bundle(draft, documents.assembled(draft).values(), readers)
    assert found is not None
    return found


def files(bundle: Bundle) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(bundle.content(WHEN))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_candidates_get_every_document_for_them_in_word_and_as_pdf() -> None:
    bundle = made(EVERYTHING, "candidates")
    assert bundle.name == "Department for Rivers and Coasts - Chief information security officer - for candidates.zip"
    start = "Department for Rivers and Coasts - Chief information security officer - "
    assert [name.removeprefix(start) for name in files(bundle)] == [
        f"{catalogue.layout(layout).name}.{suffix}"
        for layout in ("civil-service-pack", "private-advert", "university-nhs")
        for suffix in ("docx", "pdf")
    ]


def test_nothing_of_the_panels_is_in_the_zip_for_candidates() -> None:
    for name, content in files(made(EVERYTHING, "candidates")).items():
        said = "\n".join(word_texts(content)) if name.endswith(".docx") else ""
        assert "Interview pack" not in name
        assert not [words for words in ONLY_FOR_PANELS[:3] if words in said]


def test_a_panel_gets_its_pack_and_neither_an_advert_nor_what_stays_inside() -> None:
    bundle = made(EVERYTHING, "panel")
    assert bundle.name.endswith(" - for the panel, confidential.zip")
    start = "Department for Rivers and Coasts - Chief information security officer - "
    assert [name.removeprefix(start) for name in files(bundle)] == ["Interview pack.docx", "Interview pack.pdf"]


def test_what_is_in_no_zip_is_named() -> None:
    assert bundles.in_none(documents.assembled(EVERYTHING).values()) == ("Internal role profile",)
    assert bundles.in_none(documents.assembled(COMPLETE.changed(documents=["private-advert"])).values()) == ()


def test_readers_for_whom_there_is_nothing_get_no_zip() -> None:
    def names(*layouts: str) -> list[bool]:
        shown = documents.assembled(COMPLETE.changed(documents=layouts)).values()
        return [bundles.bundle(COMPLETE, shown, readers) is not None for readers in ("candidates", "panel")]

    assert names("private-advert", "internal-profile") == [True, False]
    assert names("interview-pack") == [False, True]
    assert names("internal-profile") == [False, False]


def test_no_two_files_of_a_zip_share_a_name_also_where_case_does_not_count() -> None:
    first, *_ = documents.assembled(COMPLETE).values()
    twice = Bundle("x.zip", COMPLETE, (first, replace(first, name=first.name.upper())))
    names = list(files(twice))
    assert len({name.casefold() for name in names}) == len(names) == 4


@pytest.mark.parametrize("name", ['A/B: "C" <D>?*', "CON", "مدیر", "\u202efdp.exe", "x" * 120])
def test_names_are_taken_by_every_system(name: str) -> None:
    draft = COMPLETE.answered("organisation.name", name).answered("post.title", "aux. ")
    bundle = made(draft, "candidates")
    for each in (bundle.name, *files(bundle)):
        assert not set('<>:"/\\|?*\u202e') & set(each)
        assert len(each.encode()) < 255


def test_equal_drafts_give_equal_zips() -> None:
    assert made(COMPLETE, "panel").content(WHEN) == made(COMPLETE, "panel").content(WHEN)


def test_the_files_open() -> None:
    for name, content in files(made(COMPLETE, "panel")).items():
        if name.endswith(".pdf"):
            with pikepdf.open(BytesIO(content)) as pdf:
                assert len(pdf.pages) > 1
        else:
            assert word_texts(content)
