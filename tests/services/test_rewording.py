"""Rewording a draft by a scripted model, over a real store: what is sent, what arrives, and what it costs."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jd_builder.domain.draft import Draft, OwnStatement
from jd_builder.domain.errors import UserError
from jd_builder.rewriting.batches import Batches
from jd_builder.rewriting.calls import Caller, Listener
from jd_builder.rewriting.completer import Usage
from jd_builder.rewriting.connection import Connection
from jd_builder.rewriting.faults import ModelError
from jd_builder.services.rewording import Rewording
from jd_builder.services.rewording_answers import proposal_of
from jd_builder.services.rewording_plan import Plan, planned
from jd_builder.services.rewording_texts import Target, sections
from jd_builder.storage import open_store
from jd_builder.storage.store import Store
from tests.rewriting.scripted import Scripted

CONNECTION = Connection("https://ai.example/v1", "m", deadline=5)
DRAFT = Draft(documents=("private-advert", "university-nhs"))
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
Run = Callable[..., Rewording]


def plan(draft: Draft = DRAFT, store: Store | None = None, part: str = "duties", tone: str = "plainer") -> Plan:
    [found] = [each for each in sections(draft) if each.id == part]
    return planned(draft, found.targets, tone, "", CONNECTION, store)


@pytest.fixture
def run(store: Store) -> Iterator[Run]:
    made: list[Rewording] = []

    def start(model: Scripted, draft: Draft = DRAFT, daily: int | None = None, id_: str = "one") -> Rewording:
        made.append(Rewording(CONNECTION, lambda: store, daily, model, lambda: NOW))
        made[-1].start(id_, plan(draft, store))
        made[-1].wait(id_)
        return made[-1]

    yield start
    for each in made:
        each.close()


def test_every_statement_gets_a_proposal_that_is_judged_and_kept(run: Run, store: Store) -> None:
    rewording = run(Scripted(lambda _, text: text.replace("lead ", "run ")))
    progress = rewording.progress("one")
    assert progress is not None
    assert (progress.done, progress.total, progress.failed, progress.running, progress.said) == (16, 16, 0, False, [])
    proposals = store.proposals("one")
    assert {each.statement for each in proposals} == {target.id for target in plan().targets.values()}
    unchanged = [each for each in proposals if each.after == each.before]
    assert {each.level for each in unchanged} == {"pass"}
    assert progress.same == len(unchanged)
    assert {(each.tone, each.model, each.prompt) for each in proposals} == {("plainer", "m", "reword")}


def test_four_statements_go_in_a_call_and_each_call_is_logged_without_a_text(run: Run, store: Store) -> None:
    model = Scripted()
    run(model)
    assert len(model.sent) == 2 * 4
    lines = store.usage()
    assert [(each.draft, each.host, each.model, each.sent, each.received) for each in lines] == [
        ("one", "ai.example", "m", 100, 50)
    ] * 4


def test_the_same_is_not_paid_for_twice_in_any_draft(run: Run, store: Store) -> None:
    run(Scripted())
    again = plan(DRAFT, store)
    assert (len(again.known), again.batches) == (16, ())
    assert again.said == "Nothing has to be sent: all of this was reworded so before."
    model = Scripted()
    run(model, id_="two")
    assert model.sent == []
    assert len(store.proposals("two")) == 16
    assert len(plan(DRAFT, store, tone="shorter").targets) == 16


def test_other_words_are_asked_for_anew(run: Run, store: Store) -> None:
    run(Scripted())
    edited = DRAFT.changed(edits={"ciso.duty.1": "lead it all"})
    assert [target.id for target in plan(edited, store).targets.values()] == ["ciso.duty.1"]


def test_a_fault_is_one_sentence_for_all_calls_and_loses_nothing(run: Run, store: Store) -> None:
    progress = run(Scripted(fault=ModelError("key-refused"))).progress("one")
    assert progress is not None
    assert progress.said == ["ai.example does not accept the key. Check JD_LLM_API_KEY."]
    assert (progress.done, progress.failed) == (0, 16)
    assert store.proposals("one") == ()


def test_the_daily_limit_stops_before_it_is_passed_and_counts_anew_at_midnight(run: Run, store: Store) -> None:
    first = plan().tokens // 4
    rewording = run(Scripted(), daily=first + first // 2)
    progress = rewording.progress("one")
    assert progress is not None
    assert 0 < progress.done < progress.total
    assert progress.said == ["The limit of tokens for today is reached. It counts anew at midnight, UTC."]
    spent = rewording.left_today()
    tomorrow = Rewording(CONNECTION, lambda: store, first, Scripted(), lambda: NOW + timedelta(days=1))
    assert spent is not None
    assert tomorrow.left_today() == first
    tomorrow.close()


def test_stopping_keeps_what_has_arrived_and_the_next_run_asks_for_the_rest(store: Store) -> None:
    model = Scripted()
    model.hold = asyncio.Event()
    rewording = Rewording(CONNECTION, lambda: store, None, model, lambda: NOW)
    progress = rewording.start("one", plan())
    with pytest.raises(UserError, match="being reworded already"):
        rewording.start("one", plan())
    assert progress.awaited.wait(10)
    assert progress.done > 0
    rewording.stop("one")
    rewording.wait("one")
    assert (progress.stopped, progress.said) == (True, [])
    assert len(store.proposals("one")) == progress.done
    rewording.start("two", plan())
    rewording.close()


def test_the_first_is_kept_at_once_and_what_arrives_after_it_together(tmp_path: Path) -> None:
    asked = list[datetime]()

    def now() -> datetime:
        asked.append(NOW)
        return NOW

    with open_store(None, tmp_path, now) as store:
        rewording = Rewording(CONNECTION, lambda: store, None, Scripted(), lambda: NOW)
        asked.clear()
        progress = rewording.start("one", plan())
        rewording.wait("one")
        rewording.close()
        assert (progress.done, len(store.proposals("one"))) == (16, 16)
    assert len(asked) < 4  # the store looks at its clock each time that it keeps something


def test_the_shortest_text_of_a_call_is_asked_for_first() -> None:
    lengths = [[len(text) for text in call.values()] for call in plan().batches]
    assert lengths == [sorted(each) for each in lengths]


def test_a_run_that_is_stopped_before_it_began_is_over(store: Store) -> None:
    rewording = Rewording(CONNECTION, lambda: store, None, Scripted(), lambda: NOW)
    progress = rewording.start("one", plan())
    rewording.stop("one")
    rewording.wait("one")
    assert not progress.running
    rewording.close()


def test_nothing_of_a_confidential_vacancy_is_ever_planned() -> None:
    with pytest.raises(UserError, match="confidential"):
        plan(DRAFT.changed(confidential=True))


def test_before_anything_is_sent_it_is_said_how_much_goes_where_and_what_exactly() -> None:
    made = plan()
    assert made.said.startswith("Sends 16 sentences to ai.example, about ")
    assert "Call 4 of 4" in made.exact
    assert made.prompt.text in made.exact


LOCKED = ("criteria", "eligibility", "standard", "welcome")


def test_what_is_agreed_evaluated_or_somebody_elses_is_locked() -> None:
    draft = DRAFT.answered("post.welcome", {"text": "Thank you.", "name": "Ann Lee"})
    draft = draft.answered("post.nationality", {"rule": "reserved", "reason": "access to intelligence"})
    draft = draft.answered("organisation.paragraphs", [{"title": "Safeguarding", "text": "We keep children safe."}])
    draft = draft.answered("post.purpose", "To keep members safe.")
    locks = {each.id: bool(each.lock) for each in sections(draft)}
    assert locks == {"duties": False, "about": False, **dict.fromkeys(LOCKED, True)}
    evaluated = draft.answered("post.job-evaluation", {"date": "2025-03-03"})
    [duties] = [each for each in sections(evaluated) if each.id == "duties"]
    assert duties.lock == "These were evaluated on 3 March 2025: a change may need job evaluation again."


CANARIES = {
    "post.contact": {"name": "Zebulon Quartermain", "email": "zeb@canary.example", "phone": "020 7946 0123"},
    "post.adjustments-contact": {"name": "Philomena Applewhite", "email": "phil@canary.example"},
    "post.panel": [{"role": "Chair", "name": "Thaddeus Lightfoot"}],
    "post.welcome": {"text": "Hello.", "name": "Cordelia Ravenscroft"},
    "post.search-firm": {"name": "Alder Canary", "contact": "ciso@aldercanary.example"},
    "organisation.name": "Canary Wharf Mutual",
    "organisation.mailboxes": {"complaints": {"email": "complain@canary.example", "phone": "0113 496 0999"}},
}
TEXTS = (
    "report to zebulon quartermain (020 7946 0123) with a budget of £4,567,890",
    "write to zeb@canary.example, phil@canary.example or complain@canary.example by 17 March 2031",
    "Philomena Applewhite agrees every change; ask Thaddeus",
    "keep Cordelia Ravenscroft's welcome, passport 987654321 and AB123456C in mind at Canary Wharf Mutual",
    "work with Wilhelmina Featherstone of 14 Gooseberry Lane, LS7 9ZZ, through Alder Canary",
)
SECRET = (
    *("ebulon", "uartermain", "hilomena", "pplewhite", "haddeus", "ightfoot", "ordelia", "avenscroft", "anary"),
    *(
        "eatherstone",
        "7946",
        "4,567,890",
        "17 March",
        "2031",
        "987654321",
        "AB123456C",
        "ooseberry",
        "LS7",
        "0999",
        "@",
    ),
)


class _Deaf(Listener):
    def answered(self, number: int, text: str) -> None: ...

    def withdrawn(self, number: int) -> None: ...

    def spent(self, usage: Usage) -> None: ...


def test_a_hundred_calls_with_planted_personal_data_send_none_of_it() -> None:
    draft = DRAFT
    for place, value in CANARIES.items():
        draft = draft.answered(place, value)
    model = Scripted()
    for round in range(5):
        own = [OwnStatement(id=f"own.{n}", text=f"{TEXTS[n % 5]}, item {n}.{round}") for n in range(1, 81)]
        made = plan(draft.changed(own=own))
        asked = Batches(Caller(model, 5), 8).ask(made.prompt.text, made.batches, _Deaf(), lambda _: True)
        asyncio.run(asked)
    assert len(model.sent) >= 200  # the instructions and the data of each call
    sent = "\n".join(model.sent).casefold()
    assert [each for each in SECRET if each.casefold() in sent] == []


def test_a_tone_in_ones_own_words_names_nobody() -> None:
    for wish in ("like Zebulon", "call 020 7946 0123", "as zeb@canary.example would"):
        with pytest.raises(UserError, match="without names"):
            planned(DRAFT.answered("post.contact", {"name": "Zebulon"}), (), "own", wish, CONNECTION, None)


def test_an_acronym_that_the_document_explains_may_stand_in_a_rewrite(run: Run, store: Store) -> None:
    explained = OwnStatement(id="own.1", text="chair the service assurance forum (SAF)")
    used = OwnStatement(id="own.2", text="report each month to the service assurance forum")
    draft = DRAFT.changed(own=(explained, used))
    run(Scripted(lambda _, text: text.replace("month to the service assurance forum", "month to the SAF")), draft)
    found = {each.statement: each for each in store.proposals("one")}
    assert (found["own.2"].after, found["own.2"].level) == ("report each month to the SAF", "pass")


def test_a_figure_that_is_lost_is_told_once() -> None:
    asked = planned(DRAFT, [Target("own.1", "hold 3 reviews of suppliers")], "plainer", "", CONNECTION, None)
    proposal = proposal_of(asked, 1, "hold reviews of suppliers")
    assert (proposal.level, [each.message for each in proposal.verdicts]) == ("block", ["It leaves out “3”."])
