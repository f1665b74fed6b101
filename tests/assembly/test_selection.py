"""Which duties and criteria a document takes, in which words, and whose they are."""

from typing import Any

import pytest

from jd_builder.domain.framework import Level, Role, Skill
from tests.assembly.conftest import DESIRABLE, TAKES, Build
from tests.assembly.reading import lines, marked_lines, refs
from tests.assembly.roles import GUARD, PORTER, statement

DUTIES = "{{ bullets(duties) }}"
ESSENTIAL = '{{ bullets(essential | map(attribute="words")) }}'
DESIRED = '{{ bullets(desirable | map(attribute="words")) }}'
CRITERIA = '{{ bullets((essential + desirable) | map(attribute="words")) }}'
ADVERT = (TAKES, DESIRABLE, "starred: yes")
GOVERNMENT = {"organisation": {"sector": "central-government"}}
FIRST_THREE = ["guard.duty.1", "guard.duty.2", "trade.day.1"]


# How many, and which


def test_a_document_takes_the_first_of_what_the_role_suggests(build: Build) -> None:
    assert refs(build(DUTIES)) == FIRST_THREE


def test_its_share_is_its_layouts(build: Build) -> None:
    one = "duties: {default: 1, least: 1, most: 5}\n  essential: {default: 1, least: 0, most: 9}"
    assert refs(build(DUTIES, takes=(one,))) == ["guard.duty.1"]
    assert refs(build(CRITERIA, takes=(one,))) == ["guard.locks"]


def test_a_layout_with_short_lines_passes_over_long_statements(build: Build) -> None:
    assert refs(build(DUTIES, takes=(TAKES, "words: 5"))) == ["guard.duty.2", "trade.day.1", "guard.duty.3"]


def test_a_short_edit_makes_a_long_statement_fit(build: Build) -> None:
    draft = {"edits": {"guard.duty.1": "set the plan"}}
    assert refs(build(DUTIES, draft, takes=(TAKES, "words: 5")))[0] == "guard.duty.1"


def test_what_is_included_is_added_to_the_share(build: Build) -> None:
    draft = {"choose": {"include": ["guard.locks.lead.1", "guard.duty.2"]}}
    assert refs(build(DUTIES, draft)) == [*FIRST_THREE, "guard.locks.lead.1"]


def test_what_is_excluded_is_taken_away_and_nothing_comes_in_its_place(build: Build) -> None:
    draft = {"choose": {"exclude": ["guard.duty.2"], "include": ["guard.duty.2"]}}
    assert refs(build(DUTIES, draft)) == ["guard.duty.1", "trade.day.1"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (["trade.day.1", "guard.duty.1"], ["trade.day.1", "guard.duty.2", "guard.duty.1"]),
        (["trade.day.1", "guard.duty.2", "guard.duty.1"], ["trade.day.1", "guard.duty.2", "guard.duty.1"]),
        (["guard.duty.5", "guard.duty.2"], FIRST_THREE),
        (["trade.day.1", "trade.day.1", "guard.duty.1"], ["trade.day.1", "guard.duty.2", "guard.duty.1"]),
    ],
)
def test_an_order_rearranges_what_it_names_among_their_own_places(
    build: Build, order: list[str], expected: list[str]
) -> None:
    assert refs(build(DUTIES, {"choose": {"order": order}})) == expected


def test_stars_rule_the_advert_and_no_other_document(build: Build) -> None:
    draft = {"choose": {"star": ["trade.day.1", "guard.duty.5"]}}
    assert refs(build(DUTIES, draft, takes=ADVERT)) == ["trade.day.1", "guard.duty.5"]
    assert refs(build(DUTIES, draft)) == FIRST_THREE


def test_without_stars_the_advert_takes_its_share(build: Build) -> None:
    assert refs(build(DUTIES, takes=ADVERT)) == FIRST_THREE
    assert refs(build(DUTIES, {"choose": {"star": ["guard.locks"]}}, takes=ADVERT)) == FIRST_THREE


