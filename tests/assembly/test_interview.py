"""The interview pack: published criteria alone, open questions, what answers show, and a plan that adds up."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from jd_builder.assembly.assemble import assemble
from jd_builder.assembly.interview import Asked, Scale, plan, scale
from jd_builder.assembly.interview_words import prompts
from jd_builder.assembly.layouts import load_layouts
from jd_builder.assembly.marks import Words
from jd_builder.assembly.selection import Requirement
from jd_builder.domain.document import Document, Heading, PageBreak, Run, Table, plain
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Kind, Role, Skill, Source, Statement, Wordings
from jd_builder.domain.organisation import Sector
from jd_builder.domain.terms import ScoreScale
from tests.assembly.reading import is_room, lines, refs
from tests.assembly.roles import PORTER
from tests.samples import EXAMPLES, role_of, sample

each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
PRIVATE = re.compile(
    r"\b(health\w*|ill|illness|sick\w*|disab\w+|pregnan\w+|child\w*|famil\w+|marri\w+|partner|age|young|born|"
    r"religio\w+|retire\w*|where are you from)\b",
    re.IGNORECASE,
)


def made(layout: str, draft: Draft, role: Role | None = None) -> Document:
    return assemble(draft, role or role_of(draft), load_layouts()[layout])


def scored(pack: Document) -> list[tuple[Run, str]]:
    """The criteria of a pack and where each is assessed."""
    table = next(block for block in pack.blocks if isinstance(block, Table) and plain(block.header[1]) == "Criterion")
    return [(row[1][0], plain(row[3])) for row in table.rows]


def questions(pack: Document) -> list[Document]:
    """The page of each question."""
    starts = [n for n, block in enumerate(pack.blocks) if isinstance(block, PageBreak)] + [len(pack.blocks)]
    pages = [Document(layout="", name="", title="", blocks=pack.blocks[a + 1 : b]) for a, b in pairwise(starts)]
    return [page for page in pages if lines(page)[0].startswith("Question ")]


@each_example
def test_a_panel_scores_only_what_candidates_were_told(example: Path) -> None:
    draft = sample(example)
    public = [name for name in draft.documents if load_layouts()[name].audience == "candidates"]
    told = {ref for name in public for ref in refs(made(name, draft))}
    criteria = [run.ref for run, _ in scored(made("interview-pack", draft))]
    assert criteria
    assert set(criteria) <= told


def test_an_advert_alone_decides_what_is_scored() -> None:
    draft = Draft(documents=("private-advert", "interview-pack"))
    assert {run.ref for run, _ in scored(made("interview-pack", draft))} <= set(refs(made("private-advert", draft)))


def test_without_a_document_for_candidates_the_one_usual_in_the_sector_decides() -> None:
    draft = Draft(documents=("interview-pack",), organisation={"sector": "central-government"})
    found = {run.ref for run, _ in scored(made("interview-pack", draft))}
    assert found == {
        run.ref for run, _ in scored(made("interview-pack", draft.changed(documents=("civil-service-pack",))))
    }


@each_example
def test_every_criterion_of_the_interview_has_a_page_of_its_own_with_two_prompts_and_room(example: Path) -> None:
    pack = made("interview-pack", sample(example))
    pages = questions(pack)
    assert len(pages) == sum("I" in stages.split(", ") for _, stages in scored(pack))
    for page in pages:
        said = lines(page)
        asked = said[said.index("Only if it has not come up:") + 1 : said.index("What the answer shows")]
        assert len(asked) == 2
        assert all(each.endswith("?") for each in asked)
        assert any(is_room(text) for _, text in page.texts())


@each_example
def test_no_score_stands_without_what_it_means(example: Path) -> None:
    for page in questions(made("interview-pack", sample(example))):
        anchors = next(b for b in page.blocks if isinstance(b, Table) and plain(b.header[1]) == "What you hear")
        assert len(anchors.rows) == 3
        assert len({plain(row[1]) for row in anchors.rows}) == 3
        assert all(len(plain(row[1]).split()) > 5 for row in anchors.rows)


@each_example
def test_a_top_score_needs_nothing_that_no_prompt_asks(example: Path) -> None:
    for page in questions(made("interview-pack", sample(example))):
        anchors = next(b for b in page.blocks if isinstance(b, Table) and plain(b.header[1]) == "What you hear")
        needed = [run.text for run in anchors.rows[0][1] if run.ref]
        asked = [line for line in lines(page) if line.startswith("How did you ")]
        assert len(asked) == len(needed)
        assert all(text in prompt for text, prompt in zip(needed, asked, strict=True))


def test_leadership_examples_of_the_role_feed_prompts_and_anchors_each_once() -> None:
    draft = sample(next(path for path in EXAMPLES if path.stem == "harbour-mutual"))
    found = [ref for page in questions(made("interview-pack", draft)) for ref in set(refs(page)) if ref]
    led = [ref for ref in found if ".lead." in ref]
    assert len(led) > 5
    assert max(map(led.count, led)) <= 2


@pytest.mark.parametrize("stem", [path.stem for path in EXAMPLES])
def test_nothing_is_asked_about_a_candidates_private_life(stem: str) -> None:
    pack = made("interview-pack", sample(next(path for path in EXAMPLES if path.stem == stem)))
    ours = [run.text for _, text in pack.texts() for run in text if run.origin == "layout"]
    assert [text for text in ours if PRIVATE.search(text)] == []


def test_an_imported_role_gets_questions_of_its_own_skills() -> None:
    draft = Draft(role="porter", documents=("university-nhs", "interview-pack"))
    pack = made("interview-pack", draft, PORTER)
    assert len(questions(pack)) == len(scored(pack)) > 0
    assert all("[" not in line for page in questions(pack) for line in lines(page))


def test_a_criterion_of_the_users_own_gets_a_question_too() -> None:
    criteria = [{"text": "Welsh, spoken and written.", "need": "essential", "assessed": ["I"]}]
    draft = Draft.model_validate({"documents": ["university-nhs"], "criteria": criteria})
    (page,) = questions(made("interview-pack", draft))
    assert "Please tell us about a piece of your own work that shows this." in lines(page)


def test_the_pack_says_that_it_is_confidential_first() -> None:
    assert "Confidential: for the panel" in lines(made("interview-pack", Draft()))[1]


@pytest.mark.parametrize(
    ("given", "sector", "bands"),
    [
        (None, Sector.CENTRAL_GOVERNMENT, ("6 or 7", "4 or 5", "1 to 3")),
        (None, Sector.NHS, ("4 or 5", "3", "1 or 2")),
        (ScoreScale(highest=4), Sector.NHS, ("4", "3", "1 or 2")),
        (ScoreScale(highest=10, passes=6), None, ("8 to 10", "6 or 7", "1 to 5")),
        (ScoreScale(highest=3, passes=2), None, ("3", "2", "1")),
    ],
)
def test_every_score_has_one_meaning(given: ScoreScale | None, sector: Sector, bands: tuple[str, str, str]) -> None:
    made = scale(given, sector)
    assert (made.strong, made.acceptable, made.poor) == bands


@pytest.mark.parametrize("highest", range(3, 11))
def test_no_score_is_left_out_or_named_twice(highest: int) -> None:
    for passes in range(2, highest):
        made = Scale(highest, passes)
        named = " ".join((made.poor, made.acceptable, made.strong)).replace(" or ", " ").split()
        spans = " ".join(named).replace(" to ", "-").split()
        scores = [n for span in spans for n in range(int(span.split("-")[0]), int(span.split("-")[-1]) + 1)]
        assert scores == list(range(1, highest + 1))


def criterion(number: int, *stages: str) -> Asked:
    words = Words("You have led")
    return Asked(str(number), Requirement(str(number), words, "essential", "Experience", stages), ())


@pytest.mark.parametrize("minutes", [15, 45, 60, 75, 120, 600])
@pytest.mark.parametrize("number", [0, 1, 6, 14])
def test_a_plan_fills_the_time_without_gap_or_overlap(minutes: int, number: int) -> None:
    asked = [criterion(n, "Interview", *(["Presentation"] if n == 1 else [])) for n in range(1, number + 1)]
    spans = [span.split(" to ") for span, _ in plan(Words(str(minutes), value=minutes), asked)]
    ends = [0, *(int(end) for _, end in spans)]
    assert [int(start) for start, _ in spans] == ends[:-1]
    assert ends[-1] == minutes


@each_example
def test_the_plan_calls_questions_as_their_pages_do(example: Path) -> None:
    pack = made("interview-pack", sample(example))
    table = next(b for b in pack.blocks if isinstance(b, Table) and plain(b.header[1]) == "What happens")
    planned = [plain(row[1]) for row in table.rows if plain(row[1]).startswith("Question ")]
    assert planned == [lines(page)[0] for page in questions(pack)]


def test_fewer_criteria_get_more_room_on_their_sheet() -> None:
    def lines_for(number: int) -> int:
        criteria = [{"text": f"You have led team {n}", "need": "essential", "assessed": ["A"]} for n in range(number)]
        draft = Draft.model_validate({"documents": ["university-nhs"], "criteria": criteria})
        heading = "What the application shows"
        sheet = next(
            block
            for block in made("interview-pack", draft).blocks
            if isinstance(block, Table) and plain(block.header[2]) == heading
        )
        return plain(sheet.rows[0][2]).count("\n") + 1

    assert [lines_for(number) for number in (1, 8, 15)] == [6, 4, 2]


def test_there_is_no_plan_for_an_interview_of_unknown_length() -> None:
    assert plan(Words(""), [criterion(1, "Interview")]) == []


def test_sections_without_a_criterion_to_assess_are_left_out() -> None:
    criteria = [{"text": "You have led a team", "need": "essential", "assessed": ["I"]}]
    pack = made("interview-pack", Draft.model_validate({"documents": ["university-nhs"], "criteria": criteria}))
    headings = [plain(block.text) for block in pack.blocks if isinstance(block, Heading)]
    assert "Sift sheet" not in headings
    assert "Task brief" not in headings
    assert "Question 1" in headings


def test_leadership_said_as_the_framework_says_it_reads_as_english() -> None:
    source = Source(publisher="x", title="x", licence="OGL")

    def statement(number: int, kind: Kind, text: str) -> Statement:
        return Statement(
            id=f"watch.tides.{kind}.{number}",
            kind=kind,
            wordings=Wordings(plain=text),
            source=source,
            origin="framework",
        )

    skill = Skill(
        id="watch.tides",
        name="Tides",
        statements=(
            statement(1, "can", "read the tides"),
            statement(1, "lead", "persuading captains to wait"),
            statement(2, "lead", "bring crews together"),
        ),
    )
    role = Role(id="watch", title="Watch", edition="1", source=source, summary=(), skills=(skill,))
    pack = made("interview-pack", Draft(role="watch", documents=("university-nhs",)), role)
    said = lines(questions(pack)[0])
    assert "How did you go about persuading captains to wait?" in said
    assert "How did you bring crews together?" in said
    anchor = next(line for line in said if "Also shows" in line)
    assert "Shows skill in persuading captains to wait. Also shows that they can bring crews together." in anchor
    assert "read the tides" not in anchor


def test_what_nobody_does_is_asked_as_what_they_came_to() -> None:
    requirement = Requirement("1", Words("You have led"), "essential", "Experience", ("Interview",))
    said = ["".join(each) for each in prompts(Asked("1", requirement, (Words("understand the tides"),)))]
    assert said == [
        "How did you come to understand the tides?",
        "What was your own part in it, and what did others do?",
    ]


def test_a_task_of_none_has_no_page_of_its_own() -> None:
    brief = made("interview-pack", Draft(documents=("interview-pack",), post={"task": "Plan a week of work."}))
    without = made("interview-pack", Draft(documents=("interview-pack",), post={"task": "none"}))
    said = ["".join(run.text for run in text) for _, text in brief.texts()]
    assert "Plan a week of work." in said
    assert set(said) > {"".join(run.text for run in text) for _, text in without.texts()}
