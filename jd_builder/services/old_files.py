"""Starting from last year's file: a Word file or typed text, read as an old job description."""

from jd_builder.domain.errors import UserError
from jd_builder.domain.findings import Barrier
from jd_builder.drafts.old.parts import OldDescription
from jd_builder.drafts.old.recognise import recognise
from jd_builder.text.outline import Outline
from jd_builder.text.typed_outline import outline_of_text

LARGEST_TEXT = 2_000_000  # bytes
MOST_LINES = 20_000
_NAMED_WORD = (".docx", ".dotx", ".doc", ".dot")
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "Open it in the program it was made with, save it as a Word document (.docx) and choose that."
_ONE_JOB = "Choose the file of one job."
_KINDS = {
    b"%PDF": (
        "a PDF",
        "Open it in Word, which turns it into text, save that as .docx and choose it; or paste the text.",
    ),
    b"{\\rtf": ("a rich text file (.rtf)", _SAVE),
    b"\x89PNG": ("a picture", "Type or paste its text instead."),
    b"\xff\xd8\xff": ("a picture", "Type or paste its text instead."),
    b"GIF8": ("a picture", "Type or paste its text instead."),
    b"II*\0": ("a picture", "Type or paste its text instead."),
    b"MM\0*": ("a picture", "Type or paste its text instead."),
}
_OTHER_ARCHIVES = {
    b"mimetypeapplication/vnd.oasis.opendocument": "an OpenDocument file (.odt)",
    b"Index/Document.iwa": "a Pages file (.pages)",
    b"index.xml": "a Pages file (.pages)",
}


def read_old(content: bytes, name: str) -> OldDescription:
    """What a file or pasted text says. What it is is told by its content; what only its name calls a Word file is none.

    A file that cannot be read is a UserError that says what to do instead.
    """
    return recognise(outline(content, name))


def outline(content: bytes, name: str, any_size: bool = False) -> Outline:
    """The headings, paragraphs, items and tables of a file; ``any_size`` takes a text that is no single job."""
    for start, (kind, fix) in _KINDS.items():
        if content.startswith(start):
            raise UserError(f"This is {kind}, not a Word file or a text.", name, fix)
    if content.startswith((_ZIP, _OLE)) or name.casefold().endswith(_NAMED_WORD):
        return _word(content, name)
    return _typed(content, name, any_size)


def barriers(content: bytes, name: str) -> tuple[Barrier, ...]:
    """What in the making of a Word file keeps some people out; nothing of a text."""
    from jd_builder.export.word_access import barriers
    from jd_builder.export.word_safety import checked

    return barriers(checked(content, name), name) if content.startswith(_ZIP) else ()


def _word(content: bytes, name: str) -> Outline:
    from jd_builder.export.word_outline import outline_of_word
    from jd_builder.export.word_safety import checked

    for mark, kind in _OTHER_ARCHIVES.items():
        if content.startswith(_ZIP) and mark in content[:4096] and b"[Content_Types].xml" not in content:
            raise UserError(f"This is {kind}.", name, _SAVE)
    return _not_empty(outline_of_word(checked(content, name), name), name)


def _typed(content: bytes, name: str, any_size: bool) -> Outline:
    if len(content) > LARGEST_TEXT and not any_size:
        said = f"This text is larger than {LARGEST_TEXT // 10**6} MB, which no job description is."
        raise UserError(said, name, _ONE_JOB)
    text = _decoded(content, name)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES and not any_size:
        raise UserError(f"This text has more than {MOST_LINES:,} lines, which no job description has.", name, _ONE_JOB)
    return _not_empty(outline_of_text(text), name)


def _decoded(content: bytes, name: str) -> str:
    """UTF-8 first, as other encodings are hardly ever valid in it; then what Windows writes."""
    if content.startswith(_UTF_16):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise UserError("This is not a text.", name, _SAVE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _not_empty(found: Outline, name: str) -> Outline:
    if not found.pieces:
        raise UserError("There is no text in this file.", name, "If it is a scan, type or paste its text instead.")
    return found
