"""Roles of the framework, from files."""

import json
from datetime import date
from pathlib import Path

import click

from jd_builder.cli.options import as_json_option, know_imports, opened, store_option
from jd_builder.cli.said import say, write


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--role", metavar="NAME", help="One of several roles in the file, by its title.")
@as_json_option
def read_role(file: Path, role: str | None, as_json: bool) -> None:
    """Read a role of the framework: its CSV export, a saved page or copied text.

    What is in doubt is said on standard error and stops nothing.
    """
    from jd_builder.services import role_files

    reading = role_files.read(file)
    chosen = role_files.chosen(reading, role)
    if as_json:
        write(json.dumps(role_files.data(chosen), ensure_ascii=False, indent=2) + "\n")
    else:
        write(role_files.summary(chosen))
    for doubt in role_files.doubts_of(reading, chosen):
        click.echo(f"{file}: {doubt}", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--role", metavar="NAME", help="One of several roles in the file, by its title.")
@click.option("--all", "every", is_flag=True, help="Every role of the file.")
@store_option
def import_role(file: Path, role: str | None, every: bool, url: str | None) -> None:
    """Keep a role of the framework in its official wording, as one more edition.

    Drafts stay on the edition they have. A statement that may be an earlier one in other words is
    kept as a new one and said on standard error; in the app it can be decided.
    """
    from jd_builder.services import importing, role_files

    reading = role_files.read(file)
    chosen = reading.roles if every and role is None else (role_files.chosen(reading, role),)
    with opened(url) as store:
        know_imports(url)
        found = [importing.prepared(each, date.today()) for each in chosen]
        importing.keep(store, [each.role for each in found if not each.already])
    for each in found:
        say(importing.line(each), to_stdout=True)
    doubts = [doubt for each in chosen for doubt in role_files.doubts_of(reading, each)]
    for doubt in (*dict.fromkeys(doubts), *(question for each in found for question in importing.questions(each))):
        click.echo(f"{file}: {doubt}", err=True)
