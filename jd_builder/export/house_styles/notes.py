"""Footnotes and endnotes of a house style: those of text that we replaced would go out unseen."""

from collections.abc import Iterable
from typing import Any

from jd_builder.export.word_names import TYPE, W


def drop_unused(notes: Any, texts: Iterable[Any]) -> None:
    """Take out the notes that no text refers to; the lines that part notes from the text stay."""
    kind = "footnote" if notes.tag == f"{W}footnotes" else "endnote"
    used = {mark.get(f"{W}id") for text in texts for mark in text.iter(f"{W}{kind}Reference")}
    for note in list(notes.iterfind(f"{W}{kind}")):
        if note.get(TYPE, "normal") == "normal" and note.get(f"{W}id") not in used:
            notes.remove(note)
