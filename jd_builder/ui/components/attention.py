"""Brings the question that was asked for into view, on pages without the document beside them."""

from typing import Any

import streamlit as st

from jd_builder.ui.session import Sheet

_JS = """
export default function ({ data, parentElement }) {
  const marker = parentElement.querySelector("span");
  if (marker.dataset.asked === data.asked) return;
  marker.dataset.asked = data.asked;
  requestAnimationFrame(() => {
    const question = data.key && document.querySelector(".st-key-q-" + data.key);
    if (!question) return;
    question.scrollIntoView({ block: "center" });
    question.querySelector("input[type=text], textarea, [role=combobox]")?.focus({ preventScroll: true });
  });
}
"""
_MOUNT: Any = None


def show(sheet: Sheet) -> None:
    """Draw last: the question has to be on the page."""
    global _MOUNT
    if _MOUNT is None:
        _MOUNT = st.components.v2.component("jd_builder.attention", html="<span></span>", js=_JS)
    _MOUNT(key="attention", data={"key": sheet.focus.replace(".", "-"), "asked": str(sheet.asked)}, height=0)
