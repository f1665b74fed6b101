"""The questions that only the hiring manager can answer, as a page to send and to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from jd_builder.assembly.blocks import Builder
from jd_builder.assembly.marks import Words
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.export.registry import FORMATS, Options
from jd_builder.services import gaps
from jd_builder.services.building import Made
from jd_builder.services.file_names import file_name
from jd_builder.services.questions import Question, question

NAME = "Questions for the manager"
ABOUT = (
    "The job description waits for these answers. Write what you know, in your own words, and send this page "
    "back. “Not applicable” is an answer too."
)
_ROOM = "\n\n"  # empty lines to write on


def asked(draft: Draft, documents: Mapping[str, Document]) -> tuple[Question, ...]:
    """Every gap of the job and every answer left to the manager, each once, the most important first.

    What an organisation says of itself no manager is asked, unless the user left that to them.
    """
    missing = [gap.ref for gap in gaps.found(documents) if gap.ref.startswith("post.")]
    places = [*missing, *draft.read_post().asked, *draft.read_organisation().asked]
    known = {each.place: each for each in map(question, places) if each}
    return tuple(known.values())


def page(title: str, organisation: str, questions: Sequence[Question]) -> Document:
    """Each question with why it matters, an example, and room for the answer."""
    builder = Builder()
    builder.title(NAME)
    builder.paragraph(", ".join(filter(None, (title, organisation))), style="lead")
    builder.paragraph(ABOUT)
    builder.table(["Question", "Why it matters, and an example", "Your answer"], _rows(questions), [0.19, 0.42, 0.39])
    return Document(layout="open-questions", name=NAME, title=title, organisation=organisation, blocks=builder.blocks())


def name_of(page: Document) -> str:
    return file_name(page, FORMATS["docx"].suffix)


def made(page: Document, when: datetime) -> Made:
    """The page as a Word file."""
    return Made(name_of(page), FORMATS["docx"].render(page, Options(when)), page)


def _rows(questions: Sequence[Question]) -> Iterator[tuple[str, Words, Words]]:
    for each in questions:
        yield each.label, Words("\n".join(filter(None, (each.why, each.example)))), Words(_ROOM)
