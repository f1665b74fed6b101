"""The guard as its callers see it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.acronyms import acronyms_in, written_out
from jd_builder.rewriting.guard.comparison import Rule, compare, verdict
from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.loading import lexicon, with_names
from jd_builder.rewriting.guard.rules.characters import characters
from jd_builder.rewriting.guard.rules.connection import connection
from jd_builder.rewriting.guard.rules.direction import direction
from jd_builder.rewriting.guard.rules.form import form
from jd_builder.rewriting.guard.rules.language import ending, language, length, spelling
from jd_builder.rewriting.guard.rules.meaning import meaning
from jd_builder.rewriting.guard.rules.numbered import numbered
from jd_builder.rewriting.guard.rules.order import order
from jd_builder.rewriting.guard.rules.ownership import ownership
from jd_builder.rewriting.guard.rules.person import person
from jd_builder.rewriting.guard.rules.place import place
from jd_builder.rewriting.guard.rules.quantities import quantities
from jd_builder.rewriting.guard.rules.relation import relation
from jd_builder.rewriting.guard.rules.speech import speech
from jd_builder.rewriting.guard.rules.tense import tense

Also = Callable[[str, str], Iterable[Verdict]]
RULES: tuple[Rule, ...] = (
    *(characters, form, speech, language, spelling, ending, length),
    *(quantities, numbered, meaning, connection, order, place, ownership, relation, direction, tense, person),
)

LONGEST = 4000
"""Code points of a text that is compared: far more than a statement or a paragraph of an advert has."""
MOST = 50
"""Verdicts about one rewrite: nobody reads more."""

_ACRONYM = re.compile(r"\b[A-Z][A-Za-z&]{0,5}[A-Z](?=s?\b)")


@dataclass(frozen=True)
class Facts:
    """What the document says elsewhere, so that a rewrite may rest on it.

    ``acronyms`` are those that the document explains, each with its long form; ``names`` are the
    organisation's own, which have to stay as they are.
    """

    acronyms: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def judge(original: str, rewritten: str, facts: Facts | None = None, also: Also | None = None) -> tuple[Verdict, ...]:
    """The doubts about a rewrite, the gravest first. None at all is a pass.

    ``also`` gives the verdicts of rules that live elsewhere, such as those on discriminating words.
    """
    if original == rewritten:
        return ()
    if max(len(original), len(rewritten)) > LONGEST:
        message = f"This is longer than {LONGEST:,} characters; only shorter texts are compared."
        return (verdict("length", "block", message, (0, len(rewritten))),)
    both = compare(original, rewritten, _known(original, rewritten, facts or Facts()))
    found = [each for rule in RULES for each in rule(both)]
    if also:
        found += also(original, rewritten)
    return tuple(sorted(found, key=lambda each: each.level != "block")[:MOST])


def _known(original: str, rewritten: str, facts: Facts) -> Lexicon:
    """The words of the files, with what the document or the texts themselves explain.

    An acronym that no file has may be explained by the rewrite: what its letters stand for is told by them.
    """
    acronyms = {**facts.acronyms, **acronyms_in(original)} if "(" in original else dict(facts.acronyms)
    unknown = {each for each in _ACRONYM.findall(original) if f"^{each.casefold()}" not in lexicon().senses}
    acronyms |= written_out(unknown - acronyms.keys(), rewritten)
    return with_names(tuple(acronyms.items()), facts.names) if acronyms or facts.names else lexicon()
