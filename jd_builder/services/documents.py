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
        return _assembled(draft, {}, for_approval=True)
    with _lock:
        found = _recent.get(id(draft))
        known = list(_recent.values())
    if found is None or found[0] is not draft:
        alike = next((made for state, made in reversed(known) if _alike_but_for_stars(state, draft)), {})
        found = (draft, _assembled(draft, alike))
    with _lock:
        _recent[id(draft)] = found
        _recent.move_to_end(id(draft))
        while len(_recent) > _KEPT:
            _recent.popitem(last=False)
    return found[1]


def _assembled(draft: Draft, alike: Mapping[str, Document], *, for_approval: bool = False) -> Mapping[str, Document]:
    """``alike`` are the documents of a draft that differs in stars alone: most layouts do not look at those."""
    from jd_builder.assembly.assemble import assemble

    role = catalogue.role(draft.role, draft.edition)
    layouts = {layout.id: layout for layout in catalogue.layouts()}
    wanted = [layouts[each] for each in draft.documents or usual_documents(draft) if each in layouts]
    return {
        layout.id: alike[layout.id]
        if layout.id in alike and not layout.takes.starred
        else assemble(draft, role, layout, for_approval=for_approval)
        for layout in wanted
    }


def _alike_but_for_stars(one: Draft, other: Draft) -> bool:
    mine, theirs = dict(one), dict(other)
    chosen, also = ({**dict(each.pop("choose")), "star": ()} for each in (mine, theirs))
    return mine == theirs and chosen == also


def gaps(documents: Iterable[Document]) -> tuple[Run, ...]:
    """What is still to be filled in, each field once, in the order in which readers meet it."""
    found = {run.ref: run for document in documents for run in document.gaps}
    return tuple(found.values())
