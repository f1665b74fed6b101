"""Where recognised parts are gathered, so that each word goes to one of them and to no other."""

from dataclasses import dataclass, field

from jd_builder.drafts.old.answers import read_typed
from jd_builder.drafts.old.parts import Fact, Found, FoundCriterion, Sign, Unread

_NO_NEED = "It is not said whether this is essential or desirable."


@dataclass
class Collected:
    facts: list[Fact] = field(default_factory=list)
    duties: list[Found] = field(default_factory=list)
    criteria: list[FoundCriterion] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    purpose: list[str] = field(default_factory=list)
    benefits: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)

    def sign(self, text: str, piece: int) -> None:
        if text.strip():
            self.signs.append(Sign(text, piece))

    def leave(self, text: str, heading: str, piece: int, reason: str = "") -> None:
        """Keep what was not understood."""
        if text.strip():
            self.unread.append(Unread(text, heading, piece, reason))

    def answer(self, label: str, place: str, typed: str, piece: int, only_if_read: bool = False) -> bool:
        """Read what a label asks for into facts; what cannot be read is left under that label.

        With ``only_if_read`` nothing happens, and False is given, where there is no answer at all.
        """
        reading = read_typed(place, typed)
        if not reading.answers and only_if_read:
            return False
        self.sign(label, piece)
        for found, value, words in reading.answers:
            self._fact(Fact(found, value, words, piece), label)
        for words in reading.left:
            self.leave(words, label, piece, reading.reason)
        return True

    def _fact(self, fact: Fact, label: str) -> None:
        before = next((each for each in self.facts if each.place == fact.place), None)
        if before is None:
            self.facts.append(fact)
        elif fact.typed.casefold() == before.typed.casefold() or fact.value == before.value:
            self.sign(fact.typed, fact.piece)
        else:
            self.leave(fact.typed, label, fact.piece, f"Before it stands another answer: {before.typed}.")

    def without_need(self, text: str, heading: str, piece: int) -> None:
        self.leave(text, heading, piece, _NO_NEED)
