"""A role out of the lines of its page, wherever the lines come from."""

from collections.abc import Sequence
from dataclasses import replace

from jd_builder.content.reading.ends import day_of, read_shares, read_updates
from jd_builder.content.reading.levels import read_levels
from jd_builder.content.reading.lines import Doubts, Line, first
from jd_builder.content.reading.outline import Outline, outline_of
from jd_builder.content.reading.page import LevelRead, RoleRead, SkillRead, SourceRead
from jd_builder.content.reading.prose import read_prose
from jd_builder.content.reading.skills import SkillReader, doubt_twins
from jd_builder.domain.errors import UserError


def role_of(lines: Sequence[Line], source: SourceRead, doubts: Doubts) -> RoleRead:
    """The one role of a page.

    Raises UserError for what is no role page, or shows more than one role.
    """
    outline = outline_of(lines, source.file, doubts)
    overview = read_prose(outline.overview, doubts)
    skills, levels, names_lost = _skills(outline, doubts)
    if not overview.items and not skills and not levels:
        if not all(line.sure for line in lines):
            reason = "its lists have no bullets and its lines are wrapped, so that items cannot be told apart."
            raise UserError(reason, source.file, "Copy the page again, with its bullets.")
        raise UserError("this is no role page: it has neither duties nor skills", source.file)
    if outline.overview and not overview.paragraphs:
        doubts.add(outline.overview[0], "The summary of the role is missing.")
    if outline.senior and not overview.items:
        doubts.add(None, "The duties of the role are missing.")
    known = {skill.name for skill in (*skills, *(each for level in levels for each in level.skills))}
    if names_lost and outline.shares:
        doubts.add(outline.shares[0], "Roles that share skills are left out, as the name of a skill is missing.")
    shares = {} if names_lost else read_shares(outline.shares, known, doubts)
    return RoleRead(
        role=outline.title,
        family=None,
        senior=outline.senior,
        description=tuple(overview.paragraphs),
        duties_lead_in=overview.lead_in,
        duties=overview.items,
        grades=overview.grades,
        skills=skills,
        levels=levels,
        source=_dated(outline, source, doubts),
        shares_skills_with=shares,
    )


def _skills(outline: Outline, doubts: Doubts) -> tuple[tuple[SkillRead, ...], tuple[LevelRead, ...], bool]:
    if not outline.senior:
        levels, names_lost = read_levels(outline.skills, doubts)
        return (), levels, names_lost
    reader = SkillReader(doubts, has_levels=False)
    skills = reader.read(outline.skills)
    doubt_twins(skills, f"'{outline.title}'", doubts)
    return skills, (), reader.names_lost


def _dated(outline: Outline, source: SourceRead, doubts: Doubts) -> SourceRead:
    """The source with its dates; the one at the top of the page counts where the end has none."""
    updates, updated, published = read_updates(outline.updates, doubts)
    at = first(outline.top, ("updated",))
    anchor = outline.top[at].anchor if at is not None else None
    edition = updated or (day_of(anchor.rest) if anchor else None)
    return replace(source, edition_date=edition, published=published, updates=updates)
