"""How long a PDF takes: in a process that has made one already, and as a whole process against LibreOffice's."""

import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter

from benchmarks.bench_word import sample
from jd_builder.domain.document import Document, Paragraph, Run
from jd_builder.export import FORMATS, Options

_ROUNDS = 15
_WHOLE_ROUNDS = 5
_OPTIONS = Options(when=datetime(2026, 11, 20, 9, 30, tzinfo=UTC))
_ALONE = """
import pickle, sys
from datetime import UTC, datetime
from jd_builder.export import FORMATS, Options
with open(sys.argv[1], "rb") as given, open(sys.argv[2], "wb") as made:
    made.write(FORMATS["pdf"].render(pickle.load(given), Options(datetime(2026, 11, 20, tzinfo=UTC))))
"""


def rows() -> list[tuple[str, float, str]]:
    """(name, measured, target): milliseconds of the same document again and of one with another word, and a ratio."""
    document = sample()
    _made(document)
    again = [_made(document) for _ in range(_ROUNDS)]
    edited = [_made(_edited(document, number)) for number in range(_ROUNDS)]
    found = [
        ("PDF of 1,500 words, made again, ms", 1000 * median(again), "at most 20"),
        ("PDF of 1,500 words, one of them another, ms", 1000 * median(edited), "at most 20"),
    ]
    if which("soffice"):
        found.append(("PDF, whole process / LibreOffice", _against_libreoffice(document), "at most 0.1"))
    else:
        print("soffice is not installed: the row that compares with it is left out.", file=sys.stderr)
    return found


def _made(document: Document) -> float:
    return _seconds(lambda: FORMATS["pdf"].render(document, _OPTIONS))


def _edited(document: Document, number: int) -> Document:
    added = Paragraph(text=(Run(text=f"Another word: {number}."),))
    return replace(document, blocks=(*document.blocks[:50], added, *document.blocks[50:]))


def _against_libreoffice(document: Document) -> float:
    """The two in turns, each from its start to its file: a Word file for them, the blocks of it for us.

    Both are programs that have run before: their first run makes a profile, and ours compiles its modules.
    """
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / "bench.docx"
        word.write_bytes(FORMATS["docx"].render(document, _OPTIONS))
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        theirs = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        (Path(folder) / "blocks").write_bytes(pickle.dumps(document))
        ours = [sys.executable, "-c", _ALONE, str(Path(folder) / "blocks"), str(Path(folder) / "ours.pdf")]
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        _run(theirs, compiled), _run(ours, compiled)
        return median(_run(ours, compiled) / _run(theirs, compiled) for _ in range(_WHOLE_ROUNDS))


def _run(command: list[str], environment: dict[str, str]) -> float:
    return _seconds(lambda: subprocess.run(command, check=True, capture_output=True, env=environment))


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


if __name__ == "__main__":
    for name, figure, target in rows():
        print(f"{name}: {figure:.3f} ({target})")
