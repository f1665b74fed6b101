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
_NOTHING = "no coded words"
_LEANING: Mapping[Outcome, str] = {
    "strongly masculine-coded": "they lean strongly towards those that draw more men",
    "masculine-coded": "they lean a little towards those that draw more men",
    "neutral": "as many draw men as women",
    "feminine-coded": "they lean a little towards those that draw more women",
    "strongly feminine-coded": "they lean strongly towards those that draw more women",
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
    leaning = _LEANING[found.words.without_needed.outcome]
    own = "" if found.grades.own is None else f" Reading grade of your own words: {found.grades.own:.0f}."
    return f"Gender-coded words: {leaning}. Words that the role itself needs do not count.{own} Nothing here stops you."


def _details(found: Reads) -> None:
    safe.heading("Gender-coded words", "Words that studies of adverts found to draw more men, or more women.")
    verdicts = (
        ("All words", found.words.all_words),
        ("Without the words that the role itself needs", found.words.without_needed),
        ("Only yours", found.own.all_words),
    )
    safe.table(("Counted", "Masculine, feminine", "Outcome"), [(name, *_said(each)) for name, each in verdicts])
    if found.own.words:
        safe.table(("Your word", "Coded", "Instead, perhaps"), _words(found.own.words))
    safe.heading("Reading grade", "Flesch-Kincaid, in school years. A security role comes to 12 or more by its terms.")
    graded = (("Your own words", found.grades.own), ("Fixed wording, the source's own", found.grades.fixed))
    safe.table(("Text", "Grade"), [(name, "none" if grade is None else f"{grade:.1f}") for name, grade in graded])
    if found.hardest:
        safe.heading("The hardest sentences")
    for each in found.hardest:
        safe.entry(each.sentence.text, f"{_where(each.place)}, {each.sentence.words} words", "told")


def _said(verdict: Verdict) -> tuple[str, str]:
    return f"{len(verdict.masculine)}, {len(verdict.feminine)}", verdict.outcome.replace("empty", _NOTHING)


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
