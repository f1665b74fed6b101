"""What there is to choose from: roles and their editions, and kinds of document.

A data file that is broken leaves out what needs it. It is named here, and again to whoever asks for
what is missing.
"""

from collections.abc import Iterable

from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.domain.framework import Role
from jd_builder.domain.layout import Layout


def roles() -> tuple[Role, ...]:
    """Every edition of every role, in alphabetical order, the newest edition first."""
    from jd_builder.content.builtin import builtin_roles

    newest_first = sorted(builtin_roles().roles, key=lambda role: role.edition, reverse=True)
    return tuple(sorted(newest_first, key=lambda role: role.id))


def role(id_: str, edition: str | None = None) -> Role:
    """One edition of a role, the newest where none is named."""
    editions = [role for role in roles() if role.id == id_]
    if not editions:
        known = (f"{role.id} ({role.title})" for role in roles())
        raise _unknown("role", id_, known, role_errors())
    found = next((role for role in editions if edition in (None, role.edition)), None)
    if found is None:
        raise _unknown(f"edition of {id_}", str(edition), (role.edition for role in editions), role_errors())
    return found


def role_errors() -> tuple[DataFileError, ...]:
    from jd_builder.content.builtin import builtin_roles

    return builtin_roles().errors


def layouts() -> tuple[Layout, ...]:
    """Every kind of document, in alphabetical order of its id."""
    from jd_builder.assembly.layouts import load_layouts

    known = load_layouts().layouts
    return tuple(known[id_] for id_ in sorted(known))


def layout(id_: str) -> Layout:
    found = next((layout for layout in layouts() if layout.id == id_), None)
    if found is None:
        broken = [error for error in layout_errors() if error.file.partition(".")[0] == id_]
        raise _unknown("document", id_, (layout.id for layout in layouts()), broken)
    return found


def layout_errors() -> tuple[DataFileError, ...]:
    from jd_builder.assembly.layouts import load_layouts

    return load_layouts().errors


def _unknown(noun: str, asked: str, known: Iterable[str], errors: Iterable[DataFileError]) -> UserError:
    """What is not there, what is, and the broken files that may be why."""
    there_are = f"There are: {', '.join(known) or 'none'}."
    return UserError(f"There is no {noun} '{asked}'.", fix="\n".join([there_are, *map(str, errors)]))
