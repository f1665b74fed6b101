"""A build of many posts from one draft and a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from jd_builder.cli.said import say

if TYPE_CHECKING:
    from jd_builder.services.tables import Table

base_option = click.option("--base", metavar="DRAFT", help="With --table: the draft that every row starts from.")
table_option = click.option(
    "--table", metavar="POSTS.csv", help="With --base: a row for each post, its columns keys such as post.title."
)


def table_of(base: str | None, table: str | None, drafts: Sequence[str]) -> "Table | None":
    """The table, if one was asked for. Half of the pair, both ways at once, or neither is wrong use."""
    from jd_builder.services import tables

    if base is None and table is None:
        if not drafts:
            raise click.UsageError("Missing argument 'DRAFT...'.")
        return None
    if base is None or table is None:
        raise click.UsageError("--base and --table go together: a draft, and a table of what differs.")
    if drafts:
        raise click.UsageError("Name drafts, or --base and --table, but not both.")
    opened = tables.opened(table, base)
    if opened.note:
        say(opened.note)
    return opened


def number_of(table: "Table") -> int:
    """How many rows there are, for the progress bar."""
    from jd_builder.services import tables

    return sum(1 for _ in tables.rows(table))
