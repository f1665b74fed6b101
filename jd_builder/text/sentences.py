"""Where the sentences of a text begin and end.

A bullet, a numbered line and a line that was ended on purpose are sentences, with a full stop or without.
A stop ends a sentence where a gap follows and no small letter, unless it belongs to an abbreviation (e.g.,
Dr, No. 5), to initials (J. Smith) or to a number before a point (2. Manage), so figures such as 28.97 and
addresses stay whole. Each word is looked at once.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jd_builder.text.outline import without_marker

Span = tuple[int, int]

_WRAPPED = 50  # characters; a shorter line was ended on purpose
_STOPS, _CLOSERS, _OPENERS = ".!?…", ")]\"'’”", "([\"'‘“"
_BEGINNERS = "£$€•●▪"  # beside letters and figures
_LINE, _WORD = re.compile(r"[^\n]+"), re.compile(r"\S+")
_NEVER_LAST = frozenset(
    (
        "e.g",
        "eg",
        "i.e",
        "ie",
        "viz",
        "cf",
        "vs",
        "approx",
        "incl",
        "excl",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "rev",
        "st",
    )
)
_BEFORE_FIGURES = frozenset(
    ("no", "nos", "ref", "tel", "fig", "art", "ext", "para", "pp", "p", "s", "reg", "sec", "vol", "ch")
)
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
_STOP_INSIDE = re.compile(rf"[{_STOPS}][{re.escape(_CLOSERS)}]*\s+\S")
_POINT = re.compile(r"\d{1,2}")


class Sentence(NamedTuple):
    """A sentence without the white space around it; ``start`` and ``end`` are code points of the whole text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences in order; together they hold all of a text but white space and the markers of its lines."""
    spans = (span for start, end in _paragraphs(text) for span in _parted(text, start, end))
    return tuple(Sentence(text[start:end], start, end) for start, end in spans)


def _paragraphs(text: str) -> Iterator[Span]:
    """The spans within which a sentence may run over several lines: a bullet, say, without its marker."""
    start = end = 0
    before = ""
    for line in _LINE.finditer(text):
        bare = without_marker(line[0])
        if bare != line[0] or line.start() > end + 1 or not _goes_on(before, bare):
            yield start, end
            start = line.end() - len(bare)
        before, end = line[0], line.end()
    yield start, end


def _goes_on(before: str, line: str) -> bool:
    """Whether a line was only wrapped: the one before it is long, and it goes on in mid-sentence."""
    before = before.rstrip()
    return len(before) >= _WRAPPED and before[-1] not in ".;:!?" and line.lstrip()[:1].islower()


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    if not _STOP_INSIDE.search(text, start, end):
        bare = text[start:end].lstrip()
        if bare:
            yield end - len(bare), end - len(bare) + len(bare.rstrip())
        return
    words = list(_WORD.finditer(text, start, end))
    first = 0
    for n, word in enumerate(words):
        is_last = n + 1 == len(words)
        if is_last or _ends_sentence(word[0], words[n + 1][0], is_first=n == first):
            yield words[first].start(), word.end()
            first = n + 1


def _ends_sentence(word: str, following: str, is_first: bool) -> bool:
    """Whether a sentence ends between these two words; ``is_first`` says that it began with the former."""
    closed = word.rstrip(_CLOSERS)
    bare = closed.rstrip(_STOPS)
    begins = following.lstrip(_OPENERS)[:1] or "-"
    if bare == closed or begins.islower() or not (begins.isalnum() or begins in _BEGINNERS):
        return False
    if closed != f"{bare}.":
        return True
    bare = bare.lstrip(_OPENERS)
    if bare.lower() in _NEVER_LAST or _INITIALS.fullmatch(bare):
        return False
    return not (begins.isdigit() and bare.lower() in _BEFORE_FIGURES) and not (is_first and _POINT.fullmatch(bare))
