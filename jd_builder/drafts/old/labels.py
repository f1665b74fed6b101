"""The words by which files name facts, sections and columns: one data file, read once."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from jd_builder.domain.answers import problems_of
from jd_builder.domain.complaints import parts
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.domain.framework import Group, Need, Stage
from jd_builder.domain.organisation import Organisation, Sector
from jd_builder.domain.post import Post
from jd_builder.text.located import Located, read_yaml
from jd_builder.text.misspelling import meant

Section = Literal["details", "about", "purpose", "duties", "criteria", "essential", "desirable", "benefits", "other"]
Column = Literal["criterion", "area", "essential", "desirable", "need", "assessed", "number"]
Words = tuple[str, ...]
K = TypeVar("K", bound=str)

FILE = Path(__file__).with_name("labels.yaml")
MODELS: Mapping[str, type[BaseModel]] = {"post": Post, "organisation": Organisation}
_LONGEST = 200  # characters; longer text is no label
_NUMBER = re.compile(
    r"^\(?(?:\d+(?:\.\d+)*[.):]|\d{1,2}(?:\.\d{1,2})*(?=\s+[A-Z])|(?i:section )?[A-Za-z][.):])\s+(?=\S)"
)
_SIDES = re.compile(r"[/|]")
_BETWEEN = re.compile(r"[,;/&+\n]|\band\b", re.IGNORECASE)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    facts: dict[str, Words]
    sections: dict[Section, Words]
    groups: dict[Group, Words]
    columns: dict[Column, Words]
    ticks: Words
    needs: dict[Need, Words]
    stages: dict[Stage, Words]
    documents: Words
    employers: Words
    employers_begin: Words
    sectors: dict[Sector, Words]
    welsh: Words


class Labels:
    """Looks words up, however they are written; every method gives None or nothing for those it does not know."""

    def __init__(self, file: _File) -> None:
        self._facts = _turned(file.facts)
        self._sections = _turned(file.sections)
        self._groups = _turned(file.groups)
        self._headings: dict[str, str] = {**self._sections, **self._groups}
        self._longest = max(map(len, self._headings)) + 2
        self._columns = _turned(file.columns)
        self._needs = _turned(file.needs)
        self._stages = _turned(file.stages)
        self._ticks = {tick.casefold() for tick in file.ticks}
        self._welsh = frozenset(map(normal, file.welsh))
        self._documents = {normal(name) for name in file.documents}
        self._sectors = [(each, [*map(normal, words)]) for each, words in file.sectors.items()]
        ends, starts = ("|".join(map(normal, words)) for words in (file.employers, file.employers_begin))
        self._employer = re.compile(rf"\b(?:{ends})(?:$| of | for )|^(?:{starts}) ")

    def fact(self, text: str) -> str | None:
        """The place of the answer that a label asks for."""
        return self._facts.get(self._normal(text))

    def section(self, text: str) -> Section | None:
        return self._sections.get(self._heading(text))

    def group(self, text: str) -> Group | None:
        return self._groups.get(self._heading(text))

    def _heading(self, text: str) -> str:
        """A heading as it is known, with a slip of the keyboard put right."""
        written = self._normal(text)
        if written in self._headings or written in self._facts or len(written) > self._longest:
            return written
        return meant(written, self._headings) or written

    def _normal(self, text: str) -> str:
        """A label as it is known: of one in two languages, the English side."""
        if len(text) > _LONGEST or not _SIDES.search(text):
            return normal(text)
        sides = dict.fromkeys(map(normal, _SIDES.split(text)))
        english = [side for side in sides if not self._is_welsh(side)] or [*sides][:1]
        return english[0] if len(english) == 1 else normal(text)

    def _is_welsh(self, label: str) -> bool:
        """Whether a label is made of Welsh words; some of them ("band") are an English label too."""
        is_known = label in self._facts or label in self._headings
        return not is_known and all(word in self._welsh for word in label.split())

    def column(self, text: str) -> Column | None:
        return self._columns.get(self._normal(text))

    def need(self, text: str) -> Need | None:
        return self._needs.get(self._normal(text))

    def is_tick(self, text: str) -> bool:
        return text.strip().casefold() in self._ticks

    def is_document(self, text: str) -> bool:
        return self._normal(text) in self._documents

    def is_employer(self, text: str) -> bool:
        """Whether a line ends or begins as employers' names do: "Group head of security" is a job."""
        return self._employer.search(normal(text)) is not None

    def sector(self, text: str) -> Sector | None:
        """The sector that an employer's name or a grade speaks of."""
        words = f" {normal(text)} "
        return next((each for each, known in self._sectors if any(f" {word} " in words for word in known)), None)

    def stages(self, text: str) -> tuple[Stage, ...]:
        """The stages that a cell such as ``A/I`` or ``Application form and interview`` names; all known, or none."""
        if len(text) > _LONGEST:
            return ()
        words = [normal(word) for word in _BETWEEN.split(text) if normal(word)]
        if not all(word in self._stages for word in words):
            words = [letter for word in words for letter in (word.split() if " " in word else list(word))]
        found = [self._stages.get(word) for word in words]
        return tuple(dict.fromkeys(stage for stage in found if stage)) if None not in found else ()


@cache
def labels(path: Path = FILE) -> Labels:
    """The words of the data file; anything wrong with it is a DataFileError with its lines."""
    located = read_yaml(path.read_text(encoding="utf-8"), path.name)
    try:
        file = _File.model_validate(located.data)
    except ValidationError as error:
        found = zip(error.errors(include_url=False), problems_of(error, _File), strict=True)
        problems = tuple(Problem(each.place, each.message, located.line(detail["loc"])) for detail, each in found)
        raise DataFileError(path.name, problems) from error
    if problems := (*_unknown_places(file, located), *_doubles(file, located)):
        raise DataFileError(path.name, problems)
    return Labels(file)


def normal(label: str) -> str:
    """What counts of a label: neither capitals nor its number, a colon, ``&`` for ``and``, ``(s)``."""
    if len(label) > _LONGEST:
        return ""
    text = _NUMBER.sub("", label.strip()).casefold().replace("’", "'").replace("(s)", "")
    return " ".join(re.sub(r"[^\w']+", " ", text.replace("&", " and ").replace("/", " or ")).split())


def _turned(families: Mapping[K, Iterable[str]]) -> dict[str, K]:
    return {normal(word): key for key, words in families.items() for word in words}


def _unknown_places(file: _File, located: Located) -> Iterable[Problem]:
    for place in file.facts:
        noun, _, key = place.partition(".")
        if noun not in MODELS or key not in parts(MODELS[noun]):
            yield Problem(f"facts.{place}", "a draft has no such answer", located.line(("facts", place)))


def _doubles(file: _File, located: Located) -> Iterable[Problem]:
    """Words that would mean two things in one place."""
    for names in (("facts",), ("sections", "groups"), ("columns",), ("needs",), ("stages",)):
        seen: set[str] = set()
        for name in names:
            for key, words in getattr(file, name).items():
                for word in map(normal, words):
                    if word in seen:
                        yield Problem(f"{name}.{key}", f"'{word}' stands twice", located.line((name, key)))
                    seen.add(word)
