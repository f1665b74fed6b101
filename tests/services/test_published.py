"""What was published, as a list of versions names it."""

from datetime import UTC, datetime

from jd_builder.services import published
from jd_builder.storage import Publication

MARCH, APRIL = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 4, 7, tzinfo=UTC)


def test_a_revision_stands_once_with_all_its_documents_the_newest_first() -> None:
    marks = [
        Publication(4, "private-advert", MARCH),
        Publication(9, "university-nhs", APRIL),
        Publication(4, "internal-profile", MARCH),
    ]
    found = [(each.number, each.at, each.documents) for each in published.issues(marks)]
    assert [number for number, *_ in found] == [9, 4]
    assert found[0] == (9, APRIL, "job description and person specification")
    assert found[1][2].endswith("and short advert")


def test_a_document_was_last_published_when_it_was_taken_last() -> None:
    marks = [Publication(1, "private-advert", MARCH), Publication(2, "private-advert", APRIL)]
    assert published.last(marks, "private-advert") == APRIL
    assert published.last(marks, "university-nhs") is None


def test_a_document_of_a_kind_that_is_gone_keeps_its_id() -> None:
    assert published.issues([Publication(1, "old-poster", MARCH)])[0].documents == "old-poster"
