"""What every format asks of a block."""

from jd_builder.domain.document import Block, PageBreak, Table, Text, block_texts
from jd_builder.export.characters import clean


def shows(block: Block) -> bool:
    """Whether a reader sees anything of it. An empty paragraph is a stop for a screen reader, and no more."""
    return isinstance(block, PageBreak | Table) or any(map(has_text, block_texts(block)))


def has_text(text: Text) -> bool:
    return any(run.text[:1].isalnum() or clean(run.text).strip() for run in text)
