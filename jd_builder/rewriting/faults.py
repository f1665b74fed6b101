"""What can go wrong between us and a model's server, each kind one sentence for the person who waits."""

from collections.abc import Mapping
from typing import Literal

Kind = Literal[
    "no-package", "unusable-key", "unreachable", "unknown-host", "untrusted", "broken-off", "too-slow",
    "key-refused", "forbidden", "not-found", "moved", "request-refused", "too-large", "busy", "limited", "no-quota",
    "failing", "filtered", "refused-to", "cut-short", "not-a-model", "no-answer", "garbled", "too-long", "encoded",
    "cap",
]  # fmt: skip

_SAID: Mapping[Kind, str] = {
    "no-package": "The package that talks to a model is not installed here: install requirements.txt again.",
    "unusable-key": "The key in JD_LLM_API_KEY cannot be sent: plain letters, figures and signs, on one line.",
    "unreachable": "{host} cannot be reached. Check JD_LLM_BASE_URL, and whether that server runs.",
    "unknown-host": "No server is known by the name {host}. Check JD_LLM_BASE_URL.",
    "untrusted": "{host} has no certificate that this computer trusts, so nothing was sent.",
    "broken-off": "{host} broke off in the middle of its answer.",
    "too-slow": "{host} did not answer in time.",
    "key-refused": "{host} does not accept the key. Check JD_LLM_API_KEY.",
    "forbidden": "{host} does not allow this key to use {model}. Check JD_LLM_MODEL and the rights of the key.",
    "not-found": "{host} has no such address or model. Check JD_LLM_BASE_URL and JD_LLM_MODEL ({model}).",
    "moved": "{host} points to another address, which is not followed. Put the right one into JD_LLM_BASE_URL.",
    "request-refused": "{host} does not accept what is asked of it. Check that {model} is a chat model.",
    "too-large": "A statement is longer than {model} takes.",
    "busy": "{host} is busy. Try again in a few minutes.",
    "limited": "{host} asks to wait{wait}. Try again then.",
    "no-quota": "The account at {host} has no credit left.",
    "failing": "{host} has a fault of its own. Try again later.",
    "filtered": "The content filter of {host} stopped the answer.",
    "refused-to": "The model refused to reword this.",
    "cut-short": "The model's answer was cut short by its limit of length.",
    "not-a-model": "What answers at {host} is no language model. Check JD_LLM_BASE_URL, and any sign-in page between.",
    "no-answer": "The model gave no answer.",
    "garbled": "The answer of {host} cannot be read.",
    "too-long": "The answer of {host} was longer than is taken, and was dropped.",
    "encoded": "{host} answers in a packed form that is not taken.",
    "cap": "The limit of tokens for today is reached. It counts anew at midnight, UTC.",
}
# Worth a second try at once, or after the wait that the server asks for.
_PASSING: frozenset[Kind] = frozenset(
    {"broken-off", "busy", "limited", "failing", "no-answer", "garbled", "unreachable"}
)


class ModelError(Exception):
    """Why a call gave no answer. Never holds a key, nor anything that was sent or came back."""

    def __init__(self, kind: Kind, wait: float | None = None) -> None:
        super().__init__(kind)
        self.kind, self.wait = kind, wait

    @property
    def is_passing(self) -> bool:
        return self.kind in _PASSING

    def said(self, host: str, model: str) -> str:
        wait = f" for {_span(self.wait)}" if self.wait else ""
        return _SAID[self.kind].format(host=host, model=model, wait=wait)


def _span(seconds: float) -> str:
    number, unit = (seconds / 60, "minute") if seconds >= 90 else (seconds, "second")
    whole = max(1, round(number))
    return f"{whole:,} {unit}{'s' if whole != 1 else ''}"
