"""A text spoken to a person, or about the postholder, and back."""

import pytest

from jd_builder.text.person import to_postholder, to_you

PAIRS = [
    ("You will lead your team.", "The postholder will lead their team."),
    ("You have led security", "The postholder has led security"),
    ("You lead the team and you are calm", "The postholder leads the team and the postholder is calm"),
    ("We expect that you carry the risk", "We expect that the postholder carries the risk"),
    ("You also manage the budget", "The postholder also manages the budget"),
    ("You must not sign", "The postholder must not sign"),
]


@pytest.mark.parametrize(("you", "postholder"), PAIRS)
def test_you_becomes_the_postholder(you: str, postholder: str) -> None:
    assert to_postholder(you) == postholder


@pytest.mark.parametrize(
    ("postholder", "you"),
    [
        *((postholder, you.replace("your", "their")) for you, postholder in PAIRS[1:]),
        ("The postholder's team watches; the post holder teaches it", "Your team watches; you teach it"),
        ("This job holder relies on the successful candidate’s judgement", "You rely on your judgement"),
    ],
)
def test_the_postholder_becomes_you(postholder: str, you: str) -> None:
    assert to_you(postholder) == you


@pytest.mark.parametrize("text", ["lead the team", "young people use yours truly", "", "the post is held by a team"])
def test_a_text_of_nobody_stays(text: str) -> None:
    assert to_you(text) == text


def test_an_object_takes_no_verb() -> None:
    assert to_postholder("We work with you and help you in your first year") == (
        "We work with the postholder and help the postholder in their first year"
    )
