"""Rewrites from elsewhere, judged as the app judges those of its model."""

import json
import sys

import click

from jd_builder.cli.said import say, write
from jd_builder.domain.errors import UserError


@click.command()
@click.option("--json", "as_json", is_flag=True, required=True, help="Read and write JSON lines.")
def guard(as_json: bool) -> None:
    """Say of rewrites whether they still state the same facts.

    Reads {"original", "rewritten"[, "id"]} a line and answers each in order. A line that cannot be read is
    told on standard error, and the exit code is 1.
    """
    from jd_builder.services.guarding import answers

    bad = False
    for number, found in answers(sys.stdin.buffer):
        if isinstance(found, UserError):
            bad = True
            say(f"line {number}: {found}")
        else:
            write(json.dumps(found, ensure_ascii=False).encode(errors="backslashreplace").decode() + "\n")
    if bad:
        raise SystemExit(1)
