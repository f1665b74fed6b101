"""The store's contract is tested on every engine it can live in, each test in a place of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jd_builder.storage.store import Store
from tests.storage.places import ENGINES, Place
from tests.storage.places import place as a_place


@pytest.fixture(params=ENGINES)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    with a_place(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    with place.open() as opened:
        yield opened


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Place:
    return Place(None, tmp_path)


@pytest.fixture
def on_postgres(tmp_path: Path) -> Iterator[Place]:
    with a_place("postgresql", tmp_path) as found:
        yield found
