"""Names that are no words to judge: of organisations, bodies, schemes and places."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.domain.post import Post
from jd_builder.text.located import read_yaml

FILE = Path(__file__).with_name("masks.yaml")
_Groups = TypeAdapter(dict[str, tuple[str, ...]])


@cache
def masks(path: Path = FILE) -> tuple[str, ...]:
    """Every name of the file. Anything wrong with it is a DataFileError with its lines."""
    located = read_yaml(path.read_text(encoding="utf-8"), path.name)
    try:
        groups = _Groups.validate_python(located.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        problems = tuple(Problem("", each["msg"], located.line(each["loc"])) for each in found)
        raise DataFileError(path.name, problems) from error
    return tuple(name for names in groups.values() for name in names)


def people_of(post: Post) -> tuple[str, ...]:
    """The people and firms that a vacancy names: nobody's surname is a word to judge."""
    contacts = (post.contact, post.adjustments_contact, post.welcome, post.search_firm, *post.panel)
    return tuple(each.name for each in contacts if each and each.name)
