"""Word files that carry their draft: made here, and opened again with what was changed in them."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import ValidationError

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.drafts.upgrades import upgrade
from jd_builder.export.working_copy import Inside
from jd_builder.services import catalogue
from jd_builder.services.file_names import file_name

if TYPE_CHECKING:
    from jd_builder.export.working_copy_reading import Carried

_AGAIN = "Take a new working copy from the draft, or start from this file as from any Word file."


@dataclass(frozen=True)
class Returned:
    """A working copy that came back: its draft as it was, and what the file says now.

    ``kind`` is the name of its document, or of none where this program has no such layout any more.
    """

    draft: Draft
    carried: "Carried"
    kind: str


def inside(draft: Draft, id: str = "", number: int = 0) -> Inside:
    """The draft as a working copy carries it, wrong answers too: nothing typed is lost."""
    said = draft.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Inside(json.dumps({"version": draft.version, "role": draft.role, **said}), id, number)


def name_of(document: Document) -> str:
    """Never the name of the copy to publish, so that nobody sends out the wrong one of the two."""
    return file_name(document, " - working copy.docx")


def opened(content: bytes, name: str) -> Returned | None:
    """What a working copy brings back, or None where a file is none. A UserError says what is wrong with it."""
    from jd_builder.export.word_safety import checked
    from jd_builder.export.working_copy_reading import carried

    if not content.startswith(b"PK"):
        return None
    found = carried(checked(content, name), name)
    if found is None:
        return None
    draft = _draft(found.draft, name)
    catalogue.role(draft.role, draft.edition)  # says so where that edition is not here
    kind = next((layout.name for layout in catalogue.layouts() if layout.id == found.layout), "")
    return Returned(draft, found, kind)


def _draft(written: str, name: str) -> Draft:
    """The draft in the shape of today, whichever version wrote it."""
    try:
        said = json.loads(written)
        if not isinstance(said, dict):
            raise ValueError("no draft")
        values = upgrade({**said, "version": str(said.get("version", 1))})
        return Draft.model_validate({**values, "version": int(values["version"])})
    except (ValueError, ValidationError, RecursionError) as error:
        raise UserError("The draft inside this working copy is damaged.", name, _AGAIN) from error
    except UserError as error:
        raise UserError(
            "This working copy was made by a newer jd-builder.", name, "Update it, then try again."
        ) from error
