"""The guard's word lists: each is whole, says where it comes from, and does what its lines say."""

import pytest
import yaml

from jd_builder.domain.rewriting import gravest
from jd_builder.rewriting.guard import judge
from jd_builder.rewriting.guard.loading import FILES, FOLDER, lexicon

GROUPS = {name: yaml.load((FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader) for name in FILES}


def test_every_file_is_read_and_opens_with_its_origin_and_what_may_be_edited() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == {*FILES, "light", "generic", "forms", "speech", "deeds"}
    for path in FOLDER.glob("*.yaml"):
        note = path.read_text("utf-8").split("\n\n")[0]
        assert note.startswith("#"), path
        assert "Our own list" in note or "Sources:" in note, path
        assert "What may be edited:" in note, path


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_the_keys_that_its_rule_needs(name: str) -> None:
    data = GROUPS[name]
    assert {"rule", "level", "lost", "new", "changed", "groups"} <= data.keys() <= {*data, "strict", "verbs", "actions"}
    assert data["level"] in ("look", "block")
    for group in data["groups"]:
        members = group.split(", ")
        assert all(member == member.strip() and member for member in members), group
        assert len(set(members)) == len(members), group


def test_words_of_one_line_can_stand_for_one_another() -> None:
    known = lexicon()
    for name in ("verbs", "authority", "level"):
        for group in GROUPS[name]["groups"]:
            first, *others = (each for each in group.split(", ") if "..." not in each)
            for other in others[:3]:
                before, after = f"You will {first} the sluices", f"You will {other} the sluices"
                assert gravest(judge(before, after)) == "pass", (name, first, other)
    assert len(known.kinds) > 1000


def test_different_degrees_of_authority_never_stand_for_one_another() -> None:
    degrees = ["own", "lead", "oversee", "coordinate", "advise on", "recommend", "contribute to", "approve", "chair"]
    for one in degrees:
        for other in degrees:
            level = gravest(judge(f"You will {one} the budget", f"You will {other} the budget"))
            assert level == ("pass" if one == other else "look"), (one, other)
