"""The built-in role says every official statement again, in plain words of our own."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from jd_builder.content.builtin import builtin_roles, load_builtin
from jd_builder.domain.framework import Role, Statement
from jd_builder.text.fingerprint import fingerprint

HERE = Path(__file__).parent

# How many "You can" statements and leadership examples each skill of the official page has.
SKILLS = {
    "Strategic cyber security planning": (3, 4),
    "Cyber security governance": (4, 3),
    "Cyber risk management": (3, 3),
    "Changing security culture": (3, 3),
    "Security architecture": (3, 3),
    "Cyber incident management": (4, 3),
    "Innovation in digital and data": (4, 3),
    "Capability building for digital and data teams": (3, 4),
}
ASKS_FOR_GOVERNMENT = re.compile(
    r"\b(?:governments?|ministers?|ministerial|civil service|public sector)\b", re.IGNORECASE
)
# GOV.UK's words to avoid, and words of the Gender Decoder's masculine list for which there is a plain one.
# "Lead" and "decide" stay: they say how much authority the post has.
AVOIDED = re.compile(
    r"\b(?:driv\w+|deliver\w*|leverag\w+|robust|key|foster\w*|facilitat\w+|empower\w*|tackl\w+|combat\w*|utilis\w+"
    r"|impact\w*|transform\w*|streamlin\w+|incentivis\w+|champion\w*|promot(?:e|es|ed|ing)|collaborat\w+|commit\w*"
    r"|advanc\w+|strengthen\w*|initiate\w*|liais\w+|overarching|dialogue|agenda|going forward|in order to|thriv\w+"
    r"|active\w*|ambitio\w+|analy\w+|assert\w*|autonom\w+|battle\w*|challeng\w+|compet\w+|confident\w*|courag\w+"
    r"|defend\w*|determin\w+|domina\w+|fight\w*|force\w*|hierarch\w+|independen\w+|individual\w*|intellect\w*"
    r"|objective\w*|persist\w*|principle\w*|superior\w*)\b",
    re.IGNORECASE,
)
Place = tuple[str | None, str, int]


@cache
def ciso() -> Role:
    return next(role for role in load_builtin() if role.id == "ciso")


def own_statements() -> tuple[Statement, ...]:
    """The role's statements without those of the commercial list."""
    role = ciso()
    in_skills = (statement for skill in role.skills for statement in skill.statements)
    return (*role.summary, *role.duties, *in_skills)


