"""Words are found however they are written, and every place points into the text as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.checks.phrases import Phrases
from jd_builder.checks.run import findings
from jd_builder.checks.words import Words
from jd_builder.domain.document import Document, Paragraph, Run
from tests.checks.examples import of_text

PHRASES = Phrases([("young", "young"), ("native", "native English speaker"), ("years", "years' experience")])
PIECES = ["Young", "young", "YO\u00adUNG", "native English\nspeaker", "Native-English speaker", "years’ experience"]
PIECES += ["ﬁt", "é", "e\u0301", "İ", "ß", "\u200b", "🙂", "…", " ", ". ", "£", "—", "recent graduate", "he/she", "TBC"]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("A YOUNG team", "YOUNG"),
        ("A yo\u00adung team", "yo\u00adung"),
        ("years’ experience", "years’ experience"),
        ("years' experience", "years' experience"),
        ("a native\nEnglish  speaker", "native\nEnglish  speaker"),
        ("native-English speaker", "native-English speaker"),
        ("Straße und young", "young"),
        ("e\u0301te\u0301 young", "young"),
        ("🙂 young", "young"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(text: str, match: str) -> None:
    words = Words(text)
    ((span,),) = PHRASES.found(words).values()
    start, end = words.span(*span)
    assert text[start:end] == match


@pytest.mark.parametrize("text", ["younger", "a native. English speaker", "native, English speaker", "youn g", ""])
def test_parts_of_words_and_words_across_a_stop_are_not_found(text: str) -> None:
    assert PHRASES.found(Words(text)) == {}


@given(texts)
def test_every_finding_points_at_the_text_it_names(text: str) -> None:
    document = Document(layout="", name="", title="", blocks=(Paragraph(text=(Run(text=text, origin="own"),)),))
    for each in findings(document):
        assert each.text[each.start : each.end] == each.match
        assert each.text in (text, "")


@given(texts)
def test_the_same_words_are_found_in_capitals(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert PHRASES.found(Words(plain)) == PHRASES.found(Words(plain.upper()))


def test_a_match_with_a_capital_is_replaced_by_words_with_one() -> None:
    found = [each for each in of_text("Chairman of the group, and chairman again") if each.rule == "sex-titles"]
    assert [(each.match, each.suggestions) for each in found] == [("Chairman", ("Chair",)), ("chairman", ("chair",))]
