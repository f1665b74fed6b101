"""What the store does with house styles: Word files, each under the start of its own hash.

A file never changes and is never taken away, so that an older revision of an organisation still finds
the one that it names. The content is kept as text in base 64, which every engine and backup holds alike.
"""

import binascii
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from jd_builder.storage.errors import NotThereError
from jd_builder.storage.results import StoredHouseStyle
from jd_builder.storage.tables import house_styles
from jd_builder.text.clean import clean_text


def keep(tx: Connection, at: datetime, name: str, content: bytes) -> str:
    """The id of a file; one that is there already stays as it is, under its first name."""
    id = _id(content)
    if tx.execute(select(house_styles.c.id).where(house_styles.c.id == id)).first() is None:
        row = {"id": id, "name": clean_text(name), "kept_at": at, "content": b64encode(content).decode()}
        tx.execute(insert(house_styles), row)
    return id


def load(tx: Connection, id: str) -> StoredHouseStyle:
    """One file whole. A row that is not what its id says, as in a forged backup, is not there either."""
    row = tx.execute(select(house_styles).where(house_styles.c.id == clean_text(id))).one_or_none()
    try:
        content = b64decode(row.content, validate=True) if row else b""
    except binascii.Error:
        content = b""
    if row is None or _id(content) != row.id:
        raise NotThereError("This house style is not in this store.", "Upload the Word file again.")
    return StoredHouseStyle(row.id, row.name, row.kept_at, content)


def _id(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]
