"""What each key of a draft file itself is, in words: beside the answers, whose models say it themselves."""

from collections.abc import Mapping

from pydantic import BaseModel

from jd_builder.domain.draft import Base, Choices, Criterion, Draft, Edit, LeftOver, OwnStatement, ProfileRef
from jd_builder.domain.findings import Kept
from jd_builder.domain.rewriting import Reworded, RewordedAnswer

Words = Mapping[str, tuple[str, str]]

TOP: Words = {
    "version": ("Shape of the file. Left out, it is 1.", "1"),
    "role": ("The role, by its id. `python -m jd_builder roles` lists them.", "ciso"),
    "edition": ("Edition of the role. Left out, the newest.", '"2024-11-30"'),
    "level": ("Level of the role, where it has several. Left out, the first.", "lead"),
    "wording": ("`plain`: our own words. `official`: the framework's, once they are imported.", "plain"),
    "documents": (
        "What to make, by id. `python -m jd_builder layouts` lists them. Left out, what is usual in the sector.",
        "[private-advert]",
    ),
    "confidential": ("`yes` keeps this draft from any language model.", "no"),
    "organisation": ("Who employs: the keys below.", ""),
    "organisation-from": ("Written by the app: the saved organisation and the revision this is a copy of.", ""),
    "post": ("This vacancy: the keys below.", ""),
    "choose": ("How this draft differs from the share of statements that each document takes by itself.", ""),
    "criteria": ("What to judge applicants by, in place of the usual criteria.", ""),
    "edits": ("Other words for statements, by their ids: a text, or the keys below, or a list of those.", ""),
    "reworded": ("Written by the app: answers that a language model worded, by their keys.", ""),
    "own": ("Statements of your own.", ""),
    "last-own": ("Written by the app: the highest number that an own statement had.", "1"),
    "kept": ("Written by the app: findings of the language check that stay as they are, and why.", ""),
    "left-over": ("Written by the app: what the file that a draft began with says and no document prints.", ""),
}
NESTED: Mapping[str, tuple[type[BaseModel], Words]] = {
    "choose": (
        Choices,
        {
            "include": ("Statements to take in every document.", "[ciso.cyber-risk-management.can.2]"),
            "exclude": ("Statements to take in none.", "[ciso.duty.7]"),
            "order": ("Statements in the order you want, among their own places.", "[ciso.duty.3, ciso.duty.1]"),
            "star": ("Statements that a short advert keeps to.", "[ciso.duty.1]"),
            "statements": ("All statements to take, in their order; nothing else is.", "[ciso.duty.1, ciso.duty.2]"),
        },
    ),
    "criteria": (
        Criterion,
        {
            "id": ("A name, for criteria of your own that are named elsewhere.", "licence"),
            "statement": ("A statement or a skill, by its id.", "ciso.cyber-risk-management"),
            "text": ("Your own words. Needed where no statement is named.", "You hold a driving licence."),
            "need": ("`essential` or `desirable`.", "essential"),
            "group": ("`qualifications`, `experience`, `knowledge`, `skills` or `values`.", "skills"),
            "assessed": ("`A` application, `I` interview, `T` test, `P` presentation: one or a list.", "[A, I]"),
            "why": ("Why it is needed, for your own file.", "Agreed with the manager."),
        },
    ),
    "edits": (
        Edit,
        {
            "text": ("The words.", "lead the security strategy"),
            "origin": ("`own` or `model`: who wrote them.", "own"),
            "base": ("Written by the app: the text that the edit began with.", ""),
            "document": ("The one document that the edit is for. Left out, all.", "private-advert"),
            "reworded": ("Written by the app: how a language model came by the words.", ""),
        },
    ),
    "edits.base": (
        Base,
        {
            "wording": ("`plain` or `official`.", "plain"),
            "edition": ("The edition of the role.", '"2024-11-30"'),
            "text": ("The words.", "..."),
        },
    ),
    "edits.reworded": (
        Reworded,
        {
            "tone": ("The tone that was asked for.", "plainer"),
            "model": ("The model, as the server calls it.", "llama-3.3-70b"),
            "prompt": ("A fingerprint of the prompt.", "3f0c9a5e21d47b88"),
            "at": ("When a person accepted the words.", "2026-11-29T10:30:00Z"),
        },
    ),
    "reworded": (
        RewordedAnswer,
        {
            "text": ("The words, as they were accepted.", "To keep members safe."),
            "tone": ("The tone that was asked for.", "plainer"),
            "model": ("The model, as the server calls it.", "llama-3.3-70b"),
            "prompt": ("A fingerprint of the prompt.", "3f0c9a5e21d47b88"),
            "at": ("When a person accepted the words.", "2026-11-29T10:30:00Z"),
        },
    ),
    "own": (
        OwnStatement,
        {
            "id": ("`own.` and a number that no other has.", "own.1"),
            "kind": ("`duty`, `can`, `lead`, `resp`, `skill`, `experience` or `summary`.", "duty"),
            "text": ("The words, verb first for a duty.", "chair the security forum of our suppliers"),
            "theme": ("The heading it goes under, one of the role's themes.", "risk"),
        },
    ),
    "kept": (
        Kept,
        {name: (each.description or "", str((each.examples or [""])[0])) for name, each in Kept.model_fields.items()},
    ),
    "left-over": (
        LeftOver,
        {"text": ("The words.", "Free parking."), "heading": ("What they stood under.", "Benefits")},
    ),
    "organisation-from": (
        ProfileRef,
        {"id": ("Its id in the store.", "harbour"), "revision": ("Its revision.", "3")},
    ),
}


def undescribed() -> list[str]:
    """Keys of the models that have no words here, and words here without a key."""
    described: dict[str, tuple[type[BaseModel], Words]] = {"": (Draft, TOP), **NESTED}
    return [
        f"{place}.{key}".lstrip(".")
        for place, (model, words) in described.items()
        for key in {field.alias or name for name, field in model.model_fields.items()} ^ set(words)
    ]
