"""The sandbox of layouts refuses what Jinja's own refuses, at the second asking as at the first."""

from typing import Any

import pytest
from jinja2 import UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import unsafe

from jd_builder.assembly.sandbox import Sandbox
from jd_builder.text.assets import strict_environment

REACHES_OUT = [
    "here.append(1)",
    "here.__class__.__mro__",
    "''.__class__.__subclasses__()",
    "act.__globals__",
    "act.__code__",
    "'{0.__class__}'.format(here)",
    "dangerous()",
    "method.held(here)",
]


class Holder:
    """What holds a word here may hold a method there, which gives away more."""

    def __init__(self, held: Any) -> None:
        self.held = held


@unsafe
def dangerous() -> str:
    return "done"


def act(word: str = "acted") -> str:
    return word


@pass_context
def named(context: Context) -> str:
    return str(context["name"])


def rendered(template: str) -> str:
    names: dict[str, Any] = {"here": [], "act": act, "dangerous": dangerous, "named": named, "name": "Leeds"}
    names |= {"plain": Holder("a word"), "method": Holder("{0.__class__}".format)}
    result = strict_environment(Sandbox).from_string(template).render(names)
    assert names["here"] == []
    return result


@pytest.mark.parametrize("expression", REACHES_OUT)
@pytest.mark.parametrize("before", ["", "{% if here.pop is defined %}{% endif %}{{ act() }}{{ plain.held }}"])
def test_a_layout_can_neither_change_anything_nor_reach_out(expression: str, before: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(f"{before}{{{{ {expression} }}}}")


def test_functions_are_called_in_loops_and_blocks_with_what_they_ask_for() -> None:
    template = "{% for each in ['a', 'b'] %}{{ act(each) }}{{ act(word=each) }}{{ named() }}{% endfor %}"
    assert rendered(template) == "aaLeedsbbLeeds"
    assert rendered("{% block one %}{{ act() }} in {{ named() }}{% endblock %}") == "acted in Leeds"
