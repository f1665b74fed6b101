"""What a page of questions carries so that its answers find their way back: bookmarks on what nobody has to change.

The title bears which draft asks, and each question its own key; the answer stands in the last cell of its row.
"""

import re

from jd_builder.domain.document import Text, ref_of

MARK = "_jd_q_"  # hidden in Word, as it begins with a line; Word takes 40 characters
DRAFT = "draft"
_KEY = re.compile(r"[a-z-]+(?:\.[A-Za-z0-9-]+)+")


def named(text: Text) -> str:
    """The bookmark of a text that came from one question or is the draft's own, or nothing."""
    ref = ref_of(text)
    return f"{MARK}{re.sub('[.-]', '_', ref)}" if _KEY.fullmatch(ref) else ""


def place_of(mark: str) -> str:
    """The key that a bookmark was made of, or nothing: ``_jd_q_post_reports_to`` is ``post.reports-to``."""
    part, _, key = mark.removeprefix(MARK).partition("_")
    return f"{part}.{key.replace('_', '-')}" if mark.startswith(MARK) and key else ""
