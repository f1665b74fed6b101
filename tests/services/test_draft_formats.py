"""A draft as one file: itself, or its vacancy for search engines."""

import json
from datetime import UTC, datetime

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError
from jd_builder.services import draft_files, draft_formats, examples
from jd_builder.services.building import Order

WHEN = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", examples.names())
def test_a_draft_file_reads_back_as_the_same_draft(name: str) -> None:
    draft = examples.example(name).draft
    (made,) = draft_formats.make(draft, Order(WHEN, "json"))
    assert draft_files.read(made.content, made.name).draft == draft
    assert made.name.endswith("Chief information security officer - draft.json")


def test_a_vacancy_is_shown_by_its_advert_wherever_that_stands_in_the_draft() -> None:
    draft = examples.example("northmere-nhs-trust").draft
    (made,) = draft_formats.make(draft, Order(WHEN, "jsonld"))
    assert made.document.layout == "private-advert"
    assert made.name == "Northmere NHS Foundation Trust - Chief information security officer - job posting.jsonld"
    assert json.loads(made.content)["@type"] == "JobPosting"


def test_it_is_never_shown_by_a_document_for_staff_while_there_is_one_for_candidates() -> None:
    draft = examples.example("harbour-mutual").draft.changed(documents=("internal-profile", "university-nhs"))
    (made,) = draft_formats.make(draft, Order(WHEN, "jsonld"))
    assert made.document.layout == "university-nhs"


def test_what_search_engines_need_is_told_field_by_field() -> None:
    with pytest.raises(DataFileError) as caught:
        list(draft_formats.make(Draft(), Order(WHEN, "jsonld")))
    assert [each.place for each in caught.value.problems] == ["organisation.name", "post.opening", "post.location"]


def test_documents_are_made_as_before() -> None:
    made = list(draft_formats.make(examples.example("harbour-mutual").draft, Order(WHEN, "txt")))
    assert [each.document.layout for each in made] == ["private-advert", "internal-profile", "university-nhs"]
