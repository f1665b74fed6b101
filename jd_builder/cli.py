"""The use cases from a shell: data on stdout, words on stderr; exit 1 for wrong input, 2 for wrong use."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from jd_builder import __version__
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.services.errors import WrongUseError

if TYPE_CHECKING:
    from jd_builder.services.bulk import Built
    from jd_builder.storage import Store

T = TypeVar("T")
_LONG_WORK = 20  # drafts, from which a progress bar is worth drawing
_store = click.option("--store", "url", metavar="URL", help="The store, in place of JD_DATABASE_URL.")
_as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


class _Commands(click.Group):
    """Commands whose errors of the user's are sentences, each kind with its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
        try:
            return super().invoke(ctx)
        except WrongUseError as error:
            raise click.UsageError(str(error)) from error
        except (UserError, DataFileError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=_Commands)
@click.version_option(__version__, message="%(version)s")
def main() -> None:
    """Job descriptions and adverts from the skills of the Government Digital and Data framework."""


@main.command()
@_store
@_as_json
def roles(url: str | None, as_json: bool) -> None:
    """List roles and their editions, built in and imported."""
    from jd_builder.services import catalogue, listing

    _know_imports(url)
    known = catalogue.roles()
    _write(_as_text(map(listing.role_data, known)) if as_json else listing.role_lines(known))
    _complain(catalogue.role_errors())


@main.command()
@_as_json
def layouts(as_json: bool) -> None:
    """List the kinds of document and what each needs."""
    from jd_builder.services import catalogue, listing

    known = catalogue.layouts()
    _write(_as_text(map(listing.layout_data, known)) if as_json else listing.layout_lines(known))
    _complain(catalogue.layout_errors())


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--role", metavar="NAME", help="One of several roles in the file, by its title.")
@_as_json
def read_role(file: Path, role: str | None, as_json: bool) -> None:
    """Read a role of the framework: its CSV export, a saved page or copied text.

    What is in doubt is said on standard error and stops nothing.
    """
    from jd_builder.services import role_files

    reading = role_files.read(file)
    chosen = role_files.chosen(reading, role)
    if as_json:
        _write(json.dumps(role_files.data(chosen), ensure_ascii=False, indent=2) + "\n")
    else:
        _write(role_files.summary(chosen))
    for doubt in role_files.doubts_of(reading, chosen):
        click.echo(f"{file}: {doubt}", err=True)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--role", metavar="NAME", help="One of several roles in the file, by its title.")
@click.option("--all", "every", is_flag=True, help="Every role of the file.")
@_store
def import_role(file: Path, role: str | None, every: bool, url: str | None) -> None:
    """Keep a role of the framework in its official wording, as one more edition.

    Drafts stay on the edition they have. A statement that may be an earlier one in other words is
    kept as a new one and said on standard error; in the app it can be decided.
    """
    from jd_builder.services import importing, role_files

    reading = role_files.read(file)
    chosen = reading.roles if every and role is None else (role_files.chosen(reading, role),)
    with _opened(url) as store:
        _know_imports(url)
        found = [importing.prepared(each, date.today()) for each in chosen]
        importing.keep(store, [each.role for each in found if not each.already])
    for each in found:
        _say(importing.line(each), to_stdout=True)
    doubts = [doubt for each in chosen for doubt in role_files.doubts_of(reading, each)]
    for doubt in (*dict.fromkeys(doubts), *(question for each in found for question in importing.questions(each))):
        click.echo(f"{file}: {doubt}", err=True)


@main.command()
@click.option("--role", default="ciso", show_default=True, help="The role, by its id.")
@click.option("--layout", "layout_ids", multiple=True, metavar="NAME", help="A document to make; can be repeated.")
@_store
def new(role: str, layout_ids: Sequence[str], url: str | None) -> None:
    """Write a draft file to fill in: new > job.yaml"""
    from jd_builder.drafts.template import new_draft
    from jd_builder.services import catalogue

    _know_imports(url)
    chosen = _usable(lambda: [catalogue.layout(id_) for id_ in layout_ids])
    _write(new_draft(_usable(lambda: catalogue.role(role)), catalogue.layouts(), chosen))


