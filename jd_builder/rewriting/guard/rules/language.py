"""English, British, of about the same length, and whole to the end."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Reading
from jd_builder.rewriting.guard.stems import british_for

_FUNCTION_WORDS = """
a an the and or of to in on at for with by as from is are be will you your that this it its their they we our who
which how not can must may should have has do so if when all any no
"""
_ENGLISH = frozenset(_FUNCTION_WORDS.split())
_LEAST_WORDS, _LEAST_SHARE = 8, 0.12
_NEVER_LAST = "and or the a an your our their its but because if"
_OPEN = frozenset(_NEVER_LAST.split())


def language(both: Comparison) -> Iterator[Verdict]:
    low = [word.low for word in both.rewritten.words if word.is_word]
    share = sum(word in _ENGLISH for word in low) / max(1, len(low))
    strange = len(both.matching.new) * 2 > len(both.rewritten.concepts)
    if len(low) >= _LEAST_WORDS and strange and share < min(_LEAST_SHARE, _share(both.original)):
        yield verdict("language", "block", "This does not read as English.", (0, len(both.rewritten.text)))


def _share(reading: Reading) -> float:
    low = [word.low for word in reading.words if word.is_word]
    return sum(word in _ENGLISH for word in low) / max(1, len(low))


def spelling(both: Comparison) -> Iterator[Verdict]:
    """An American spelling that the original does not have."""
    known = {word.low for word in both.original.words}
    for word in both.rewritten.words:
        british = british_for(word.low)
        if british and word.low not in known and word.text == word.low:
            message = f"“{word.text}” is American spelling; here it is “{british}”."
            yield verdict("spelling", "look", message, (word.start, word.end))


def length(both: Comparison) -> Iterator[Verdict]:
    """Between less than half and more than half as many words again."""
    was, now = (sum(word.is_word for word in reading.words) for reading in (both.original, both.rewritten))
    whole = (0, len(both.rewritten.text))
    if now > 1.6 * was + 8:
        yield verdict("length", "look", f"{was} words became {now}.", whole)
    elif now < 0.4 * was - 1:
        yield verdict("length", "look", f"Only {now} of {was} words are left.", whole)


def ending(both: Comparison) -> Iterator[Verdict]:
    """Cut off in the middle of a sentence, which the original was not."""
    was, now = (_last(reading) for reading in (both.original, both.rewritten))
    if now in _OPEN and was not in _OPEN:
        end = len(both.rewritten.text.rstrip())
        yield verdict("ending", "block", f"It breaks off after “{now}”.", (max(0, end - len(now)), end))


def _last(reading: Reading) -> str:
    """The last word, empty where a full stop follows it."""
    stripped = reading.text.rstrip()
    return reading.words[-1].low if reading.words and stripped[-1:].isalnum() else ""
