"""Answers are read for what they hold; what is wrong is listed with its place, and nothing is lost."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from jd_builder.domain.answers import ASK, NOT_APPLICABLE, Reading, read
from jd_builder.domain.errors import Problem
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post


def post(answers: Mapping[str, Any]) -> Reading[Post]:
    return read(Post, answers, "post")


def places(reading: Reading[Any]) -> list[str]:
    return [problem.place for problem in reading.problems]


# Answers that say there is none


@pytest.mark.parametrize("written", ["none", "None.", "N/A", "no", ["none"]])
@pytest.mark.parametrize("key", ["task", "behaviours", "owner", "job-evaluation"])
def test_none_in_place_of_words_is_not_applicable(key: str, written: Any) -> None:
    reading = post({key: written})
    assert (reading.skipped, reading.problems) == ((f"post.{key}",), ())
    assert not reading.value.model_fields_set


def test_none_that_is_a_choice_stays_one_and_none_among_others_is_left_out() -> None:
    reading = post({"travel": "none", "behaviours": ["Leadership", "none"], "politically-restricted": "no"})
    assert reading.problems == ()
    assert reading.value.travel is not None
    assert reading.value.travel.amount.value == "none"
    assert reading.value.behaviours == ("Leadership",)
    assert reading.value.politically_restricted is False


def test_n_a_is_not_applicable_wherever_it_stands() -> None:
    reading = post({"hours": "n/a", "pay": {"bonus": "none", "minimum": "1000", "maximum": "N/A"}})
    assert set(reading.skipped) == {"post.hours", "post.pay.bonus", "post.pay.maximum"}


# Wrong answers


def test_a_wrong_answer_is_listed_and_the_rest_is_still_read() -> None:
    reading = post({"title": "Head of security", "hours": "lots", "direct-reports": "5"})
    assert (reading.value.title, reading.value.hours, reading.value.direct_reports) == ("Head of security", None, 5)
    assert places(reading) == ["post.hours"]


def test_all_wrong_answers_are_listed_at_once() -> None:
    reading = post(
        {
            "hours": "lots",
            "closing": "soon",
            "contract": {"type": "forever", "months": "some"},
            "location": [{"town": "Leeds"}, {"town": ["York"]}],
            "flexible": ["job-share", "sometimes"],
            "salary": "105000",
        }
    )
    assert sorted(places(reading)) == [
        "post.closing",
        "post.contract.months",
        "post.contract.type",
        "post.flexible.2",
        "post.hours",
        "post.location.2.town",
        "post.salary",
    ]


def test_each_wrong_answer_is_told_once() -> None:
    reading = post({"pay": {"minimum": "lots", "maximum": "130000"}, "location": [{"town": ["Leeds"]}]})
    assert places(reading) == ["post.location.1.town", "post.pay.minimum"]


def test_a_wrong_lone_word_is_told_at_the_word_that_was_typed() -> None:
    assert places(post({"pay": "lots", "contact": "Ann", "closing": "soon"})) == [
        "post.pay",
        "post.closing",
        "post.contact",
    ]


def test_a_part_with_nothing_right_in_it_is_no_part_at_all() -> None:
    """So that a document marks it as missing."""
    reading = post({"pay": {"minimun": "105000"}, "location": [{"twon": "Leeds"}], "decisions": {"decides": [5]}})
    assert (reading.value.pay, reading.value.location, reading.value.decisions) == (None, (), None)
    assert places(reading) == [
        "post.location.1.town",
        "post.location.1.twon",
        "post.pay.minimun",
        "post.decisions.decides.1",
    ]


def test_positions_count_what_was_typed_from_one() -> None:
    """Whatever else in the list is left open or wrong."""
    reading = post({"interviews": ["", "2027-01-20", ASK, "soon", "2027-01-21", "later"]})
    assert places(reading) == ["post.interviews.4", "post.interviews.6"]
    assert reading.asked == ("post.interviews.3",)
    assert [day.day for day in reading.value.interviews] == [20, 21]


def test_what_stands_deep_inside_is_told_at_its_place() -> None:
    answers = {"paragraphs": [{"title": "One", "text": "Words."}, {"title": "Two", "text": "Words.", "documents": [5]}]}
    reading = read(Organisation, answers, "organisation")
    assert places(reading) == ["organisation.paragraphs.2.documents.1"]
    assert [paragraph.title for paragraph in reading.value.paragraphs] == ["One", "Two"]


def test_what_is_missing_in_a_part_is_told_at_its_place() -> None:
    reading = read(Organisation, {"paragraphs": [{"title": "Safeguarding"}]}, "organisation")
    assert reading.problems == (Problem("organisation.paragraphs.1.text", "Text is needed here"),)


def test_too_many_of_something_are_counted() -> None:
    reading = post({"priorities": ["a", "b", "c", "d"]})
    assert reading.problems == (Problem("post.priorities", "there are 4 of these; 3 at most"),)


def test_keys_without_an_answer_are_no_answers() -> None:
    blank: dict[str, Any] = {"title": "", "hours": None, "pay": {}, "location": [], "contract": {"type": "  "}}
    assert post(blank) == Reading(Post(), (), (), ())


def test_answers_are_left_as_they_were_typed() -> None:
    answers = {"pay": {"minimum": "lots"}, "location": ["Leeds", ""]}
    post(answers)
    assert answers == {"pay": {"minimum": "lots"}, "location": ["Leeds", ""]}


def test_three_dots_are_an_answer_that_can_be_seen() -> None:
    assert post({"title": "..."}).value.title == "..."


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"pay": 105000}, "'105000' stands alone, but this has keys under it"),
        ({"location": ["Leeds", 5]}, "'5' stands alone, but this has keys under it"),
        ({"interviews": 5}, "'5' is not a list"),
        ({"team": 5}, "this needs a text; leave the key out if there is none"),
    ],
)
def test_an_answer_of_another_shape_is_told_the_shape_that_it_should_have(answers: dict[str, Any], said: str) -> None:
    (problem,) = post(answers).problems
    assert problem.message == said


# Keys that do not exist


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"clozing": "soon"}, "did you mean 'closing'?"),
        ({"Reports to": "x"}, "did you mean 'reports-to'?"),
        ({"reports_to": "x"}, "did you mean 'reports-to'?"),
        ({"pay": {"minimun": "1"}}, "did you mean 'minimum'?"),
        ({"location": [{"twon": "Leeds"}]}, "did you mean 'town'?"),
        ({"Job title": "x"}, "did you mean 'title'?"),
        ({"office days": "2"}, "did you mean 'work-pattern'?"),
        ({"contract": {"kind": "permanent"}}, "the keys are type, months, end"),
    ],
)
def test_a_key_that_does_not_exist_is_told_what_does(answers: dict[str, Any], said: str) -> None:
    (message,) = [each.message for each in post(answers).problems if not each.message.endswith("is needed here")]
    assert message.startswith("there is no such key here")
    assert message.endswith(said)


def test_a_key_that_is_like_no_other_gets_no_suggestion() -> None:
    (problem,) = post({"zzz": "x"}).problems
    assert problem == Problem("post.zzz", "there is no such key here")


def test_an_unknown_key_is_told_even_with_no_answer_in_it() -> None:
    assert places(post({"zzz": "", "yyy": ASK})) == ["post.zzz", "post.yyy"]


# Answers that are none


@pytest.mark.parametrize("written", [ASK, "Ask the manager", " ask  the manager. ", "ASK THE MANAGER"])
def test_the_manager_may_be_asked(written: str) -> None:
    assert post({"title": written}) == Reading(Post(), (), ("post.title",), ())


@pytest.mark.parametrize("written", [NOT_APPLICABLE, "Not applicable.", "NOT  APPLICABLE"])
def test_an_answer_may_not_apply(written: str) -> None:
    assert post({"title": written}) == Reading(Post(), (), (), ("post.title",))


@pytest.mark.parametrize("key", [field.alias for field in Post.model_fields.values()])
@pytest.mark.parametrize("in_a_list", [False, True])
def test_every_field_may_be_asked_for_or_not_apply(key: str, in_a_list: bool) -> None:
    """A screen keeps the one line of a list as a list of one."""
    asked, skipped = ([ASK], [NOT_APPLICABLE]) if in_a_list else (ASK, NOT_APPLICABLE)
    assert post({key: asked}) == Reading(Post(), (), (f"post.{key}",), ())
    assert post({key: skipped}) == Reading(Post(), (), (), (f"post.{key}",))


def test_what_is_missing_in_a_part_is_named_as_its_question_is() -> None:
    (problem,) = post({"work-pattern": {"note": "One day is the same for all."}}).problems
    assert problem == Problem("post.work-pattern.pattern", "Where the work is done is needed here")


def test_a_part_is_not_judged_while_one_of_its_answers_is_asked_for() -> None:
    reading = post({"pay": {"minimum": "105000", "maximum": ASK}, "location": [{"town": ASK, "country": "Ireland"}]})
    assert reading.problems == ()
    assert reading.asked == ("post.pay.maximum", "post.location.1.town")


def test_but_its_other_answers_are() -> None:
    assert places(post({"pay": {"minimum": "lots", "maximum": ASK}})) == ["post.pay.minimum"]


def test_a_list_is_judged_whatever_one_of_its_items_says() -> None:
    assert places(post({"priorities": [ASK, "a", "b", "c", "d"]})) == ["post.priorities"]


def test_one_line_of_several_may_be_asked_for() -> None:
    reading = post({"key-relationships": ["Chief risk officer", ASK, NOT_APPLICABLE]})
    assert reading.value.key_relationships == ("Chief risk officer",)
    assert (reading.asked, reading.skipped) == (("post.key-relationships.2",), ("post.key-relationships.3",))


# Anything at all

SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.sampled_from([ASK, NOT_APPLICABLE])
)


def keys_of(model: type[BaseModel]) -> set[str]:
    """Every key of a model and of its parts, as files and as Python spell them."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        found |= {name, field.alias or name}
        for part in models_in(field.annotation):
            found |= keys_of(part)
    return found


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


