"""A fingerprint recognises a statement and keeps nothing of its text."""

import re
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.text.fingerprint import STOP_WORDS, content_stems, fingerprint


def test_function_words_do_not_count() -> None:
    assert content_stems("the risks that you and they share") == {"risk", "share"}


def test_word_endings_do_not_count() -> None:
    assert content_stems("advise boards") == content_stems("advising a board") == {"advis", "board"}


@pytest.mark.parametrize(
    "text", ["the board's plans", "the board\u2019s plans", "THE BOARDS\u2019 PLANS", "board plan"]
)
def test_case_quotes_and_possessives_do_not_count(text: str) -> None:
    assert content_stems(text) == {"board", "plan"}


def test_punctuation_and_hyphens_part_words() -> None:
    assert content_stems("long-term plans, budgets/people (2025)") == {
        "long",
        "term",
        "plan",
        "budget",
        "peopl",
        "2025",
    }


def test_an_apostrophe_inside_a_word_keeps_it_whole() -> None:
    assert len(content_stems("o'clock")) == 1


def test_a_text_without_content_words_has_an_empty_fingerprint() -> None:
    assert fingerprint("and so it was.") == fingerprint("") == ()


def test_each_stem_leaves_the_first_four_digits_of_its_sha256() -> None:
    expected = sorted(sha256(stem.encode()).hexdigest()[:4] for stem in ("board", "plan"))
    assert fingerprint("Plan for the boards") == tuple(expected)


def test_the_order_of_words_does_not_change_a_fingerprint() -> None:
    assert fingerprint("people, systems and data") == fingerprint("data, people and systems")


def test_another_statement_has_another_fingerprint() -> None:
    assert fingerprint("brief the board") != fingerprint("train the staff")


@given(st.text())
def test_any_text_gives_distinct_sorted_hashes_of_four_digits(text: str) -> None:
    hashes = fingerprint(text)
    assert list(hashes) == sorted(set(hashes))
    assert all(re.fullmatch("[0-9a-f]{4}", each) for each in hashes)


@given(st.lists(st.sampled_from(sorted(STOP_WORDS))))
def test_stop_words_alone_leave_no_trace(words: list[str]) -> None:
    assert content_stems(" ".join(words)) == frozenset()
