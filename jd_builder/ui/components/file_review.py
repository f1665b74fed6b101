"""What was read of an old job description, part by part, and what to do with each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from jd_builder.domain.draft import Draft, LeftOver
from jd_builder.domain.framework import STAGES
from jd_builder.services import from_file
from jd_builder.services.from_file import Chosen, Near
from jd_builder.text import english
from jd_builder.ui.components import safe

if TYPE_CHECKING:
    from jd_builder.drafts.old.parts import OldDescription

_PLACES = {
    "": "Leave it out",
    "duty": "These are duties",
    "essential": "These are essential criteria",
    "desirable": "These are desirable criteria",
}
_KEEP = "Keep the file's words"


def show(old: "OldDescription", empty: Draft) -> Chosen:
    """Draw it all, and give what the user chose."""
    _facts(old)
    kinds = _placed(old)
    said, old = old, from_file.placed(old, kinds)
    renewed = _outdated(old)
    pairs = from_file.near(old, empty)
    ours = _duties(pairs)
    added = _added(pairs, empty)
    _criteria(old)
    _unread(said, old)
    return Chosen(ours, added, renewed, kinds)


def _facts(old: "OldDescription") -> None:
    safe.heading("What was read", "It becomes answers that you can change.")
    prose = [("About us", old.about), ("Job purpose", old.purpose), ("Benefits", "\n".join(old.benefits))]
    rows = [*from_file.facts(old), *((name, text) for name, text in prose if text)]
    if rows:
        safe.table(("Answer", "In the file"), rows)
    else:
        safe.line("No facts were found, such as a title, grade or place. You can fill them in.")


def _outdated(old: "OldDescription") -> list[int]:
    found = from_file.outdated(old)
    if not found:
        return []
    safe.heading("Names that have changed", "Ticked names are replaced wherever the draft takes them over.")
    labels = [safe.label(f"{name.found}: write {name.replacement}. {name.why}") for name in found]
    return [number for number, label in enumerate(labels) if st.checkbox(label, True, key=f"old-name-{number}")]


def _duties(pairs: tuple[Near, ...]) -> list[int]:
    """Each duty in its own words, with the nearest statement of the role to take in its place."""
    safe.heading(f"Duties: {len(pairs)}", "Each keeps its own words unless you choose the statement beside it.")
    chosen = []
    for number, pair in enumerate(pairs):
        with st.container(key=f"old-duty-{number}", gap="xsmall"):
            if not pair.id:
                safe.line(pair.text, "told")
                continue
            without = f", but without {' and '.join(pair.drops)}" if pair.drops else ""
            ours = f"Say instead: {english.raised(pair.statement)} ({pair.likeness:.0%} alike{without})"
            picked = st.radio(
                safe.label(pair.text), [_KEEP, ours], format_func=safe.label, key=f"old-say-{number}-{pair.id}"
            )
            if picked == ours:
                chosen.append(number)
    return chosen


def _added(pairs: tuple[Near, ...], empty: Draft) -> list[str]:
    found = from_file.missing(pairs, empty)
    if not found:
        return []
    safe.heading("What the framework adds", "Usual duties of the role that the file does not have. Tick what you want.")
    labels = {id: safe.label(english.raised(words)) for id, words in found.items()}
    return [id for id, label in labels.items() if st.checkbox(label, key=f"old-add-{id}")]


def _criteria(old: "OldDescription") -> None:
    if not old.criteria:
        return
    safe.heading(f"Criteria: {len(old.criteria)}", "They become the person specification.")
    rows = [
        (each.text, each.need.capitalize(), ", ".join(STAGES[stage] for stage in each.assessed))
        for each in old.criteria
    ]
    safe.table(("Criterion", "Need", "Assessed by"), rows)


def _unread(said: "OldDescription", left: "OldDescription") -> None:
    """What was not understood: under each heading the user may say what it is; ``left`` is where they did so."""
    if not said.unread:
        return
    number = english.count(len(left.unread), "passage")
    safe.heading(f"Not understood: {number}", "They are kept with the draft, and no document prints them.")
    with st.expander("Look at them"):
        _passages((each.heading, f"{each.text}\n{each.reason}".strip()) for each in left.unread)
        for heading in from_file.under_headings(said):
            label = safe.label(f"What stands under “{heading}”")
            st.selectbox(label, list(_PLACES), format_func=_PLACES.__getitem__, key=_place_key(heading))


def _placed(old: "OldDescription") -> dict[str, from_file.Placed]:
    """What the user says below: the lists above show it."""
    said = {heading: st.session_state.get(_place_key(heading)) for heading in from_file.under_headings(old)}
    return {heading: kind for heading, kind in said.items() if kind}


def _place_key(heading: str) -> str:
    return f"old-place-{heading[:80]}"


def left_over(passages: Sequence[LeftOver]) -> None:
    """What a file said that the draft has no place for: to copy from, until nobody needs it."""
    if not passages:
        return
    with st.expander(f"Brought in from files: {english.count(len(passages), 'passage')} not used"):
        _passages((each.heading, each.text) for each in passages)


def _passages(rows: Iterable[tuple[str, str]]) -> None:
    safe.table(("Under", "In the file"), rows)
