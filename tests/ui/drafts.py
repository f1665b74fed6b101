"""Drafts and organisations to fill a store with, some of them named by people who mean harm."""

from typing import Any

from jd_builder.domain.draft import Draft
from jd_builder.services import examples, organisations, starting
from jd_builder.storage.store import Store

HOSTILE = "<b>Chief</b> ![a](https://example.com/x?q=SECRET) $x$ :red[*officer*] `code` [a](javascript:alert(1))"
LONG = "The Amalgamated and Reconstituted Northern Counties Universities Hospitals and Community Services Trust"
COUNCIL: dict[str, Any] = {"name": "Northmere Council", "sector": "local-government", "nation": "england"}


def complete(**post: Any) -> Draft:
    """A draft without a gap, of an organisation that nobody saved."""
    draft = examples.example("northmere-nhs-trust").draft
    for key, value in post.items():
        draft = draft.answered(f"post.{key.replace('_', '-')}", value)
    return draft


def kept(store: Store, draft: Draft | None = None) -> str:
    return starting.create(store, draft or complete(), "Created").id


def of_saved(store: Store, answers: dict[str, Any] = COUNCIL) -> tuple[str, str]:
    """A saved organisation and a draft that copied it, by their ids."""
    saved = store.create_organisation(answers)
    draft = organisations.adopted(complete(), store.load_organisation(saved.id))
    return saved.id, kept(store, draft)


def edit(store: Store, organisation: str, **changes: Any) -> None:
    stored = store.load_organisation(organisation)
    store.save_organisation(organisation, {**stored.answers, **changes}, stored.number, "Edited elsewhere")
