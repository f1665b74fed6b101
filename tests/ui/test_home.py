"""The first page, drawn without a browser."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from jd_builder import services
from tests.conftest import REPOSITORY

HOSTILE = "<b>Chief</b> ![a](https://example.com/x?q=SECRET) $x$ :red[*officer*]"


def draw() -> AppTest:
    return AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=30).run()


def texts(page: AppTest) -> list[str]:
    return [element.value for element in page.text]


@pytest.fixture
def hostile_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue whose names try every kind of markup that Streamlit reads."""
    held = SimpleNamespace(
        roles=lambda: [SimpleNamespace(title=HOSTILE, edition="2024-11")],
        layouts=lambda: [SimpleNamespace(name="private-advert", description=HOSTILE)],
    )
    monkeypatch.setattr(services, "catalogue", held, raising=False)


def test_the_page_names_every_role_and_every_kind_of_document() -> None:
    from jd_builder.services import catalogue

    page = draw()
    assert not page.exception
    shown = texts(page)
    assert "Chief information security officer" in shown
    assert [role.title for role in catalogue.roles() if role.title not in shown] == []
    assert [layout.name for layout in catalogue.layouts() if layout.name not in shown] == []


@pytest.mark.usefixtures("hostile_catalogue")
def test_the_page_says_how_to_make_a_document_today() -> None:
    page = draw()
    assert not page.exception
    assert page.title[0].value == "jd-builder"
    assert "-m jd_builder new > job.yaml" in page.code[0].value


@pytest.mark.usefixtures("hostile_catalogue")
def test_names_from_data_files_are_drawn_as_text_and_never_as_markup() -> None:
    page = draw()
    assert not page.exception
    assert texts(page).count(HOSTILE) == 2
    headings = [element.value for element in (*page.title, *page.subheader, *page.markdown, *page.caption)]
    assert not any("SECRET" in heading for heading in headings)
