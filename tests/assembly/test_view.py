"""Layouts see every answer as words that can be printed, and a gap only where one is needed."""

from typing import Any

import pytest

from jd_builder.assembly.view import View
from jd_builder.domain.answers import read
from jd_builder.domain.post import Post

ANSWERS: dict[str, Any] = {
    "title": "Head of security",
    "hours": "37.50",
    "direct-reports": "1200",
    "opening": "2026-03-04",
    "politically-restricted": "no",
    "work-pattern": {"pattern": "hybrid", "days-on-site": "2"},
    "location": ["Leeds", {"town": "Dublin", "country": "Ireland"}],
    "flexible": ["job-share", "compressed"],
    "closing": "18 December 2026 at 11:59pm",
    "clearance": "sc",
}


def view(answers: dict[str, Any] = ANSWERS, needs: tuple[str, ...] = ()) -> Any:
    reading = read(Post, answers, "post")
    assert reading.problems == ()
    return View(reading.value, "post", needs, reading.skipped)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("title", "Head of security"),
        ("hours", "37.5"),
        ("direct_reports", "1,200"),
        ("opening", "4 March 2026"),
        ("politically_restricted", "no"),
    ],
)
def test_a_value_prints_as_documents_print_it(field: str, said: str) -> None:
    words = getattr(view(), field)
    assert (words, words.origin, words.gap) == (said, "organisation", False)
    assert words.ref == f"post.{field.replace('_', '-')}"


def test_the_value_itself_is_at_hand() -> None:
    assert view().direct_reports.value == 1200
    assert view().politically_restricted.value is False
    assert view().work_pattern.pattern.value == "hybrid"


def test_a_choice_prints_its_label() -> None:
    assert view().work_pattern.pattern == "Hybrid"
    assert view().clearance.level == "Security Check (SC)"
    assert list(view().flexible) == ["job share", "compressed hours"]


def test_parts_know_their_place() -> None:
    assert view().work_pattern.days_on_site.ref == "post.work-pattern.days-on-site"
    assert [place.town.ref for place in view().location] == ["post.location.1.town", "post.location.2.town"]
    assert view().location[1].country == "Ireland"
    assert [each.ref for each in view().flexible] == ["post.flexible.1", "post.flexible.2"]
    assert view().closing.day == "18 December 2026"


def test_a_field_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(AttributeError, match="Post has no field 'salary'"):
        _ = view().salary


def test_a_missing_value_is_nothing_unless_it_is_needed() -> None:
    assert view({}).grade == ""
    assert view({}).grade.gap is False
    assert view({}).location == ()
    gap = view({}, needs=("post.grade",)).grade
    assert (gap, gap.ref, gap.gap) == ("[Grade or band: to fill in]", "post.grade", True)


def test_a_list_that_is_needed_has_the_gap_as_its_only_item() -> None:
    (gap,) = view({}, needs=("post.location",)).location
    assert (gap, gap.gap) == ("[Place: to fill in]", True)


def test_a_part_that_is_needed_is_a_gap_whose_parts_are_nothing() -> None:
    pay = view({}, needs=("post.pay",)).pay
    assert pay.gap
    assert not pay.minimum
    assert not pay.currency


@pytest.mark.parametrize("key", ["grade", "location", "pay", "closing"])
@pytest.mark.parametrize("written", ["not applicable", ["Not applicable"]])
def test_what_does_not_apply_is_never_a_gap(key: str, written: Any) -> None:
    assert not getattr(view({key: written}, needs=(f"post.{key}",)), key)


@pytest.mark.parametrize("key", ["grade", "location", "pay", "closing"])
@pytest.mark.parametrize("written", ["ask the manager", ["Ask the manager."], "", None])
def test_what_is_asked_for_or_left_empty_is_a_gap_where_it_is_needed(key: str, written: Any) -> None:
    seen = getattr(view({key: written}, needs=(f"post.{key}",)), key)
    assert (seen[0] if isinstance(seen, tuple) else seen).gap


@pytest.mark.parametrize(
    "wrong", [{"pay": "lots"}, {"pay": {"minimum": "lots", "maximum": "many"}}, {"pay": {"minimun": "1"}}]
)
def test_a_needed_value_that_is_wrong_is_a_gap(wrong: dict[str, Any]) -> None:
    reading = read(Post, wrong, "post")
    assert reading.problems
    assert View(reading.value, "post", ("post.pay",)).pay.gap


def test_a_value_that_is_given_is_no_gap_however_needed() -> None:
    assert not view(needs=("post.title", "post.work-pattern")).title.gap
    assert not view(needs=("post.title", "post.work-pattern")).work_pattern.gap


def test_nought_is_an_answer() -> None:
    assert view({"direct-reports": "0"}, needs=("post.direct-reports",)).direct_reports == "0"
