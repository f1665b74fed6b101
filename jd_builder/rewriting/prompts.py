"""What a model is told, as files: the task in ``prompts/``, a tone each in ``prompts/tones/``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from jd_builder.domain.answers import problems_of
from jd_builder.domain.base import Model
from jd_builder.domain.errors import DataFileError, Problem, UserError
from jd_builder.text.assets import read_asset, sentences_of

FOLDER = Path(__file__).parents[2] / "prompts"
TASK = "reword"
LONGEST_WISH = 300  # characters
_GIVEN = {"": {"tone"}, "tones": {"wish"}}  # what a file of a folder may ask for


class _Front(Model):
    description: str
    variables: tuple[str, ...]


class _Task(_Front):
    name: str


class _Tone(_Front):
    label: str
    order: int


F = TypeVar("F", bound=_Front)
Fill = Callable[..., str]


@dataclass(frozen=True)
class Tone:
    """A way to say things. ``has_wish``: a person describes it."""

    id: str
    label: str
    description: str
    has_wish: bool


@dataclass(frozen=True)
class Prompt:
    """A task with its tone, ready to send, and the fingerprint that proposals carry."""

    name: str
    tone: str
    text: str
    hash: str


@dataclass(frozen=True)
class Loaded:
    """The tones that are fit for use, in the order of their buttons, and what is wrong with other files."""

    tones: tuple[Tone, ...]
    templates: Mapping[str, Fill]
    errors: tuple[DataFileError, ...]

    def prompt(self, tone: str, wish: str = "") -> Prompt:
        """A UserError where there is no such tone, or where it needs a wish."""
        known = next((each for each in self.tones if each.id == tone), None)
        if known is None or TASK not in self.templates:
            there_are = f"There are: {', '.join(each.id for each in self.tones) or 'none'}."
            raise UserError(f"There is no tone '{tone}'.", fix="\n".join([there_are, *map(str, self.errors)]))
        said = " ".join(wish.split())[:LONGEST_WISH]
        if known.has_wish and not said:
            raise UserError("Describe the tone in a few words first.")
        manner = self.templates[f"tones/{tone}"](**({"wish": said} if known.has_wish else {})).strip()
        text = self.templates[TASK](tone=manner).strip()
        return Prompt(TASK, tone, text, sha256(text.encode()).hexdigest()[:16])


@cache
def load_prompts(folder: Path = FOLDER) -> Loaded:
    templates: dict[str, Fill] = {}
    tones: list[tuple[int, Tone]] = []
    errors: list[DataFileError] = []
    for path in sorted([*folder.glob(f"{TASK}.md"), *folder.glob("tones/*.md")]):
        try:
            if path.parent == folder:
                _, templates[path.stem] = _read(path, _Task, _GIVEN[""])
                continue
            front, template = _read(path, _Tone, _GIVEN["tones"])
        except DataFileError as error:
            errors.append(error)
            continue
        templates[f"tones/{path.stem}"] = template
        tones.append((front.order, Tone(path.stem, front.label, front.description, "wish" in front.variables)))
    ordered = sorted(tones, key=lambda each: (each[0], each[1].id))
    return Loaded(tuple(tone for _, tone in ordered), templates, tuple(errors))


def _read(path: Path, kind: type[F], given: Iterable[str]) -> tuple[F, Fill]:
    asset = read_asset(path)
    template, used = sentences_of(asset, path.name)
    try:
        front = kind.model_validate(asset.front.data if isinstance(asset.front.data, dict) else {})
    except ValidationError as error:
        found = problems_of(error, kind)
        located = (replace(each, line=asset.front.line((each.place.split(".")[0],))) for each in found)
        raise DataFileError(path.name, tuple(located)) from error
    if problem := _disagreement(set(front.variables), set(used), set(given)):
        raise DataFileError(path.name, (Problem("variables", problem, asset.front.line(("variables",))),))
    return front, template


def _disagreement(declared: set[str], used: set[str], given: set[str]) -> str:
    """Why the names that a text uses, those it declares and those there are do not fit together."""
    if unknown := used - given:
        return f"there is no {', '.join(sorted(unknown))}; there is {', '.join(sorted(given))}"
    if used != declared:
        return f"the text uses {', '.join(sorted(used)) or 'nothing'}, and this says otherwise"
    return ""
