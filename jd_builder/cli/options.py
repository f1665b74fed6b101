"""What several commands take, and how what it names is found."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

import click

from jd_builder.domain.errors import UserError

if TYPE_CHECKING:
    from jd_builder.storage import Store

T = TypeVar("T")
store_option = click.option("--store", "url", metavar="URL", help="The store, in place of JD_DATABASE_URL.")
as_json_option = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


def opened(url: str | None) -> "Store":
    from jd_builder.settings import Settings
    from jd_builder.storage import default_data_dir, open_store

    settings = Settings()
    return open_store(url or settings.database_url, settings.data_dir or default_data_dir())


def know_imports(url: str | None) -> "Callable[[], Store | None]":
    """Let the catalogue look into the store, where there is one. It is opened when an edition is asked for."""
    from jd_builder.services import catalogue
    from jd_builder.settings import Settings
    from jd_builder.storage import default_data_dir, existing_store

    settings = Settings()
    place = partial(existing_store, url or settings.database_url, settings.data_dir or default_data_dir())
    catalogue.kept_in(place)
    return place


def usable(find: Callable[[], T]) -> T:
    """What an option names; an unknown name is wrong use."""
    try:
        return find()
    except UserError as error:
        raise click.UsageError(str(error)) from error
