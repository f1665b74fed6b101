"""Which server a model is asked at: its address, key and name, as an administrator set them."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from pydantic import SecretStr

from jd_builder.domain.errors import UserError

_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Connection:
    """An OpenAI-compatible server. ``query`` is what an address such as that of Azure carries after its ``?``.

    ``deadline`` is in seconds, for a call with all its tries; ``batch`` in statements, ``at_once`` in calls.
    """

    address: str
    model: str
    key: SecretStr | None = field(default=None, repr=False)
    query: tuple[tuple[str, str], ...] = ()
    note: str = ""
    deadline: float = 60
    batch: int = 4
    at_once: int = 8

    @property
    def host(self) -> str:
        """As people know it, with the port where there is one."""
        return urlsplit(self.address).netloc

    @property
    def is_open_to_eavesdroppers(self) -> bool:
        parts = urlsplit(self.address)
        return parts.scheme == "http" and parts.hostname not in _LOCAL


def read_address(written: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The address without its query, and the query; a UserError says what is wrong, and quotes no password."""
    parts = None
    try:
        parts = urlsplit(written.strip())
        usable = parts.scheme in ("http", "https") and parts.hostname and not parts.fragment
        _ = parts.port
    except ValueError:
        usable = False
    if parts is None or not usable:
        raise UserError("JD_LLM_BASE_URL is no address such as https://ai.example.org/v1.")
    if "@" in parts.netloc:
        raise UserError("JD_LLM_BASE_URL must not hold a user name or password: the key belongs in JD_LLM_API_KEY.")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", tuple(parse_qsl(parts.query))


def check_key(key: SecretStr | None) -> None:
    """A UserError for a key that no header can hold; it never quotes it."""
    value = key.get_secret_value() if key else ""
    if not (value.isascii() and value.isprintable()) or " " in value:
        raise UserError("The key in JD_LLM_API_KEY holds a space, a line break or a sign that no key has.")
