"""A person is told which essential skill no duty shows, and which duties may be one."""

from jd_builder.domain.draft import Criterion, Draft
from jd_builder.services import coverage
from jd_builder.services.shares import Shares

DRAFT = Draft(role="ciso", documents=("university-nhs",)).changed(
    choose={"statements": ("ciso.duty.1", "ciso.duty.9")},
    criteria=(
        Criterion(statement="ciso.security-architecture", need="essential"),
        Criterion(statement="ciso.cyber-risk-management", need="desirable"),
        Criterion(statement="ciso.changing-security-culture", need="essential"),
    ),
)


def test_an_essential_skill_that_no_duty_shows_is_missing() -> None:
    assert coverage.of(Shares(DRAFT)).missing == ("Security architecture",)


def test_the_table_names_the_duties_of_each_skill() -> None:
    found = {each.name: each.by for each in coverage.of(Shares(DRAFT)).skills}
    assert len(found) == 8
    assert found["Changing security culture"][0].startswith("2. Encourage a culture")


def test_own_statements_that_are_double_are_named() -> None:
    draft = DRAFT.adding("duty", "keep the register of suppliers").adding("duty", "keep a register of our suppliers")
    assert coverage.of(Shares(draft)).doubles == (
        ("keep the register of suppliers", "keep a register of our suppliers"),
    )


def test_a_duty_that_says_what_a_skill_says_already_is_named() -> None:
    skill = Shares(DRAFT).role.skills_by_id["ciso.changing-security-culture"]
    said = skill.statements[0].wordings.plain
    draft = DRAFT.adding("duty", f"{said} every year")
    assert coverage.of(Shares(draft)).repeats == ((f"{said} every year", said, "Changing security culture"),)
    chosen = DRAFT.changed(choose={"statements": (skill.statements[0].id,)})
    assert coverage.of(Shares(chosen)).repeats == ()
