"""What the language checks cost, against only parting the same text into words."""

import re
from collections.abc import Callable
from statistics import median
from time import process_time

from jd_builder.checks import gender, readability
from jd_builder.services import catalogue

Row = tuple[str, float, str]
WORDS, ROUNDS = 1500, 60


def rows() -> list[Row]:
    text = _text()
    word = re.compile(r"\w+")
    times: dict[str, list[float]] = {"words": [], "gender": [], "readability": []}
    for _ in range(ROUNDS):
        times["words"].append(_seconds(lambda: word.findall(text.lower())))
        times["gender"].append(_seconds(lambda: gender.shown(text)))
        times["readability"].append(_seconds(lambda: readability.read(text)))
    words = median(times["words"])
    return [
        (f"gender-coded words of {WORDS:,}, against tokenising", median(times["gender"]) / words, "at most 10"),
        (f"readability of {WORDS:,}, against tokenising", median(times["readability"]) / words, "at most 6"),
    ]


def _text() -> str:
    """As many words of the built-in role as are asked for, a statement on each line."""
    lines = [statement.wordings.plain for statement in catalogue.role("ciso").statements()]
    chosen, count = list[str](), 0
    while count < WORDS:
        chosen.append(lines[len(chosen) % len(lines)])
        count += len(chosen[-1].split())
    return "\n".join(chosen)


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
