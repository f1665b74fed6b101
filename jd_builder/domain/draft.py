"""The one thing a person changes. Every operation returns a new Draft."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from jd_builder.domain.answering import with_answer
from jd_builder.domain.answers import Reading, read
from jd_builder.domain.base import Model
from jd_builder.domain.findings import Kept, still_kept
from jd_builder.domain.framework import Group, Kind, Need, Stage, Wording
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.rewriting import Reworded, RewordedAnswer
from jd_builder.domain.values import Part, Prose, YesNo, several

VERSION = 1
_OWN = re.compile(r"own\.([1-9][0-9]{0,17})", re.ASCII)
Answers = Mapping[str, Any]
Ids = Annotated[tuple[str, ...], BeforeValidator(several)]


class Choices(Model):
    """What differs from each layout's own selection; ``statements`` replaces it altogether.

    ``include`` adds to every document, ``exclude`` takes away, ``order`` rearranges the statements
    it names among their own places, and ``star`` says what a short advert takes.
    """

    include: Ids = ()
    exclude: Ids = ()
    order: Ids = ()
    star: Ids = ()
    statements: Ids | None = None


class Criterion(Model):
    """One requirement: of a skill or statement by its id, or in the user's own words, or both."""

    id: str = ""
    statement: str | None = None
    text: Prose | None = None
    need: Need
    group: Group | None = None
    assessed: Annotated[tuple[Stage, ...], BeforeValidator(several)] = ()
    why: Prose | None = None

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        if isinstance(value, dict) and not value.get("id") and value.get("statement"):
            return {**value, "id": value["statement"]}
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.statement and not self.text:
            raise ValueError("a criterion needs a statement's id or a text")
        return self


class Base(Model):
    """The text that an edit started from, so that a newer edition never overwrites it unseen."""

    wording: Wording
    edition: str
    text: str


class Edit(Part):
    """Other words for a statement, in all documents or in one; ``reworded`` says how a model came by them."""

    lone: ClassVar[str] = "text"

    text: Prose
    origin: Literal["own", "model"] = "own"
    base: Base | None = None
    document: str | None = None
    reworded: Reworded | None = None


class OwnStatement(Model):
    """A statement that the user added."""

    id: str = Field(pattern=r"^own\.[1-9][0-9]*$")
    kind: Kind = "duty"
    text: Prose
    theme: str | None = None


class LeftOver(Model):
    """What an old job description said and nobody has found a place for yet, under its heading."""

    text: Prose
    heading: str = ""


class ProfileRef(Model):
    """Which saved organisation, and which revision of it, a draft copied."""

    id: str
    revision: int


Edits = Annotated[tuple[Edit, ...], BeforeValidator(several)]


