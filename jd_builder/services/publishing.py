"""The two files of a finished draft: the copy to publish, and the draft for approval."""

from datetime import datetime

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.export.registry import FORMATS, Options
from jd_builder.services import documents
from jd_builder.services.building import Made
from jd_builder.services.file_names import file_name


def copy_to_publish(document: Document, format: str, when: datetime) -> Made:
    """The file for candidates, with nothing hidden inside. Whether to ask for a reason first, the page decides."""
    return _made(document, format, publish_name(document, format), when)


def draft_for_approval(draft: Draft, layout: str, when: datetime) -> Made:
    """The Word file for those who have to agree: marked DRAFT, its gaps in yellow."""
    document = documents.assembled(draft, for_approval=True)[layout]
    return _made(document, "docx", approval_name(document), when)


def publish_name(document: Document, format: str = "docx") -> str:
    return file_name(document, FORMATS[format].suffix)


def approval_name(document: Document) -> str:
    """Never the name of the copy to publish, so that nobody sends out the wrong one of the two."""
    return file_name(document, f" - DRAFT{FORMATS['docx'].suffix}")


def _made(document: Document, format: str, name: str, when: datetime) -> Made:
    return Made(name, FORMATS[format].render(document, Options(when)), document)
