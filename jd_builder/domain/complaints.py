"""What is wrong with a value, in a sentence that a person can act on."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from jd_builder.domain.values import NumberError

_BOUNDS = {"ge": "at least", "le": "at most", "gt": "more than", "lt": "less than"}


def sentence_for(model: type[BaseModel], detail: Any) -> str:
    """One of pydantic's error details about a model, in words for the person who typed the value."""
    given, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "value_error":
            return _short(context["error"], 400) + _such_as(model, detail["loc"], context["error"])
        case "extra_forbidden":
            return "there is no such key here" + _did_you_mean(model, detail["loc"])
        case "missing":
            return f"{_label(model, detail['loc']) or 'this'} is needed here"
        case _ if given is None:
            return "this is left empty; fill it in, or take it out"
        case "enum" | "literal_error":
            return f"'{_short(given)}' is not one of {str(context['expected']).replace(' or ', ', ')}"
        case "model_type" | "model_attributes_type" | "dict_type" | "mapping_type":
            return f"'{_short(given)}' stands alone, but this has keys under it"
        case "tuple_type" | "list_type":
            return f"'{_short(given)}' is not a list"
        case "too_long" if isinstance(given, str):
            return f"this is {len(given):,} characters long; {context['max_length']} at most"
        case "too_long":
            return f"there are {context['actual_length']} of these; {context['max_length']} at most"
        case "string_too_long":
            return f"this is {len(given):,} characters long; {context['max_length']} at most"
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            bound = " and ".join(f"{_BOUNDS[key]} {limit}" for key, limit in context.items() if key in _BOUNDS)
            return f"{_short(given)} is out of range: {bound}"
        case _:
            return f"'{_short(given)}' cannot be read here"


@cache
def parts(model: type[BaseModel]) -> Mapping[str, type[BaseModel] | None]:
    """The keys of a model as files spell them, each with the model of what stands under it."""
    return {field.alias or name: _model_in(field.annotation) for name, field in model.model_fields.items()}


def _did_you_mean(model: type[BaseModel], loc: Sequence[str | int]) -> str:
    """The nearest key at that depth of the model, by its name or by its label on screens."""
    names = _names(model, [step for step in loc[:-1] if isinstance(step, str)])
    written = "-".join(str(loc[-1]).casefold().replace("_", " ").split())
    near = get_close_matches(written, names, n=1)
    keys = dict.fromkeys(names.values())
    few = f"; the keys are {', '.join(keys)}" if 0 < len(keys) < 12 else ""
    return f"; did you mean '{names[near[0]]}'?" if near else few


def _such_as(model: type[BaseModel], loc: Sequence[str | int], error: Exception) -> str:
    """The example of the field at a place, after a sentence that says what is not a number."""
    field = _field(model, loc) if isinstance(error, NumberError) else None
    return f", such as {field.examples[0]}" if field and field.examples else ""


def _label(model: type[BaseModel], loc: Sequence[str | int]) -> str | None:
    """What screens call the field at a place, where they do."""
    field = _field(model, loc)
    return field.title if field else None


def _field(model: type[BaseModel], loc: Sequence[str | int]) -> FieldInfo | None:
    *path, key = [step for step in loc if isinstance(step, str)]
    at = _model_at(model, path)
    fields = at.model_fields.items() if at else ()
    return next((field for name, field in fields if key in (name, field.alias)), None)


def _model_at(model: type[BaseModel], path: Sequence[str]) -> type[BaseModel] | None:
    """The model of what stands under these keys, if they lead to one."""
    at: type[BaseModel] | None = model
    for step in path:
        at = parts(at).get(step) if at else None
    return at


def _names(model: type[BaseModel], path: Sequence[str]) -> dict[str, str]:
    """What a field may be called, in kebab-case, and its key."""
    at = _model_at(model, path)
    if at is None:
        return {}
    fields = [(field.alias or name, field.title or name) for name, field in at.model_fields.items()]
    labels = {"-".join(label.casefold().split()): key for key, label in fields}
    return labels | {key: key for key, _ in fields}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(part) for part in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


def _short(value: Any, longest: int = 60) -> str:
    """A value in one line. What is too long loses its middle, so that the end of a sentence stays."""
    text = " ".join(str(value).split())
    half = longest // 2 - 2
    return text if len(text) <= longest else f"{text[:half]} ... {text[-half:]}"
