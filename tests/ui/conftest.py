"""The app without a browser, over a real store in a folder of its own."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from re import sub

import pytest
from streamlit.testing.v1 import AppTest

from jd_builder.storage.store import Store
from jd_builder.ui import bootstrap
from tests.conftest import REPOSITORY

Open = Callable[..., AppTest]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that the app opens when it first needs one."""
    monkeypatch.setenv("JD_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("JD_DATABASE_URL", raising=False)
    bootstrap.close()
    yield bootstrap.store()
    bootstrap.close()


@pytest.fixture
def open_page(store: Store) -> Open:
    """``open_page("finish", draft=id)`` draws a page at an address."""

    def opened(name: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60)
        app.context["timezone"] = "Europe/London"
        app.query_params.update(query)
        app.run()
        if name != "home":
            app.switch_page(f"jd_builder/ui/pages/{name}.py")
            app.query_params.update(query)
            app.run()
        assert not app.exception
        return app

    return opened


def said(app: AppTest) -> list[str]:
    """Every text that we drew, as a person reads it."""
    drawn = [sub(r"<[^>]+>", "\n", str(each.value)) for each in app.html if "<style" not in str(each.value)]
    return [line for text in drawn for line in map(str.strip, unescape(text).split("\n")) if line]


def labels(app: AppTest) -> list[str]:
    """Every label that Streamlit reads as Markdown."""
    widgets = (*app.button, *app.checkbox, *app.text_input, *app.text_area, *app.selectbox, *app.toggle, *app.radio)
    return [each.label for each in (*widgets, *app.download_button, *app.page_link, *app.pills)]
