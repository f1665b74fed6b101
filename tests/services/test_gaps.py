"""What documents lack, the most important first, in words."""

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import Problem
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.services import catalogue, documents, gaps
from jd_builder.services.labels import label

EMPTY = Draft(documents=("private-advert", "university-nhs"))


def test_pay_place_and_closing_date_come_before_what_only_staff_read() -> None:
    found = [gap.ref for gap in gaps.found(documents.assembled(EMPTY))]
    first = found.index("post.pay"), found.index("post.location"), found.index("post.closing")
    assert max(first) < found.index("post.accountable-to")


def test_a_gap_stands_once_and_names_every_document_that_has_it() -> None:
    found = {gap.ref: gap for gap in gaps.found(documents.assembled(EMPTY))}
    assert found["post.location"].documents == ("Short advert", "Job description and person specification")
    assert found["post.pay"].documents == ("Short advert",)


def test_a_field_with_a_wrong_value_is_not_told_twice() -> None:
    wrong = (Problem("post.pay.minimum", "'lots' is not a number"),)
    assert "post.pay" not in [gap.ref for gap in gaps.found(documents.assembled(EMPTY), wrong)]


def test_every_gap_has_a_label_and_every_rank_is_a_field_that_some_document_needs() -> None:
    needed = {need for layout in catalogue.layouts() for need in layout.needs}
    assert set(gaps.MOST_IMPORTANT) <= needed
    assert all(label(need)[0].isupper() for need in needed)


def test_a_wrong_value_is_told_with_the_name_of_its_field() -> None:
    said = gaps.sentence(Problem("post.pay.minimum", "'lots' is not a number"))
    assert said == "Pay: 'lots' is not a number"


def test_fields_are_called_as_their_models_call_them() -> None:
    for part, model in (("organisation", Organisation), ("post", Post)):
        for name, field in model.model_fields.items():
            assert label(f"{part}.{field.alias}") == label(f"{part}.{name}") == field.title


def test_what_is_no_field_stands_for_itself() -> None:
    assert label("post.pey") == "pey"
    assert label("documents.1") == "1"
