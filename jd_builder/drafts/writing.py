"""A draft as plain data and as YAML that reads back as the same draft."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from jd_builder.domain.draft import Draft
from jd_builder.text.clean import clean_text

_ONE_LINE = 2**31 - 1  # never folded: a fold is where another program could read a text differently


def to_data(draft: Draft) -> dict[str, Any]:
    """The draft as its file holds it: keys in kebab-case, defaults left out, answers as typed."""
    data = draft.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if "criteria" in data:
        data["criteria"] = [_without_its_own_name(criterion) for criterion in data["criteria"]]
    if "edits" in data:
        data["edits"] = {statement: _shortest(edits) for statement, edits in data["edits"].items()}
    named: dict[str, Any] = _texts({"version": draft.version, "role": draft.role, **data})
    return named


def to_yaml(draft: Draft) -> str:
    """The draft as a YAML file, with blank lines between its parts."""
    parts = ({key: value} for key, value in to_data(draft).items())
    written = [yaml.dump(part, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=_ONE_LINE) for part in parts]
    return "".join(f"\n{part}" if part.count("\n") > 1 else part for part in written)


def _without_its_own_name(criterion: dict[str, Any]) -> dict[str, Any]:
    """A criterion of the framework has its statement's id, which need not be said twice."""
    same = criterion.get("id") == criterion.get("statement")
    return {key: value for key, value in criterion.items() if key != "id" or not same}


def _shortest(edits: list[dict[str, Any]]) -> Any:
    only = edits[0] if len(edits) == 1 else None
    return edits if only is None else only["text"] if only.keys() == {"text"} else only


def _texts(value: Any) -> Any:
    """Every scalar as the text that a file holds for it."""
    if isinstance(value, Mapping):
        return {clean_text(str(key)): _texts(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_texts(item) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else clean_text(str(value))


class _Plain(yaml.SafeDumper):
    """Writes no references, and quotes what YAML readers other than ours would turn into something else.

    The emitter in C is faster but spells every emoji by its number.
    """

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represented(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text and _fits_a_block(text) else None
    tag = "tag:yaml.org,2002:int" if _is_whole(text) else "tag:yaml.org,2002:str"
    return dumper.represent_scalar(tag, text, style=style)


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and (text == "0" or not text.startswith("0"))


def _fits_a_block(text: str) -> bool:
    """Whether a text stays the same as a block of lines: nothing at its edges, nothing but common characters."""
    if text.startswith("\n") or text.endswith("\n\n"):
        return False
    return all(line == line.strip() and line.isprintable() for line in text.split("\n"))


_Plain.add_representer(str, _represented)
_Plain.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))