def test_an_explicit_list_overrides_everything_but_the_order(build: Build) -> None:
    choose: dict[str, Any] = {
        "statements": ["guard.duty.5", "own.1", "guard.duty.4", "guard.duty.5"],
        "include": ["guard.duty.2"],
        "exclude": ["guard.duty.4"],
        "star": ["guard.duty.1"],
    }
    own = [{"id": "own.1", "text": "feed the cat"}, {"id": "own.2", "text": "let it out"}]
    expected = ["guard.duty.5", "own.1", "guard.duty.4"]
    assert refs(build(DUTIES, {"choose": choose, "own": own}, takes=ADVERT)) == expected
    ordered = choose | {"order": ["guard.duty.4", "guard.duty.5"]}
    assert refs(build(DUTIES, {"choose": ordered, "own": own})) == ["guard.duty.4", "own.1", "guard.duty.5"]


def test_an_explicit_list_may_be_empty(build: Build) -> None:
    assert build(DUTIES, {"choose": {"statements": []}}).blocks == ()


def test_a_role_that_suggests_nothing_gives_its_duties_in_their_order(build: Build) -> None:
    bare = GUARD.model_copy(update={"suggested_duties": ()})
    assert refs(build(DUTIES, role=bare)) == ["guard.duty.1", "guard.duty.2", "guard.duty.3"]


@pytest.mark.parametrize("choose", ["include", "star", "statements", "order", "exclude"])
def test_a_statement_that_does_not_exist_breaks_no_document(build: Build, choose: str) -> None:
    refs(build(DUTIES + CRITERIA, {"choose": {choose: ["guard.duty.99", "nobody.duty.1"]}}, takes=ADVERT))


def test_a_skill_or_a_line_of_experience_is_no_duty(build: Build) -> None:
    assert refs(build(DUTIES, {"choose": {"include": ["trade.skill.1", "guard.locks"]}})) == FIRST_THREE


# In which words


def test_outside_government_a_statement_has_its_other_wording(build: Build) -> None:
    assert lines(build(DUTIES))[0] == "set a plan that supports the house"
    assert lines(build(DUTIES, GOVERNMENT))[0] == "set a plan that supports government's own"


def test_what_only_government_can_say_stands_nowhere_else(build: Build) -> None:
    assert refs(build("{{ bullets(summary) }}")) == ["guard.summary.1"]
    assert refs(build("{{ bullets(summary) }}", GOVERNMENT)) == ["guard.summary.1", "guard.summary.2"]


def test_the_official_wording_is_printed_where_it_was_imported(build: Build) -> None:
    official = lines(build(DUTIES, {"wording": "official"}))
    assert official[:2] == ["owning the plan across government", "walk the rounds at night"]


def test_not_that_of_another_edition(build: Build) -> None:
    newer = GUARD.model_copy(update={"edition": "2026-01-01"})
    assert lines(build(DUTIES, {"wording": "official"}, newer))[0] == "set a plan that supports the house"


def test_an_edit_holds_in_every_document(build: Build) -> None:
    draft = {"edits": {"guard.duty.2": "walk the rounds"}}
    assert marked_lines(build(DUTIES, draft))[1] == "{own:guard.duty.2|walk the rounds}"
    assert marked_lines(build(DUTIES, draft, name="other"))[1] == "{own:guard.duty.2|walk the rounds}"


def test_an_edit_for_one_document_holds_there_alone(build: Build) -> None:
    draft = {"edits": {"guard.duty.2": [{"text": "walk", "document": "sheet"}, {"text": "stroll"}]}}
    assert lines(build(DUTIES, draft))[1] == "walk"
    assert lines(build(DUTIES, draft, name="other"))[1] == "stroll"


