"""The job: every question about this vacancy, with the document beside it."""

import streamlit as st

from jd_builder.domain.base import kebab
from jd_builder.domain.post import POST_GROUPS
from jd_builder.ui.components import findings, frame, reword, safe
from jd_builder.ui.components.beside import beside
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.components.fields import field
from jd_builder.ui.components.question import ask
from jd_builder.ui.session import Sheet

NOTHING_GIVEN = "Nothing given"


@st.fragment
@calm
def body() -> None:
    sheet = frame.opened()
    frame.bar(sheet, "job")
    with beside(sheet):
        problems = {problem.place: problem.message for problem in sheet.problems()}
        first, *others = POST_GROUPS
        with st.container(
            key="part-bar", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            safe.heading(first)
            reword.button("job")
        _questions(first, sheet, problems)
        for name in others:
            _folded(name, sheet, problems)


def _questions(name: str, sheet: Sheet, problems: dict[str, str]) -> None:
    for each in POST_GROUPS[name]:
        ask(field(f"post.{kebab(each)}"), sheet, problems)


def _folded(name: str, sheet: Sheet, problems: dict[str, str]) -> None:
    """A group of questions under its heading; one of them is open at a time."""
    is_open = sheet.open_groups.get("job") == name
    given = [each for each in POST_GROUPS[name] if sheet.draft.post.get(kebab(each)) is not None]
    says = f"{len(given)} of {len(POST_GROUPS[name])} given" if given else NOTHING_GIVEN
    places = [f"post.{kebab(each)}" for each in POST_GROUPS[name]]
    needed = len({run.ref for run in sheet.gaps()} & set(places))
    says += f", {needed} needed" if needed else ""
    says += findings.counted(places, sheet)
    with st.container(
        key=f"fold-{kebab(name.lower().replace(' ', '-'))}", horizontal=True, vertical_alignment="center"
    ):
        st.button(
            f"{'Close' if is_open else 'Open'}: {name}", key=f"open-{name}", on_click=sheet.toggle, args=("job", name)
        )
        safe.line(says)
    if is_open:
        safe.heading(name)
        _questions(name, sheet, problems)


body()
