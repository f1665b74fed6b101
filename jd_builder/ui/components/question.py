"""One question: its label, why it matters, a control, and what is wrong with the answer."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st

from jd_builder.domain.answers import open_word
from jd_builder.text.clean import clean_text
from jd_builder.ui import returning
from jd_builder.ui.components import findings, safe
from jd_builder.ui.components.fields import Field
from jd_builder.ui.editing import Editing

_SHOWN = 4


def ask(
    field: Field,
    sheet: Editing,
    problems: Mapping[str, str],
    suggestion: str = "",
    note: str = "",
    must_say: bool = False,
) -> None:
    """Draw a question whose answer is kept when the field is left.

    ``note`` stands below what was typed; ``must_say`` takes no open answer.
    """
    answer = sheet.answer(field.place)
    with st.container(key=f"q-{field.key}", gap="xsmall"):
        with st.container(key=f"h-{field.key}", horizontal=True, horizontal_alignment="distribute", gap="small"):
            safe.question(field.label, field.why, suggestion)
            if not must_say:
                _leave_open(field, sheet, answer)
        if field.parts:
            _ask_parts(field, sheet, answer)
        else:
            _control(field, sheet, answer)
        if note:
            safe.line(note)
        for place, sentence in problems.items():
            if place == field.place or place.startswith(f"{field.place}."):
                safe.problem(sentence)
        findings.beside_question(field.place, sheet)


def _ask_parts(field: Field, sheet: Editing, answer: Any) -> None:
    """The parts of an answer in two columns, and below them those with parts; what few jobs need stays folded."""
    given = answer if isinstance(answer, Mapping) else _lone(field, answer)
    shown = field.parts if len(field.parts) <= _SHOWN or sheet.open_groups.get(field.place) else field.parts[:_SHOWN]
    single, whole = [each for each in shown if not each.parts], [each for each in shown if each.parts]
    columns = st.columns(2, gap="small") if len(single) > 1 else [st.container()]
    for number, part in enumerate(single):
        with columns[number % len(columns)]:
            _control(part, sheet, given.get(part.place.rsplit(".", 1)[-1]), named=True)
    for part in whole:
        safe.line(part.label)
        _ask_parts(part, sheet, given.get(part.place.rsplit(".", 1)[-1]))
    if len(field.parts) > _SHOWN:
        folded = ", ".join(part.label.lower() for part in field.parts[_SHOWN:])
        is_open = bool(sheet.open_groups.get(field.place))
        st.button(
            "Less" if is_open else f"More: {folded}", key=f"more-{field.key}", type="tertiary",
            on_click=sheet.toggle, args=(field.place, "open"),
        )  # fmt: skip


def _lone(field: Field, answer: Any) -> Mapping[str, Any]:
    """A lone word under the part that it fills."""
    return {} if answer is None or _left_open(field, answer) else {field.parts[0].place.rsplit(".", 1)[-1]: answer}


def _control(field: Field, sheet: Editing, answer: Any, named: bool = False) -> None:
    key = f"{sheet.generation}:{field.place}"
    common: dict[str, Any] = {
        "key": key,
        "on_change": _keep,
        "args": (key, field, sheet),
        "label_visibility": "visible" if named else "collapsed",
    }
    text = "" if _left_open(field, answer) else as_typed(answer)
    came, drawn = _drawn(field, text, common)
    if sheet.catching_up and as_answer(field, came) != as_answer(field, drawn):
        returning.missed(partial(_keep, key, field, sheet))


def _drawn(field: Field, text: str, common: Mapping[str, Any]) -> tuple[Any, Any]:
    """Draw the control: what it says, and what it says while nobody has touched it."""
    labels = {each.value: each.label for each in field.choices} or {"yes": "Yes", "no": "No"}
    match field.control:
        case "choice" | "yes-no":
            options = list(labels)
            index = options.index(text) if text in options else None
            came = st.selectbox(
                field.label, options, index, labels.__getitem__, placeholder=field.usual or "Choose", **common
            )
            return came, text if text in options else None
        case "choices":
            chosen = [each for each in text.split("\n") if each in labels]
            picked = st.pills(
                field.label, list(labels), selection_mode="multi", default=chosen, format_func=labels.__getitem__,
                wrap=True, **common,
            )  # fmt: skip
            return picked, chosen
        case "prose":
            return st.text_area(field.label, text, height=150, placeholder=field.example, **common), text
        case "lines":
            example = f"{field.example}\nOne on each line"
            return st.text_area(field.label, text, height=120, placeholder=example, **common), text
        case _:
            return st.text_input(field.label, text, placeholder=field.example, **common), text


def _leave_open(field: Field, sheet: Editing, answer: Any) -> None:
    key = f"{sheet.generation}:{field.place}:open"
    labels = sheet.open_answers
    chosen = given if (given := _left_open(field, answer)) in labels else None
    came = st.pills(
        f"{field.label}: leave open", list(labels), default=chosen, format_func=labels.__getitem__,
        key=key, on_change=_keep_open, args=(key, field, sheet), label_visibility="collapsed",
    )  # fmt: skip
    if sheet.catching_up and came != chosen:
        returning.missed(partial(_keep_open, key, field, sheet))


def _left_open(field: Field, answer: Any) -> str | None:
    """Which of the two open answers this is, however it was typed; a part says nothing beside it and stays as typed."""
    return open_word(answer, field.in_words and field.place.count(".") == 1) or None


def _keep(key: str, field: Field, sheet: Editing) -> None:
    was_open, answer = _left_open(field, sheet.answer(field.place)), as_answer(field, st.session_state[key])
    sheet.answered(field.place, answer, f"Changed {field.label.lower()}")
    if was_open or _left_open(field, answer):  # then the buttons beside the field say so
        sheet.generation += 1


def _keep_open(key: str, field: Field, sheet: Editing) -> None:
    """Leave an answer open; what stood there comes back where that is taken back."""
    value, answer = st.session_state[key], sheet.answer(field.place)
    if not _left_open(field, answer):
        sheet.set_aside[field.place] = answer
    if value:
        sheet.answered(field.place, value, f"Left {field.label.lower()} open")
    else:
        sheet.answered(field.place, sheet.set_aside.pop(field.place, None), f"Changed {field.label.lower()}")
    sheet.generation += 1


def as_answer(field: Field, value: Any) -> Any:
    """What was typed as the draft keeps it; None for nothing."""
    if value is None:
        return None
    if field.control == "choices":
        return list(value) or None
    text = clean_text(str(value))
    if field.control == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()] or None
    return text if text.strip() else None


def as_typed(answer: Any) -> str:
    """A kept answer as it stands in a text box: a list line by line, a place by its parts."""
    if answer is None:
        return ""
    if isinstance(answer, (list, tuple)):
        return "\n".join(as_typed(item) for item in answer)
    if isinstance(answer, Mapping):
        return ", ".join(as_typed(item) for item in answer.values())
    return str(answer)
