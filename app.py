"""The frame of the app: its name, its style, its pages, and the one that is asked for."""

import streamlit as st

from jd_builder.ui import returning, steps
from jd_builder.ui.components import look, pulse


def main() -> None:
    st.set_page_config(page_title="jd-builder", layout="wide")
    look.apply()
    pulse.mount()
    st.navigation(steps.pages(), position="hidden").run()
    returning.settle()


if __name__ == "__main__":
    main()
