"""The panel for other words and the page of settings, without a browser."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from jd_builder.domain.draft import Draft
from jd_builder.domain.rewriting import Proposal, Verdict
from jd_builder.services.rewording_deeds import Deeds, content
from jd_builder.services.rewording_texts import parts
from jd_builder.services.shares import Shares
from jd_builder.storage import UsageLine
from jd_builder.storage.store import Store
from jd_builder.ui import bootstrap
from tests.ui.conftest import Open, labels, said
from tests.ui.drafts import HOSTILE, kept

DRAFT = Draft(documents=("private-advert", "university-nhs"))
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
Connect = Callable[..., None]


@pytest.fixture
def connect(store: Store, monkeypatch: pytest.MonkeyPatch) -> Connect:
    """Sets what an administrator sets; nothing listens at the address."""

    def connected(**settings: str) -> None:
        usual = {"BASE_URL": "http://127.0.0.1:9/v1", "MODEL": "m", "API_KEY": "sk-canary-123", "NOTE": HOSTILE}
        for name, value in {**usual, **settings}.items():
            monkeypatch.setenv(f"JD_LLM_{name}", value)

    return connected


def panel(open_page: Open, draft: str, page: str = "duties") -> AppTest:
    app = open_page(page, draft=draft)
    app.session_state["rewording"] = True
    app.run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def keys(app: AppTest) -> list[str | None]:
    return [each.key for each in app.button]


def test_the_panel_is_closed_until_it_is_asked_for_and_then_says_where_texts_go(
    open_page: Open, store: Store, connect: Connect
) -> None:
    connect()
    id_ = kept(store, DRAFT)
    assert "Nothing changes until you accept it." not in said(open_page("duties", draft=id_))
    app = press(panel(open_page, id_), "reword-tone-plainer")
    assert any(line.startswith("Plainer. Sends 16 sentences to 127.0.0.1:9, about ") for line in said(app))
    assert HOSTILE in said(app)
    assert not app.markdown


def test_no_server_there_is_one_sentence_and_the_words_stay(open_page: Open, store: Store, connect: Connect) -> None:
    connect()
    id_ = kept(store, DRAFT)
    app = press(press(panel(open_page, id_), "reword-tone-plainer"), "reword-go")
    model = bootstrap.rewording()
    assert model is not None
    model.wait(id_)
    app.run()
    assert "127.0.0.1:9 cannot be reached. Check JD_LLM_BASE_URL, and whether that server runs." in said(app)
    assert store.load_draft(id_).draft == DRAFT


def test_without_the_package_everything_works_and_only_sending_says_what_is_missing(
    open_page: Open, store: Store, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("openai", "httpx2"):
        monkeypatch.setitem(sys.modules, name, None)
    connect()
    id_ = kept(store, DRAFT)
    for page in ("start", "job", "duties", "finish"):
        open_page(page, draft=id_)
    app = press(press(panel(open_page, id_), "reword-tone-plainer"), "reword-go")
    model = bootstrap.rewording()
    assert model is not None
    model.wait(id_)
    app.run()
    assert "The package that talks to a model is not installed here: install requirements.txt again." in said(app)


def test_an_evaluated_job_is_locked_until_somebody_unlocks_it(open_page: Open, store: Store, connect: Connect) -> None:
    connect()
    draft = DRAFT.answered("post.job-evaluation", {"date": "2025-03-03"})
    id_ = kept(store, draft)
    app = panel(open_page, id_)
    assert "Locked: these were evaluated on 3 March 2025: a change may need job evaluation again." in said(app)
    assert "reword-tone-plainer" not in keys(app)
    duties = next(option for option in app.selectbox(key="reword-part").options if option.startswith("Duties"))
    assert duties.endswith(", locked)")
    app.toggle(key=f"reword-unlock-{id_}-duties").set_value(True).run()
    assert "reword-tone-plainer" in keys(app)
    assert duties.replace("locked", "unlocked") in app.selectbox(key="reword-part").options


def test_a_confidential_vacancy_is_sent_nowhere(open_page: Open, store: Store, connect: Connect) -> None:
    connect()
    id_ = kept(store, DRAFT)
    app = panel(open_page, id_)
    app.checkbox[0].check().run()
    assert store.load_draft(id_).draft.confidential
    assert "reword-tone-plainer" not in keys(app)
    assert "reword-plain-english" in keys(app)


def test_without_a_model_our_own_rules_help(open_page: Open, store: Store) -> None:
    id_ = kept(store, DRAFT.adding("duty", "You will whitelist your suppliers"))
    press(panel(open_page, id_), "reword-plain-english")
    assert [each.after for each in store.proposals(id_)] == ["You will allow list your suppliers"]
    app = press(panel(open_page, id_), "reword-to-postholder")
    assert store.proposals(id_)[-1].after == "The postholder will whitelist their suppliers"
    press(app, "reword-to-you")
    assert "These texts say it so already: there is nothing to change." in said(app)


def test_long_words_are_made_plain_in_every_sector_and_what_is_plain_is_said_to_be(
    open_page: Open, store: Store
) -> None:
    id_ = kept(store, DRAFT.adding("duty", "Utilise tools in order to protect data prior to launch"))
    press(panel(open_page, id_), "reword-plain-english")
    assert [each.after for each in store.proposals(id_)] == ["Use tools to protect data before launch"]
    app = press(panel(open_page, kept(store, DRAFT)), "reword-plain-english")
    assert "Our rules find no long words here that they know a plainer one for." in said(app)


def test_a_text_that_still_says_he_is_not_accepted_with_the_others(open_page: Open, store: Store) -> None:
    id_ = kept(store, DRAFT.answered("post.purpose", "The postholder keeps members safe. He will lead the team."))
    press(panel(open_page, id_, "job"), "reword-to-you")
    (found,) = store.proposals(id_)
    assert found.after == "You keep members safe. He will lead the team."
    assert [each.message for each in found.verdicts] == [
        "“He” may mean the person in the job: it would then have to be “you” or “your”."
    ]


def test_prose_of_the_job_is_reworded_beside_its_questions(open_page: Open, store: Store) -> None:
    id_ = kept(store, DRAFT.answered("post.purpose", "The postholder keeps members safe."))
    press(panel(open_page, id_, "job"), "reword-to-you")
    assert [each.after for each in store.proposals(id_)] == ["You keep members safe."]


def test_another_tone_by_our_rules_takes_the_place_of_the_one_before_also_on_another_page(
    open_page: Open, store: Store
) -> None:
    draft = DRAFT.adding("duty", "You will lead your team").answered("post.purpose", "The postholder keeps us safe.")
    id_ = kept(store, draft)
    press(panel(open_page, id_, "job"), "reword-to-you")
    press(panel(open_page, id_, "duties"), "reword-to-postholder")
    assert [each.after for each in store.proposals(id_)] == ["The postholder will lead their team"]


def test_what_a_model_or_a_person_has_said_outlasts_another_tone(open_page: Open, store: Store) -> None:
    id_ = kept(store, DRAFT.adding("duty", "You will lead your team"))
    store.keep_proposals(id_, [proposal("own.1", "You will lead your team", "You head your team")])
    press(panel(open_page, id_), "reword-to-postholder")
    store.decide(id_, [store.proposals(id_)[-1].key], "rejected")
    press(panel(open_page, id_), "reword-to-you")
    assert [each.tone for each in store.proposals(id_)] == ["plainer", "to-postholder"]


def test_each_proposal_says_which_part_it_belongs_to() -> None:
    draft = OWN.answered("post.purpose", "Keep us safe.")
    purpose = proposal("post.purpose", "Keep us safe.", "Keep all of us safe.")
    drawn = content((), (THREE[0], purpose), parts(draft))
    assert [each["part"] for each in drawn["proposals"]] == ["Duties", "About us and the role"]


def proposal(statement: str, before: str, after: str, level: str = "pass") -> Proposal:
    doubts = () if level == "pass" else (Verdict.model_validate({"rule": "r", "level": level, "message": "Why."}),)
    return Proposal(
        statement=statement, before=before, after=after, tone="plainer", model="m", prompt="reword",
        prompt_hash="1", verdicts=doubts,
    )  # fmt: skip


OWN = DRAFT.adding("duty", "lead it").adding("duty", "own it").adding("duty", "buy it")
THREE = [
    proposal("own.1", "lead it", "head it"),
    proposal("own.2", "own it", "share it", "look"),
    proposal("own.3", "buy it", "sell it", "block"),
]


def deed(draft: Draft, action: str, at: int = 0, document: str | None = None, **more: str) -> tuple[Draft, str]:
    decided: list[object] = []
    deeds = Deeds(THREE, document, lambda keys, decision: decided.append((keys, decision)), lambda: NOW)
    change = deeds.changed(Shares(draft), {"action": action, "id": THREE[at].key, **more})
    assert bool(decided) is not change.refused
    return change.draft, change.said


def test_what_is_accepted_remembers_the_model_the_tone_the_prompt_and_the_time() -> None:
    [edit] = deed(OWN, "accept")[0].edits["own.1"]
    assert (edit.text, edit.origin, edit.document) == ("head it", "model", None)
    assert edit.reworded is not None
    assert edit.reworded.model_dump() == {"tone": "plainer", "model": "m", "prompt": "1", "at": NOW}
    assert edit.base is not None
    assert edit.base.text == "lead it"


def test_a_second_click_of_the_same_hand_is_no_trouble() -> None:
    kept = [THREE[0].model_copy(update={"decision": "accepted"})]
    draft, _ = deed(OWN, "accept")
    again = Deeds(kept, None, lambda *_: None, lambda: NOW).changed(
        Shares(draft), {"action": "accept", "id": THREE[0].key}
    )
    assert (again.draft, again.refused, again.said) == (draft, False, "That was accepted already.")


def test_it_may_hold_for_one_document_alone() -> None:
    draft, _ = deed(OWN, "accept", document="university-nhs")
    assert draft.edits["own.1"][0].document == "university-nhs"


def test_accept_all_takes_what_passed_alone_and_a_doubt_takes_a_click_of_its_own() -> None:
    assert set(deed(OWN, "accept-all")[0].edits) == {"own.1"}
    assert set(deed(OWN, "accept", 1)[0].edits) == {"own.2"}


def test_what_changes_a_fact_is_never_accepted_only_edited_into_other_words() -> None:
    refused, reason = deed(OWN, "accept", 2)
    assert (refused, reason) == (OWN, "This changes a fact. Edit it into your own words first.")
    assert deed(OWN, "edit", 2, text="sell it")[0] == OWN
    [edit] = deed(OWN, "edit", 2, text="buy and sell it")[0].edits["own.3"]
    assert (edit.origin, edit.reworded) == ("own", None)


def test_what_has_changed_meanwhile_or_is_none_of_ours_is_left_alone() -> None:
    other = OWN.restating("own.1", "lead all of it")
    assert deed(other, "accept")[0] == other
    assert deed(OWN, "accept", id="nonsense")[0] == OWN
    assert deed(OWN, "edit", 1, text="  ")[0] == OWN


def test_refusing_changes_nothing_and_can_be_taken_back() -> None:
    assert deed(OWN, "refuse")[0] == deed(OWN, "refuse-all")[0] == deed(OWN, "reopen")[0] == OWN
    rejected = [each.model_copy(update={"decision": "rejected"}) for each in THREE]
    assert content(rejected, (), {})["refused"] == 3


def test_settings_say_that_there_is_no_model_and_how_one_is_connected(open_page: Open) -> None:
    app = open_page("settings")
    assert "JD_LLM_BASE_URL" in said(app)
    assert not app.text_input


def test_settings_name_the_server_and_the_model_and_never_the_key(open_page: Open, connect: Connect) -> None:
    connect(DAILY_TOKENS="5000")
    app = open_page("settings")
    lines = said(app)
    assert ("127.0.0.1:9" in lines, "5,000" in lines, HOSTILE in lines) == (True, True, True)
    press(app, "test-model")
    assert "127.0.0.1:9 cannot be reached. Check JD_LLM_BASE_URL, and whether that server runs." in said(app)
    everything = repr([each.value for each in app.html]) + repr(labels(app))
    assert "sk-canary-123" not in everything


@pytest.mark.parametrize(
    ("setting", "value", "said_of_it"),
    [
        ("BASE_URL", "ai.example", "JD_LLM_BASE_URL is no address such as https://ai.example.org/v1."),
        ("API_KEY", "sk two", "The key in JD_LLM_API_KEY holds a space"),
        ("MODEL", "", "JD_LLM_MODEL is missing"),
        ("BATCH", "99", "The language model stays off, because a setting is wrong: JD_LLM_BATCH"),
    ],
)
def test_a_wrong_setting_is_a_sentence_and_the_rest_of_the_app_goes_on(
    open_page: Open, store: Store, connect: Connect, setting: str, value: str, said_of_it: str
) -> None:
    connect(**{setting: value})
    assert any(line.startswith(said_of_it) for line in said(open_page("settings")))
    app = panel(open_page, kept(store, DRAFT))
    assert any(line.startswith(said_of_it) for line in said(app))
    assert "reword-plain-english" in keys(app)


def test_the_log_can_be_downloaded(open_page: Open, store: Store) -> None:
    store.log_usage(UsageLine(NOW, "abc", "ai.example", "m", 900, 200, False))
    app = open_page("settings")
    assert "1 call, 1,100 tokens." in said(app)
    assert [each.label for each in app.download_button] == ["Download the log"]
