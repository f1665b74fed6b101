"""The rules as files: found by glob, refused one by one with file and line; the others stay in use."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from jd_builder.checks.facts import FACTS
from jd_builder.checks.kinds.metric import MEASURES
from jd_builder.checks.predicates import PREDICATES
from jd_builder.checks.rule import Rule
from jd_builder.domain.answers import problems_of
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.located import Located, dotted, parse_yaml

FOLDER = Path(__file__).with_name("rules")
_KINDS = {get_args(kind.model_fields["kind"].annotation)[0]: kind for kind in get_args(Rule)}
_NAMES = {"when": FACTS, "predicate": PREDICATES, "measure": MEASURES}


@dataclass(frozen=True)
class Loaded:
    """The rules that are fit for use, and what is wrong with the others."""

    rules: tuple[Rule, ...]
    errors: tuple[DataFileError, ...]


@cache
def load_rules(folder: Path = FOLDER) -> Loaded:
    rules: dict[str, Rule] = {}
    errors: list[DataFileError] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            located = parse_yaml(path.read_text(encoding="utf-8"), path.name)
            read = tuple(_read(located, rules))
        except UnicodeDecodeError:
            errors.append(DataFileError(path.name, (Problem("", "this is not a text in UTF-8"),)))
            continue
        except DataFileError as error:
            errors.append(error)
            continue
        if problems := (*located.problems, *read):
            errors.append(DataFileError(path.name, problems))
    return Loaded(tuple(rules.values()), tuple(errors))


def _read(located: Located, rules: dict[str, Rule]) -> Iterator[Problem]:
    """Put the good rules of a file with the others; the problems of the bad ones."""
    if not isinstance(located.data, list):
        yield Problem("", "a file of rules is a list: every rule begins with '- id:'")
        return
    doubled = {problem.place.split(".")[0] for problem in located.problems}
    for number, data in enumerate(located.data):
        rule, problems = _rule(data, number, located, rules.keys())
        yield from problems
        if rule is not None and str(number + 1) not in doubled:
            rules[rule.id] = rule


def _rule(data: Any, number: int, located: Located, taken: Collection[str]) -> tuple[Rule | None, list[Problem]]:
    kind = _KINDS.get(data.get("kind")) if isinstance(data, dict) else None
    if kind is None:
        said = f"a rule has a kind: {', '.join(_KINDS)}"
        return None, [Problem(dotted((number,)), said, located.line((number, "kind")))]
    try:
        rule = kind.model_validate(data)
    except ValidationError as error:
        found = zip(error.errors(include_url=False), problems_of(error, kind), strict=True)
        return None, [_problem(located, (number, *detail["loc"]), problem.message) for detail, problem in found]
    problems = [_problem(located, (number, key), said) for key, said in _unknown(rule, taken)]
    return (None, problems) if problems else (rule, [])


def _unknown(rule: Rule, taken: Collection[str]) -> Iterator[tuple[str, str]]:
    """Names that lead nowhere, and an id that is taken."""
    if rule.id in taken:
        yield "id", f"the id '{rule.id}' stands twice"
    for key, known in _NAMES.items():
        name = getattr(rule, key, None)
        if name is not None and name not in known:
            yield key, f"there is no '{name}'; there are {', '.join(known)}"


def _problem(located: Located, path: tuple[Any, ...], message: str) -> Problem:
    return Problem(dotted(path), message, located.line(path))
