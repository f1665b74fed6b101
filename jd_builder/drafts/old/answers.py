"""What stands beside a label, read as answers: by the domain's own reading, and never by half.

A value is tried whole, then in the pieces between its brackets, semicolons and commas. A piece that
no reader takes to its last word is left over, so that nothing is guessed and nothing is lost.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from jd_builder.domain.answers import read
from jd_builder.drafts.old import patterns
from jd_builder.drafts.old.labels import MODELS

Answer = tuple[str, Any]
Reader = Callable[[str], Answer | None]

_PARTED = (re.compile(r"[;\n]+|\.\s+"), re.compile(r"[()]+"), re.compile(r",\s+"))
_LONGEST, _LONGEST_TEXT = 15, 300  # words and characters; more is prose, whatever its label says
_LONGEST_TYPED = 2000  # characters of all that stands beside a label


@dataclass(frozen=True)
class Reading:
    """Answers, each with the words that it came from; the words left over; and why there is no answer."""

    answers: tuple[tuple[str, Any, str], ...] = ()
    left: tuple[str, ...] = ()
    reason: str = ""


def read_typed(place: str, typed: str) -> Reading:
    """Read what stands beside the label of a place; it may answer other places too (hours and "part time")."""
    answers: list[tuple[str, Any, str]] = []
    if len(typed) > _LONGEST_TYPED:
        return Reading(left=(typed,), reason="This is too long for an answer to its label.")
    left = _read_pieces(place, typed.strip(), answers, 0)
    if answers:
        return Reading(tuple(answers), tuple(left))
    found = _read(place, typed)
    return Reading(left=(typed,), reason=found if isinstance(found, str) else "")


def _read_pieces(place: str, typed: str, answers: list[tuple[str, Any, str]], depth: int) -> list[str]:
    """Add the answers in a text, each place once; give the pieces that are none."""
    found = _read(place, typed)
    if isinstance(found, tuple) and found[0] not in {place for place, _, _ in answers}:
        answers.append((*found, typed))
        return []
    if depth == len(_PARTED) or place not in patterns.READERS:
        return [typed]
    pieces = [piece.strip() for piece in _PARTED[depth].split(typed) if re.search(r"\w", piece)]
    before = len(answers)
    left = [part for piece in pieces for part in _read_pieces(place, piece, answers, depth + 1)]
    return left if len(answers) > before else [typed]


def _read(place: str, typed: str) -> Answer | str:
    """The answer in a piece, or the reason why there is none."""
    reasons = []
    for found_place, value in _candidates(place, typed):
        problem = _problem(found_place, value)
        if not problem:
            return found_place, value
        if found_place == place:
            reasons.append(problem)
    return reasons[0] if reasons else "This cannot be read as an answer to its label."


def _candidates(place: str, typed: str) -> Iterator[Answer]:
    text = " ".join(typed.split())
    is_long = (
        len(text) > _LONGEST_TEXT or len(text.split()) > _LONGEST or (text.endswith(".") and len(text.split()) > 4)
    )
    if is_long or "\n" in typed.strip() or text.casefold() in patterns.NO_ANSWER:
        return
    for reader in patterns.READERS.get(place, (patterns.as_typed,)):
        for found_place, value in reader(text):
            yield found_place or place, value


def _problem(place: str, value: Any) -> str:
    noun, _, key = place.partition(".")
    reading = read(MODELS[noun], {key: value}, noun)
    if reading.asked or reading.skipped or not reading.value.model_fields_set:
        return reading.problems[0].message if reading.problems else "No answer was given."
    return reading.problems[0].message if reading.problems else ""
