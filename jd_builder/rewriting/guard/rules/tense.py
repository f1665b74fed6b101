"""Whether a thing is done, goes on, or is to come: what is being drafted has not been drafted."""

from collections import Counter
from collections.abc import Iterator

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.clauses import YOU
from jd_builder.rewriting.guard.comparison import Comparison, verdict

_SAID = {"done": "as done", "now": "as going on", "to come": "as still to come"}


def tense(both: Comparison) -> Iterator[Verdict]:
    """Of others than the postholder, whose duties are as well said by "will" as without it."""
    ours, theirs = both.deeds
    often = Counter(each.key for each in (*ours.all, *theirs.all) if each.time)
    now = {each.key: each for each in theirs.all if each.time and often[each.key] == 2}
    for was in ours.all:
        after = now.get(was.key)
        if was.time and after and was.time != after.time and YOU not in (was.doer, after.doer):
            text = both.rewritten.text[after.start : after.end]
            message = f"“{text}” was told {_SAID[was.time]}, and is now told {_SAID[after.time]}."
            yield verdict("timing", "look", message, (after.start, after.end))
