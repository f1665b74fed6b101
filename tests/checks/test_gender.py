"""Gender-coded words: the published count to the letter, and the one that people see, each word in its place."""

import json
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.checks.gender import published_words, shown, strict
from jd_builder.checks.gender_lists import FILE, lists
from jd_builder.domain.errors import DataFileError
from jd_builder.text.located import read_yaml
from tests.steps import steps

SEED_FILES = {"000": "sc-jobs-ciso.txt", "004": "framework-ciso.txt"}


@pytest.fixture(scope="session")
def cases(wordlists: Path) -> dict[str, Any]:
    """What the published decoder says of some texts, as its authors and we recorded it."""
    loaded: dict[str, Any] = json.loads((wordlists / "gender-decoder-cases.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def wordlists(seeds: Path) -> Path:
    return seeds.parent / "wordlists"


def coded(text: str, *masked: str) -> list[str]:
    return [word.text for word in shown(text, masked).words]


# The published count


def test_the_lists_are_the_published_ones(wordlists: Path) -> None:
    published = json.loads((wordlists / "gender-coded.json").read_text("utf-8"))
    del published["_licence"]
    assert read_yaml(FILE.read_text("utf-8"), FILE.name).data["source"] == published
    assert "Copyright (c) 2016 lovedaybrooke" in FILE.read_text("utf-8").split("source:")[0]


def test_texts_are_parted_into_words_as_published(cases: dict[str, Any]) -> None:
    for case in cases["tokenise"]:
        assert published_words(case["text"]) == case["expected"]


def test_the_strict_count_finds_what_the_published_decoder_finds(cases: dict[str, Any]) -> None:
    for case in [*cases["words"], *cases["extra_domain_cases"]]:
        found = strict(case["text"])
        assert ([*found.masculine], [*found.feminine]) == (case["masculine"], case["feminine"]), case["text"]
    for case in [*cases["coding"], *cases["extra_domain_cases"]]:
        assert strict(case["text"]).outcome == case["coding"], case["text"]
    for case in cases["coding"]:
        found = strict(case["text"])
        assert len(found.masculine) == case["masculine_count"], case["text"]
        assert len(found.feminine) == case["feminine_count"], case["text"]


def test_repeated_words_are_all_counted(cases: dict[str, Any]) -> None:
    listed = Counter(strict(cases["list_words"]["text"]).masculine)
    said = [f"{word} ({count} times)" if count > 1 else word for word, count in listed.items()]
    assert said == cases["list_words"]["masculine"]
    found = strict(cases["process_ad"]["text"])
    assert sorted(set(found.masculine)) == cases["process_ad"]["masculine_unique"]
    assert sorted(set(found.feminine)) == cases["process_ad"]["feminine_unique"]
    assert len(found.masculine) + len(found.feminine) == cases["process_ad"]["total_count"]


def test_the_strict_count_of_the_two_source_documents(cases: dict[str, Any], seeds: Path) -> None:
    for name, expected in cases["seed_results"].items():
        text = (seeds / SEED_FILES[name[:3]]).read_text("utf-8")
        found = strict(text)
        counts = len(published_words(text)), len(found.masculine), len(found.feminine)
        assert (*counts, found.outcome) == tuple(expected[key] for key in ("words", "masculine", "feminine", "coding"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a team-lead", ["a", "team-lead"]),
        ("a team-lead team-lead", ["a", "team", "lead", "team-lead"]),
        ("co-operate a team-lead", ["co-operate", "a", "team-lead"]),
        ("we are team-led -x", ["we", "are", "team", "led", "-x"]),
    ],
)
def test_the_strict_count_passes_over_the_word_that_the_published_loop_does(text: str, words: list[str]) -> None:
    assert published_words(text) == words


# What people see


def test_without_the_known_faults_both_counts_agree(cases: dict[str, Any]) -> None:
    for case in [*cases["coding"], *cases["words"]]:
        assert shown(case["text"]).all_words == strict(case["text"]), case["text"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("interpersonal skills and a dominant player", ["interpersonal", "dominant"]),
        ("a head-strong self-confident co\u2011operator", ["head-strong", "self-confident", "co\u2011operator"]),
        ("“Lead” a ‘supportive’ team's leader’s", ["Lead", "supportive", "leader"]),
        ("a people-leader in a well-supported team", ["leader", "supported"]),
        ("AMBITIOUS naïve—Leaders/trusted_warm", ["AMBITIOUS", "Leaders", "trusted", "warm"]),
        ("am\u00adbitious con\ufb01dent ｌｅａｄ", ["am\u00adbitious", "con\ufb01dent", "ｌｅａｄ"]),
        ("SharePoint and shared files", ["shared"]),
        ("mislead the unsupported", []),
    ],
)
def test_each_coded_word_is_shown_once_as_it_is_written(text: str, words: list[str]) -> None:
    assert coded(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *("the Audit Committee and its sub-committees", "the Civil Service Recruitment Principles"),
        *(
            "after fair\nand open competition",
            "a Disability Confident employer",
            "an NHS Trust",
            "NHS Trusts",
            "NHS trust’s",
        ),
        *("The Trust’s board", "zero trust", "a zero-trust network", "Active Directory", "ACTIVE DIRECTORY"),
        *("incident response", "respond to incidents", "Responding to security incidents", "incident-responders"),
        *("a lead time of weeks", "child protection"),
        *("an individual who cares", "individuals", "the individual’s needs", "each individual.", "for an individual"),
        *("an individual, whoever it is", "one individual will join", "an individual\n\nManage"),
    ],
)
def test_names_and_set_phrases_are_not_counted(text: str) -> None:
    assert coded(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        *[("commit to it", "commit"), ("a basic principle", "principle"), ("open competition", "competition")],
        *[("be confident", "confident"), ("earn the trust of others", "trust")],
        *[("an active person", "active"), ("a good response", "response"), ("a child", "child")],
        *[
            ("individual work", "individual"),
            ("individual and joint work", "individual"),
            ("individually", "individually"),
        ],
    ],
)
def test_the_same_words_elsewhere_are_counted(text: str, word: str) -> None:
    assert coded(text) == [word]


