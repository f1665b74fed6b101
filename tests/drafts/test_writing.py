"""A draft as a file: what is written reads back as the same draft."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.domain.draft import Draft
from jd_builder.drafts.reading import read_draft
from jd_builder.drafts.writing import to_data, to_yaml
from jd_builder.text.clean import clean_text

TRAPS = (
    *("no", "yes", "on", "~", "null", "", " ", "23:59", "0123", "0x1F", "1e3", "1_000", ".5", "105000", "2026-12-18"),
    *(
        "- item",
        "key: value",
        "a # b",
        "# c",
        "[a]",
        "{a: b}",
        "*x",
        "&x",
        "!x",
        "%x",
        "@x",
        "`x`",
        "|",
        ">",
        "?",
        "...",
    ),
    *(
        "a\nb",
        "a\n\nb\n",
        " a\nb",
        "a \nb",
        "\ta",
        "a\t\nb",
        "\n",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "\ufeffa",
        "a\ufeff",
    ),
    *(
        "'",
        '"',
        "it's",
        '"quoted"',
        "\\",
        "\\n",
        "👩‍💻",
        "שלום \u202e abc",
        "می‌خواهم",
        "e\u0301",
        "\U0001f1ec\U0001f1e7",
    ),
    *("a" * 5000, "word " * 2000, "---", "--- a", "a\n---\nb", "a\n...\nb", "<<", "=", "\xa0", "\u200b", "\u00ad"),
)
texts = (st.sampled_from(TRAPS) | st.text()).map(clean_text)
answers = st.dictionaries(
    texts.filter(lambda key: len(key) < 100),
    st.recursive(
        texts | st.none(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)
    ),
    max_size=5,
)


def back(draft: Draft) -> Draft:
    """What our own reading makes of the written draft, whether or not the answers are right ones."""
    data = yaml.load(to_yaml(draft), Loader=yaml.BaseLoader)
    located = read_draft_values(to_yaml(draft))
    assert data.keys() == located.keys()
    return Draft.model_validate(located)


def read_draft_values(text: str) -> dict[str, Any]:
    from jd_builder.text.located import read_yaml

    data = read_yaml(text, "job.yaml").data
    assert isinstance(data, dict)
    return data


@given(organisation=answers, post=answers)
def test_any_answers_come_back_as_they_were_typed(organisation: dict[str, Any], post: dict[str, Any]) -> None:
    draft = Draft(organisation=organisation, post=post)
    assert back(draft) == draft


@pytest.mark.parametrize("text", TRAPS)
def test_every_text_that_yaml_could_misread_comes_back(text: str) -> None:
    draft = Draft(post={"title": clean_text(text), "benefits": [clean_text(text)]})
    assert back(draft) == draft


printable = texts.map(str.strip).filter(bool)
edits = st.lists(
    st.fixed_dictionaries({"text": printable}, optional={"document": st.just("private-advert")}), min_size=1, max_size=2
)
criteria = st.fixed_dictionaries(
    {"text": printable, "need": st.sampled_from(["essential", "desirable"])},
    optional={"why": printable, "assessed": st.just(["A", "I"]), "group": st.just("skills")},
)
kept = st.builds(lambda text: {"rule": "r", "on": "own.1", "match": text, "reason": text}, printable)
drafts: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "documents": st.lists(st.sampled_from(["private-advert", "university-nhs"]), unique=True),
        "wording": st.sampled_from(["plain", "official"]),
        "edition": st.none() | st.just("2024-11-30"),
        "confidential": st.booleans(),
        "organisation": st.fixed_dictionaries({}, optional={"about": printable, "equality": printable}),
        "post": st.fixed_dictionaries({}, optional={"team": printable, "purpose": printable}),
        "choose": st.fixed_dictionaries({}, optional={"include": st.just(["ciso.duty.1"]), "statements": st.just([])}),
        "criteria": st.lists(criteria, max_size=2),
        "edits": st.dictionaries(st.sampled_from(["ciso.duty.1", "ciso.duty.2"]), edits),
        "own": st.lists(printable, max_size=2).map(
            lambda texts: [{"id": f"own.{number}", "text": text} for number, text in enumerate(texts, start=1)]
        ),
        "kept": st.lists(kept, max_size=1),
    }
)


@given(drafts)
def test_a_whole_draft_comes_back_the_same_through_its_file(values: dict[str, Any]) -> None:
    draft = Draft.model_validate(values)
    read = read_draft(to_yaml(draft), "job.yaml").draft
    assert read == draft
    assert to_yaml(read) == to_yaml(draft)


def test_control_characters_never_reach_a_file() -> None:
    draft = Draft(post={"title": "Chief\x00 \x1b[31minformation\x07 officer\ud800"})
    assert to_data(draft)["post"] == {"title": "Chief [31minformation officer"}


def test_answers_that_are_no_texts_are_written_as_people_write_them() -> None:
    draft = Draft(post={"hours": 37.5, "politically-restricted": False, "probation": 6})
    assert to_data(draft)["post"] == {"hours": "37.5", "politically-restricted": "no", "probation": "6"}
    assert back(draft).read_post().value == draft.read_post().value


def test_a_file_is_short_and_holds_no_defaults() -> None:
    draft = Draft.model_validate(
        {
            "documents": ["private-advert"],
            "post": {"title": "CISO", "pay": {"minimum": "105000"}, "closing": "2026-12-18 23:59", "start": "no"},
            "criteria": [{"statement": "ciso.duty.1", "need": "essential", "assessed": ["A"]}],
            "edits": {"ciso.duty.1": "Lead it.", "ciso.duty.2": {"text": "Do it.", "document": "private-advert"}},
        }
    )
    assert (
        to_yaml(draft)
        == """\
version: 1
role: ciso

documents:
- private-advert

post:
  title: CISO
  pay:
    minimum: 105000
  closing: 2026-12-18 23:59
  start: 'no'

criteria:
- statement: ciso.duty.1
  need: essential
  assessed:
  - A

edits:
  ciso.duty.1: Lead it.
  ciso.duty.2:
    text: Do it.
    document: private-advert
"""
    )
