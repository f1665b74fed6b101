"""Every document reads as English, whichever answers are given and however awkward they are to say."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from jd_builder.assembly.blocks import LICENCE
from jd_builder.assembly.layouts import load_layouts
from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
    plain,
)
from tests.assembly.prose import OWN, PROSE, ROLES, Made, documents
from tests.assembly.reading import is_room, lines
from tests.samples import LAYOUTS

ALL = tuple(path.stem for path in LAYOUTS)

NEVER = {
    "two full stops": r"\.\.",
    "a space before a mark": r" [,.;:!?]",
    "two spaces": r"  ",
    "a mark after a mark": r"[,;:] ?[,;:.]|[(] | [)]",
    "a value that is none": r"\bNone\b|\bNothing\b|\bundefined\b",
    "a period with a capital": r"\bA (?:year|day)\b|\bAn hour\b",
    "a word twice": r"\b(?!that\b)([a-z]+) \1\b",
    "'a' before a vowel": r"\ba (?:IT|NHS|I\.T|8|executive|enhanced|operations|our)\b",
    "'an' before a consonant": r"\ban (?:uni|head|chief|vice|basic|standard)",
    "one of many": r"(?<![\d.,])1 (?:people|months|hours|days|direct reports|posts)\b",
    "many of one": r"\b(?!1\b)(?:\d|\d[\d.,]*\d) (?:person|month|hour|day|direct report)\b",
    "none of something": r"(?<![\d.,])0 (?:people|months|hours|days|direct reports|posts)\b|£0\b",
    "a range from a figure to itself": r"([£\w]*[\d,.]+\d) to \1\b",
    "a leftover mark": r"[\ufdd0-\ufdef]|[{}]|\|",
    "a dash of ours": r" [–—-] ",
    "a value that says nothing": r"(?i)\bnot (?:specified|applicable|known)\b|\bcompetitive\b",
}


def of_every_draft(*layouts: str) -> Callable[[Callable[[Made], None]], Callable[[str], None]]:
    """Makes of a test of one document a test of all that each of these layouts makes of awkward drafts."""

    def of_all(test: Callable[[Made], None]) -> Callable[[str], None]:
        def checked(layout: str) -> None:
            for made in documents(layout):
                test(made)

        checked.__name__, checked.__doc__ = test.__name__, test.__doc__
        return pytest.mark.parametrize("layout", layouts)(checked)

    return of_all


@of_every_draft(*ALL)
def test_no_line_holds_what_no_editor_would_pass(made: Made) -> None:
    said = lines(made.document)
    found = [(fault, line) for line in said for fault, pattern in NEVER.items() if re.search(pattern, line)]
    assert found == []


@of_every_draft(*ALL)
def test_every_sentence_of_the_layout_begins_with_a_capital(made: Made) -> None:
    assert [each for each in openings(made.document) if each[0].islower()] == []


@of_every_draft(*ALL)
def test_neighbouring_sentences_of_the_layout_begin_differently(made: Made) -> None:
    for block in made.document.blocks:
        if isinstance(block, Paragraph) and is_ours(block.text):
            beginnings = [" ".join(each.split()[:2]) for each in sentences(plain(block.text))]
            assert [one for one, other in pairwise(beginnings) if one == other] == [], plain(block.text)


@of_every_draft(*ALL)
def test_every_paragraph_of_the_layout_ends_as_one_does(made: Made) -> None:
    ours = [block for block in made.document.blocks if isinstance(block, Paragraph) and is_ours(block.text)]
    body = [plain(block.text) for block in ours if block.style == "body"]
    assert [said for said in body if said[-1] not in ".:!?…"] == []


@of_every_draft(*ALL)
def test_no_heading_stands_without_something_under_it(made: Made) -> None:
    blocks: list[Block | None] = [*made.document.blocks, None]
    assert [plain(one.text) for one, other in pairwise(blocks) if isinstance(one, Heading) and is_end(one, other)] == []


@of_every_draft(*ALL)
def test_a_paragraph_that_leads_into_a_list_is_followed_by_one(made: Made) -> None:
    blocks: list[Block | None] = [*made.document.blocks, None]
    led = [(one, other) for one, other in pairwise(blocks) if isinstance(one, Paragraph) and is_ours(one.text)]
    lost = [plain(one.text) for one, other in led if plain(one.text).endswith(":") and not isinstance(other, Bullets)]
    assert lost == []


@of_every_draft(*ALL)
def test_no_row_lacks_its_label_or_value_and_no_item_is_empty(made: Made) -> None:
    for block in made.document.blocks:
        if isinstance(block, Facts | Table):
            said = [cell for row in block.rows for cell in row if not is_room(cell)]
            assert all(plain(cell).strip() for cell in said), plain(block.rows[0][0])
        if isinstance(block, Bullets):
            assert all(plain(item).strip() for item in block.items)


@of_every_draft(*ALL)
def test_the_words_of_the_user_arrive_as_they_were_typed(made: Made) -> None:
    """Prose keeps every letter; a statement may begin with a capital where it stands in a list."""
    takes_duties = load_layouts()[made.document.layout].takes.duties.most
    own = {f"own.{n}": each.text for n, each in enumerate(made.draft.own, start=1) if takes_duties}
    printed = [run for _, text in made.document.texts() for run in text]
    assert {run.ref for run in printed if run.origin == "own"} == own.keys()
    assert all(run.text[1:] == own[run.ref or ""][1:] for run in printed if run.origin == "own")
    typed = {part for text in PROSE for part in text.split("\n\n")}
    prose = [run.text for run in printed if is_prose(run)]
    assert [text for text in prose if text not in typed] == []


@of_every_draft(*ALL)
def test_duties_do_not_all_begin_with_the_same_word(made: Made) -> None:
    for block in made.document.blocks:
        if isinstance(block, Bullets) and len(block.items) > 2 and block.items[0][0].ref in ROLES[made.role].by_id:
            assert len({plain(item).split()[0].casefold() for item in block.items}) > 1


@of_every_draft(*ALL)
def test_the_licence_is_last_whenever_the_framework_is_used(made: Made) -> None:
    uses_it = any(run.origin == "framework" for _, text in made.document.texts() for run in text)
    last = made.document.blocks[-1]
    assert (isinstance(last, Paragraph) and last.style == "small" and plain(last.text).startswith(LICENCE)) == uses_it
    assert sum(LICENCE in line for line in lines(made.document)) == uses_it


@of_every_draft(*ALL)
def test_a_gap_stands_alone_or_where_its_value_would(made: Made) -> None:
    for _, text in made.document.texts():
        for before, run in pairwise((Run(text=""), *text)):
            if run.gap:
                assert re.fullmatch(r"\[.+: to fill in\]", run.text)
                assert not before.text or before.text.endswith((" ", "(")), plain(text)


@of_every_draft("university-nhs", "internal-profile")
def test_a_description_speaks_of_the_postholder(made: Made) -> None:
    assert [each for each in own_words(made.document) if re.search(r"\b[Yy]ou(?:r|rs)?\b", each)] == []


@of_every_draft("private-advert", "civil-service-pack")
def test_an_advert_and_a_pack_speak_to_the_reader(made: Made) -> None:
    assert [each for each in own_words(made.document) if "postholder" in each.casefold()] == []


@of_every_draft("civil-service-pack")
def test_a_welcome_is_printed_only_in_the_words_of_the_person_who_gives_it(made: Made) -> None:
    welcome = made.draft.read_post().value.welcome
    assert ("Welcome" in lines(made.document)) == (welcome is not None)


@of_every_draft("university-nhs", "internal-profile")
def test_a_description_that_outlives_the_vacancy_has_none_of_its_dates(made: Made) -> None:
    dates = {"post.opening", "post.closing.day", "post.closing.at", "post.sift", "post.start"}
    refs = {run.ref or "" for _, text in made.document.texts() for run in text}
    assert not {ref for ref in refs if ref in dates or ref.startswith("post.interviews")}


@of_every_draft("internal-profile")
def test_an_internal_profile_never_names_pay(made: Made) -> None:
    refs = [run.ref or "" for _, text in made.document.texts() for run in text]
    assert [ref for ref in refs if ref.startswith("post.pay")] == []


def test_statements_of_the_users_own_are_awkward_enough() -> None:
    assert {text[0].isupper() for text in OWN} == {True, False}


# How the tests read a document


def is_end(heading: Heading, following: Block | None) -> bool:
    if following is None or isinstance(following, PageBreak):
        return True
    if isinstance(following, Heading):
        return following.level <= heading.level
    return isinstance(following, Paragraph) and following.style == "small"


def is_ours(text: Text) -> bool:
    """Whether the layout begins a paragraph, and so writes its sentences."""
    return text[0].origin == "layout"


def is_prose(run: Run) -> bool:
    answer = (run.ref or "").removeprefix("organisation.").removeprefix("post.")
    return not run.gap and answer in ("about", "equality", "adjustments", "team", "purpose", "development")


def own_words(document: Document) -> Iterator[str]:
    """What the layouts themselves say, without the words they put in."""
    return (run.text for _, text in document.texts() for run in text if run.origin == "layout")


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z£\[\d])", text)


def openings(document: Document) -> Iterator[str]:
    """The letters with which sentences of ours begin, each with some of what follows."""
    for block in document.blocks:
        if isinstance(block, Paragraph) and is_ours(block.text) and LICENCE not in plain(block.text):
            said = plain(block.text)
            yield said
            yield from (said[match.end() :] for match in re.finditer(r"(?<!Ltd)(?<!I\.T)[.!?] (?=\S)", said))
        if isinstance(block, Facts):
            yield from (plain(cell) for row in block.rows for cell in row if cell[0].origin == "layout")
        if isinstance(block, Heading) and is_ours(block.text):
            yield plain(block.text)
