"""How long it takes to read the framework's whole export and one saved page, and how much memory."""

import csv
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from statistics import median
from time import perf_counter
from tracemalloc import get_traced_memory, start, stop

from jd_builder.content.reading.reader import read

FRAMEWORK = Path(__file__).parents[2] / "shared" / "framework"
ROLES, ROUNDS = 52, 7


def rows() -> list[tuple[str, float, str]]:
    """Three rows; none where the framework's files are not beside the repository."""
    if not FRAMEWORK.is_dir():
        print("shared/framework beside the repository is missing, so reading is not measured.", file=sys.stderr)
        return []
    export = whole_export((FRAMEWORK / "roles-sample.csv").read_text(encoding="utf-8-sig"))
    page = (FRAMEWORK / "security-architect.html").read_bytes()

    def all_roles() -> None:
        assert len(read(export, "export.csv").roles) == ROLES

    def one_page() -> None:
        assert len(read(page, "page.html").roles[0].levels) == 3

    one_page()
    return [
        (f"export of {ROLES} roles read, s", _seconds(all_roles), "at most 1"),
        ("page of 33 kB read, ms", _seconds(one_page) * 1000, "at most 50"),
        ("memory of reading either, MB", max(_megabytes(all_roles), _megabytes(one_page)), "at most 150"),
    ]


def whole_export(sample: str) -> bytes:
    """The rows of the sample under new names, again and again until there are as many roles as in the export."""
    header, *body = csv.reader(StringIO(sample))
    titles = list(dict.fromkeys(row[1] for row in body))
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for number in range(ROLES):
        title = titles[number % len(titles)]
        rows_of_it = [row for row in body if row[1] == title]
        writer.writerows([row[0], f"{title} {number}", *row[2:]] for row in rows_of_it)
    return out.getvalue().encode()


def _seconds(work: Callable[[], None]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = perf_counter()
        work()
        times.append(perf_counter() - began)
    return median(times)


def _megabytes(work: Callable[[], None]) -> float:
    start()
    work()
    peak = get_traced_memory()[1]
    stop()
    return peak / 1_000_000


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
