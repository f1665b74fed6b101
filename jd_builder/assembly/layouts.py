"""Layouts as files: found by glob, compiled once, refused with their line when something is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from jd_builder.assembly import marks
from jd_builder.assembly.blocks import NAMES
from jd_builder.assembly.helpers import HELPERS
from jd_builder.assembly.said import Sayings
from jd_builder.domain.answers import problems_of
from jd_builder.domain.base import kebab
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.domain.layout import Layout
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.text.assets import Asset, read_asset, strict_environment

if TYPE_CHECKING:
    from jinja2 import Template, nodes

FOLDER = Path(__file__).parents[2] / "templates" / "layouts"
CONTENT = ("role", "level", "summary", "duties", "duty_groups", "essential", "desirable", "requirements", "skills")
_FIELDS: Mapping[str, frozenset[str]] = {
    "organisation": frozenset(map(kebab, Organisation.model_fields)),
    "post": frozenset(map(kebab, Post.model_fields)),
    "said": frozenset(map(kebab, ("title", *vars(Sayings)))),
}
CONTEXT = {
    *NAMES,
    *HELPERS,
    *CONTENT,
    "related",
    "adapted_from",
    "organisation",
    "post",
    "said",
    "layout",
    "for_approval",
}


@dataclass(frozen=True)
class Loaded:
    """The layouts that are fit for use by their ids, and what is wrong with the others."""

    layouts: Mapping[str, Layout]
    templates: Mapping[str, "Template"]
    errors: tuple[DataFileError, ...]


@cache
def load_layouts(folder: Path = FOLDER) -> Loaded:
    """Every layout of a folder. A broken file is named and leaves the others as they are."""
    environment = _environment()
    layouts, templates, errors = {}, {}, []
    for path in sorted(folder.glob("*.jinja")):
        try:
            asset = read_asset(path)
            layouts[path.stem] = _described(asset, path.name)
            templates[path.stem] = _compiled(environment, asset, path.name)
        except DataFileError as error:
            layouts.pop(path.stem, None)
            errors.append(error)
    return Loaded(layouts, templates, tuple(errors))


def _environment() -> Any:
    environment = strict_environment(finalize=marks.finalize, trim_blocks=True, lstrip_blocks=True)
    environment.filters.update(raised=marks.raised, lowered=marks.lowered)
    return environment


def _described(asset: Asset, file: str) -> Layout:
    front = asset.front.data if isinstance(asset.front.data, dict) else {}
    try:
        layout = Layout.model_validate({**front, "id": asset.name})
    except ValidationError as error:
        raise _refused(asset, file, problems_of(error, Layout)) from error
    unknown = tuple(_unknown_needs(layout))
    if unknown:
        raise _refused(asset, file, unknown)
    return layout


def _refused(asset: Asset, file: str, problems: Iterable[Problem]) -> DataFileError:
    return DataFileError(file, tuple(replace(each, line=_line_of_key(asset, each.place)) for each in problems))


def _unknown_needs(layout: Layout) -> Iterator[Problem]:
    for number, need in enumerate(layout.needs, start=1):
        part, _, field = need.partition(".")
        if field not in _FIELDS.get(part, ()):
            yield Problem(f"needs.{number}", f"there is no field '{need}'")


def _line_of_key(asset: Asset, place: str) -> int | None:
    steps = (int(step) - 1 if step.isdigit() else step for step in place.split("."))
    return asset.front.line(tuple(steps))


def _compiled(environment: Any, asset: Asset, file: str) -> "Template":
    from jinja2 import TemplateSyntaxError

    try:
        tree = environment.parse(asset.body)
    except TemplateSyntaxError as error:
        raise DataFileError(
            file, (Problem("", f"the template does not parse: {error.message}", error.lineno),)
        ) from error
    problems = (*_stray(tree), *_unknown_names(tree))
    if problems:
        raise DataFileError(file, problems)
    code = environment.compile(tree, name=asset.name, filename=file)
    return environment.template_class.from_code(environment, code, {})  # type: ignore[no-any-return]


def _unknown_names(tree: "nodes.Template") -> Iterator[Problem]:
    """Names, and fields of the three things that hold fields, that no draft could ever give."""
    from jinja2 import meta, nodes

    unknown: set[str] = meta.find_undeclared_variables(tree) - CONTEXT
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            yield Problem("", f"there is nothing called '{name.name}'", name.lineno)
    for got in tree.find_all(nodes.Getattr):
        holder = str(got.node.name) if isinstance(got.node, nodes.Name) else ""
        if holder in _FIELDS and kebab(got.attr) not in _FIELDS[holder]:
            yield Problem("", f"there is no field '{holder}.{got.attr}'", got.lineno)


def _stray(tree: "nodes.Template") -> Iterator[Problem]:
    """Text or values that stand in no block, and so would be lost without a word."""
    from jinja2 import nodes

    inside = {
        id(node) for call in tree.find_all((nodes.CallBlock, nodes.AssignBlock)) for node in call.find_all(nodes.Output)
    }
    for output in tree.find_all(nodes.Output):
        if id(output) in inside:
            continue
        for node in output.nodes:
            if isinstance(node, nodes.TemplateData) and node.data.strip():
                yield Problem("", f"'{node.data.strip()[:40]}' stands outside a block", _line_of(node))
            elif not isinstance(node, nodes.TemplateData) and not _is_block_call(node):
                yield Problem("", "a value stands outside a block", node.lineno)


def _line_of(data: "nodes.TemplateData") -> int:
    return data.lineno + len(data.data) - len(data.data.lstrip("\n"))


def _is_block_call(node: "nodes.Node") -> bool:
    from jinja2 import nodes

    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in NAMES