KEYS = st.sampled_from(sorted(keys_of(Post) | keys_of(Organisation))) | st.text(max_size=5)
PLAUSIBLE = st.sampled_from(["Leeds", "105000", "2027-01-20", "hybrid", "permanent", "sc", "yes", "a@b.example", "3"])
JSON_LIKE = st.recursive(
    SCALARS | PLAUSIBLE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def answered(value: Any, place: str) -> Iterator[tuple[str, Any]]:
    """The dotted place of every single answer."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from answered(item, f"{place}.{key}")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from answered(item, f"{place}.{number}")
    else:
        yield place, value


def is_told(place: str, told: set[str]) -> bool:
    """Whether a sentence, or one of the two words, stands at the place, inside a part of it or around it."""
    return any(place == each or place.startswith(f"{each}.") or each.startswith(f"{place}.") for each in told)


def is_in(value: Any, steps: list[str]) -> bool:
    """Whether the value holds something at the place; items that were left out move those after them up.

    What stands alone in a list or a part is that answer, where one is asked for.
    """
    if not steps or value in (None, ()):
        return value not in (None, ())
    if isinstance(value, tuple):
        return any(is_in(item, steps[1:] if steps[0].isdecimal() else steps) for item in value)
    if not isinstance(value, BaseModel):
        return True
    return is_in(getattr(value, steps[0].replace("-", "_"), None), steps[1:])


@pytest.mark.parametrize(("model", "place"), [(Post, "post"), (Organisation, "organisation")])
@given(answers=st.dictionaries(KEYS, JSON_LIKE, max_size=6))
def test_whatever_is_typed_is_read_or_told_and_never_lost(
    model: type[Any], place: str, answers: dict[str, Any]
) -> None:
    reading = read(model, answers, place)
    told = {*places(reading), *reading.asked, *reading.skipped}
    for where, item in answered(answers, place):
        if item is None or (isinstance(item, str) and not item.strip()):
            continue
        around = {where.rsplit(".", cut)[0] for cut in range(where.count("."))}
        assert is_in(reading.value, where.split(".")[1:]) or any(is_told(each, told) for each in around), where


@given(answers=st.dictionaries(KEYS, JSON_LIKE, max_size=6))
def test_what_was_read_reads_the_same_again(answers: dict[str, Any]) -> None:
    value = post(answers).value
    again = post(value.model_dump(by_alias=True, exclude_defaults=True))
    assert (again.value, again.problems) == (value, ())


def test_figures_given_as_numbers_are_read_as_well() -> None:
    assert post({"hours": 37.5, "team-size": 14}).value.hours == Decimal("37.5")
