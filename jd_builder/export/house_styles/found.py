"""What a house style holds, in sentences for the one who uploaded it, and as figures for a sketch of its page."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jd_builder.domain.document import Run, Table, Text
from jd_builder.export.colours import LEAST, LEAST_LARGE, contrast
from jd_builder.export.house_styles import marks
from jd_builder.export.house_styles.parts import Part
from jd_builder.export.house_styles.prepared import prepared
from jd_builder.export.house_styles.reading import Read, read
from jd_builder.export.house_styles.sheet import Look
from jd_builder.export.word_columns import columns
from jd_builder.export.word_names import SECTION, TEXT, A, R, W
from jd_builder.export.word_safety import checked
from jd_builder.text import english

_CM = 567  # twentieths of a point
_A4, _LETTER, _NEAR = (11906, 16838), (12240, 15840), 100
_LARGE, _SMALLEST = 18, 10  # points
_SHOWN = ("image/png", "image/jpeg", "image/gif")
_LARGEST_LOGO = 300_000  # bytes, in a sketch
_PARTS = {
    "title": "title", "heading1": "headings", "heading2": "subheadings", "lead": "opening paragraph",
    "small": "small print", "cell": "text in tables", "bullet": "bullets", "number": "numbered lists",
    "table": "tables", "facts": "tables of facts",
}  # fmt: skip
_LEFT_OUT = {
    "comments": "comments", "hidden": "hidden text", "changes": "tracked changes (they are accepted)",
    "controls": "content controls (their text stays)",
}  # fmt: skip


def _text_of(words: str) -> Text:
    return (Run(text=words),)


_SPECIFIED = Table(
    header=(_text_of("Area"), _text_of("Criterion"), _text_of("Need"), _text_of("Assessed by")),
    rows=(tuple(map(_text_of, ("Qualifications", "organisation's", "Desirable", "Presentation"))),),
    widths=(0.16, 0.52, 0.14, 0.18),
)


@dataclass(frozen=True)
class Page:
    """Sizes in twentieths of a point; ``logo`` is an address that holds the picture itself, or empty."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: str
    footer: str
    logo: str
    logo_in_header: bool
    has_logo: bool


@dataclass(frozen=True)
class Found:
    """``said`` is what was found, ``doubts`` what someone should look at; looks are by the part that they play."""

    said: tuple[str, ...]
    doubts: tuple[str, ...]
    page: Page
    looks: dict[str, Look]


def found(content: bytes, name: str) -> Found:
    """What a file holds; a UserError says why it cannot be a house style."""
    style = read(checked(content, name), name)
    page = _page(style)
    looks = {role: style.sheet.look(style.roles.styles[role]) for role in ("body", "title", "heading1", "heading2")}
    doubts = (*_paper(page), *_doubts(style, looks), *_narrow(content))
    return Found(tuple(_said(style, page, looks)), doubts, page, looks)


def _said(style: Read, page: Page, looks: dict[str, Look]) -> Iterator[str]:
    turned = "upright" if page.height >= page.width else "landscape"
    yield f"Page: {page.width / _CM:.1f} by {page.height / _CM:.1f} cm, {turned}; text {_text_width(page):.1f} cm wide."
    yield f"Text: {_look(looks['body'])}. Headings: {_look(looks['heading1'])}. Title: {_look(looks['title'])}."
    where = "in the header" if page.logo_in_header else "on the page"
    yield f"Logo: a picture {where}." if page.has_logo else "Logo: none."
    for kind, text in (("Header", page.header), ("Footer", page.footer)):
        yield f"{kind}: {text or 'no text'}."
    place = "The description stands where [[JOB DESCRIPTION]] is"
    yield (
        f"{place}; what is around it stays."
        if style.place.marked
        else ("There is no [[JOB DESCRIPTION]] in it: the description takes the place of its text.")
    )
    known = [f"[[{name}]]" for name in marks.NAMES if name in style.marks]
    if known:
        yield f"Filled in by us: {english.listed(known)}."
    if style.has_contents:
        yield "A table of contents lists our headings. In Word, choose Update Table to add page numbers."
    if style.roles.made:
        made = english.listed([_PARTS[role] for role in style.roles.made])
        yield f"It has no style of its own for {made}: we made them in its fonts and colours."
    if gone := [words for kind, words in _LEFT_OUT.items() if kind in style.had]:
        yield f"Left out of documents: {english.listed(gone)}."


