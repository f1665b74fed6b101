"""Many drafts: the same files in the same order whoever makes them, and no draft stops another."""

import os
import pickle
import signal
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.services import bulk, draft_files
from jd_builder.services.building import Order
from jd_builder.services.bulk import Built
from jd_builder.services.errors import WrongUseError
from jd_builder.services.targets import Target

ORDER = Order(datetime(2026, 11, 21, 12, 0, tzinfo=UTC), "md", ("private-advert",))


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    """Thirty drafts, each tenth of them with a wrong value, all for jobs of the same name."""
    paths = [tmp_path / f"{number:02}.yaml" for number in range(30)]
    for number, path in enumerate(paths):
        hours = "many" if number % 10 == 5 else "37"
        path.write_text(f"post:\n  title: Head of security\n  hours: {hours}\n  reference: R{number}\n", "utf-8")
    return [str(path) for path in paths]


def built(drafts: Sequence[str], out: Path, jobs: int = 1, order: Order = ORDER) -> list[Built]:
    return list(bulk.build(drafts, order, Target(out, False, order.format), jobs))


def test_drafts_come_out_in_order_and_wrong_ones_stop_no_other(drafts: list[str], tmp_path: Path) -> None:
    results = built(drafts, tmp_path / "out")
    assert [result.draft for result in results] == drafts
    assert [number for number, result in enumerate(results) if result.errors] == [5, 15, 25]
    assert results[5].errors[0].startswith(f"{drafts[5]}:3: post.hours: 'many' is not a number")
    assert [len(result.files) for result in results] == [int(number % 10 != 5) for number in range(30)]
    assert results[1].files == (tmp_path / "out" / "Head of security - Short advert (2).md",)
    assert "R1" in results[1].files[0].read_text("utf-8")


def test_several_processes_make_the_same_files_in_the_same_order(drafts: list[str], tmp_path: Path) -> None:
    alone, together = built(drafts, tmp_path / "a"), built(drafts, tmp_path / "b", jobs=2)
    moved = [replace(each, files=tuple(tmp_path / "a" / file.name for file in each.files)) for each in together]
    assert moved == alone
    names = sorted(os.listdir(tmp_path / "a"))
    assert sorted(os.listdir(tmp_path / "b")) == names
    assert [
        name for name in names if (tmp_path / "a" / name).read_bytes() != (tmp_path / "b" / name).read_bytes()
    ] == []


def test_every_format_is_dated_by_the_order_and_not_by_the_clock(drafts: list[str], tmp_path: Path) -> None:
    order = replace(ORDER, format="docx")
    first, second = (built(drafts[:1], tmp_path / name, order=order)[0].files[0].read_bytes() for name in "ab")
    assert first == second


def test_gaps_are_told_for_each_document(drafts: list[str], tmp_path: Path) -> None:
    (result,) = built(drafts[:1], tmp_path / "out")
    assert [gaps.document for gaps in result.gaps] == ["Short advert"]
    assert "post.pay" in {run.ref for run in result.gaps[0].missing}
    assert "post.title" not in {run.ref for run in result.gaps[0].missing}


def test_one_draft_may_come_in_on_standard_input(
    drafts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"post: {title: From outside}")))
    results = built([drafts[0], "-", drafts[1]], tmp_path / "out", jobs=2)
    assert [result.draft for result in results] == [drafts[0], "standard input", drafts[1]]
    assert results[1].files[0].name == "From outside - Short advert.md"


def test_standard_input_is_named_once(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match="Standard input holds one draft"):
        built(["-", "-"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_error_of_the_users_comes_whole_from_another_process() -> None:
    error = pickle.loads(pickle.dumps(UserError("it is full.", "disk", "Make room.")))
    assert str(error) == "disk: it is full. Make room."


def test_a_process_that_is_ended_from_outside_is_told(
    drafts: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "_get_ready", _killed)
    with pytest.raises(UserError, match="A process was ended from outside"):
        built(drafts, tmp_path / "out", jobs=2)
    assert not (tmp_path / "out").exists()


def _killed(*_: object) -> None:
    """As a system does that has run out of memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_no_more_is_read_than_shows_that_a_file_is_too_large(tmp_path: Path) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(10**10)
    assert len(draft_files.content_of(str(huge))) == 5_000_001


def test_a_name_that_no_system_takes_is_told(tmp_path: Path) -> None:
    (result,) = built(["a\0b.yaml"], tmp_path / "out")
    assert "cannot be read: embedded null byte" in result.errors[0]
