"""The guard as its callers see it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from jd_builder.domain.rewriting import Verdict
from jd_builder.rewriting.guard.acronyms import acronyms_in, capitals_in, written_out
from jd_builder.rewriting.guard.comparison import Rule, compare, verdict
from jd_builder.rewriting.guard.lexicon import Lexicon
from jd_builder.rewriting.guard.loading import lexicon, with_names
from jd_builder.rewriting.guard.rules.characters import characters
from jd_builder.rewriting.guard.rules.connection import connection
from jd_builder.rewriting.guard.rules.direction import direction
from jd_builder.rewriting.guard.rules.explained import explained
from jd_builder.rewriting.guard.rules.form import form
from jd_builder.rewriting.guard.rules.language import ending, language, length, spelling
from jd_builder.rewriting.guard.rules.meaning import meaning
from jd_builder.rewriting.guard.rules.members import members
from jd_builder.rewriting.guard.rules.numbered import numbered
from jd_builder.rewriting.guard.rules.order import order
from jd_builder.rewriting.guard.rules.ownership import ownership
from jd_builder.rewriting.guard.rules.person import person
from jd_builder.rewriting.guard.rules.place import place
from jd_builder.rewriting.guard.rules.quantities import quantities
from jd_builder.rewriting.guard.rules.relation import relation
from jd_builder.rewriting.guard.rules.speech import speech
from jd_builder.rewriting.guard.rules.tense import tense
from jd_builder.rewriting.guard.stems import stem
from jd_builder.rewriting.guard.words import words

Also = Callable[[str, str], Iterable[Verdict]]
RULES: tuple[Rule, ...] = (
    *(characters, form, speech, language, spelling, ending, length),
    *(
        quantities,
        numbered,
        meaning,
        members,
        explained,
        connection,
        order,
        place,
        ownership,
        relation,
        direction,
        tense,
        person,
    ),
)

LONGEST = 4000
"""Code points of a text that is compared: far more than a statement or a paragraph of an advert has."""
MOST = 50
"""Verdicts about one rewrite: nobody reads more."""


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
    known, guessed = _known(original, rewritten, facts or Facts())
    both = compare(original, rewritten, known)
    found = [each for rule in RULES for each in rule(both)]
    found += [_taken(acronym, long, rewritten) for acronym, long in guessed.items()]
    if also:
        found += also(original, rewritten)
    return tuple(sorted(found, key=lambda each: each.level != "block")[:MOST])


def _known(original: str, rewritten: str, facts: Facts) -> tuple[Lexicon, dict[str, str]]:
    """The words of the files, with what the document or the texts themselves explain, and what is only guessed.

    An acronym that no file has may be written out by the rewrite: what its letters stand for is told by them.
    One that the rewrite makes of the original's words, unexplained, is a guess.
    """
    listed, low = lexicon().senses, original.casefold()
    said = {**facts.acronyms, **acronyms_in(original)}
    for acronym, long in acronyms_in(rewritten).items():
        is_new = f"^{acronym.casefold()}" not in listed and acronym in original
        if acronym not in said and (is_new or long.casefold() in low):
            said[acronym] = long
    before, after = capitals_in(original), capitals_in(rewritten)
    unknown = {each for each in before - said.keys() if f"^{each.casefold()}" not in listed}
    said |= written_out(unknown, rewritten) if unknown else {}
    guessed = written_out(after - before - said.keys(), original) if after else {}
    guessed = {acronym: long for acronym, long in guessed.items() if not _is_listed(acronym, long)}
    acronyms = (*said.items(), *guessed.items())
    return (with_names(acronyms, facts.names) if acronyms or facts.names else lexicon()), guessed


def _is_listed(acronym: str, long: str) -> bool:
    """Whether a file says already that one stands for the other."""
    known = lexicon()
    stems = tuple(stem(word.low) for word in words(long) if word.is_word)
    phrases = known.phrases.get(stems[:2], ())
    listed = known.senses.get(f"^{acronym.casefold()}", frozenset())
    return any(phrase.head == stems and not listed.isdisjoint(phrase.senses) for phrase in phrases)


def _taken(acronym: str, long: str, rewritten: str) -> Verdict:
    start = rewritten.index(acronym)
    message = f"“{acronym}” is taken to stand for “{long}”, which no list says."
    return verdict("name", "look", message, (start, start + len(acronym)))
