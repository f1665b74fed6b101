"""What a person sees of a mistake of ours: one calm sentence and a reference to find it by."""

import logging
import traceback
from collections.abc import Callable
from functools import wraps
from secrets import token_hex
from typing import ParamSpec

from jd_builder.domain.errors import UserError
from jd_builder.ui.components import safe

P = ParamSpec("P")
_log = logging.getLogger("jd_builder")


def calm(draw: Callable[P, None]) -> Callable[P, None]:
    """Wrap what draws a page, or a fragment of one."""

    @wraps(draw)
    def drawn(*args: P.args, **named: P.kwargs) -> None:
        try:
            draw(*args, **named)
        except UserError as error:
            safe.line(str(error), "problem")
        except Exception as error:
            safe.line(
                "Something went wrong on our side. What you saved is safe: load the page again, and if it happens "
                f"twice, tell whoever looks after jd-builder this reference: {reported(error)}.",
                "problem",
            )

    return drawn


def reported(error: BaseException) -> str:
    """Log where a mistake happened, and never what a person typed: its message may quote that."""
    reference = token_hex(4)
    where = " < ".join(
        f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}"
        for frame in reversed(traceback.extract_tb(error.__traceback__)[-6:])
    )
    _log.error("reference %s: %s at %s", reference, type(error).__name__, where)
    return reference
