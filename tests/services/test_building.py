"""One draft as the files of its documents."""

import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.organisation import Sector
from jd_builder.export import FORMATS
from jd_builder.services import building, catalogue
from jd_builder.services.building import Order

WHEN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
SECRETS = {
    "criteria": [{"text": "You hold a licence.", "need": "essential", "why": "SECRETREASON"}],
    "own": [{"id": "own.1", "kind": "duty", "text": "Keep the LEFTOUT."}],
    "choose": {"exclude": ["own.1"]},
    "kept": [{"rule": "r", "on": "own.1", "match": "m", "reason": "SECRETKEPT"}],
}


def layouts_of(draft: Draft, *layouts: str) -> list[str]:
    return [document.layout for document in building.documents(draft, layouts)]


def test_documents_are_those_asked_for_or_those_of_the_draft_each_once() -> None:
    draft = Draft(documents=("university-nhs", "private-advert", "university-nhs"))
    assert layouts_of(draft) == ["university-nhs", "private-advert"]
    assert layouts_of(draft, "internal-profile") == ["internal-profile"]


@pytest.mark.parametrize("sector", [None, *Sector])
def test_a_draft_without_documents_gets_those_usual_in_its_sector(sector: Sector | None) -> None:
    draft = Draft(organisation={"sector": sector.value} if sector else {})
    assert layouts_of(draft)


def test_a_document_that_does_not_exist_is_told() -> None:
    with pytest.raises(UserError, match="There is no document 'poster'"):
        building.documents(Draft(), ["poster"])


@pytest.mark.parametrize("format_", FORMATS)
def test_a_copy_to_publish_hides_nothing(format_: str) -> None:
    draft = Draft.model_validate({**SECRETS, "documents": [layout.id for layout in catalogue.layouts()]})
    for made in building.make(draft, Order(WHEN, format_)):
        whole = made.content
        if format_ == "docx":
            with zipfile.ZipFile(BytesIO(made.content)) as word:
                assert not any("comment" in name for name in word.namelist())
                whole = b"".join(word.read(name) for name in word.namelist())
        if format_ == "pdf":
            with pikepdf.open(BytesIO(made.content)) as pdf:
                whole += b"".join(part.read_bytes() for part in pdf.objects if isinstance(part, pikepdf.Stream))
        assert not made.document.draft
        assert not [secret for secret in (b"SECRETREASON", b"SECRETKEPT", b"LEFTOUT") if secret in whole]


@pytest.mark.parametrize("format_", FORMATS)
def test_equal_drafts_give_equal_bytes(format_: str) -> None:
    first, second = (list(building.make(Draft(documents=("private-advert",)), Order(WHEN, format_))) for _ in range(2))
    assert [made.content for made in first] == [made.content for made in second]
    assert [made.name for made in first] == [f"Chief information security officer - Short advert.{format_}"]
