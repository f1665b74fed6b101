"""What a statement says, as short hashes: enough to recognise its text, not enough to hold it.

The built-in role is written in our own words, and an import brings the official ones. To see which
official statement ours stands for, without keeping a copy of it, we keep one hash for each stem of
its content words. Case, quotes, word endings and function words do not count, so that small repairs
on the framework's page leave a fingerprint as it was.
"""

import re
from functools import lru_cache
from hashlib import sha256

HASH_LENGTH = 4
"""Hexadecimal digits kept of each hash: 65,536 values, for statements of about ten stems."""

_FUNCTION_WORDS = """
a about after against all also an and any are as at be because been before being between both but by
can could did do does doing during each for from had has have having he her hers him his how i if in
into is it its itself may me might more most must my no nor not of off on once only onto or other our
ours out over own shall she should so some such than that the their theirs them themselves then there
these they this those through to too under until up upon us was we were what when where whether which
while who whom whose why will with within without would you your yours
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())
"""English function words. Changing one changes fingerprints: renew those in the data files."""

_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the text's content words: folded case, no possessive, no function words.

    Stems are those of the Snowball English stemmer (https://snowballstem.org/algorithms/english/stemmer.html).
    A hyphen parts words: ``longer-term`` gives two stems.
    """
    import snowballstemmer  # brings every language that it knows

    folded = _POSSESSIVE.sub("", text.casefold().translate(_QUOTES))
    # A stemmer keeps the word it works on inside itself, so threads must not share one.
    stemmer = snowballstemmer.stemmer("english")
    words = (word for word in _WORD.findall(folded) if word not in STOP_WORDS)
    return frozenset(stemmer.stemWord(word) for word in words)


def fingerprint(text: str) -> tuple[str, ...]:
    """The distinct hashes of the text's content stems, in alphabetical order.

    Each is the first four hexadecimal digits of the SHA-256 of one stem in UTF-8.
    """
    hashes = {sha256(stem.encode()).hexdigest()[:HASH_LENGTH] for stem in content_stems(text)}
    return tuple(sorted(hashes))
