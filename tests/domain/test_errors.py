"""A mistake is told in sentences that name the file, the line and the place."""

from jd_builder.domain.errors import DataFileError, Problem, UserError


def test_a_file_names_every_mistake_in_the_order_of_its_lines() -> None:
    problems = (Problem("post.pay", "this is needed here", 7), Problem("", "it is empty", None), Problem("a", "b", 2))
    assert str(DataFileError("draft.yaml", problems)).split("\n") == [
        "draft.yaml: it is empty",
        "draft.yaml:2: a: b",
        "draft.yaml:7: post.pay: this is needed here",
    ]


def test_what_cannot_be_done_is_said_with_its_place_and_its_mend() -> None:
    assert str(UserError("There is no role 'cto'.", "draft.yaml", "Import it first.")) == (
        "draft.yaml: There is no role 'cto'. Import it first."
    )
    assert str(UserError("There is no role 'cto'.")) == "There is no role 'cto'."