@main.command()
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option("-o", "--output", required=True, metavar="FILE|DIR", help="A file for one document, or a folder.")
@click.option("--layout", "layout_ids", multiple=True, metavar="NAME", help="In place of the draft's own documents.")
@click.option("--format", "format_", metavar="[docx|html|md]", help="docx, if the name of FILE says no other.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to work with.")
@_store
def build(
    drafts: Sequence[str], output: str, layout_ids: Sequence[str], format_: str | None, jobs: int, url: str | None
) -> None:
    """Make the documents of draft files. "-" reads one from standard input.

    Gaps are listed and stop nothing. A draft with wrong values is not made; the others are.
    """
    from jd_builder.export.registry import FORMATS
    from jd_builder.services import bulk, catalogue
    from jd_builder.services.building import Order
    from jd_builder.services.targets import target_of

    if format_ not in (None, *FORMATS):
        raise click.BadParameter(f"'{format_}' is not one of {', '.join(FORMATS)}.", param_hint="--format")
    for id_ in layout_ids:
        _usable(partial(catalogue.layout, id_))
    target = target_of(output, drafts, format_)
    order = Order(datetime.now().astimezone(), target.format, tuple(layout_ids))
    wrong = 0
    with closing(bulk.build(drafts, order, target, jobs, _know_imports(url))) as results:
        for built in _with_progress(results, len(drafts)):
            _report(built)
            wrong += bool(built.errors)
    if wrong:
        raise SystemExit(1)


@main.command()
@click.argument("file", metavar="FILE")
@click.option("--layout", "layout_id", metavar="NAME", help="The kind of document: in place of the draft's own.")
@_as_json
@_store
def check(file: str, layout_id: str | None, as_json: bool, url: str | None) -> None:
    """Check a draft, or any Word file (.docx) or text (.md, .txt). Exits with 1 if something has to be fixed."""
    from jd_builder.services import catalogue, checking, draft_files

    _know_imports(url)
    if layout_id is not None:
        _usable(lambda: catalogue.layout(layout_id))
    found = checking.of_file(draft_files.content_of(file), file, layout_id)
    _write(_as_text(map(checking.data, found)) if as_json else "".join(f"{each}\n" for each in checking.lines(found)))
    _say(f"{file}: {checking.said(found)}")
    _complain(checking.rule_errors())
    if any(each.severity == "error" for each in found):
        raise SystemExit(1)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_store
def backup(file: Path, url: str | None) -> None:
    """Write everything that is kept to one zip file."""
    with _opened(url) as store:
        _say(f"{file}: {_counted(store.backup(file))}")


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_store
def restore(file: Path, url: str | None) -> None:
    """Bring a backup back into a store that is still empty."""
    with _opened(url) as store:
        _say(f"{file}: {_counted(store.restore(file))}")


def _opened(url: str | None) -> "Store":
    from jd_builder.settings import Settings
    from jd_builder.storage import default_data_dir, open_store

    settings = Settings()
    return open_store(url or settings.database_url, settings.data_dir or default_data_dir())


def _know_imports(url: str | None) -> "Callable[[], Store | None]":
    """Let the catalogue look into the store, where there is one. It is opened when an edition is asked for."""
    from jd_builder.services import catalogue
    from jd_builder.settings import Settings
    from jd_builder.storage import default_data_dir, existing_store

    settings = Settings()
    place = partial(existing_store, url or settings.database_url, settings.data_dir or default_data_dir())
    catalogue.kept_in(place)
    return place


def _counted(rows: Mapping[str, int]) -> str:
    from jd_builder.text.english import count

    return ", ".join(count(number, table.replace("_", " ").removesuffix("s")) for table, number in rows.items())


def _report(built: "Built") -> None:
    from jd_builder.services.listing import gap_line

    for path in built.files:
        _say(str(path), to_stdout=True)
    for gaps in built.gaps:
        if gaps.missing:
            _say(gap_line(built.draft, gaps))
    for line in built.errors:
        _say(line)


def _with_progress(results: Iterator[T], number: int) -> Iterator[T]:
    """The results, with a bar on stderr while a person watches a long work."""
    if number < _LONG_WORK or not sys.stderr.isatty():
        return results
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    return iter(tqdm(results, total=number, unit=" drafts", leave=False, file=sys.stderr))


def _say(line: str, to_stdout: bool = False) -> None:
    """A line between two states of the progress bar, if there is one."""
    tqdm = getattr(sys.modules.get("tqdm"), "tqdm", None)
    if tqdm is None:
        click.echo(line, err=not to_stdout)
    else:
        tqdm.write(line, file=sys.stdout if to_stdout else sys.stderr)


def _usable(find: Callable[[], T]) -> T:
    """What an option names; an unknown name is wrong use."""
    try:
        return find()
    except UserError as error:
        raise click.UsageError(str(error)) from error


def _as_text(data: Iterable[Any]) -> str:
    return json.dumps(list(data), ensure_ascii=False, indent=2) + "\n"


def _write(text: str) -> None:
    """Data is UTF-8 whatever the terminal is set to, so that a file it is sent into can be read again."""
    click.echo(text.encode(), nl=False)


def _complain(errors: Sequence[DataFileError]) -> None:
    """Data files that are broken, after all that could be listed without them."""
    for error in errors:
        click.echo(str(error), err=True)
    if errors:
        raise SystemExit(1)
