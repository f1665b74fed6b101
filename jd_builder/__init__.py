"""Drafts job descriptions from the skills of the Government Digital and Data framework."""

__version__ = "0.1.0"
