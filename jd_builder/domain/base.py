"""The one model class that every noun of the product is made from."""

from pydantic import BaseModel, ConfigDict


def kebab(name: str) -> str:
    """Spell a Python name as it stands in files: ``reports_to`` is ``reports-to``."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """A frozen value; unknown keys are errors, and files spell its keys in kebab-case."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        validate_by_name=True,
        validate_by_alias=True,
    )
