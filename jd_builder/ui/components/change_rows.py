"""Changes between two editions, word by word."""

from collections.abc import Iterable

from jd_builder.services.editions import Change
from jd_builder.text.diff import Piece, by_words
from jd_builder.ui.components import safe

NAMES = {"added": "Added", "removed": "Removed", "reworded": "Reworded"}


def show(changes: Iterable[Change]) -> None:
    for change in changes:
        safe.change(NAMES[change.sort], change.of, pieces(change))


def pieces(change: Change) -> tuple[Piece, ...]:
    if change.sort == "reworded":
        return by_words(change.before, change.after)
    return (Piece("added", change.after),) if change.sort == "added" else (Piece("removed", change.before),)
