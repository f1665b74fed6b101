"""Transactions: each piece of work happens whole or not at all, and fails in words."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from jd_builder.domain.errors import UserError
from jd_builder.storage.errors import NotSavedError
from jd_builder.storage.reasons import OF_DATABASE, told

P = ParamSpec("P")
T = TypeVar("T")
WRITES = "jd_builder_writes"
_READS: dict[str, dict[str, Any]] = {
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
    "sqlite": {},  # each transaction there is a snapshot anyway
}


class Database:
    """An engine that is known to hold our tables."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reads = engine.execution_options(**_READS[engine.dialect.name])
        self._writes = engine.execution_options(**{WRITES: True})

    def read(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        """Work on one state of the store, whatever others write meanwhile.

        Done once more when the line is cut: reading twice does no harm. Saving is never repeated,
        as the first try may have arrived.
        """
        with told("This could not be read", UserError, OF_DATABASE):
            try:
                return self._on(self._reads, work, *args, **named)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
            return self._on(self._reads, work, *args, **named)

    def write(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        with told("This was not saved", NotSavedError, OF_DATABASE):
            return self._on(self._writes, work, *args, **named)

    def close(self) -> None:
        self._engine.dispose()

    def _on(self, engine: Engine, work: Callable[Concatenate[Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        with engine.begin() as tx:
            return work(tx, *args, **named)
