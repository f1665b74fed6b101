"""The shape of a rule, as its file describes it. Each kind has keys of its own."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import BeforeValidator, Field, model_validator

from jd_builder.domain.base import Model
from jd_builder.domain.findings import Severity
from jd_builder.domain.organisation import Nation, Sector
from jd_builder.domain.values import several

Scope = Literal["title", "heading", "paragraph", "item", "cell", "small"]
Role = Literal["words", "not-in", "with", "without"]
Some = Annotated[tuple[str, ...], BeforeValidator(several), Field(min_length=1)]
Few = Annotated[tuple[str, ...], BeforeValidator(several)]


class Example(Model):
    """A text, or the answers of a draft, or both; ``times`` repeats the text, ``today`` is a date.

    ``duties`` is how many of them the text has, where 6 to 8 are about right.
    """

    text: str = ""
    times: int = Field(default=1, ge=1)
    organisation: Mapping[str, Any] = {}
    post: Mapping[str, Any] = {}
    criteria: tuple[Mapping[str, Any], ...] = ()
    own: tuple[Mapping[str, Any], ...] = ()
    titles: tuple[str, ...] = ()
    duties: int | None = None
    today: str = "2026-11-02"


def _example(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


Shown = Annotated[tuple[Annotated[Example, BeforeValidator(_example)], ...], Field(min_length=1)]


class Examples(Model):
    """What the rule finds and what it leaves in peace: at least one of each."""

    flag: Shown
    pass_: Shown


class _Rule(Model):
    """What every rule says. ``why`` is a reason in one or two sentences of our own.

    ``link`` is the source where an address is known. Without ``layouts``, ``nations`` or ``sectors`` a
    rule holds in all of them. ``by_nation`` is another reason where other law applies. ``when`` is a
    fact of the draft (``facts.py``) without which a rule is silent. ``only_yours``: fixed wording may say it.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    severity: Severity
    message: str = Field(min_length=1)
    why: str = Field(min_length=1)
    link: str | None = Field(default=None, pattern=r"^https://")
    scope: Annotated[tuple[Scope, ...], BeforeValidator(several)] = get_args(Scope)
    layouts: Few = ()
    nations: Annotated[tuple[Nation, ...], BeforeValidator(several)] = ()
    sectors: Annotated[tuple[Sector, ...], BeforeValidator(several)] = ()
    by_nation: Mapping[Nation, str] = {}
    when: str | None = None
    only_yours: bool = False
    examples: Examples

    def phrases(self) -> Iterator[tuple[Role, str]]:
        """The phrases to look for, each with its part in the rule."""
        yield from ()


class Existence(_Rule):
    """Words that are not wanted. ``not_in``: longer phrases in which they are harmless."""

    kind: Literal["existence"]
    words: Few = ()
    characters: Few = ()
    not_in: Few = ()
    instead: Few = ()

    def phrases(self) -> Iterator[tuple[Role, str]]:
        yield from (("words", each) for each in self.words)
        yield from (("not-in", each) for each in self.not_in)


class Substitution(_Rule):
    """Words with what to write in their place, one or several alternatives each.

    ``house``: those that the organisation names as its house terms, in place of ``swap``.
    """

    kind: Literal["substitution"]
    swap: Mapping[str, Some] = {}
    house: bool = False
    not_in: Few = ()

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if bool(self.swap) == self.house:
            raise ValueError("a substitution has either 'swap' or 'house: true'")
        return self

    def phrases(self) -> Iterator[tuple[Role, str]]:
        yield from (("words", each) for each in self.swap)
        yield from (("not-in", each) for each in self.not_in)


class Conditional(_Rule):
    """Words that count only beside others: ``with`` within so many words of the same sentence, or
    ``without`` anywhere in the same item. ``not_under`` is a word of the heading above, or of the other
    cells of a row, under which they are harmless.
    """

    kind: Literal["conditional"]
    words: Some
    with_: Few = ()
    within: int = Field(default=6, ge=1)
    without: Few = ()
    not_in: Few = ()
    not_under: Few = ()
    instead: Few = ()

    def phrases(self) -> Iterator[tuple[Role, str]]:
        yield from (("words", each) for each in self.words)
        yield from (("not-in", each) for each in self.not_in)
        yield from (("with", each) for each in self.with_)
        yield from (("without", each) for each in self.without)


class Occurrence(_Rule):
    """An acronym that is not explained where it first stands. ``known`` ones need no explanation."""

    kind: Literal["occurrence"]
    known: Few = ()


class Metric(_Rule):
    """A count and the most that it should be, where no layout says it. The measures are in ``kinds/metric.py``.

    ``by_layout`` is another most, where a kind of document is meant to hold more or fewer.
    """

    kind: Literal["metric"]
    measure: str
    most: int = Field(default=0, ge=0)
    by_layout: Mapping[str, Annotated[int, Field(ge=0)]] = {}

    def most_in(self, layout: str | None) -> int:
        return self.by_layout.get(layout or "", self.most)


class Balance(_Rule):
    """Signs that come in pairs: any of ``opens`` needs one of ``closes`` after it in the same text.

    ``alone``: a closing sign may stand alone, as the bracket of ``a)`` does.
    """

    kind: Literal["balance"]
    opens: str = Field(min_length=1)
    closes: str = Field(min_length=1)
    alone: bool = False


class Duplicate(_Rule):
    """Two items of a list that say the same: ``likeness`` of their content words, 0 to 1."""

    kind: Literal["duplicate"]
    likeness: float = Field(gt=0, le=1)


class FieldRule(_Rule):
    """A question about the answers of a draft. The predicates are in ``predicates``."""

    kind: Literal["field"]
    predicate: str


Rule = Existence | Substitution | Conditional | Occurrence | Metric | Balance | Duplicate | FieldRule
