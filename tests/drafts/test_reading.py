"""A draft file, read: what is right in it, and every mistake at once with its line."""

import json
from collections.abc import Iterator

import pytest

from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, Problem
from jd_builder.drafts.reading import DraftFile, read_draft

GOOD = """\
version: 1
role: ciso
documents: [private-advert]
organisation:
  name: Harbour Mutual
post:
  title: Chief information security officer
  pay: {minimum: 105000, maximum: 130000}
  closing: 2026-12-18 23:59
"""


def read(text: str | bytes, file: str = "job.yaml") -> DraftFile:
    return read_draft(text, file)


def complaints(text: str | bytes, file: str = "job.yaml") -> list[str]:
    """What reading says, without the file's name: ``line: place: message``."""
    with pytest.raises(DataFileError) as caught:
        read_draft(text, file)
    assert caught.value.file == file
    return [line.removeprefix(f"{file}:").strip() for line in caught.value.lines()]


def test_a_draft_file_gives_the_draft_as_it_was_typed() -> None:
    draft = read(GOOD).draft
    assert draft.documents == ("private-advert",)
    assert draft.post["pay"] == {"minimum": "105000", "maximum": "130000"}
    assert str(draft.read_post().value.closing) == "day=datetime.date(2026, 12, 18) at=datetime.time(23, 59)"


def test_json_is_read_like_yaml_whatever_the_file_is_called() -> None:
    data = {"role": "ciso", "confidential": True, "post": {"title": "Chief 👩‍💻", "hours": 37.5, "pay": None}}
    for file in ("job.json", "job.txt", "standard input"):
        draft = read(json.dumps(data), file).draft
        assert draft.confidential is True
        assert draft.post == {"title": "Chief 👩‍💻", "hours": "37.5", "pay": None}


def test_braces_in_a_yaml_file_are_yaml() -> None:
    assert read("{role: ciso, post: {title: CISO}}").draft.post == {"title": "CISO"}


@pytest.mark.parametrize(
    "text", ["role: ciso\npost:\norganisation:\nchoose:\ncriteria:\nedits:\nown:\nkept:\n", "role:\n"]
)
def test_keys_that_are_left_empty_are_as_if_left_out(text: str) -> None:
    assert read(text).draft == Draft()


def test_a_part_whose_keys_are_all_empty_is_missing_and_not_wrong() -> None:
    post = read("post:\n  contract:\n    type:\n  pay: {minimum: , maximum: }\n  location: []\n").draft.read_post()
    assert (post.value.contract, post.value.pay, post.problems) == (None, None, ())


def test_an_answer_may_be_to_ask_the_manager_or_not_applicable() -> None:
    draft = read("post:\n  pay: {minimum: Ask the manager., maximum: 130000}\n  dbs: not applicable\n").draft
    assert draft.read_post().asked == ("post.pay.minimum",)
    assert draft.read_post().skipped == ("post.dbs",)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("23:59", "23:59"),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("~", "~"),
        ("null", "null"),
        ("1e3", "1e3"),
        ("2026-12-18", "2026-12-18"),
        ('"a: b # c"', "a: b # c"),
        ("'it''s'", "it's"),
    ],
)
def test_what_yaml_would_turn_into_something_else_stays_the_text_that_was_typed(written: str, read_as: str) -> None:
    assert read(f"post:\n  title: {written}\n").draft.post == {"title": read_as}


def test_every_mistake_is_told_at_once_each_with_its_line() -> None:
    text = """\
version: 1
rolle: ciso
wording: fancy
title: Chief information security officer
documents: [private-advert]
organisation:
  sector: regulated
  abuot: Us
  staff: many
  title: CISO
post:
  title: CISO
  title: Head of security
  pay: {minimum: 130000, maximum: 105000}
  closing: 31 February 2027
  opening: 2027-01-10
  sift: 2027-01-01
  interviews:
    - 2027-01-20
    - soon
  contract: {months: 12}
  contact: nobody
choose:
  include: {a: b}
  stars: [ciso.duty.1]
criteria:
  - {statement: ciso.duty.1, need: vital, assessed: [A, X]}
  - {need: essential}
edits:
  ciso.duty.1: {text: Lead, colour: red}
own:
  - {id: own.1, text: One}
  - {id: own.1, text: Two}
  - {id: mine, text: }
"""
    told = complaints(text)
    assert [line.split(": ")[:2] for line in told] == [
        ["2", "rolle"],
        ["3", "wording"],
        ["4", "title"],
        ["7", "organisation.sector"],
        ["8", "organisation.abuot"],
        ["9", "organisation.staff"],
        ["10", "organisation.title"],
        ["13", "post.title"],
        ["14", "post.pay"],
        ["15", "post.closing"],
        ["20", "post.interviews.2"],
        ["21", "post.contract.type"],
        ["22", "post.contact"],
        ["24", "choose.include"],
        ["25", "choose.stars"],
        ["27", "criteria.1.need"],
        ["27", "criteria.1.assessed.2"],
        ["28", "criteria.2"],
        ["30", "edits.ciso.duty.1.colour"],
        ["33", "own.2"],
        ["34", "own.3.id"],
        ["34", "own.3.text"],
    ]
    assert told[0].endswith("there is no such key here; did you mean 'role'?")
    assert told[2].endswith("there is no such key here; it belongs under 'post'")
    assert told[6].endswith("there is no such key here; it belongs under 'post'")
    assert told[7].endswith("this key stands twice, first in line 12")
    assert told[11].endswith("Kind of contract is needed here")


