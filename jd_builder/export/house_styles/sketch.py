"""A sketch of a house style's page: its proportions, fonts and colours, drawn by us and not by Word."""

from html import escape

from jd_builder.export.house_styles.found import Found, Page
from jd_builder.export.house_styles.sheet import Look

_EDGE = 500  # twentieths of a point between the edge of the page and its header or footer


def html(found: Found) -> str:
    """One element; every text of the file is escaped, and nothing in it is fetched."""
    page = found.page
    logo = _logo(page)
    head = _head(page, escape(page.header), logo if page.logo_in_header else "")
    foot = _foot(page, escape(page.footer))
    text = "".join(
        (
            "" if page.logo_in_header else logo,
            _line("Title of the post", found.looks["title"], page, 0.5),
            _bars(found.looks["body"], page, (70,)),
            _line("What you will do", found.looks["heading1"], page, 1.1),
            _bars(found.looks["body"], page, (100, 96, 62)),
            _line("A part of it", found.looks["heading2"], page, 0.9),
            _bars(found.looks["body"], page, (88, 74, 80)),
            _line("What you will bring", found.looks["heading1"], page, 1.1),
            _bars(found.looks["body"], page, (94, 98, 55)),
            _bars(found.looks["body"], page, (97, 90, 30)),
        )
    )
    ratio = f"{page.width}/{page.height}"
    inset = f"margin:0 {_share(page, page.right)} 0 {_share(page, page.left)}"
    return (
        f'<div class="jd-sketch" role="img" aria-label="A sketch of the page" style="aspect-ratio:{ratio}">'
        f'{head}<div class="jd-sketch-text" style="{inset}">{text}</div>{foot}</div>'
    )


def _head(page: Page, text: str, logo: str) -> str:
    """Fills the margin above the text; one that is taller, as with a large logo, moves the text down."""
    room = f"padding:{_share(page, _EDGE)} {_share(page, page.right)} 0 {_share(page, page.left)}"
    room += f";min-height:{_share(page, page.top)}"
    return f'<div class="jd-sketch-head" style="{room}">{logo}<span>{text}</span></div>'


def _foot(page: Page, text: str) -> str:
    room = f"padding:0 {_share(page, page.right)} {_share(page, _EDGE)} {_share(page, page.left)}"
    return f'<div class="jd-sketch-foot" style="{room}"><span>{text}</span></div>'


def _logo(page: Page) -> str:
    if not page.has_logo:
        return ""
    if page.logo:
        return f'<img class="jd-sketch-logo" alt="The logo" src="{escape(page.logo)}">'
    return '<span class="jd-sketch-box">Logo</span>'


def _line(text: str, look: Look, page: Page, above: float) -> str:
    size = _share(page, round(look.size * 20))
    weight = "700" if look.bold else "400"
    style = f"font:{weight} {size}/1.2 '{_family(look.font)}',sans-serif;color:#{look.colour};margin-top:{above}em"
    return f'<div class="jd-sketch-line" style="{style}">{text}</div>'


def _bars(look: Look, page: Page, widths: tuple[int, ...]) -> str:
    """Lines of text as grey bars, in the size of the text."""
    size = _share(page, round(look.size * 20))
    return "".join(
        f'<div class="jd-sketch-bar" style="width:{width}%;height:calc({size}*.55);margin-top:calc({size}*.7)"></div>'
        for width in widths
    )


def _family(font: str) -> str:
    """A font's name with nothing in it that could end the name."""
    return "".join(each for each in font if each.isalnum() or each in " -")


def _share(page: Page, length: int) -> str:
    """A length, in twentieths of a point, as a share of the width of the sketch."""
    return f"{100 * length / page.width:.2f}cqw"
