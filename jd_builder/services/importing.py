"""Roles read from a file, kept as editions: what each is to what is known already, and what a person has to say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from jd_builder.domain.framework import Role
from jd_builder.services import catalogue
from jd_builder.text import english

if TYPE_CHECKING:
    from jd_builder.content.editions.matching import Resemblance
    from jd_builder.content.reading.page import Reading, RoleRead
    from jd_builder.storage import Store


@dataclass(frozen=True)
class Prepared:
    """One role as it would be kept.

    ``asked`` are statements that may be earlier ones in other words. ``already`` says that the very
    file was kept before; ``after`` is the edition that this one is compared with, if there is any.
    """

    role: Role
    asked: "tuple[Resemblance, ...]"
    already: bool
    after: Role | None

    @property
    def sizes(self) -> str:
        """``3 levels, 7 skills, 70 statements``."""
        role = self.role
        skills = {skill.id.split(".")[1] for skill in role.skills_by_id.values()}
        counted = [(len(role.levels), "level"), (len(skills), "skill"), (len(role.by_id), "statement")]
        return ", ".join(english.count(number, noun) for number, noun in counted if number)


def read(content: bytes, name: str) -> "Reading":
    """Every role of a file or text; UserError, in one sentence, for one that holds none."""
    from jd_builder.content.reading import reader

    return reader.read(content, name)


def prepared(role: "RoleRead", today: date, decided: Mapping[str, str | None] | None = None) -> Prepared:
    """The edition that a role read from a file would become. Nothing is kept yet.

    ``decided`` says of a text that was asked about which statement it is, by its id, or None for a new one.
    """
    from jd_builder.content.editions.naming import slug
    from jd_builder.content.editions.new_edition import edition_name, made

    id = catalogue.called(role.role) or slug(role.role)
    earlier = [catalogue.role(id, each.edition) for each in catalogue.editions() if each.role == id]
    same = next((each for each in earlier if each.source.sha256 == role.source.sha256), None)
    if same:
        return Prepared(same, (), True, None)
    kept = [each.edition for each in earlier if each.source.sha256]
    result = made(role, id, edition_name(role, today, kept), earlier, today, decided or {})
    before = (each for each in earlier if each.edition < result.role.edition)
    return Prepared(result.role, result.asked, False, next(before, None))


def keep(store: "Store", roles: Sequence[Role]) -> None:
    """Keep editions for good; one that is there already is a UserError, and those before it are kept."""
    for role in roles:
        store.add_edition(role)
    catalogue.forget()


def line(each: Prepared) -> str:
    """``security-architect 2026-11-21: Security architect: 3 levels, 7 skills, 70 statements``."""
    kept = "kept already" if each.already else each.sizes
    return f"{each.role.id} {each.role.edition}: {each.role.title}: {kept}"


def questions(each: Prepared) -> list[str]:
    """What was taken for new and may not be, a sentence for each."""
    return [
        f"{each.role.title}: '{found.text}' was kept as a new statement; it resembles {found.id}, '{found.before}'"
        for found in each.asked
    ]
