"""What stands between a draft and its publication: wrong values, the gaps to see to first, and what steers the rest."""

from collections.abc import Sequence

import streamlit as st

from jd_builder.domain.errors import Problem
from jd_builder.services import gaps
from jd_builder.services.found import Found
from jd_builder.services.gaps import Gap
from jd_builder.services.labels import label
from jd_builder.text import english
from jd_builder.ui import going
from jd_builder.ui.components import safe
from jd_builder.ui.components.rows import row
from jd_builder.ui.session import Sheet

FIRST = 3


def show(sheet: Sheet, found: Found) -> None:
    """What is left as it is for a reason is shown with the reasons, and no more here."""
    left = {each.finding.field for each in found.kept}
    problems = [each for each in sheet.problems() if each.place not in left]
    missing = [each for each in gaps.found(sheet.documents(), sheet.problems()) if each.ref not in left]
    _lines(sheet, missing, problems)


def _lines(sheet: Sheet, found: Sequence[Gap], problems: Sequence[Problem]) -> None:
    with st.container(key="to-do", gap=None):
        for number, problem in enumerate(problems):
            _line(sheet, problem.place, gaps.sentence(problem), "Wrong value", f"wrong-{number}")
        for gap in found[:FIRST]:
            _line(sheet, gap.ref, gap.label, _where(gap), f"gap-{gap.ref.replace('.', '-')}")
        for place in gaps.steering(sheet.draft):
            _line(sheet, place, label(place), gaps.STEERING[place], f"gap-{place.replace('.', '-')}")
    more = len(found) - FIRST
    if more > 0:
        safe.line(f"And {english.count(more, 'more gap')}, in yellow in the documents.")


def _line(sheet: Sheet, ref: str, name: str, about: str, key: str) -> None:
    with row(key, name, about):
        if st.button("Put right" if key.startswith("wrong") else "Fill in", key=f"go-{key}", type="tertiary"):
            going.to(sheet, ref)


def _where(gap: Gap) -> str:
    return f"Missing in: {', '.join(english.lowered(name) for name in gap.documents)}"
