"""Roles: what there is to describe, and bringing in more of it in the framework's own words."""

import streamlit as st

from jd_builder.ui import bootstrap
from jd_builder.ui.components import role_import, role_list, safe
from jd_builder.ui.components.boundary import calm
from jd_builder.ui.steps import page


@st.fragment
@calm
def body() -> None:
    bootstrap.store()  # what was imported is in it
    role = st.query_params.get("role", "")
    with st.container(key="top"):
        st.page_link(page("roles") if role else page("home"), label="All roles" if role else "Home")
    with st.container(key="roles"):
        if role:
            role_list.one(role)
            return
        st.title("Roles", anchor=False)
        safe.line("What job descriptions are made of. The built-in wording is ours, in plain English.", "lead")
        role_import.show()
        role_list.show()


body()
