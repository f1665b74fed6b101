"""What the guard costs a statement, with the rules of the checks that it asks too, and the longest text it takes."""

from statistics import mean, median
from time import process_time

from jd_builder.rewriting.guard.judge import LONGEST
from jd_builder.services.guarding import verdicts
from tests.rewriting import pairs

Row = tuple[str, float, str]
ROUNDS = 9


def rows() -> list[Row]:
    known = pairs.ours()
    rounds = [mean(_milliseconds(pair.original, pair.rewritten) for pair in known) for _ in range(ROUNDS)]
    words = ("lead the board on risk and security policy, not the team; " * LONGEST)[:LONGEST]
    longest = [_milliseconds(words, words[::-1]) for _ in range(ROUNDS)]
    return [
        (f"a rewrite judged, ms, mean of {len(known)}", median(rounds[1:]), "at most 1"),
        (f"a text of {LONGEST:,} characters, ms", median(longest), "at most 500"),
    ]


def _milliseconds(original: str, rewritten: str) -> float:
    began = process_time()
    verdicts(original, rewritten)
    return (process_time() - began) * 1000


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
