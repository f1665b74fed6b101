"""Which skills the duties show, and which duties may be one."""

from jd_builder.assembly.coverage import doubles, shown
from jd_builder.assembly.marks import Words
from jd_builder.assembly.selection import Duty
from jd_builder.services import catalogue

ROLE = catalogue.role("ciso")


def duty(id: str, text: str = "") -> Duty:
    words = text or ROLE.by_id[id].wordings.plain
    return Duty(id, Words(words, "own" if text else "framework", id), "")


def skills_shown(*duties: Duty) -> dict[str, tuple[int, ...]]:
    return {each.skill.name: each.by for each in shown(duties, ROLE.skills, ROLE) if each.by}


def test_a_statement_of_a_skill_shows_it() -> None:
    assert skills_shown(duty("ciso.security-architecture.can.1")) == {"Security architecture": (1,)}


def test_a_duty_shows_the_skill_that_its_file_names() -> None:
    assert skills_shown(duty("ciso.duty.1"), duty("ciso.duty.9")) == {
        "Strategic cyber security planning": (1,),
        "Changing security culture": (2,),
    }


def test_a_further_list_shows_what_it_goes_with() -> None:
    adds = next(each for each in ROLE.lists[0].statements if each.overlap and each.overlap.by)
    assert skills_shown(duty(adds.id))


def test_a_statement_of_ones_own_shows_a_skill_that_it_names() -> None:
    assert "Cyber incident management" in skills_shown(
        duty("own.1", "take charge of the management of cyber incidents")
    )


def test_a_statement_of_ones_own_that_says_much_the_same_shows_the_skill() -> None:
    said = "develop good processes for assessing risks"
    assert "Cyber risk management" in skills_shown(duty("own.1", said))


def test_words_about_something_else_show_nothing() -> None:
    assert skills_shown(duty("own.1", "water the plants in the foyer")) == {}


def test_duties_that_say_much_the_same_are_pairs() -> None:
    duties = [
        duty("ciso.duty.5"),
        duty("own.1", "keep the register of suppliers up to date"),
        duty("own.2", "keep an up-to-date register of all suppliers"),
    ]
    [pair] = doubles(duties)
    assert (pair.one, pair.other) == (2, 3)


def test_the_suggested_duties_hold_no_pair() -> None:
    assert doubles([duty(id) for id in ROLE.suggested_duties[:10]]) == ()
