"""What is kept: organisations, drafts and every revision of them, in SQLite or PostgreSQL.

Importing this room is cheap. The database libraries are loaded when a store is opened.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jd_builder.storage.errors import NotSavedError, NotThereError
from jd_builder.storage.folders import default_data_dir
from jd_builder.storage.results import (
    Aside,
    Conflict,
    DraftLine,
    EditionLine,
    OrganisationLine,
    Publication,
    RevisionLine,
    Saved,
    State,
    StoredDraft,
    StoredHouseStyle,
    StoredOrganisation,
    UsageLine,
)

if TYPE_CHECKING:
    from jd_builder.storage.store import Store

__all__ = [
    "Aside",
    "Conflict",
    "DraftLine",
    "EditionLine",
    "NotSavedError",
    "NotThereError",
    "OrganisationLine",
    "Publication",
    "RevisionLine",
    "Saved",
    "State",
    "Store",
    "StoredDraft",
    "StoredHouseStyle",
    "StoredOrganisation",
    "UsageLine",
    "check_backup",
    "default_data_dir",
    "existing_store",
    "open_store",
]


def __getattr__(name: str) -> type["Store"]:
    if name == "Store":
        from jd_builder.storage.store import Store

        return Store
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _utc_now() -> datetime:
    return datetime.now(UTC)


def open_store(url: str | None, data_dir: Path, now: Callable[[], datetime] = _utc_now) -> "Store":
    """The store at a URL, or the SQLite file in the data folder, made or brought up to date as needed.

    ``sqlite:///file`` and ``postgresql://user:password@host/database`` are understood. A UserError
    says why a store cannot be opened; its file is then as it was. One store serves all threads of a
    process; close it, or use it in a ``with``.
    """
    from jd_builder.storage.opening import opened

    return opened(url, data_dir, now)


def existing_store(url: str | None, data_dir: Path) -> "Store | None":
    """As ``open_store``, but where there is no SQLite file yet, none is made."""
    from jd_builder.storage.addresses import read_address

    address = read_address(url, data_dir)
    return None if isinstance(address, Path) and not address.exists() else open_store(url, data_dir)


def check_backup(path: Path) -> Mapping[str, int]:
    """The number of rows of each table in a backup, once all of it has been read; a UserError if it is no good."""
    from jd_builder.storage.restoring import check

    return check(path)
