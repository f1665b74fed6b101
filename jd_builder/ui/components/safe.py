"""The only place that draws HTML: every text is escaped here, so that none is read as markup."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from string import punctuation

import streamlit as st

from jd_builder.text.diff import Piece


def question(label: str, why: str, suggestion: str = "") -> None:
    """A question's label and the one line that says why it matters."""
    hint = f'<span class="jd-suggested">Suggested, check: {escape(suggestion)}</span>' if suggestion else ""
    st.html(f'<div class="jd-label">{escape(label)}{hint}</div><div class="jd-why">{escape(why)}</div>')


def problem(sentence: str) -> None:
    """What is wrong with an answer, beside it."""
    st.html(f'<div class="jd-problem" role="alert">{escape(sentence[:1].upper() + sentence[1:])}.</div>')


def line(text: str, kind: str = "note") -> None:
    """A line of text: ``note``, ``told``, ``lead`` or ``problem``."""
    st.html(f'<div class="jd-{kind}">{escape(text)}</div>')


def saved(text: str, shown: str, well: bool = True) -> None:
    """Whether all is saved, with which state of it the page shows, for ui/returning.py."""
    st.html(f'<div class="jd-{"saved" if well else "unsaved"}" data-shown="{escape(shown)}">{escape(text)}</div>')


def style(css: str) -> None:
    """Our own style sheet, which holds no text of anyone else's."""
    st.html(f"<style>{css}</style>")


def versions(label: str, versions: Mapping[str, str]) -> None:
    """Versions of one answer by their names, side by side."""
    cells = "".join(
        f"<div><strong>{name}</strong><br>{escape(text) or '<em>no answer</em>'}</div>"
        for name, text in versions.items()
    )
    st.html(f'<div class="jd-label">{escape(label)}</div><div class="jd-versions">{cells}</div>')


def title(text: str) -> None:
    """What a page is about: its one heading of the first level, in the size of a line."""
    st.html(f'<h1 class="jd-head">{escape(text)}</h1>')


def heading(text: str, detail: str = "") -> None:
    """The heading of a part of a page, with a line about it."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<h2 class="jd-section">{escape(text)}</h2>{about}')


def entry(name: str, detail: str, kind: str = "entry") -> None:
    """One thing in a list: what it is called, and a line about it."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<div class="jd-{kind}"><div class="jd-name">{escape(name)}</div>{about}</div>')


def exact(text: str) -> None:
    """A text as it is, line for line."""
    st.html(f'<pre class="jd-exact" tabindex="0">{escape(text)}</pre>')


def label(text: str) -> str:
    """A text of a data file as the label of a control, which Streamlit reads as Markdown."""
    return "".join(f"\\{each}" if each in punctuation else each for each in text)


def state(text: str, detail: str, good: bool) -> None:
    """How a draft stands, as the first thing its page says."""
    about = f'<div class="jd-why">{escape(detail)}</div>' if detail else ""
    st.html(f'<h2 class="jd-state{" jd-complete" if good else ""}">{escape(text)}</h2>{about}')


def change(sort: str, of: str, pieces: Iterable[Piece]) -> None:
    """A statement before and after: words that went are struck out, those that came are marked."""
    tags = {"removed": "del", "added": "ins"}
    shown = "".join(
        f"<{tags[kind]}>{escape(text)}</{tags[kind]}>" if kind in tags else escape(text) for kind, text in pieces
    )
    st.html(f'<div class="jd-change"><div class="jd-why">{escape(sort)}. {escape(of)}</div>{shown}</div>')


def points(lines: Iterable[str], scrolls: bool = False) -> None:
    """A list of sentences; one that ``scrolls`` can be reached with the keyboard."""
    reached = ' tabindex="0"' if scrolls else ""
    st.html(f'<ul class="jd-points"{reached}>{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>')


def sketch(html: str) -> None:
    """A sketch of a page from export/house_styles/sketch.py, which escapes every text of the file."""
    st.html(html)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A small table; each line of a cell stands on a line of its own."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    st.html(f'<table class="jd-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')


def _cell(text: str) -> str:
    return f"<td>{'<br>'.join(map(escape, text.split(chr(10))))}</td>"
