"""Rewrites judged by the guard and by the checks together, and the same for pairs of texts that come as JSON lines."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, get_args

from jd_builder.checks.checker import Checker, WordRule, remembered
from jd_builder.checks.loading import load_rules
from jd_builder.checks.masks import masks
from jd_builder.domain.errors import UserError
from jd_builder.domain.rewriting import Verdict, gravest
from jd_builder.rewriting.guard import Facts, judge


def verdicts(original: str, rewritten: str, facts: Facts | None = None) -> tuple[Verdict, ...]:
    """What is in doubt about a rewrite, the gravest first; nothing is a pass."""
    return judge(original, rewritten, facts, also=newly_broken)


def newly_broken(original: str, rewritten: str) -> Iterator[Verdict]:
    """The rules of the checks on words that a rewrite breaks and its original does not."""
    before = {rule.id for rule, _ in remembered(_checker(), original, "item")}
    for rule, hit in _checker().hits(rewritten, "item"):
        match = rewritten[hit.start : hit.end]
        if rule.id not in before and not _is_number_kept(match, original):
            message = rule.message.replace("{match}", match).replace("{number}", str(hit.number))
            yield Verdict(rule=rule.id, level="look", message=message, start=hit.start, end=hit.end)


def _is_number_kept(match: str, original: str) -> bool:
    """A number that was there before: "more than 50 people" are "over 50 people" of any age."""
    figures = re.findall(r"\d+", match)
    return bool(figures) and all(figure in original for figure in figures)


@lru_cache(maxsize=1)
def _checker() -> Checker:
    """Those of the rules that say what may be unlawful or unfair; style is the business of the tone."""
    rules = (rule for rule in load_rules().rules if isinstance(rule, get_args(WordRule)))
    return Checker((rule for rule in rules if rule.severity == "error"), masks())


def answer(line: bytes) -> dict[str, Any]:
    """One line of JSON with ``original``, ``rewritten`` and perhaps ``id``. What cannot be judged is a UserError."""
    pair = _pair(line)
    found = verdicts(pair["original"], pair["rewritten"])
    level = gravest(found)
    data = [each.model_dump(by_alias=True, mode="json") for each in found]
    return {"id": pair.get("id"), "accepted": level == "pass", "level": level, "verdicts": data}


def _pair(line: bytes) -> dict[str, Any]:
    try:
        pair = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UserError("this is not text in UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise UserError("this is not JSON; every line holds one object.") from error
    if not isinstance(pair, dict):
        raise UserError("this is not a JSON object with 'original' and 'rewritten'.")
    for key in ("original", "rewritten"):
        if not isinstance(pair.get(key), str):
            raise UserError(f"'{key}' is missing or is no text.")
    return pair


def answers(lines: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any] | UserError]]:
    """The answer to each line that is not blank, or what is wrong with it; lines count from 1."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield number, answer(line)
            except UserError as error:
                yield number, error
