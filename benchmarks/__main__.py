"""Runs every ``bench_*.py`` beside this file and prints what was measured against its target.

A benchmark is a module with ``rows()``: for each figure its name, the ratio measured and the target,
``at most 0.125`` or ``at least 3``. Ratios of two things timed in turn wherever there is a second thing:
seconds say more about the machine than about the code. Where other programs took more than a tenth of
the machine meanwhile, the last column says so: what waits (seconds, several processes, a browser) then
looks slower than it is. The exit code is always 0: a machine that is busy with something else must not
stop anyone's work, so the table is there to be read.
"""

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.others import Others

Row = tuple[str, float, str]
Line = tuple[str, str, str, str]
QUIET = 0.1
HEADINGS: Line = ("what", "measured", "target", "")


def main() -> None:
    lines = [line for name in _names() for line in _measured(name)]
    print(_table([HEADINGS, *lines]) if lines else "There are no benchmarks yet.")


def is_met(ratio: float, target: str) -> bool:
    """Whether a ratio keeps to ``at most 0.125`` or ``at least 3``; any other target is our mistake."""
    words, _, limit = target.rpartition(" ")
    if words == "at most":
        return ratio <= float(limit)
    if words == "at least":
        return ratio >= float(limit)
    raise ValueError(f"A target reads 'at most 0.125' or 'at least 3', not {target!r}.")


def _names() -> list[str]:
    """The benchmarks by name, in alphabetical order."""
    return sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))


def _measured(name: str) -> list[Line]:
    """The lines of one benchmark. One that breaks is a line too, so that the others still run."""
    print(f"Running {name} ...", file=sys.stderr, flush=True)
    others = Others()
    try:
        rows: list[Row] = import_module(f"{__package__}.{name}").rows()
        return [_line(row, others.share()) for row in rows]
    except Exception as error:  # whatever a benchmark raises, the table has to be printed
        return [(name, "-", "-", f"broken: {type(error).__name__}: {error}")]


def _line(row: Row, others: float | None) -> Line:
    what, ratio, target = row
    verdict = "met" if is_met(ratio, target) else "NOT MET"
    busy = f" (others took {others:.0%} of the machine)" if others and others > QUIET else ""
    return what, f"{ratio:.3f}", target, verdict + busy


def _table(lines: list[Line]) -> str:
    """The lines in columns, names to the left and figures to the right."""
    name, figure, target, _ = (max(map(len, column)) for column in zip(*lines, strict=True))
    aligned = (f"{a:<{name}}  {b:>{figure}}  {c:<{target}}  {d}" for a, b, c, d in lines)
    return "\n".join(line.rstrip() for line in aligned)


if __name__ == "__main__":
    main()
