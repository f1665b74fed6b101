"""How a document reads, as information: gender-coded words and the grade, folded until somebody wants to know."""

from collections.abc import Iterator, Mapping

import streamlit as st

from jd_builder.checks.gender import CodedWord, Outcome, Verdict
from jd_builder.services import reading
from jd_builder.services.labels import label
from jd_builder.services.reading import Reads
from jd_builder.text import english
from jd_builder.ui.components import safe
from jd_builder.ui.session import Sheet

_PAGE, _GROUP = "finish", "reading"
_GRADE = (
    "Flesch-Kincaid, in school years. A security role comes to 12 or more by its terms. "
    "Text that is not English is left out."
)
_CODED = (
    "Words that studies of adverts found to draw more men, or more women: the published list of Gaucher, Friesen and "
    "Kay (2011) as Gender Decoder counts it. It has no other words, "
    "such as “dynamic” or “rockstar”: the other checks look at those."
)
_LEANING: Mapping[Outcome, str] = {
    "strongly masculine-coded": "lean strongly towards men",
    "masculine-coded": "lean a little towards men",
    "neutral": "draw as many men as women",
    "feminine-coded": "lean a little towards women",
    "strongly feminine-coded": "lean strongly towards women",
    "empty": "none",
}


def show(sheet: Sheet) -> None:
    """Of the document that stands beside it."""
    documents = sheet.documents()
    state = st.session_state
    document = documents.get(state.get("shown-finish") or state.get("shown", "")) or next(
        iter(documents.values()), None
    )
    if document is None:
        return
    found = reading.of(document)
    is_open = sheet.open_groups.get(_PAGE) == _GROUP
    with st.container(key="card-reading", gap="xsmall"):
        safe.entry(f"How it reads: {english.lowered(document.name)}", _summary(found))
        st.button(
            "Close" if is_open else "Show the words and sentences",
            key="open-reading",
            on_click=sheet.toggle,
            args=(_PAGE, _GROUP),
        )
        if is_open:
            _details(found)


def _summary(found: Reads) -> str:
    """The first row of the table in words, so that both say the same."""
    counted = found.words.without_needed
    men, women, leaning = _said(counted)
    told = f"Gender-coded words: {men} for men, {women} for women{'' if leaning == 'none' else f'; they {leaning}'}."
    own = "" if found.grades.own is None else f" Reading grade of your own words: {found.grades.own:.0f}."
    return f"{told} Words that the role itself needs do not count.{own} Nothing here stops you."


def _details(found: Reads) -> None:
    safe.heading("Gender-coded words", _CODED)
    verdicts = (
        ("Words that count", found.words.without_needed),
        ("Yours among them", found.own.without_needed),
        ("With the words that the role itself needs", found.words.all_words),
    )
    header = ("Counted", "Draw more men", "Draw more women", "Together they")
    safe.table(header, [(name, *_said(each)) for name, each in verdicts])
    if found.own.words:
        safe.table(("Your word", "Coded", "Instead, perhaps"), _words(found.own.words))
    safe.heading("Reading grade", _GRADE)
    graded = (("Your own words", found.grades.own), ("Fixed wording, the source's own", found.grades.fixed))
    safe.table(("Text", "Grade"), [(name, "none" if grade is None else f"{grade:.1f}") for name, grade in graded])
    if found.hardest:
        safe.heading("The hardest sentences")
    for each in found.hardest:
        safe.entry(each.sentence.text, f"{_where(each.place)}, {each.sentence.words} words", "told")


def _said(verdict: Verdict) -> tuple[str, str, str]:
    return str(len(verdict.masculine)), str(len(verdict.feminine)), _LEANING[verdict.outcome]


def _words(words: tuple[CodedWord, ...]) -> Iterator[tuple[str, str, str]]:
    """Each word once, with how often it stands there."""
    times: dict[str, list[CodedWord]] = {}
    for word in words:
        times.setdefault(word.text.lower(), []).append(word)
    for text, same in times.items():
        often = f"{text} ({len(same)} times)" if len(same) > 1 else text
        coding = f"{same[0].coding}, needed by the role" if same[0].needed else same[0].coding
        yield often, coding, ", ".join(same[0].alternatives)


def _where(place: str | None) -> str:
    if place is None:
        return "The layout"
    return label(place) if place.startswith(("post.", "organisation.")) else "Duties and criteria"
