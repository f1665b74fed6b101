"""A document of our example on a house style, for the one who uploaded it to look at."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jd_builder.services import building, examples
from jd_builder.services.building import Made, Order

NAME = "House style - trial.docx"
_LAYOUT = "university-nhs"  # has headings of both levels, lists, facts and a table


def made(house_style: bytes, answers: Mapping[str, Any], when: datetime) -> Made:
    """The document, under the organisation's own name."""
    draft = examples.example(examples.names()[0]).draft
    name = str(answers.get("name") or "Your organisation")
    draft = draft.answered("organisation.name", name).answered("organisation.short-name", None)
    (document,) = building.documents(draft, (_LAYOUT,))
    rendered = building.rendered(document, Order(when, house_style=house_style))
    return Made(NAME, rendered.content, document)
