"""Drafts and organisations for the store's tests; the employer is invented."""

from typing import Any

from jd_builder.domain.draft import Draft

HARBOUR: dict[str, Any] = {
    "name": "Harbour Mutual",
    "sector": "regulated-finance",
    "staff": "about 1900",  # wrong, and kept as typed
    "about": "Owned by its members.\nAll 640,000 of them.",
    "benefits": ["30 days' leave", "£500 to learn with"],
    "mailboxes": {"questions": {"email": "jobs@harbour.example"}},
}


def draft(title: str = "Chief information security officer", organisation: str = "Harbour Mutual") -> Draft:
    return Draft(post={"title": title}, organisation={"name": organisation})


def following(organisation: str, revision: int, title: str = "CISO") -> Draft:
    return Draft.model_validate(
        {
            "post": {"title": title},
            "organisation": HARBOUR,
            "organisation-from": {"id": organisation, "revision": revision},
        }
    )


def full() -> Draft:
    """Something in every field, and characters that databases have trouble with."""
    return Draft.model_validate(
        {
            "role": "ciso",
            "edition": "2026-08",
            "level": "lead",
            "wording": "official",
            "documents": ["private-advert", "university-nhs"],
            "confidential": "yes",
            "organisation": HARBOUR,
            "organisation-from": {"id": "0123456789abcdef", "revision": 3},
            "post": {
                "title": "Chief “information” security officer – 100% \\ _ ' \" ; --",
                "pay": {"minimum": "£105k", "maximum": "ask the manager"},
                "location": ["Leeds", {"town": "Caerdydd"}],
                "welcome": "سلام שלום 👩🏽‍💻 e\u0301 \u202eabc\u202c",
                "odd": ["\x00", "\ud800", "\ufffe", 1, True, 1.5, None],
            },
            "choose": {
                "include": ["ciso.duty.1"],
                "exclude": ["ciso.duty.2"],
                "star": ["ciso.duty.1"],
                "statements": [],
            },
            "criteria": [{"statement": "ciso.duty.1", "need": "essential", "assessed": ["A", "I"], "why": "policy"}],
            "edits": {
                "ciso.duty.1": [
                    {"text": "Lead.", "base": {"wording": "plain", "edition": "2026-08", "text": "Leads."}},
                    {"text": "Lead us.", "origin": "model", "document": "private-advert"},
                ]
            },
            "own": [{"id": "own.2", "kind": "duty", "text": "Chair the forum."}],
            "kept": [{"rule": "years", "on": "own.2", "match": "ten years", "reason": "law"}],
        }
    )
