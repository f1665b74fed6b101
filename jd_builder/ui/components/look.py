"""Our own quiet look, on top of the theme in .streamlit/config.toml."""

from functools import cache

from jd_builder.ui.components import browser, safe


def apply() -> None:
    safe.style(_css())


@cache
def _css() -> str:
    return browser.text_of("app.css", "pages.css")
