"""The web page is whole, accessible and quiet; the fragment tells the app where each block came from."""

import re
from dataclasses import replace
from itertools import pairwise

from jd_builder.domain.document import Bullets, Facts, Heading, PageBreak, Paragraph, Run, Table, Title
from jd_builder.export import FORMATS
from jd_builder.export.colours import contrast
from jd_builder.export.html import fragment
from jd_builder.export.html_style import STYLE
from tests.export.reading import Page, expected_texts
from tests.export.samples import NHS, OPTIONS, document, gap, text

PAGE = FORMATS["html"].render(NHS, OPTIONS).decode()


def test_it_says_what_the_document_says_in_the_same_order() -> None:
    assert Page(PAGE).texts == expected_texts(NHS)


def test_it_has_a_language_a_title_and_a_main_landmark() -> None:
    page = Page(PAGE)
    assert page.named("html") == [{"lang": "en-GB"}]
    assert "<title>Chief information security officer</title>" in PAGE
    assert len(page.named("main")) == 1


def test_headings_descend_in_order() -> None:
    levels = [int(tag[1]) for tag, _ in Page(PAGE).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower <= higher + 1 for higher, lower in pairwise(levels))


def test_header_cells_say_what_they_head() -> None:
    assert {cell["scope"] for cell in Page(PAGE).named("th")} == {"col"}


def test_it_fetches_and_runs_nothing() -> None:
    page = Page(PAGE)
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}
    assert policy in page.named("meta")
    assert not any(tag in {"script", "link", "img", "iframe"} or "src" in has for tag, has in page.tags)
    assert "url(" not in PAGE
    assert "@import" not in PAGE


def test_it_hides_nothing_about_where_texts_came_from() -> None:
    assert "data-ref" not in PAGE
    assert "sample." not in PAGE


def test_it_says_that_it_is_a_draft() -> None:
    final = FORMATS["html"].render(replace(NHS, draft=False), OPTIONS).decode()
    assert ("DRAFT" in PAGE, "DRAFT" in final) == (True, False)


def test_addresses_are_links() -> None:
    page = Page(fragment(document(Paragraph(text=text("See https://x.example/?a=1&b=2 or hr@x.example.")))))
    assert [link["href"] for link in page.named("a")] == ["https://x.example/?a=1&b=2", "mailto:hr@x.example"]


def test_every_block_of_the_fragment_has_its_number() -> None:
    ids = [has["id"] for _, has in Page(fragment(NHS)).tags if "id" in has]
    assert ids == [f"b-{number}" for number in range(1, len(NHS.blocks) + 1)]


def test_numbers_count_blocks_that_do_not_show() -> None:
    page = Page(fragment(document(Paragraph(text=()), PageBreak(), Paragraph(text=text("a")))))
    assert [has["id"] for _, has in page.tags] == ["b-2", "b-3"]


def test_a_block_names_the_first_thing_it_came_from() -> None:
    block = Paragraph(text=(Run(text="a"), Run(text="b", ref="own.1"), Run(text="c", ref="own.2")))
    assert Page(fragment(document(block))).named("p") == [{"id": "b-1", "data-ref": "own.1"}]


def test_an_item_of_a_list_names_its_own() -> None:
    page = Page(fragment(document(Bullets(items=(text("a", "own.1"), text("b", "own.2"), text("c"))))))
    assert page.named("ul") == [{"id": "b-1", "data-ref": "own.1"}]
    assert page.named("li") == [{"data-ref": "own.1"}, {"data-ref": "own.2"}, {}]


def test_each_kind_of_block_has_its_element() -> None:
    blocks = (
        Title(text=text("t")),
        Heading(text=text("h")),
        Heading(text=text("i"), level=2),
        Bullets(items=(text("n"),), numbered=True),
        Facts(rows=((text("l"), text("v")),)),
        Table(header=(text("h"),), rows=(), widths=(1.0,)),
        PageBreak(),
        Paragraph(text=text("s"), style="small"),
    )
    tags = [tag for tag, has in Page(fragment(document(*blocks))).tags if "id" in has]
    assert tags == ["h1", "h2", "h3", "ol", "dl", "table", "hr", "p"]


def test_a_gap_is_marked() -> None:
    written = fragment(document(Paragraph(text=gap("Pay is ", "[Pay: to fill in]", "post.pay", "."))))
    assert 'Pay is <mark class="gap" data-ref="post.pay">[Pay: to fill in]</mark>.' in written


def test_colours_can_be_read_by_day_and_by_night() -> None:
    for scheme in re.findall(r":root\{([^}]*)\}", STYLE):
        colour = dict(re.findall(r"--([\w-]+):#(\w+)", scheme))
        colour = {name: value if len(value) == 6 else "".join(c * 2 for c in value) for name, value in colour.items()}
        for name in ("text", "ink", "muted", "link"):
            assert contrast(colour[name], colour["page"]) >= 4.5
        assert contrast(colour["ink"], colour["tint"]) >= 4.5
        assert contrast(colour["on-gap"], colour["gap"]) >= 4.5
