"""Skills that an earlier edition knows, also under another name."""

from collections.abc import Iterable, Sequence

from jd_builder.content.editions.matching import Known, known, matched
from jd_builder.content.editions.naming import free_slug
from jd_builder.content.reading.page import SkillRead
from jd_builder.domain.framework import Role
from jd_builder.text.fingerprint import content_stems
from jd_builder.text.likeness import likeness

_MOST = 0.5
_ALIKE_NAMES = 0.6


def same_skills(read: Iterable[SkillRead], earlier: Sequence[Role]) -> dict[str, str]:
    """The slug of each skill by its name: that of the skill which was called so, or says the same, or a new one."""
    names, statements = _earlier(earlier)
    texts: dict[str, list[str]] = {}
    for skill in read:
        texts.setdefault(skill.name, []).extend((*skill.you_can, *skill.leadership))
    found = {name: names[name.casefold()] for name in texts if name.casefold() in names}
    taken = {*statements, *found.values()}
    free = {slug: known for slug, known in statements.items() if slug not in found.values()}
    for name in texts:
        if name not in found:
            found[name] = _renamed(name, texts[name], free, names) or free_slug(name, taken)
            taken.add(found[name])
            free.pop(found[name], None)
    return found


def _earlier(roles: Sequence[Role]) -> tuple[dict[str, str], dict[str, list[Known]]]:
    """Slugs by the names that skills had, and what each said; the newest edition holds."""
    names: dict[str, str] = {}
    statements: dict[str, list[Known]] = {}
    for role in reversed(roles):
        for skill in role.skills_by_id.values():
            slug = skill.id.split(".")[1]
            names[skill.name.casefold()] = slug
            statements.setdefault(slug, []).extend(known(skill.statements))
    return names, statements


def _renamed(name: str, texts: Sequence[str], free: dict[str, list[Known]], names: dict[str, str]) -> str | None:
    """The skill most of whose statements are these, or one with much the same name and some of them."""
    for slug, statements in free.items():
        ids, _ = matched(texts, statements, {})
        share = sum(id is not None for id in ids) / len(texts) if texts else 0.0
        called = (other for other, its in names.items() if its == slug)
        alike = any(likeness(content_stems(name), content_stems(other)) >= _ALIKE_NAMES for other in called)
        if share > _MOST or (alike and share > 0):
            return slug
    return None
