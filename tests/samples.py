"""The drafts that ship as examples, by glob: a new one takes part in every test that asks for them."""

from functools import cache
from pathlib import Path

from jd_builder.content.builtin import load_builtin
from jd_builder.domain.draft import Draft
from jd_builder.domain.framework import Role
from jd_builder.drafts.reading import read_draft
from tests.conftest import REPOSITORY

EXAMPLES = tuple(sorted((REPOSITORY / "examples").glob("*.yaml")))
LAYOUTS = tuple(sorted((REPOSITORY / "templates" / "layouts").glob("*.jinja")))


@cache
def sample(path: Path) -> Draft:
    return read_draft(path.read_bytes(), path.name).draft


def role_of(draft: Draft) -> Role:
    return next(role for role in load_builtin() if role.id == draft.role)
