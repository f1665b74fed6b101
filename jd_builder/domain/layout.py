"""What one kind of document contains, as its file describes it."""

from typing import Literal

from pydantic import Field, model_validator

from jd_builder.domain.base import Model
from jd_builder.domain.organisation import Sector


class Share(Model):
    """How many statements of one sort a document takes by itself, and what is about right."""

    default: int = Field(ge=0)
    least: int = Field(ge=0)
    most: int = Field(ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> "Share":
        if not self.least <= self.default <= self.most:
            raise ValueError("least, default and most must not go down")
        return self


class Takes(Model):
    """A layout's share of the draft's content.

    ``words`` bounds the statements it picks by itself; ``starred`` says that it keeps to the
    starred statements as soon as there are any.
    """

    duties: Share
    essential: Share
    desirable: Share = Share(default=0, least=0, most=0)
    words: int | None = Field(default=None, ge=1)
    starred: bool = False


class Layout(Model):
    """``needs`` names the fields that the document shows as gaps while they are missing.

    ``audience`` is who may see the document: candidates, or staff only, or the panel only.
    """

    id: str
    name: str = Field(min_length=1)
    description: str = Field(min_length=1)
    suits: tuple[Sector, ...]
    audience: Literal["candidates", "staff", "panel"] = "candidates"
    needs: tuple[str, ...]
    takes: Takes
