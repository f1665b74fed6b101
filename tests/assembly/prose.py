"""Drafts that hypothesis makes up from the models: each answer there, open or skipped, and awkward to say."""

from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.layouts import load_layouts
from jd_builder.content.builtin import load_builtin
from jd_builder.domain.base import kebab
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.domain.values import Moment
from tests.assembly.roles import GUARD, PORTER
from tests.samples import LAYOUTS

ROLES = {role.id: role for role in (*load_builtin(), GUARD, PORTER)}

TITLES = (
    *("Chief information security officer", "Head of IT security", "IT director", "NHS lead", "University registrar"),
    *("Executive director, people and change", "Chief Executive", "Head of operations.", "Head of Services", "8a lead"),
    *("the chief of staff", "The permanent secretary", "our chair", "Head of I.T.", "Vice-Chancellor"),
    "Deputy director.",
)
LINES = (
    *("up to 15% for agreed goals", "Paid at the end of each month.", "Harbour Mutual Ltd.", "All our sites"),
    *("one thing, a second and a third", "By e-mail to jobs@harbour.example", "Leeds", "IT"),
)
PROSE = (
    "We look after rivers and coasts. About 1,200 of us do.",
    "Nobody put a full stop here",
    "The team of 12 has two leads.\n\nIt sits in Leeds, York and Hull!",
)
SPECIAL = {
    "name": ("Harbour Mutual", "The Rivers Trust", "Alder Search", "Department for Coasts"),
    "short_name": ("the Trust", "The Trust", "Harbour", "NHS Rivers"),
    "email": ("jobs@harbour.example",),
    "phone": ("0113 496 0110",),
    "link": ("https://harbour.example/jobs/ciso",),
    "method": ("by e-mail to jobs@harbour.example", "Write to us!", "Send it by post.", "Through the form on our site"),
    "currency": ("GBP", "CHF"),
    "documents": ("a CV of two pages", "CV", "the form, with a statement", *(path.stem for path in LAYOUTS)),
    "minimum": ("90000", "105000"),
    "maximum": ("105000", "130000"),
    "hiring_minimum": ("105000",),
    "hiring_maximum": ("105000",),
    "days_on_site": ("0.5", "1", "2"),
    "number_of_posts": ("1", "2"),
    "hours": ("1", "35", "37.5"),
    "team_size": ("0", "1", "2.5", "12", "22"),
    "direct_reports": ("0", "1", "5", "12"),
    **dict.fromkeys(("months", "probation", "notice", "reserve_list"), ("0", "1", "6")),
    "top_meeting": ("the board", "The board", "executive committee", "Trust Board", "ExCo"),
}
TITLED = {"title", "reports_to", "dotted_line", "accountable_to", "owner", "role", "alternative_title", "next_roles"}
LONG = {"about", "equality", "adjustments", "team", "purpose", "development", "text"}
NUMBERS = ("0", "1", "2", "2.5", "5", "12", "37", "37.5", "1200", "94356", "108813", "4200000")
DAYS = ("2027-01-25", "2027-02-15", "2027-03-09", "2027-03-10", "2028-01-10")
OWN = ("lead the watch at night", "Write to NHS England every month", "answer for our IT.", "train the crew")


def answers(model: type[BaseModel], *, of_a_part: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to any of a model's questions; those that do not go together are read as missing."""
    open_ = st.sampled_from([None] if of_a_part else [None, None, "not applicable"])
    given = {kebab(name): _value(name, field.annotation) for name, field in model.model_fields.items()}
    needed = {kebab(name) for name, field in model.model_fields.items() if field.is_required()}
    return st.fixed_dictionaries(
        {key: value if key in needed else st.one_of(value, value, open_, value) for key, value in given.items()}
    )


def _value(name: str, kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) in (Union, UnionType):
        return _value(name, next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) is tuple:
        return st.lists(_value(name, get_args(kind)[0]), min_size=1, max_size=4, unique_by=str)
    if hasattr(kind, "__metadata__"):
        return _value(name, get_args(kind)[0])
    if kind is Moment:
        return st.sampled_from(DAYS).flatmap(lambda day: st.sampled_from([day, f"{day} 23:59", f"{day} 09:00"]))
    if issubclass(kind, BaseModel):
        return answers(kind, of_a_part=True)
    if issubclass(kind, Enum):
        return st.sampled_from([each.value for each in kind])
    return st.sampled_from(_written(name, kind))


def _written(name: str, kind: type) -> tuple[str, ...]:
    if name in SPECIAL:
        return SPECIAL[name]
    if kind is bool:
        return ("yes", "no")
    if issubclass(kind, int | Decimal):
        return NUMBERS
    if issubclass(kind, date):
        return DAYS
    return TITLES if name in TITLED else PROSE if name in LONG else LINES


def _own(texts: list[str]) -> list[dict[str, str]]:
    return [{"id": f"own.{number}", "text": text} for number, text in enumerate(texts, start=1)]


DRAFTS = st.builds(
    Draft,
    organisation=answers(Organisation),
    post=answers(Post),
    own=st.lists(st.sampled_from(OWN), unique=True).map(_own),
)


class Made(NamedTuple):
    """What a layout made of a draft of one of ``ROLES``."""

    draft: Draft
    role: str
    document: Document


@cache
def documents(layout: str) -> list[Made]:
    """What a layout makes of awkward drafts, the same in every run: made once for all who read them."""
    known = load_layouts()[layout]
    return [Made(draft, role, assemble(draft, ROLES[role], known)) for draft, role in _drafts()]


@cache
def _drafts() -> list[tuple[Draft, str]]:
    made: list[tuple[Draft, str]] = []

    # Not shrunk: a draft has a hundred answers, and the line that is printed says what is wrong with it.
    @settings(
        max_examples=120,
        phases=[Phase.generate],
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(draft=DRAFTS, role=st.sampled_from(sorted(ROLES)))
    def make(draft: Draft, role: str) -> None:
        made.append((draft, role))

    make()
    return made
