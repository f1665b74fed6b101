"""What the product itself knows of a role, put to an edition that was read from a file."""

from collections.abc import Iterable, Mapping

from jd_builder.content.editions.matching import SAME, prints_of
from jd_builder.domain.framework import Role, Skill, Statement, Wordings
from jd_builder.text.likeness import likeness


def with_ours(edition: Role, builtin: Role) -> Role:
    """The edition with our plain wordings, criteria, themes and further lists.

    A statement that says much the same as the one we know keeps its official text beside our words;
    one that was reworded beyond that keeps the official text alone, as ours would say something else.
    """
    known = {each.id: each for each in builtin.statements()}
    skills = builtin.skills_by_id
    there = {each.id for each in edition.statements()} | {skill.id for skill in edition.skills}
    lists = {each.id for further in builtin.lists for each in further.statements}
    return Role.model_validate(
        {
            **dict(edition),
            "aliases": builtin.aliases,
            "family": edition.family or builtin.family,
            "grades": edition.grades or builtin.grades,
            "related": edition.related or builtin.related,
            "themes": builtin.themes,
            "lists": builtin.lists,
            "summary": _statements(edition.summary, known),
            "duties": _statements(edition.duties, known),
            "skills": tuple(_skill(skill, skills.get(skill.id), known) for skill in edition.skills),
            "suggested_duties": tuple(id for id in builtin.suggested_duties if id in there | lists),
            "suggested_criteria": tuple(each for each in builtin.suggested_criteria if each.of in there | lists),
        }
    )


def _skill(skill: Skill, ours: Skill | None, known: Mapping[str, Statement]) -> Skill:
    said: dict[str, object] = {**dict(skill), "statements": _statements(skill.statements, known)}
    if ours is not None:
        said |= {"description": skill.description or ours.description, "criterion": ours.criterion}
    return Skill.model_validate(said)


def _statements(statements: Iterable[Statement], known: Mapping[str, Statement]) -> tuple[Statement, ...]:
    return tuple(_statement(each, known[each.id]) if each.id in known else each for each in statements)


def _statement(official: Statement, ours: Statement) -> Statement:
    text = official.wordings.official
    if likeness(prints_of(official), prints_of(ours)) < SAME:
        return Statement.model_validate(
            {**dict(official), "theme": ours.theme, "government_only": ours.government_only}
        )
    wordings = Wordings(plain=ours.wordings.plain, elsewhere=ours.wordings.elsewhere, official=text)
    return Statement.model_validate({**dict(ours), "wordings": wordings, "source": official.source})
