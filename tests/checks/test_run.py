"""What is found in a whole document: the traps, whose words they are, the order, and what depends on the draft."""

from datetime import date

import pytest

from jd_builder.checks.context import Context
from jd_builder.checks.kept import keyed, open_findings
from jd_builder.checks.run import findings
from jd_builder.domain.document import Bullets, Document, Heading, Origin, Paragraph, Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.findings import Finding, Kept
from jd_builder.domain.organisation import Nation, Sector
from tests.checks.examples import of_text

TODAY = date(2026, 11, 2)

TRAPS = [
    "We are Disability Confident and keep to the Recruitment Principles of fair and open competition.",
    "You chair the Committee.",
    "Join Guy's and St Thomas' NHS Foundation Trust.",
    "Work with British Transport Police, the local authority and Christian Aid.",
    "Lead the programme of retiring legacy systems.",
    "A 3-year strategy and a pension after 2 years.",
    "You have lived in the UK for 5 years.",
    "Detect man-in-the-middle attacks and manage human risk.",
    "A British Standard under English law.",
    "Manage each software licence; controls are fit for purpose; watch system health; stand up a team.",
    "Family-friendly hours for a product family with single sign-on and no single point of failure.",
    "Automate to a high degree with a degree of judgement, a scrum master and master data.",
    "Run a competitive tender in a competitive market.",
    "Rotate the API key. Improve service delivery. Measure incident impact. Build a landing zone.",
    "Press the kill switch, lead the red team and build defence in depth.",
    "A mature security programme. Raise its maturity.",
    "You hold ISO 27001:2022 and answer within 5 years of retirement savings.",
    "The surname of the applicant and the human in the loop.",
    "Lead people in government digital roles. Support the DDaT transformation with digital transformation.",
]


def document(*runs: Run) -> Document:
    return Document(layout="", name="", title="", blocks=(Paragraph(text=runs),))


def rules(found: tuple[Finding, ...]) -> list[str]:
    return [each.rule for each in found]


@pytest.mark.parametrize("text", TRAPS)
def test_harmless_text_gives_nothing(text: str) -> None:
    assert of_text(text) == ()
    assert of_text(text, Context(today=TODAY, sector=Sector.CENTRAL_GOVERNMENT)) == ()


@pytest.mark.parametrize(
    ("origin", "yours"),
    [
        *[("own", True), ("model", True), ("organisation", True)],
        *[("framework", False), ("commercial", False), ("layout", False)],
    ],
)
def test_words_are_the_users_by_where_they_come_from(origin: Origin, yours: bool) -> None:
    (found,) = findings(document(Run(text="A "), Run(text="young team", origin=origin, ref="own.1")))
    assert (found.yours, found.match, found.statement, found.block) == (yours, "young", "own.1", 1)


def test_a_word_from_an_answer_names_its_field() -> None:
    (found,) = findings(document(Run(text="A young team", origin="organisation", ref="post.team")))
    assert (found.field, found.statement) == ("post.team", None)


def test_a_long_sentence_of_a_layout_is_not_the_users_though_it_holds_their_values() -> None:
    names = Run(text="one, two, three " * 10, origin="organisation", ref="post.title")
    assert [each.yours for each in findings(document(Run(text="You work with "), names, Run(text="here.")))] == [False]


def test_what_to_fix_comes_first_and_the_users_words_before_fixed_ones() -> None:
    found = of_text("A passion for work.\n\nA driving licence.\n\nA young team.")
    assert [each.severity for each in found] == ["error", "warning", "advice"]
    fixed, own = Run(text="young ", origin="framework"), Run(text="energetic", origin="own")
    assert [each.match for each in findings(document(fixed, own))] == ["energetic", "young"]


def test_a_surname_is_no_word_to_judge() -> None:
    text = document(Run(text="Write to Jane Foreman, our chair.", origin="own"))
    assert rules(findings(text)) == ["sex-titles"]
    named = Draft.model_validate({"post": {"panel": [{"role": "Chair", "name": "Jane Foreman"}]}})
    assert findings(text, named, Context(today=TODAY)) == ()


def test_what_is_picked_from_a_list_of_ours_is_not_the_users_wording() -> None:
    standard = Run(text="FCA rules", origin="organisation", ref="organisation.standards.2")
    typed = Run(text="FCA rules", origin="organisation", ref="organisation.other-standards.2")
    assert [each.yours for each in findings(document(standard))] == [False]
    assert [each.yours for each in findings(document(typed))] == [True]


def test_the_frameworks_own_text_may_speak_of_your_organisation() -> None:
    assert findings(document(Run(text="Protect your organisation", origin="framework", ref="ciso.duty.1"))) == ()
    (found,) = findings(document(Run(text="Protect your organisation", origin="own", ref="own.1")))
    assert (found.rule, found.suggestions) == ("your-organisation", ("our organisation",))


