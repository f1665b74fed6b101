"""Roles read from files of the framework: its CSV export, saved pages and copied text."""

from jd_builder.content.reading.page import Doubt, Reading, RoleRead, as_data
from jd_builder.content.reading.reader import read, read_file

__all__ = ["Doubt", "Reading", "RoleRead", "as_data", "read", "read_file"]
