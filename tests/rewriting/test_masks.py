"""Figures, dates, names and contacts never reach a model, and come back where they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.rewriting.masks import mask, restored

NAMES = ("Priya Shah", "Priya", "Shah", "the Trust", "Northmere NHS Trust")
ORDINARY = frozenset({"lead", "you", "the", "report", "manage"})

HIDDEN = {
    "lead the team of 14": ["14"],
    "manage £4.5 million and 37.5% of it": ["£4.5 million", "37.5%"],
    "twenty-five people, no more than twelve": ["twenty-five", "twelve"],
    "by 3 March 2027 or on 18th of December": ["3 March 2027", "18th of December"],
    "call 0113 496 0000, write to jane.doe@harbour.example": ["0113 496 0000", "jane.doe@harbour.example"],
    "see https://harbour.example/jobs?id=7": ["https://harbour.example/jobs?id=7"],
    "keep to ISO/IEC 27001 and PCI DSS 4.0": ["ISO/IEC 27001", "PCI DSS 4.0"],
    "AB123456C lives at LS1 4AP": ["AB123456C", "LS1 4AP"],
    "ask priya shah, or PRIYA": ["priya shah", "PRIYA"],
    "advise Northmere NHS Trust, then the Trust": ["Northmere NHS Trust", "the Trust"],
    "Jane leads it. Jane Doe-Smith agrees": ["Jane", "Jane Doe-Smith"],
    "Lead NHS England in Leeds": ["NHS England", "Leeds"],
    "work with Guy's and St Thomas": ["Guy's and St Thomas"],
    "Élodie and O'Brien decide": ["Élodie and O'Brien"],
}


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_a_fact_or_a_person_is_a_sign(text: str) -> None:
    masked = mask(text, NAMES, ORDINARY)
    assert list(masked.kept) == HIDDEN[text]
    assert not any(each.casefold() in masked.text.casefold() for each in HIDDEN[text])


@pytest.mark.parametrize("text", ["lead the CISO's SIEM work", "You manage risk. The board decides", "own it"])
def test_ordinary_words_stay_for_the_model_to_work_with(text: str) -> None:
    assert mask(text, NAMES, ORDINARY).text == text


@given(st.text())
def test_whatever_a_text_holds_its_signs_lead_back_to_it(text: str) -> None:
    masked = mask(text, NAMES, ORDINARY)
    assert restored(masked, masked.text) == (text, ())


@given(st.from_regex(r"[a-z ]*[0-9][a-z0-9 ]*", fullmatch=True))
def test_no_figure_is_ever_sent(text: str) -> None:
    assert not any(each.isdigit() for part in _outside_signs(mask(text).text) for each in part)


def _outside_signs(text: str) -> list[str]:
    return [part.partition("⟧")[2] if "⟧" in part else part for part in text.split("⟦")]


MASKED = mask("lead the team of 14 by 3 March 2027")


@pytest.mark.parametrize(
    ("answer", "rule", "level"),
    [
        ("lead the team of ⟦K1⟧", "protected", "block"),
        ("lead ⟦K1⟧ and ⟦K1⟧ by ⟦K2⟧", "protected", "block"),
        ("lead ⟦K1⟧ by ⟦K2⟧ and ⟦K3⟧", "protected", "block"),
        ("lead ⟦K1⟧ by ⟦K2⟧ ⟦", "protected", "block"),
        ("by ⟦K2⟧ lead the team of ⟦K1⟧", "protected-order", "look"),
    ],
)
def test_signs_that_are_lost_doubled_or_made_up_are_told(answer: str, rule: str, level: str) -> None:
    _, [verdict] = restored(MASKED, answer)
    assert (verdict.rule, verdict.level) == (rule, level)


def test_the_message_names_what_was_lost() -> None:
    _, [verdict] = restored(MASKED, "lead the team of ⟦K1⟧")
    assert verdict.message == "It leaves out “3 March 2027”."
