"""What is wrong with a layout's template, told from its syntax tree before any draft meets it."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from jd_builder.assembly.blocks import NAMES
from jd_builder.assembly.content import CONTENT
from jd_builder.assembly.helpers import HELPERS
from jd_builder.assembly.said import Sayings
from jd_builder.domain.base import kebab
from jd_builder.domain.complaints import parts
from jd_builder.domain.errors import Problem
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post

if TYPE_CHECKING:
    from jinja2 import nodes

CONTEXT = {
    *NAMES,
    *HELPERS,
    *CONTENT,
    "scale",
    "organisation",
    "post",
    "said",
    "layout",
    "for_approval",
}
_SAID = ("title", *vars(Sayings))
_MODELS: Mapping[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}
_OF_ANY_WORDS = ("value", "gap", "ref", "origin")


def problems_in(tree: "nodes.Template", environment: Any) -> tuple[Problem, ...]:
    """Everything in a template that is wrong whatever the draft, each once, with its line."""
    filters = tuple(_unknown_filters(tree, environment))
    names = () if filters else tuple(_unknown_names(tree))  # Jinja looks for names only where it knows all filters
    return tuple(dict.fromkeys((*_stray(tree), *names, *_unknown_fields(tree), *filters, *_other_files(tree))))


def is_field(key: str) -> bool:
    """Whether a dotted key such as ``post.pay`` names a field that people answer."""
    part, _, field = key.partition(".")
    return part in _MODELS and field in parts(_MODELS[part])


def _unknown_names(tree: "nodes.Template") -> Iterator[Problem]:
    from jinja2 import meta, nodes

    unknown: set[str] = meta.find_undeclared_variables(tree) - CONTEXT
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            yield Problem("", f"there is nothing called '{name.name}'", name.lineno)


def _unknown_fields(tree: "nodes.Template") -> Iterator[Problem]:
    """Fields that no answer could ever fill, also inside parts that most drafts leave out."""
    from jinja2 import nodes

    for got in tree.find_all(nodes.Getattr):
        holder, *steps = _steps(got)
        if holder == "said" and steps[0] not in _SAID:
            yield Problem("", f"there is no field 'said.{steps[0]}'", got.lineno)
        if holder in _MODELS:
            yield from _unknown_steps(holder, steps, got.lineno)


def _unknown_steps(holder: str, steps: list[str], line: int) -> Iterator[Problem]:
    model: type[BaseModel] | None = _MODELS[holder]
    for number, step in enumerate(steps, start=1):
        if model is None or step in _OF_ANY_WORDS:
            return
        if step not in model.model_fields:
            yield Problem("", f"there is no field '{'.'.join((holder, *steps[:number]))}'", line)
            return
        model = parts(model)[kebab(step)]


def _steps(node: "nodes.Node") -> tuple[str, ...]:
    """The names of ``post.pay.minimum``; an empty first one where it begins with something else."""
    from jinja2 import nodes

    if isinstance(node, nodes.Getattr):
        return (*_steps(node.node), node.attr)
    return (node.name,) if isinstance(node, nodes.Name) else ("",)


def _unknown_filters(tree: "nodes.Template", environment: Any) -> Iterator[Problem]:
    """Filters and tests that do not exist, some of which Jinja would find only when it gets to them."""
    from jinja2 import nodes

    used = [("filter", each.name, each.lineno) for each in tree.find_all(nodes.Filter)]
    used += [
        ("filter", str(each.args[0].as_const()), each.lineno) for each in tree.find_all(nodes.Filter) if _maps(each)
    ]
    used += [("test", each.name, each.lineno) for each in tree.find_all(nodes.Test)]
    for kind, name, line in used:
        if name not in (environment.filters if kind == "filter" else environment.tests):
            yield Problem("", f"there is no {kind} called '{name}'", line)


def _maps(node: "nodes.Filter") -> bool:
    """Whether a filter is ``map`` and names the one to use on each item."""
    from jinja2 import nodes

    return node.name == "map" and bool(node.args) and isinstance(node.args[0], nodes.Const)


def _other_files(tree: "nodes.Template") -> Iterator[Problem]:
    from jinja2 import nodes

    for node in tree.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
        yield Problem("", "a layout stands alone: it takes in no other file", node.lineno)


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
