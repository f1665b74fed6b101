"""What a house style itself prints of a post, around the description, where it was changed in Word."""

from collections.abc import Iterator

from jd_builder.domain.draft import Draft
from jd_builder.export.working_copy_reading import Carried, Printed
from jd_builder.services import building


def changed(carried: Carried) -> Iterator[Printed]:
    """Each of them once, however many headers repeat it."""
    met: set[tuple[str, str, str | None]] = set()
    for text in (text for text in carried.texts if text.around and text.changed):
        key = (text.ref, text.before, text.now)
        if key not in met and (text.before or text.now):
            met.add(key)
            yield text


def printed(draft: Draft, layout: str, text: Printed) -> str:
    """What a house style would print there now, as far as a draft says it."""
    (document,) = building.documents(draft, (layout,))
    said = {
        "post.title": document.title,
        "organisation.name": document.organisation,
        "post.reference": document.reference,
    }
    return said.get(text.ref, text.before)


def taken(draft: Draft, layout: str, text: Printed) -> Draft | None:
    """The draft with the answer as it reads now; None where it is gone, or no answer."""
    if not (text.ref and text.now):
        return None
    made = draft.answered(text.ref, text.now)
    return made if printed(made, layout, text) == text.now else None
