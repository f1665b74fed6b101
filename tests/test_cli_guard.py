"""Judging rewrites from the command line: a line in, a line out, and what becomes of a bad one."""

import json

from tests.test_cli import run


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_every_line_gets_an_answer_in_its_place() -> None:
    result = run(
        "guard",
        "--json",
        stdin=lines(
            {"id": "a", "original": "Lead a team of 14.", "rewritten": "Lead a team of 40."},
            {"original": "Ensure it works.", "rewritten": "Make sure it works.", "tone": "plainer"},
            {"id": 3, "original": "Advise the board.", "rewritten": "Lead the board."},
        ),
    )
    assert (result.exit_code, result.stderr) == (0, "")
    blocked, passed, doubted = map(json.loads, result.stdout.splitlines())
    assert blocked == {
        "id": "a",
        "accepted": False,
        "level": "block",
        "verdicts": [
            {
                "rule": "number",
                "level": "block",
                "message": "The number 14 became 40.",
                "start": 15,
                "end": 17,
                "in": "rewritten",
            }
        ],
    }
    assert passed == {"id": None, "accepted": True, "level": "pass", "verdicts": []}
    assert (doubted["id"], doubted["accepted"], doubted["level"]) == (3, False, "look")


def test_a_bad_line_is_told_by_its_number_and_the_others_are_answered() -> None:
    good = lines({"original": "Lead.", "rewritten": "Lead."}).encode()
    bad = [b"{", b"[]", b'{"original": 1, "rewritten": "x"}', b'{"original": "x"}', b"\xff", b"[" * 100_000]
    result = run("guard", "--json", stdin=good + b"\n".join([*bad, b"", good]))
    assert result.exit_code == 1
    assert [json.loads(line)["level"] for line in result.stdout.splitlines()] == ["pass", "pass"]
    told = result.stderr.splitlines()
    assert [line.split(":")[0] for line in told] == [f"line {number}" for number in range(2, 8)]
    assert told[3] == "line 5: 'rewritten' is missing or is no text."


def test_hostile_text_comes_back_as_json() -> None:
    result = run("guard", "--json", stdin=lines({"id": "\ud800", "original": "a\ud800", "rewritten": "b\udfff"}))
    assert json.loads(result.stdout)["id"] == "\ud800"
    assert result.exit_code == 0


def test_no_lines_are_no_answers_and_without_json_it_is_wrong_use() -> None:
    assert (run("guard", "--json", stdin="").stdout, run("guard", "--json", stdin="").exit_code) == ("", 0)
    assert run("guard", stdin="").exit_code == 2


def test_words_that_the_checks_refuse_are_told_with_the_reason_of_the_checks() -> None:
    result = run("guard", "--json", stdin=lines({"original": "Build a team.", "rewritten": "Build a young team."}))
    verdicts = json.loads(result.stdout)["verdicts"]
    assert [each["message"] for each in verdicts if each["rule"] == "age-words"] == [
        "'young' may put people off because of their age."
    ]
