"""Rewording a draft file from a shell: what it takes, what comes of it, and the draft with all that passed."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.domain.rewriting import Proposal
from jd_builder.drafts.writing import to_yaml
from jd_builder.rewriting.prompts import load_prompts
from jd_builder.services import connecting, draft_files, rewording_plan
from jd_builder.services.errors import WrongUseError
from jd_builder.services.rewording import Progress, Rewording
from jd_builder.services.rewording_changes import accepted
from jd_builder.services.rewording_plan import Plan
from jd_builder.services.rewording_texts import sections

if TYPE_CHECKING:
    from jd_builder.storage import Store

NO_MODEL = "No language model is connected."
SHELL = ""  # the draft that proposals of a shell belong to
_SAID = {"pass": "Passed", "look": "Look", "block": "Changes a fact"}


@contextmanager
def connected(given: connecting.Given, store: "Store", daily_tokens: int | None) -> Iterator[Rewording]:
    to = connecting.connection(given)
    if to is None:
        raise UserError(NO_MODEL, fix="Set JD_LLM_BASE_URL and JD_LLM_MODEL.")
    rewording = Rewording(to, lambda: store, daily_tokens)
    try:
        yield rewording
    finally:
        rewording.close()


def read(file: str) -> Draft:
    return draft_files.read(draft_files.content_of(file), file).draft


def planned(draft: Draft, tone: str, wish: str, unlock: Sequence[str], to: Rewording, store: "Store") -> Plan:
    parts, tones = sections(draft), [each.id for each in load_prompts().tones]
    if tone not in tones:
        raise WrongUseError(f"There is no tone '{tone}'. There are: {', '.join(tones)}.")
    if unknown := [name for name in unlock if name not in {part.id for part in parts}]:
        raise WrongUseError(f"There is no part '{unknown[0]}'. There are: {', '.join(part.id for part in parts)}.")
    targets = [target for part in parts if not part.lock or part.id in unlock for target in part.targets]
    return rewording_plan.planned(draft, targets, tone, wish, to.connection, store)


def done(plan: Plan, to: Rewording, store: "Store") -> tuple[tuple[Proposal, ...], Progress]:
    """What came of it, in the order of the draft."""
    progress = to.start(SHELL, plan)
    to.wait(SHELL)
    found = store.known_proposals(plan.keys)
    return tuple(found[key] for key in plan.keys if key in found), progress


def data(proposal: Proposal) -> dict[str, Any]:
    level = {"level": proposal.level}
    return proposal.model_dump(by_alias=True, mode="json", exclude={"decision"}) | level


def lines(proposals: Sequence[Proposal]) -> str:
    """For a person: what would change, and every doubt."""
    found: list[str] = []
    for each in proposals:
        if each.after != each.before:
            found += (f"{_SAID[each.level]}: {each.statement}", f"  - {each.before}", f"  + {each.after}")
            found += (f"    {verdict.message}" for verdict in each.verdicts)
    return "".join(f"{line}\n" for line in found)


def write(path: Path, draft: Draft, proposals: Sequence[Proposal]) -> None:
    """The draft with all that passed, as a file."""
    passed = [each for each in proposals if each.level == "pass" and each.after != each.before]
    made = to_yaml(accepted(draft, passed, None, datetime.now(UTC)))
    try:
        path.write_text(made, encoding="utf-8")
    except OSError as error:
        raise UserError(f"{path} was not written: {error.strerror}.") from error


def prompt_errors() -> tuple[DataFileError, ...]:
    return load_prompts().errors
