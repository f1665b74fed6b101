"""Proposals are paid for once and kept; what was asked of a model is counted, and says nothing of anyone's text."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from jd_builder.domain.rewriting import Proposal, Verdict
from jd_builder.storage import UsageLine
from tests.storage.places import Place

WHEN = datetime(2026, 3, 2, 9, tzinfo=UTC)


def proposal(statement: str = "ciso.duty.1", before: str = "lead", after: str = "run \ud83d\ude00 é") -> Proposal:
    doubt = Verdict(rule="scope", level="look", message="Look.", start=1, end=2, in_="original")
    return Proposal(
        statement=statement, before=before, after=after.encode("utf-16", "surrogatepass").decode("utf-16"),
        tone="plainer", model="m", prompt="reword", prompt_hash="1234", verdicts=(doubt,),
    )  # fmt: skip


def line(at: datetime, sent: int = 100, received: int = 20) -> UsageLine:
    return UsageLine(at, "draft", "ai.example", "m", sent, received, False)


def test_proposals_come_back_as_they_were_and_are_kept_once(place: Place) -> None:
    first, second = proposal(), proposal("own.1")
    with place.open() as store:
        store.keep_proposals("one", [first])
        store.keep_proposals("one", [proposal(after="something else"), second])
        assert set(store.proposals("one")) == {first, second}
        assert store.proposals("two") == ()


def test_one_that_is_asked_for_again_is_the_newest_and_open(place: Place) -> None:
    with place.open() as store:
        store.keep_proposals("one", [proposal()])
        store.decide("one", [proposal().key], "rejected")
        store.keep_proposals("one", [proposal()])
        assert [each.decision for each in store.proposals("one")] == ["open"]


def test_what_was_paid_for_in_one_draft_is_known_for_every_other(place: Place) -> None:
    with place.open() as store:
        store.keep_proposals("one", [proposal()])
        store.decide("one", [proposal().key], "rejected")
        key, other = proposal().key, proposal(before="other words").key
        assert store.known_proposals([key, other]) == {key: proposal()}
        assert [each.decision for each in store.proposals("one")] == ["rejected"]


def test_tokens_are_counted_from_a_moment_on(place: Place) -> None:
    with place.open() as store:
        assert store.tokens_since(WHEN) == 0
        for hours in (-1, 0, 1):
            store.log_usage(line(WHEN + timedelta(hours=hours)))
        assert store.tokens_since(WHEN) == 240
        assert [each.at for each in store.usage()] == [WHEN + timedelta(hours=hours) for hours in (-1, 0, 1)]


def test_a_backup_holds_them(place: Place, tmp_path: Path) -> None:
    with place.open() as store:
        store.keep_proposals("one", [proposal()])
        store.log_usage(line(WHEN))
        store.backup(tmp_path / "all.zip")
    with Place(None, tmp_path / "new").open() as restored:
        restored.restore(tmp_path / "all.zip")
        assert restored.proposals("one") == (proposal(),)
        assert restored.usage() == (line(WHEN),)
