"""From the settings of an administrator to a server that can be asked; without an address there is none."""

from typing import Protocol

from pydantic import SecretStr

from jd_builder.domain.errors import UserError
from jd_builder.rewriting.connection import Connection, check_key, read_address


class Given(Protocol):
    """The settings, wherever they were read."""

    base_url: str | None
    api_key: SecretStr | None
    model: str | None
    note: str | None
    deadline: float
    batch: int
    concurrency: int


def connection(given: Given) -> Connection | None:
    """A UserError says which setting is wrong, and never shows a key."""
    if not given.base_url:
        return None
    address, query = read_address(given.base_url)
    check_key(given.api_key)
    if not given.model:
        raise UserError("JD_LLM_MODEL is missing: the name of the model, as the server calls it.")
    return Connection(
        address=address,
        model=given.model,
        key=given.api_key,
        query=query,
        note=given.note or "",
        deadline=given.deadline,
        batch=given.batch,
        at_once=given.concurrency,
    )
