"""From a draft file to documents."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import click

from jd_builder.cli.house_styles import for_word, house_style_option, working_copy_option
from jd_builder.cli.options import know_imports, store_option, usable
from jd_builder.cli.posts import base_option, number_of, table_of, table_option
from jd_builder.cli.said import say, with_progress, write

if TYPE_CHECKING:
    from jd_builder.services.bulk import Built


@click.command()
@click.option("--role", default="ciso", show_default=True, help="The role, by its id.")
@click.option("--layout", "layout_ids", multiple=True, metavar="NAME", help="A document to make; can be repeated.")
@store_option
def new(role: str, layout_ids: Sequence[str], url: str | None) -> None:
    """Write a draft file to fill in: new > job.yaml"""
    from jd_builder.drafts.template import new_draft
    from jd_builder.services import catalogue

    know_imports(url)
    chosen = usable(lambda: [catalogue.layout(id_) for id_ in layout_ids])
    write(new_draft(usable(lambda: catalogue.role(role)), catalogue.layouts(), chosen))


@click.command()
@click.argument("drafts", nargs=-1, metavar="DRAFT...")
@click.option("-o", "--output", required=True, metavar="FILE|DIR", help="A file for one document, or a folder.")
@click.option("--layout", "layout_ids", multiple=True, metavar="NAME", help="In place of the draft's own documents.")
@click.option(
    "--format", "format_", metavar="[docx|pdf|html|md|txt|json|jsonld]", help="docx, if the name of FILE says no other."
)
@base_option
@table_option
@house_style_option
@working_copy_option
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to work with.")
@store_option
def build(
    drafts: Sequence[str],
    output: str,
    layout_ids: Sequence[str],
    format_: str | None,
    base: str | None,
    table: str | None,
    house_style: bytes | None,
    working: bool,
    jobs: int,
    url: str | None,
) -> None:
    """Make the documents of draft files. "-" reads one from standard input.

    --base DRAFT --table POSTS.csv makes them for each row of a table, whose columns are keys such as post.title.

    Gaps are listed and stop nothing. A draft with wrong values is not made; the others are.
    """
    from jd_builder.services import bulk, catalogue
    from jd_builder.services.building import Order
    from jd_builder.services.draft_formats import ALL
    from jd_builder.services.targets import target_of

    if format_ not in (None, *ALL):
        raise click.BadParameter(f"'{format_}' is not one of {', '.join(ALL)}.", param_hint="--format")
    for id_ in layout_ids:
        usable(partial(catalogue.layout, id_))
    store = know_imports(url)
    posts = table_of(base, table, drafts)
    target = target_of(output, drafts or [str(base), str(table)], format_)
    for_word(target.format, house_style, working)
    order = Order(datetime.now().astimezone(), target.format, tuple(layout_ids), house_style, working)
    wrong = 0
    with closing(bulk.build(drafts, order, target, jobs, store, posts)) as results:
        for built in with_progress(results, number_of(posts) if posts else len(drafts)):
            _report(built)
            wrong += bool(built.errors)
    if wrong:
        raise SystemExit(1)


def _report(built: "Built") -> None:
    from jd_builder.services.listing import gap_line

    for path in built.files:
        say(str(path), to_stdout=True)
    for gaps in built.gaps:
        if gaps.missing:
            say(gap_line(built.draft, gaps))
    for line in (*built.notes, *built.errors):
        say(line)
