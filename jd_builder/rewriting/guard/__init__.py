"""Whether a rewrite still says what the original says. Rules and word lists, no model: the same answer every time."""

from jd_builder.rewriting.guard.acronyms import acronyms_in
from jd_builder.rewriting.guard.judge import Facts, judge

__all__ = ["Facts", "acronyms_in", "judge"]
