"""Draft and role through a layout to a document: the one place where the three meet."""

from collections.abc import Collection

from jd_builder.assembly.blocks import Builder
from jd_builder.assembly.content import CONTENT, Content
from jd_builder.assembly.helpers import HELPERS
from jd_builder.assembly.interview import scale
from jd_builder.assembly.layouts import Layouts, load_layouts
from jd_builder.assembly.marks import Words
from jd_builder.assembly.said import Sayings
from jd_builder.assembly.selection import Selection
from jd_builder.assembly.view import View
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.domain.layout import Layout


def assemble(
    draft: Draft, role: Role, layout: Layout, *, for_approval: bool = False, layouts: Layouts | None = None
) -> Document:
    """One document of a draft. What the layout needs and the draft lacks shows as a gap.

    ``for_approval`` makes the copy that is marked as a draft and may carry signatures. ``layouts`` are
    those that ``layout`` is one of; left out, those that come with the product.
    """
    organisation_read, post_read = draft.read_organisation(), draft.read_post()
    skipped = {*organisation_read.skipped, *post_read.skipped}
    reworded = {place: record.text for place, record in draft.reworded.items()}
    organisation = View(organisation_read.value, "organisation", layout.needs, skipped, reworded)
    post = View(post_read.value, "post", (*layout.needs, *_open_title(post_read.asked)), skipped, reworded)
    sector, known = organisation_read.value.sector, load_layouts() if layouts is None else layouts
    selection = Selection(draft, role, layout, sector, known)
    title = role.called(draft.level)
    said = Sayings(organisation, post, Words(title, role.origin, "post.title"))
    builder = Builder(role.framework_ids)
    compiled, content = known.compiled(layout.id), Content(selection, role)
    compiled.template.render(
        **builder.functions(),
        **{name: getattr(content, name) for name in CONTENT & compiled.names},
        scale=scale(post_read.value.score_scale, sector),
        **HELPERS,
        organisation=organisation,
        post=post,
        said=said,
        layout=layout,
        for_approval=for_approval,
    )
    reference = View(post_read.value, "post", ("post.reference",), skipped).reference
    return Document(
        layout=layout.id,
        name=layout.name,
        title=title if said.title.gap else str(said.title),
        organisation=str(organisation_read.value.name or ""),
        reference="" if reference.gap else str(reference),
        open_reference=str(reference) if reference.gap else "",
        draft=for_approval,
        blocks=builder.blocks(),
    )


def _open_title(asked: Collection[str]) -> tuple[str, ...]:
    """A title that was never given is the role's; one that somebody else is to give is a gap until they do."""
    return ("post.title",) if "post.title" in asked else ()
