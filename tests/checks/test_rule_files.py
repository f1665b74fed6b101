"""A rule with a mistake is refused with its file and line, and takes no other rule with it."""

from pathlib import Path

import pytest

from jd_builder.checks.loading import FOLDER, load_rules

GOOD = """\
- id: own-phone
  kind: existence
  severity: warning
  message: "'{match}' costs candidates money."
  why: Give a device for the work.
  words: [own phone]
  examples:
    flag: [Bring your own phone]
    pass: [We give you a phone]
"""
OTHER = GOOD.replace("own-phone", "own-desk")

SAID = [
    ("  words: [own phone]\n", "  word: [own phone]\n", "rules.yaml:6: 1.word: there is no such key here"),
    ("kind: existence", "kind: regex", "rules.yaml:2: 1: a rule has a kind: existence, substitution"),
    ("severity: warning", "severity: grave", "rules.yaml:3: 1.severity: 'grave' is not one of"),
    ("    pass: [We give you a phone]\n", "", "rules.yaml:7: 1.examples.pass: this is needed here"),
    ("    flag: [Bring your own phone]\n", "    flag: []\n", "rules.yaml:8: 1.examples.flag"),
    ("  why: Give", "  when: at-night\n  why: Give", "rules.yaml:5: 1.when: there is no 'at-night'; there are"),
    ("  why: Give", "  link: example.org\n  why: Give", "rules.yaml:5: 1.link"),
    (
        "  why: Give",
        "  severity: error\n  why: Give",
        "rules.yaml:5: 1.severity: this key stands twice",
    ),
]


def loaded(folder: Path, text: str) -> tuple[list[str], list[str]]:
    (folder / "rules.yaml").write_text(text, "utf-8")
    found = load_rules(folder)
    return [rule.id for rule in found.rules], [line for error in found.errors for line in error.lines()]


@pytest.mark.parametrize(("old", "new", "said"), SAID)
def test_a_broken_rule_is_named_and_the_other_stays_in_use(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    ids, errors = loaded(tmp_path, GOOD.replace(old, new, 1) + OTHER)
    assert ids == ["own-desk"]
    assert any(line.startswith(said) for line in errors), errors


def test_an_id_may_stand_once(tmp_path: Path) -> None:
    ids, errors = loaded(tmp_path, GOOD + GOOD)
    assert (ids, errors) == (["own-phone"], ["rules.yaml:10: 2.id: the id 'own-phone' stands twice"])


def test_a_file_that_is_no_list_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: own-phone\n", "utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\xfa")
    ids, errors = loaded(tmp_path, GOOD)
    assert ids == ["own-phone"]
    assert [line.split(":")[0] for line in errors] == ["a.yaml", "b.yaml"]


def test_the_readme_says_in_short_how_to_add_a_rule() -> None:
    assert len((FOLDER / "README.md").read_text("utf-8").split("\n")) < 40
