"""Which tables this program needs, and how older ones are brought to that state."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from jd_builder.domain.errors import UserError

if TYPE_CHECKING:
    from alembic.config import Config

VERSION_TABLE = "alembic_version"
_ONE_AT_A_TIME = Lock()  # Alembic's ``op`` and ``context`` are global to the process


@dataclass(frozen=True)
class Schema:
    """A folder of migrations and the newest of them.

    The newest is written down, so that a store which is up to date opens without loading Alembic.
    """

    scripts: Path
    newest: str

    def is_older(self, version: str | None) -> bool:
        """Whether an upgrade is needed; a version that this program has never heard of is refused."""
        if version == self.newest:
            return False
        if version is not None and version not in self._known():
            message = "This store was last used by a newer version of jd-builder, so it was left as it is."
            raise UserError(message, fix="Update jd-builder, or open another store.")
        return True

    def upgrade(self, connection: Connection) -> None:
        """All steps from the state of the store to the newest, in the caller's transaction."""
        from alembic import command

        with _ONE_AT_A_TIME:
            command.upgrade(self.config(connection), self.newest)

    def downgrade(self, connection: Connection, to: str) -> None:
        from alembic import command

        with _ONE_AT_A_TIME:
            command.downgrade(self.config(connection), to)

    def config(self, connection: Connection | None = None) -> "Config":
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(self.scripts).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        return config

    def _known(self) -> set[str]:
        from alembic.script import ScriptDirectory

        return {script.revision for script in ScriptDirectory.from_config(self.config()).walk_revisions()}


OURS = Schema(Path(__file__).parent / "migrations", newest="0006")
