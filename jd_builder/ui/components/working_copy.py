"""The Word file that carries its draft, beside the other files of a document."""

from jd_builder.domain.document import Document
from jd_builder.services import publishing, working_copies
from jd_builder.ui.components import downloads
from jd_builder.ui.session import Sheet


def offer(sheet: Sheet, document: Document) -> None:
    """It may have gaps and is never published, so no question stands before it."""
    draft, id, number = sheet.draft, sheet.stored.id, sheet.stored.number
    made = downloads.dated(lambda now: publishing.working_copy(draft, document.layout, now, id, number))
    downloads.download("Working copy", working_copies.name_of(document), made, f"working-{document.layout}")
