"""How hard a text is to read: long sentences in their places, the hardest ones, and a published grade."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.checks.readability import LONGEST, Grades, grade, grade_of, grades, hardest, read
from jd_builder.checks.syllables import syllables
from tests.steps import steps

EASY = "You will lead the team. You will look after the money."
HARD = "Responsibility for organisational accountability necessitates comprehensive interdepartmental consultation."


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("role", 1), ("led", 1), ("skills", 1), ("ensured", 2), ("created", 3), ("people", 2), ("table", 2)],
        *[("security", 4), ("organisation", 5), ("experience", 4), ("management", 3), ("framework", 2)],
        *[("business", 2), ("area", 3), ("securely", 3), ("continuous", 4), ("employer", 3), ("centre", 2)],
        *[("initiative", 4), ("criteria", 4), ("a", 1), ("I", 1), ("café", 2), ("pst", 1)],
    ],
)
def test_words_have_as_many_syllables_as_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("NHS", 3),
        ("WWF", 7),
        ("ISO", 2),
        ("28.97", 4),
        ("cyber-attack", 4),
        ("the organisation’s", 6),
        ("“role”", 1),
        ("https://example.org/information/security", 1),
        ("jobs@example.org", 1),
    ],
)
def test_capitals_figures_and_addresses_are_counted_as_they_are_read(text: str, count: int) -> None:
    (only,) = read(text).sentences
    assert only.syllables == count


def test_the_grade_is_the_published_one() -> None:
    assert grade(words=24, sentences=2, syllables=36) == pytest.approx(0.39 * 12 + 11.8 * 1.5 - 15.59)


def test_a_sentence_over_twenty_five_words_is_named_with_its_place_and_size() -> None:
    text = f"It is short. The {words(LONGEST)}. The {words(LONGEST - 1)}."
    (only,) = read(text).long
    assert (only.words, text[only.start : only.end]) == (26, f"The {words(25)}.")


def test_bullets_are_not_added_up_to_a_long_sentence() -> None:
    assert read("\n".join(f"• {words(20)}" for _ in range(5))).long == ()


def test_addresses_figures_and_dashes_do_not_make_a_sentence_longer() -> None:
    assert read("See https://example.org/a.b – it is 28.97 an hour.").words == 7


def test_the_three_hardest_sentences_come_hardest_first_each_with_its_text() -> None:
    texts = [f"You look after all of the {word} in our care." for word in ("lamps", "information", "systems", "people")]
    found = hardest(map(read, [*texts, HARD, "Responsibilities"]))
    assert [number for number, _ in found] == [4, 1, 2] or [number for number, _ in found] == [4, 1, 3]
    assert [each.grade for _, each in found] == sorted((each.grade for _, each in found), reverse=True)


def test_own_prose_is_graded_beside_fixed_wording() -> None:
    both = grades([EASY], [HARD])
    assert both.own is not None
    assert both.fixed is not None
    assert both.own < 4 < 20 < both.fixed
    assert grades([], [" – "]) == Grades(None, None)


def test_several_texts_are_graded_as_one() -> None:
    assert grade_of([read("You lead."), read("You plan it all.")]) == pytest.approx(grade(6, 2, 6))


def bullets(file: Path) -> str:
    return "\n".join(line for line in file.read_text("utf-8").split("\n") if line.startswith("  •"))


def test_the_two_source_documents_are_as_hard_as_measured_with_a_dictionary(seeds: Path) -> None:
    framework, article = seeds / "framework-ciso.txt", seeds / "sc-jobs-ciso.txt"
    assert [len(read(file.read_text("utf-8")).long) for file in (framework, article)] == [0, 8]
    measured = [grade_of([read(bullets(file))]) for file in (framework, article)]
    assert measured == pytest.approx([14.1, 13.7], abs=0.15)


@given(st.text("aeiouyblst'’. -ÉNHS9", max_size=60).map("We {}".format))
def test_any_text_is_read_and_its_sentences_stand_where_they_say(text: str) -> None:
    reading = read(text)
    assert all(text[each.start : each.end] == each.text for each in reading.sentences)
    assert all(each.syllables >= 1 for each in reading.sentences)
    assert reading.words == sum(any(map(str.isalnum, word)) for word in text.split())


def test_twice_the_text_is_twice_the_work_at_most() -> None:
    text = f"{HARD} {EASY}\n" * 30
    read(text)
    assert 0 < steps(lambda: read(text * 2)) <= 2.05 * steps(lambda: read(text))
