"""What the language checks cost, against only parting the same text into words, and beside two that others wrote."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time

from jd_builder.checks import gender, readability
from jd_builder.checks.checker import Checker
from jd_builder.checks.gender_lists import lists
from jd_builder.checks.loading import load_rules
from jd_builder.checks.masks import masks
from jd_builder.checks.rule import Existence, Rule, Substitution
from jd_builder.checks.run import of_texts
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.services import catalogue, checking

Row = tuple[str, float, str]
HERE = Path(__file__).parent
WORDS, ROUNDS, MEGABYTE = 1500, 40, 1_000_000
_numbers = count(1)


def rows() -> list[Row]:
    lines = list(_lines(WORDS))
    text = "\n".join(lines)
    word = re.compile(r"\w+")
    twice = _doubled()
    once = Checker(load_rules().rules, masks())
    works: dict[str, Callable[[], object]] = {
        "words": lambda: word.findall(text.lower()),
        "gender": lambda: gender.shown(text),
        "strict": lambda: gender.strict(text),
        "original": lambda: as_published(text),
        "readability": lambda: readability.read(text),
        "all": lambda: of_texts(_document(_anew(lines))),
        "changed": lambda: of_texts(_document([*lines[1:], *_anew(lines[:1])])),
        "once": lambda: [once.hits(each, "paragraph") for each in lines],
        "twice": lambda: [twice.hits(each, "paragraph") for each in lines],
    }
    of_texts(_document(lines))
    times = {name: median(each) for name, each in _timed(works).items()}
    assert gender.strict(text) == as_published(text), "identical hits for identical lists"
    large = "\n\n".join(_lines(MEGABYTE // 6))[:MEGABYTE].encode()
    return [
        (f"all rules on {WORDS:,} words, against tokenising", times["all"] / times["words"], "at most 25"),
        ("one changed block, against a full pass", times["changed"] / times["all"], "at most 0.25"),
        ("twice the words to look for, against once", times["twice"] / times["once"], "at most 1.3"),
        ("1 MB of text checked, s", _seconds(lambda: checking.of_file(large, "large.txt")), "at most 2"),
        (f"gender-coded words of {WORDS:,}, against tokenising", times["gender"] / times["words"], "at most 10"),
        ("gender-coded words, against the original algorithm", times["strict"] / times["original"], "at most 1"),
        (f"readability of {WORDS:,}, against tokenising", times["readability"] / times["words"], "at most 6"),
        *_beside_alex(text, times["all"]),
    ]


def as_published(text: str) -> gender.Verdict:
    """The algorithm of Gender Decoder as its source has it: each stem is tried on each word."""
    words = [word for word in gender.published_words(text) if not word.startswith(lists().exceptions)]
    coded = {"masculine": list[str](), "feminine": list[str]()}
    for word in words:
        for stem, coding in lists().coding.items():
            if word.startswith(stem):
                coded[coding].append(word)
    return gender.Verdict(tuple(coded["masculine"]), tuple(coded["feminine"]))


def _beside_alex(text: str, ours: float) -> Iterator[Row]:
    """alex from npm in a process of its own, warm; and the words for one sex that both know, found by both."""
    if not (HERE.parent / "node_modules" / "alex").is_dir() or not (node := shutil.which("node")):
        print("alex or node is missing, so nothing is measured beside it.", file=sys.stderr)
        return
    rule = next(each for each in load_rules().rules if each.id == "sex-titles")
    words = list(rule.swap) if isinstance(rule, Substitution) else []
    asked = json.dumps({"text": text, "words": words, "rounds": 15})
    done = subprocess.run([node, HERE / "alex.mjs"], input=asked, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    mine = [each.match for each in of_texts(_document([f"The {word} came." for word in told["known"]]))]
    theirs = [each for each in told["found"] if each in told["known"]]
    assert sorted(mine) == sorted(theirs), f"identical hits for identical lists: {sorted({*mine} ^ {*theirs})}"
    name = f"all rules, against alex, which finds the same {len(theirs)} words for one sex"
    yield name, ours * 1000 / told["milliseconds"], "at most 0.5"


def _doubled() -> Checker:
    """The same rules beside as many that look for other words, none of which stands in the text."""
    rules: list[Rule] = [*load_rules().rules]
    for rule in load_rules().rules:
        words = tuple(f"{' '.join(each.split()[:-1])} zz{each.split()[-1]}".strip() for _, each in rule.phrases())
        if words:
            fields = {"id": f"{rule.id}-too", "severity": "advice", "message": "m", "why": "w", "words": words}
            rules.append(Existence.model_validate({**fields, "kind": "existence", "examples": rule.examples}))
    return Checker(rules, (*masks(), *(f"zz{each}" for each in masks())))


def _document(lines: list[str]) -> Document:
    blocks = tuple(Paragraph(text=(Run(text=line, origin="own"),)) for line in lines)
    return Document(layout="", name="", title="", blocks=blocks)


def _anew(lines: list[str]) -> list[str]:
    """Lines that nobody has read before: what is known of a line would otherwise cost nothing."""
    return [f"{line} {next(_numbers)}" for line in lines]


def _lines(words: int) -> Iterator[str]:
    """As many words of the built-in role as are asked for, statement by statement."""
    known = [statement.wordings.plain for statement in catalogue.role("ciso").statements()]
    said = 0
    for number in count():
        if said >= words:
            return
        line = known[number % len(known)]
        said += len(line.split())
        yield line if number < len(known) else f"{line} {number}"


def _timed(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Each work in turn, so that whatever else the machine does meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(_seconds(work))
    return times


def _seconds(work: Callable[[], object]) -> float:
    began = process_time()
    work()
    return process_time() - began


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