def _paper(page: Page) -> Iterator[str]:
    """That a page is none that printers here hold, as a template made in America has it."""
    shorter, longer = sorted((page.width, page.height))
    if not _is_near((shorter, longer), _A4):
        named = "US Letter" if _is_near((shorter, longer), _LETTER) else f"{shorter / _CM:.1f} by {longer / _CM:.1f} cm"
        yield f"The page is {named}. Paper in the UK is A4: in Word, choose Layout, Size, A4."


def _is_near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return all(abs(mine - theirs) <= _NEAR for mine, theirs in zip(one, other, strict=True))


def _doubts(style: Read, looks: dict[str, Look]) -> Iterator[str]:
    if marks.PLACE in style.marks:
        yield "[[JOB DESCRIPTION]] stands in a header or footer too, where it prints nothing."
    for name in sorted(style.marks - {*marks.NAMES, marks.PLACE}):
        yield f"[[{name}]] is no mark that we know. It is printed as it stands."
    if style.place.boxed:
        yield "[[JOB DESCRIPTION]] is in a text box, which cannot run over pages: the description follows the box."
    elif style.place.among_text:
        yield "[[JOB DESCRIPTION]] stands among other words: the description follows that paragraph."
    for role, look in looks.items():
        least = LEAST_LARGE if look.size >= _LARGE else LEAST
        if (ratio := contrast(look.colour)) < least:
            part = "text" if role == "body" else _PARTS[role]
            measured = f"#{look.colour} on white, a contrast of {ratio:.1f} to 1"
            yield f"Colour of the {part}: {measured}. At {least:g} to 1 more people can read it."
    if looks["body"].size < _SMALLEST:
        yield f"The text is {looks['body'].size:g} points. Many people need 12."


def _narrow(content: bytes) -> Iterator[str]:
    """That there is too little room for the words of a person specification beside each other."""
    style = prepared(content, "clean")
    measure = style.measures["table"]
    specified = columns(_SPECIFIED, style.width, measure)
    page = f"The page is narrow: {style.width / _CM:.1f} cm for text of {measure.size:g} points"
    if specified.stacked:
        yield f"{page}. Columns of tables stand one below the other, and long words may be broken."
    elif specified.size:
        yield f"{page}. Large tables are printed smaller, at about {specified.size:g} points."


def _look(look: Look) -> str:
    bold = ", bold" if look.bold else ""
    colour = "" if look.colour == "000000" else f", colour #{look.colour}"
    return f"{look.font} {look.size:g} points{bold}{colour}"


def _text_width(page: Page) -> float:
    return (page.width - page.left - page.right) / _CM


def _page(style: Read) -> Page:
    section = style.place.section if style.place.section is not None else style.body.find(SECTION)

    def number(path: str, name: str, otherwise: int) -> int:
        element = section.find(f"{W}{path}") if section is not None else None
        written = element.get(f"{W}{name}", "") if element is not None else ""
        return int(written) if written.isdecimal() else otherwise

    kinds = {kind: [part for part in style.parts.values() if part.kind == kind] for kind in ("header", "footer")}
    header = next((part for part in kinds["header"] if part.root.find(f".//{A}blip") is not None), None)
    holder = header or (style.main if style.main.root.find(f".//{A}blip") is not None else None)
    top, right, bottom, left = (number("pgMar", side, 1440) for side in ("top", "right", "bottom", "left"))
    return Page(
        width=number("pgSz", "w", 11906), height=number("pgSz", "h", 16838),
        top=top, right=right, bottom=bottom, left=left,
        header=_text(kinds["header"]), footer=_text(kinds["footer"]),
        logo=_logo(holder, style.parts) if holder else "",
        logo_in_header=header is not None, has_logo=holder is not None,
    )  # fmt: skip


def _text(parts: list[Part]) -> str:
    """The longest of the headers or footers, as its author typed it."""
    said = (" ".join(node.text or "" for node in part.root.iter(TEXT)) for part in parts)
    return max((" ".join(marks.as_typed(text).split()) for text in said), key=len, default="")


def _logo(holder: Part, parts: dict[str, Part]) -> str:
    """The first picture as an address with its content, where a browser can show it."""
    blip: Any = holder.root.find(f".//{A}blip")
    link = holder.links.get(blip.get(f"{R}embed", ""))
    picture = parts.get(link.target) if link else None
    if picture is None or picture.type not in _SHOWN or len(picture.content) > _LARGEST_LOGO:
        return ""
    return f"data:{picture.type};base64,{b64encode(picture.content).decode()}"
