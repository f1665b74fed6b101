"""Text comes in as it was typed, without the characters that no Word file can hold."""

import re
import unicodedata

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.text.clean import clean_text

DROPPED = {
    "null": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "application command": "\x9f",
    "first half of a surrogate pair": "\ud83d",
    "second half of a surrogate pair": "\ude00",
    "non-character FDD0": "\ufdd0",
    "non-character FDEF": "\ufdef",
    "non-character FFFE": "\ufffe",
    "non-character FFFF": "\uffff",
    "non-character of the last plane": "\U0010ffff",
    "non-character of the first plane beyond": "\U0001fffe",
}
KEPT = {
    "tab and line feed": "a\tb\nc",
    "family of joined emoji": "👩‍👩‍👧‍👦",
    "emoji with a skin tone": "👩🏽‍💻",
    "flag": "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "keycap": "1️⃣",
    "Persian with a joiner that parts": "می‌خواهم",
    "Hebrew with vowel points": "שָׁלוֹם",
    "Arabic with direction marks": "\u200fالعربية\u200e",
    "letter and combining mark": "e\u0301",
    "Welsh": "Prif Swyddog Diogelwch Gwybodaeth, Tŷ Cymru",
    "no-break space and soft hyphen": "a\u00a0b\u00adc",
    "curly quotes and dashes": "‘a’ “b” – c — d…",
    "line separator": "a\u2028b\u2029c",
    "byte order mark inside": "a\ufeffb",
    "private use": "\ue000",
    "replacement character": "\ufffd",
}


@pytest.mark.parametrize("character", DROPPED.values(), ids=DROPPED)
def test_what_cannot_be_printed_is_dropped_and_nothing_beside_it(character: str) -> None:
    assert clean_text(f"Chief{character} risk officer{character}") == "Chief risk officer"


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_people_write_stays_whole(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_line_ends_in_one_way_wherever_it_was_typed(ending: str) -> None:
    assert clean_text(f"one{ending}two{ending}{ending}three") == "one\ntwo\n\nthree"


def test_every_code_point_is_kept_or_dropped_as_its_class_says() -> None:
    for number in range(0x110000):
        character = chr(number)
        category = unicodedata.category(character)
        is_gone = (category in ("Cc", "Cs") and character not in "\n\t\r") or (
            0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE
        )
        assert bool(clean_text(character)) is not is_gone, hex(number)


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once


@given(st.text(st.characters(exclude_categories=())))
def test_a_word_file_and_a_utf_8_file_hold_all_that_is_left(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    paragraph = WORD.add_paragraph()
    paragraph.text = cleaned
    assert re.sub(r"\s", "", paragraph.text) == re.sub(r"\s", "", cleaned)


WORD = WordDocument()
