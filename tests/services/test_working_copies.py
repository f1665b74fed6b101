"""A working copy brings its draft back, whole, from Word and from LibreOffice, with what was changed in it."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from jd_builder.domain.draft import Draft, Edit
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.export.working_copy import Inside
from jd_builder.services import building, draft_files, examples, word_changes, working_copies
from jd_builder.services.building import Order
from jd_builder.services.word_changes import WordChange
from jd_builder.services.working_copies import Returned
from tests.export.house_files import MADE, W, with_parts
from tests.export.reading import parts

WHEN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LAYOUTS = ("private-advert", "university-nhs", "civil-service-pack", "internal-profile", "interview-pack")
PART = "customXml/item1.xml"


def example(name: str = "harbour-mutual") -> Draft:
    return examples.example(name).draft


def copy_of(draft: Draft, layout: str = "private-advert", style: bytes | None = None) -> bytes:
    (made,) = building.make(draft, Order(WHEN, layouts=(layout,), house_style=style, working=True))
    return made.content


def back(content: bytes) -> Returned:
    returned = working_copies.opened(content, "copy.docx")
    assert returned is not None
    return returned


def edited(content: bytes, change: Callable[[Any], None]) -> bytes:
    word, file = docx.Document(BytesIO(content)), BytesIO()
    change(word)
    word.save(file)
    return file.getvalue()


def bullet(word: Any, number: int) -> Any:
    return [paragraph for paragraph in word.paragraphs if paragraph.style.name == "List Bullet"][number]


def changes(content: bytes) -> tuple[WordChange, ...]:
    returned = back(content)
    return word_changes.found(returned.draft, returned.carried)


def printed(draft: Draft, layout: str = "private-advert") -> str:
    (document,) = building.documents(draft, (layout,))
    return "\n".join("".join(run.text for run in text) for _, text in document.texts())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["harbour-mutual", "northmere-nhs-trust", "rivers-and-coasts"])
def test_a_draft_comes_back_as_it_went(name: str, layout: str) -> None:
    draft = example(name)
    returned = back(copy_of(draft, layout))
    assert returned.draft == draft
    assert word_changes.found(draft, returned.carried) == ()


@pytest.mark.parametrize("style", MADE)
def test_it_comes_back_from_every_house_style(style: str) -> None:
    returned = back(copy_of(example(), "internal-profile", MADE[style]()))
    assert returned.draft == example()
    assert word_changes.found(returned.draft, returned.carried) == ()


def test_wrong_answers_odd_characters_and_unused_choices_come_back_too() -> None:
    draft = (
        example()
        .answered("post.pay.minimum", "a lot & <more>")
        .answered("organisation.about", "😀 שלום \t]]> &amp; [[JOB TITLE]]\n\nTwo")
        .editing("ciso.duty.1", Edit(text="lead “it”", document="university-nhs"))
        .changed(confidential=True)
    )
    assert back(copy_of(draft)).draft == draft


def test_it_says_what_it_is_in_its_name_and_at_the_top_of_its_first_page() -> None:
    for style in (None, MADE["first_page_header"](), MADE["of_pages"]()):
        (made,) = building.make(example(), Order(WHEN, layouts=("private-advert",), house_style=style, working=True))
        section: Any = docx.Document(BytesIO(made.content)).sections[0]
        first = section.first_page_header if section.different_first_page_header_footer else section.header
        assert made.name.endswith(" - working copy.docx")
        assert first.paragraphs[0].text.startswith("Working copy")


def test_a_copy_to_publish_carries_no_draft() -> None:
    (made,) = building.make(example(), Order(WHEN, layouts=("private-advert",)))
    assert working_copies.opened(made.content, "x.docx") is None
    assert not any(name.startswith("customXml") for name in parts(made.content))
    for content in parts(made.content).values():
        assert b"jd_" not in content
        assert b"ciso." not in content


def test_other_word_files_and_texts_carry_no_draft() -> None:
    plain, file = docx.Document(), BytesIO()
    plain.save(file)
    assert working_copies.opened(file.getvalue(), "x.docx") is None
    assert working_copies.opened(b"Clerk", "x.txt") is None


def test_a_duty_changed_in_word_is_taken_or_left() -> None:
    def change(word: Any) -> None:
        bullet(word, 1).runs[0].text = "Lead Harbour safely as it puts its security strategy into practice"

    content = edited(copy_of(example()), change)
    (found,) = changes(content)
    assert (found.sort, found.of, found.can_be_taken) == ("changed", "Duty", True)
    assert ("added", "safely ") in found.pieces or ("added", " safely") in found.pieces
    returned = back(content)
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert "Lead Harbour safely as it puts" in printed(taken)
    assert word_changes.found(taken, returned.carried) == ()
    assert word_changes.taken(returned.draft, returned.carried, []) == returned.draft


def test_a_criterion_printed_in_another_form_goes_back_to_its_own() -> None:
    def change(word: Any) -> None:
        cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
        cell = next(cell for cell in cells if cell.text.startswith("Has led security"))
        cell.paragraphs[0].runs[0].text += " in finance"

    content = edited(copy_of(example(), "university-nhs"), change)
    returned = back(content)
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert found.of == "Criterion"
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert any(each.text and each.text.startswith("You have led") and "finance" in each.text for each in taken.criteria)


def test_an_answer_changed_in_word_changes_the_answer() -> None:
    def change(word: Any) -> None:
        paragraph = next(each for each in word.paragraphs if each.text.startswith("Harbour Mutual is owned"))
        paragraph.runs[0].text = paragraph.runs[0].text.replace("640,000", "641,000")

    returned = back(edited(copy_of(example()), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert found.of == "About us"
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert "641,000" in taken.organisation["about"]


def test_what_was_removed_and_what_was_written_in_word_is_seen() -> None:
    def change(word: Any) -> None:
        second = bullet(word, 2)._p
        second.addprevious(parse_xml(f"<w:p {W}><w:r><w:t>Keep the lighthouse lit</w:t></w:r></w:p>"))
        second.getparent().remove(second)

    returned = back(edited(copy_of(example()), change))
    removed, added = word_changes.found(returned.draft, returned.carried)
    assert (removed.sort, removed.now, added.sort, added.now) == ("removed", "", "added", "Keep the lighthouse lit")
    taken = word_changes.taken(returned.draft, returned.carried, [0, 1])
    assert removed.before not in printed(taken)
    assert "Keep the lighthouse lit" in printed(taken)


def test_changes_that_word_tracks_count_as_made() -> None:
    def change(word: Any) -> None:
        paragraph = bullet(word, 0)._p
        run = paragraph.find(qn("w:r"))
        deleted = parse_xml(f"<w:del {W}/>")
        run.addprevious(deleted)
        deleted.append(run)
        run.find(qn("w:t")).tag = qn("w:delText")
        deleted.addnext(parse_xml(f"<w:ins {W}><w:r><w:t>Keep calm</w:t></w:r></w:ins>"))

    (found,) = changes(edited(copy_of(example()), change))
    assert found.now == "Keep calm"


def test_a_sentence_made_of_several_answers_is_shown_and_cannot_be_taken() -> None:
    def change(word: Any) -> None:
        paragraph = next(each for each in word.paragraphs if "you will report to" in each.text)
        paragraph.runs[0].text = f"Often {paragraph.runs[0].text}"

    (found,) = changes(edited(copy_of(example()), change))
    assert not found.can_be_taken


def test_a_change_is_put_on_what_the_draft_says_by_now() -> None:
    def change(word: Any) -> None:
        bullet(word, 0).runs[0].text = "Make Harbour ready"

    returned = back(edited(copy_of(example()), change))
    moved_on = returned.draft.answered("post.title", "Head of security")
    taken = word_changes.taken(moved_on, returned.carried, range(9))
    assert "Make Harbour ready" in printed(taken)
    assert taken.post["title"] == "Head of security"
    (found,) = word_changes.found(moved_on, returned.carried)
    assert found.meanwhile == ""


def test_what_changed_in_both_places_shows_both() -> None:
    def change(word: Any) -> None:
        bullet(word, 1).runs[0].text = "Lead it from Word"

    returned = back(edited(copy_of(example()), change))
    (text,) = [each for each in returned.carried.texts if each.changed]
    moved_on = returned.draft.editing(text.refs[0], Edit(text="lead it from the app"))
    (found,) = word_changes.found(moved_on, returned.carried)
    assert found.meanwhile == "Lead it from the app"


def damaged(old: str, new: str) -> bytes:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return with_parts(copy_of(example()), {PART: change}, {})


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('version="1" layout', 'version="7" layout', "newer"),
        ('version="1" layout', 'version="x" layout', "damaged"),
        ("Chief information security officer", "Chief of nothing", "damaged"),
        ("</texts>", "", "damaged"),
        ("<draft ", "<other ", "damaged"),
    ],
)
def test_a_damaged_or_newer_part_is_told_in_a_sentence(old: str, new: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        working_copies.opened(damaged(old, new), "copy.docx")
    assert refused.value.fix.endswith(".")


def test_a_draft_of_another_version_is_brought_up_to_date_or_refused() -> None:
    draft = example()
    older = Inside('{"role": "ciso", "post": {"title": "Clerk"}}')  # a file that names no version
    newer = Inside(working_copies.inside(draft).draft.replace('"version": 1', '"version": 99'))
    (document,) = building.documents(draft, ("private-advert",))
    order = Order(WHEN)
    assert back(building.rendered(document, order, older).content).draft.post == {"title": "Clerk"}
    with pytest.raises(UserError, match="newer"):
        working_copies.opened(building.rendered(document, order, newer).content, "copy.docx")


def test_a_working_copy_can_stand_in_for_a_draft_file() -> None:
    assert draft_files.read(copy_of(example()), "copy.docx").draft == example()
    with pytest.raises(DataFileError, match="without a draft"):
        draft_files.read(building.rendered(building.documents(example())[0], Order(WHEN)).content, "x.docx")


def test_it_survives_a_round_trip_through_libreoffice(soffice: str, tmp_path: Path) -> None:
    sources = [tmp_path / f"{name}.docx" for name in ("ours", "theirs")]
    for path, style in zip(sources, (None, MADE["letterhead"]()), strict=True):
        path.write_bytes(copy_of(example(), "university-nhs", style))
    out = tmp_path / "out"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(out), *map(str, sources)]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    for path in sources:
        returned = back((out / path.name).read_bytes())
        assert returned.draft == example()
        assert word_changes.found(returned.draft, returned.carried) == ()


def test_a_sentence_added_to_one_of_several_answers_is_kept_aside() -> None:
    def change(word: Any) -> None:
        paragraph = next(each for each in word.paragraphs if each.text.startswith("The postholder will report to"))
        paragraph.add_run(" They meet every week. It is a short walk.")

    draft = example("northmere-nhs-trust")
    returned = back(edited(copy_of(draft, "university-nhs"), change))
    (found,) = word_changes.found(draft, returned.carried)
    assert found.can_be_taken
    assert "Reports to" in found.of
    assert "kept aside, with what is left over" in found.of
    taken = word_changes.taken(draft, returned.carried, [0])
    assert taken.left_over[-1].text == "They meet every week. It is a short walk."
    assert printed(taken, "university-nhs") == printed(draft, "university-nhs")
    assert word_changes.found(taken, returned.carried) == ()
