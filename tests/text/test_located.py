"""YAML and JSON as text values that know their lines."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.domain.errors import DataFileError
from jd_builder.text.clean import clean_text
from jd_builder.text.located import parse_yaml, read_yaml
from jd_builder.text.located_json import parse_json

words = st.text().map(clean_text)
values: st.SearchStrategy[Any] = st.recursive(
    words | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
)


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_texts(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if value is None or isinstance(value, str) else json.dumps(value)


@given(values, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_any_json_is_read_as_texts(value: Any, indent: int | str | None, ascii_only: bool) -> None:
    located = parse_json(json.dumps(value, indent=indent, ensure_ascii=ascii_only), "a.json")
    assert (located.data, located.problems) == (as_texts(value), ())


@given(st.dictionaries(words, words, min_size=1, max_size=6))
def test_each_value_of_json_knows_its_line(value: dict[str, str]) -> None:
    located = parse_json(json.dumps(value, indent=1), "a.json")
    assert [located.line((key,)) for key in value] == list(range(2, len(value) + 2))


def test_a_double_key_is_a_problem_beside_which_the_data_is_read() -> None:
    for read in (parse_yaml, parse_json):
        located = read('{"a": "1",\n"a": "2",\n"b": "3"}', "a")
        assert located.data == {"a": "1", "b": "3"}
        assert [(problem.line, problem.place) for problem in located.problems] == [(2, "a")]
    with pytest.raises(DataFileError):
        read_yaml("a: 1\na: 2", "a")


def test_what_was_wrong_before_a_syntax_error_is_told_with_it() -> None:
    with pytest.raises(DataFileError) as caught:
        parse_yaml("a: 1\na: 2\nb: [", "a")
    assert [problem.line for problem in caught.value.problems] == [2, 4]


def test_tags_and_references_are_problems_and_never_followed() -> None:
    located = parse_yaml("a: &x {b: 1}\nc: *x\nd: !!python/name:os.system\n", "a")
    assert [(problem.line, problem.place) for problem in located.problems] == [(2, "c"), (3, "d")]
