"""The commercial list: every line of its source accounted for, in lawful words of our own."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.framework import Overlap, Role, Statement, StatementList
from jd_builder.text.located import read_yaml

HERE = Path(__file__).parent
FILE = HERE.parents[1] / "jd_builder" / "content" / "data" / "commercial.yaml"
THEMES = {"strategy", "risk", "resilience", "technology", "culture", "people"}

# Words that a line may not hold: A5 and E2 of the domain notes, and GOV.UK's words to avoid.
UNLAWFUL = (
    r"decade|years?|degree|bachelor|master'?s|native|young|mature|energetic|recent graduate|highly experienced"
    r"|multi-?task\w*|fast-moving|extended hours|salary|stock|start-?ups?|retire\w*|hack\w*|he|she|his|her"
)
EMPTY = (
    r"driv\w+|deliver\w*|leverag\w+|robust|key|foster\w*|facilitat\w+|empower\w*|tackl\w+|combat\w*|utilis\w+"
    r"|transform\w*|streamlin\w+|champion\w*|passion\w*|thriv\w+|solid|outstanding|impressive|excellent|proven"
    r"|track record|world-class|dynamic|collaborat\w+|promot(?:e|es|ed|ing)|advanc\w+|progress\w*"
    r"|strengthen\w*|impact\w*"
)
UNFIT = re.compile(rf"\b(?:{UNLAWFUL}|{EMPTY}|IT security)\b", re.IGNORECASE)
# Stems of the Gender Decoder's masculine list that a line on this work could plausibly hold.
MASCULINE = re.compile(
    r"\b(?:active|ambitio|analy|assert|autonom|battle|challeng|champion|compet|confident|courag|decid|decisi|defend"
    r"|determin|domina|driven|fight|force|hierarch|independen|individual|lead|logic|objective|opinion|persist"
    r"|principle|superior)\w*",
    re.IGNORECASE,
)

# Each risk in the source (A5 of the domain notes), and the line whose note says what became of it.
MENDED_LINES = {
    "length of experience": ("commercial.experience.1", "age discrimination"),
    "doubts about newcomers": ("commercial.experience.1", "newcomers"),
    "new companies": ("commercial.experience.2", "small new companies"),
    "liking for technology": ("commercial.skill.4", "no panel can score"),
    "liking for change": ("commercial.skill.5", "self-promotion"),
    "praise of people management": ("commercial.skill.2", "self-promotion"),
    "praise of communication": ("commercial.skill.8", "disabled people"),
    "doing many things at once": ("commercial.skill.13", "disabled people"),
    "speed of the field": ("commercial.skill.3", "disabled people"),
    "being available": ("commercial.skill.9", "carers"),
    "stereotype of attackers": ("commercial.day.3", "stereotype"),
    "seat on the board": ("commercial.responsibility.14", "sits on the board"),
    "compliance with everything": ("commercial.day.11", "every standard"),
    "a line without meaning": ("commercial.responsibility.11", "names no task"),
}
LEFT_OUT = (
    "bachelor's degree",
    "computer science",
    "business administration",
    "office hours",
    "longer hours",
    "average salary",
    "attractive package",
    "bonuses",
    "company stock",
    "retirement",
    "board membership",
    "CISO as head",
    "every ISO",
    "chief operating officer",
    "advisory board",
    "starting a business",
)


@cache
def ciso() -> Role:
    return next(role for role in load_builtin() if role.id == "ciso")


@cache
def commercial() -> StatementList:
    return next(further for further in ciso().lists if further.id == "commercial")


def lines() -> tuple[Statement, ...]:
    return commercial().statements


def duties() -> tuple[Statement, ...]:
    return tuple(line for line in lines() if line.kind == "duty")


def requirements() -> tuple[Statement, ...]:
    return tuple(line for line in lines() if line.kind in ("skill", "experience"))


def by_id(identifier: str) -> Statement:
    return ciso().by_id[identifier]


def overlap(line: Statement) -> Overlap:
    assert line.overlap is not None, f"{line.id} does not say how it stands to the framework"
    return line.overlap


def printed(line: Statement) -> tuple[str, ...]:
    """What of a line can reach a document."""
    criterion = () if line.criterion is None else (line.criterion.text,)
    return (line.wordings.plain, *criterion)


def not_duties() -> list[Mapping[str, Any]]:
    data = read_yaml(FILE.read_text(encoding="utf-8"), FILE.name).data["not-duties"]
    assert isinstance(data, list)
    return data


def word_count(text: str) -> int:
    return len(text.split())


def run_words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['-][a-z0-9]+)*", text.lower().replace("\u2019", "'"))


def word_runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = run_words(text)
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def each(chosen: tuple[Statement, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("line", chosen, ids=lambda line: line.id)


# What is there


def test_it_has_the_sources_four_lists_complete() -> None:
    groups = Counter(line.id.split(".")[1] for line in lines())
    assert groups == {"day": 12, "responsibility": 14, "skill": 13, "experience": 5}


def test_its_kinds_follow_its_lists() -> None:
    kinds = {(line.id.split(".")[1], line.kind) for line in lines()}
    assert kinds == {("day", "duty"), ("responsibility", "duty"), ("skill", "skill"), ("experience", "experience")}


def test_an_id_is_a_name_for_ever() -> None:
    golden = (HERE / "commercial_ids.txt").read_text(encoding="utf-8").split()
    assert [line.id for line in lines()] == golden


def test_its_source_is_named_and_no_date_is_invented() -> None:
    source = commercial().source
    assert source.address is not None
    assert source.address.startswith("https://www.scmagazineuk.com/")
    assert source.edition_date is None
    assert source.retrieved is None
    assert all(line.source == source and line.origin == "commercial" for line in lines())


# How it stands to the framework


def test_the_duties_relations_are_those_of_the_mapping() -> None:
    relations = Counter(overlap(line).relation for line in duties())
    assert relations == {"covered": 11, "adds": 12, "new": 2, "left-out": 1}


@each(lines())
def test_what_it_rests_on_exists_and_is_another_statement(line: Statement) -> None:
    by = overlap(line).by
    assert len(set(by)) == len(by)
    assert line.id not in by
    assert set(by) <= set(ciso().by_id)


@each(lines())
def test_its_relation_is_complete(line: Statement) -> None:
    relation = overlap(line)
    framework = [other for other in relation.by if other.startswith("ciso.")]
    assert bool(framework) is (relation.relation in ("covered", "adds"))
    assert bool(relation.adds) is (relation.relation == "adds")


@each(tuple(line for line in lines() if line.overlap and line.overlap.relation == "adds"))
def test_what_it_adds_is_a_short_noun_phrase(line: Statement) -> None:
    adds = overlap(line).adds or ""
    assert 1 <= word_count(adds) <= 9
    assert adds[0].islower()
    assert not adds.endswith(".")


def test_two_lines_never_cover_each_other() -> None:
    pairs = {(line.id, other) for line in lines() for other in overlap(line).by}
    assert not {(one, other) for one, other in pairs if (other, one) in pairs}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("commercial.day.5", "commercial.responsibility.8"),
        ("commercial.day.10", "commercial.responsibility.5"),
        ("commercial.day.11", "commercial.responsibility.6"),
        ("commercial.experience.4", "commercial.skill.2"),
    ],
)
def test_lines_that_say_one_thing_name_each_other(one: str, other: str) -> None:
    notes = (by_id(one).note or "", by_id(other).note or "")
    assert other in notes[0] or one in notes[1]
    assert other in overlap(by_id(one)).by or one in overlap(by_id(other)).by


def test_what_is_left_out_says_why() -> None:
    assert all(line.note for line in lines() if overlap(line).relation == "left-out")


# How it reads


@each(duties())
def test_a_duty_is_one_verb_first_line(line: Statement) -> None:
    text = line.wordings.plain
    assert text[0].islower()
    assert not text.endswith((".", ";", ","))
    first = text.split()[0]
    assert first == "bring" or not first.endswith("ing")
    assert 5 <= word_count(text) <= 20
    assert line.theme in THEMES
    assert line.criterion is None


@each(requirements())
def test_a_requirement_is_a_phrase_with_a_criterion_that_can_be_scored(line: Statement) -> None:
    text = line.wordings.plain
    assert text[0].islower()
    assert not text.endswith(".")
    assert word_count(text) <= 16
    assert not re.search(r"\byour?\b", text), "it must also read well after 'The postholder will bring:'"
    assert line.criterion is not None
    assert line.criterion.text.startswith("You ")
    assert not line.criterion.text.endswith(".")
    assert word_count(line.criterion.text) <= 22


def test_no_more_than_three_duties_begin_with_the_same_word() -> None:
    first = Counter(line.wordings.plain.split()[0] for line in duties())
    assert max(first.values()) <= 3


def test_no_text_stands_twice() -> None:
    texts = [text for line in lines() for text in printed(line)]
    assert len(set(texts)) == len(texts)


# What it may not hold


@each(lines())
def test_no_line_holds_an_unlawful_or_an_empty_word(line: Statement) -> None:
    for text in (*printed(line), overlap(line).adds or "", line.note or ""):
        assert UNFIT.findall(text) == []


@each(lines())
def test_no_line_holds_a_masculine_coded_word(line: Statement) -> None:
    for text in printed(line):
        assert MASCULINE.findall(text) == []


@each(lines())
def test_no_line_holds_a_figure(line: Statement) -> None:
    assert not [text for text in printed(line) if re.search(r"\d|£", text)]


@pytest.mark.parametrize("risk", MENDED_LINES)
def test_the_note_says_what_became_of_a_risk(risk: str) -> None:
    identifier, words = MENDED_LINES[risk]
    assert words in (by_id(identifier).note or "")


@pytest.mark.parametrize("topic", LEFT_OUT)
def test_what_is_no_duty_is_named_with_its_reason(topic: str) -> None:
    found = [item for item in not_duties() if topic in item["what"]]
    assert len(found) == 1
    assert word_count(found[0]["why"]) >= 4


def test_nothing_else_is_listed_as_no_duty() -> None:
    assert all(set(item) == {"what", "why"} for item in not_duties())
    assert len(not_duties()) == len(LEFT_OUT) + 1  # and the publisher's own page furniture


@pytest.mark.parametrize("seed", ["sc-jobs-ciso.txt", "framework-ciso.txt"])
def test_no_run_of_eight_words_of_a_source_stands_in_the_file(seed: str, seeds: Path) -> None:
    source = (seeds / seed).read_text(encoding="utf-8")
    assert not word_runs(source, 8) & word_runs(FILE.read_text(encoding="utf-8"), 8)


@pytest.mark.parametrize("seed", ["sc-jobs-ciso.txt", "framework-ciso.txt"])
def test_no_line_borrows_five_words_of_a_source(seed: str, seeds: Path) -> None:
    """Stricter than the file as a whole, which must name its source by its title."""
    source = word_runs((seeds / seed).read_text(encoding="utf-8"), 5)
    own = {line.id: word_runs(text, 5) & source for line in lines() for text in (*printed(line), line.note or "")}
    assert {identifier: runs for identifier, runs in own.items() if runs} == {}
