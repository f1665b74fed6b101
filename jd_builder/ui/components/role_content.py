"""What a role says: its duties, levels and skills, in our words and in the official ones side by side."""

from collections.abc import Iterable

import streamlit as st

from jd_builder.domain.framework import Role, Skill, Statement
from jd_builder.text import english
from jd_builder.ui.components import safe

_KINDS = {"can": "You can", "lead": "Examples of leadership"}


def show(role: Role) -> None:
    safe.heading("What it says")
    _part(role, "What the role is", role.summary)
    _part(role, "Duties", role.duties)
    for skill in role.skills:
        _skill(role, skill)
    for level in role.levels:
        with st.expander(safe.label(f"Level: {level.name}")):
            _part(role, "Responsibilities", (*level.summary, *level.responsibilities))
            for skill in level.skills:
                _skill(role, skill)


def _skill(role: Role, skill: Skill) -> None:
    name = f"{skill.name}, {skill.proficiency}" if skill.proficiency else skill.name
    for kind, label in _KINDS.items():
        _part(role, f"{name}: {label}", (each for each in skill.statements if each.kind == kind))


def _part(role: Role, name: str, statements: Iterable[Statement]) -> None:
    texts = [
        (english.raised(each.wordings.plain), english.raised(each.wordings.official.get(role.edition, "")))
        for each in statements
    ]
    if not texts:
        return
    if any(official and official != ours for ours, official in texts):
        safe.table((f"{name}, in our words", "In the official wording"), texts)
    else:
        safe.table((name,), [(ours,) for ours, _ in texts])
