"""How much alike two texts are.

Likeness is the Jaccard index of the stems of their content words: those that both have as a share
of those that either has, 0 to 1. Word order, endings and function words do not count. Measured on
the built-in lists, 107 statements of one field: of 5,671 pairs that are meant to be different, none
reaches 0.5, eight reach 0.4 (most of them do say nearly the same), and one in seventy 0.25.
"""

from collections.abc import Collection

from jd_builder.text.fingerprint import content_stems


def likeness(one: Collection[str], other: Collection[str]) -> float:
    """Of two sets of stems, or of two fingerprints, which are hashes of stems."""
    either = {*one, *other}
    return len({*one} & {*other}) / len(either) if either else 0.0


def alike(one: str, other: str) -> float:
    """Of two texts."""
    return likeness(content_stems(one), content_stems(other))
