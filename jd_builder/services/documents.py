"""The documents of one draft as they stand, and what they still lack."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from threading import Lock

from jd_builder.domain.document import Document, Run
from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue
from jd_builder.services.building import usual_documents

_KEPT = 24
_recent: OrderedDict[int, tuple[Draft, Mapping[str, Document]]] = OrderedDict()
_lock = Lock()


def assembled(draft: Draft, *, for_approval: bool = False) -> Mapping[str, Document]:
    """Every document that the draft asks for, or that is usual in its sector, by its layout's id.

    The last few states of drafts are kept for the whole process: a page asks for its documents
    several times, and held by each session they would be most of its memory.
    """
    if for_approval:
        return _assembled(draft, True)
    with _lock:
        found = _recent.get(id(draft))
    if found is None or found[0] is not draft:
        found = (draft, _assembled(draft, False))
    with _lock:
        _recent[id(draft)] = found
        _recent.move_to_end(id(draft))
        while len(_recent) > _KEPT:
            _recent.popitem(last=False)
    return found[1]


def _assembled(draft: Draft, for_approval: bool) -> Mapping[str, Document]:
    from jd_builder.assembly.assemble import assemble

    role = catalogue.role(draft.role, draft.edition)
    layouts = {layout.id: layout for layout in catalogue.layouts()}
    wanted = [layouts[each] for each in draft.documents or usual_documents(draft) if each in layouts]
    return {layout.id: assemble(draft, role, layout, for_approval=for_approval) for layout in wanted}


def gaps(documents: Iterable[Document]) -> tuple[Run, ...]:
    """What is still to be filled in, each field once, in the order in which readers meet it."""
    found = {run.ref: run for document in documents for run in document.gaps()}
    return tuple(found.values())
