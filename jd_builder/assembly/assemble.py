"""Draft and role through a layout to a document: the one place where the three meet."""

from typing import Any

from jd_builder.assembly.blocks import Builder
from jd_builder.assembly.coverage import shown
from jd_builder.assembly.helpers import HELPERS
from jd_builder.assembly.interview import asked, scale
from jd_builder.assembly.layouts import Loaded, load_layouts
from jd_builder.assembly.marks import Words, phrase
from jd_builder.assembly.said import Sayings
from jd_builder.assembly.selection import Duty, Requirement, Selection
from jd_builder.assembly.view import View
from jd_builder.domain.document import Document, Origin
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import GROUPS, Role, Skill
from jd_builder.domain.layout import Layout
from jd_builder.text import english


def assemble(
    draft: Draft, role: Role, layout: Layout, *, for_approval: bool = False, layouts: Loaded | None = None
) -> Document:
    """One document of a draft. What the layout needs and the draft lacks shows as a gap.

    ``for_approval`` makes the copy that is marked as a draft and may carry signatures. ``layouts`` are
    those that ``layout`` is one of; left out, those that come with the product.
    """
    organisation_read, post_read = draft.read_organisation(), draft.read_post()
    skipped = {*organisation_read.skipped, *post_read.skipped}
    reworded = {place: record.text for place, record in draft.reworded.items()}
    organisation = View(organisation_read.value, "organisation", layout.needs, skipped, reworded)
    post = View(post_read.value, "post", layout.needs, skipped, reworded)
    sector, known = organisation_read.value.sector, layouts or load_layouts()
    selection = Selection(draft, role, layout, sector, known.layouts)
    title = selection.level.name if selection.level else role.title
    said = Sayings(organisation, post, Words(title, role.origin, "post.title"))
    builder = Builder(role.framework_ids)
    known.templates[layout.id].render(
        **builder.functions(),
        **_content(selection, role),
        scale=scale(post_read.value.score_scale, sector),
        **HELPERS,
        organisation=organisation,
        post=post,
        said=said,
        layout=layout,
        for_approval=for_approval,
    )
    return Document(
        layout=layout.id,
        name=layout.name,
        title=str(said.title),
        organisation=str(organisation_read.value.name or ""),
        reference=str(post_read.value.reference or ""),
        draft=for_approval,
        blocks=builder.blocks(),
    )


def _content(selection: Selection, role: Role) -> dict[str, Any]:
    duties = selection.duties()
    level = selection.level
    skills = level.skills if level else role.skills
    essential, desirable = selection.requirements("essential"), selection.requirements("desirable")
    return {
        "role": role,
        "level": level,
        "summary": selection.summary(),
        "duties": [duty.words for duty in duties],
        "duty_groups": _by_theme(duties, role),
        "essential": essential,
        "desirable": desirable,
        "requirements": _by_group([*essential, *desirable]),
        "asked": lambda: asked([*essential, *desirable], selection, role),
        "skills": [_skill(skill, selection, role.origin) for skill in skills],
        "skills_shown": lambda: [", ".join(map(str, each.by)) for each in shown(duties, skills, role)],
        "related": [Words(related.title, role.origin, role.id) for related in role.related],
        "adapted_from": _adapted_from(role),
    }


def _by_theme(duties: list[Duty], role: Role) -> list[tuple[str, list[Words]]]:
    """The duties under their themes: those of the role in its order, any other after them; one alone has no name."""
    themes = dict.fromkeys([*role.themes.values(), *(duty.theme for duty in duties)])
    groups = ((theme, [duty.words for duty in duties if duty.theme == theme]) for theme in themes)
    known = [(theme, words) for theme, words in groups if words]
    return known if len(known) > 1 else [("", words) for _, words in known]


def _by_group(requirements: list[Requirement]) -> list[Requirement]:
    """The requirements with those of one group together, essential ones first in each."""
    order = list(GROUPS.values())
    return sorted(requirements, key=lambda each: (order.index(each.group), each.need == "desirable"))


def _skill(skill: Skill, selection: Selection, origin: Origin) -> dict[str, Any]:
    """A skill by its name and the proficiency that the level asks for."""
    proficiency = Words(skill.proficiency or "", origin, skill.id)
    return {
        "name": phrase(Words(skill.name, origin, skill.id), ", " if proficiency else "", proficiency),
        "description": Words(skill.description or "", origin, skill.id),
        "can": [selection.words(statement) for statement in skill.of_kind("can")],
    }


def _adapted_from(role: Role) -> str:
    dated = f", edition of {english.day(role.source.edition_date)}" if role.source.edition_date else ""
    return f"Adapted from {role.source.title} (Crown copyright){dated}." if role.origin == "framework" else ""
