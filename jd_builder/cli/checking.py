"""Checks of a draft, or of any text."""

import click

from jd_builder.cli.options import as_json_option, know_imports, store_option, usable
from jd_builder.cli.said import as_text, complain, say, write


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--layout", "layout_id", metavar="NAME", help="The kind of document: in place of the draft's own.")
@as_json_option
@store_option
def check(file: str, layout_id: str | None, as_json: bool, url: str | None) -> None:
    """Check a draft, or any Word file (.docx) or text (.md, .txt). Exits with 1 if something has to be fixed."""
    from jd_builder.services import catalogue, checking, draft_files

    know_imports(url)
    if layout_id is not None:
        usable(lambda: catalogue.layout(layout_id))
    found = checking.of_file(draft_files.content_of(file), file, layout_id)
    write(as_text(map(checking.data, found)) if as_json else "".join(f"{each}\n" for each in checking.lines(found)))
    say(f"{file}: {checking.said(found)}")
    complain(checking.rule_errors())
    if any(each.severity == "error" for each in found):
        raise SystemExit(1)
