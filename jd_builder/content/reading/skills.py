"""The skills of a senior role or of one level, each with what stands under its name and nothing else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jd_builder.content.reading.items import orphans, take_items
from jd_builder.content.reading.lines import Doubts, Line, shortened
from jd_builder.content.reading.page import SkillRead

_DOING = re.compile(r"(?:\w+ly )?(?!(?:bring|string|ring)\b)[\w-]{2,}ing\b", re.IGNORECASE)
_ENDS_IN_NAME = re.compile(r"[\w)] ?(?<![A-Z])[A-Z][a-z]+(?: [a-z(),-]+)*$")


@dataclass
class _Open:
    """A skill while it is read; without a name, what is under it is counted and left out."""

    line: Line
    name: str = ""
    description: str | None = None
    level: str | None = None
    you_can: tuple[str, ...] | None = None
    leadership: tuple[str, ...] | None = None
    undefined: bool = False

    @property
    def begun(self) -> bool:
        return self.you_can is not None or self.leadership is not None or self.undefined


class SkillReader:
    """Reads lines in turn; ``pending`` are those that may be the name and description of what comes.

    ``keeps_empty`` is for sources that say by themselves what is the name of a skill.
    """

    def __init__(self, doubts: Doubts, has_levels: bool) -> None:
        self.doubts, self.has_levels = doubts, has_levels
        self.keeps_empty = False
        self.skills: list[_Open] = []
        self.open: _Open | None = None
        self.pending: list[Line] = []
        self.names_lost = False

    def read(self, lines: Sequence[Line]) -> tuple[SkillRead, ...]:
        at = 0
        while at < len(lines):
            at = self._line(lines, at)
        self._leave_out_pending()
        has_leadership = any(skill.leadership for skill in self.skills)
        return tuple(self._closed(skill, has_leadership) for skill in self.skills if self._holds(skill))

    def _holds(self, skill: _Open) -> bool:
        """Whether anything stands under the name; if not, it may be the name of something else."""
        if skill.name and not (skill.you_can or skill.leadership or skill.undefined or self.keeps_empty):
            self.doubts.add(skill.line, f"Nothing stands under '{shortened(skill.name)}'; it is left out.")
            return False
        return bool(skill.name)

    def _line(self, lines: Sequence[Line], at: int) -> int:
        line = lines[at]
        match line.meaning:
            case "can":
                return self._you_can(lines, at)
            case "lead":
                return self._leadership(lines, at)
            case "proficiency":
                self._proficiency(line)
            case "undefined":
                self._started(line).undefined = True
            case "header" if line.anchor and line.anchor.rest:
                self.pending.append(Line(line.number, line.anchor.rest))
            case None if line.kind == "name":
                self._leave_out_pending()
                self._start(line, line.text)
            case None if line.is_item:
                return self._stray_items(lines, at)
            case None:
                self.pending.append(line)
            case _:
                pass
        return at + 1

    def _you_can(self, lines: Sequence[Line], at: int) -> int:
        skill = self._started(lines[at])
        items, end = take_items(lines, at, self.doubts)
        skill.you_can = items if self.has_levels else self._alike(items, lines[at], doing=False)
        return end

    def _alike(self, items: tuple[str, ...], lead_in: Line, doing: bool) -> tuple[str, ...]:
        """The items up to one that reads as if it had lost its own lead-in.

        "You can" is followed by "lead"; an example of leadership is "leading", at least if the first is.
        """
        if doing and items and not _DOING.match(items[0]):
            return items
        odd = next((n for n, item in enumerate(items) if bool(_DOING.match(item)) is not doing), len(items))
        if odd < len(items):
            what = f"'{shortened(items[odd])}' does not read like what stands under '{shortened(lead_in.text)}'"
            self.doubts.add(lead_in, f"{what}; it and what follows it in the list are left out.")
        return items[:odd]

    def _leadership(self, lines: Sequence[Line], at: int) -> int:
        if self.open is None or self.open.leadership is not None:
            skill = self._started(lines[at])
        else:
            self._leave_out_pending()
            skill = self.open
        items, end = take_items(lines, at, self.doubts)
        skill.leadership = self._alike(items, lines[at], doing=True)
        return end

    def _proficiency(self, line: Line) -> None:
        anchor = line.anchor
        assert anchor is not None
        if anchor.name:
            self._leave_out_pending()
            skill = self._start(line, anchor.name)
        elif self.pending or self.open is None or self.open.begun or self.open.level:
            skill = self._started(line)
        else:
            skill = self.open
        skill.level = anchor.rest.lower()

    def _stray_items(self, lines: Sequence[Line], at: int) -> int:
        """Items without a lead-in: of the page before the first skill, or of a skill that lost a line."""
        if self.pending and self.pending[-1].text.endswith(":") and not self.skills:
            self.pending.clear()
            while at < len(lines) and lines[at].is_item:
                at += 1
            return at
        if self.pending and self.pending[-1].names_something:
            self._started(lines[at]).you_can = ()
        return orphans(lines, at, self.doubts)

    def _started(self, line: Line) -> _Open:
        """The skill that this line belongs to: the one just named, or one whose name is missing."""
        if not self.pending and self.open is not None and not self.open.begun:
            return self.open
        names = [each for each in self.pending if each.names_something]
        if not names and self.open is not None and self.open.level and not self.open.begun:
            self.open.description = " ".join(each.text for each in self.pending)
            self.pending.clear()
            return self.open
        if not names:
            self.names_lost = True
            self._leave_out_pending()
            self.doubts.add(line, "The name of a skill is missing before this line; what stands under it is left out.")
            self._leave_out_glued()
            return self._start(line, "")
        name = names[-1]
        after = self.pending[self.pending.index(name) + 1 :]
        self.pending = self.pending[: self.pending.index(name)]
        self._leave_out_pending()
        return self._start(name, name.text, " ".join(each.text for each in after) or None)

    def _leave_out_glued(self) -> None:
        """A name that is missing may be glued to the item before it, which is then no item as it stands."""
        skill = self.open
        if skill is None or not (items := skill.leadership or skill.you_can) or not _ENDS_IN_NAME.search(items[-1]):
            return
        self.doubts.add(skill.line, f"The name may be the end of '{shortened(items[-1])}'; that is left out too.")
        if skill.leadership:
            skill.leadership = items[:-1]
        else:
            skill.you_can = items[:-1]

    def _start(self, line: Line, name: str, description: str | None = None) -> _Open:
        self.pending.clear()
        self.open = _Open(line, name, description)
        self.skills.append(self.open)
        return self.open

    def _leave_out_pending(self) -> None:
        """Say which lines are not understood; those before the first skill only introduce the skills."""
        if self.pending and (self.skills or self.pending[-1].names_something):
            texts = ", ".join(f"'{shortened(line.text)}'" for line in self.pending[:3])
            self.doubts.add(self.pending[0], f"{texts}: not understood, and left out.")
        self.pending.clear()

    def _closed(self, skill: _Open, has_leadership: bool) -> SkillRead:
        """The skill as read; what others of its kind have and it has not is said."""
        if not skill.you_can and not skill.undefined:
            self.doubts.add(skill.line, f"'{skill.name}' has no \"You can\" statements.")
        if self.has_levels and skill.level is None:
            self.doubts.add(skill.line, f"'{skill.name}' has no proficiency.")
        if has_leadership and not skill.leadership:
            self.doubts.add(skill.line, f"'{skill.name}' has no examples of leadership.")
        return SkillRead(
            skill.name,
            skill.description,
            skill.level,
            skill.you_can or (),
            skill.leadership or (),
            skill.undefined,
        )


def doubt_twins(skills: Sequence[SkillRead], where: str, doubts: Doubts) -> None:
    """Say which skills stand twice with the same words; both are kept, as published."""
    seen: set[SkillRead] = set()
    told: set[str] = set()
    for skill in skills:
        if skill in seen and skill.name not in told:
            told.add(skill.name)
            doubts.add(None, f"'{skill.name}' stands more than once in {where}, word for word; all are kept.")
        seen.add(skill)
