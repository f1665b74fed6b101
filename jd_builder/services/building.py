"""A draft as the files of its documents: copies to publish, which hide nothing, or working copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.suggestions import suggested
from jd_builder.export.registry import FORMATS, Options
from jd_builder.export.working_copy import Inside
from jd_builder.services import catalogue, house_styles, working_copies
from jd_builder.services.file_names import file_name


@dataclass(frozen=True)
class Order:
    """What to make of drafts: the format by its name, and the documents where not the draft's own.

    ``when`` is the time that files are dated with: equal input gives equal bytes. ``house_style`` is a
    Word file that was inspected; ``working`` asks for working copies, which carry the draft.
    """

    when: datetime
    format: str = "docx"
    layouts: tuple[str, ...] = ()
    house_style: bytes | None = None
    working: bool = False


@dataclass(frozen=True)
class Made:
    """One file, the name to give it, and the document it shows."""

    name: str
    content: bytes
    document: Document


def documents(draft: Draft, layouts: Sequence[str] = ()) -> tuple[Document, ...]:
    """The documents asked for, or those that the draft names, or those usual in its sector."""
    from jd_builder.assembly.assemble import assemble

    role = catalogue.role(draft.role, draft.edition)
    names = dict.fromkeys(layouts or draft.documents or usual_documents(draft))
    if not names:
        raise UserError("No kind of document is usual in this sector.", fix="Name one under 'documents'.")
    return tuple(assemble(draft, role, catalogue.layout(name)) for name in names)


def usual_documents(draft: Draft) -> tuple[str, ...]:
    """What a draft that names no documents becomes."""
    known = catalogue.layouts_by_id()
    usual = suggested(draft.read_organisation().value.sector).documents
    return tuple(name for name in usual if name in known)


def make(draft: Draft, order: Order) -> Iterator[Made]:
    """The files of a draft, one by one."""
    inside = working_copies.inside(draft) if order.working else None
    if order.house_style is None and order.format == "docx":
        order = replace(order, house_style=house_styles.of_draft(draft))
    for document in documents(draft, order.layouts):
        yield rendered(document, order, inside, house_styles.logo(draft))


def notes_on(draft: Draft, order: Order) -> tuple[str, ...]:
    """What someone should know of the files although nothing is wrong with the draft."""
    if order.format != "docx":
        return ()
    if order.house_style is None and house_styles.is_missing(draft):
        return ("The house style that this draft names is not in the store: ours was used.",)
    note = house_styles.note(draft, order.house_style or house_styles.of_draft(draft))
    return (note,) if note else ()


def rendered(document: Document, order: Order, inside: Inside | None = None, logo: str = "") -> Made:
    """``inside`` is the draft that a working copy carries; ``logo`` is read out to those who cannot see the logo."""
    form = FORMATS[order.format]
    name = working_copies.name_of(document) if inside else file_name(document, form.suffix)
    options = Options(order.when, order.house_style, inside, logo)
    return Made(name, form.render(document, options), document)
