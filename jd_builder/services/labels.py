"""What a field is called on screens and papers, by its dotted key."""

from pydantic import BaseModel

from jd_builder.domain.complaints import parts
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post

_MODELS: dict[str, type[BaseModel]] = {"organisation": Organisation, "post": Post}


def label(place: str) -> str:
    """``Pay`` for ``post.pay`` and for anything under it; a key that no field has stands for itself."""
    part, _, rest = place.partition(".")
    key = rest.partition(".")[0]
    fields = _MODELS[part].model_fields if part in _MODELS else {}
    titles = {each.alias: each.title for each in fields.values()} | {name: each.title for name, each in fields.items()}
    return titles.get(key) or key or place


def part_label(place: str) -> str:
    """``E-mail`` for ``post.contact.email``; a key that no part has stands for itself."""
    part, *path, key = place.split(".")
    model = _MODELS.get(part)
    for step in path:
        model = parts(model).get(step) if model else None
    fields = model.model_fields.items() if model else ()
    return next((field.title for name, field in fields if key in (name, field.alias) and field.title), key)
