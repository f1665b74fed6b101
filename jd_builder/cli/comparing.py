"""What changed between two versions of a job."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from jd_builder.cli.options import as_json_option, know_imports, store_option
from jd_builder.cli.said import as_text, say, write

if TYPE_CHECKING:
    from jd_builder.services.targets import Target


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("-o", "--output", metavar="FILE", help="A file that shows the changes: .docx, .html or .md.")
@click.option("--format", "format_", metavar="[docx|html|md]", help="docx, if the name of FILE says no other.")
@as_json_option
@store_option
def compare(old: str, new: str, output: str | None, format_: str | None, as_json: bool, url: str | None) -> None:
    """Say what changed from OLD to NEW: answers, duties and criteria.

    Each is a draft file, a working copy, or any description in Word (.docx) or as text (.md, .txt).
    """
    from jd_builder.services import comparing_files

    target = _target(old, new, output, format_)
    know_imports(url)
    compared, troubles = comparing_files.read(old, new)
    for trouble in troubles:
        say(str(trouble))
    if compared is None:
        raise SystemExit(1)
    if as_json:
        write(as_text(map(comparing_files.data, compared.changes)))
    if format_ or target:
        form = target.format if target else str(format_)
        made = comparing_files.made(compared, form, datetime.now().astimezone())
        if target:
            say(str(comparing_files.write(made, target)), to_stdout=not as_json)
        elif not as_json:
            write(made.content.decode())
    elif not as_json:
        write("".join(f"{line}\n" for line in comparing_files.lines(compared)))
    for line in comparing_files.told(compared):
        say(line)


def _target(old: str, new: str, output: str | None, format_: str | None) -> "Target | None":
    """Where the file goes; a format that the changes have none of, or a Word file without a name, is wrong use."""
    from jd_builder.services.comparing_files import FORMATS
    from jd_builder.services.targets import target_of

    if format_ not in (None, *FORMATS):
        raise click.BadParameter(f"'{format_}' is not one of {', '.join(FORMATS)}.", param_hint="--format")
    if output is None:
        if format_ == "docx":
            raise click.UsageError("A Word file needs a name: add -o FILE.")
        return None
    target, _ = (target_of(output, [file], format_) for file in (old, new))
    if target.format not in FORMATS:
        raise click.UsageError(f"'{output}' is no file of changes: they end in .docx, .html or .md.")
    return target
