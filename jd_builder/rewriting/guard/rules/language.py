"""English, British, of about the same length, and whole to the end."""

from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.comparison import Comparison, verdict
from jd_builder.rewriting.guard.reading import Reading
from jd_builder.rewriting.guard.stems import british_for
from jd_builder.text.language import LEAST_SHARE, LEAST_WORDS, english_share

_NEVER_LAST = "and or the a an your our their its but because if"
_OPEN = frozenset(_NEVER_LAST.split())


def language(both: Comparison) -> Iterator[Verdict]:
    low, share = _low(both.rewritten), english_share(_low(both.rewritten))
    strange = len(both.matching.new) * 2 > len(both.rewritten.concepts)
    if len(low) >= LEAST_WORDS and strange and share < min(LEAST_SHARE, english_share(_low(both.original))):
        yield verdict("language", "block", "This does not read as English.", (0, len(both.rewritten.text)))


def _low(reading: Reading) -> list[str]:
    return [word.low for word in reading.words if word.is_word]


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