def test_masked_names_are_not_counted_and_others_are() -> None:
    text = "SUPPORT Through Court, or Support through court, supports Challenge Ltd and its challenge"
    assert coded(text, "Support Through Court", "Challenge Ltd") == ["Support", "supports", "challenge"]


def test_the_outcome_is_given_with_and_without_what_the_role_needs() -> None:
    found = shown("Lead the analysis, determine objectives, make decisions and be supportive and ambitious")
    assert [word.text for word in found.words if word.needed] == [
        *("Lead", "analysis", "determine", "objectives", "decisions"),
    ]
    assert (found.all_words.outcome, found.without_needed.outcome) == ("strongly masculine-coded", "neutral")
    assert found.without_needed.masculine == ("ambitious",)


def test_a_text_without_coded_words_is_called_empty() -> None:
    assert (shown("").all_words.outcome, shown("Manage the team").without_needed.outcome) == ("empty", "empty")


def test_the_role_words_alone_make_the_framework_strongly_masculine(seeds: Path) -> None:
    found = shown((seeds / "framework-ciso.txt").read_text("utf-8"))
    assert (found.all_words.outcome, found.without_needed.outcome) == (
        *("strongly masculine-coded", "strongly feminine-coded"),
    )


@pytest.mark.parametrize(
    ("word", "offered"),
    [("challenging", "demanding"), ("Leading", "guiding"), ("leaders", "heads"), ("shared", "joint")],
)
def test_alternatives_fit_the_form_of_the_word(word: str, offered: str) -> None:
    assert offered in shown(f"a {word} task").words[0].alternatives


def test_every_stem_has_alternatives_and_none_is_coded_itself() -> None:
    known = lists()
    for stem in known.coding:
        assert known.alternatives_to(stem), stem
    for key, offered in known.alternatives.items():
        assert known.stems.of(key), f"{key} is no coded word"
        assert coded(". ".join(offered)) == [], key
    assert known.needed | known.describing <= known.coding.keys()


def test_a_wrong_list_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "lists.yaml"
    file.write_text(FILE.read_text("utf-8").replace("describing: [individual]", "describes: [individual]"), "utf-8")
    with pytest.raises(DataFileError) as refused:
        lists(file)
    assert any("describes" in line and "lists.yaml:" in line for line in refused.value.lines())


PIECES = [
    "Lead",
    "er",
    "co-operat",
    "self‑",
    "confident",
    "NHS",
    "trust",
    "individual",
    " ",
    "\n",
    "’s",
    "\u00ad",
    "ﬁ",
    "é",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
def test_each_word_stands_where_it_says(text: str) -> None:
    words = shown(text, ["NHS trust"]).words
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(word.start < word.end for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))


@given(st.text("ab-’'. \u00e9lead", max_size=40), st.lists(st.text(max_size=8), max_size=3))
def test_any_text_and_any_names_are_read(text: str, names: list[str]) -> None:
    assert len(shown(text, names).words) <= len(shown(text).words)
    assert strict(text).outcome


@pytest.mark.parametrize("count", [strict, shown])
def test_twice_the_text_is_twice_the_work_at_most(count: Callable[[str], object]) -> None:
    text = "We lead a supportive, zero-trust team of individuals in an NHS Trust. " * 30
    count(text)
    assert 0 < steps(lambda: count(text * 2)) <= 2.05 * steps(lambda: count(text))


def test_long_lists_of_names_cost_the_text_nothing() -> None:
    text = "We lead a supportive team of individuals. " * 30
    names = [f"{place} Trust" for place in ("Harbour", "Northmere", "Elmstead")]
    assert steps(lambda: shown(text, names)) <= 1.2 * steps(lambda: shown(text))
