"""How a document reads: coded words in all and of one's own, grades side by side, and the hardest sentences."""

from jd_builder.domain.document import Document, Origin, Paragraph, Run
from jd_builder.services import reading


def document(*texts: tuple[str, Origin, str | None]) -> Document:
    blocks = tuple(Paragraph(text=(Run(text=text, origin=origin, ref=ref),)) for text, origin, ref in texts)
    return Document(layout="", name="", title="", organisation="Support Homes", blocks=blocks)


MIXED = document(
    ("Lead the analysis and champion the strategy of the organisation.", "framework", "ciso.duty.1"),
    ("You are ambitious and supportive, and join Support Homes, an NHS Trust.", "own", "own.1"),
)


def test_coded_words_are_counted_in_all_without_the_roles_and_of_ones_own() -> None:
    found = reading.of(MIXED)
    assert found.words.all_words.masculine == ("lead", "analysis", "champion", "ambitious")
    assert found.words.without_needed.masculine == ("champion", "ambitious")
    assert (found.own.all_words.masculine, found.own.all_words.feminine) == (("ambitious",), ("supportive",))
    assert found.words.all_words.outcome == "masculine-coded"


def test_each_own_word_has_alternatives() -> None:
    assert all(word.alternatives for word in reading.of(MIXED).own.words)


def test_the_grade_of_own_words_stands_beside_that_of_fixed_wording() -> None:
    found = reading.of(MIXED)
    assert found.grades.own is not None
    assert found.grades.fixed is not None
    assert reading.of(document(("Lead it.", "framework", None))).grades.own is None


def test_the_three_hardest_sentences_are_ones_own_with_their_places() -> None:
    easy = "You will look after the team and the money we have. "
    hard = "Responsibility for organisational accountability necessitates comprehensive interdepartmental consultation."
    found = reading.of(document((easy * 4 + hard, "own", "post.purpose"), (hard, "framework", "ciso.duty.1")))
    assert len(found.hardest) == 3
    assert (found.hardest[0].sentence.text, found.hardest[0].place) == (hard, "post.purpose")


def test_a_document_without_a_word_reads_as_nothing() -> None:
    found = reading.of(document())
    assert (found.words.all_words.outcome, found.hardest, found.grades.own) == ("empty", (), None)


WELSH = (
    "Bydd deiliad y swydd yn arwain y tîm diogelwch ac yn gyfrifol am strategaeth seiber y sefydliad. "
    "Byddwch yn rheoli a datblygu tîm o ddeg o bobl, a chyllideb o £2 filiwn y flwyddyn."
)


def test_text_that_is_not_english_is_not_graded_as_english() -> None:
    easy = "You will look after the team and the money we have."
    both = reading.of(document((easy, "own", "post.purpose"), (WELSH, "own", "post.purpose")))
    assert both.grades == reading.of(document((easy, "own", "post.purpose"))).grades
    assert all(each.sentence.text not in WELSH for each in both.hardest)
    assert reading.of(document((WELSH, "own", None))).grades.own is None
