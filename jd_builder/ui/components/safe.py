"""The only place that draws HTML: every text is escaped here, so that none is read as markup."""

from html import escape
from string import punctuation

import streamlit as st


def question(label: str, why: str, suggestion: str = "") -> None:
    """A question's label and the one line that says why it matters."""
    hint = f'<span class="jd-suggested">Suggested, check: {escape(suggestion)}</span>' if suggestion else ""
    st.html(f'<div class="jd-label">{escape(label)}{hint}</div><div class="jd-why">{escape(why)}</div>')


def problem(sentence: str) -> None:
    """What is wrong with an answer, beside it."""
    st.html(f'<div class="jd-problem" role="alert">{escape(sentence[:1].upper() + sentence[1:])}.</div>')


def line(text: str, kind: str = "note") -> None:
    """A line of text: ``note``, ``saved``, ``unsaved``, ``head`` or ``row``."""
    st.html(f'<div class="jd-{kind}">{escape(text)}</div>')


def style(css: str) -> None:
    """Our own style sheet, which holds no text of anyone else's."""
    st.html(f"<style>{css}</style>")


def versions(label: str, mine: str, theirs: str) -> None:
    """Two versions of one answer, side by side."""
    cells = "".join(
        f"<div><strong>{name}</strong><br>{escape(text) or '<em>no answer</em>'}</div>"
        for name, text in (("Yours", mine), ("The other version", theirs))
    )
    st.html(f'<div class="jd-label">{escape(label)}</div><div class="jd-versions">{cells}</div>')


def heading(text: str, detail: str = "") -> None:
    """The heading of a part of a page, with a line about it."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<h2 class="jd-section">{escape(text)}</h2>{about}')


def entry(name: str, detail: str, kind: str = "entry") -> None:
    """One thing in a list: what it is called, and a line about it."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<div class="jd-{kind}"><div class="jd-name">{escape(name)}</div>{about}</div>')


def label(text: str) -> str:
    """A text of a data file as the label of a control, which Streamlit reads as Markdown."""
    return "".join(f"\\{each}" if each in punctuation else each for each in text)


def state(text: str, detail: str, good: bool) -> None:
    """How a draft stands, as the first thing its page says."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<h2 class="jd-state{" jd-complete" if good else ""}">{escape(text)}</h2>{about}')
