"""A part of a house style as its last reader saw it: changes accepted, and nothing in it that does not print.

What an organisation uploads was edited by many hands. None of their remarks, older wordings and hidden
lines may go out with an advert.
"""

from typing import Any

from lxml import etree

from jd_builder.export.house_styles.marks import MARK
from jd_builder.export.word_names import OFF, PARAGRAPH, PPR, RPR, RUN, TABLE, VAL, W

_GONE = (
    "del", "moveFrom", "commentRangeStart", "commentRangeEnd", "annotationRef", "proofErr", "permStart", "permEnd",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
    "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
    "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rPrChange", "pPrChange",
    "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "numberingChange",
    "lastRenderedPageBreak", "cellIns", "cellMerge", "altChunk", "control", "object",
)  # fmt: skip
_OPENED = ("ins", "moveTo", "smartTag", "customXml")
_TITLES = {"title": "JOB TITLE", "creator": "ORGANISATION", "Company": "ORGANISATION", "PublishDate": "DATE"}
COVER = "cover"  # an attribute that marks what stood on a cover page


def clean(root: Any) -> None:
    """Clean a body, a header, a footer or the notes, in place."""
    _drop_rows_and_paragraph_marks(root)
    for name in _GONE:
        for element in list(root.iter(f"{W}{name}")):
            drop(element)
    for element in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        drop(element)
    for run in [run for run in root.iter(RUN) if _is_unseen(run)]:
        drop(run)
    for name in _OPENED:
        for element in list(root.iter(f"{W}{name}")):
            unwrap(element)
    for control in list(root.iter(f"{W}sdt")):
        _open(control)


def drop(element: Any) -> None:
    """Take an element out, but not the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: Any) -> None:
    """Put what an element holds into its place."""
    if element.getparent() is None:
        return
    for child in list(element):
        if child.tag not in (f"{W}smartTagPr", f"{W}customXmlPr"):
            element.addprevious(child)
    drop(element)


def text_of(element: Any) -> str:
    """What a paragraph says by itself, without the text boxes that hang on it."""
    return "".join(node.text or "" for node in element.iter(f"{W}t") if _holder(node) is element)


def _holder(node: Any) -> Any:
    return next(node.iterancestors(PARAGRAPH), None)


def _drop_rows_and_paragraph_marks(root: Any) -> None:
    """Rows that were deleted go whole; a paragraph whose end was deleted runs on in the next."""
    for row in [mark.getparent().getparent() for mark in root.iter(f"{W}del") if _in(mark, f"{W}trPr")]:
        drop(row)
    for cell in [mark.getparent().getparent() for mark in root.iter(f"{W}cellDel")]:
        drop(cell)
    for table in [table for table in root.iter(TABLE) if table.find(f"{W}tr") is None]:
        drop(table)
    ended = [mark.getparent().getparent().getparent() for mark in root.iter(f"{W}del") if _in(mark, RPR)]
    for paragraph in reversed(ended):  # from the last, so that each is moved once
        _run_on(paragraph)


def _in(mark: Any, tag: str) -> bool:
    parent = mark.getparent()
    return parent is not None and parent.tag == tag and (tag != RPR or _in(parent, PPR))


def _run_on(paragraph: Any) -> None:
    following = paragraph.getnext() if paragraph is not None else None
    if paragraph is None or following is None or following.tag != PARAGRAPH or paragraph.find(f"{PPR}/{W}sectPr"):
        return
    properties = following.find(PPR)
    for child in reversed([child for child in paragraph if child.tag != PPR]):
        if properties is None:
            following.insert(0, child)
        else:
            properties.addnext(child)
    drop(paragraph)


def _is_unseen(run: Any) -> bool:
    """Hidden text, and the signs of comments."""
    hidden = run.find(f"{RPR}/{W}vanish")
    return (hidden is not None and hidden.get(VAL, "1") not in OFF) or run.find(f"{W}commentReference") is not None


def _open(control: Any) -> None:
    """A content control gives way to what it shows.

    One that Word would fill again from the file's properties gets the mark for the same; a prompt
    ("Click here to enter text") is no text.
    """
    properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
    if content is None:
        drop(control)
        return
    if properties is not None:
        _say(properties, content)
    for block in list(content):
        if control.get(COVER):
            block.set(COVER, "1")
        control.addprevious(block)
    drop(control)


def _say(properties: Any, content: Any) -> None:
    gallery = properties.find(f".//{W}docPartGallery")
    if gallery is not None and gallery.get(VAL) == "Cover Pages":
        for block in content:
            block.set(COVER, "1")
    binding = properties.find(f"{W}dataBinding")
    path = binding.get(f"{W}xpath", "") if binding is not None else ""
    mark = next((mark for name, mark in _TITLES.items() if f":{name}[" in path), None)
    prompts = properties.find(f"{W}showingPlcHdr") is not None
    texts = list(content.iter(f"{W}t"))
    if not (mark or prompts) or MARK.search("".join(node.text or "" for node in texts)):
        return
    for number, node in enumerate(texts):
        node.text = f"[[{mark}]]" if mark and number == 0 else ""
