"""The finished document as a file: one module per format, and one registry that names them."""

from jd_builder.export.registry import FORMATS, Format, Options

__all__ = ["FORMATS", "Format", "Options"]
