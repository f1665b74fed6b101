"""The sandbox that layouts run in: as strict as Jinja's own, which asks the same questions again at each step."""

from types import FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment


class Sandbox(ImmutableSandboxedEnvironment):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answers: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Jinja's answer, once for each type: it looks at nothing else of an object."""
        known = self._answers.get((type(obj), attr))
        if known is None:
            known = self._answers[type(obj), attr] = super().is_safe_attribute(obj, attr, value)
        return known

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """What bears no mark, neither to be refused nor to be given Jinja's own objects, is just called."""
        if type(obj) in (FunctionType, MethodType) and not obj.__dict__:
            if kwargs:  # among them what Jinja adds inside a loop or a block, for those that get its context
                kwargs.pop("_loop_vars", None)
                kwargs.pop("_block_vars", None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)
