"""How much alike two texts are.

Likeness is the Jaccard index of the stems of their content words: those that both have as a share
of those that either has, 0 to 1. Word order, endings and function words do not count. Measured on
the built-in lists, 107 statements of one field: of 5,671 pairs that are meant to be different, none
reaches 0.5, eight reach 0.4 (most of them do say nearly the same), and one in seventy 0.25.

It was compared with rapidfuzz 3.14 on the 63 official statements
of one role and ours that stand for them. For all 63 the nearest is the right one by either measure. By
the best of rapidfuzz, token_sort_ratio, 7 of 3,866 pairs that differ pass where 57 of 63 right ones do;
by this one, 8 where 56 do. Whether a duty shows a skill this one tells better (F1 0.58 against 0.55, on
44 judged by hand). It needs no text, only hashes of stems, so that statements are recognised of which
we hold no copy; and unlike texts are 5% alike by it, not 45%, which is what a person expects to read.
"""

from collections.abc import Collection

from jd_builder.text.fingerprint import content_stems


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Of two sets of stems, or of two fingerprints, which are hashes of stems."""
    mine, theirs = frozenset(one), frozenset(other)
    both = len(mine & theirs)
    return both / (len(mine) + len(theirs) - both) if mine or theirs else 0.0


def alike(one: str, other: str) -> float:
    """Of two texts."""
    return likeness(content_stems(one), content_stems(other))
