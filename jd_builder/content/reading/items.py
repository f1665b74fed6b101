"""A list of a page: the items under a lead-in, as far as they certainly belong to it."""

from collections.abc import Sequence

from jd_builder.content.reading.anchors import GRADE
from jd_builder.content.reading.folding import NEVER_LAST
from jd_builder.content.reading.lines import Doubts, Line, shortened


def take_items(lines: Sequence[Line], at: int, doubts: Doubts) -> tuple[tuple[str, ...], int]:
    """The items under the lead-in at this place, and the place after them.

    Items after a gap in a list without gaps have lost their own lead-in: they are not taken.
    """
    lead_in, end = lines[at], _end_of_list(lines, at + 1)
    found = lines[at + 1 : end]
    glued = lead_in.anchor.rest if lead_in.anchor else ""
    if glued:
        doubts.add(
            lead_in, f"'{shortened(lead_in.text)}' has its first item in the same line; it was read as one item."
        )
    if not found and not glued:
        doubts.add(lead_in, f"Nothing stands under '{shortened(lead_in.text)}'.")
    if not all(line.sure for line in found if line.kind == "bare"):
        doubts.add(lead_in, f"The items under '{shortened(lead_in.text)}' have no bullets and cannot be told apart.")
        return (), end
    _doubt_bare(found, doubts)
    _doubt_odd(found, doubts)
    return (*([glued] if glued else []), *(line.text for line in found if line.sure)), end


def orphans(lines: Sequence[Line], at: int, doubts: Doubts) -> int:
    """Say that the items at this place have no lead-in, and give the place after them."""
    end = at
    while end < len(lines) and lines[end].is_item:
        end += 1
    what = "this item is" if end == at + 1 else f"this item and {end - at - 1} more are"
    doubts.add(lines[at], f"The line before '{shortened(lines[at].text)}' is missing; {what} left out.")
    return end


def _end_of_list(lines: Sequence[Line], start: int) -> int:
    end, has_grades = start, lines[start - 1].meaning == "grades"
    while end < len(lines) and lines[end].is_item:
        if end > start + 1 and lines[end].gap and not lines[end - 1].gap:
            break
        if lines[end].opens and end > start:
            break
        if bool(GRADE.match(lines[end].text)) != has_grades and (end > start or not has_grades):
            break
        if end == start + 1 and lines[end].gap and _is_tight(lines, end + 1):
            break
        end += 1
    return end


def _is_tight(lines: Sequence[Line], at: int) -> bool:
    """Whether the list goes on without a gap, so that a gap before this place parted two lists."""
    return at < len(lines) and lines[at].is_item and not lines[at].gap


def _doubt_bare(found: Sequence[Line], doubts: Doubts) -> None:
    bare = [line for line in found if line.kind == "bare"]
    if bare and len(bare) == len(found):
        doubts.add(bare[0], f"The list from '{shortened(bare[0].text)}' has no bullets; each line was read as an item.")
    else:
        for line in bare:
            doubts.add(line, f"'{shortened(line.text)}' has no bullet; it was read as an item.")


def _doubt_odd(found: Sequence[Line], doubts: Doubts) -> None:
    """Say which items stand twice, and which end in mid-sentence: those are not taken."""
    seen: set[str] = set()
    for line in found:
        if line.text in seen:
            doubts.add(line, f"'{shortened(line.text)}' stands twice in its list.")
        seen.add(line.text)
        if line.text.split()[-1].lower() in NEVER_LAST:
            line.sure = False
            doubts.add(line, f"'{shortened(line.text)}' ends in mid-sentence; it is left out, as its end is missing.")
