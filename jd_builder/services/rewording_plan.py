"""What would be sent to a model for some texts of a draft, before anything is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jd_builder.domain.document import plain
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.domain.framework import Role
from jd_builder.domain.rewriting import Proposal, proposal_key
from jd_builder.rewriting.batches import Texts, estimate, parted
from jd_builder.rewriting.calls import as_data
from jd_builder.rewriting.connection import Connection
from jd_builder.rewriting.guard import Facts, acronyms_in
from jd_builder.rewriting.masks import Masked, mask
from jd_builder.rewriting.prompts import Prompt, load_prompts
from jd_builder.services import catalogue, documents
from jd_builder.services.rewording_texts import Target
from jd_builder.text import english

if TYPE_CHECKING:
    from jd_builder.storage import Store

_WORD = re.compile(r"[^\W\d_]+")
_NAMES = ("name", "email", "phone", "short-name")
_LONE = ("contact", "adjustments-contact", "search-firm")  # answers that may be one word: a name or an address


@dataclass(frozen=True)
class Plan:
    """Texts to ask for, as they would leave; ``known`` were paid for before and cost nothing."""

    connection: Connection
    prompt: Prompt
    targets: Mapping[int, Target]
    masked: Mapping[int, Masked]
    batches: tuple[Texts, ...]
    known: tuple[Proposal, ...]
    keys: tuple[str, ...]
    facts: Facts

    @property
    def said(self) -> str:
        """``Sends 9 sentences to ai.trust.nhs.uk, about 900 tokens.``"""
        if not self.targets:
            return "Nothing has to be sent: all of this was reworded so before."
        what, where = english.count(len(self.targets), "sentence"), self.connection.host
        return f"Sends {what} to {where}, about {max(100, round(self.tokens, -2)):,} tokens."

    @property
    def tokens(self) -> int:
        return estimate(self.prompt.text, self.batches)

    @property
    def exact(self) -> str:
        """All that leaves this computer, word for word: the instructions go with each call."""
        calls = (
            f"Call {number} of {len(self.batches)}\n{as_data(batch)}" for number, batch in enumerate(self.batches, 1)
        )
        return "\n\n".join((f"Instructions, with each call\n{self.prompt.text}", *calls))


def planned(
    draft: Draft, targets: Sequence[Target], tone: str, wish: str, connection: Connection, store: "Store | None"
) -> Plan:
    """A UserError where nothing may be sent: a confidential vacancy, a tone that names people or figures."""
    if draft.confidential:
        raise UserError("This vacancy is confidential: nothing of it is sent to a model.")
    role = catalogue.role(draft.role, draft.edition)
    names, usual = names_in(draft, role), ordinary(role)
    if mask(wish.lower(), {name.lower() for name in names}, usual).kept:
        raise UserError("Describe the tone without names, figures or addresses.")
    prompt = load_prompts().prompt(tone, wish)
    keys = {target.id: proposal_key(target.id, target.text, tone, prompt.hash, connection.model) for target in targets}
    paid = store.known_proposals(tuple(keys.values())) if store else {}
    asked = dict(enumerate((each for each in targets if keys[each.id] not in paid), start=1))
    masked = {number: mask(target.text, names, usual) for number, target in asked.items()}
    calls = parted({number: each.text for number, each in masked.items()}, connection.batch)
    # The shortest text of a call is asked for first, so that something is there soon.
    batches = tuple(dict(sorted(call.items(), key=lambda item: len(item[1]))) for call in calls)
    known = tuple(paid[key] for key in keys.values() if key in paid)
    return Plan(connection, prompt, asked, masked, batches, known, tuple(keys.values()), _facts(draft))


def _facts(draft: Draft) -> Facts:
    """What the guard may rest on: the acronyms that the documents explain, and the organisation's own names."""
    organisation = draft.read_organisation().value
    texts = (plain(text) for document in documents.assembled(draft).values() for _, text in document.texts())
    names = tuple(name for name in (organisation.name, organisation.short_name) if name)
    return Facts(acronyms_in("\n".join(texts)), names)


def names_in(draft: Draft, role: Role) -> frozenset[str]:
    """Every name, address and number of a contact in the answers, and each part of a person's name."""
    usual = ordinary(role)
    of_post = {*_named(draft.post), *(str(value) for key in _LONE if (value := draft.post.get(key)))}
    parts = {part for name in of_post for part in _WORD.findall(name) if len(part) > 2 and part.lower() not in usual}
    return frozenset((*of_post, *_named(draft.organisation), *parts))


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in _NAMES and isinstance(item, str):
                yield item.strip()
            else:
                yield from _named(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _named(item)


def ordinary(role: Role) -> frozenset[str]:
    """Words that are no names, though a sentence may begin with them: those that the role and our prompts use."""
    return _ordinary(role.id, role.edition)


@lru_cache(maxsize=16)
def _ordinary(id_: str, edition: str) -> frozenset[str]:
    role = catalogue.role(id_, edition)
    statements = [each.wordings.plain for each in role.statements()]
    criteria = [each.criterion.text for each in role.statements() if each.criterion]
    criteria += [each.criterion.text for each in role.skills_by_id.values() if each.criterion]
    loaded = load_prompts()
    ours = [loaded.prompt(each.id, "tone").text for each in loaded.tones]
    found = {word for text in (*statements, *criteria, *ours) for word in _WORD.findall(text)}
    return frozenset(word.casefold() for word in found)
