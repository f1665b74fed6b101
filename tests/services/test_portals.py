"""Jobs sites as data: their blocks, their limits with a source, and text that no box chokes on."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.domain.document import Bullets, Document, Heading, Paragraph, Run, Table
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Sector
from jd_builder.domain.portal import Portal
from jd_builder.export.characters import without_blanks
from jd_builder.services import examples, portals
from jd_builder.services.portals import FOLDER, Copied, load_portals

TRUST = examples.example("northmere-nhs-trust").draft
NHS = load_portals().portals["nhs-jobs"]


def copied(draft: Draft, portal: Portal) -> dict[str, Copied]:
    return {each.heading: each for each in portals.blocks(portals.document(draft, portal), portal)}


def words(text: str) -> tuple[Run, ...]:
    return (Run(text=text, origin="own"),)


@pytest.mark.parametrize("portal", load_portals().portals.values(), ids=lambda each: each.id)
def test_every_site_that_ships_has_blocks_within_its_limits_for_a_finished_example(portal: Portal) -> None:
    assert load_portals().errors == ()
    found = copied(TRUST, portal)
    assert all(each.text and not each.has_gap for each in found.values())
    assert all((each.least or 0) <= len(each.text) <= (each.most or 10**6) for each in found.values())
    assert {box.heading for box in portal.boxes} <= found.keys()
    assert portal.source or not portal.boxes, "a limit has a source"


def test_nhs_jobs_has_the_published_limits() -> None:
    found = copied(TRUST, NHS)
    assert found["Vacancy title"].most == 70
    assert [(found[name].least, found[name].most) for name in ("Job Overview", "Skills and Qualities")] == [
        (100, 1500)
    ] * 2
    assert found["Job Description"].most == 10_000


def test_the_person_specification_is_parted_by_need_and_copied_criterion_by_criterion() -> None:
    found = copied(TRUST, NHS)
    essential = found["Experience: essential"]
    assert len(essential.items) == 4
    assert essential.text == "\n".join(f"• {item}" for item in essential.items)
    assert "Experience: desirable" in found


def test_the_civil_service_gets_the_sections_of_its_pack_and_no_invented_limits() -> None:
    found = copied(TRUST, load_portals().portals["civil-service-jobs"])
    names = list(found)
    assert names.index("At a glance") < names.index("Your responsibilities") < names.index("How to apply")
    assert {(each.least, each.most) for each in found.values()} == {(None, None)}


@pytest.mark.parametrize(
    ("sector", "first"),
    [(Sector.NHS, ["nhs-jobs", "any-site"]), (Sector.CENTRAL_GOVERNMENT, ["civil-service-jobs", "any-site"]),
     (Sector.REGULATED_FINANCE, ["any-site"]), (None, ["any-site"])],
)  # fmt: skip
def test_the_site_of_the_sector_stands_first_and_then_the_one_for_all(sector: Sector | None, first: list[str]) -> None:
    assert [each.id for each in portals.usual(sector)][: len(first)] == first


def test_a_gap_is_told_with_its_block() -> None:
    assert copied(Draft(), NHS)["Working for your Organisation"].has_gap


def test_a_table_is_read_line_by_line_and_copied_by_its_first_column() -> None:
    wide = Table(
        header=(words("Criterion"), words("Need"), words("When")),
        widths=(),
        rows=((words("Lead"), words("E"), words("")),),
    )
    narrow = Table(header=(words("Stage"), words("Day")), widths=(), rows=((words("Sift"), words("1 May")),))
    blocks = (Heading(text=words("All")), wide, narrow, Bullets(items=(words("One"),), numbered=True))
    (found,) = portals.blocks(Document(layout="", name="", title="", blocks=blocks), NHS)
    assert found.text == "Criterion: Lead\nNeed: E\n\nStage: Sift\nDay: 1 May\n\n1. One"
    assert found.items == ("Lead", "Sift", "One")


def test_what_is_pasted_holds_no_blank_and_no_unseen_characters() -> None:
    hostile = " a\u00a0b\u200b \u2028c\x00\ufeff\t\n\n\n\n d\u00ad \u202e \n"
    assert without_blanks(hostile) == "a b\nc\n\nd"
    assert without_blanks("👩\u200d💻 می\u200cخواهم") == "👩\u200d💻 می\u200cخواهم"


@given(st.text(max_size=60))
def test_any_text_ends_without_blanks(text: str) -> None:
    cleaned = without_blanks(text)
    assert cleaned == cleaned.strip()
    assert without_blanks(cleaned) == cleaned


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("most: 70", "most: many", "nhs-jobs.yaml:9"),
        ("least: 100, most: 1500", "least: 2000, most: 1500", "nhs-jobs.yaml:10"),
        ("document: nhs-jobs", "document: poster", "nhs-jobs.yaml:7: document: there is no layout 'poster'"),
        ("source: https", "source: see http", "nhs-jobs.yaml:6: source"),
        ("about:", "abuot:", "nhs-jobs.yaml:4: abuot"),
    ],
)
def test_a_broken_site_is_named_with_its_line_and_the_others_stay(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    for file in FOLDER.glob("*.*"):
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(text.replace(old, new) if file.name == "nhs-jobs.yaml" else text, "utf-8")
    loaded = load_portals(tmp_path)
    assert list(loaded.portals) == ["any-site", "civil-service-jobs"]
    assert any(line.startswith(said) for error in loaded.errors for line in error.lines()), loaded.errors


def test_the_readme_says_in_short_how_to_add_a_site() -> None:
    assert len((FOLDER / "README.md").read_text("utf-8").split("\n")) < 40


def test_with_formatting_every_text_is_escaped() -> None:
    made = Document(layout="", name="", title="", blocks=(Paragraph(text=words("<b>Fish</b> & <img src=x>")),))
    assert portals.formatted(made) == '<p id="b-1">&lt;b&gt;Fish&lt;/b&gt; &amp; &lt;img src=x&gt;</p>'
