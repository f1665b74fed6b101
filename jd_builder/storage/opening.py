"""How a store is opened: found, looked over, brought up to date."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jd_builder.storage import postgres, sqlite_file
from jd_builder.storage.addresses import read_address
from jd_builder.storage.database import Database
from jd_builder.storage.schema import OURS, Schema
from jd_builder.storage.store import Store


def opened(url: str | None, data_dir: Path, now: Callable[[], datetime], schema: Schema = OURS) -> Store:
    address = read_address(url, data_dir)
    if isinstance(address, Path):
        engine = sqlite_file.opened(address, now(), schema)
    else:
        engine = postgres.opened(address, schema)
    return Store(Database(engine), now)
