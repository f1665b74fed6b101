"""Text files that open with front matter, and the one strict, sandboxed template environment."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.text.located import Located, read_yaml

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

_FENCE = "---\n"


@dataclass(frozen=True)
class Asset:
    """A file's front matter and body. ``body`` keeps the file's line numbers by leading blank lines."""

    name: str
    front: Located
    body: str


def read_asset(path: Path) -> Asset:
    """Read a file that begins with ``---``, YAML and ``---``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataFileError(path.name, (Problem("", "this is not text in UTF-8; save the file as UTF-8"),)) from error
    end = text.find("\n" + _FENCE, len(_FENCE) - 1)
    if not text.startswith(_FENCE) or end < 0:
        problem = Problem("", "the file must open with its description between lines of ---", 1)
        raise DataFileError(path.name, (problem,))
    head = text[: end + 1]
    front = read_yaml("\n" + head[len(_FENCE) :], path.name)
    blank = "\n" * (head.count("\n") + 1)
    return Asset(path.stem, front, blank + text[end + 1 + len(_FENCE) :])


def strict_environment(
    kind: "type[ImmutableSandboxedEnvironment] | None" = None, **options: Any
) -> "ImmutableSandboxedEnvironment":
    """An environment in which an unknown name is an error and nothing can be changed or called back."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return (kind or ImmutableSandboxedEnvironment)(undefined=StrictUndefined, autoescape=False, **options)


def sentences_of(asset: Asset, file: str) -> tuple[Callable[..., str], frozenset[str]]:
    """What fills in a file's body, which is plain text, and the names that it uses."""
    from jinja2 import TemplateSyntaxError, meta

    environment = strict_environment()
    environment.globals.clear()
    try:
        used = meta.find_undeclared_variables(environment.parse(asset.body))
        return environment.from_string(asset.body).render, frozenset(used)
    except TemplateSyntaxError as error:
        problem = Problem("", f"the template does not parse: {error.message}", error.lineno)
        raise DataFileError(file, (problem,)) from error
