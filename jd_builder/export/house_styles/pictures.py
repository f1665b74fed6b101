"""What pictures of a house style say to those who cannot see them."""

import re
from collections.abc import Iterable
from typing import Any

from docx.oxml.parser import parse_xml

from jd_builder.export.house_styles.marks import token
from jd_builder.export.word_names import WP, A

LOGO = "LOGO"
_FILE_NAME = re.compile(r"[/\\]|\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?|bmp)$", re.IGNORECASE)
_DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


def describe(roots: Iterable[Any]) -> int:
    """Give the first picture, which is the logo, a mark for its description, and call others decoration.

    A picture that its author has described keeps that; the name of a file describes nothing. Gives
    the number of pictures.
    """
    number = 0
    for root in roots:
        for drawn in root.iter(f"{WP}inline", f"{WP}anchor"):
            properties = drawn.find(f"{WP}docPr")
            if properties is None or drawn.find(f".//{A}blip") is None:
                continue
            number += 1
            said = properties.get("descr", "").strip()
            if said and not _FILE_NAME.search(said):
                continue
            if number == 1:
                properties.set("descr", token(LOGO))
            else:
                properties.attrib.pop("descr", None)
                _decorate(properties)
    return number


def _decorate(properties: Any) -> None:
    more = properties.find(f"{A}extLst")
    if more is None:
        more = parse_xml('<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>')
        properties.append(more)
    more.append(parse_xml(_DECORATIVE))
