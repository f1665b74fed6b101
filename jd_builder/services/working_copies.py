"""Word files that carry their draft: made here, and opened again with what was changed in them."""

import json

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.services.file_names import file_name


def inside(draft: Draft) -> str:
    """The draft as a working copy carries it, wrong answers too: nothing typed is lost."""
    said = draft.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps({"version": draft.version, "role": draft.role, **said}, ensure_ascii=True)


def name_of(document: Document) -> str:
    """Never the name of the copy to publish, so that nobody sends out the wrong one of the two."""
    return file_name(document, " - working copy.docx")
