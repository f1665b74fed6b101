"""What a model is never shown: figures, dates, names and contacts, each a sign in the text until the answer is back.

A sign keeps a fact out of the model's hands and personal data off the wire.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jd_builder.domain.rewriting import Verdict

_SIGN = re.compile(r"⟦K(\d{1,4})⟧")
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May"
_MONTHS += r"|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ONES += "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBERS = rf"(?:{_TENS})(?:[- ](?:one|{_ONES}))?|{_ONES}|hundreds?|thousands?|millions?|billions?"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w'’&.-]*\w|[A-Z]"  # a word that begins with a capital
_WORD = re.compile(r"[\w'’-]+")
# In this order: what comes first is looked for first. Every word with a figure in it is masked whole.
_FIXED = (
    r"⟦[^⟧]*⟧|[⟦⟧]",
    r"https?://\S+|www\.\S+",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\b(?:,? \d{{4}})?",
    rf"\b(?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\b(?:{_MONTHS}) \d{{4}}",
    r"\b(?:ISO(?:/IEC)?|NIST|PCI|EN|BS|SOC|CSF|CAF)(?:[ -][A-Z]+)?[ -]?\d[\w.:/-]*\b",
    r"[£$€]?\+?\(?\b\w*\d\w*(?:[.,:/)( -]+\(?\w*\d\w*)*(?:\s?(?:%|per cent|million|billion|bn|thousand)\b|%)?",
    rf"(?i:\b(?:{_NUMBERS})\b)(?:[ -](?i:{_NUMBERS})\b)*",
)


@dataclass(frozen=True)
class Masked:
    """A text as it may be sent, and what its signs stand for, the first of them for ``⟦K1⟧``."""

    text: str
    kept: tuple[str, ...]


def mask(text: str, names: Collection[str] = (), ordinary: Collection[str] = ()) -> Masked:
    """Put a sign in place of each figure, date, contact and name.

    ``names`` are known ones, however they are written. Any other name is told by its capital: within a sentence
    every word with one that is not all capitals, and at its head every word that is not among the ``ordinary``.
    """
    kept: list[str] = []
    parts: list[str] = []
    at = 0
    for start, end in _spans(text, names, ordinary):
        kept.append(text[start:end])
        parts += (text[at:start], f"⟦K{len(kept)}⟧")
        at = end
    return Masked("".join((*parts, text[at:])), tuple(kept))


def restored(masked: Masked, answer: str) -> tuple[str, tuple[Verdict, ...]]:
    """The answer with the words back in place of their signs, and what is wrong with the signs that came back."""
    came = [int(found) for found in _SIGN.findall(answer)]
    known = range(1, len(masked.kept) + 1)
    text = _SIGN.sub(lambda found: masked.kept[int(found[1]) - 1] if int(found[1]) in known else found[0], answer)
    if sorted(came) != list(known) or "⟦" in _SIGN.sub("", answer):
        gone = [masked.kept[number - 1] for number in known if number not in came]
        doubled = [masked.kept[number - 1] for number in known if came.count(number) > 1]
        return text, (Verdict(rule="protected", level="block", message=_wrong(gone, doubled)),)
    if came != list(known):
        said = "Names or figures stand in another order: look whether each still belongs to the same thing."
        return text, (Verdict(rule="protected-order", level="look", message=said),)
    return text, ()


def _wrong(gone: Iterable[str], doubled: Iterable[str]) -> str:
    left_out, twice = (", ".join(f"“{each}”" for each in words) for words in (gone, doubled))
    said = (f"It leaves out {left_out}." if left_out else "", f"It says {twice} more than once." if twice else "")
    return " ".join(filter(None, said)) or "It holds a sign that stands for nothing."


def _spans(text: str, names: Collection[str], ordinary: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where something has to be masked, in order; what touches or overlaps is one."""
    found = [match.span() for match in _pattern(frozenset(names)).finditer(text)]
    found += _capitalised(text, ordinary)
    last: tuple[int, int] | None = None
    for start, end in sorted(span for span in found if span[0] < span[1]):
        if last and start <= last[1]:
            last = (last[0], max(end, last[1]))
        else:
            if last:
                yield last
            last = (start, end)
    if last:
        yield last


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    known = sorted((re.escape(each).replace(r"\ ", r"\s+") for each in names if len(each) > 1), key=len, reverse=True)
    return re.compile("|".join([*_FIXED[:3], *(rf"(?i:(?<!\w){each}(?!\w))" for each in known), *_FIXED[3:]]))


_NAMES = re.compile(rf"(?:{_CAPITAL})(?:(?: (?:of|the|and|for|&))* (?:{_CAPITAL}))*")


def _capitalised(text: str, ordinary: Collection[str]) -> Iterator[tuple[int, int]]:
    for run in _NAMES.finditer(text):
        start, end = run.span()
        if _opens_sentence(text, start):
            first = _WORD.match(text, start)
            if first is None or _is_ordinary(first[0], ordinary):
                start = first.end() if first else end
                start += len(text[start:end]) - len(text[start:end].lstrip())
        words = (word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text[start:end]))
        if any(len(word) > 1 and not word.isupper() and word[0].isupper() for word in words):
            yield start, end


def _opens_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \"'“‘(")
    return not before or before[-1] in ".!?:;•\n"


def _is_ordinary(word: str, ordinary: Collection[str]) -> bool:
    return word.isupper() or word.casefold() in ordinary