def test_an_edit_goes_before_the_official_wording(build: Build) -> None:
    assert lines(build(DUTIES, {"wording": "official", "edits": {"guard.duty.1": "own it"}}))[0] == "own it"


def test_what_a_model_wrote_is_marked_as_a_models(build: Build) -> None:
    draft = {"edits": {"guard.duty.2": {"text": "stroll at night", "origin": "model"}}}
    assert marked_lines(build(DUTIES, draft))[1] == "{model:guard.duty.2|stroll at night}"


def test_each_list_is_marked_as_what_it_is(build: Build) -> None:
    assert marked_lines(build(DUTIES)) == [
        "{framework:guard.duty.1|set a plan that supports the house}",
        "{framework:guard.duty.2|walk the rounds at night}",
        "{commercial:trade.day.1|count the silver}",
    ]


# The user's own statements

OWN = {"own": [{"id": "own.1", "text": "feed the cat", "theme": "rounds"}, {"id": "own.4", "text": "let it out"}]}


def test_the_users_own_duties_come_after_the_share(build: Build) -> None:
    assert marked_lines(build(DUTIES, OWN))[3:] == ["{own:own.1|feed the cat}", "{own:own.4|let it out}"]


def test_they_are_excluded_starred_and_ordered_like_any_other(build: Build) -> None:
    chosen = OWN | {"choose": {"exclude": ["own.1"], "star": ["own.4"], "order": ["own.4", "guard.duty.1"]}}
    assert refs(build(DUTIES, chosen)) == ["own.4", "guard.duty.2", "trade.day.1", "guard.duty.1"]
    assert refs(build(DUTIES, chosen, takes=ADVERT)) == ["own.4"]


def test_they_can_be_reworded_by_a_model_for_one_document(build: Build) -> None:
    edit = {"text": "feed every cat", "origin": "model", "document": "sheet"}
    assert marked_lines(build(DUTIES, OWN | {"edits": {"own.1": edit}}))[3] == "{model:own.1|feed every cat}"


def test_a_line_of_experience_of_their_own_is_no_duty(build: Build) -> None:
    own = [{"id": "own.1", "kind": "experience", "text": "You have kept cats."}]
    assert refs(build(DUTIES, {"own": own})) == FIRST_THREE


# Under which headings

GROUPS = "{% for theme, items in duty_groups %}{{ heading(theme, 2) }}{{ bullets(items) }}{% endfor %}"


def test_duties_stand_under_their_themes_in_the_roles_order(build: Build) -> None:
    draft = OWN | {"choose": {"include": ["guard.locks.lead.1"]}}
    assert lines(build(GROUPS, draft)) == [
        "On the rounds",
        "walk the rounds at night",
        "feed the cat",
        "Planning",
        "set a plan that supports the house",
        "Other duties",
        "count the silver",
        "let it out",
        "Locks and keys",
        "lead a team of locksmiths",
    ]


def test_duties_of_one_kind_need_no_heading(build: Build) -> None:
    """An imported role has no themes: a lone 'Other duties' would say nothing."""
    assert lines(build(GROUPS, role=PORTER)) == ["open doors as a porter", "carry bags as a porter"]


# Criteria


def test_criteria_are_suggested_until_the_user_chooses(build: Build) -> None:
    assert marked_lines(build(ESSENTIAL)) == [
        "{framework:guard.locks|You have run the locks of a large house}",
        "{commercial:trade.skill.1|You write reports that people act on}",
    ]
    assert lines(build(DESIRED)) == ["You understand dogs"]


def test_a_suggested_criterion_can_be_excluded(build: Build) -> None:
    assert refs(build(CRITERIA, {"choose": {"exclude": ["guard.locks", "guard.dogs"]}})) == ["trade.skill.1"]


