"""Mistakes in how something was asked for."""

from jd_builder.domain.errors import UserError


class WrongUseError(UserError):
    """What was asked for does not fit together; nothing is wrong with what was given."""
