"""Mistakes a person can mend. Anything else that is raised is our own bug."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One wrong value: where it stands and what to do about it.

    ``place`` is a dotted key (``post.pay.minimum``), or empty for the whole; ``line`` counts from 1
    and is known only where the value came from a file.
    """

    place: str
    message: str
    line: int | None = None


class UserError(Exception):
    """Something a person asked for cannot be done, in one sentence they can act on."""

    def __init__(self, message: str, where: str = "", fix: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.fix = message, where, fix

    def __str__(self) -> str:
        sentence = f"{self.where}: {self.message}" if self.where else self.message
        return f"{sentence} {self.fix}" if self.fix else sentence


class DataFileError(Exception):
    """A file holds wrong values: all of them, each with its line."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(file)
        self.file, self.problems = file, problems

    def lines(self) -> list[str]:
        """One sentence for each problem, ``file:line: place: message``, in the order of the file."""
        ordered = sorted(self.problems, key=lambda problem: problem.line or 0)
        return [_sentence(self.file, problem) for problem in ordered]

    def __str__(self) -> str:
        return "\n".join(self.lines())


def _sentence(file: str, problem: Problem) -> str:
    place = file if problem.line is None else f"{file}:{problem.line}"
    return ": ".join(part for part in (place, problem.place, problem.message) if part)
