"""An organisation's house style: kept once it was tried, shown with what was found, and used by its drafts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner

from jd_builder.cli import main
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import UserError
from jd_builder.export.colours import contrast
from jd_builder.export.house_styles.found import found
from jd_builder.export.house_styles.sketch import html
from jd_builder.services import building, catalogue, examples, house_styles, publishing, trial_document
from jd_builder.services.building import Order
from jd_builder.services.documents import assembled
from jd_builder.services.found import of as told_of
from jd_builder.storage.store import Store
from tests.export.house_files import MADE, plain_page, saved
from tests.export.reading import opened, parts
from tests.export.test_word_safety import HOSTILE
from tests.storage.places import Place

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Place(None, tmp_path).open() as opened:
        catalogue.kept_in(lambda: opened)
        yield opened
        catalogue.kept_in(catalogue.no_store)


def styled(store: Store, name: str = "letterhead") -> Draft:
    id = house_styles.keep(store, MADE[name](), "Letterhead.docx")
    return examples.example("harbour-mutual").draft.answered("organisation.house-style", id)


def header(content: bytes) -> str:
    section: Any = docx.Document(BytesIO(content)).sections[0]
    return str(section.header.paragraphs[-1].text)


def test_every_word_file_of_a_draft_is_in_its_organisations_style(store: Store) -> None:
    draft = styled(store)
    (built, *_) = building.make(draft, Order(WHEN))
    document = built.document
    for made in (
        built,
        publishing.copy_to_publish(document, "docx", WHEN, draft),
        publishing.draft_for_approval(draft, document.layout, WHEN),
        publishing.working_copy(draft, document.layout, WHEN),
    ):
        assert header(made.content) == "\t\tHarbour Mutual"
        assert any(name.startswith("word/media/") for name in parts(made.content))


def test_the_logo_is_described_as_the_organisation_says_or_by_its_name(store: Store) -> None:
    draft = styled(store).answered("organisation.logo-description", None)
    (made, *_) = building.make(draft, Order(WHEN))
    (told, *_) = building.make(draft.answered("organisation.logo-description", 'A "lighthouse" & sea'), Order(WHEN))
    assert b'descr="Logo of Harbour Mutual"' in b"".join(parts(made.content).values())
    assert b'descr="A &quot;lighthouse&quot; &amp; sea"' in b"".join(parts(told.content).values())


def test_a_style_that_is_not_kept_here_gives_way_to_ours(store: Store) -> None:
    draft = styled(store).answered("organisation.house-style", "0123456789abcdef")
    (made, *_) = building.make(draft, Order(WHEN))
    assert house_styles.is_missing(draft)
    assert header(made.content) == "Harbour Mutual\t"


def test_a_style_that_prints_a_reference_says_so_where_the_job_has_none(store: Store) -> None:
    draft = styled(store).answered("post.reference", None)
    said = "Your house style prints a reference and the job has none: give it one, or answer that it does not apply."
    word = docx.Document()
    word.add_paragraph("Ref [[REFERENCE]]")
    marked = draft.answered("organisation.house-style", house_styles.keep(store, saved(word), "Ref.docx"))
    assert building.notes_on(marked, Order(WHEN)) == (said,)
    assert building.notes_on(draft, Order(WHEN, house_style=saved(word))) == (said,)
    assert building.notes_on(marked, Order(WHEN, format="pdf")) == ()
    assert building.notes_on(marked.answered("post.reference", "HM-1"), Order(WHEN)) == ()


def test_a_reference_that_nobody_gave_is_a_gap_in_a_draft_and_nothing_in_a_copy_to_publish(store: Store) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Harbour, ref [[REFERENCE]]"
    line = word.add_paragraph("Reference [[REF")
    line.add_run("ERENCE]], [[DATE]]").bold = True
    word.add_paragraph("[[JOB DESCRIPTION]]")
    draft = with_style(store, word)
    layout = draft.documents[0]
    approval = opened(publishing.draft_for_approval(draft, layout, WHEN).content)
    published = opened(publishing.copy_to_publish(assembled(draft)[layout], "docx", WHEN, draft).content)
    for paragraph in (approval.sections[0].header.paragraphs[-1], approval.paragraphs[0]):
        (gap,) = (run for run in paragraph.runs if run.style.name == "Gap")
        assert gap.text == "[Reference: to fill in]"
    assert approval.paragraphs[0].text == f"Reference [Reference: to fill in], {published.paragraphs[0].text}"
    assert published.sections[0].header.paragraphs[0].text == "Harbour"
    ours = draft.answered("organisation.house-style", None)
    assert b"to fill in" not in parts(publishing.draft_for_approval(ours, layout, WHEN).content)["word/footer1.xml"]


def test_a_copy_to_publish_waits_for_the_reference_that_its_house_style_prints(store: Store) -> None:
    word = docx.Document()
    word.add_paragraph("Ref [[REFERENCE]]")
    draft = with_style(store, word)

    def waits(draft: Draft) -> list[bool]:
        told = (told_of(draft).to_fix_in(each) for each in assembled(draft))
        return ["no-reference" in [each.finding.rule for each in waiting] for waiting in told]

    assert all(waits(draft))
    assert not any(waits(draft.answered("post.reference", "not applicable")))
    assert not any(waits(draft.answered("post.reference", "HM-1")))
    assert not any(waits(draft.answered("organisation.house-style", None)))


def with_style(store: Store, word: Any) -> Draft:
    """A draft of a job without a reference, on this house style."""
    id = house_styles.keep(store, saved(word), "Ref.docx")
    return styled(store).answered("post.reference", None).answered("organisation.house-style", id)


@pytest.mark.parametrize(
    "kind", ["a macro project", "a bomb", "a remote picture", "an encrypted archive", "a document type"]
)
def test_a_hostile_file_is_refused_and_not_kept(kind: str, store: Store, tmp_path: Path) -> None:
    make, said = HOSTILE[kind]
    with pytest.raises(UserError, match=said) as refused:
        house_styles.keep(store, make(), "Style.docx")
    assert refused.value.fix
    assert store.backup(tmp_path / "all.zip")["house_styles"] == 0


def test_a_trial_document_names_the_organisation(store: Store) -> None:
    made = trial_document.made(MADE["letterhead"](), {"name": "Northmere & Co"}, WHEN)
    assert header(made.content) == "\t\tNorthmere & Co"
    assert made.name == "House style - trial.docx"


def test_what_was_found_is_said_in_sentences() -> None:
    held = found(MADE["letterhead"](), "x.docx")
    assert "Logo: a picture in the header." in held.said
    assert any(line.startswith("Text: Georgia 11 points. Headings: Georgia 17 points, bold") for line in held.said)
    assert "Left out of documents: comments, hidden text and tracked changes (they are accepted)." in (
        found(MADE["changed_and_commented"](), "x.docx").said
    )
    assert all(line.endswith(".") for make in MADE.values() for line in found(make(), "x.docx").said)


def test_what_someone_should_look_at_is_said_too() -> None:
    word: Any = docx.Document()
    word.add_paragraph("[[JOB DESCRIPTION]] and [[SALARY]]")
    doubts = " ".join(found(saved(word), "x.docx").doubts)
    assert "[[SALARY]] is no mark that we know" in doubts
    assert "stands among other words" in doubts
    assert f"a contrast of {contrast('4F81BD'):.1f} to 1" in doubts


def test_a_sketch_shows_the_page_and_runs_nothing() -> None:
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].text = '<img src=x onerror="alert(1)">'
    word.styles["Normal"].font.name = "x'};background:url(//198.51.100.7)"
    drawn = html(found(saved(word), "x.docx"))
    assert "<img" not in drawn
    assert "url(" not in drawn
    assert "What you will do" in drawn


def test_a_build_takes_a_house_style_and_makes_working_copies(tmp_path: Path) -> None:
    style, template = tmp_path / "Style.docx", tmp_path / "bad.docx"
    style.write_bytes(MADE["letterhead"]())
    template.write_bytes(b"PK\x03\x04 no zip")
    arguments = ["build", "examples/harbour-mutual.yaml", "-o", str(tmp_path / "out"), "--layout", "private-advert"]
    done = CliRunner().invoke(main, [*arguments, "--house-style", str(style), "--working-copy"])
    assert done.exit_code == 0, done.output
    (path,) = (tmp_path / "out").iterdir()
    assert path.name.endswith(" - working copy.docx")
    assert "Harbour Mutual" in header(path.read_bytes())
    again = CliRunner().invoke(main, ["build", str(path), "-o", str(tmp_path / "again")])
    assert again.exit_code == 0, again.output
    refused = CliRunner().invoke(main, [*arguments, "--house-style", str(template)])
    assert refused.exit_code == 1
    assert "bad.docx: This" in refused.output
    wrong = CliRunner().invoke(main, [*arguments, "--working-copy", "--format", "html"])
    assert wrong.exit_code == 2


@pytest.mark.parametrize(
    ("width", "height", "said"),
    [
        (21, 29.7, []),
        (29.7, 21, []),
        (21.59, 27.94, ["The page is US Letter. Paper in the UK is A4: in Word, choose Layout, Size, A4."]),
        (14.8, 21, ["The page is 14.8 by 21.0 cm. Paper in the UK is A4: in Word, choose Layout, Size, A4."]),
    ],
)
def test_a_page_that_is_not_a4_is_said(width: float, height: float, said: list[str]) -> None:
    doubts = found(plain_page("Arial", 11, width - 4, height), "Style.docx").doubts
    assert [doubt for doubt in doubts if "A4" in doubt] == said
