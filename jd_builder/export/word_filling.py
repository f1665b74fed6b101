"""What one document adds to a house style beside its paragraphs: links, numberings, bookmarks."""

from collections.abc import Callable
from html import escape

from jd_builder.domain.document import Text, plain
from jd_builder.export.characters import clean
from jd_builder.export.house_styles.prepared import RELATED, Prepared
from jd_builder.export.word_text import Target

_LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
_NUMBERED = (
    '<w:num w:numId="{}"><w:abstractNumId w:val="{}"/>'
    '<w:lvlOverride w:ilvl="{}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/>', '<w:bookmarkEnd w:id="{0}"/>'
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


class Filling:
    """Collects, while a body is written, what stands in other places of the file.

    ``named`` gives the bookmark that a text bears, or nothing.
    """

    def __init__(self, style: Prepared, named: Callable[[Text], str] | None) -> None:
        self._style, self._named = style, named
        self._links: dict[str, str] = {}
        self._numbers: list[str] = []
        self._headings: list[tuple[str, str]] = []
        self._bookmarks = style.next_bookmark
        bullet = style.lists["bullet"]
        self.target = Target(
            styles=style.styles,
            bullet=_LIST.format(bullet.level, bullet.number) if "bullet" in style.by_hand else "",
            width=style.width,
            height=style.height,
            measures=style.measures,
            link=self._link,
            numbering=self._numbering,
            around=self._around if named or style.has_contents else None,
            rightward=style.rightward,
        )

    @property
    def links(self) -> str:
        """The relationships of the document."""
        added = "".join(
            f'<Relationship Id="{id}" Type="{RELATED}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
            for address, id in self._links.items()
        )
        return f"{self._style.links}{added}</Relationships>"

    @property
    def numbering(self) -> str:
        before, after = self._style.numbering
        return before + "".join(self._numbers) + after

    @property
    def contents(self) -> str:
        """A line for each heading that leads there; Word adds the page numbers when it updates the field."""
        lines = []
        for number, (name, words) in enumerate(self._headings):
            first = number == 0
            field = _FIELD.format("begin") + _CODE + _FIELD.format("separate") if first else ""
            end = _FIELD.format("end") if number == len(self._headings) - 1 else ""
            style = f'<w:pPr><w:pStyle w:val="{self._style.contents}"/></w:pPr>' if self._style.contents else ""
            link = f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r><w:t>{escape(words)}</w:t></w:r></w:hyperlink>'
            lines.append(f"<w:p>{style}{field}{link}{end}</w:p>")
        return "".join(lines)

    def _link(self, address: str) -> str:
        """The id of an address; ids of ours never meet those of the file."""
        return self._links.setdefault(address, f"jdLink{len(self._links) + 1}")

    def _numbering(self) -> str:
        """A numbering of its own for one list: all lists of one numbering count on from each other."""
        listed = self._style.lists["number"]
        number = self._style.next_number + len(self._numbers)
        self._numbers.append(_NUMBERED.format(number, listed.abstract, listed.level))
        return _LIST.format(listed.level, number)

    def _around(self, text: Text, heading: bool) -> tuple[str, str]:
        name = self._named(text) if self._named else ""
        names = [name] if name else []
        if heading and self._style.has_contents:
            names.append(f"_Toc{10_000_000 + len(self._headings)}")
            self._headings.append((names[-1], clean(plain(text))))
        before, after = "", ""
        for name in names:
            before += _MARK[0].format(self._bookmarks, name)
            after += _MARK[1].format(self._bookmarks)
            self._bookmarks += 1
        return before, after


_CODE = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