CHOSEN = {
    "criteria": [
        {"statement": "guard.dogs", "need": "essential", "assessed": ["P", "I"]},
        {"statement": "guard.locks.can.1", "need": "essential", "assessed": "T", "group": "values"},
        {"statement": "guard.locks", "text": "You have keys.", "need": "desirable"},
        {"text": "You can drive a cart.", "need": "essential"},
        {"id": "c.9", "text": "You are kind", "need": "desirable", "group": "values"},
    ]
}


def test_chosen_criteria_replace_the_suggested_ones(build: Build) -> None:
    assert marked_lines(build(ESSENTIAL, CHOSEN)) == [
        "{framework:guard.dogs|You understand dogs}",
        "{framework:guard.locks.can.1|You are able to pick a lock}",
        "{own:|You can drive a cart.}",
    ]
    assert marked_lines(build(DESIRED, CHOSEN)) == ["{own:guard.locks|You have keys.}", "{own:c.9|You are kind}"]


def test_all_chosen_criteria_appear_beyond_the_share_but_not_in_an_advert(build: Build) -> None:
    one = "duties: {default: 1, least: 1, most: 5}\n  essential: {default: 1, least: 0, most: 9}"
    assert len(refs(build(ESSENTIAL, CHOSEN, takes=(one,)))) == 3
    assert refs(build(ESSENTIAL, CHOSEN, takes=(one, "starred: yes"))) == ["guard.dogs"]


def test_the_advert_takes_the_starred_criteria(build: Build) -> None:
    draft = CHOSEN | {"choose": {"star": ["guard.locks.can.1", "c.9"]}}
    assert refs(build(ESSENTIAL, draft, takes=ADVERT)) == ["guard.locks.can.1"]
    assert refs(build(DESIRED, draft, takes=ADVERT)) == ["c.9"]


def test_a_reworded_statement_stays_reworded_as_a_criterion(build: Build) -> None:
    draft = CHOSEN | {"edits": {"guard.locks.can.1": {"text": "open a lock", "origin": "model"}}}
    assert marked_lines(build(ESSENTIAL, draft))[1] == "{model:guard.locks.can.1|You are able to open a lock}"


def test_the_wording_of_a_skill_as_a_criterion_can_be_edited(build: Build) -> None:
    draft = {"edits": {"guard.locks": "You know locks"}}
    assert marked_lines(build(ESSENTIAL, draft))[0] == "{own:guard.locks|You know locks}"


def test_so_can_that_of_an_imported_skill_which_had_none(build: Build) -> None:
    draft = {"edits": {"porter.doors.working": {"text": "You know doors", "origin": "model"}}}
    assert marked_lines(build(CRITERIA, draft, PORTER)) == [
        "{model:porter.doors.working|You know doors}",
        "{framework:porter.it-support.working|You are able to plug it in}",
    ]


def test_a_statement_of_the_users_own_can_be_a_criterion(build: Build) -> None:
    draft = {
        "own": [
            {"id": "own.1", "text": "feed the cat"},
            {"id": "own.2", "kind": "experience", "text": "You have kept cats"},
        ],
        "criteria": [{"statement": name, "need": "essential"} for name in ("own.1", "own.2")],
    }
    assert marked_lines(build(ESSENTIAL, draft)) == [
        "{own:own.1|You are able to feed the cat}",
        "{own:own.2|You have kept cats}",
    ]


def test_a_criterion_of_a_statement_that_does_not_exist_breaks_no_document(build: Build) -> None:
    unknown = {"statement": "guard.duty.99", "need": "essential"}
    assert build(ESSENTIAL, {"criteria": [unknown]}).blocks == ()
    assert lines(build(ESSENTIAL, {"criteria": [unknown | {"text": "You are kind"}]})) == ["You are kind"]


def test_a_role_without_suggestions_asks_for_its_skills(build: Build) -> None:
    assert marked_lines(build(CRITERIA, role=PORTER)) == [
        "{framework:porter.doors.working|You are able to open doors at working}",
        "{framework:porter.it-support.working|You are able to plug it in}",
    ]
    assert refs(build(CRITERIA, {"choose": {"exclude": ["porter.doors.working"]}}, PORTER)) == [
        "porter.it-support.working"
    ]


