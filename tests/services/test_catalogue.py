"""What there is to choose from, and what is said of what there is not."""

from collections.abc import Iterator
from datetime import date

import pytest

from jd_builder.content import builtin
from jd_builder.domain.errors import DataFileError, Problem, UserError
from jd_builder.services import catalogue


@pytest.fixture(autouse=True)
def looked_at_anew() -> Iterator[None]:
    yield
    catalogue.forget()


def test_the_built_in_role_is_there() -> None:
    assert catalogue.role("ciso").title == "Chief information security officer"
    assert catalogue.role_errors() == ()


def test_layouts_are_there_in_the_order_of_their_ids() -> None:
    ids = [layout.id for layout in catalogue.layouts()]
    assert ids == sorted(ids)
    assert catalogue.layout(ids[0]).id == ids[0]
    assert catalogue.layout_errors() == ()


def test_the_newest_edition_is_taken_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    now = catalogue.role("ciso")
    newer = now.model_copy(update={"edition": "2027-03-01"})
    older = now.model_copy(
        update={"edition": "2022-01-10", "source": now.source.model_copy(update={"edition_date": date(2022, 1, 10)})}
    )
    monkeypatch.setattr(builtin, "builtin_roles", lambda: builtin.Loaded((now, older, newer), ()))
    catalogue.forget()
    assert [role.edition for role in catalogue.roles()] == ["2027-03-01", now.edition, "2022-01-10"]
    assert catalogue.role("ciso").edition == "2027-03-01"
    assert catalogue.role("ciso", "2022-01-10") is older
    with pytest.raises(UserError, match=r"There is no edition of ciso '2020'. There are: 2027-03-01, "):
        catalogue.role("ciso", "2020")


def test_an_unknown_role_is_told_with_those_there_are_and_with_broken_files(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = DataFileError("cto.yaml", (Problem("skills", "this is needed here", 3),))
    monkeypatch.setattr(builtin, "builtin_roles", lambda: builtin.Loaded((), (broken,)))
    with pytest.raises(UserError) as caught:
        catalogue.role("cto")
    assert str(caught.value) == "There is no role 'cto'. There are: none.\ncto.yaml:3: skills: this is needed here"


def test_an_unknown_document_is_told_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"There is no document 'poster'\. There are: .*private-advert"):
        catalogue.layout("poster")
