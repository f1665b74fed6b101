"""Draft files of older versions, brought up to the newest one step at a time.

When the shape of the file changes, ``domain.draft.VERSION`` goes up by one and a function goes in here
under the version that it starts from. Files of every version stay readable for good.
"""

from collections.abc import Callable, Mapping
from typing import Any

from jd_builder.domain.draft import VERSION
from jd_builder.domain.errors import UserError

Values = dict[str, Any]
UPGRADES: Mapping[int, Callable[[Values], Values]] = {}


def upgrade(
    values: Values, upgrades: Mapping[int, Callable[[Values], Values]] = UPGRADES, newest: int = VERSION
) -> Values:
    """The values in the newest shape; a file that names no version is of the first."""
    version = _version(values.get("version"), newest)
    for step in range(version, newest):
        values = upgrades[step](values)
    return {**values, "version": str(newest)}


def _version(written: Any, newest: int) -> int:
    if written is None:
        return 1
    if not isinstance(written, str) or not written.isascii() or not written.isdigit() or int(written[:9]) < 1:
        raise UserError(f"'{written}' is not a version; the newest is {newest}", "version")
    if int(written[:9]) > newest:
        raise UserError(
            f"this file is of version {written[:9]}, and this program reads versions up to {newest}",
            "version",
            "A newer jd-builder reads it.",
        )
    return int(written)
