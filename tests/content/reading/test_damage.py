"""Pages that were damaged at random: nothing is invented or shifted, and what is lost is said."""

import re
import string
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jd_builder.content.reading import Reading, RoleRead, read
from jd_builder.domain.errors import UserError
from tests.content.reading.places import places, statements
from tests.content.reading.texts import BULLET, copied, without_blank_lines

Texts = Callable[[str], str]
NAMES = ["ciso", "chief-technology-officer", "security-architect"]
choices = st.integers(0, 2**32).map(Random)


@pytest.fixture(scope="module")
def texts(seeds: Path, framework_data: Path) -> Texts:
    """The pages as text, with empty lines and without."""
    pages = {name: copied(framework_data / f"{name}.html") for name in NAMES[1:]}
    pages["ciso"] = (seeds / "framework-ciso.txt").read_text("utf-8")
    pages |= {f"{name}, dense": without_blank_lines(text) for name, text in pages.items()}
    return lambda name: pages[name]


def reading(text: str) -> Reading | None:
    """What is read of a text; None where it is refused, which is always allowed."""
    try:
        return read(text.encode(), "page.txt")
    except UserError:
        return None


@cache
def whole(text: str) -> RoleRead:
    found = read(text.encode(), "page.txt")
    assert found.doubts == ()
    return found.roles[0]


def assert_occurs(role: RoleRead, text: str) -> None:
    """Every statement stands in the text, whatever became of bullets, lines and spaces."""
    known = compact(text)
    assert [place for place in statements(role) if compact(place[-1]) not in known] == []


def compact(text: str) -> str:
    return re.sub(r"[\s•*\uf0b7-]+", "", text)


page = st.sampled_from([*NAMES, *(f"{name}, dense" for name in NAMES)])


@given(page, st.data())
def test_a_line_that_is_lost_shifts_nothing_and_is_told_unless_it_was_an_item(
    texts: Texts, name: str, data: st.DataObject
) -> None:
    lines = texts(name).split("\n")
    lost = data.draw(st.sampled_from([number for number, line in enumerate(lines) if line.strip()]))
    found = reading("\n".join(lines[:lost] + lines[lost + 1 :]))
    if found is None:
        return
    before, after = places(whole(texts(name))), places(found.roles[0])
    assert not after - before, "nothing stands where it did not stand before"
    gone = before - after
    silent = [place for place in gone if place[0] in ("paragraph", "shares")]
    is_item = lines[lost].startswith(BULLET) or len(silent) == len(gone) == 1
    assert found.doubts or not gone or (is_item and sum(gone.values()) == 1)


@given(page, st.data())
def test_a_page_cut_anywhere_before_its_last_section_is_told_to_be_cut(
    texts: Texts, name: str, data: st.DataObject
) -> None:
    text = texts(name)
    end = data.draw(st.integers(0, text.index("\nUpdates")))
    found = reading(text[:end])
    if found is None:
        return
    assert any("may be cut off" in doubt.text for doubt in found.doubts)
    assert_occurs(found.roles[0], text[:end])
    extra = statements(found.roles[0]) - statements(whole(text))
    assert sum(extra.values()) <= 1, "at most the last statement is shorter than it was"


@given(page, choices)
def test_mixed_bullets_and_double_spaces_change_nothing(texts: Texts, name: str, random: Random) -> None:
    text = "".join(random.choice("•-*") if character == "•" else character for character in texts(name))
    text = "".join(character + " " * random.randrange(3) if character == " " else character for character in text)
    found = reading(text)
    assert found is not None
    assert places(found.roles[0]) == places(whole(texts(name)))
    assert found.doubts == ()


@given(page, choices)
def test_broken_items_are_put_together_again_or_left_out_and_told(texts: Texts, name: str, random: Random) -> None:
    lines = texts(name).split("\n")
    for number in random.sample([n for n, line in enumerate(lines) if line.startswith(BULLET)], 5):
        spaces = [place.start() for place in re.finditer(r" (?=[a-z])", lines[number]) if place.start() > len(BULLET)]
        if spaces:
            at = random.choice(spaces)
            lines[number] = f"{lines[number][:at]}\n{lines[number][at + 1 :]}"
    found = reading("\n".join(lines))
    assert found is not None
    lost = statements(whole(texts(name))) - statements(found.roles[0])
    assert not statements(found.roles[0]) - statements(whole(texts(name)))
    assert sum(lost.values()) <= sum("both are left out" in doubt.text for doubt in found.doubts)


@given(page, choices)
def test_items_broken_after_a_word_that_ends_none_are_put_together_again(
    texts: Texts, name: str, random: Random
) -> None:
    lines = texts(name).split("\n")
    for number, line in enumerate(lines):
        spaces = [place.start() for place in re.finditer(r"(?<= (?:the|and)) (?=[a-z])", line)]
        if line.startswith(BULLET) and spaces and random.random() < 0.1:
            at = random.choice(spaces)
            lines[number] = f"{line[:at]}\n{line[at + 1 :]}"
    found = reading("\n".join(lines))
    assert found is not None
    assert statements(found.roles[0]) == statements(whole(texts(name)))


@given(page, choices)
def test_bullets_lost_at_random_are_told_and_shift_nothing(texts: Texts, name: str, random: Random) -> None:
    lines = texts(name).split("\n")
    damaged = [
        line.removeprefix("  • ") if line.startswith("  • ") and random.random() < 0.2 else line for line in lines
    ]
    found = reading("\n".join(damaged))
    if found is None:
        return
    assert_occurs(found.roles[0], "\n".join(damaged))
    assert not statements(found.roles[0]) - statements(whole(texts(name))), "no item is merged with another"
    assert found.doubts or statements(found.roles[0]) == statements(whole(texts(name)))


@settings(max_examples=150)
@given(page, choices)
def test_pages_damaged_in_many_ways_at_once_hold_nothing_that_the_text_does_not(
    texts: Texts, name: str, random: Random
) -> None:
    lines = texts(name).split("\n")
    for _ in range(random.randrange(1, 12)):
        at = random.randrange(len(lines))
        match random.randrange(4):
            case 0:
                del lines[at : at + random.randrange(1, 12)]
            case 1:
                lines[at] = lines[at].replace("• ", random.choice(["", "- ", "\t", "\uf0b7 "]))
            case 2:
                lines[at] = lines[at].replace(" ", "\n", 1)
            case _:
                lines.insert(at, "".join(random.choices(string.ascii_letters + " .:•\t", k=random.randrange(30))))
        lines = lines or [""]
    text = "\n".join(lines)
    if found := reading(text):
        assert_occurs(found.roles[0], text)