class Draft(Model):
    """A job description in the making: the answers, the choices, and nothing that is computed.

    ``last_own`` remembers the highest number of an own statement when that statement is gone.
    """

    version: int = VERSION
    role: str = "ciso"
    edition: str | None = None
    level: str | None = None
    wording: Wording = "plain"
    documents: Ids = ()
    confidential: YesNo = False
    organisation: Answers = Field(default_factory=dict)
    organisation_from: ProfileRef | None = None
    post: Answers = Field(default_factory=dict)
    choose: Choices = Choices()
    criteria: tuple[Criterion, ...] = ()
    edits: Mapping[str, Edits] = {}
    reworded: Mapping[str, RewordedAnswer] = {}
    own: tuple[OwnStatement, ...] = ()
    last_own: int = Field(default=0, ge=0)
    kept: tuple[Kept, ...] = ()
    left_over: tuple[LeftOver, ...] = ()

    @field_validator("version")
    @classmethod
    def _known_version(cls, version: int) -> int:
        if version != VERSION:
            raise ValueError(f"version {version} is not read here; this program reads version {VERSION}")
        return version

    @field_validator("criteria", "own", "kept", "left_over", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        for name, items in (("own", self.own), ("criteria", self.criteria)):
            times = Counter(item.id for item in items if item.id)
            double = next((one for one, count in times.items() if count > 1), None)
            if double:
                raise ValueError(f"{name}: the id {double} stands twice")
        return self

    @property
    def highest_own(self) -> int:
        """The highest number that a statement or criterion of the user's own has or had."""
        names = (*(one.id for one in self.own), *(one.id for one in self.criteria))
        return max((self.last_own, *(int(match[1]) for name in names if (match := _OWN.fullmatch(name)))))

    def read_organisation(self) -> Reading[Organisation]:
        return self._organisation_reading

    def read_post(self) -> Reading[Post]:
        return self._post_reading

    @cached_property
    def _organisation_reading(self) -> Reading[Organisation]:
        return read(Organisation, self.organisation, "organisation")

    @cached_property
    def _post_reading(self) -> Reading[Post]:
        return read(Post, self.post, "post")

    def changed(self, **fields: Any) -> Self:
        """The draft with other values in some fields, validated as a whole."""
        made = type(self).model_validate({**dict(self), **fields})
        still = still_kept(made.kept, dict(self), dict(made))
        if still != made.kept:
            made = type(self).model_validate({**dict(made), "kept": still})
        if made.highest_own < self.highest_own:
            made = type(self).model_validate({**dict(made), "last_own": self.highest_own})
        kept = {f"_{part}_reading" for part in ("organisation", "post") if part not in fields}
        made.__dict__.update((name, self.__dict__[name]) for name in kept & self.__dict__.keys())
        return made

    def answered(self, place: str, value: Any) -> Self:
        """The draft with one answer as typed, or without it when the value is None.

        ``place`` is a dotted key such as ``post.pay.minimum`` or ``post.location.2.town``.
        """
        part, *keys = place.split(".")
        model = _ANSWERED.get(part)
        if model is None or not keys:
            raise ValueError(f"no answer is kept at {place}")
        return self.changed(**{part: with_answer(getattr(self, part), keys, value, model)})

    def including(self, statement: str) -> Self:
        choose = self.choose
        added = (*_without(choose.include, statement), statement)
        listed = None if choose.statements is None else (*_without(choose.statements, statement), statement)
        return self._choosing(include=added, exclude=_without(choose.exclude, statement), statements=listed)

    def excluding(self, statement: str) -> Self:
        choose = self.choose
        removed = (*_without(choose.exclude, statement), statement)
        listed = None if choose.statements is None else _without(choose.statements, statement)
        return self._choosing(include=_without(choose.include, statement), exclude=removed, statements=listed)

    def starring(self, statement: str, on: bool = True) -> Self:
        rest = _without(self.choose.star, statement)
        return self._choosing(star=(*rest, statement) if on else rest)

    def ordering(self, statements: tuple[str, ...]) -> Self:
        return self._choosing(order=statements)

    def editing(self, statement: str, edit: Edit) -> Self:
        """The draft with an edit in place of an earlier one for the same documents."""
        others = tuple(one for one in self.edits.get(statement, ()) if one.document != edit.document)
        return self.changed(edits={**self.edits, statement: (*others, edit)})

    def restoring(self, statement: str, *documents: str | None) -> Self:
        """The draft with a statement's original words again.

        Without ``documents`` all of its edits go; else those for these documents, where None stands
        for the edit that holds for all.
        """
        left = tuple(one for one in self.edits.get(statement, ()) if documents and one.document not in documents)
        edits = {key: value for key, value in self.edits.items() if key != statement}
        return self.changed(edits={**edits, statement: left} if left else edits)

    def adding(self, kind: Kind, text: str, theme: str | None = None) -> Self:
        """The draft with a statement of the user's own, under a number that was never used."""
        new = OwnStatement(id=f"own.{self.highest_own + 1}", kind=kind, text=text, theme=theme)
        grown = self.changed(own=(*self.own, new))
        return grown.including(new.id) if self.choose.statements is not None else grown

    def removing(self, statement: str) -> Self:
        """The draft without a statement of the user's own, nor anything said about it."""
        choices = {name: _without(ids, statement) for name, ids in dict(self.choose).items() if ids is not None}
        return self.changed(
            own=tuple(one for one in self.own if one.id != statement),
            criteria=tuple(one for one in self.criteria if statement not in (one.id, one.statement)),
            edits={key: value for key, value in self.edits.items() if key != statement},
            choose=Choices.model_validate(choices),
        )

    def restating(self, statement: str, text: str, theme: str | None = None) -> Self:
        """The draft with other words for a statement of the user's own, under a theme."""
        said = {"text": text, "theme": theme}
        own = (OwnStatement.model_validate({**dict(one), **said}) if one.id == statement else one for one in self.own)
        return self.changed(own=tuple(own))

    def requiring(self, criteria: Iterable[Criterion]) -> Self:
        """The draft with these criteria in place of its own.

        One without an id gets a number of the user's own that was never used.
        """
        last, named = self.highest_own, []
        for each in criteria:
            last += not each.id
            named.append(each if each.id else Criterion.model_validate({**dict(each), "id": f"own.{last}"}))
        return self.changed(criteria=tuple(named))

    def answered_by_model(self, place: str, record: RewordedAnswer) -> Self:
        """The draft with an answer in the words that a person accepted from a model."""
        return self.answered(place, record.text).changed(reworded={**self.reworded, place: record})

    def edit_for(self, statement: str, document: str) -> Edit | None:
        """The edit that holds in a document: its own before the one for all."""
        edits = self.edits.get(statement)
        if not edits:
            return None
        return next((one for one in edits if one.document == document), None) or next(
            (one for one in edits if one.document is None), None
        )

    def rewording_of(self, criterion: Criterion, document: str) -> Edit | None:
        """Other words for a criterion in the user's own, made of those that it has now and of no others."""
        edit = self.edit_for(criterion.id, document) if criterion.text else None
        return edit if edit and edit.base and edit.base.text == criterion.text else None

    def _choosing(self, **fields: Any) -> Self:
        return self.changed(choose=Choices.model_validate({**dict(self.choose), **fields}))


def _without(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != one)


_ANSWERED: Mapping[str, type[Model]] = {"organisation": Organisation, "post": Post}
