"""A zip that is handed in as a backup may be anything: it is refused in words, and nothing is kept of it."""

import hashlib
import json
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.storage import check_backup, restoring
from jd_builder.storage.archive import FORMAT
from jd_builder.storage.store import Store
from tests.storage.places import Place, place
from tests.storage.samples import HARBOUR, draft, full

Members = dict[str, bytes]
Spoil = Callable[[Members], object]


@pytest.fixture
def good(tmp_path: Path) -> Members:
    with Place(None, tmp_path / "good").open() as store:
        store.create_organisation(HARBOUR)
        id = store.create_draft(full()).id
        store.save_draft(id, draft("Two"), 1, "Title")
        store.backup(tmp_path / "good.zip")
    with ZipFile(tmp_path / "good.zip") as zip:
        return {name: zip.read(name) for name in zip.namelist()}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Place(None, tmp_path / "other").open()


def zipped(members: Members, path: Path, packed: int = ZIP_DEFLATED) -> Path:
    with ZipFile(path, "w", packed) as zip:
        for name, content in members.items():
            zip.writestr(name, content)
    return path


def sealed(members: Members) -> Members:
    """With a manifest that fits what the files hold now, as anyone can write."""
    manifest = json.loads(members["manifest.json"])
    manifest["members"] = {
        name: {"rows": content.count(b"\n"), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in members.items()
        if name != "manifest.json"
    }
    return {**members, "manifest.json": json.dumps(manifest).encode()}


def refused(store: Store, path: Path, said: str | None = None) -> None:
    started = time.process_time()
    with store, pytest.raises(UserError, match=said) as told:
        store.restore(path)
    assert time.process_time() - started < 2
    assert str(path) in told.value.message
    with Place(None, path.parent / "other").open() as again:
        assert (again.list_drafts(), again.list_organisations()) == ((), ())


def test_the_sample_itself_is_taken(store: Store, good: Members, tmp_path: Path) -> None:
    with store:
        assert store.restore(zipped(sealed(good), tmp_path / "a.zip"))["drafts"] == 1


NAMES: dict[str, Spoil] = {
    "a path that climbs": lambda files: files.update({"../../evil.jsonl": b""}),
    "an absolute path": lambda files: files.update({"/evil": b""}),
    "a file too many": lambda files: files.update({"readme.txt": b""}),
    "a folder": lambda files: files.update({"drafts/": b""}),
    "a table missing": lambda files: files.pop("drafts.jsonl"),
    "the manifest missing": lambda files: files.pop("manifest.json"),
    "nothing": lambda files: files.clear(),
}


@pytest.mark.parametrize("spoil", NAMES.values(), ids=NAMES.keys())
def test_other_files_than_a_backup_has_are_refused(store: Store, good: Members, tmp_path: Path, spoil: Spoil) -> None:
    spoil(good)
    refused(store, zipped(good, tmp_path / "a.zip"), "does not hold the files")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(store: Store, good: Members, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "a.zip")
    with ZipFile(path, "a") as zip:
        zip.writestr("drafts.jsonl", b"")
    refused(store, path, "does not hold the files")


@pytest.mark.parametrize("content", [b"", b"PK", b"Dear colleague", b"PK\x05\x06" + b"\0" * 18, bytes(range(256)) * 99])
def test_what_is_no_zip_is_refused(store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    refused(store, tmp_path / "a.zip")


def test_what_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "folder.zip").mkdir()
    for name in ("none.zip", "folder.zip"):
        with pytest.raises(UserError, match="cannot be read"):
            store.restore(tmp_path / name)
    store.close()


def test_a_file_cut_short_anywhere_is_refused(store: Store, good: Members, tmp_path: Path) -> None:
    whole = zipped(good, tmp_path / "a.zip").read_bytes()
    with store:
        for length in range(0, len(whole), len(whole) // 40):
            (tmp_path / "a.zip").write_bytes(whole[:length])
            with pytest.raises(UserError):
                store.restore(tmp_path / "a.zip")
        assert store.list_drafts() == ()


def test_a_byte_changed_anywhere_is_refused_or_means_nothing(store: Store, good: Members, tmp_path: Path) -> None:
    """Some bytes of a zip say nothing about its content, such as the time of a file."""
    whole = zipped(good, tmp_path / "a.zip").read_bytes()
    places = range(0, len(whole), 7)
    taken = 0
    with store:
        for place in places:
            (tmp_path / "a.zip").write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
            try:
                check_backup(tmp_path / "a.zip")
            except UserError:
                continue
            taken += 1
        assert store.list_drafts() == ()
    assert taken < len(places) / 3


def test_a_bomb_is_refused_before_it_goes_off(store: Store, good: Members, tmp_path: Path) -> None:
    good["draft_revisions.jsonl"] = b"\n" * 200_000_000
    refused(store, zipped(good, tmp_path / "a.zip"), "unpacks to far more")


def test_a_manifest_of_a_size_that_none_has_is_refused(store: Store, good: Members, tmp_path: Path) -> None:
    noise = b"".join(hashlib.sha256(number.to_bytes(4)).digest() for number in range(10_000))
    refused(store, zipped({**good, "manifest.json": noise}, tmp_path / "a.zip"), "too large")


def test_a_size_that_the_zip_lies_about_is_refused(store: Store, good: Members, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "a.zip")
    whole = bytearray(path.read_bytes())
    at = whole.index(b"PK\x01\x02")
    struct.pack_into("<I", whole, at + 24, struct.unpack_from("<I", whole, at + 24)[0] + 1)
    path.write_bytes(whole)
    refused(store, path)


def test_a_locked_or_oddly_packed_zip_is_refused(store: Store, good: Members, tmp_path: Path) -> None:
    path = zipped(good, tmp_path / "a.zip", ZIP_BZIP2)
    refused(store, path, "packed in a way")
    whole = bytearray(zipped(good, path).read_bytes())
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(whole)
    refused(Place(None, tmp_path / "other").open(), path, "packed in a way")


def manifest(change: Callable[[dict[str, Any]], object]) -> Spoil:
    def spoil(files: Members) -> None:
        said = json.loads(files["manifest.json"])
        change(said)
        files["manifest.json"] = json.dumps(said).encode()

    return spoil


MANIFESTS: dict[str, tuple[Spoil, str]] = {
    "of a newer version": (manifest(lambda said: said.update(format=FORMAT + 1)), "newer version"),
    "of a version before the first": (manifest(lambda said: said.update(format=0)), "another kind"),
    "with a format in words": (manifest(lambda said: said.update(format="one")), "cannot be read"),
    "of another program": (manifest(lambda said: said.update(program="other")), "cannot be read"),
    "with more keys": (manifest(lambda said: said.update(run="rm -rf")), "cannot be read"),
    "with fewer tables": (manifest(lambda said: said["members"].popitem()), "another kind"),
    "with more tables": (
        manifest(lambda said: said["members"].update(x=said["members"]["drafts.jsonl"])),
        "another kind",
    ),
    "with another count": (
        manifest(lambda said: said["members"]["drafts.jsonl"].update(rows=2)),
        "not what was written",
    ),
    "with another hash": (
        manifest(lambda said: said["members"]["drafts.jsonl"].update(sha256="0" * 64)),
        "not what was",
    ),
    "a list": (lambda files: files.update({"manifest.json": b"[]"}), "cannot be read"),
    "no JSON": (lambda files: files.update({"manifest.json": b"\xff\xfe{"}), "damaged"),
    "nested without end": (lambda files: files.update({"manifest.json": b"[" * 90_000}), "damaged|unpacks"),
}


@pytest.mark.parametrize(("spoil", "said"), MANIFESTS.values(), ids=MANIFESTS.keys())
def test_a_manifest_that_is_wrong_is_refused(
    store: Store, good: Members, tmp_path: Path, spoil: Spoil, said: str
) -> None:
    spoil(good)
    refused(store, zipped(good, tmp_path / "a.zip"), said)


def row(table: str, **values: Any) -> Spoil:
    """The first row of a table with other values."""

    def spoil(files: Members) -> None:
        first, *rest = files[f"{table}.jsonl"].splitlines(keepends=True)
        files[f"{table}.jsonl"] = b"".join([json.dumps({**json.loads(first), **values}).encode() + b"\n", *rest])

    return spoil


def lines(table: str, change: Callable[[list[bytes]], list[bytes]]) -> Spoil:
    def spoil(files: Members) -> None:
        files[f"{table}.jsonl"] = b"".join(change(files[f"{table}.jsonl"].splitlines(keepends=True)))

    return spoil


ROWS: dict[str, Spoil] = {
    "a number as text": row("drafts", number="2"),
    "a number that is true": row("drafts", number=True),
    "a number with a fraction": row("drafts", number=2.0),
    "a number beyond all bounds": row("drafts", number=2**40),
    "a text that is a list": row("drafts", title=["CISO"]),
    "a text with a NUL": row("drafts", title="CI\0SO"),
    "a text with half a character": row("drafts", title="\ud800"),
    "nothing where something has to be": row("drafts", title=None),
    "an id that is a path": row("drafts", id="../../etc/passwd"),
    "an id that is too long": row("drafts", id="a" * 17),
    "a time without a zone": row("drafts", edited_at="2026-03-02T09:00:00"),
    "a time that is none": row("drafts", edited_at="yesterday"),
    "a content that is a list": row("draft_revisions", content=[]),
    "a column too many": row("drafts", evil=1),
    "a row that is a list": lines("drafts", lambda rows: [b"[]\n"]),
    "a row that is no JSON": lines("drafts", lambda rows: [b"{\n"]),
    "a row that is nested without end": lines("drafts", lambda rows: [b'{"id":' * 100_000 + b"\n"]),
    "a row that is empty": lines("drafts", lambda rows: [*rows, b"\n"]),
    "a row that does not end": lines("drafts", lambda rows: [rows[0].rstrip(b"\n")]),
    "a row that stands twice": lines("drafts", lambda rows: rows * 2),
    "a draft without its current version": row("drafts", number=9),
    "an organisation without its current version": row("organisations", number=9),
    "a version of a draft that is not there": lines("drafts", lambda rows: []),
    "a version made from one that is not there": row("draft_revisions", parent=9),
}


@pytest.mark.parametrize("spoil", ROWS.values(), ids=ROWS.keys())
def test_rows_that_are_wrong_are_refused_even_with_a_right_hash(
    store: Store, good: Members, tmp_path: Path, spoil: Spoil
) -> None:
    spoil(good)
    refused(store, zipped(sealed(good), tmp_path / "a.zip", ZIP_STORED))


def test_postgresql_refuses_the_same(good: Members, tmp_path: Path) -> None:
    with place("postgresql", tmp_path) as other, other.open() as store:
        for spoil in ROWS.values():
            files = dict(good)
            spoil(files)
            with pytest.raises(UserError):
                store.restore(zipped(sealed(files), tmp_path / "a.zip", ZIP_STORED))
        assert store.list_drafts() == ()
        assert store.restore(zipped(good, tmp_path / "a.zip"))["drafts"] == 1


def test_a_row_longer_than_any_draft_is_refused_without_being_held(
    store: Store, good: Members, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "LONGEST_ROW", 1000)
    refused(store, zipped(good, tmp_path / "a.zip"), "a row of .* does not end")


def test_files_that_share_their_bytes_are_refused(store: Store, good: Members, tmp_path: Path) -> None:
    """Two names for one stretch of packed bytes is how a small zip unpacks to everything."""
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as zip:
        for name, content in good.items():
            zip.writestr(ZipInfo(name), content, ZIP_DEFLATED)
        zip.filelist[0].header_offset = zip.filelist[2].header_offset
        zip.filelist[0].CRC = zlib.crc32(b"")
    refused(store, path)
