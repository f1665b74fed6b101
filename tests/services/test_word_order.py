"""What was moved, added, split or left out in a working copy is seen as that, whatever became of its bookmarks."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from jd_builder.domain.draft import Draft
from jd_builder.services import word_changes
from jd_builder.services.shares import Shares
from tests.export.house_files import W
from tests.services.test_working_copies import back, bullet, changes, copy_of, edited, example, printed

THIRD = "Encourage colleagues and members to follow good security practice"
NEW = "Keep the lighthouse lit"


def move_up(word: Any) -> Any:
    """The third duty before the first."""
    moved = bullet(word, 2)._p
    bullet(word, 0)._p.addprevious(moved)
    return moved


def bookmark(paragraph: Any) -> Any:
    return paragraph.find(qn("w:bookmarkStart"))


def under_another_name(word: Any) -> None:
    """As LibreOffice pastes it, while an empty item keeps the mark."""
    item = bullet(word, 2)._p
    left = parse_xml(f'<w:p {W}><w:bookmarkStart w:id="900" w:name="{bookmark(item).get(qn("w:name"))}"/></w:p>')
    item.addprevious(left)
    bookmark(item).set(qn("w:name"), bookmark(item).get(qn("w:name")) + "_Copy_1")
    bullet(word, 0)._p.addprevious(item)


def without_a_mark(word: Any) -> None:
    moved = move_up(word)
    moved.remove(bookmark(moved))
    moved.remove(moved.find(qn("w:bookmarkEnd")))


def as_a_tracked_move(word: Any) -> None:
    """The mark stays with the words that moved away."""
    first, third = bullet(word, 0)._p, bullet(word, 2)._p
    first.addprevious(parse_xml(f"<w:p {W}><w:moveTo><w:r><w:t>{THIRD}</w:t></w:r></w:moveTo></w:p>"))
    away = parse_xml(f"<w:moveFrom {W}/>")
    run = third.find(qn("w:r"))
    run.addprevious(away)
    away.append(run)


@pytest.mark.parametrize("way", [move_up, under_another_name, without_a_mark, as_a_tracked_move])
def test_a_duty_moved_in_word_is_offered_with_its_places_and_moved_in_the_draft(way: Callable[[Any], Any]) -> None:
    returned = back(edited(copy_of(example()), way))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.sort, found.of, found.can_be_taken) == ("moved", "Duties", True)
    assert found.now == f"{THIRD}: now 1 of 6, was 3"
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert duties(taken)[0] == THIRD
    assert duties(taken)[1:] == [each for each in duties(returned.draft) if each != THIRD]
    assert word_changes.found(taken, returned.carried) == ()
    assert word_changes.taken(returned.draft, returned.carried, []) == returned.draft


def duties(draft: Draft, layout: str = "private-advert") -> list[str]:
    said = printed(draft, layout).split("\n")
    return [each for each in said if each in {f"{words[:1].upper()}{words[1:]}" for words in own_words(draft)}]


def own_words(draft: Draft) -> list[str]:
    shares = Shares(draft)
    return [str(duty.words) for duty in shares.as_duties(shares.chosen).values()]


def test_only_what_moved_is_named_and_the_rest_of_the_draft_stays() -> None:
    def swap(word: Any) -> None:
        bullet(word, 5)._p.addprevious(bullet(word, 0)._p)

    returned = back(edited(copy_of(example()), swap))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert found.now.startswith("Make sure Harbour is ready")
    assert found.now.endswith(": now 5 of 6, was 1")
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    assert taken.changed(choose=returned.draft.choose) == returned.draft


def test_a_criterion_moved_in_a_table_of_word_moves_in_the_draft() -> None:
    def change(word: Any) -> None:
        cells = (cell for table in word.tables for row in table.rows for cell in row.cells)
        row = next(cell._tc.getparent() for cell in cells if cell.text.startswith("Has led security"))
        row.getnext().addnext(row)

    returned = back(edited(copy_of(example(), "university-nhs"), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.sort, found.of) == ("moved", "Criteria")
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    said = printed(taken, "university-nhs")
    assert said.index("Has drawn up a security strategy") < said.index("Has led security")
    assert word_changes.found(taken, returned.carried) == ()


def test_a_duty_put_under_another_heading_is_told_and_left() -> None:
    def change(word: Any) -> None:
        culture, risk = (
            next(each._p for each in word.paragraphs if each.text.startswith(start))
            for start in ("Encourage colleagues", "Develop processes")
        )
        risk.addprevious(culture)

    (found,) = changes(edited(copy_of(example(), "university-nhs"), change))
    assert (found.sort, found.can_be_taken) == ("moved", False)
    assert "another list" in found.why


def test_an_order_that_changed_in_the_draft_too_is_told() -> None:
    returned = back(edited(copy_of(example()), move_up))
    moved_on = returned.draft.ordering(tuple(reversed(Shares(returned.draft).chosen)))
    (found,) = word_changes.found(moved_on, returned.carried)
    assert found.meanwhile
    assert duties(word_changes.taken(moved_on, returned.carried, [0]))[0] == THIRD


def written(text: str) -> Any:
    return parse_xml(f"<w:p {W}><w:r><w:t>{text}</w:t></w:r></w:p>")


@pytest.mark.parametrize("place", [0, 1, 6])
def test_what_was_written_in_word_comes_to_stand_where_it_was_written(place: int) -> None:
    def change(word: Any) -> None:
        items = [bullet(word, number)._p for number in range(6)]
        for text in (NEW, "Count the ships"):
            if place < 6:
                items[place].addprevious(written(text))
            else:
                items[-1].addnext(written(text))
                items.append(items[-1].getnext())

    returned = back(edited(copy_of(example()), change))
    found = word_changes.found(returned.draft, returned.carried)
    assert [(each.now, each.of) for each in found] == [
        (NEW, "It becomes a duty"),
        ("Count the ships", "It becomes a duty"),
    ]
    taken = word_changes.taken(returned.draft, returned.carried, [0, 1])
    assert duties(taken)[place : place + 2] == [NEW, "Count the ships"]


def test_a_criterion_written_among_desirable_ones_is_desirable() -> None:
    def change(word: Any) -> None:
        item = next(each for each in word.paragraphs if each.text.startswith("have led a large programme"))
        item._p.addprevious(written("have kept a lighthouse"))

    returned = back(edited(copy_of(example(), "civil-service-pack"), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert found.of == "It becomes a criterion, desirable like those beside it"
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    (new,) = [each for each in taken.criteria if each.text and "lighthouse" in each.text]
    assert new.need == "desirable"
    assert taken.criteria.index(new) < [each.statement for each in taken.criteria].index("commercial.experience.3")


def test_a_criterion_moved_among_the_desirable_ones_becomes_desirable() -> None:
    def change(word: Any) -> None:
        moved, among = (
            next(each._p for each in word.paragraphs if each.text.startswith(start))
            for start in ("have taken charge", "have led a large programme")
        )
        among.addprevious(moved)

    returned = back(edited(copy_of(example(), "civil-service-pack"), change))
    (found,) = word_changes.found(returned.draft, returned.carried)
    assert (found.sort, found.of, found.can_be_taken) == ("moved", "It becomes desirable, like those beside it", True)
    taken = word_changes.taken(returned.draft, returned.carried, [0])
    said = printed(taken, "civil-service-pack")
    first, moved, last = (said.index(words) for words in ("can judge what", "have taken charge", "have led a large"))
    assert first < moved < last
    assert word_changes.found(taken, returned.carried) == ()


def test_an_item_split_in_two_is_one_change_and_one_addition() -> None:
    def change(word: Any) -> None:
        """As LibreOffice writes it: the mark begins twice, and its first beginning has no end."""
        item = bullet(word, 2)._p
        again = parse_xml(f"<w:p {W}><w:r><w:t>Ring the bell</w:t></w:r></w:p>")
        again.insert(0, parse_xml(f'<w:bookmarkStart {W} w:id="901" w:name="{bookmark(item).get(qn("w:name"))}"/>'))
        again.append(parse_xml(f'<w:bookmarkEnd {W} w:id="901"/>'))
        item.remove(item.find(qn("w:bookmarkEnd")))
        item.find(qn("w:r")).find(qn("w:t")).text = "Encourage colleagues"
        item.addnext(again)

    found = changes(edited(copy_of(example()), change))
    assert [(each.sort, each.now) for each in found] == [
        ("changed", "Encourage colleagues"),
        ("added", "Ring the bell"),
    ]


def test_an_item_emptied_or_taken_out_is_left_out_of_the_draft() -> None:
    def emptied(word: Any) -> None:
        item = bullet(word, 2)._p
        item.remove(item.find(qn("w:r")))
        item.remove(item.find(qn("w:bookmarkEnd")))

    def taken_out(word: Any) -> None:
        item = bullet(word, 2)._p
        item.getparent().remove(item)

    for change in (emptied, taken_out):
        returned = back(edited(copy_of(example()), change))
        (found,) = word_changes.found(returned.draft, returned.carried)
        assert (found.sort, found.before) == ("removed", THIRD)
        assert THIRD not in printed(word_changes.taken(returned.draft, returned.carried, [0]))


def test_a_sentence_made_of_several_answers_names_the_questions_to_change() -> None:
    def change(word: Any) -> None:
        paragraph = next(each for each in word.paragraphs if "you will report to" in each.text)
        paragraph.runs[0].text = f"Often {paragraph.runs[0].text}"

    (found,) = changes(edited(copy_of(example()), change))
    assert "post.reports-to" in found.places
    assert found.why.startswith("These words are made of several answers")


def under(word: Any, heading: str) -> list[Any]:
    """The items of the list that follows a heading."""
    at = next(n for n, each in enumerate(word.paragraphs) if each.text == heading)
    rest = word.paragraphs[at + 1 :]
    end = next(n for n, each in enumerate(rest) if each.style.name != "List Bullet")
    return [each._p for each in rest[:end]]


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("heading", ["Resilience and incidents", "Governance, risk and assurance"])
def test_a_duty_moved_within_its_group_leaves_the_others_where_they_were_in_every_document(
    heading: str, number: int
) -> None:
    def change(word: Any) -> None:
        items = under(word, heading)
        items[(number + 2) % 4].addnext(items[number])

    draft = example("northmere-nhs-trust")
    returned = back(edited(copy_of(draft, "university-nhs"), change))
    (found,) = word_changes.found(draft, returned.carried)
    made = word_changes.taken(draft, returned.carried, [0])
    said = found.now.partition(": now")[0]
    for layout in draft.documents:
        before, after = ([each for each in duties(one, layout) if each != said] for one in (draft, made))
        assert after == before
    assert ("Short advert" in found.elsewhere) == (duties(draft) != duties(made))
