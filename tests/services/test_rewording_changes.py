"""Accepted words in the draft, its documents and its record: whose they are stays known everywhere."""

from datetime import UTC, datetime

from jd_builder.domain.document import Run
from jd_builder.domain.draft import Criterion, Draft
from jd_builder.domain.rewriting import Proposal
from jd_builder.drafts.reading import read_draft
from jd_builder.drafts.writing import to_yaml
from jd_builder.services import criteria, criterion_changes, documents, duties, record
from jd_builder.services.rewording_changes import accepted, pending
from jd_builder.services.rewording_texts import sections
from jd_builder.services.shares import Shares

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
DRAFT = Draft(documents=("private-advert", "university-nhs")).answered("post.purpose", "To keep members safe.")
OWN = DRAFT.requiring((*Shares(DRAFT).criteria, Criterion(text="You have led a team", need="essential")))


def proposal(statement: str, after: str, draft: Draft = DRAFT) -> Proposal:
    texts = {target.id: target.text for section in sections(draft) for target in section.targets}
    return Proposal(
        statement=statement, before=texts[statement], after=after, tone="plainer", model="llama", prompt="reword",
        prompt_hash="3f0c",
    )  # fmt: skip


def taken(statement: str, after: str, draft: Draft = DRAFT) -> Draft:
    return accepted(draft, [proposal(statement, after, draft)], None, NOW)


def runs(draft: Draft, text: str) -> list[Run]:
    found = (run for each in documents.assembled(draft).values() for _, text in each.texts() for run in text)
    return [run for run in found if run.text.casefold() == text.casefold()]


def own_criterion(draft: Draft) -> str:
    return draft.criteria[-1].id


def test_a_reworded_duty_is_the_models_in_every_document_and_no_longer_the_frameworks() -> None:
    draft = taken("ciso.duty.1", "head it all")
    assert {run.origin for run in runs(draft, "head it all")} == {"model"}
    row = next(row for row in duties.rows(Shares(draft)) if row.id == "ciso.duty.1")
    assert (row.edited, row.original) == ("Reworded by the model", proposal("ciso.duty.1", "").before)


def test_the_original_stays_known_also_of_a_duty_that_only_an_edit_made_short_enough() -> None:
    advert = Draft(documents=("private-advert",))
    shares = Shares(advert)
    long = next(id_ for id_ in shares.usual if len(shares.role.by_id[id_].wordings.plain.split()) > 16)
    edited = advert.changed(edits={long: "do it"})
    draft = taken(long, "do it well", edited)
    row = next(row for row in duties.rows(Shares(draft)) if row.id == long)
    assert (row.text, row.edited) == ("do it well", "Reworded by the model")
    assert "earlier edition" not in row.source


def test_a_reworded_answer_is_the_models_until_somebody_types_another() -> None:
    draft = taken("post.purpose", "To keep our members safe.")
    assert draft.post["purpose"] == "To keep our members safe."
    assert {run.origin for run in runs(draft, "To keep our members safe.")} == {"model"}
    typed = draft.answered("post.purpose", "To keep us safe.")
    assert {run.origin for run in runs(typed, "To keep us safe.")} == {"organisation"}


def test_of_an_answer_in_paragraphs_one_is_changed_alone() -> None:
    draft = DRAFT.answered("post.team", "We are 14.\n\nWe keep it safe.")
    assert taken("post.team#3", "We keep this safe.", draft).post["team"] == "We are 14.\n\nWe keep this safe."


def test_a_reworded_criterion_of_ones_own_shows_the_old_words_and_can_have_them_back() -> None:
    id_ = own_criterion(OWN)
    draft = taken(id_, "You have headed a team", OWN)
    row = criteria.rows(Shares(draft))[-1]
    assert (row.text, row.original, row.edited) == (
        "You have headed a team", "You have led a team", "Reworded by the model",
    )  # fmt: skip
    back = criterion_changes.changed(Shares(draft), {"action": "restore", "id": id_}).draft
    assert criteria.rows(Shares(back))[-1].text == "You have led a team"
    typed = criterion_changes.changed(Shares(draft), {"action": "edit", "id": id_, "text": "You lead"}).draft
    assert criteria.rows(Shares(typed))[-1].text == "You lead"


def test_a_reworded_duty_leaves_the_criterion_of_the_same_statement_alone() -> None:
    about = "ciso.cyber-risk-management.can.3"
    draft = DRAFT.including(about).requiring((Criterion(statement=about, need="essential"),))
    before = criteria.rows(Shares(draft))[0].text
    assert criteria.rows(Shares(taken(about, "weigh every risk", draft)))[0].text == before


def test_the_draft_file_keeps_where_the_words_came_from() -> None:
    draft = taken("post.purpose", "To keep our members safe.", taken("ciso.duty.1", "head it all"))
    draft = taken(own_criterion(OWN), "You have headed a team", draft.requiring(OWN.criteria))
    assert read_draft(to_yaml(draft), "job.yaml").draft == draft


def test_the_record_names_the_model_the_tone_the_prompt_and_the_day() -> None:
    draft = taken("post.purpose", "To keep our members safe.", taken("ciso.duty.1", "head it all"))
    said = [run.text for _, text in record.page(draft, NOW).texts() for run in text]
    assert said.count("Reworded by llama, plainer, prompt 3f0c, accepted 2 March 2026") == 2


def test_a_proposal_waits_while_its_text_is_as_it_was_and_comes_back_after_undo() -> None:
    one = proposal("ciso.duty.1", "head it all")
    assert pending(DRAFT, [one]) == (one,)
    assert pending(taken("ciso.duty.1", "head it all"), [one]) == ()
    later = proposal("ciso.duty.1", "lead it all")
    assert pending(DRAFT, [one, later]) == (later,)
    assert pending(DRAFT, [one.model_copy(update={"decision": "rejected"})]) == ()


def test_a_long_text_made_short_moves_nothing_into_the_advert() -> None:
    before = Shares(DRAFT).in_adverts("duties")
    long_ones = [id_ for id_ in Shares(DRAFT).chosen if id_ not in before]
    draft = accepted(DRAFT, [proposal(id_, "do it") for id_ in long_ones], None, NOW)
    assert set(Shares(draft).in_adverts("duties")) == set(before)
