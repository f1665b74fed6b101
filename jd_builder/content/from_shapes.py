"""From the shapes of the data files to the nouns of the product, with where each text came from."""

from collections.abc import Iterable, Sequence

from jd_builder.content.shapes import RawItem, RawList, RawRole, RawStatement
from jd_builder.domain.framework import Kind, Role, Skill, StandsFor, Statement, StatementList, Wordings


def role_of(raw: RawRole, lists: Iterable[RawList]) -> Role:
    """The role with the lists that go with it. The files' complaints must have been heard before."""
    return Role(
        id=raw.id,
        title=raw.title,
        aliases=raw.aliases,
        family=raw.family,
        edition=raw.edition,
        source=raw.source,
        summary=_statements(raw, raw.summary, "summary"),
        duties=_statements(raw, raw.duties, "duty"),
        skills=tuple(
            Skill(
                id=skill.id,
                name=skill.name,
                description=skill.description,
                criterion=skill.criterion,
                statements=(
                    *_statements(raw, skill.can, "can", skill.name),
                    *_statements(raw, skill.lead, "lead", skill.name),
                ),
            )
            for skill in raw.skills
        ),
        grades=raw.grades,
        related=raw.related,
        themes=raw.themes,
        lists=tuple(map(list_of, lists)),
        suggested_duties=raw.suggested_duties,
        suggested_criteria=raw.suggested_criteria,
    )


def list_of(raw: RawList) -> StatementList:
    return StatementList(
        id=raw.id,
        name=raw.name,
        source=raw.source,
        statements=tuple(_line(raw, item, kind) for _, _, kind, items in raw.series() for item in items),
        not_duties=raw.not_duties,
    )


def _statements(
    role: RawRole, raws: Sequence[RawStatement], kind: Kind, skill: str | None = None
) -> tuple[Statement, ...]:
    page, edition = role.source.address, role.source.edition_date
    if page is None or edition is None:
        raise ValueError(f"{role.id} has no official page, which its complaints should have said")
    return tuple(
        Statement(
            id=raw.id,
            kind=kind,
            wordings=Wordings(plain=raw.text, elsewhere=raw.elsewhere),
            source=role.source,
            origin="framework",
            theme=raw.theme,
            stands_for=StandsFor(
                page=page, edition=edition, skill=skill, kind=kind, number=raw.number, fingerprint=raw.fingerprint
            ),
            criterion=raw.criterion,
            note=raw.note,
            shows=raw.shows,
            government_only=raw.government_only,
        )
        for raw in raws
    )


def _line(raw: RawList, item: RawItem, kind: Kind) -> Statement:
    return Statement(
        id=item.id,
        kind=kind,
        wordings=Wordings(plain=item.text, elsewhere=item.elsewhere),
        source=raw.source,
        origin="commercial",
        theme=item.theme,
        overlap=item.overlap,
        criterion=item.criterion,
        note=item.note,
    )
