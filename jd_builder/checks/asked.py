"""What rules about answers are asked of, and what they tell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from jd_builder.checks.context import Context
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation, Sector
from jd_builder.domain.post import Post

PUBLIC = {Sector.CENTRAL_GOVERNMENT, Sector.NHS, Sector.UNIVERSITY, Sector.LOCAL_GOVERNMENT, Sector.POLICE}


@dataclass(frozen=True)
class Asked:
    """A draft as its answers read, and what else is known."""

    draft: Draft
    post: Post
    organisation: Organisation
    context: Context

    @property
    def sector(self) -> Sector | None:
        return self.context.sector

    @property
    def today(self) -> date:
        return self.context.today

    def own_words(self) -> Iterator[tuple[str, str]]:
        """What people wrote in words of their own, with the field or criterion that it stands in."""
        for name in ("purpose", "team", "development"):
            yield f"post.{name}", getattr(self.post, name) or ""
        yield "organisation.about", self.organisation.about or ""
        for number, clause in enumerate(self.organisation.paragraphs, start=1):
            yield f"organisation.paragraphs.{number}.text", clause.text
        yield from ((f"criteria.{each.id}", each.text) for each in self.draft.own)
        yield from ((f"criteria.{id_}", edit.text) for id_, edits in self.draft.edits.items() for edit in edits)


@dataclass(frozen=True)
class Told:
    """A field to look at, what stands in it, and a number or further words for the message."""

    field: str
    match: str = ""
    number: int | None = None
    other: str = ""


Predicate = Callable[[Asked], Iterator[Told]]
