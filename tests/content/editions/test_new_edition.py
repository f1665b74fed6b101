"""An edition made from what was read: every statement once, under a name that lasts."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jd_builder.content.editions.new_edition import Made, edition_name, made
from jd_builder.content.reading.page import RoleRead
from jd_builder.domain.framework import Role
from tests.content.editions.readings import HEAD, LADDERS, LAMPLIGHTER, LAMPS

TODAY = date(2026, 11, 21)


def edition(
    read: RoleRead, *earlier: Role, name: str = "2026-03-01", decided: Mapping[str, str | None] | None = None
) -> Made:
    return made(read, "lamps", name, earlier, TODAY, decided or {})


def ids(role: Role) -> dict[str, str]:
    return {each.wordings.plain: each.id for each in role.statements()}


FIRST = edition(HEAD).role


def test_every_statement_is_there_once_in_the_order_of_the_file() -> None:
    texts = [each.wordings.plain for each in FIRST.statements()]
    assert texts[:2] == ["A head of lamplighting runs the lamps of a town.", "They answer to the mayor."]
    assert texts[5:] == [*LAMPS.you_can, *LAMPS.leadership, *LADDERS.you_can]
    assert len(FIRST.by_id) == len(texts) == 11


def test_ids_say_what_a_statement_is() -> None:
    assert [duty.id for duty in FIRST.duties] == ["lamps.duty.1", "lamps.duty.2", "lamps.duty.3"]
    assert ids(FIRST)["climb a ladder safely in wind and rain"] == "lamps.working-at-height.can.1"
    assert ids(FIRST)["advising the council on brighter squares"] == "lamps.lamp-care.lead.1"


def test_a_link_is_printed_as_what_it_says() -> None:
    assert FIRST.duties[2].wordings.plain == "report broken lamps to the town works each morning"


def test_the_official_wording_stands_under_its_edition() -> None:
    assert FIRST.duties[0].wordings.official == {"2026-03-01": HEAD.duties[0]}


def test_the_source_says_where_and_when_and_from_which_file() -> None:
    source = FIRST.source
    assert (source.edition_date, source.retrieved, source.sha256) == (date(2026, 3, 1), TODAY, "a" * 64)
    assert source.licence == "Open Government Licence v3.0"


def test_a_date_that_the_file_does_not_say_stays_empty() -> None:
    assert edition(LAMPLIGHTER).role.source.edition_date is None
    assert edition_name(LAMPLIGHTER, TODAY, ()) == "2026-11-21-read"
    assert edition_name(LAMPLIGHTER, TODAY, ("2026-11-21-read", "2026-11-21-read.2")) == "2026-11-21-read.3"


def test_the_same_text_keeps_its_ids_whatever_its_place() -> None:
    turned = replace(HEAD, duties=HEAD.duties[::-1], skills=HEAD.skills[::-1])
    assert ids(edition(turned, FIRST).role) == ids(FIRST)


def test_a_new_statement_gets_a_number_that_nothing_had() -> None:
    without = edition(replace(HEAD, duties=HEAD.duties[:2]), FIRST, name="2026-06-01").role
    again = edition(replace(HEAD, duties=("paint lamp posts green",)), without, FIRST, name="2026-09-01").role
    assert [duty.id for duty in again.duties] == ["lamps.duty.4"]


def test_a_repaired_statement_is_the_same_one() -> None:
    repaired = "plan the yearly rounds of all lamplighters in the town."
    result = edition(replace(HEAD, duties=(repaired, *HEAD.duties[1:])), FIRST)
    assert ids(result.role)[repaired] == "lamps.duty.1"
    assert result.asked == ()


REWORDED = "agree the price and quality of lamp oil with all merchants"


def test_a_statement_in_other_words_is_asked_about() -> None:
    result = edition(replace(HEAD, duties=(HEAD.duties[0], REWORDED)), FIRST)
    [question] = result.asked
    assert (question.text, question.id, question.before) == (REWORDED, "lamps.duty.2", HEAD.duties[1])
    assert ids(result.role)[REWORDED] == "lamps.duty.4"


def test_what_a_person_said_of_it_holds() -> None:
    read = replace(HEAD, duties=(HEAD.duties[0], REWORDED))
    same, new = (edition(read, FIRST, decided={REWORDED: said}) for said in ("lamps.duty.2", None))
    assert (ids(same.role)[REWORDED], same.asked) == ("lamps.duty.2", ())
    assert (ids(new.role)[REWORDED], new.asked) == ("lamps.duty.4", ())


def test_a_skill_under_another_name_keeps_its_id() -> None:
    renamed = replace(HEAD, skills=(replace(LAMPS, name="Care of street lights"), LADDERS))
    assert [skill.id for skill in edition(renamed, FIRST).role.skills] == [skill.id for skill in FIRST.skills]


def test_another_skill_is_not_taken_for_one_that_is_gone() -> None:
    other = replace(LAMPS, name="Bell ringing", you_can=("ring eight bells in order",), leadership=())
    assert edition(replace(HEAD, skills=(other,)), FIRST).role.skills[0].id == "lamps.bell-ringing"


def test_a_skill_without_leadership_examples_stays_without() -> None:
    assert FIRST.skills[1].of_kind("lead") == ()


def test_levels_share_the_statements_of_a_skill_at_one_proficiency() -> None:
    one, other = edition(LAMPLIGHTER).role.levels
    assert one.skills[1].statements == other.skills[1].statements
    assert one.skills[0].statements[0].id == "lamps.lamp-care.working.can.1"
    assert other.skills[0].statements[0].id == "lamps.lamp-care.expert.can.1"


def test_where_levels_say_it_differently_each_has_its_own() -> None:
    one, other = LAMPLIGHTER.levels
    changed = replace(other, skills=(other.skills[0], replace(other.skills[1], you_can=("climb higher",))))
    role = edition(replace(LAMPLIGHTER, levels=(one, changed))).role
    assert [level.skills[1].statements[0].id for level in role.levels] == [
        "lamps.working-at-height.working.can.1",
        "lamps.working-at-height.working.can.2",
    ]


def test_responsibilities_belong_to_their_level() -> None:
    levels = edition(LAMPLIGHTER).role.levels
    assert [level.id for level in levels] == ["lamplighter", "senior-lamplighter"]
    assert levels[1].responsibilities[0].id == "lamps.senior-lamplighter.resp.1"
    assert levels[1].grades == ("Grade 5",)
