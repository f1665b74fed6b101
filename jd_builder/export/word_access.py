"""What in a Word file stands in the way of people who listen to it, enlarge it or move through it by headings.

Where each is asked for: W3C, WCAG 2.2 and its use for documents that are no web pages (WCAG2ICT).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from jd_builder.domain.findings import Barrier
from jd_builder.export.colours import LEAST, LEAST_LARGE, contrast
from jd_builder.export.word_kinds import Kinds
from jd_builder.export.word_names import BOX, OFF, PARAGRAPH, PPR, RPR, RUN, SECTION, TABLE, TEXT, VAL, WP, A, W
from jd_builder.text.clean import clean_text

if TYPE_CHECKING:
    from jd_builder.export.house_styles.sheet import Look, Sheet

_ROW, _CELL = f"{W}tr", f"{W}tc"
_TYPED = re.compile(r"\s*(?:[•·▪◦●○■–*-]\s|o\s{2,}|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_LONG = 20  # paragraphs, from which a text needs headings
_LONGEST_HEADING = 80  # characters
_SHADE = f"{W}shd"
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points


def barriers(content: bytes, name: str) -> tuple[Barrier, ...]:
    """The barriers in a file that ``checked`` has passed, each kind once, with its number and the first place.

    A damaged file is a UserError.
    """
    from jd_builder.export.house_styles.sheet import Sheet
    from jd_builder.export.word_outline import in_words, opened_word

    with in_words(name):
        part, kinds = opened_word(content, name)
        theme = next((each.target_part for each in part.rels.values() if each.reltype.endswith("/theme")), None)
        sheet = Sheet(part.styles.element, _parsed(theme.blob) if theme is not None else None)
        body = part.element.body
        found = (
            *_headings(body, kinds),
            *_empty(body),
            *_typed_lists(body, kinds),
            *_tables(body),
            *_pictures(part),
            *_colours(body, sheet),
            *_properties(part, sheet),
        )
        return tuple(found)


def _headings(body: Any, kinds: Kinds) -> Iterator[Barrier]:
    """Levels that leave one out, lines in bold that only look like headings, and a long text without any."""
    before, skipped, false, number, texts = 0, [], [], 0, 0
    for paragraph in body.iter(PARAGRAPH):
        text, level = _text(paragraph), kinds.heading_level(paragraph)
        texts += bool(text)
        if not text:
            continue
        if level:
            number += 1
            skipped += [text] if level > before + 1 else []
            before = level
        elif level is None and _looks_like_heading(paragraph, text, kinds):
            false.append(text)
    if skipped:
        yield Barrier(kind="heading-order", text=skipped[0], number=len(skipped))
    if false:
        yield Barrier(kind="false-heading", text=false[0], number=len(false))
    if not number and texts > _LONG:
        yield Barrier(kind="no-headings", number=texts)


def _looks_like_heading(paragraph: Any, text: str, kinds: Kinds) -> bool:
    """A short line by itself, all of it in bold, that is no label in a table."""
    if len(text) > _LONGEST_HEADING or text.endswith((".", ":", ";", ",")) or _inside(paragraph, TABLE):
        return False
    runs = [run for run in _own_runs(paragraph) if _text(run)]
    following = paragraph.getnext()
    stands_alone = following is not None and following.tag in (PARAGRAPH, TABLE)
    bold = kinds.is_bold(paragraph)
    return stands_alone and bool(runs) and all(kinds.is_bold(run, bold) for run in runs)


def _empty(body: Any) -> Iterator[Barrier]:
    """Paragraphs used as space. One beside a table or at the end of a section has to be there."""
    number = sum(1 for paragraph in body.iter(PARAGRAPH) if not _shows(paragraph) and not _has_to_be_there(paragraph))
    if number:
        yield Barrier(kind="empty-paragraphs", number=number)


def _shows(paragraph: Any) -> bool:
    drawn = ("drawing", "pict", "object", "br", "fldChar", "bookmarkStart", "sym", "tab")
    return bool(_text(paragraph)) or any(paragraph.find(f".//{W}{name}") is not None for name in drawn)


def _has_to_be_there(paragraph: Any) -> bool:
    if paragraph.find(f"{PPR}/{SECTION}") is not None or paragraph.getparent().tag != f"{W}body":
        return True
    before, after = paragraph.getprevious(), paragraph.getnext()
    beside_table = before is not None and before.tag == TABLE
    return (before is None and after is None) or (beside_table and (after is None or after.tag != PARAGRAPH))


def _typed_lists(body: Any, kinds: Kinds) -> Iterator[Barrier]:
    """Items whose bullet or number was typed: no program knows that they are a list."""
    texts = [_text(paragraph) for paragraph in body.iter(PARAGRAPH) if kinds.list_depth(paragraph) is None]
    typed = [one for one, other in pairwise(texts) if _TYPED.match(one) and _TYPED.match(other)]
    if typed:
        yield Barrier(kind="typed-list", text=typed[0], number=len(typed))


def _tables(body: Any) -> Iterator[Barrier]:
    """Tables of several rows and columns in which neither the first row nor the first column is marked."""
    unmarked = [table for table in body.iter(TABLE) if _is_grid(table) and not _has_headers(table)]
    if unmarked:
        yield Barrier(kind="no-header-row", text=_text(unmarked[0])[:80], number=len(unmarked))


def _is_grid(table: Any) -> bool:
    rows = table.findall(_ROW)
    return len(rows) > 1 and all(len(row.findall(_CELL)) > 1 for row in rows)


def _has_headers(table: Any) -> bool:
    if table.find(f"{_ROW}/{W}trPr/{W}tblHeader") is not None:
        return True
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    first_column = look.get(f"{W}firstColumn") in ("1", "true")
    return first_column and look.get(f"{W}firstRow") in ("0", "false") and len(table.find(_ROW).findall(_CELL)) == 2


def _pictures(part: Any) -> Iterator[Barrier]:
    """Pictures without words for those who cannot see them, headers and footers included."""
    roots = [part.element.body]
    for link in part.rels.values():
        if link.reltype.rpartition("/")[2] in ("header", "footer") and not link.is_external:
            roots.append(_parsed(link.target_part.blob))
    drawn = (each for root in roots for each in root.iter(f"{WP}inline", f"{WP}anchor"))
    silent = [each for each in drawn if each.find(f".//{A}blip") is not None and not _is_described(each)]
    if silent:
        yield Barrier(kind="no-alt-text", number=len(silent))


def _is_described(drawn: Any) -> bool:
    properties = drawn.find(f"{WP}docPr")
    if properties is None or properties.get("descr", "").strip():
        return properties is not None
    return any(each.tag.endswith("}decorative") and each.get("val") in ("1", "true") for each in properties.iter())


def _colours(body: Any, sheet: "Sheet") -> Iterator[Barrier]:
    """Text outside tables, text boxes and shaded places that is too pale for white paper."""
    pale: list[tuple[float, str, str]] = []
    for paragraph in body.iter(PARAGRAPH):
        named = paragraph.find(f"{PPR}/{W}pStyle")
        style = named.get(VAL, "") if named is not None else sheet.default
        if (
            _inside(paragraph, TABLE, BOX)
            or _is_shaded(paragraph, PPR)
            or sheet.property(style, PPR, _SHADE) is not None
        ):
            continue
        look = sheet.look(style)
        for run in _own_runs(paragraph):
            own = run.find(f"{RPR}/{W}color")
            colour = sheet.colour(own) if own is not None else look.colour
            if _text(run) and not _is_shaded(run, RPR) and contrast(colour) < _least(run, look):
                pale.append((contrast(colour), colour, _text(run)))
    if pale:
        ratio, colour, text = min(pale)
        yield Barrier(kind="contrast", text=text, number=len(pale), detail=f"#{colour}, {ratio:.1f} to 1")


def _is_shaded(element: Any, properties: str) -> bool:
    return any(element.find(f"{properties}/{name}") is not None for name in (_SHADE, f"{W}highlight"))


def _least(run: Any, look: "Look") -> float:
    """The contrast that a run needs: large text needs less."""
    size, bold = run.find(f"{RPR}/{W}sz"), run.find(f"{RPR}/{W}b")
    written = size.get(VAL, "") if size is not None else ""
    points = int(written) / 2 if written.isdecimal() else look.size
    is_bold = look.bold if bold is None else bold.get(VAL, "1") not in OFF
    return LEAST_LARGE if points >= (_LARGE_BOLD if is_bold else _LARGE) else LEAST


def _own_runs(paragraph: Any) -> Iterator[Any]:
    """Those of a paragraph itself, not of the text boxes that hang on it."""
    return (run for run in paragraph.iter(RUN) if next(run.iterancestors(PARAGRAPH)) is paragraph)


def _properties(part: Any, sheet: "Sheet") -> Iterator[Barrier]:
    language = sheet.property(sheet.default, RPR, f"{W}lang")
    if language is None or not language.get(VAL):
        yield Barrier(kind="no-language")
    if not (part.package.core_properties.title or "").strip():
        yield Barrier(kind="no-title")


def _inside(element: Any, *tags: str) -> bool:
    return next(element.iterancestors(*tags), None) is not None


def _text(element: Any) -> str:
    return " ".join(clean_text("".join(node.text or "" for node in element.iter(TEXT))).split())


def _parsed(content: bytes) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(content)
