"""The frame of the app: its name, its pages, and the one that is asked for."""

import streamlit as st

from jd_builder.ui.pages import home


def main() -> None:
    st.set_page_config(page_title="jd-builder", layout="centered")
    pages = [st.Page(home.page, title="jd-builder", url_path="home", default=True)]
    st.navigation(pages, position="hidden").run()


if __name__ == "__main__":
    main()
