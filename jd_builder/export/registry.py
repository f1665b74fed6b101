"""Which files a document can become. A new format is a module with ``render`` and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from jd_builder.domain.document import Document, Text

if TYPE_CHECKING:
    from jd_builder.export.working_copy import Inside


@dataclass(frozen=True)
class Options:
    """What a file says beyond its document. The time is passed in, so that equal input gives equal bytes.

    ``when`` without a time zone is taken as UTC. ``house_style`` is a Word file to build on, in place
    of ours; ``draft`` makes the file a working copy, which carries it; ``named`` gives the bookmark
    that a text bears, or nothing; and ``logo`` is read out to those who cannot see the logo. Only Word files look
    at these.
    """

    when: datetime
    house_style: bytes | None = None
    draft: "Inside | None" = None
    logo: str = ""
    named: Callable[[Text], str] | None = None


@dataclass(frozen=True)
class Format:
    """One kind of file. Its module is imported when the first file is made: python-docx costs 76 ms."""

    name: str
    suffix: str
    media_type: str
    module: str

    def render(self, document: Document, options: Options) -> bytes:
        make: Callable[[Document, Options], bytes] = import_module(self.module).render
        return make(document, options)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format(
            "Word",
            ".docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "jd_builder.export.word",
        ),
        "pdf": Format("PDF", ".pdf", "application/pdf", "jd_builder.export.pdf"),
        "html": Format("Web page", ".html", "text/html", "jd_builder.export.html"),
        "md": Format("Markdown", ".md", "text/markdown", "jd_builder.export.markdown"),
        "txt": Format("Plain text", ".txt", "text/plain", "jd_builder.export.plain_text"),
    }
)
