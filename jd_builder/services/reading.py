"""How a document reads: its gender-coded words and its grade, with what of both is the user's own. Never a fault."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from jd_builder.checks import gender
from jd_builder.checks.gender import CodedWord, Shown
from jd_builder.checks.masks import masks
from jd_builder.checks.readability import Grades, Measured, Reading, grades, hardest, read
from jd_builder.checks.texts import Placed, placed, reference
from jd_builder.domain.document import Document
from jd_builder.services.recent import Recent
from jd_builder.text.language import is_english

_PROSE, _APART = ("paragraph", "item"), "\n\n"
_recent: "Recent[Document, Reads]" = Recent(24)


@dataclass(frozen=True)
class Hard:
    """One of the hardest sentences, and the field or statement that it stands in, None for a layout's."""

    sentence: Measured
    place: str | None


@dataclass(frozen=True)
class Reads:
    """``words`` are all coded words, ``own`` those that are the user's to change; the grades are apart likewise.

    Grades and hardest sentences are of English alone, as syllables are counted as English says them.
    """

    words: Shown
    own: Shown
    grades: Grades
    hardest: tuple[Hard, ...]


def of(document: Document) -> Reads:
    """The same document is read once."""
    return _recent.get(document, lambda: _read(document))


def _read(document: Document) -> Reads:
    texts = [each for each in placed(document) if each.scope != "small"]
    prose = [each for each in texts if each.scope in _PROSE and is_english(each.text)]
    own = [each for each in prose if each.yours(0, len(each.text))]
    fixed = [each.text for each in prose if not each.yours(0, len(each.text))]
    words = list(_coded(texts, document.organisation))
    return Reads(
        Shown(tuple(word for word, _ in words)),
        Shown(tuple(word for word, yours in words if yours)),
        grades((each.text for each in own), fixed),
        tuple(_hardest(own) if own else _hardest(prose, yours=False)),
    )


def _coded(texts: Sequence[Placed], organisation: str) -> Iterator[tuple[CodedWord, bool]]:
    """Each coded word, and whether it is the user's to change. All texts are gone through at once."""
    starts = list(accumulate((len(each.text) + len(_APART) for each in texts), initial=0))
    names = (*masks(), organisation) if organisation else masks()
    for word in gender.shown(_APART.join(each.text for each in texts), names).words:
        number = bisect_right(starts, word.start) - 1
        start = starts[number]
        yield word, texts[number].yours(word.start - start, word.end - start)


def _hardest(texts: list[Placed], yours: bool = True) -> Iterable[Hard]:
    """Of ``yours`` only those sentences that are: a layout puts words of its own before an answer."""
    for number, sentence in hardest(_sentences(each, yours) for each in texts):
        statement, field = reference(texts[number].run_at(sentence.start, sentence.end))
        yield Hard(sentence, statement or field)


def _sentences(text: Placed, yours: bool) -> Reading:
    found = read(text.text).sentences
    return Reading(tuple(each for each in found if not yours or text.yours(each.start, each.end)))
