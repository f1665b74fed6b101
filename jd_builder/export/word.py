"""A document as a Word file, in a house style: ours, or an organisation's own."""

from dataclasses import replace
from html import escape

from jd_builder.domain.document import Document, Run, Title
from jd_builder.export.characters import one_line
from jd_builder.export.house_style import shipped
from jd_builder.export.house_styles import marks, notices, pictures
from jd_builder.export.house_styles.contents import CONTENTS
from jd_builder.export.house_styles.prepared import DRAFT, DRAFT_PROPERTIES, Prepared, prepared, rels, written
from jd_builder.export.house_styles.reading import Copy
from jd_builder.export.registry import Options
from jd_builder.export.word_body import body_xml
from jd_builder.export.word_filling import Filling
from jd_builder.export.word_properties import core_properties
from jd_builder.export.working_copy import PROPERTIES, Marks

_LONGEST_IN_HEADER = 90  # one line of a page
_LONGEST_DESCRIPTION = 250
_NOTICE = "Working copy: the draft is inside. Do not publish it."


def render(document: Document, options: Options) -> bytes:
    """The .docx: the house style's headers, footers, margins and styles around our blocks.

    With ``options.draft`` it is a working copy, which holds the draft and says so on its first page.
    """
    style = prepared(shipped() if options.house_style is None else options.house_style, _copy(document, options))
    shown = _untitled(document) if style.titled else document
    said = Marks(options.draft) if options.draft else None
    filling = Filling(style, said.named if said else options.named)
    body = body_xml(shown, filling.target)
    values, gaps = _values(document, options), _gaps(document, options)
    entries = {
        style.name: _document(style, values, gaps, body, filling),
        rels(style.name): filling.links,
        style.numbering_name: filling.numbering,
        "docProps/core.xml": core_properties(document, options.when),
        **{name: _part(xml, values, gaps, style, document, options) for name, xml in style.filled.items()},
    }
    if said:
        for each in style.around:
            said.around(each.bookmark, (Run(values.get(each.name, ""), ref=_ref(each.name, document)),), each.within)
        entries |= {DRAFT: said.part(shown), DRAFT_PROPERTIES: PROPERTIES}
    return written(style, entries)


def _ref(name: str, document: Document) -> str | None:
    """The answer behind a mark; none where it says something else, or less."""
    whole = {
        "JOB TITLE": ("post.title", document.title),
        "ORGANISATION": ("organisation.name", document.organisation),
        "REFERENCE": ("post.reference", document.reference),
    }
    ref, said = whole.get(name, ("", ""))
    return ref if said and one_line(said, _LONGEST_IN_HEADER) == " ".join(said.split()) else None


def _copy(document: Document, options: Options) -> Copy:
    return "working" if options.draft else "noticed" if document.draft else "clean"


def _untitled(document: Document) -> Document:
    return replace(document, blocks=tuple(block for block in document.blocks if not isinstance(block, Title)))


def _values(document: Document, options: Options) -> dict[str, str]:
    when = options.when
    values = {
        "ORGANISATION": document.organisation or document.title,
        "JOB TITLE": document.title,
        "REFERENCE": document.reference,
        "DATE": f"{when.day} {when:%B %Y}",
        "DRAFT": "DRAFT" if document.draft else "",
    }
    lines = {name: one_line(value, _LONGEST_IN_HEADER) for name, value in values.items()}
    return {**lines, pictures.LOGO: one_line(options.logo or f"Logo of {values['ORGANISATION']}", _LONGEST_DESCRIPTION)}


def _gaps(document: Document, options: Options) -> dict[str, str]:
    """What shows that it is still to be filled in, to those who can: in a copy to publish nothing does.

    A style of theirs that prints a reference asks for one; ours can do without.
    """
    shows = document.open_reference and options.house_style and (document.draft or options.draft)
    return {"REFERENCE": document.open_reference} if shows else {}


def _document(style: Prepared, values: dict[str, str], gaps: dict[str, str], body: str, filling: Filling) -> str:
    before, after = (_filled(half, values, gaps, style) for half in style.document)
    if style.has_contents:
        before, after = (half.replace(f"<?{CONTENTS} ?>", filling.contents) for half in (before, after))
    return before + body + after


def _filled(xml: str, values: dict[str, str], gaps: dict[str, str], style: Prepared) -> str:
    return marks.filled(marks.with_gaps(xml, gaps, style.styles["gap"]) if gaps else xml, values | gaps)


def _part(
    xml: str, values: dict[str, str], gaps: dict[str, str], style: Prepared, document: Document, options: Options
) -> str:
    """A header, a footer or the notes, with the notice where there is room for one."""
    said = [_NOTICE] if options.draft else []
    if document.draft and "DRAFT" not in style.marks:
        said.append("DRAFT")
    lines = "".join(notices.line(escape(each), style.header) for each in said)
    return _filled(xml, values, gaps, style).replace(notices.MADE, lines)
