"""Duties and criteria: what the documents say of the work and of the person, and what else they could."""

import streamlit as st

from jd_builder.services import criteria, criterion_changes, duty_changes, finding_changes
from jd_builder.services.criteria import ref_of
from jd_builder.services.shares import Shares
from jd_builder.ui.components import coverage_table, findings, frame, reword, safe, statements
from jd_builder.ui.components.beside import beside
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.components.statement_lists import criteria_list, duty_list
from jd_builder.ui.session import Sheet

PARTS = {"duties": "Duties", "criteria": "Criteria"}
ABOUT = {
    "duties": "What the person will do. Fewer and plainer is stronger.",
    "criteria": "Essential: would you turn down someone good at everything else?",
}


@st.fragment
@calm
def body() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "duties")
    with beside(sheet, "duties", "Edit"):
        shares = Shares(sheet.draft)
        with st.container(
            key="part-bar", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            part = _part(sheet, shares)
            reword.button("duties")
        safe.line(ABOUT[part])
        if part == "duties":
            content = findings.in_rows(duty_list(shares, sheet.open_groups.get("duties", "")), sheet.found())
            statements.show("duties", content, sheet, finding_changes.beside(duty_changes.changed))
            coverage_table.show(shares)
        else:
            if number := criteria.first(shares):
                safe.line(criteria.said_of_first(number), "told")
            refs = {each.id: ref_of(each) for each in shares.criteria}
            content = criteria_list(shares, sheet.open_groups.get("criteria", ""))
            content = findings.in_rows(content, sheet.found(), refs)
            statements.show("criteria", content, sheet, finding_changes.beside(criterion_changes.changed))


def _part(sheet: Sheet, shares: Shares) -> str:
    """Duties or criteria: as the person picked, or where the part of the document is that they clicked."""
    if sheet.asked != st.session_state.setdefault("part-asked", 0):
        st.session_state["part-asked"] = sheet.asked
        st.session_state["part"] = "duties" if sheet.focus in shares.chosen else "criteria"
    first = None if "part" in st.session_state else "duties"  # not set: a browser that is back says which it was
    picked = st.segmented_control(
        "Part", list(PARTS), default=first, format_func=PARTS.__getitem__, key="part", label_visibility="collapsed",
        required=True,
    )  # fmt: skip
    return picked or "duties"


body()
