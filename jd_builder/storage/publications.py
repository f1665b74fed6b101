"""What the store does with marks of what was published: which document of a draft, at which revision, and when.

A mark points to a revision and changes nothing of it: undo, redo and lists of versions know nothing of marks.
"""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from jd_builder.storage.results import Publication
from jd_builder.storage.tables import publications
from jd_builder.storage.timeline import Timeline, new_id
from jd_builder.text.clean import clean_text


def mark(tx: Connection, at: datetime, timeline: Timeline, draft: str, number: int, layouts: Iterable[str]) -> None:
    """Remember documents of one revision as published now; what is taken again counts from the last time."""
    timeline.head(tx, draft, lock=True)
    timeline.revision(tx, draft, number)
    c = publications.c
    for layout in dict.fromkeys(map(clean_text, layouts)):
        same = (c.draft == draft, c.number == number, c.layout == layout)
        if not tx.execute(update(publications).where(*same).values(published_at=at)).rowcount:
            row = {"id": new_id(), "draft": draft, "number": number, "layout": layout, "published_at": at}
            tx.execute(insert(publications), row)


def of_draft(tx: Connection, draft: str) -> tuple[Publication, ...]:
    """Every mark of a draft, the newest first."""
    c = publications.c
    query = select(c.number, c.layout, c.published_at).where(c.draft == clean_text(draft))
    return tuple(Publication(*row) for row in tx.execute(query.order_by(c.published_at.desc(), c.id)))
