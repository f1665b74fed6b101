"""The questions that only the hiring manager can answer, as a page to send and to fill in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from jd_builder.assembly.blocks import Builder
from jd_builder.assembly.marks import Words
from jd_builder.domain.document import Document
from jd_builder.domain.draft import Draft
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.export.question_marks import DRAFT, named
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
BACK = (
    "For those who sent this: drop the returned file on Start from a Word file, and its answers can be taken into "
    "the draft."
)
HEADER = ("Question", "Why it matters, and an example", "Your answer")
_ASKED = (("organisation", Organisation), ("post", Post))
_ROOM = "\n\n"  # empty lines to write on


def asked(draft: Draft, documents: Mapping[str, Document]) -> tuple[Question, ...]:
    """Every gap of the job and every answer left to the manager, each once, the most important first.

    What an organisation says of itself no manager is asked, unless the user left that to them.
    """
    missing = [gap.ref for gap in gaps.found(documents) if gap.ref.startswith("post.")]
    places = [*missing, *draft.read_post().asked, *draft.read_organisation().asked]
    known = {each.place: each for each in map(question, places) if each}
    return tuple(known.values())


def page(title: str, organisation: str, questions: Sequence[Question], draft: str = "") -> Document:
    """Each question with why it matters, an example, and room for the answer; ``draft`` is the id of a saved one."""
    builder = Builder()
    builder.title(Words(NAME, ref=f"{DRAFT}.{draft}"))
    builder.paragraph(of(title, organisation), style="lead")
    builder.paragraph(ABOUT)
    builder.table(HEADER, _rows(questions), [0.19, 0.42, 0.39])
    builder.paragraph(BACK, style="small")
    return Document(layout="open-questions", name=NAME, title=title, organisation=organisation, blocks=builder.blocks())


def of(title: str, organisation: str) -> str:
    """Whose questions they are, as the page says it."""
    return ", ".join(filter(None, (title, organisation)))


def name_of(page: Document) -> str:
    return file_name(page, FORMATS["docx"].suffix)


def made(page: Document, when: datetime) -> Made:
    """The page as a Word file."""
    return Made(name_of(page), FORMATS["docx"].render(page, Options(when, named=named)), page)


def labelled(label: str) -> Question | None:
    """The question that is asked under a label."""
    places = (f"{part}.{field.alias}" for part, model in _ASKED for field in model.model_fields.values())
    known = {each.label.casefold(): each for each in map(question, places) if each}
    return known.get(" ".join(label.split()).casefold())


def about(asked: Question) -> str:
    """Why a question matters, and an example."""
    return "\n".join(filter(None, (asked.why, asked.example)))


def _rows(questions: Sequence[Question]) -> Iterator[tuple[Words, Words, Words]]:
    for each in questions:
        yield Words(each.label, ref=each.place), Words(about(each)), Words(_ROOM)
