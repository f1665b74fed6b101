"""Every document reads as English, whichever answers are given and however awkward they are to say."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jd_builder.assembly.assemble import assemble
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
from jd_builder.domain.draft import Draft
from tests.assembly.prose import DRAFTS, OWN, PROSE, ROLES
from tests.assembly.reading import lines
from tests.samples import LAYOUTS

each_layout = pytest.mark.parametrize("layout", [path.stem for path in LAYOUTS])
any_role = st.sampled_from(sorted(ROLES))
# Not shrunk: a draft has a hundred answers, and the line that is printed says what is wrong with it.
often = settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

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


def made(layout: str, draft: Draft, role: str) -> Document:
    return assemble(draft, ROLES[role], load_layouts().layouts[layout])


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_no_line_holds_what_no_editor_would_pass(layout: str, draft: Draft, role: str) -> None:
    said = lines(made(layout, draft, role))
    found = [(fault, line) for line in said for fault, pattern in NEVER.items() if re.search(pattern, line)]
    assert found == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_every_sentence_of_the_layout_begins_with_a_capital(layout: str, draft: Draft, role: str) -> None:
    assert [each for each in openings(made(layout, draft, role)) if each[0].islower()] == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_neighbouring_sentences_of_the_layout_begin_differently(layout: str, draft: Draft, role: str) -> None:
    document = made(layout, draft, role)
    for block in document.blocks:
        if isinstance(block, Paragraph) and is_ours(block.text):
            beginnings = [" ".join(each.split()[:2]) for each in sentences(plain(block.text))]
            assert [one for one, other in pairwise(beginnings) if one == other] == [], plain(block.text)


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_every_paragraph_of_the_layout_ends_as_one_does(layout: str, draft: Draft, role: str) -> None:
    document = made(layout, draft, role)
    ours = [block for block in document.blocks if isinstance(block, Paragraph) and is_ours(block.text)]
    body = [plain(block.text) for block in ours if block.style == "body"]
    assert [said for said in body if said[-1] not in ".:!?…"] == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_no_heading_stands_without_something_under_it(layout: str, draft: Draft, role: str) -> None:
    blocks: list[Block | None] = [*made(layout, draft, role).blocks, None]
    assert [plain(one.text) for one, other in pairwise(blocks) if isinstance(one, Heading) and is_end(one, other)] == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_a_paragraph_that_leads_into_a_list_is_followed_by_one(layout: str, draft: Draft, role: str) -> None:
    blocks: list[Block | None] = [*made(layout, draft, role).blocks, None]
    led = [(one, other) for one, other in pairwise(blocks) if isinstance(one, Paragraph) and is_ours(one.text)]
    lost = [plain(one.text) for one, other in led if plain(one.text).endswith(":") and not isinstance(other, Bullets)]
    assert lost == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_no_row_lacks_its_label_or_value_and_no_item_is_empty(layout: str, draft: Draft, role: str) -> None:
    for block in made(layout, draft, role).blocks:
        if isinstance(block, Facts | Table):
            assert all(plain(cell).strip() for row in block.rows for cell in row), plain(block.rows[0][0])
        if isinstance(block, Bullets):
            assert all(plain(item).strip() for item in block.items)


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_the_words_of_the_user_arrive_as_they_were_typed(layout: str, draft: Draft, role: str) -> None:
    """Prose keeps every letter; a statement may begin with a capital where it stands in a list."""
    document = made(layout, draft, role)
    own = {f"own.{n}": each.text for n, each in enumerate(draft.own, start=1)}
    printed = [run for _, text in document.texts() for run in text]
    assert {run.ref for run in printed if run.origin == "own"} == own.keys()
    assert all(run.text[1:] == own[run.ref or ""][1:] for run in printed if run.origin == "own")
    typed = {part for text in PROSE for part in text.split("\n\n")}
    prose = [run.text for run in printed if is_prose(run)]
    assert [text for text in prose if text not in typed] == []


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_duties_do_not_all_begin_with_the_same_word(layout: str, draft: Draft, role: str) -> None:
    for block in made(layout, draft, role).blocks:
        if isinstance(block, Bullets) and len(block.items) > 2 and block.items[0][0].ref in ROLES[role].by_id:
            assert len({plain(item).split()[0].casefold() for item in block.items}) > 1


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_the_licence_is_last_whenever_the_framework_is_used(layout: str, draft: Draft, role: str) -> None:
    document = made(layout, draft, role)
    uses_it = any(run.origin == "framework" for _, text in document.texts() for run in text)
    last = document.blocks[-1]
    assert (isinstance(last, Paragraph) and last.style == "small" and plain(last.text).startswith(LICENCE)) == uses_it
    assert sum(LICENCE in line for line in lines(document)) == uses_it


@each_layout
@often
@given(draft=DRAFTS, role=any_role)
def test_a_gap_stands_alone_or_where_its_value_would(layout: str, draft: Draft, role: str) -> None:
    for _, text in made(layout, draft, role).texts():
        for before, run in pairwise((Run(text=""), *text)):
            if run.gap:
                assert re.fullmatch(r"\[.+: to fill in\]", run.text)
                assert not before.text or before.text.endswith((" ", "(")), plain(text)


@pytest.mark.parametrize("layout", ["university-nhs", "internal-profile"])
@often
@given(draft=DRAFTS, role=any_role)
def test_a_description_speaks_of_the_postholder(layout: str, draft: Draft, role: str) -> None:
    assert [each for each in own_words(made(layout, draft, role)) if re.search(r"\b[Yy]ou(?:r|rs)?\b", each)] == []


@pytest.mark.parametrize("layout", ["private-advert", "civil-service-pack"])
@often
@given(draft=DRAFTS, role=any_role)
def test_an_advert_and_a_pack_speak_to_the_reader(layout: str, draft: Draft, role: str) -> None:
    assert [each for each in own_words(made(layout, draft, role)) if "postholder" in each.casefold()] == []


@often
@given(draft=DRAFTS, role=any_role)
def test_a_welcome_is_printed_only_in_the_words_of_the_person_who_gives_it(draft: Draft, role: str) -> None:
    document = made("civil-service-pack", draft, role)
    welcome = draft.read_post().value.welcome
    assert ("Welcome" in lines(document)) == (welcome is not None)


@often
@given(draft=DRAFTS, role=any_role)
def test_a_description_that_outlives_the_vacancy_has_none_of_its_dates(draft: Draft, role: str) -> None:
    dates = {"post.opening", "post.closing.day", "post.closing.at", "post.sift", "post.start"}
    for layout in ("university-nhs", "internal-profile"):
        refs = {run.ref or "" for _, text in made(layout, draft, role).texts() for run in text}
        assert not {ref for ref in refs if ref in dates or ref.startswith("post.interviews")}


@often
@given(draft=DRAFTS, role=any_role)
def test_an_internal_profile_never_names_pay(draft: Draft, role: str) -> None:
    refs = [run.ref or "" for _, text in made("internal-profile", draft, role).texts() for run in text]
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
