"""The files of a finished draft: the copy to publish, the draft for approval, and the working copy."""

from dataclasses import replace
from datetime import datetime

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.export.registry import FORMATS, Options
from jd_builder.services import documents, house_styles, working_copies
from jd_builder.services.building import Made
from jd_builder.services.file_names import file_name


def options(draft: Draft, when: datetime) -> Options:
    """What every file of a draft goes by: the time, and its organisation's house style."""
    return Options(when, house_styles.of_draft(draft), logo=house_styles.logo(draft))


def copy_to_publish(document: Document, format: str, when: datetime, draft: Draft | None = None) -> Made:
    """The file for candidates, with nothing hidden inside. Whether to ask for a reason first, the page decides.

    ``draft`` says whose house style it is in; without it, ours.
    """
    said = options(draft, when) if draft else Options(when)
    return _made(document, format, publish_name(document, format), said)


def draft_for_approval(draft: Draft, layout: str, when: datetime) -> Made:
    """The Word file for those who have to agree: marked DRAFT, its gaps in yellow."""
    document = documents.assembled(draft, for_approval=True)[layout]
    return _made(document, "docx", approval_name(document), options(draft, when))


def working_copy(draft: Draft, layout: str, when: datetime, id: str = "", number: int = 0) -> Made:
    """The Word file that carries its draft; ``id`` and ``number`` say which saved draft, at which revision."""
    document = documents.assembled(draft)[layout]
    said = replace(options(draft, when), draft=working_copies.inside(draft, id, number))
    return _made(document, "docx", working_copies.name_of(document), said)


def publish_name(document: Document, format: str = "docx") -> str:
    return file_name(document, FORMATS[format].suffix)


def approval_name(document: Document) -> str:
    """Never the name of the copy to publish, so that nobody sends out the wrong one of the two."""
    return file_name(document, f" - DRAFT{FORMATS['docx'].suffix}")


def _made(document: Document, format: str, name: str, said: Options) -> Made:
    return Made(name, FORMATS[format].render(document, said), document)
