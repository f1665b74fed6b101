"""A draft file read at once: the draft, or every mistake in it with its line."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from jd_builder.domain.agreement import contradictions
from jd_builder.domain.answers import valid_part
from jd_builder.domain.complaints import parts
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem, UserError
from jd_builder.drafts.decoding import decoded
from jd_builder.drafts.fields import ANSWERS
from jd_builder.drafts.upgrades import upgrade
from jd_builder.text.located import Located, dotted, parse_yaml
from jd_builder.text.located_json import parse_json

Check = Callable[[Draft], Iterable[Problem]]


@dataclass(frozen=True)
class DraftFile:
    """A draft, the name of its file, and where in it each value stands, by its dotted key.

    ``note`` is a sentence on what else the file holds.
    """

    file: str
    draft: Draft
    lines: Mapping[str, int]
    note: str = ""

    def line(self, place: str) -> int | None:
        """The line of a value, or of the nearest thing around it."""
        return _line(self.lines, place)


def read_draft(content: bytes | str, file: str, *checks: Check) -> DraftFile:
    """Read YAML or JSON; whatever is wrong is one DataFileError that holds all of it.

    ``checks`` are what can be said only beside roles and layouts: each gives the problems of a draft.
    """
    text = content if isinstance(content, str) else decoded(content, file)
    located = _parsed(text, file)
    draft, problems = _draft(_values(located, file))
    problems += [problem for check in checks for problem in check(draft)]
    lines = {dotted(path): line for path, line in located.lines.items()}
    found = [*located.problems, *(_at_its_line(problem, lines) for problem in problems)]
    if found:
        raise DataFileError(file, tuple(dict.fromkeys(found)))
    return DraftFile(file, draft, lines)


def _parsed(text: str, file: str) -> Located:
    name = file.casefold()
    is_json = name.endswith(".json") or (text.lstrip().startswith("{") and not name.endswith((".yaml", ".yml")))
    return parse_json(text, file) if is_json else parse_yaml(text, file)


def _values(located: Located, file: str) -> dict[str, Any]:
    """The file's values in the newest version's shape."""
    data = located.data
    if not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "one text" if data else "nothing"
        said = f"a draft file has keys, such as 'role:' and 'post:', but this holds {kind}"
        raise DataFileError(file, (*located.problems, Problem("", said, 1)))
    try:
        return upgrade(data)
    except UserError as error:
        said = f"{error.message}. {error.fix}".rstrip(". ")
        line = located.line((error.where,))
        raise DataFileError(file, (*located.problems, Problem(error.where, said, line))) from error


def _draft(values: dict[str, Any]) -> tuple[Draft, list[Problem]]:
    """The draft without its wrong parts, and all that is wrong with it by itself."""
    doubles = list(_doubles(values))
    draft, problems = valid_part(Draft, _filled(_renamed(values, doubles), Draft))
    organisation, post = draft.read_organisation(), draft.read_post()
    said = [*problems, *organisation.problems, *post.problems, *contradictions(post.value)]
    found = [Problem(f"{key}.{number}", f"the id {name} stands twice") for key, number, name in doubles]
    return draft, found + [_sent_home(problem) for problem in said]


def _filled(value: Any, model: type[BaseModel] | None) -> Any:
    """The values without known keys that are left empty; answers stay as they were typed."""
    if isinstance(value, list):
        return [_filled(item, model) for item in value]
    if not isinstance(value, dict) or model is None:
        return value
    known = parts(model)
    return {key: _filled(item, known.get(key)) for key, item in value.items() if item is not None or key not in known}


def _doubles(values: Mapping[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Own statements and criteria whose id another has: the key, the number in its list, the id."""
    for key in ("own", "criteria"):
        items = values.get(key)
        seen: set[str] = set()
        for number, item in enumerate(items if isinstance(items, list) else (), start=1):
            name = str(item.get("id") or item.get("statement") or "") if isinstance(item, dict) else ""
            if name in seen:
                yield key, number, name
            seen.update({name} - {""})


def _renamed(values: dict[str, Any], doubles: Iterable[tuple[str, int, str]]) -> dict[str, Any]:
    """The values with ids of their own for doubles, so that everything else about them is judged too."""
    renamed = {key: list(value) if isinstance(value, list) else value for key, value in values.items()}
    for key, number, _ in doubles:
        renamed[key][number - 1] = {**renamed[key][number - 1], "id": f"own.{10**9 + number}"}
    return renamed


def _sent_home(problem: Problem) -> Problem:
    """A key that stands under the wrong heading, with the heading it belongs under."""
    *heading, key = problem.place.split(".")
    here = ANSWERS.get(heading[0]) if heading else Draft
    if len(heading) > 1 or here is None or key in parts(here):
        return problem
    home = next((name for name, model in ANSWERS.items() if model is not here and key in parts(model)), None)
    return replace(problem, message=f"there is no such key here; it belongs under '{home}'") if home else problem


def _at_its_line(problem: Problem, lines: Mapping[str, int]) -> Problem:
    return problem if problem.line is not None else replace(problem, line=_line(lines, problem.place))


def _line(lines: Mapping[str, int], place: str) -> int | None:
    while place not in lines and place:
        place = place.rpartition(".")[0]
    return lines.get(place)
