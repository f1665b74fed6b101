"""JSON read as YAML is: plain text values that remember their lines, and double keys as problems."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.clean import clean_text
from jd_builder.text.located import Located, located_from

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+')
_WORDS = {"null": "", "true": "yes", "false": "no"}
_MARKS = {
    "{": yaml.MappingStartEvent,
    "[": yaml.SequenceStartEvent,
    "}": yaml.MappingEndEvent,
    "]": yaml.SequenceEndEvent,
}


def parse_json(text: str, file: str) -> Located:
    """Read one JSON document; only what cannot be read at all is a DataFileError."""
    cleaned = clean_text(text)
    try:
        json.loads(cleaned, parse_int=str, parse_float=str, parse_constant=_refused)
    except RecursionError as error:
        raise DataFileError(file, (Problem("", "this is nested too deeply to be read"),)) from error
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        said = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise DataFileError(file, (Problem("", f"this is not valid JSON: {said}", line),)) from error
    return located_from(_events(cleaned), file)


def _refused(word: str) -> Any:
    raise ValueError(f"{word} is not a value")


def _events(text: str) -> Iterator[Any]:
    """A valid JSON text as the events that the YAML parser would give."""
    line, seen = 0, 0
    for token in _TOKEN.finditer(text):
        line, seen = line + text.count("\n", seen, token.start()), token.start()
        mark = yaml.Mark("", token.start(), line, 0, None, 0)
        word = token[0]
        if word in "{[":
            yield _MARKS[word](None, None, True, mark, mark)
        elif word in "}]":
            yield _MARKS[word](mark, mark)
        elif word.startswith('"'):
            yield yaml.ScalarEvent(None, None, (False, True), json.loads(word, strict=False), mark, mark, style='"')
        else:
            yield yaml.ScalarEvent(None, None, (True, False), _WORDS.get(word, word), mark, mark)
