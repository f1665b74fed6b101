"""The first page: start, go on, or look at a finished example.

What a newcomer needs is drawn before anything heavy is imported; lists fill their places after.
"""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jd_builder.services import examples
from jd_builder.ui import bootstrap
from jd_builder.ui.components import safe
from jd_builder.ui.steps import page

INTRODUCTION = (
    "Describe the job once, and take its advert, job description and candidate pack as Word files. "
    "Nothing you write is sent anywhere, unless you send it to a language model yourself."
)
EXAMPLES = "See a finished example"


def draw() -> None:
    with st.container(key="home"):
        main, beside = st.columns([7, 3], gap="large")
        with main:
            st.title("jd-builder", anchor=False)
            safe.line(INTRODUCTION, "lead")
            with st.container(key="start-new"):
                st.page_link(page("start"), label="Start a job description")
            with st.container(key="start-file"):
                st.page_link(page("from_file"), label="Start from a Word file")
            lists = st.container(key="lists")
            with st.container(key="more"):
                st.page_link(page("roles"), label="All roles, and bringing in the framework's own wording")
                st.page_link(page("settings"), label="Settings: the language model")
        with beside, st.container(key="examples"):
            if examples.names():
                safe.heading(EXAMPLES)
            cards = st.container(key="cards")
    _fill(lists, cards)


def _fill(lists: DeltaGenerator, cards: DeltaGenerator) -> None:
    from jd_builder.ui.components import draft_list, example_cards, organisation_list
    from jd_builder.ui.components.boundary import calm

    @calm
    def listed() -> None:
        bootstrap.store()  # its trouble is said once, not by each of the lists
        draft_list.show()
        organisation_list.show()

    with lists:
        listed()
    with cards:
        example_cards.show()


draw()
