"""What a command writes: data on stdout, words on stderr."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import click

from jd_builder.domain.errors import DataFileError

T = TypeVar("T")
_LONG_WORK = 20  # drafts, from which a progress bar is worth drawing


def as_text(data: Iterable[Any]) -> str:
    return json.dumps(list(data), ensure_ascii=False, indent=2) + "\n"


def write(text: str) -> None:
    """Data is UTF-8 whatever the terminal is set to, so that a file it is sent into can be read again."""
    click.echo(text.encode(), nl=False)


def say(line: str, to_stdout: bool = False) -> None:
    """A line between two states of the progress bar, if there is one."""
    tqdm = getattr(sys.modules.get("tqdm"), "tqdm", None)
    if tqdm is None:
        click.echo(line, err=not to_stdout)
    else:
        tqdm.write(line, file=sys.stdout if to_stdout else sys.stderr)


def complain(errors: Sequence[DataFileError]) -> None:
    """Data files that are broken, after all that could be listed without them."""
    for error in errors:
        click.echo(str(error), err=True)
    if errors:
        raise SystemExit(1)


def with_progress(results: Iterator[T], number: int) -> Iterator[T]:
    """The results, with a bar on stderr while a person watches a long work."""
    if number < _LONG_WORK or not sys.stderr.isatty():
        return results
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    return iter(tqdm(results, total=number, unit=" drafts", leave=False, file=sys.stderr))
