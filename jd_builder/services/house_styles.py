"""The Word files of organisations that documents are built on."""

from pathlib import Path

from jd_builder.domain.errors import UserError


def of_file(path: str) -> bytes:
    """A house style from a file, inspected and tried; a UserError says why it cannot be one."""
    from jd_builder.export.house_styles.prepare import prepared
    from jd_builder.export.word_safety import LARGEST_FILE, checked

    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:  # a ValueError for a name with a NUL in it
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UserError(f"This file cannot be read: {reason}.", path) from error
    content = checked(content, path)
    prepared(content, "clean", path)
    return content
