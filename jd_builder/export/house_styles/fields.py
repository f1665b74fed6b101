"""The fields of a house style: those that compute what every reader should see stay, all others become text.

A field can name a file or an address that Word fetches, or a property that our file does not have.
"""

import re
from collections.abc import Iterator
from typing import Any

from jd_builder.export.house_styles.cleaning import drop, unwrap
from jd_builder.export.word_names import RUN, TEXT, W

_NAME = re.compile(r'\s*"?([A-Za-z]+)')
_KEPT = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "SEQ", "TOC", "PAGEREF", "REF"}
_SAID = {"TITLE": "JOB TITLE", "AUTHOR": "ORGANISATION", "DATE": "DATE", "SAVEDATE": "DATE", "CREATEDATE": "DATE"}
_SAID |= {"PRINTDATE": "DATE", "SUBJECT": "JOB TITLE"}
_EMPTIED = {"FILENAME", "DOCPROPERTY", "DOCVARIABLE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "LASTSAVEDBY"}
_EMPTIED |= {"COMMENTS", "KEYWORDS", "TEMPLATE", "USERNAME", "USERINITIALS", "USERADDRESS", "REVNUM", "MACROBUTTON"}


def settle(root: Any) -> None:
    """Turn every field that may not stay into the text it shows, or into the mark of the same meaning."""
    for simple in list(root.iter(f"{W}fldSimple")):
        name = _name(simple.get(f"{W}instr", ""))
        if name not in _KEPT:
            _say(name, list(simple.iter(TEXT)))
            unwrap(simple)
    for runs in _complex(root):
        codes = "".join(code.text or "" for run in runs for code in run.iter(f"{W}instrText"))
        name = _name(codes)
        if name not in _KEPT:
            _flatten(runs, name)


def _name(codes: str) -> str:
    match = _NAME.match(codes)
    return match[1].upper() if match else ""


def _complex(root: Any) -> Iterator[list[Any]]:
    """The runs of each field from its begin to its end, inner fields before the outer ones that hold them."""
    open_fields: list[list[Any]] = []
    done: list[list[Any]] = []
    for run in root.iter(RUN):
        kinds = [mark.get(f"{W}fldCharType") for mark in run.iterfind(f"{W}fldChar")]
        if "begin" in kinds:
            open_fields.append([])
        for field in open_fields[-1:]:
            field.append(run)
        if "end" in kinds and open_fields:
            done.append(open_fields.pop())
    yield from (*done, *open_fields)


def _flatten(runs: list[Any], name: str) -> None:
    shown, result = [], False
    for run in runs:
        kinds = [mark.get(f"{W}fldCharType") for mark in run.iterfind(f"{W}fldChar")]
        result = result or "separate" in kinds
        shown += list(run.iterfind(TEXT)) if result else []
        for spent in [child for child in run if child.tag in (f"{W}fldChar", f"{W}instrText", f"{W}delInstrText")]:
            drop(spent)
    _say(name, shown)
    for run in runs:
        if run.getparent() is not None and all(child.tag == f"{W}rPr" for child in run):
            drop(run)


def _say(name: str, shown: list[Any]) -> None:
    mark = _SAID.get(name)
    if mark or name in _EMPTIED:
        for number, node in enumerate(shown):
            node.text = f"[[{mark}]]" if mark and number == 0 else ""
