"""The one thing a person changes. Every operation returns a new Draft."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator

from jd_builder.domain.answers import Reading, read
from jd_builder.domain.base import Model
from jd_builder.domain.findings import Kept
from jd_builder.domain.framework import Group, Kind, Need, Stage, Wording
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.values import Part, Prose, YesNo, several

VERSION = 1
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
    """Other words for a statement, in all documents or in one."""

    lone: ClassVar[str] = "text"

    text: Prose
    origin: Literal["own", "model"] = "own"
    base: Base | None = None
    document: str | None = None


class OwnStatement(Model):
    """A statement that the user added."""

    id: str = Field(pattern=r"^own\.[1-9][0-9]*$")
    kind: Kind = "duty"
    text: Prose
    theme: str | None = None


class ProfileRef(Model):
    """Which saved organisation, and which revision of it, a draft copied."""

    id: str
    revision: int


Edits = Annotated[tuple[Edit, ...], BeforeValidator(several)]


class Draft(Model):
    """A job description in the making: the answers, the choices, and nothing that is computed."""

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
    own: tuple[OwnStatement, ...] = ()
    kept: tuple[Kept, ...] = ()

    @field_validator("version")
    @classmethod
    def _known_version(cls, version: int) -> int:
        if version != VERSION:
            raise ValueError(f"version {version} is not read here; this program reads version {VERSION}")
        return version

    @field_validator("criteria", "own", "kept", mode="before")
    @classmethod
    def _nothing_is_empty(cls, value: Any) -> Any:
        return () if value is None else value

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        for name, items in (("own", self.own), ("criteria", self.criteria)):
            ids = [item.id for item in items if item.id]
            double = next((one for one in ids if ids.count(one) > 1), None)
            if double:
                raise ValueError(f"{name}: the id {double} stands twice")
        return self

    def read_organisation(self) -> Reading[Organisation]:
        return read(Organisation, self.organisation, "organisation")

    def read_post(self) -> Reading[Post]:
        return read(Post, self.post, "post")

    def changed(self, **fields: Any) -> Self:
        """The draft with other values in some fields, validated as a whole."""
        return type(self).model_validate({**dict(self), **fields})

    def answered(self, place: str, value: Any) -> Self:
        """The draft with one answer as typed, or without it when the value is None.

        ``place`` is a dotted key such as ``post.pay.minimum``.
        """
        part, *keys = place.split(".")
        if part not in ("organisation", "post") or not keys:
            raise ValueError(f"no answer is kept at {place}")
        return self.changed(**{part: _set(getattr(self, part), keys, value)})

    def including(self, statement: str) -> Self:
        choose = self.choose
        exclude = tuple(one for one in choose.exclude if one != statement)
        return self._choosing(include=(*_without(choose.include, statement), statement), exclude=exclude)

    def excluding(self, statement: str) -> Self:
        choose = self.choose
        include = tuple(one for one in choose.include if one != statement)
        return self._choosing(include=include, exclude=(*_without(choose.exclude, statement), statement))

    def starring(self, statement: str, on: bool = True) -> Self:
        rest = _without(self.choose.star, statement)
        return self._choosing(star=(*rest, statement) if on else rest)

    def ordering(self, statements: tuple[str, ...]) -> Self:
        return self._choosing(order=statements)

    def editing(self, statement: str, edit: Edit) -> Self:
        """The draft with an edit in place of an earlier one for the same documents."""
        others = tuple(one for one in self.edits.get(statement, ()) if one.document != edit.document)
        return self.changed(edits={**self.edits, statement: (*others, edit)})

    def restoring(self, statement: str) -> Self:
        """The draft with a statement's original words again, in all documents."""
        return self.changed(edits={key: value for key, value in self.edits.items() if key != statement})

    def adding(self, kind: Kind, text: str, theme: str | None = None) -> Self:
        """The draft with a statement of the user's own, under a number that was never used."""
        highest = max((int(one.id.removeprefix("own.")) for one in self.own), default=0)
        new = OwnStatement(id=f"own.{highest + 1}", kind=kind, text=text, theme=theme)
        return self.changed(own=(*self.own, new))

    def edit_for(self, statement: str, document: str) -> Edit | None:
        """The edit that holds in a document: its own before the one for all."""
        edits = self.edits.get(statement, ())
        return next((one for one in edits if one.document == document), None) or next(
            (one for one in edits if one.document is None), None
        )

    def _choosing(self, **fields: Any) -> Self:
        return self.changed(choose=Choices.model_validate({**dict(self.choose), **fields}))


def _without(ids: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in ids if each != one)


def _set(answers: Any, keys: list[str], value: Any) -> Any:
    """A copy of nested answers with one value set; a lone word gives way to keys under it."""
    first, *rest = keys
    copy = dict(answers) if isinstance(answers, Mapping) else {}
    if rest:
        copy[first] = _set(copy.get(first), rest, value)
    elif value is None:
        copy.pop(first, None)
    else:
        copy[first] = value
    return copy
