"""What was asked of a model, as a file for a data-protection assessment: when, where, how much, and no text."""

import csv
import io
from collections.abc import Iterable

from jd_builder.storage.results import UsageLine

NAME = "model-calls.csv"
_HEADER = ("When (UTC)", "Draft", "Server", "Model", "Tokens sent", "Tokens received", "Counted by")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(lines: Iterable[UsageLine]) -> bytes:
    """For a spreadsheet: nothing in it is taken for a formula, and Excel reads it as UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_HEADER)
    for line in lines:
        when, by = f"{line.at:%Y-%m-%d %H:%M:%S}", "estimate" if line.estimated else "server"
        cells = (when, line.draft or "command line or test", line.host, line.model)
        writer.writerow((*map(_plain, cells), line.sent, line.received, by))
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """With an apostrophe before what a spreadsheet would compute, on each of its lines and behind any space."""
    lines = cell.splitlines() or [""]
    return "\n".join(f"'{line}" if line.lstrip(" \u00a0").startswith(_FORMULA) else line for line in lines)
