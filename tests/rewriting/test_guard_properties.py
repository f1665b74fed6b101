"""What holds of the guard for any statement: no changed fact gets through, no mere form is held up."""

import re

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from jd_builder.domain.rewriting import gravest
from jd_builder.rewriting.guard import judge
from jd_builder.services import catalogue

STATEMENTS = [statement.wordings.plain for statement in catalogue.role("ciso").statements()]
FIGURES = [
    "Lead a team of 14 analysts across 3 sites within 72 hours.",
    "The salary is £98,500 to £112,000 a year, with up to 15% more.",
    "Applications close at 11:59pm on 14 May 2027.",
    "This is a Grade 6 post, or SCS1, in Band 8a.",
    "Maintain ISO 27001:2022, PCI DSS 4.0 and NIST CSF 2.0.",
    "You need at least 5 years' experience and 37.5 hours a week.",
    "Call 020 7946 0018 or write to jobs1@example.org.",
]
NEGATED = [
    "You must not share keys with suppliers.",
    "Never store passwords in plain text.",
    "No system goes live without a review.",
    "The role does not include line management.",
    "You don't need a degree.",
    "Reports that have no owner go to the board.",
    "You cannot delegate this.",
]
BINDING = [
    "You must complete the training every year.",
    "You may be asked to travel.",
    "You should know cloud platforms.",
    "You have to hold clearance and must report incidents.",
]
OTHER_BINDING = {"must": "may", "may": "must", "should": "must", "have to": "should"}
CERTIFICATES = [
    "a CISSP",
    "a degree",
    "CISM certification",
    "a master's degree",
    "chartered status",
    "an ISO 27001 certificate",
]
TOPICS = ["architecture", "operations", "assurance", "training", "research", "procurement", "engineering"]
few = settings(max_examples=60)


def level(original: str, rewritten: str) -> str:
    return gravest(judge(original, rewritten))


@settings(max_examples=100)
@given(st.sampled_from(FIGURES), st.data())
def test_any_other_digit_is_blocked(original: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([match.start() for match in re.finditer(r"\d", original)]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != original[place]]))
    changed = original[:place] + digit + original[place + 1 :]
    assert level(original, changed) == "block"


@given(st.sampled_from(NEGATED))
@example("Staff mustn't connect their own devices.")
def test_a_sentence_without_its_not_is_blocked(original: str) -> None:
    changed = re.sub(r" not\b|n't\b|n’t\b|\b[Nn]ever |\b[Nn]o |\bwithout\b|(?<=can)not", "", original, count=1)
    assume(changed != original)
    assert level(original, changed) == "block"


@given(st.sampled_from(BINDING), st.sampled_from(sorted(OTHER_BINDING)))
def test_what_binds_in_another_degree_is_blocked(original: str, word: str) -> None:
    assume(word in original)
    assert level(original, original.replace(word, OTHER_BINDING[word], 1)) == "block"


@few
@given(st.sampled_from(STATEMENTS), st.sampled_from(CERTIFICATES))
def test_a_certificate_that_comes_in_is_blocked(original: str, certificate: str) -> None:
    assert level(original, f"{original}, and hold {certificate}") == "block"


@few
@given(st.permutations(TOPICS), st.integers(2, 6), st.data())
def test_a_list_in_another_order_passes_and_a_shorter_or_longer_one_does_not(
    topics: list[str], size: int, data: st.DataObject
) -> None:
    def listed(members: list[str]) -> str:
        return f"Lead security {', '.join(members[:-1])} and {members[-1]} for the board"

    chosen = topics[:size]
    original = listed(["policy", *chosen])
    assert level(original, listed(["policy", *data.draw(st.permutations(chosen))])) == "pass"
    assert level(original, listed(["policy", *chosen[1:]])) != "pass"
    assert level(original, listed(["policy", *topics[: size + 1]])) != "pass"


@few
@given(st.sampled_from(STATEMENTS))
def test_contractions_quotes_and_capitals_pass(original: str) -> None:
    plain = f"You will {original}."
    assert level(original, plain) == "pass"
    assert level(plain, plain.replace("You will", "You'll")) == "pass"
    assert level(plain, plain.replace("You will", "You’ll").replace("'", "’")) == "pass"
    assert level(original, original[0].upper() + original[1:]) == "pass"


@few
@given(
    st.sampled_from(STATEMENTS),
    st.sampled_from("\u200b\u200d\u202e\u2066\ufeff\u00ad\u0430\u03bf\x00\ue000\ud800"),
    st.data(),
)
def test_a_hidden_or_foreign_character_is_blocked(original: str, character: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(original)))
    assert level(original, original[:place] + character + original[place:]) == "block"


@settings(max_examples=150)
@given(st.text(max_size=200), st.text(max_size=200))
@example("£1e999 to £", "½ ² ٣ 1,2,3,, 99999999999999999999999999999999999999999999999999 %")
@example("31/31/2026 99:99 2026-99-99", "0 000 000 0000 +44 Feb 2026")
@example("İ̇ ſ ß", "I'S 'S ' ''' n't")
def test_whatever_comes_in_an_answer_comes_out_and_points_into_the_texts(original: str, rewritten: str) -> None:
    for verdict in judge(original, rewritten):
        length = len(original if verdict.in_ == "original" else rewritten)
        assert 0 <= verdict.start <= verdict.end <= length
        assert verdict.message
    assert judge(original, original) == ()


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(
            ["risk", "must", "not", "14", "£5m", ",", "and", "the board", "keep", "up to", "one", "hundred"]
        ),
        max_size=400,
    )
)
def test_words_said_again_and_again_are_judged_too(words: list[str]) -> None:
    judge(" ".join(words), " ".join(reversed(words)))
