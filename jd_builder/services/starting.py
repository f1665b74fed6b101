"""How a draft begins: from nothing, from another draft, or from an example."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from jd_builder.domain.base import kebab
from jd_builder.domain.draft import Draft, ProfileRef
from jd_builder.domain.framework import Role, Wording
from jd_builder.services import documents

if TYPE_CHECKING:
    from jd_builder.storage import Saved, Store

# What a copy leaves behind: dates would be past, and a reference names one vacancy.
OF_ONE_VACANCY = ("reference", "opening", "closing", "sift", "interviews", "start", "welcome")
# An advert that names another employer's people or pages would send candidates to them.
OF_ONE_EMPLOYER = (
    "apply",
    "contact",
    "adjustments-contact",
    "directorate",
    "cost-centre",
    "job-evaluation",
    "panel",
    "search-firm",
)


def begun(
    role: Role,
    wanted: tuple[str, ...],
    organisation: Mapping[str, Any],
    follows: ProfileRef | None = None,
    like: Draft | None = None,
    level: str | None = None,
    wording: Wording = "plain",
) -> Draft:
    """A new draft for an organisation; ``like`` is a draft to take the answers and choices of.

    The title of the role or level stands as the first answer, so that lists can name the draft. Of a
    draft of another role only the answers can be taken.
    """
    name = next((each.name for each in role.levels if each.id == level), role.title)
    new = Draft(role=role.id, edition=role.edition, level=level, wording=wording, post={"title": name})
    if like is not None and like.role == role.id:
        new = copied(like, organisation)
    elif like is not None:
        new = new.changed(post={**_carried_over(like, organisation), "title": name})
    return new.changed(documents=wanted, organisation=dict(organisation), organisation_from=follows)


def create(store: "Store", draft: Draft, change: str) -> "Saved":
    """Keep a new draft, with its number of gaps for the lists."""
    return store.create_draft(draft, change, documents.number_of_gaps(draft))


def duplicate(store: "Store", id: str, change: str) -> "Saved":
    """A second draft like one that is kept, for the next vacancy, with a history of its own."""
    like = store.load_draft(id).draft
    return create(store, copied(like, like.organisation), change)


def copied(like: Draft, organisation: Mapping[str, Any]) -> Draft:
    """The answers and choices of a draft for another vacancy. A reason to keep a finding was given for the first."""
    return like.changed(post=_carried_over(like, organisation), kept=())


def _carried_over(like: Draft, organisation: Mapping[str, Any]) -> dict[str, Any]:
    same_employer = like.organisation.get("name") == organisation.get("name")
    left = {*OF_ONE_VACANCY, *(() if same_employer else OF_ONE_EMPLOYER)}
    return {key: answer for key, answer in like.post.items() if kebab(key) not in left}
