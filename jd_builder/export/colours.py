"""Whether a colour can be read on another."""

LEAST = 4.5
"""The contrast that running text needs (WCAG 2.2, success criterion 1.4.3)."""
LEAST_LARGE = 3.0
"""The same for text of 18 points, or of 14 in bold."""


def contrast(one: str, other: str = "FFFFFF") -> float:
    """The ratio of WCAG 2.2, from 1 to 21, of two colours as six hexadecimal figures."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    shares = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
