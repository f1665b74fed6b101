"""What every format asks of a block."""

from jd_builder.domain.document import Block, PageBreak, Run, Table, Text, block_texts
from jd_builder.export.characters import clean

_ALWAYS = (PageBreak, Table)


def shows(block: Block) -> bool:
    """Whether a reader sees anything of it. An empty paragraph is a stop for a screen reader, and no more."""
    return isinstance(block, _ALWAYS) or any(map(has_text, block_texts(block)))


def has_text(text: Text) -> bool:
    return any(map(_is_seen, text))


def _is_seen(run: Run) -> bool:
    return run.text[:1].isalnum() or bool(clean(run.text).strip())
