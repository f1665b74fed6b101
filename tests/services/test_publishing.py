"""The copy to publish hides nothing; the draft for approval says that it is one."""

import zipfile
from io import BytesIO

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.export import FORMATS
from jd_builder.services import documents, examples, publishing
from tests.export.samples import WHEN

COMPLETE = examples.example("northmere-nhs-trust").draft
WITH_GAPS = COMPLETE.answered("post.pay", None)


def parts(content: bytes) -> str:
    """All that a Word file says anywhere, hidden or not."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        return "\n".join(file.read(name).decode("utf-8", "replace") for name in file.namelist())


def advert(draft: Draft) -> Document:
    return documents.assembled(draft)["private-advert"]


def test_a_complete_document_can_be_published_in_every_format() -> None:
    for format in FORMATS:
        made = publishing.copy_to_publish(advert(COMPLETE), format, WHEN)
        assert (
            made.name == f"Northmere NHS Foundation Trust - Chief information security officer - Short advert.{format}"
        )
        assert made.content


def test_the_draft_for_approval_may_have_gaps_and_is_marked() -> None:
    made = publishing.draft_for_approval(WITH_GAPS, "private-advert", WHEN)
    said = parts(made.content)
    assert "DRAFT" in said
    assert "[Pay: to fill in]" in said


def test_the_two_copies_never_share_a_name() -> None:
    document = advert(COMPLETE)
    assert publishing.approval_name(document).endswith(" - Short advert - DRAFT.docx")
    assert publishing.approval_name(document) != publishing.publish_name(document)


def test_names_fit_on_windows_whatever_the_organisation_is_called() -> None:
    hostile = COMPLETE.answered("organisation.name", 'A/B: "C" <D>?*' + "x" * 90).answered(
        "post.title", "CON \u202efdp."
    )
    for name in (publishing.publish_name(advert(hostile)), publishing.approval_name(advert(hostile))):
        assert not set('<>:"/\\|?*\u202e') & set(name)
        assert len(name.encode()) < 255


def test_the_copy_to_publish_holds_no_reasons_and_no_ids() -> None:
    reason = "Our reason for asking, which candidates never see"
    criteria = [{"id": "own.9", "text": "You have led a team", "need": "essential", "why": reason}]
    draft = Draft.model_validate({**dict(COMPLETE), "criteria": criteria})
    said = parts(publishing.copy_to_publish(advert(draft), "docx", WHEN).content)
    assert "led a team" in said
    assert reason not in said
    assert "ciso." not in said
