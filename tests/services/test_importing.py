"""Roles of a file become editions beside what is known, and drafts can be made of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.services import building, catalogue, documents, importing
from jd_builder.storage import Store, open_store
from tests.steps import steps

TODAY = date(2026, 11, 21)
OWN = b"kind,group,text\nduty,,water the plants\ncan,Gardening,prune a rose\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        catalogue.kept_in(lambda: opened)
        yield opened
        catalogue.kept_in(catalogue.no_store)


def brought(store: Store, path: Path) -> list[importing.Prepared]:
    found = [importing.prepared(role, TODAY) for role in importing.read(path.read_bytes(), path.name).roles]
    importing.keep(store, [each.role for each in found if not each.already])
    return found


def test_the_official_page_of_the_built_in_role_is_recognised_statement_by_statement(store: Store, seeds: Path) -> None:
    ours = catalogue.role("ciso")
    [found] = brought(store, seeds / "framework-ciso.txt")
    role = catalogue.role("ciso")
    assert found.asked == ()
    assert role.by_id.keys() == ours.by_id.keys()
    assert role.source.sha256
    for id, statement in ours.by_id.items():
        assert role.by_id[id].wordings.plain == statement.wordings.plain
        assert bool(role.by_id[id].wordings.official) == (statement.origin == "framework")


def test_a_draft_chooses_plain_or_official_wording(store: Store, seeds: Path) -> None:
    brought(store, seeds / "framework-ciso.txt")
    plain = Draft(role="ciso", documents=("university-nhs",))
    texts = {
        wording: [run.text for _, text in made.texts() for run in text]
        for wording in ("plain", "official")
        for made in documents.assembled(plain.changed(wording=wording)).values()
    }
    official = catalogue.role("ciso").by_id["ciso.duty.1"].wordings.official["2024-11-30"]
    assert official[:1].upper() + official[1:] in texts["official"]
    assert official[:1].upper() + official[1:] not in texts["plain"]


def test_every_role_of_the_export_makes_every_document_at_every_level(store: Store, framework_data: Path) -> None:
    brought(store, framework_data / "roles-sample.csv")
    for name in ("business-architect", "security-architect", "chief-technology-officer"):
        role = catalogue.role(name)
        for level in role.levels or [None]:
            draft = Draft(role=name, level=level.id if level else None)
            for layout in catalogue.layouts():
                [document] = building.documents(draft, [layout.id])
                assert document.title == (level.name if level else role.title)


def test_the_same_file_is_kept_once(store: Store, framework_data: Path) -> None:
    brought(store, framework_data / "roles-sample.csv")
    again = brought(store, framework_data / "roles-sample.csv")
    assert all(each.already for each in again)
    assert len(catalogue.editions()) == 4


def test_a_page_of_a_role_that_is_kept_keeps_the_ids_of_its_statements(store: Store, framework_data: Path) -> None:
    brought(store, framework_data / "roles-sample.csv")
    brought(store, framework_data / "security-architect.html")
    editions = [each.edition for each in catalogue.editions() if each.role == "security-architect"]
    one, other = (catalogue.role("security-architect", edition) for edition in editions)
    texts = {id: each.wordings.plain for id, each in one.by_id.items()}
    assert texts == {id: each.wordings.plain for id, each in other.by_id.items()}


def test_a_role_of_ones_own_is_nobody_elses(store: Store) -> None:
    [read] = importing.read(OWN, "head-gardener.csv").roles
    importing.keep(store, [importing.prepared(read, TODAY).role])
    [document] = building.documents(Draft(role="head-gardener"), ["internal-profile"])
    text = " ".join(run.text for _, runs in document.texts() for run in runs)
    assert "Water the plants" in text
    assert "Gardening" in text
    assert "Open Government Licence" not in text
    assert "Crown copyright" not in text


def test_nothing_that_is_kept_is_overwritten(store: Store) -> None:
    [read] = importing.read(OWN, "head-gardener.csv").roles
    role = importing.prepared(read, TODAY).role
    importing.keep(store, [role])
    with pytest.raises(UserError, match="is kept already"):
        importing.keep(store, [role])
    [newer] = importing.read(OWN + b"duty,,count the birds\n", "head-gardener.csv").roles
    assert importing.prepared(newer, TODAY).role.edition == "2026-11-21-read.2"


def test_a_draft_of_an_edition_that_nobody_kept_says_which_there_are() -> None:
    with pytest.raises(UserError, match="no edition of ciso '2030-01-01'") as told:
        catalogue.role("ciso", "2030-01-01")
    assert "2024-11-30" in told.value.fix


def test_the_newest_edition_is_not_looked_for_again_at_every_click(store: Store, seeds: Path) -> None:
    brought(store, seeds / "framework-ciso.txt")
    catalogue.role("ciso")
    assert steps(lambda: catalogue.role("ciso")) < 30  # a question to the store takes hundreds


def test_a_draft_of_no_certain_edition_shows_the_newest_as_soon_as_it_is_there(store: Store, seeds: Path) -> None:
    draft = Draft(role="ciso", wording="official", documents=("university-nhs",))
    before = documents.assembled(draft)
    brought(store, seeds / "framework-ciso.txt")
    assert documents.assembled(draft) != before
