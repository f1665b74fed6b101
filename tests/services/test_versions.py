"""What changed between two versions: answers by what they mean, statements by what they say."""

from datetime import datetime

from jd_builder.domain.draft import Draft, Edit
from jd_builder.services import changes_page, comparing_files, examples, versions
from jd_builder.services.old_versions import Version
from jd_builder.services.shares import Shares

HARBOUR = examples.example("harbour-mutual").draft
WHEN = datetime(2026, 11, 21)


def told(before: Draft, after: Draft) -> list[tuple[str, str, str, str]]:
    return [(each.part, each.label, each.before, each.after) for each in versions.compared(before, after)]


def test_a_draft_is_the_same_as_itself() -> None:
    assert told(HARBOUR, HARBOUR) == []
    assert versions.summary(()) == "Nothing changed."


def test_a_place_is_told_as_it_was_typed_where_it_names_no_country() -> None:
    hospital = HARBOUR.answered("post.location", ["Fenland General Hospital, Wisbech"])
    assert told(HARBOUR, hospital)[0][3] == "Town: Fenland General Hospital, Wisbech"


def test_an_answer_is_told_by_its_question_before_and_now() -> None:
    assert told(HARBOUR, HARBOUR.answered("post.hours", "37")) == [("The job", "Hours a week", "35", "37")]
    assert told(HARBOUR, HARBOUR.answered("post.sift", "2027-02-25"))[0][0] == "How you will choose"
    assert told(HARBOUR, HARBOUR.answered("organisation.staff", None)) == [
        ("The organisation", "Number of staff", "1,900", "")
    ]
    pay = told(HARBOUR, HARBOUR.answered("post.pay.maximum", "140000"))[0]
    assert "From: 105,000; To: 140,000; Currency: GBP; Period: a year" in pay[3]
    assert told(HARBOUR, HARBOUR.answered("post.sift", "2027-02-25"))[0][3] == "25 February 2027"


def test_the_same_answer_in_other_signs_is_no_change() -> None:
    assert (
        told(HARBOUR, HARBOUR.answered("post.hours", "35.0").answered("post.closing", "15 February 2027 23:59")) == []
    )


def test_a_wrong_answer_is_told_as_it_was_typed() -> None:
    assert told(HARBOUR, HARBOUR.answered("post.hours", "many")) == [("The job", "Hours a week", "35", "many")]
    assert told(HARBOUR.answered("post.hours", "many"), HARBOUR.answered("post.hours", "lots"))[0][2:] == (
        "many",
        "lots",
    )


def test_statements_are_added_removed_and_reworded() -> None:
    after = HARBOUR.excluding("ciso.duty.5").adding("duty", "chair the security committee of the region")
    after = after.editing("ciso.duty.2", Edit(text="lead Harbour as it puts its security strategy to work"))
    found = {(change.sort, change.after or change.before) for change in versions.compared(HARBOUR, after)}
    gone = [text for sort, text in found if sort == "removed"]
    assert [text.partition(" throughout")[0] for text in gone] == ["Understand risk"]
    assert ("added", "Chair the security committee of the region") in found
    assert ("changed", "Lead Harbour as it puts its security strategy to work") in found


def test_a_criterion_that_becomes_desirable_is_a_change() -> None:
    def asking(need: str) -> Draft:
        return Draft.model_validate({"criteria": [{"text": "You have led a team", "need": need, "assessed": ["I"]}]})

    assert told(asking("essential"), asking("desirable")) == [
        (
            "Criteria",
            "",
            "Has led a team (essential and interview)",
            "Has led a team (desirable and interview)",
        )
    ]


def test_a_number_of_ones_own_in_another_draft_is_another_statement() -> None:
    one = Draft().adding("duty", "keep the lighthouse lit")
    other = Draft().adding("duty", "train new captains in the harbour")
    changes = [each for each in versions.compared(one, other) if each.part == "Duties"]
    assert [each.sort for each in changes] == ["added", "removed"]


def test_the_page_shows_what_went_and_what_came_and_says_so_in_words() -> None:
    now = HARBOUR.answered("post.notice", "6").answered("post.reports-to", "Chief executive")
    page = changes_page.page(changes_page.compared(Version(HARBOUR, "last year"), Version(now, "now")))
    runs = {(run.change, run.text) for _, text in page.texts() for run in text}
    assert {("removed", "3"), ("added", "6"), ("added", "Chief executive")} <= runs
    assert any(run.text == "Reports to, changed" for _, text in page.texts() for run in text)


def test_a_house_style_is_told_without_the_hash_it_is_kept_by() -> None:
    one, other = (Draft(organisation={"house-style": hash}) for hash in ("9006e59ecd19dcba", "9f86d081884c7d65"))
    (found,) = versions.compared(one, other)
    assert (found.label, found.before, found.after) == ("House style", "a Word file", "another Word file")


def test_a_duty_that_changed_places_is_told_with_both_and_the_others_are_not() -> None:
    chosen = Shares(HARBOUR).chosen
    after = HARBOUR.ordering((chosen[4], *chosen[:4], *chosen[5:]))
    (change,) = versions.compared(HARBOUR, after)
    assert (change.part, change.sort, change.place) == ("Duties", "moved", f"now 1 of {len(chosen)}, was 5")
    assert versions.summary([change]) == "1 moved."
    shown = changes_page.compared(Version(HARBOUR, "old"), Version(after, "new"))
    assert list(comparing_files.lines(shown)) == [f"Moved: Duties: {change.after}: {change.place}"]
    texts = ["".join(run.text for run in text) for _, text in changes_page.page(shown).texts()]
    assert f"{change.after}: {change.place}" in texts


def test_a_criterion_that_moved_is_told_and_one_that_became_desirable_has_not_moved() -> None:
    before = HARBOUR.requiring(Shares(HARBOUR).criteria)
    first, second, *rest = before.criteria
    (moved,) = versions.compared(before, before.requiring((second, first, *rest)))
    assert (moved.part, moved.sort) == ("Criteria", "moved")
    desirable = first.model_copy(update={"need": "desirable"})
    (changed,) = versions.compared(before, before.requiring((desirable, second, *rest)))
    assert changed.sort == "changed"


def test_a_removed_or_added_duty_moves_no_other() -> None:
    after = HARBOUR.excluding("ciso.duty.5").adding("duty", "chair the security committee of the region")
    assert {each.sort for each in versions.compared(HARBOUR, after)} == {"added", "removed"}
