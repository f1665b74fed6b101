"""The small words that hold a sentence together, and the words that act: as much as it takes to say who does what."""

from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from jd_builder.rewriting.guard.loading import FOLDER
from jd_builder.rewriting.guard.stems import is_past, stem
from jd_builder.rewriting.guard.words import Word

_CLASSES = {
    "modal": "will would shall can must may should might could do does did",
    "be": "is are was were be been being am",
    "have": "have has had having",
    "you": "you yourself postholder jobholder",
    "we": "we us ourselves",
    "they": "they them he him she it themselves",
    "owner": "your our their its his her my",
    "rel": "who which that whom",
    "to": "to",
    "prep": "of from by for with on in at about into onto across through against between among over under within"
    " during towards upon via per than around behind beyond alongside including regarding without",
    "det": "a an the this these those each every all any some no another other such",
    "sub": "if when where while because unless whether although so since once until before after as otherwise how what",
    "and": "and or but then nor &",
    "adverb": "not never always often also only first further together soon still now both directly back up out down"
    " usually sometimes jointly formally just too ever well then",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_NOT_ADVERBS = "rely apply reply supply comply imply multiply family assembly anomaly ally tally rally"
_NO_ADVERBS = frozenset(_NOT_ADVERBS.split())
_OF_PERSONS = ("er", "or", "ant", "ent")
_NOT_PAST = frozenset(("need", "feed", "exceed", "proceed", "succeed", "embed", "speed"))
_OF_NOUNS = ("ment", "ation", "ition", "ion", "ance", "ence", "al", "ship", "ity", "ness")
_HOLDERS = frozenset(("holder",))
_BEFORE_HOLDER = frozenset(("post", "role", "job"))


class Token(NamedTuple):
    """A word with its class: empty for a word with content, "mark" for a mark.

    ``form`` is that of a verb: base, s, ed or ing. ``is_noun`` says that its ending makes a noun of a verb.
    """

    low: str
    stem: str
    cls: str
    start: int
    end: int
    owns: bool
    is_party: bool
    form: str = ""
    is_noun: bool = False


class Grammar(NamedTuple):
    """The file of deeds, by stems. ``sorts`` are the numbers of its lines that have a word."""

    sorts: dict[str, frozenset[int]]
    giving: frozenset[str]
    getting: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    causing: frozenset[str]
    of_somebody: frozenset[str]
    roles: frozenset[str]
    to_somebody: frozenset[str]
    for_somebody: frozenset[str]
    on_somebody: frozenset[str]
    sharing: frozenset[str]
    particles: frozenset[str]
    verbs: frozenset[str]
    parties: frozenset[str]


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    data: dict[str, Any] = yaml.safe_load((FOLDER / "deeds.yaml").read_text(encoding="utf-8"))
    sorts: dict[str, frozenset[int]] = {}
    for number, line in enumerate(data["sorts"]):
        for each in _stems(line):
            sorts[each] = sorts.get(each, frozenset()) | {number}
    names = (
        "giving",
        "getting",
        "asking",
        "answering",
        "causing",
        "of-somebody",
        "roles",
        "to-somebody",
        "for-somebody",
        "on-somebody",
        "sharing",
        "particles",
        "verbs",
        "parties",
    )
    as_written = ("particles", "answering", "roles", "parties")
    found = (frozenset(data[name].split()) if name in as_written else _stems(data[name]) for name in names)
    return Grammar(sorts, *found)


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, words.split()))


@lru_cache(maxsize=4)
def verbs_of(known_verbs: frozenset[str], known_actions: frozenset[str]) -> frozenset[str]:
    words = grammar()
    return words.verbs | words.giving | words.getting | words.asking | words.to_somebody | known_verbs | known_actions


@lru_cache(maxsize=16384)
def _classed(low: str) -> tuple[str, str, bool, str, bool]:
    """The stem of a word with content, its class, whether it names somebody, its form, and whether it is a noun."""
    cls = _CLASS.get(low) or ("adverb" if low.endswith("ly") and low not in _NO_ADVERBS else "")
    key = "" if cls else stem(low)
    parties = grammar().parties
    is_party = low in parties or (low.endswith("s") and low[:-1] in parties)
    ending = low[len(key) :]
    is_noun = ending.startswith(_OF_NOUNS) or (is_party and ending.startswith(_OF_PERSONS))
    return key, cls, is_party, _form(low), is_noun and not cls


def _form(low: str) -> str:
    if low.endswith("ing"):
        return "ing"
    if is_past(low) and low not in _NOT_PAST:
        return "ed"
    return "s" if low.endswith("s") and not low.endswith("ss") else "base"


def tokens(found: tuple[Word, ...]) -> list[Token]:
    made: list[Token] = []
    opens = True
    for place, (text, low, start, end, owns) in enumerate(found):
        if (
            low == "-"
            and made
            and made[-1].end == start
            and found[place + 1 : place + 2]
            and found[place + 1].start == end
        ):
            continue  # vice-chancellor
        if not low[0].isalnum():
            made.append(Token(low, "", "mark", start, end, False, False))
            opens = opens or low in ".:;!?-"
            continue
        key, cls, is_party, form, is_noun = _classed(low) if text != "IT" else (low, "", False, "base", True)
        if low == "line" and place + 1 < len(found) and found[place + 1].low.startswith("manag"):
            cls = "adverb"  # line manage
        elif low in _HOLDERS and made and made[-1].low in _BEFORE_HOLDER:
            cls = "you"
        named = not cls and (is_party or (text != low and not opens))
        made.append(Token(low, key, cls, start, end, owns, named, form, is_noun))
        opens = False
    return made
