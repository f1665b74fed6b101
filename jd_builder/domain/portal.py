"""A jobs site: what has to be copied into it, block by block, as its file describes it."""

from pydantic import Field, model_validator

from jd_builder.domain.base import Model
from jd_builder.domain.organisation import Sector


class Box(Model):
    """A field of the site by the heading of its block, with its limits in characters where it has any."""

    heading: str = Field(min_length=1)
    least: int | None = Field(default=None, ge=1)
    most: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> "Box":
        if self.least and self.most and self.least > self.most:
            raise ValueError("least must not be more than most")
        return self


class Portal(Model):
    """``document`` is the layout whose sections are the blocks; ``source`` says where the limits are published."""

    id: str
    name: str = Field(min_length=1)
    about: str = Field(min_length=1)
    suits: tuple[Sector, ...] = ()
    source: str | None = Field(default=None, pattern=r"^https://")
    document: str
    boxes: tuple[Box, ...] = ()
