"""Examples as they stand in a draft file, each of which is a right value for its key."""

import json
from typing import Any

from jd_builder.domain.errors import DataFileError
from jd_builder.drafts.fields import Field, fields
from jd_builder.text.located import parse_yaml

_LONGEST = 66


def example_of(field: Field) -> str:
    """A value for a key on one line: of a part with keys, as many of them as fit."""
    value = _value(field)
    return as_written([value] if field.many and not isinstance(value, list) else value)


def as_written(value: Any) -> str:
    """A value on one line of YAML, with quotes only where it needs them."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_inside(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(_inside(item) for item in value)}]"
    return (
        str(value)
        if _reads_as(f"key: {value}  # a comment", {"key": str(value)})
        else json.dumps(value, ensure_ascii=False)
    )


def _inside(value: Any) -> str:
    """A value inside brackets, where commas end it."""
    if isinstance(value, str):
        return value if _reads_as(f"[{value}, end]", [value, "end"]) else json.dumps(value, ensure_ascii=False)
    return as_written(value)


def _value(field: Field) -> Any:
    if field.part is None:
        return field.example or (field.choices[-1].value if field.choices else "...")
    given = _given(field.example)
    if not isinstance(given, dict):
        return given
    inner = {each.key: each for each in fields(field.part) if each.example or each.needed}
    filled = {key: _value_inside(inner[key], item) for key, item in given.items()}
    for key, each in inner.items():
        fuller = {**filled, key: filled.get(key, _value_inside(each, "..."))}
        if each.needed or len(as_written(fuller)) <= _LONGEST:
            filled = fuller
    return {key: filled[key] for key in inner if key in filled}


def _value_inside(field: Field, given: Any) -> Any:
    """What an example says of a key, or where it says no more than dots, the key's own example."""
    value = _value(field) if "..." in str(given) else given
    return [value] if field.many and not isinstance(value, list) else value


def _given(example: str) -> Any:
    """An example of a part: a lone word, or keys as they stand between braces."""
    try:
        data = parse_yaml(f"{{{example}}}", "").data
    except DataFileError:
        return example
    return data if isinstance(data, dict) and all(item is not None for item in data.values()) else example


def _reads_as(text: str, value: Any) -> bool:
    try:
        located = parse_yaml(text, "")
    except DataFileError:
        return False
    return bool(located.data == value and not located.problems)
