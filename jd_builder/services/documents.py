"""The documents of one draft as they stand, and what they still lack."""

from collections.abc import Iterable, Mapping

from jd_builder.domain.document import Document, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.services import catalogue
from jd_builder.services.building import usual_documents
from jd_builder.services.recent import Recent

_recent: Recent[Draft, Mapping[str, Document]] = Recent(24)


def assembled(draft: Draft, *, for_approval: bool = False) -> Mapping[str, Document]:
    """Every document that the draft asks for, or that is usual in its sector, by its layout's id.

    The last few states of drafts are kept for the whole process: a page asks for its documents
    several times, and held by each session they would be most of its memory.
    """
    role = catalogue.role(draft.role, draft.edition)
    if for_approval:
        return _assembled(draft, role, {}, for_approval=True)
    return _recent.get(draft, lambda: _assembled(draft, role, _made_of_one_alike(draft, role)), role)


def _made_of_one_alike(draft: Draft, role: Role) -> Mapping[str, Document]:
    return next((made for state, made in _recent.newest_first(role) if alike_but_for_stars(state, draft)), {})


def _assembled(
    draft: Draft, role: Role, alike: Mapping[str, Document], *, for_approval: bool = False
) -> Mapping[str, Document]:
    """``alike`` are the documents of a draft that differs in stars alone: most layouts do not look at those.

    A panel asks about what candidates are told, so a star in an advert counts for its pack as well.
    """
    from jd_builder.assembly.assemble import assemble

    layouts = catalogue.layouts_by_id()
    wanted = [layouts[each] for each in draft.documents or usual_documents(draft) if each in layouts]
    return {
        layout.id: alike[layout.id]
        if layout.id in alike and not (layout.takes.starred or layout.audience == "panel")
        else assemble(draft, role, layout, for_approval=for_approval)
        for layout in wanted
    }


def alike_but_for_stars(one: Draft, other: Draft) -> bool:
    """Whether two drafts differ in nothing but what is starred: answers and most documents are then the same."""
    mine, theirs = dict(one), dict(other)
    chosen, also = ({**dict(each.pop("choose")), "star": ()} for each in (mine, theirs))
    return mine == theirs and chosen == also


def gaps(documents: Iterable[Document]) -> tuple[Run, ...]:
    """What is still to be filled in, each field once, in the order in which readers meet it."""
    found = {run.ref: run for document in documents for run in document.gaps}
    return tuple(found.values())


def number_of_gaps(draft: Draft) -> int:
    """As lists of drafts show it, which is why each saved change comes with it."""
    return len(gaps(assembled(draft).values()))