def test_a_person_specification_groups_criteria_and_puts_essential_ones_first(build: Build) -> None:
    table = (
        '{{ table(["Area", "Criterion", "Need", "Assessed by"], specified(requirements), [0.25, 0.25, 0.25, 0.25]) }}'
    )
    cells = lines(build(table, CHOSEN))[4:]
    assert [cells[at : at + 4] for at in range(0, len(cells), 4)] == [
        ["Experience", "Has keys.", "Desirable", ""],
        ["Knowledge", "Understands dogs", "Essential", "Presentation, Interview"],
        ["Skills", "Can drive a cart.", "Essential", ""],
        ["Values", "Able to pick a lock", "Essential", "Test"],
        ["Values", "Is kind", "Desirable", ""],
    ]


def test_requirements_follow_that_you_when_all_of_them_can(build: Build) -> None:
    body = "{{ bullets(clauses(essential)) }}"
    assert lines(build(body)) == ["have run the locks of a large house", "write reports that people act on"]
    own = {"criteria": [{"statement": "guard.dogs", "need": "essential"}, {"text": "A licence", "need": "essential"}]}
    assert build(body, own).blocks == ()


def test_a_skill_is_asked_for_by_the_statement_that_says_most_of_its_name(build: Build) -> None:
    first, doors = PORTER.levels[0], PORTER.levels[0].skills[0]
    hinges = statement("porter.doors.working.can.2", "can", "mend the hinges of a gate or a door")
    skill = Skill.model_validate({**dict(doors), "statements": (*doors.statements, hinges)})
    level = Level.model_validate({**dict(first), "skills": (skill,)})
    role = Role(
        id="porter",
        title="Porter",
        edition=PORTER.edition,
        source=PORTER.source,
        summary=PORTER.summary,
        levels=(level,),
    )
    assert lines(build(CRITERIA, role=role)) == ["You are able to mend the hinges of a gate or a door"]


def test_what_all_requirements_begin_with_is_said_once(build: Build) -> None:
    body = "{{ paragraph('Show us that you' ~ shared(requirements) ~ ':') }}{{ bullets(clauses(requirements)) }}"
    assert lines(build(body, role=PORTER)) == ["Show us that you are able to:", "open doors at working", "plug it in"]
    mixed = {"criteria": [{"text": f"You {said}", "need": "essential"} for said in ("are able to row", "have swum")]}
    assert lines(build(body, mixed, PORTER)) == ["Show us that you:", "are able to row", "have swum"]


def test_a_requirement_that_is_not_about_you_stays_as_it_is(build: Build) -> None:
    own = {"criteria": [{"text": "A driving licence", "need": "essential"}]}
    assert lines(build("{{ table(['a', 'b', 'c', 'd'], specified(essential), [0.4, 0.2, 0.2, 0.2]) }}", own))[5] == (
        "A driving licence"
    )


# Levels


def test_a_role_with_levels_is_its_first_until_one_is_chosen(build: Build) -> None:
    assert lines(build(DUTIES, role=PORTER)) == ["open doors as a porter", "carry bags as a porter"]
    skills = "{% for skill in skills %}{{ bullets(skill.can) }}{% endfor %}"
    head = build(DUTIES + skills, {"level": "head-porter"}, PORTER)
    assert lines(head) == [
        "open doors as a head porter",
        "carry bags as a head porter",
        *("open doors at expert", "plug it in"),
    ]


def test_a_role_without_levels_has_its_own_skills(build: Build) -> None:
    assert lines(build("{{ table(['Skill', 'For'], skill_rows(skills), [0.5, 0.5]) }}"))[2:] == [
        "Locks and keys",
        "Knowing what opens what",
        "Dogs",
        "",
    ]
