"""A newer edition: what it changes, what a draft has to do with it, and that nothing of the user's is lost."""

from dataclasses import replace
from datetime import date

import pytest

from jd_builder.content.editions.new_edition import made
from jd_builder.domain.draft import Criterion, Draft, Edit
from jd_builder.domain.framework import Role
from jd_builder.services import editions
from jd_builder.services.moving import moved
from tests.content.editions.readings import HEAD, LADDERS, LAMPS

REWORDED = "agree the price of oil with merchants"
ADDED = "paint all lamp posts green in spring"


def edition(name: str, *earlier: Role, **said: object) -> Role:
    return made(replace(HEAD, **said), "lamps", name, earlier, date(2026, 11, 21), {}).role  # type: ignore[arg-type]


OLD = edition("2026-03-01")
NEW = edition(
    "2026-09-01",
    OLD,
    duties=(HEAD.duties[0], REWORDED, ADDED),
    skills=(replace(LAMPS, name="Care of lamps"), LADDERS),
)
DRAFT = Draft(
    role="lamps",
    edition=OLD.edition,
    documents=("university-nhs",),
    organisation={"name": "Westhaven", "sector": "local-government"},
)


def all_left(draft: Draft) -> list[str]:
    return [change.id for change in editions.concerning(draft, OLD, NEW)]


def duties(draft: Draft, role: Role) -> list[str]:
    from jd_builder.services.shares import Shares

    shares = Shares(draft, role)
    return [str(duty.words) for duty in shares.as_duties(shares.chosen).values()]


def test_a_newer_edition_shows_what_was_added_removed_reworded_and_renamed() -> None:
    found = editions.compared(OLD, NEW)
    assert [(each.sort, each.id) for each in found.changes] == [
        ("reworded", "lamps.duty.2"),
        ("added", "lamps.duty.4"),
        ("removed", "lamps.duty.3"),
    ]
    assert found.renamed == (("Lamp care", "Care of lamps"),)


def test_an_edition_changes_nothing_of_itself() -> None:
    assert editions.compared(OLD, OLD).changes == ()


def test_a_draft_that_takes_everything_prints_the_newer_edition() -> None:
    assert duties(moved(DRAFT, OLD, NEW, ()), NEW) == [HEAD.duties[0], REWORDED, ADDED]


def test_a_draft_that_leaves_everything_prints_what_it_printed() -> None:
    assert sorted(duties(moved(DRAFT, OLD, NEW, all_left(DRAFT)), NEW)) == sorted(duties(DRAFT, OLD))


def test_an_edit_of_the_user_is_never_overwritten_and_remembers_its_base() -> None:
    edited = DRAFT.editing("lamps.duty.2", Edit(text="buy oil well"))
    after = moved(edited, OLD, NEW, ())
    [edit] = after.edits["lamps.duty.2"]
    assert edit.text == "buy oil well"
    assert edit.base
    assert (edit.base.edition, edit.base.text) == (OLD.edition, HEAD.duties[1])


def test_an_edited_statement_that_is_gone_goes_on_as_the_users_own() -> None:
    edited = DRAFT.editing("lamps.duty.3", Edit(text="report lamps that are broken"))
    after = moved(edited, OLD, NEW, ())
    assert [own.text for own in after.own] == ["report lamps that are broken"]
    assert "lamps.duty.3" not in after.edits
    assert "report lamps that are broken" in duties(after, NEW)


@pytest.mark.parametrize("left", [(), ("lamps.duty.3",)])
def test_choices_follow_a_statement_that_is_gone(left: tuple[str, ...]) -> None:
    chosen = DRAFT.starring("lamps.duty.3").ordering(("lamps.duty.3", "lamps.duty.1"))
    after = moved(chosen, OLD, NEW, left)
    assert after.choose.star == (("own.1",) if left else ())
    assert after.choose.order == (("own.1", "lamps.duty.1") if left else ("lamps.duty.1",))


def test_a_criterion_of_a_skill_that_is_gone_stays_in_its_words() -> None:
    without = edition("2026-10-01", NEW, OLD, skills=(LAMPS,))
    asked = DRAFT.requiring([Criterion(statement="lamps.working-at-height", need="essential", assessed=("I",))])
    [kept] = moved(asked, OLD, without, ()).criteria
    assert (kept.text, kept.statement, kept.need) == (
        "You are able to climb a ladder safely in wind and rain",
        None,
        "essential",
    )


def test_only_what_a_draft_uses_concerns_it() -> None:
    without = DRAFT.excluding("lamps.duty.2").excluding("lamps.duty.3")
    assert [change.sort for change in editions.concerning(without, OLD, NEW)] == ["added"]


def test_moving_back_and_forth_loses_nothing_that_was_written() -> None:
    written = DRAFT.adding("duty", "water the flowers").editing("lamps.duty.2", Edit(text="buy oil well"))
    there = moved(written, OLD, NEW, ())
    back = moved(there, NEW, OLD, ())
    assert "water the flowers" in duties(back, OLD)
    assert "buy oil well" in duties(back, OLD)
