"""What differs between two versions of one draft, named as its questions are."""

from jd_builder.domain.draft import Draft
from jd_builder.services.comparing import differences, said

DRAFT = Draft(post={"pay": {"minimum": "50000", "maximum": "60000"}})


def test_the_parts_of_an_answer_go_by_their_names_on_the_screen() -> None:
    answer = {"pattern": "hybrid", "days-on-site": "2", "note": "Tuesdays"}
    assert said(answer, "post.work-pattern") == "Where the work is done: hybrid; Days on site: 2; Note: Tuesdays"
    assert said({"questions": {"email": "a@b.example"}}, "organisation.mailboxes") == "Questions: E-mail: a@b.example"


def test_a_part_that_two_people_changed_is_named_with_its_answer() -> None:
    other = DRAFT.answered("post.pay.minimum", "52000").answered("post.pay.maximum", "70000")
    assert differences(DRAFT, other, ["post.pay.minimum"]) == [("Pay, from", "50000", "52000")]
    assert differences(DRAFT, other) == [("Pay", "From: 50000; To: 60000", "From: 52000; To: 70000")]
