"""What there is to choose from: roles and their editions, and kinds of document.

Roles come with the product, and from the store, where imports are kept. A data file that is broken
leaves out what needs it. It is named here, and again to whoever asks for what is missing.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.domain.framework import Role
from jd_builder.domain.layout import Layout
from jd_builder.text import english

if TYPE_CHECKING:
    from jd_builder.storage import Store

_LOOKS_EVERY = 5.0  # seconds, for what other servers import
_lock = Lock()


def no_store() -> None:
    """Only what comes with the product."""


_open: "Callable[[], Store | None]" = no_store
_found: dict[tuple[str, str | None], Role] = {}  # a new one when it is time to look again; the newest also under None
_seen, _looked = 0, 0.0


class Edition(NamedTuple):
    """One edition of a role, without its content."""

    role: str
    edition: str
    title: str

    @property
    def said(self) -> str:
        return said(self.edition)


def said(edition: str) -> str:
    """An edition as it follows the word: ``of 30 November 2024``, ``brought in on 21 November 2026``.

    The second is one whose file does not say when it was published; a second edition of a day says so.
    """
    day, _, number = edition.partition(".")
    try:
        words = english.day(date.fromisoformat(day.removesuffix("-read")))
    except ValueError:
        return edition
    dated = f"{'brought in on' if day.endswith('-read') else 'of'} {words}"
    return f"{dated}, number {number}" if number else dated


def kept_in(store: "Callable[[], Store | None]") -> None:
    """Where imported editions are kept: opened once, when one is needed. None: only what comes with the product."""
    global _open
    _open = cache(store)
    forget()


def store() -> "Store | None":
    """What was opened to look into, if there is one."""
    return _open()


def forget() -> None:
    """Look again at the next question, as after an import."""
    global _found, _looked
    with _lock:
        _found, _looked = {}, 0.0


def editions() -> tuple[Edition, ...]:
    """Every edition of every role, in alphabetical order of the ids, the newest edition first."""
    from jd_builder.content.builtin import builtin_roles

    known = {(role.id, role.edition): role.title for role in builtin_roles().roles}
    store = _open()
    known |= {(line.role, line.edition): line.title for line in store.list_editions()} if store else {}
    newest_first = sorted((Edition(*key, title) for key, title in known.items()), key=_by_edition, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: each.role))


def titles() -> dict[str, str]:
    """What each role is called in its newest edition, by its id."""
    return {each.role: each.title for each in reversed(editions())}


def roles() -> tuple[Role, ...]:
    """Every edition of every role, whole, in the order of ``editions``."""
    return tuple(_role(each.role, each.edition) for each in editions())


def role(id_: str, edition: str | None = None) -> Role:
    """One edition of a role, the newest where none is named."""
    _look()
    found = _found  # what is read while someone imports goes where nobody looks again
    if (id_, edition) in found:
        return found[id_, edition]
    of_role = [each.edition for each in editions() if each.role == id_]
    if not of_role:
        known = (f"{each.role} ({each.title})" for each in editions())
        raise _unknown("role", id_, known, role_errors())
    if edition not in (None, *of_role):
        raise _unknown(f"edition of {id_}", str(edition), of_role, role_errors())
    found[id_, edition] = _role(id_, edition or of_role[0])
    return found[id_, edition]


def called(title: str) -> str | None:
    """The id of the role that goes by a title, in any edition, without regard to capitals."""
    from jd_builder.content.builtin import builtin_roles

    names = {name.casefold(): role.id for role in builtin_roles().roles for name in (role.title, *role.aliases)}
    names |= {each.title.casefold(): each.role for each in editions()}
    return names.get(title.casefold())


def role_errors() -> tuple[DataFileError, ...]:
    from jd_builder.content.builtin import builtin_roles

    return builtin_roles().errors


def layouts() -> tuple[Layout, ...]:
    """Every kind of document, in alphabetical order of its id."""
    known = layouts_by_id()
    return tuple(known[id_] for id_ in sorted(known))


def layouts_by_id() -> Mapping[str, Layout]:
    """The same to look one up, which takes less time than to go through all of them."""
    from jd_builder.assembly.layouts import load_layouts

    return load_layouts()


def layout(id_: str) -> Layout:
    found = layouts_by_id().get(id_)
    if found is None:
        broken = [error for error in layout_errors() if error.file.partition(".")[0] == id_]
        raise _unknown("document", id_, layouts_by_id(), broken)
    return found


def layout_errors() -> tuple[DataFileError, ...]:
    from jd_builder.assembly.layouts import load_layouts

    return load_layouts().errors


def _role(id: str, edition: str) -> Role:
    """An edition that is kept in the store with our own words put to it, or one that comes with the product."""
    found = _found
    if (id, edition) not in found:
        found[id, edition] = _kept(id, edition) or _builtin(id, edition)
    return found[id, edition]


def _kept(id: str, edition: str) -> Role | None:
    from jd_builder.content.builtin import builtin_roles
    from jd_builder.content.editions.ours import with_ours

    store = _open()
    if store is None or not any((line.role, line.edition) == (id, edition) for line in store.list_editions()):
        return None
    kept = store.load_edition(id, edition)
    ours = next((role for role in builtin_roles().roles if role.id == id), None)
    return with_ours(kept, ours) if ours else kept


def _builtin(id: str, edition: str) -> Role:
    from jd_builder.content.builtin import builtin_roles

    return next(role for role in builtin_roles().roles if (role.id, role.edition) == (id, edition))


def _look() -> None:
    """Now and then, see whether the store has more editions than when it was last looked at."""
    global _found, _seen, _looked
    store = _open()
    if store is None or monotonic() - _looked < _LOOKS_EVERY:
        return
    number = store.count_editions()
    with _lock:
        if number != _seen:
            _found = {}
        _seen, _looked = number, monotonic()


def _by_edition(each: Edition) -> str:
    return each.edition


def _unknown(noun: str, asked: str, known: Iterable[str], errors: Iterable[DataFileError]) -> UserError:
    """What is not there, what is, and the broken files that may be why."""
    there_are = f"There are: {', '.join(known) or 'none'}."
    return UserError(f"There is no {noun} '{asked}'.", fix="\n".join([there_are, *map(str, errors)]))
