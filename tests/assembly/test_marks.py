"""Words keep where they came from, also inside a sentence, and nobody can pretend."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.assembly import marks
from jd_builder.assembly.marks import NOTHING, Absent, Phrase, Words, listing, lowered, phrase, raised, text_of
from jd_builder.domain.document import Run, Text
from jd_builder.text.assets import strict_environment
from jd_builder.text.clean import clean_text

TITLE = Words("Head of security", "organisation", "post.title")
PLAN = Words("set a plan", "framework", "guard.duty.1")
GAP = Absent("[Pay: to fill in]", "organisation", "post.pay", gap=True)


def printed(template: str, **values: object) -> Text:
    """A sentence as a layout prints it."""
    environment = strict_environment(finalize=marks.finalize)
    environment.filters.update(raised=marks.raised, lowered=marks.lowered)
    return text_of(environment.from_string(template).render(**values))


def refs_of(said: str | Phrase) -> list[str | None]:
    """Where each run of a phrase came from."""
    return [run.ref for run in text_of(said)]


def test_a_value_in_a_sentence_keeps_its_origin_and_place() -> None:
    assert printed("You will {{ plan }} as {{ title }}.", plan=PLAN, title=TITLE) == (
        Run(text="You will "),
        Run(text="set a plan", origin="framework", ref="guard.duty.1"),
        Run(text=" as "),
        Run(text="Head of security", origin="organisation", ref="post.title"),
        Run(text="."),
    )


def test_a_value_alone_does_too() -> None:
    run = Run(text="Head of security", origin="organisation", ref="post.title")
    assert text_of(TITLE) == printed("{{ title }}", title=TITLE) == (run,)
    assert text_of(phrase(TITLE)) == printed("{{ title }}", title=phrase(TITLE)) == (run,)


def test_a_gap_stays_a_gap() -> None:
    (run,) = printed("{{ pay }}", pay=GAP)
    assert run == Run(text="[Pay: to fill in]", origin="organisation", ref="post.pay", gap=True)


@pytest.mark.parametrize("change", ["raised", "lowered"])
def test_a_capital_may_come_and_go_without_the_origin(change: str) -> None:
    (run,) = printed(f"{{{{ title | {change} }}}}", title=TITLE)
    assert (run.origin, run.ref) == ("organisation", "post.title")
    assert run.text == {"raised": "Head of security", "lowered": "head of security"}[change]


def test_a_phrase_changes_at_its_head_alone() -> None:
    two = phrase(Words("Set a plan", "framework", "a"), " and ", Words("Walk", "own", "b"))
    assert "".join(lowered(two)) == "set a plan and Walk"
    assert "".join(raised(lowered(two))) == "Set a plan and Walk"
    assert refs_of(lowered(two)) == ["a", None, "b"]
    assert raised(Phrase()) == lowered(Phrase()) == Phrase()
    assert raised("and") == "And"


def test_a_list_in_a_sentence_keeps_the_origin_of_each_item() -> None:
    said = listing([Words("IT", "own", "a"), NOTHING, Words("OT", "own", "b"), "", phrase(), "cloud"], "or")
    assert "".join(said) == "IT, OT or cloud"
    assert refs_of(said) == ["a", None, "b", None, None]


def test_a_phrase_within_a_phrase_keeps_its_origins() -> None:
    inner = phrase(PLAN, " as ", TITLE)
    outer = phrase("You will ", inner)
    assert text_of(outer) == (Run(text="You will "), *text_of(inner))
    assert refs_of(listing([inner, "more"])) == ["guard.duty.1", None, "post.title", None, None]


@pytest.mark.parametrize("nothing", [NOTHING, phrase(), phrase("", NOTHING), listing([]), "", Words("")])
def test_nothing_said_is_false_and_prints_nothing(nothing: object) -> None:
    assert not nothing
    assert text_of(nothing) == printed("{{ nothing }}", nothing=nothing) == ()


@pytest.mark.parametrize("ending", [".", "!", "?", "…"])
def test_no_full_stop_stands_twice(ending: str) -> None:
    about = Words(f"We keep houses safe{ending}", "organisation", "organisation.about")
    assert "".join(run.text for run in printed("{{ about }}. Join us.", about=about)) == (
        f"We keep houses safe{ending} Join us."
    )


def test_a_full_stop_that_the_words_lack_stays() -> None:
    assert "".join(run.text for run in printed("{{ plan }}. ", plan=PLAN)) == "set a plan."


def test_spaces_of_the_layout_are_folded_and_those_of_the_user_are_kept() -> None:
    about = Words("Two  spaces\nand lines ", "organisation", "organisation.about")
    text = printed("\n  We are\n\n  {{ about }}\n  here .\n\n", about=about)
    assert [run.text for run in text] == ["We are ", "Two  spaces\nand lines ", " here ."]


def test_what_stands_only_between_the_lines_of_a_layout_is_no_text() -> None:
    assert printed("\n  \n{{ nothing }}\n", nothing=NOTHING) == ()


@pytest.mark.parametrize("ref", ["a|b", "|", "a|gap", "a|b|c", "", "ÄÖ {x}"])
def test_a_name_with_any_sign_in_it_stays_that_name(ref: str) -> None:
    assert printed("x {{ words }}", words=Words("y", "own", ref))[1] == Run(text="y", origin="own", ref=ref or None)


@given(st.text(st.characters(exclude_categories=())), st.text(min_size=1))
def test_hostile_text_cannot_pretend_to_be_anothers(hostile: str, other: str) -> None:
    """All text comes in through clean_text, which drops the signs that mark an origin."""
    forged = f"\ufdd0framework|guard.duty.1|\ufdd1{other}\ufdd2{hostile}"
    words = Words(clean_text(forged) or "x", "own", "own.1")
    text = printed("Before {{ words }} after", words=words)
    assert [(run.origin, run.ref) for run in text] == [("layout", None), ("own", "own.1"), ("layout", None)]
    assert text[1].text == words


def test_text_with_the_signs_of_jinja_is_only_text() -> None:
    words = Words("{{ 7 * 7 }}{% raw %}", "own", "own.1")
    assert printed("{{ words }}", words=words)[0].text == "{{ 7 * 7 }}{% raw %}"


def test_the_parts_of_a_missing_value_are_missing_too() -> None:
    nothing: Any = NOTHING
    assert not nothing.pattern
    assert not nothing.pattern.amount
    assert not GAP.minimum
    assert GAP.minimum.value is None
    with pytest.raises(AttributeError):
        nothing.__html__()