def lists() -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Each list of statements as a document prints it."""
    yield "duties", ciso().duties
    for skill in ciso().skills:
        yield f"{skill.name}: you can", skill.of_kind("can")
        yield f"{skill.name}: leadership", skill.of_kind("lead")


def wordings(statement: Statement) -> list[str]:
    return [text for text in (statement.wordings.plain, statement.wordings.elsewhere) if text is not None]


def other_texts() -> list[str]:
    """What else of the role can reach a document: descriptions and criteria."""
    criteria = [skill.criterion for skill in ciso().skills] + [statement.criterion for statement in own_statements()]
    descriptions = [skill.description for skill in ciso().skills if skill.description]
    return descriptions + [criterion.text for criterion in criteria if criterion]


def place(statement: Statement) -> Place:
    assert statement.stands_for is not None, f"{statement.id} does not say which official statement it stands for"
    return statement.stands_for.skill, statement.stands_for.kind, statement.stands_for.number


def official(seeds: Path) -> dict[Place, str]:
    """Every official statement of the page as copied text, by skill, kind and number."""
    lines = [line.strip() for line in (seeds / "framework-ciso.txt").read_text(encoding="utf-8").split("\n")]
    lead_in = lines.index("What a chief information security officer does")
    duties = lines.index("In this role, you will:")
    texts: dict[Place, str] = {}
    prose = " ".join(filter(None, lines[lead_in + 1 : duties]))
    for number, sentence in enumerate(re.split(r"(?<=\.)\s+", prose), start=1):
        texts[None, "summary", number] = sentence
    skill, kind, number, heading = None, "duty", 0, ""
    end = next(number for number, line in enumerate(lines) if line.startswith("Roles that share"))
    for line in lines[duties + 1 : end]:
        if line.startswith("\u2022") and kind:
            number += 1
            texts[skill, kind, number] = line.removeprefix("\u2022").strip()
        elif line.startswith("This role is often performed at"):
            kind = ""
        elif line.startswith("You can:"):
            skill, kind, number = heading, "can", 0
        elif line.startswith("Examples of leadership"):
            kind, number = "lead", 0
        elif line:
            heading = line
    return texts


def each(chosen: tuple[Statement, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("statement", chosen, ids=lambda statement: statement.id)


# What is there


def test_every_file_of_roles_that_ships_can_be_read() -> None:
    assert builtin_roles().errors == ()
    assert [role.id for role in load_builtin()] == ["ciso"]


def test_it_has_every_skill_under_its_official_name_with_all_its_statements() -> None:
    found = {skill.name: (len(skill.of_kind("can")), len(skill.of_kind("lead"))) for skill in ciso().skills}
    assert list(found.items()) == list(SKILLS.items())


def test_it_has_three_summary_lines_ten_duties_27_abilities_and_26_leadership_examples() -> None:
    assert Counter(statement.kind for statement in own_statements()) == {
        "summary": 3,
        "duty": 10,
        "can": 27,
        "lead": 26,
    }


def test_an_id_is_a_name_for_ever() -> None:
    golden = (HERE / "ciso_ids.txt").read_text(encoding="utf-8").split()
    found = [*(skill.id for skill in ciso().skills), *(statement.id for statement in own_statements())]
    assert sorted(found) == sorted(golden)


def test_it_names_the_edition_it_rests_on_and_invents_no_date() -> None:
    source = ciso().source
    assert str(source.edition_date) == ciso().edition == "2024-11-30"
    assert source.retrieved is None
    assert source.licence == "Open Government Licence v3.0"
    assert all(statement.source == source and statement.origin == "framework" for statement in own_statements())


def test_the_commercial_list_goes_with_it() -> None:
    assert [further.id for further in ciso().lists] == ["commercial"]
    assert ciso().lists[0].not_duties


def test_a_chief_security_officer_is_another_role() -> None:
    assert "CISO" in ciso().aliases
    assert "Chief security officer" not in ciso().aliases


# Which official statement each stands for


def test_each_statement_stands_for_one_official_statement_and_no_two_for_the_same() -> None:
    expected: set[Place] = {(None, "summary", n) for n in range(1, 4)} | {(None, "duty", n) for n in range(1, 11)}
    for skill, (can, lead) in SKILLS.items():
        expected |= {(skill, "can", n) for n in range(1, can + 1)} | {(skill, "lead", n) for n in range(1, lead + 1)}
    places = [place(statement) for statement in own_statements()]
    assert len(places) == len(set(places))
    assert set(places) == expected


@each(own_statements())
def test_its_official_page_and_edition_are_those_of_its_source(statement: Statement) -> None:
    assert statement.stands_for is not None
    assert statement.stands_for.page == ciso().source.address
    assert statement.stands_for.edition == ciso().source.edition_date
    assert statement.stands_for.kind == statement.kind


@each(own_statements())
def test_its_fingerprint_is_that_of_the_official_statement(statement: Statement, seeds: Path) -> None:
    assert statement.stands_for is not None
    assert statement.stands_for.fingerprint == fingerprint(official(seeds)[place(statement)])


def test_no_official_statement_is_without_ours(seeds: Path) -> None:
    assert set(official(seeds)) == {place(statement) for statement in own_statements()}


def test_no_two_statements_have_the_same_fingerprint() -> None:
    prints = [statement.stands_for.fingerprint for statement in own_statements() if statement.stands_for]
    assert len(set(prints)) == len(prints) == 66


def test_its_grades_and_related_roles_are_those_of_the_official_page(seeds: Path) -> None:
    page = (seeds / "framework-ciso.txt").read_text(encoding="utf-8")
    related = page.partition("Roles that share")[2].partition("Updates")[0]
    assert len(ciso().grades) == len(ciso().related) == 2
    assert all(f"\u2022 {grade}\n" in page for grade in ciso().grades)
    assert all(role.title in related for role in ciso().related)
    assert all(skill in SKILLS and skill in related for role in ciso().related for skill in role.skills)


# How it reads


@each(own_statements())
def test_a_statement_is_one_verb_first_line_of_at_most_22_words(statement: Statement) -> None:
    for text in wordings(statement):
        assert text[0].islower()
        assert not text.endswith((".", ";", ",", ":"))
        assert 5 <= len(text.split()) <= 22
        first = text.split()[0]
        assert first == "bring" or not first.endswith("ing")
        assert not re.search(r"[^s]s$", first), "the verb stands in its base form"


def test_a_statement_has_fifteen_words_or_so() -> None:
    counts = [len(statement.wordings.plain.split()) for statement in own_statements()]
    assert 12 <= sum(counts) / len(counts) <= 16


@pytest.mark.parametrize(
    ("name", "statements"), list(lists()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_two_lines_of_a_list_begin_with_the_same_word(name: str, statements: tuple[Statement, ...]) -> None:
    first = [statement.wordings.plain.split()[0] for statement in statements]
    assert len(set(first)) == len(first), name


@each(own_statements())
def test_no_statement_holds_a_word_to_avoid(statement: Statement) -> None:
    assert [AVOIDED.findall(text) for text in wordings(statement) if AVOIDED.search(text)] == []


@pytest.mark.parametrize("text", other_texts())
def test_no_description_and_no_criterion_holds_a_word_to_avoid(text: str) -> None:
    assert AVOIDED.findall(text) == []


@each(own_statements())
def test_no_statement_speaks_to_the_reader(statement: Statement) -> None:
    for text in wordings(statement):
        assert not re.search(r"\byou(?:r|rs|rself)?\b", text), "it must also read well after 'The postholder will'"


@each(own_statements())
def test_a_statement_that_presumes_government_has_a_wording_for_others(statement: Statement) -> None:
    plain, elsewhere = statement.wordings.plain, statement.wordings.elsewhere
    assert bool(ASKS_FOR_GOVERNMENT.search(plain)) is (elsewhere is not None or statement.government_only)
    assert elsewhere is None or not ASKS_FOR_GOVERNMENT.search(elsewhere)


def test_four_statements_presume_government() -> None:
    both = [statement.id for statement in own_statements() if statement.wordings.elsewhere]
    alone = [statement.id for statement in own_statements() if statement.government_only]
    assert both == ["ciso.duty.1", "ciso.changing-security-culture.can.3", "ciso.cyber-incident-management.lead.3"]
    assert alone == ["ciso.summary.3"]


def test_the_field_has_one_name_in_all_statements() -> None:
    """The official page says it in both orders; in one document that looks like two things."""
    assert [each.id for each in ciso().statements() if "information and cyber security" in each.wordings.plain] == []


def test_no_text_stands_twice() -> None:
    texts = [text for statement in own_statements() for text in wordings(statement)] + other_texts()
    assert len(set(texts)) == len(texts)