def test_facts_that_contradict_each_other_are_told_at_their_lines() -> None:
    text = "post:\n  opening: 2027-01-10\n  closing: 2027-01-05\n  sift: 2027-01-01\n"
    assert complaints(text) == [
        "3: post.closing: the advert closes on 5 January 2027 but opens on 10 January 2027",
        "4: post.sift: the sift on 1 January 2027 is before the advert closes on 5 January 2027",
    ]


def test_checks_of_the_caller_are_told_with_the_rest() -> None:
    def check(draft: Draft) -> Iterator[Problem]:
        yield Problem("documents.2", f"there is no document '{draft.documents[1]}'")

    with pytest.raises(DataFileError) as caught:
        read_draft("documents:\n  - private-advert\n  - poster\nrolle: ciso\n", "job.yaml", check)
    assert [(each.line, each.place) for each in caught.value.problems] == [(4, "rolle"), (3, "documents.2")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("post: Chief information security officer", "1: post: 'Chief information security officer' stands alone"),
        ("post: [a, b]", "1: post: '['a', 'b']' stands alone"),
        ("- role: ciso", "1: a draft file has keys, such as 'role:' and 'post:', but this holds a list"),
        ("Dear colleague,", "1: a draft file has keys, such as 'role:' and 'post:', but this holds one text"),
        ("# nothing yet\n", "1: a draft file has keys, such as 'role:' and 'post:', but this holds nothing"),
        ("role: ciso\n---\nrole: ciso", "2: one file holds one document"),
        ("post: &job {title: a}\norganisation: *job", "2: organisation: write the value out: references are not read"),
        ("post:\n  title: !!python/object/apply:os.system [ls]", "2: post.title: take 'tag:yaml.org,2002:python"),
        ("post:\n\ttitle: CISO", "2: the text does not parse here"),
        ("post:\n  title: Security: head", "2: the text does not parse here"),
        ('post:\n  title: "CISO\n', "3: the text does not parse here"),
        ("post: " + "[" * 5000, "1: the text does not parse here: it is nested too deeply"),
        ("post: " + "{a: " * 60 + "}" * 60, "1: the text does not parse here: it is nested too deeply"),
        ("? [a]\n: b", "1: the text does not parse here: a key must be a word"),
        ("<<: {role: ciso}", "1: <<: there is no such key here"),
        ("version: 2", "1: version: this file is of version 2, and this program reads versions up to 1"),
        ("role: ciso\nversion: one", "2: version: 'one' is not a version; the newest is 1"),
        ("version: 0", "1: version: '0' is not a version; the newest is 1"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_as_a_draft_says_where_and_why(text: str, told: str) -> None:
    assert next(line[: len(told)] for line in complaints(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"role": "ciso",\n "role": "cto"}', "2: role: this key stands twice, first in line 1"),
        ('{"post": {"title": "👩‍💻 \\ud83d\\ude00"},\n "rolle": 1}', "2: rolle: there is no such key here"),
        ('{"post": \n {"hours": "many"}}', "2: post.hours: 'many' is not a number"),
        ('{"post": ]}', "1: this is not valid JSON: Expecting value"),
        ('{"post": NaN}', "this is not valid JSON: NaN is not a value"),
        ('{"a": ' * 60 + "1" + "}" * 60, "1: the text does not parse here: it is nested too deeply"),
        ('{"a": ' * 100_000, "this is nested too deeply to be read"),
    ],
)
def test_mistakes_in_json_have_lines_too(text: str, told: str) -> None:
    assert next(line[: len(told)] for line in complaints(text, "job.json")) == told


def test_a_double_key_does_not_hide_other_mistakes() -> None:
    told = complaints("role: ciso\nrole: cto\npost:\n  hours: many\n  hours: 37\n")
    assert [line.split(": ")[:2] for line in told] == [["2", "role"], ["4", "post.hours"], ["5", "post.hours"]]


def test_what_is_wrong_is_quoted_in_part_only_when_it_is_long() -> None:
    (told,) = complaints("post:\n  hours: " + "many " * 20_000)
    assert len(told) < 500


def test_a_wrong_item_of_a_list_is_named_by_its_place_among_those_typed() -> None:
    text = "post:\n  flexible:\n" + "".join(
        f"    - {item}\n" for item in ("part-time", "", "ask the manager", "sometimes", "job-share", "rarely")
    )
    assert [line.split(": ")[:2] for line in complaints(text)] == [["6", "post.flexible.4"], ["8", "post.flexible.6"]]


def test_line_finds_the_nearest_thing_that_was_written() -> None:
    file = read(GOOD)
    assert [file.line(place) for place in ("post.pay.minimum", "post.pay.bonus", "post.hours", "kept")] == [8, 8, 6, 1]
