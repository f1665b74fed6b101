"""The whole store as one file, and back."""

from collections.abc import Mapping
from pathlib import Path

import click

from jd_builder.cli.options import opened, store_option
from jd_builder.cli.said import say


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@store_option
def backup(file: Path, url: str | None) -> None:
    """Write everything that is kept to one zip file."""
    with opened(url) as store:
        say(f"{file}: {_counted(store.backup(file))}")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@store_option
def restore(file: Path, url: str | None) -> None:
    """Bring a backup back into a store that is still empty."""
    with opened(url) as store:
        say(f"{file}: {_counted(store.restore(file))}")


def _counted(rows: Mapping[str, int]) -> str:
    from jd_builder.text.english import count

    return ", ".join(count(number, table.replace("_", " ").removesuffix("s")) for table, number in rows.items())
