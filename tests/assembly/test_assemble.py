"""A draft becomes a document that says what it is, and shows what it lacks."""

from datetime import date

from tests.assembly.conftest import Build
from tests.assembly.reading import lines, marked_lines
from tests.assembly.roles import GUARD, SOURCE

ANSWERED = {
    "organisation": {"name": "Harbour Mutual"},
    "post": {"title": "Night watch", "reference": "HM-1", "hours": "37.5"},
}


def test_a_document_says_what_it_is(build: Build) -> None:
    document = build("{{ title(said.title) }}", ANSWERED, name="night-sheet")
    assert (document.layout, document.name, document.title) == ("night-sheet", "Sheet", "Night watch")
    assert (document.organisation, document.reference, document.draft) == ("Harbour Mutual", "HM-1", False)


def test_a_title_that_the_manager_is_to_give_is_a_gap_and_its_file_is_named_by_the_role(build: Build) -> None:
    document = build("{{ title(said.title) }}", {"post": {"title": "Ask the manager"}})
    assert document.title == "Chief guard"
    assert [run.ref for run in document.gaps] == ["post.title"]
    assert marked_lines(document) == ["{gap organisation:post.title|[Job title: to fill in]}"]


def test_without_a_title_it_has_the_roles(build: Build) -> None:
    document = build("{{ title(said.title) }}")
    assert document.title == "Chief guard"
    assert marked_lines(document) == ["{framework:post.title|Chief guard}"]


def test_a_copy_for_approval_says_so_and_may_carry_more(build: Build) -> None:
    body = '{% if for_approval %}{{ paragraph("Sign here.") }}{% endif %}'
    assert build(body).blocks == ()
    approval = build(body, for_approval=True)
    assert (approval.draft, lines(approval)) == (True, ["Sign here."])


def test_gaps_are_listed_once_each_in_reading_order(build: Build) -> None:
    body = "{{ paragraph(post.grade) }}{{ paragraph(organisation.name) }}{{ paragraph(post.grade) }}"
    document = build(body, needs=["organisation.name", "post.grade", "post.hours"])
    assert [run.ref for run in document.gaps] == ["post.grade", "organisation.name"]


def test_what_was_answered_not_applicable_is_no_gap(build: Build) -> None:
    draft = {"organisation": {"name": "not applicable"}, "post": {"grade": "Not applicable"}}
    body = "{{ paragraph(post.grade) }}{{ paragraph(organisation.name) }}"
    assert build(body, draft, needs=["organisation.name", "post.grade"]).blocks == ()


def test_a_wrong_answer_leaves_a_gap_and_the_rest_of_the_document(build: Build) -> None:
    draft = ANSWERED | {"post": {"title": "Night watch", "hours": "lots"}}
    document = build("{{ title(said.title) }}{{ paragraph(post.hours) }}", draft, needs=["post.hours"])
    assert lines(document) == ["Night watch", "[Hours a week: to fill in]"]


def test_related_roles_and_the_source_can_be_named(build: Build) -> None:
    undated = GUARD.model_copy(update={"source": SOURCE.model_copy(update={"edition_date": None})})
    assert lines(build("{{ paragraph(adapted_from) }}", role=undated)) == [
        "Adapted from Guard, Government Digital and Data Profession Capability Framework (Crown copyright)."
    ]
    assert SOURCE.edition_date == date(2024, 11, 30)


def test_the_same_draft_makes_the_same_document(build: Build) -> None:
    body = "{{ title(said.title) }}{{ bullets(duties) }}{{ bullets(essential | map(attribute='words')) }}"
    assert build(body, ANSWERED) == build(body, ANSWERED)


def test_text_of_the_user_is_only_text(build: Build) -> None:
    hostile = "{{ 7 * 7 }} {% endcall %} <script> **bold** | `x` \\ # [a](b)"
    document = build(
        "{% call paragraph() %}By {{ organisation.name }}.{% endcall %}", {"organisation": {"name": hostile}}
    )
    assert lines(document) == [f"By {hostile}."]
