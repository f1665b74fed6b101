"""What a question changes: the answers of a draft, or of an organisation."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from jd_builder.domain.answers import ASK, NOT_APPLICABLE
from jd_builder.domain.draft import Draft
from jd_builder.services.found import Told

OF_A_DRAFT = {ASK: "Ask the manager", NOT_APPLICABLE: "Not applicable"}
# No hiring manager is asked what is the same for every vacancy.
OF_AN_ORGANISATION = {NOT_APPLICABLE: "Not applicable"}


class Changing(Protocol):
    """What a deed of a list or a finding changes: ``draft`` as it is on the screen."""

    generation: int

    @property
    def draft(self) -> Draft: ...

    def change(self, draft: Draft, what: str, place: str = "") -> None: ...

    def toggle(self, page: str, group: str) -> None: ...


class Editing(Changing, Protocol):
    """``generation`` is part of every widget's key, ``open_answers`` are the ways to leave one open.

    ``gone`` names what was removed last, while ``put_back`` can still bring it back. ``set_aside`` are the
    answers in whose place one was left open, by their places.
    """

    generation: int
    open_groups: dict[str, str]
    set_aside: dict[str, Any]
    gone: str

    @property
    def open_answers(self) -> Mapping[str, str]: ...

    @property
    def catching_up(self) -> bool:
        """Whether what a field brings beyond its answer was typed while nobody listened."""

    def told(self, place: str) -> Sequence[Told]:
        """The open findings about an answer."""

    def answer(self, place: str) -> Any:
        """The answer as typed at a dotted key such as ``post.pay.minimum``, None where there is none."""

    def answered(self, place: str, value: Any, what: str) -> None:
        """Keep one answer as typed, or its absence; ``what`` names the change in a list of versions."""

    def removed(self, place: str, value: Any, name: str) -> None:
        """Keep an answer that lost one of its items; ``name`` is what that was called."""

    def put_back(self) -> None: ...

    def toggle(self, page: str, group: str) -> None: ...
