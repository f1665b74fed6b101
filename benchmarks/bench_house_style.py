"""How long a document takes on an uploaded house style, beside opening and saving that file by python-docx.

The memory of a file that python-docx has opened is given back by the garbage collector alone, and that takes
a fifth of the time of opening and saving. Each way does it within its own time: else whichever makes more
objects pays for both.
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from statistics import median
from time import process_time
from typing import Any

from benchmarks.bench_word import _OPTIONS, sample
from jd_builder.export import FORMATS
from jd_builder.export.house_styles.prepared import prepared

_ROUNDS = 15
_PICTURE = 40_000  # bytes of a logo


def rows() -> list[tuple[str, float, str]]:
    """(name, measured ratio, target), the two ways run in turns in one process."""
    style, document = house_style(), sample()
    options = replace(_OPTIONS, house_style=style)

    def first() -> bytes:
        prepared.cache_clear()
        return FORMATS["docx"].render(document, options)

    def further() -> bytes:
        return FORMATS["docx"].render(document, options)

    def opened_and_saved() -> bytes:
        import docx

        file = BytesIO()
        docx.Document(BytesIO(style)).save(file)
        return file.getvalue()

    first(), opened_and_saved()
    gc.collect()
    gc.freeze()
    found = [
        (
            "First file on a house style, inspected / opening, saving",
            _ratio(first, opened_and_saved),
            "at most 1.5",
        ),
        ("Further files on a house style / opening, saving", _ratio(further, opened_and_saved), "at most 1.5"),
    ]
    gc.unfreeze()
    return found


def house_style() -> bytes:
    """A letterhead as Word makes it: all the usual styles, a logo in the header, marks, and the place."""
    import docx
    from PIL import Image

    picture, file = BytesIO(), BytesIO()
    Image.effect_noise((200, _PICTURE // 200), 40).save(picture, "PNG")
    picture.seek(0)
    word: Any = docx.Document()
    word.sections[0].header.paragraphs[0].add_run("[[ORGANISATION]]").add_picture(picture)
    word.sections[0].footer.paragraphs[0].text = "[[JOB TITLE]], [[DATE]]"
    word.add_paragraph("[[JOB DESCRIPTION]]")
    word.save(file)
    return file.getvalue()


def _ratio(one: Callable[[], bytes], other: Callable[[], bytes]) -> float:
    return median(_seconds(one) / _seconds(other) for _ in range(_ROUNDS))


def _seconds(work: Callable[[], bytes]) -> float:
    gc.disable()
    begin = process_time()
    work()
    gc.collect()
    taken = process_time() - begin
    gc.enable()
    return taken


if __name__ == "__main__":
    for name, ratio, target in rows():
        print(f"{name}: {ratio:.3f} ({target})")
