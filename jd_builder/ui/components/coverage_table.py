"""Skills and the duties that show them, when asked for: a table to read, and what it says is missing or double."""

import streamlit as st

from jd_builder.services import coverage
from jd_builder.services.shares import Shares
from jd_builder.text import english
from jd_builder.ui.components import safe

_NONE = "No duty shows it"
_HOW = (
    "A duty shows a skill that it belongs to or names, or when a fifth of the words that matter are also in one of "
    "the skill's statements. Two that share half of theirs may be one."
)


def show(shares: Shares) -> None:
    if not st.toggle("Show which skills the duties show", key="coverage"):
        return
    found = coverage.of(shares)
    safe.line(_HOW)
    if found.missing:
        safe.line(f"Essential, and no duty shows it: {english.listed(found.missing)}.")
    for one, other in found.doubles:
        safe.line(f"These two may be one: \u201c{one}\u201d and \u201c{other}\u201d.")
    for duty, statement, skill in found.repeats:
        safe.line(f"\u201c{duty}\u201d says much the same as \u201c{statement}\u201d of the skill {skill}.")
    rows = [(each.name, "\n".join(each.by) or _NONE) for each in found.skills]
    safe.table(("Skill", "Duties that show it"), rows)
