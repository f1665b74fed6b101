"""What a Word file says of itself: title, organisation and time, and nothing of the one who wrote it."""

from datetime import UTC, datetime
from html import escape

from jd_builder.domain.document import Document
from jd_builder.export.characters import one_line
from jd_builder.export.house_styles.parts import XML

_LONGEST = 255  # the limit that Word sets
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def core_properties(document: Document, when: datetime) -> str:
    """The part with the core properties; times are in UTC, and one without a zone is taken as such."""
    author = _line(document.organisation)
    moment = (when.astimezone(UTC) if when.tzinfo else when).strftime("%Y-%m-%dT%H:%M:%SZ")
    dated = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_line(document.title)}</dc:title><dc:subject>{_line(document.name)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{dated}<cp:contentStatus>{'Draft' if document.draft else 'Final'}"
        "</cp:contentStatus><dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _line(text: str) -> str:
    return escape(one_line(text, _LONGEST), quote=False)
