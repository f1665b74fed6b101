"""Documents that are kept for a while are never those of another state."""

from jd_builder.assembly.assemble import assemble
from jd_builder.domain.draft import Draft
from jd_builder.services import catalogue, documents


def test_a_star_in_the_advert_reaches_the_panel_that_asks_about_it() -> None:
    draft = Draft.model_validate({"documents": ["private-advert", "interview-pack"]})
    before = documents.assembled(draft)["interview-pack"]
    starred = draft.model_copy(update={"choose": draft.choose.model_copy(update={"star": (_criterion(draft),)})})
    after = documents.assembled(starred)["interview-pack"]
    assert after == assemble(starred, catalogue.role("ciso"), catalogue.layout("interview-pack"))
    assert after != before


def _criterion(draft: Draft) -> str:
    return str(catalogue.role(draft.role).suggested_criteria[-1].of)
