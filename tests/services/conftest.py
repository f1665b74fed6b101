"""A real store for the services that keep something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jd_builder.storage import open_store
from jd_builder.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(None, tmp_path) as opened:
        yield opened
