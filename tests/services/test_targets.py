"""Where files go, and that nothing half made is ever found there."""

import os
from contextlib import suppress
from pathlib import Path

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.services.errors import WrongUseError
from jd_builder.services.targets import Shelf, Target, scratch, target_of


@pytest.mark.parametrize(
    ("output", "format_", "is_file", "becomes"),
    [
        ("advert.docx", None, True, "docx"),
        ("advert.MD", None, True, "md"),
        ("adverts/today.html", "html", True, "html"),
        ("adverts", None, False, "docx"),
        ("adverts", "md", False, "md"),
        ("adverts.docx/", None, False, "docx"),
        ("v1.2", "html", False, "html"),
        (".", None, False, "docx"),
    ],
)
def test_a_name_that_ends_as_a_formats_files_do_is_a_file_and_all_else_a_folder(
    output: str, format_: str | None, is_file: bool, becomes: str
) -> None:
    target = target_of(output, ["job.yaml"], format_)
    assert (target.is_file, target.format) == (is_file, becomes)


@pytest.mark.parametrize(
    ("output", "drafts", "format_", "told"),
    [
        ("a.docx", ["1.yaml", "2.yaml"], None, "'a.docx' is one file, and there are 2 drafts. Name a folder."),
        ("a.docx", ["1.yaml"], "md", "'a.docx' ends in .docx, but the format asked for is md."),
        ("a.doc", ["1.yaml"], None, "'a.doc' is no folder, and files are made that end in .docx or .pdf or "),
        ("a.ODT", ["1.yaml"], None, "'a.ODT' is no folder"),
        ("-", ["1.yaml"], None, "'-' is no folder"),
    ],
)
def test_what_does_not_fit_together_is_told(output: str, drafts: list[str], format_: str | None, told: str) -> None:
    with pytest.raises(WrongUseError) as caught:
        target_of(output, drafts, format_)
    assert str(caught.value).startswith(told)


def test_a_draft_is_never_overwritten_by_its_own_document(tmp_path: Path) -> None:
    draft = tmp_path / "job.md"
    draft.write_text("role: ciso", "utf-8")
    with pytest.raises(WrongUseError, match="is the draft itself"):
        target_of(str(tmp_path / "." / "job.md"), [str(draft)], None)


def test_a_folder_that_exists_is_a_folder_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    assert not target_of(str(tmp_path / "a.docx"), ["1.yaml", "2.yaml"], None).is_file


def test_missing_folders_are_made_and_the_scratch_folder_is_gone_at_the_end(tmp_path: Path) -> None:
    target = Target(tmp_path / "new" / "deep", False, "md")
    with scratch(target) as folder:
        (folder / "1").write_text("whole", "utf-8")
        assert Shelf(target).place(folder / "1", "A.md") == tmp_path / "new" / "deep" / "A.md"
        (folder / "2").write_text("hal", "utf-8")
    assert [path.name for path in (tmp_path / "new" / "deep").iterdir()] == ["A.md"]


def test_folders_that_were_made_for_nothing_go_again(tmp_path: Path) -> None:
    with suppress(KeyboardInterrupt), scratch(Target(tmp_path / "new" / "deep", False, "md")) as folder:
        (folder / "1").write_text("hal", "utf-8")
        raise KeyboardInterrupt
    assert not list(tmp_path.iterdir())


def test_a_file_keeps_its_old_content_until_the_new_is_whole(tmp_path: Path) -> None:
    target = Target(tmp_path / "a.md", True, "md")
    target.path.write_text("old", "utf-8")
    with scratch(target) as folder:
        (folder / "1").write_text("new", "utf-8")
        assert target.path.read_text("utf-8") == "old"
        Shelf(target).place(folder / "1", "a.md")
    assert target.path.read_text("utf-8") == "new"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", "utf-8")
    with (
        pytest.raises(UserError, match=r"'.*out' cannot be written: a file stands in the way\."),
        scratch(Target(tmp_path / "out", False, "md")),
    ):
        pass


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    target = Target(tmp_path / "out.md", True, "md")
    with scratch(target) as folder:
        target.path.mkdir()
        (folder / "1").write_text("new", "utf-8")
        with pytest.raises(UserError, match=r"'.*out\.md' cannot be written: Is a directory\."):
            Shelf(target).place(folder / "1", "a.md")


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="asks Linux's /proc")
def test_a_place_where_nothing_can_be_written_is_told() -> None:
    with pytest.raises(UserError, match="cannot be written"), scratch(Target(Path("/proc/self/out"), False, "md")):
        pass
