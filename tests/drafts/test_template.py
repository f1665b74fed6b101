"""The draft file that ``new`` writes: right as it is, right with everything in it, and readable."""

import re

import pytest
from pydantic import BaseModel

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Level
from jd_builder.domain.layout import Layout, Share, Takes
from jd_builder.domain.organisation import Organisation
from jd_builder.domain.post import Post
from jd_builder.drafts.fields import fields
from jd_builder.drafts.reading import read_draft
from jd_builder.drafts.references import unknown_in_role, unknown_layouts
from jd_builder.drafts.template import WRITTEN_BY_THE_APP, new_draft
from jd_builder.services import catalogue

(CISO,) = (role for role in load_builtin() if role.id == "ciso")


def layout(id_: str, *needs: str) -> Layout:
    share = Share(default=1, least=1, most=1)
    takes = Takes(duties=share, essential=share)
    return Layout(id=id_, name=id_, description=id_, suits=(), needs=needs, takes=takes)


ADVERT = catalogue.layout("private-advert")
PACK = layout("civil-service-pack", "post.pay", "post.grade")
PROFILE = layout("internal-profile", "post.pay", "post.owner")
LAYOUTS = (PACK, PROFILE, ADVERT)
NEW = new_draft(CISO, LAYOUTS)


def with_everything(text: str) -> str:
    """The file after someone took the # away from every line that can be used."""
    return re.sub(r"(?m)^((?:  )*)# (?=(?:[a-z0-9.-]+: |- \{))", r"\1", text)


def fields_of(model: type[BaseModel]) -> list[str]:
    return list(model.model_fields)


def test_a_new_draft_is_a_right_one() -> None:
    draft = read_draft(NEW, "job.yaml").draft
    assert (draft.role, draft.documents) == ("ciso", ("private-advert",))
    assert draft.read_post().value == Post()
    assert draft.read_organisation().value == Organisation()


def test_every_example_in_it_is_a_right_value() -> None:
    checks = (
        lambda draft: unknown_in_role(draft, CISO),
        lambda draft: unknown_layouts(draft, ["university-nhs", "bare"]),
    )
    draft = read_draft(with_everything(new_draft(CISO, [layout("bare")])), "job.yaml", *checks).draft
    post, organisation = draft.read_post(), draft.read_organisation()
    assert {*fields_of(Post)} - post.value.model_fields_set == {"title"}
    unset = {*fields_of(Organisation)} - organisation.value.model_fields_set
    assert unset == {"name", "sector", "nation", *WRITTEN_BY_THE_APP}
    assert draft.criteria
    assert draft.edits
    assert draft.own
    assert draft.choose != Draft().choose


def test_every_key_that_people_write_of_the_organisation_and_the_post_stands_in_it_once() -> None:
    parts = NEW.partition("\npost:\n")
    for part, model in ((parts[0], Organisation), (parts[2], Post)):
        keys = re.findall(r"(?m)^  (?:# )?([a-z-]+):", part)
        wrong = [field.key for field in fields(model) if keys.count(field.key) != (field.key not in WRITTEN_BY_THE_APP)]
        assert wrong == []


def test_what_the_chosen_documents_need_stands_open_and_the_rest_is_a_comment() -> None:
    new = new_draft(CISO, LAYOUTS, [PACK])
    assert re.search(
        r"(?m)^documents: \[civil-service-pack\] +# There are also: internal-profile or private-advert\.$", new
    )
    assert re.search(r"(?m)^  grade: +# As your pay system writes it\.", new)
    assert re.search(r"(?m)^  # owner: Head of people ", new)
    assert re.search(r"(?m)^  pay: .*\n(?: +#.*\n)*    minimum: .*\n    maximum: ", new), "most documents need the pay"


def test_the_keys_of_an_open_part_stand_under_it() -> None:
    assert re.search(r"(?m)^  contract: .*\n    type: .*\n(?: +# .*\n)*    # months: 24 ", NEW)
    assert re.search(r"(?m)^    # There are also currency, period, allowance, ", NEW)


def test_choices_are_named_in_the_comment() -> None:
    as_one_line = " ".join(NEW.replace("#", " ").split())
    assert "One of: permanent, fixed-term, secondment, loan or interim." in as_one_line


def test_it_is_short_and_fits_a_screen() -> None:
    lines = NEW.splitlines()
    assert len(lines) <= 165
    assert max(map(len, lines)) <= 132
    assert not any(line != line.rstrip() for line in lines)


def test_a_role_with_levels_asks_for_one() -> None:
    levelled = CISO.model_copy(update={"levels": (Level(id="junior", name="Junior"), Level(id="lead", name="Lead"))})
    new = new_draft(levelled, LAYOUTS)
    assert re.search(r"(?m)^level: junior +# One of: junior or lead\.$", new)
    assert read_draft(new, "job.yaml").draft.level == "junior"


@pytest.mark.parametrize("layouts", [(), (PACK,)])
def test_it_can_be_written_whatever_layouts_there_are(layouts: tuple[Layout, ...]) -> None:
    assert read_draft(new_draft(CISO, layouts), "job.yaml").draft.documents == tuple(each.id for each in layouts)
