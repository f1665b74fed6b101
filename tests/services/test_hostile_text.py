"""Whatever people type into whichever key of a draft file, it stands in the documents as they typed it."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel

from jd_builder.domain.document import Document, plain
from jd_builder.domain.errors import DataFileError
from jd_builder.drafts.examples import example_of
from jd_builder.drafts.fields import ANSWERS, Field, fields
from jd_builder.drafts.writing import to_yaml
from jd_builder.services import building, catalogue, draft_files
from jd_builder.services.building import Order
from jd_builder.text.clean import clean_text
from jd_builder.text.located import read_yaml
from tests.export.reading import Page, word_texts

HOSTILE = (
    "<script>alert(1)</script>",
    "<!-- --> ]]> <b>x</b> &amp; &lt; a & b < c > d",
    "[[JOB DESCRIPTION]] [[JOB TITLE]] [[ORGANISATION]]",
    "{{ 7*7 }} {% raw %} {# gone? #} ${7*7} #{7*7}",
    "**bold** _it_ `code` ~~gone~~ # head | cell [a](http://b.example) ![i](j) <http://c.example>",
    "- item",
    "1. one",
    "\\ \\n \\* \\u0041 %s {0} $PATH",
    "👩‍💻 🇬🇧 e\u0301 ﬁ",
    "שלום \u202e abc \u2066 می‌خواهم",
    "control \x00\x01\x07\x1b[31m\x7f\x85 characters \ud800\ufdd0\uffff",
    "'single' \"double\" no: yes # not a comment",
    "\u2028 \u2029 \ufeff \u00ad \u200b",
)
LINE, PROSE = "a line of text", "text, in paragraphs if need be"
READ: Mapping[str, Callable[[bytes], list[str]]] = {
    "docx": word_texts,
    "html": lambda file: Page(file.decode()).texts,
    "md": lambda file: [
        re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", re.sub(r"(?<!\\)<(https?:[^<>]+)>", r"\1", file.decode()))
    ],
}


def filled(model: type[BaseModel], text: Callable[[], str], place: str = "") -> dict[str, Any]:
    """Answers in which every text is ``text()`` and everything else is the example."""
    values = {}
    for field in fields(model):
        one: Any
        if field.part:
            one = filled(field.part, text)
        elif field.accepts.removeprefix("one or a list: ").startswith((LINE, PROSE)) and field.key != "documents":
            one = text()
        else:
            one = _example(field)
        values[field.key] = [one] if field.many and not isinstance(one, list) else one
    return values


def _example(field: Field) -> Any:
    return read_yaml(f"value: {example_of(field)}", "").data["value"]


def draft_of(hostile: str, name: str = "job.yaml") -> tuple[bytes, list[str]]:
    """A draft file with the text in every key that takes one, each time with a number, and all those texts."""
    typed: list[str] = []

    def text() -> str:
        typed.append(f"{hostile} N{len(typed)}N")
        return typed[-1]

    data: dict[str, Any] = {part: filled(model, text) for part, model in ANSWERS.items()}
    data["post"]["contract"]["type"] = "fixed-term"
    data["organisation"]["paragraphs"][0]["documents"] = []
    own = [{"id": f"own.{number}", "kind": "duty", "text": text()} for number in (1, 2)]
    criteria = [{"id": "c", "text": text(), "need": "essential", "assessed": ["A"], "why": text()}]
    skill = catalogue.role("ciso").skills[0].id
    more: dict[str, Any] = {
        "own": own,
        "criteria": [*criteria, {"statement": skill, "need": "desirable"}],
        "edits": {skill: text()},
    }
    return json.dumps({**data, **more, "edits": {**more["edits"], "ciso.duty.1": text()}}).encode(), typed


def said(texts: list[str]) -> str:
    """Texts as one, without what fonts and sentences may change: case and the kind of space."""
    return " ".join(" ".join(texts).split()).casefold()


@pytest.fixture(scope="module", params=HOSTILE, ids=range(len(HOSTILE)))
def made(request: pytest.FixtureRequest) -> tuple[list[Document], list[str]]:
    content, typed = draft_of(request.param)
    draft = draft_files.read(content, "job.json").draft
    everything = [layout.id for layout in catalogue.layouts()]
    return list(building.documents(draft, everything)), [clean_text(each) for each in typed]


def test_it_stands_in_the_documents_as_it_was_typed(made: tuple[list[Document], list[str]]) -> None:
    documents, typed = made
    shown = 0
    for document in documents:
        whole = said([plain(text) for _, text in document.texts()])
        used = [text for text in typed if text.rsplit(" ", 1)[1].casefold() in whole]
        assert [text for text in used if said([text]) not in whole] == []
        shown = max(shown, len(used))
    assert shown > 25


@pytest.mark.parametrize("format_", READ)
def test_every_format_says_what_the_document_says(made: tuple[list[Document], list[str]], format_: str) -> None:
    documents, typed = made
    for document in documents:
        whole = said([plain(text) for _, text in document.texts()])
        file = building.rendered(document, Order(datetime(2026, 11, 21, tzinfo=UTC), format_))
        in_file = said(READ[format_](file.content))
        lost = [text for text in typed if said([text]) in whole and said([text]) not in in_file]
        assert lost == [], f"{document.layout}.{format_}"


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_it_comes_back_from_a_yaml_file_as_from_json(hostile: str) -> None:
    draft = draft_files.read(draft_of(hostile)[0], "job.json").draft
    assert draft_files.read(to_yaml(draft).encode(), "job.yaml").draft == draft


@pytest.mark.parametrize("field", [(part, field.key) for part, model in ANSWERS.items() for field in fields(model)])
def test_a_hundred_thousand_characters_are_taken_or_refused_in_a_short_sentence(field: tuple[str, str]) -> None:
    part, key = field
    try:
        draft = draft_files.read(json.dumps({part: {key: "x" * 100_000}}).encode(), "job.json").draft
    except DataFileError as error:
        (line,) = error.lines()
        assert line.startswith(f"job.json:1: {part}.{key}")
        assert len(line) < 500
    else:
        (document, *_) = building.documents(draft, ["university-nhs"])
        for format_ in READ:
            assert building.rendered(document, Order(datetime(2026, 11, 21, tzinfo=UTC), format_)).content
