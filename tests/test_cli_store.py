"""Backup and restore from a shell."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from jd_builder.cli import main
from jd_builder.domain.draft import Draft
from jd_builder.storage import open_store


def run(data: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, env={"JD_DATA_DIR": str(data)})


@pytest.fixture
def backed_up(tmp_path: Path) -> Path:
    with open_store(None, tmp_path / "first") as store:
        store.create_draft(Draft(post={"title": "Head of cyber"}))
    file = tmp_path / "all.zip"
    assert run(tmp_path / "first", "backup", str(file)).exit_code == 0
    return file


def test_a_backup_brings_everything_back_into_an_empty_store(tmp_path: Path, backed_up: Path) -> None:
    assert run(tmp_path / "second", "restore", str(backed_up)).exit_code == 0
    with open_store(None, tmp_path / "second") as store:
        assert [line.title for line in store.list_drafts()] == ["Head of cyber"]


def test_a_backup_is_never_restored_over_what_is_there(tmp_path: Path, backed_up: Path) -> None:
    result = run(tmp_path / "first", "restore", str(backed_up))
    assert result.exit_code == 1
    assert "restoring never overwrites" in result.stderr


def test_a_file_that_is_no_backup_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.zip").write_text("Dear all")
    result = run(tmp_path / "new", "restore", str(tmp_path / "letter.zip"))
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "letter.zip" in result.stderr
