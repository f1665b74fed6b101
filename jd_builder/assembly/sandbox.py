"""The sandbox that layouts run in: as strict as Jinja's own, which asks the same questions again at each step."""

from types import BuiltinMethodType, FunctionType, MethodType
from typing import Any

from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

_METHODS = (MethodType, BuiltinMethodType)
_FUNCTIONS = (FunctionType, *_METHODS)


class Sandbox(ImmutableSandboxedEnvironment):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._answers: dict[tuple[type, str], bool] = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Jinja's answer: quickly for what it allowed of this type before, unless it is a method, which may be more."""
        if self._answers.get((type(obj), attribute)):
            value = getattr(obj, attribute, None)
            if value is not None and not isinstance(value, _METHODS):
                return value
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Jinja's answer, once for each type: it looks at nothing else of an object."""
        known = self._answers.get((type(obj), attr))
        if known is None:
            known = self._answers[type(obj), attr] = super().is_safe_attribute(obj, attr, value)
        return known

    def call(
        self,
        context: Context,
        obj: Any,
        /,
        *args: Any,
        _loop_vars: Any = None,  # these two are what Jinja adds for those that get its context
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        """What bears no mark, neither to be refused nor to be given Jinja's own objects, is just called."""
        if type(obj) in _FUNCTIONS and not getattr(obj, "__dict__", None):
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, _loop_vars=_loop_vars, _block_vars=_block_vars, **kwargs)
