"""What can go wrong with a store through nobody's mistake in the program, as sentences."""

from datetime import datetime

from jd_builder.domain.errors import UserError


class NotSavedError(UserError):
    """A change was not kept, and nothing of it is in the store. Saving the same again is safe."""


class NotThereError(UserError):
    """What was asked for is not in this store; ``deleted_at`` says that it was, and can come back."""

    def __init__(self, message: str, fix: str = "", deleted_at: datetime | None = None) -> None:
        super().__init__(message, fix=fix)
        self.deleted_at = deleted_at