def test_a_long_list_is_about_its_number_and_not_about_its_first_line() -> None:
    items = tuple((Run(text=f"keep system {n} safe", origin="framework", ref=f"ciso.duty.{n}"),) for n in range(1, 13))
    long = Document(layout="university-nhs", name="", title="", blocks=(Bullets(items=items),))
    (found,) = findings(long)
    assert (found.rule, found.statement, found.yours) == ("list-length", None, True)
    assert findings(Document(layout="internal-profile", name="", title="", blocks=long.blocks)) == ()


def test_the_name_of_the_organisation_is_no_word_to_judge() -> None:
    text = document(Run(text="Join Young Energy today", origin="own"))
    assert rules(findings(text)) == ["age-words"]
    assert findings(text, Draft.model_validate({"organisation": {"name": "Young Energy"}}), Context(today=TODAY)) == ()


def test_the_law_named_is_that_of_the_nation() -> None:
    england, belfast = (
        of_text("A young team", Context(today=TODAY, nation=nation))[0]
        for nation in (Nation.ENGLAND, Nation.NORTHERN_IRELAND)
    )
    assert england.link == "https://www.legislation.gov.uk/ukpga/2010/15/section/5"
    assert belfast.link is None
    assert "Northern Ireland" in belfast.why


def test_the_governments_words_to_avoid_are_left_to_government() -> None:
    assert of_text("We leverage data") == ()
    (found,) = of_text("We leverage data", Context(today=TODAY, sector=Sector.CENTRAL_GOVERNMENT))
    assert (found.match, found.suggestions) == ("leverage", ("use",))


def test_a_gap_is_to_fix_unless_the_copy_is_for_approval() -> None:
    gap = (Paragraph(text=(Run(text="Pay", ref="post.pay", gap=True),)),)
    (found,) = findings(Document(layout="", name="", title="", blocks=gap))
    assert (found.rule, found.field, found.severity, found.yours) == ("missing-part", "post.pay", "error", True)
    assert findings(Document(layout="", name="", title="", draft=True, blocks=gap)) == ()


def test_criteria_are_counted_as_the_document_takes_them() -> None:
    advert = Document(layout="private-advert", name="", title="", blocks=(Heading(text=(Run(text="You"),)),))
    assert rules(findings(advert, None, Context(today=TODAY, essential=6))) == []
    (found,) = findings(advert, None, Context(today=TODAY, essential=9))
    assert found.message.startswith("The advert lists 9 essential criteria")


def test_a_criterion_without_a_stage_is_named_by_its_statement() -> None:
    draft = Draft.model_validate({"criteria": [{"id": "own.1", "text": "Leads people", "need": "essential"}]})
    (found,) = findings(None, draft, Context(today=TODAY))
    assert (found.rule, found.statement, found.field) == ("no-stage", "own.1", None)


def test_a_finding_that_is_kept_is_closed_until_its_words_change() -> None:
    found = of_text("A young team.\n\nAnother young team.")
    first, second = (key for _, key in keyed(found))
    assert first[:3] == second[:3]
    assert (first[3], second[3]) == (1, 2)
    kept = Kept(rule=first[0], on=first[1], match="Young", nth=1, reason="It is the name of a prize.")
    assert open_findings(found, [kept]) == found[1:]
    assert len(open_findings(of_text("An energetic team."), [kept])) == 1


def test_many_items_are_read_in_a_moment_of_memory() -> None:
    items = tuple((Run(text=f"Keep system {number} safe", origin="own"),) for number in range(5000))
    found = findings(Document(layout="", name="", title="", blocks=(Bullets(items=items),)))
    assert "list-length" in rules(found)


def test_a_draft_is_held_to_its_house_terms_in_its_own_words_alone() -> None:
    draft = Draft.model_validate({"organisation": {"house-terms": [{"say": "colleagues", "instead-of": "staff"}]}})
    texts = (Run(text="Train staff", origin="own"), Run(text="Train staff", origin="framework"))
    document = Document(layout="", name="", title="", blocks=(Bullets(items=tuple((each,) for each in texts)),))
    (found,) = [each for each in findings(document, draft, Context(today=TODAY)) if each.rule == "house-terms"]
    assert (found.match, found.suggestions, found.yours) == ("staff", ("colleagues",), True)


def test_a_contradiction_is_said_whole() -> None:
    dates = {"closing": "15 February 2027", "sift": "18 February 2027", "interviews": ["1 January 2027"]}
    found = findings(document(Run(text="Keep data safe.")), Draft(post=dates), Context(today=TODAY))
    (message,) = [each.message for each in found if each.rule == "dates-in-disorder"]
    assert message == (
        "Two answers contradict each other: the interview on 1 January 2027 is before the closing date or the sift "
        "(18 February 2027)."
    )
