"""Duties and criteria: the page without a browser, and the deeds that a browser sends it."""

from typing import Any

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.services import criterion_changes, duty_changes
from jd_builder.services.changes import Action, Change
from jd_builder.services.shares import Shares
from jd_builder.storage.store import Store
from jd_builder.ui.components.statement_lists import criteria_list, duty_list
from jd_builder.ui.components.statements import Heard, hear
from jd_builder.ui.session import Sheet
from tests.ui.conftest import Open, said
from tests.ui.drafts import HOSTILE, kept

BOTH = Draft(documents=("private-advert", "university-nhs"))


@pytest.fixture
def sheet(store: Store) -> Sheet:
    stored = store.load_draft(store.create_draft(BOTH).id)
    return Sheet(stored, stored.draft)


def sent(*actions: dict[str, Any], client: str = "one") -> dict[str, Any]:
    """What the list in a browser sends: all that it was not told was heard."""
    return {"client": client, "actions": list(actions)}


def do(what: object, heard: Heard, on: Sheet) -> bool:
    return hear(what, heard, "duties", on, duty_changes.changed)


REMOVE = {"number": 1, "action": "remove", "id": "ciso.duty.1"}
WRITE = {"number": 2, "action": "write", "text": HOSTILE}


def test_a_deed_is_done_once_kept_and_marked(sheet: Sheet, store: Store) -> None:
    heard = Heard()
    assert do(sent(WRITE), heard, sheet)
    assert sheet.changed == "own.1"
    assert [own.text for own in store.load_draft(sheet.stored.id).draft.own] == [HOSTILE]
    assert store.revisions(sheet.stored.id)[-1].change == "Added a duty"


def test_what_is_sent_again_is_not_done_again(sheet: Sheet, store: Store) -> None:
    heard = Heard()
    do(sent(REMOVE), heard, sheet)
    number = sheet.stored.number
    assert not do(sent(REMOVE), heard, sheet)
    assert sheet.stored.number == number
    assert do(sent(REMOVE, WRITE), heard, sheet)
    assert len(store.revisions(sheet.stored.id)) == 3


def test_deeds_in_one_message_are_done_in_turn(sheet: Sheet) -> None:
    moves = [{"number": n, "action": "move", "id": "ciso.duty.1", "to": n} for n in (1, 2, 3)]
    do(sent(*moves), Heard(), sheet)
    assert Shares(sheet.draft).chosen.index("ciso.duty.1") == 3


def test_another_page_of_the_browser_counts_from_one_again(sheet: Sheet) -> None:
    heard = Heard()
    do(sent({**WRITE, "number": 9}), heard, sheet)
    assert do(sent(REMOVE, client="two"), heard, sheet)
    assert "ciso.duty.1" not in Shares(sheet.draft).chosen


def test_a_deed_that_is_refused_keeps_nothing_and_says_why(sheet: Sheet, store: Store) -> None:
    heard = Heard()
    do(sent({"number": 1, "action": "edit", "id": "ciso.duty.1", "text": ""}), heard, sheet)
    assert heard.change is not None
    assert heard.change.refused
    assert len(store.revisions(sheet.stored.id)) == 1


def test_a_mistake_of_ours_is_one_calm_sentence_and_is_not_tried_for_ever(sheet: Sheet) -> None:
    def broken(shares: Shares, action: Action) -> Change:
        raise ZeroDivisionError(action["text"])

    heard = Heard()
    assert hear(sent({"number": 1, "action": "write", "text": "secret"}), heard, "duties", sheet, broken)
    assert heard.change is not None
    assert heard.change.refused
    assert "Reference: " in heard.change.said
    assert "secret" not in heard.change.said
    assert (heard.number, sheet.draft) == (1, BOTH)


def test_one_fold_is_open_at_a_time_and_opening_one_is_no_change(sheet: Sheet, store: Store) -> None:
    heard = Heard()
    do(
        sent({"number": 1, "action": "open", "fold": "add"}, {"number": 2, "action": "open", "fold": "left"}),
        heard,
        sheet,
    )
    folds = {fold["id"]: fold["open"] for fold in duty_list(Shares(sheet.draft), sheet.open_groups["duties"])["folds"]}
    assert folds == {"add": False, "write": False, "left": True}
    do(sent({"number": 3, "action": "open", "fold": "left"}), heard, sheet)
    assert sheet.open_groups["duties"] == ""
    assert len(store.revisions(sheet.stored.id)) == 1


@pytest.mark.parametrize(
    "what",
    [None, "x", [], {}, {"actions": 5}, {"actions": ["x", None, {}, {"number": "1"}]}, {"client": 5, "actions": []}],
)
def test_whatever_a_browser_sends_the_page_stands(what: object, sheet: Sheet) -> None:
    assert not do(what, Heard(), sheet)
    assert sheet.draft == BOTH


def test_what_is_folded_is_not_sent() -> None:
    closed, opened = duty_list(Shares(BOTH), ""), duty_list(Shares(BOTH), "add")
    assert not any("groups" in fold or "items" in fold for fold in closed["folds"])
    assert closed["folds"][0]["title"] == opened["folds"][0]["title"]
    number = sum(len(group["rows"]) for group in opened["folds"][0]["groups"])
    assert opened["folds"][0]["title"] == f"Add from the list ({number} more)"
    assert closed["folds"][2]["title"] == "11 more from the commercial list, which the framework has in its own words"


def test_criteria_that_no_document_prints_are_said_to_be_so() -> None:
    _, desirable = criteria_list(Shares(Draft(documents=("private-advert",))), "")["sections"]
    assert (desirable["rows"], desirable["none"]) == ([], "No document of this draft prints desirable criteria.")


def test_the_page_is_drawn_for_a_draft_with_hostile_words(open_page: Open, store: Store) -> None:
    draft = criterion_changes.changed(Shares(BOTH), {"action": "write", "text": HOSTILE}).draft
    draft = duty_changes.changed(Shares(draft), {"action": "write", "text": HOSTILE}).draft
    app = open_page("duties", draft=kept(store, draft))
    assert "What the person will do. Fewer and plainer is stronger." in said(app)
    assert not app.markdown


def test_criteria_are_the_other_half_of_the_page(open_page: Open, store: Store) -> None:
    app = open_page("duties", draft=kept(store, BOTH))
    app.session_state["part"] = "criteria"
    app.run()
    assert not app.exception
    assert "Essential: would you turn down someone good at everything else?" in said(app)
