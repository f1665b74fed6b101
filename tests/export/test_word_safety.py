"""Word files from strangers are checked before anything reads them, and each refusal says what to do."""

import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import docx
import pytest

from jd_builder.domain.errors import UserError
from jd_builder.export import word_safety
from jd_builder.export.word_safety import checked

RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_file(text: str = "Harbour clerk") -> bytes:
    document, file = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def changed(name: str, change: Callable[[bytes], bytes], added: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file with one part changed and others added."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(word_file())) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, change(old.read(entry)) if entry == name else old.read(entry))
        for part, content in (added or {}).items():
            new.writestr(part, content)
    return file.getvalue()


def with_parts(added: Mapping[str, bytes]) -> bytes:
    return changed("", bytes, added)


def replaced(name: str, old: str, new: str, encoding: str = "utf-8") -> bytes:
    def change(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode(encoding))

    return changed(name, change)


def related(kind: str, target: str, mode: str = ' TargetMode="External"') -> bytes:
    link = f'<Relationship Id="rId99" Type="{LINK}/{kind}" Target="{target}"{mode}/></Relationships>'
    return replaced(RELS, "</Relationships>", link)


def bomb() -> bytes:
    return changed("word/document.xml", lambda old: old.replace(b"Harbour", b"<w:p/>" * 10_000_000))


def liar() -> bytes:
    """A bomb whose header and directory say that it is small."""
    content = bytearray(bomb())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        if content[at + 46 :].startswith(b"word/document.xml"):
            content[at + 24 : at + 28] = (1000).to_bytes(4, "little")
        at += 4
    return bytes(content)


def many_small_parts() -> bytes:
    return with_parts({f"word/part{n}.xml": b"<a/>" for n in range(2001)})


def small_but_many_paragraphs() -> bytes:
    return changed("word/document.xml", lambda old: old.replace(b"<w:sectPr", b"<w:p/>" * 700_000 + b"<w:sectPr"))


def large_in_all() -> bytes:
    return with_parts({f"word/media/{n}.bmp": bytes(11_000_000) for n in range(6)})


def encrypted() -> bytes:
    content = bytearray(word_file())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def doctype(encoding: str) -> bytes:
    xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    return with_parts({"word/more.xml": xml.encode(encoding)})


def disguised() -> bytes:
    return with_parts({"word/more.xml": b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE'})


MACROS = {
    "a macro-enabled document": lambda: replaced(
        TYPES,
        "openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "ms-word.document.macroEnabled.main+xml",
    ),
    "a macro project": lambda: with_parts({"word/vbaProject.bin": b"x"}),
}
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    **{name: (make, "macros") for name, make in MACROS.items()},
    "an empty file": (lambda: b"", "empty"),
    "a page with a Word name": (lambda: b"<html>clerk</html>", "not a Word file"),
    "an old Word file": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "old kind"),
    "an encrypted Word file": (
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
        "password",
    ),
    "an encrypted archive": (encrypted, "password"),
    "a file cut off": (lambda: word_file()[:9000], "damaged"),
    "another archive": (lambda: b"PK\x05\x06" + bytes(18), "another kind"),
    "a spreadsheet": (
        lambda: replaced(TYPES, "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
        "spreadsheet",
    ),
    "a large file": (lambda: b"PK" + bytes(word_safety.LARGEST_FILE), "larger than 10 MB"),
    "a bomb": (bomb, "far larger"),
    "a bomb that lies about its size": (liar, "far larger"),
    "many parts": (many_small_parts, "parts"),
    "many paragraphs in a part that is not too large": (small_but_many_paragraphs, "far larger"),
    "parts that are large together": (large_in_all, "far larger"),
    "a document type": (lambda: doctype("utf-8"), "harm"),
    "a document type in UTF-16": (lambda: doctype("utf-16"), "harm"),
    "an encoding that hides": (disguised, "harm"),
    "a remote template": (lambda: related("attachedTemplate", "http://198.51.100.7/a.dotm"), "template from elsewhere"),
    "a template on a server": (
        lambda: related("attachedTemplate", "file:///\\\\198.51.100.7\\a.dotm"),
        "template from elsewhere",
    ),
    "a remote picture": (lambda: related("image", "http://198.51.100.7/a.png"), "picture from elsewhere"),
    "an embedded object": (lambda: with_parts({"word/embeddings/oleObject1.bin": b"x"}), "inside it"),
    "an embedded object by another name": (lambda: related("oleObject", "media/a.png", ""), "inside it"),
    "a control": (lambda: with_parts({"word/activeX/activeX1.xml": b"<a/>"}), "inside it"),
    "an embedded page": (lambda: related("aFChunk", "page.html", ""), "inside it"),
    "a field that starts a program": (
        lambda: replaced("word/document.xml", "Harbour clerk</w:t>", 'x</w:t><w:instrText>DDEAUTO c "x"</w:instrText>'),
        "harm",
    ),
    "Strict Open XML": (
        lambda: replaced("_rels/.rels", f"{LINK}/officeDocument", "http://purl.oclc.org/ooxml/officeDocument"),
        "Strict Open XML",
    ),
    "a part that stands twice": (lambda: with_parts({"WORD/document.xml": b"<a/>"}), "not written by Word"),
}


@pytest.mark.parametrize(("make", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_with_what_to_do(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        checked(make(), "old.docx")
    assert refused.value.where == "old.docx"
    assert refused.value.message.endswith(".")
    assert refused.value.fix.endswith(".")


@pytest.mark.parametrize("make", [bomb, liar, large_in_all, many_small_parts])
def test_a_bomb_is_not_unpacked(make: Callable[[], bytes]) -> None:
    content = make()
    tracemalloc.start()
    with pytest.raises(UserError):
        checked(content, "old.docx")
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


def test_a_good_file_comes_back_as_it_was() -> None:
    content = word_file()
    assert checked(content, "old.docx") == content


def test_hyperlinks_are_no_danger() -> None:
    content = related("hyperlink", "https://harbour.example/jobs")
    assert checked(content, "old.docx") == content


@pytest.mark.parametrize(
    "target", ["file:///C:\\Users\\Ann\\Templates\\Letter.dotx", "Normal.dotm", "f:\\Old letter.dot"]
)
def test_the_template_that_a_file_was_made_from_on_its_authors_disk_is_no_danger(target: str) -> None:
    content = related("attachedTemplate", target)
    assert checked(content, "old.docx") == content


def test_a_template_becomes_a_document() -> None:
    template = replaced(TYPES, "document.main+xml", "template.main+xml")
    opened = docx.Document(BytesIO(checked(template, "old.dotx")))
    assert [paragraph.text for paragraph in opened.paragraphs] == ["Harbour clerk"]


def test_text_that_only_speaks_of_dangers_is_left_in_peace() -> None:
    content = word_file("The clerk knows <!DOCTYPE html>, DDE and macros.")
    assert checked(content, "old.docx") == content
