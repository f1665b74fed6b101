"""Layouts as files: found by glob, each compiled once when it is needed, refused with its line when it is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from jd_builder.assembly import marks
from jd_builder.assembly.layout_rules import is_field, problems_in
from jd_builder.domain.answers import problems_of
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.domain.layout import Layout
from jd_builder.text.assets import Asset, read_asset, strict_environment

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parents[2] / "templates" / "layouts"


@dataclass(frozen=True)
class Compiled:
    """A layout's template and the names that it uses."""

    template: "Template"
    names: frozenset[str]


class Layouts(Mapping[str, Layout]):
    """The layouts of a folder that are fit for use, by their ids; what is wrong with the others are ``errors``.

    Each is read when it is first looked up: to compile one takes far longer than to fill it in.
    """

    def __init__(self, folder: Path) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.jinja"))}
        self._found: dict[str, tuple[Layout, Compiled] | DataFileError] = {}

    def __getitem__(self, id_: str) -> Layout:
        return self._sound(id_)[0]

    def __iter__(self) -> Iterator[str]:
        return (id_ for id_ in self._paths if not isinstance(self._read(id_), DataFileError))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def compiled(self, id_: str) -> Compiled:
        return self._sound(id_)[1]

    @property
    def errors(self) -> tuple[DataFileError, ...]:
        return tuple(found for found in map(self._read, self._paths) if isinstance(found, DataFileError))

    def _sound(self, id_: str) -> tuple[Layout, Compiled]:
        found = self._read(id_)
        if isinstance(found, DataFileError):
            raise KeyError(id_)
        return found

    def _read(self, id_: str) -> tuple[Layout, Compiled] | DataFileError:
        if id_ not in self._found:
            try:
                self._found[id_] = _read(self._paths[id_], self._environment)
            except DataFileError as error:
                self._found[id_] = error
        return self._found[id_]

    @cached_property
    def _environment(self) -> Any:
        from jd_builder.assembly.sandbox import Sandbox

        environment = strict_environment(Sandbox, finalize=marks.finalize, trim_blocks=True, lstrip_blocks=True)
        environment.globals.clear()
        environment.filters.update(raised=marks.raised, lowered=marks.lowered)
        return environment


@cache
def load_layouts(folder: Path = FOLDER) -> Layouts:
    """Every layout of a folder. A broken file leaves the others as they are."""
    return Layouts(folder)


def _read(path: Path, environment: Any) -> tuple[Layout, Compiled]:
    asset = read_asset(path)
    layout, wrong_front = _described(asset)
    template, wrong_body = _compiled(environment, asset, path.name)
    if layout is None or template is None:
        raise DataFileError(path.name, (*wrong_front, *wrong_body))
    return layout, template


def _described(asset: Asset) -> tuple[Layout | None, tuple[Problem, ...]]:
    """What the front matter says, or what is wrong with it."""
    front = asset.front.data if isinstance(asset.front.data, dict) else {}
    try:
        layout = Layout.model_validate({**front, "id": asset.name})
        problems = tuple(_unknown_needs(layout))
    except ValidationError as error:
        layout, problems = None, problems_of(error, Layout)
    located = tuple(replace(each, line=_line_of_key(asset, each.place)) for each in problems)
    return None if located else layout, located


def _unknown_needs(layout: Layout) -> Iterator[Problem]:
    for number, need in enumerate(layout.needs, start=1):
        if not is_field(need):
            yield Problem(f"needs.{number}", f"there is no field '{need}'")


def _line_of_key(asset: Asset, place: str) -> int | None:
    steps = (int(step) - 1 if step.isdigit() else step for step in place.split("."))
    return asset.front.line(tuple(steps))


def _compiled(environment: Any, asset: Asset, file: str) -> tuple[Compiled | None, tuple[Problem, ...]]:
    """The template, or what is wrong with it."""
    from jinja2 import TemplateSyntaxError, meta

    try:
        tree = environment.parse(asset.body)
        problems = problems_in(tree, environment)
        if problems:
            return None, problems
        names = frozenset(meta.find_undeclared_variables(tree))
        code = environment.compile(tree, name=asset.name, filename=file)
    except TemplateSyntaxError as error:
        return None, (Problem("", f"the template does not parse: {error.message}", error.lineno),)
    return Compiled(environment.template_class.from_code(environment, code, {}), names), ()
