"""Everything in one click: each zip has what is written for its readers and nothing else."""

import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.e2e.conftest import Server


@pytest.fixture
def finish(page: Page, server: Server) -> Page:
    """The last page of the finished example that has an interview pack."""
    page.goto(server.url)
    page.get_by_role("button", name="Central government").click()
    page.wait_for_url("**/job?draft=*")
    page.get_by_role("link", name="Finish").click()
    expect(page.get_by_text("Download all")).to_be_visible()
    return page


def taken(page: Page, label: str, folder: Path) -> tuple[str, bytes]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label, exact=True).click()
    name = waiting.value.suggested_filename
    waiting.value.save_as(folder / name)
    return name, (folder / name).read_bytes()


def test_candidates_and_panel_get_a_zip_each_and_the_draft_its_own_files(finish: Page, tmp_path: Path) -> None:
    name, content = taken(finish, "All for candidates", tmp_path)
    assert name == "Department for Rivers and Coasts - Chief information security officer - for candidates.zip"
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        pdf = PdfReader(BytesIO(archive.read(next(each for each in names if each.endswith(".pdf")))))
    assert [each.rsplit(" - ")[-1] for each in names] == [
        "Civil Service candidate pack.docx",
        "Civil Service candidate pack.pdf",
    ]
    assert "Chief information security officer" in pdf.pages[0].extract_text()

    name, content = taken(finish, "All for the panel", tmp_path)
    assert "confidential" in name
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert [each.rsplit(" - ")[-1] for each in archive.namelist()] == ["Interview pack.docx", "Interview pack.pdf"]

    _, content = taken(finish, "For search engines", tmp_path)
    assert json.loads(content)["@type"] == "JobPosting"
    _, content = taken(finish, "Draft file", tmp_path)
    assert json.loads(content)["role"] == "ciso"
