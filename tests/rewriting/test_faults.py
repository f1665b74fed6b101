"""What servers do on a bad day, over a real socket: each one sentence, nothing lost, and never past the deadline."""

import asyncio
import gzip
import json
import socket
from time import monotonic

import pytest
from pydantic import SecretStr

from jd_builder.rewriting.calls import TRIES, Caller, Outcome
from jd_builder.rewriting.client import OpenAICompleter
from jd_builder.rewriting.completer import Usage
from jd_builder.rewriting.connection import Connection
from tests.rewriting.hostile_server import Call, Deed, chunk, hostile, items, whole

KEY = "sk-SECRET-canary-1234567890"
GOOD = items("lead the plan", "run the team")
TEXTS = {1: "lead the strategy", 2: "manage the team"}


class Heard:
    """A listener that keeps what it was told."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.usage: list[Usage] = []

    def answered(self, number: int, text: str) -> None:
        self.texts[number] = text

    def withdrawn(self, number: int) -> None:
        del self.texts[number]

    def spent(self, usage: Usage) -> None:
        self.usage.append(usage)


def asked(address: str, heard: Heard | None = None, deadline: float = 10, key: str = KEY, query: str = "") -> Outcome:
    async def ask() -> Outcome:
        pairs = (("api-version", query),) if query else ()
        completer = OpenAICompleter(Connection(address, "m", SecretStr(key), pairs, deadline=deadline))
        completer.prepare()  # what has to be loaded once is no server's fault
        try:
            return await Caller(completer, deadline).ask("system", TEXTS, heard or Heard())
        finally:
            await completer.close()

    return asyncio.run(ask())


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jd_builder.rewriting.calls._PAUSE", 0.01)


def status(line: str, body: str = '{"error": {"message": "SECRET", "code": null}}', *headers: str) -> Deed:
    return lambda call: call.answer(body, line, "application/json", *headers)


def error(code: str) -> str:
    return json.dumps({"error": {"message": "SECRET", "code": code, "type": code}})


def stream(*chunks: str) -> Deed:
    return lambda call: call.streaming(*chunks)


def ending(*chunks: str) -> Deed:
    """A stream that ends without its last word."""

    def deed(call: Call) -> None:
        call.streaming(*chunks, done=False)
        call.line.shutdown(socket.SHUT_RDWR)

    return deed


def says(text: str, end: object = "stop") -> Deed:
    return lambda call: call.answer(whole(text, end))


def raw(text: str, kind: str = "application/json") -> Deed:
    return lambda call: call.answer(text, kind=kind)


def cut(*parts: str) -> Deed:
    def deed(call: Call) -> None:
        call.send(*parts)
        call.reset()
        call.line.close()

    return deed


def half(call: Call) -> None:
    call.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\nConnection: close\r\n\r\n{")
    call.line.shutdown(socket.SHUT_RDWR)


EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
PASSING, ONCE, EVERY_FORM = TRIES, 1, 3
# What the server does, what the person is told, and how often it is asked.
FAULTS: dict[str, tuple[Deed, str, int]] = {
    "400": (status("400 Bad Request"), "request-refused", EVERY_FORM),
    "400 of a content filter": (status("400 Bad Request", error("content_filter")), "filtered", ONCE),
    "400 of a text that is too long": (status("400 Bad Request", error("context_length_exceeded")), "too-large", ONCE),
    "401": (status("401 Unauthorized"), "key-refused", ONCE),
    "402": (status("402 Payment Required"), "request-refused", EVERY_FORM),
    "403": (status("403 Forbidden"), "forbidden", ONCE),
    "404": (status("404 Not Found"), "not-found", ONCE),
    "404 in HTML": (lambda call: call.answer("<html>", "404 Not Found", "text/html"), "not-found", ONCE),
    "404 of a model": (status("404 Not Found", error("model_not_found")), "not-found", ONCE),
    "405": (status("405 Method Not Allowed"), "not-found", ONCE),
    "408": (status("408 Request Timeout"), "busy", PASSING),
    "409": (status("409 Conflict"), "busy", PASSING),
    "413": (status("413 Content Too Large"), "too-large", ONCE),
    "422": (status("422 Unprocessable"), "request-refused", EVERY_FORM),
    "429": (status("429 Too Many Requests"), "limited", PASSING),
    "429 for 100 seconds": (status("429 Too Many Requests", "{}", "Retry-After: 100"), "limited", ONCE),
    "429 for 600 seconds": (status("429 Too Many Requests", "{}", "Retry-After: 600"), "limited", ONCE),
    "429 until 2099": (
        status("429 Too Many Requests", "{}", "Retry-After: Fri, 06 Nov 2099 08:49:37 GMT"), "limited", ONCE,
    ),
    "429 with nonsense": (status("429 Too Many Requests", "{}", "Retry-After: soon"), "limited", PASSING),
    "429 without credit": (status("429 Too Many Requests", error("insufficient_quota")), "no-quota", ONCE),
    "500": (status("500 Oops"), "failing", PASSING),
    "502 in HTML": (lambda call: call.answer("<html>", "502 Bad Gateway", "text/html"), "busy", PASSING),
    "503": (status("503 Unavailable"), "busy", PASSING),
    "529": (status("529 Overloaded"), "busy", PASSING),
    "301": (status("301 Moved", "", "Location: http://192.0.2.1/"), "moved", ONCE),
    "307": (status("307 Temporary Redirect", "", "Location: http://192.0.2.1/"), "moved", ONCE),
    "a captive portal": (raw("<html>Sign in</html>", "text/html"), "not-a-model", ONCE),
    "HTML that says it is JSON": (raw("<html>"), "not-a-model", ONCE),
    "null": (raw("null"), "no-answer", PASSING),
    "a list": (raw("[]"), "no-answer", PASSING),
    "an error with status 200": (raw('{"error": {"message": "SECRET"}}'), "failing", PASSING),
    "an object of something else": (raw("{}"), "no-answer", PASSING),
    "null choices": (raw('{"choices": null}'), "no-answer", PASSING),
    "no choices": (raw('{"choices": []}'), "no-answer", PASSING),
    "choices that are none": (raw('{"choices": [7]}'), "no-answer", PASSING),
    "a message that is none": (raw('{"choices": [{"message": 7, "finish_reason": "stop"}]}'), "no-answer", PASSING),
    "bad JSON": (raw("{"), "garbled", PASSING),
    "JSON too deep": (raw("[" * 100_000), "garbled", PASSING),
    "nothing at all": (raw(""), "garbled", PASSING),
    "a null text": (lambda call: call.answer(whole(None)), "no-answer", PASSING),
    "a list for a text": (lambda call: call.answer(whole([{"type": "text", "text": GOOD}])), "no-answer", PASSING),
    "prose": (says("Sure! I have made it plainer for you."), "garbled", PASSING),
    "another shape": (says('{"rewritten": ["lead the plan"]}'), "garbled", PASSING),
    "cut by its length": (says('{"items": [{"id": 1, "te', "length"), "cut-short", ONCE),
    "stopped by a filter": (says("", "content_filter"), "filtered", ONCE),
    "a refusal": (
        raw('{"choices": [{"message": {"refusal": "I cannot"}, "finish_reason": "stop"}]}'), "refused-to", ONCE,
    ),
    "a reset": (cut(), "broken-off", PASSING),
    "a reset in the head": (cut("HTTP/1.1 200"), "broken-off", PASSING),
    "not HTTP": (lambda call: call.send("SSH-2.0-OpenSSH_9.2\r\n\r\n"), "broken-off", PASSING),
    "half a body": (half, "broken-off", PASSING),
    "a stream that is reset": (cut(EVENTS, f"data: {chunk('{')}\n\n"), "broken-off", PASSING),
    "a stream that ends early": (ending(chunk('{"items": [')), "broken-off", PASSING),
    "a stream without an end": (stream(chunk('{"items": [')), "broken-off", PASSING),
    "a stream of nothing": (stream(), "no-answer", PASSING),
    "a bad chunk": (stream(chunk('{"items": ['), "{nonsense"), "garbled", PASSING),
    "a chunk that is an error": (stream(chunk("{"), '{"error": {"message": "SECRET"}}'), "failing", PASSING),
    "a chunk that is null": (stream("null"), "no-answer", PASSING),
    "a refusal in a stream": (stream('{"choices": [{"delta": {"refusal": "no"}}]}'), "refused-to", ONCE),
    "a packed answer": (
        lambda call: call.answer(gzip.compress(b" " * 300), "200 OK", "application/json", "Content-Encoding: gzip"),
        "encoded", ONCE,
    ),
    "a packing nobody knows": (
        lambda call: call.answer("{}", "200 OK", "application/json", "Content-Encoding: x-own"), "encoded", ONCE,
    ),
    "an answer without end": (raw(" " * 2_100_000), "too-long", ONCE),
    "an error without end": (lambda call: call.answer(" " * 2_100_000, "500 Oops"), "too-long", ONCE),
    "a stream without bounds": (stream(*[chunk(" " * 100_000)] * 30), "too-long", ONCE),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_sentence_and_is_tried_again_only_where_that_helps(name: str) -> None:
    deed, kind, times = FAULTS[name]
    heard = Heard()
    with hostile(deed) as server:
        outcome = asked(server.address, heard)
    assert outcome.fault is not None
    said = outcome.fault.said("ai.example", "m")
    assert (outcome.fault.kind, outcome.missing, heard.texts, len(server.calls)) == (kind, (1, 2), {}, times)
    assert said.endswith(".")
    assert "\n" not in said
    assert "SECRET" not in said + repr(outcome.fault)
    assert outcome.fault.__cause__ is None


def slowly(first: str, then: str) -> Deed:
    def deed(call: Call) -> None:
        call.send(first)
        call.drip(then)
        call.wait()

    return deed


SLOW: dict[str, Deed] = {
    "says nothing": lambda call: call.wait(),
    "sends its head a byte at a time": lambda call: call.drip("HTTP/1.1 200 OK\r\n" + "X: y\r\n" * 999),
    "sends its body a byte at a time": slowly("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", " " * 9999),
    "stalls in a stream": slowly(f"{EVENTS}data: {chunk('{')}\n\n", ""),
    "streams slowly for ever": slowly(EVENTS, f"data: {chunk(' ')}\n\n" * 99),
    "asks to wait two seconds": status("429 Too Many Requests", "{}", "Retry-After: 2"),
}  # fmt: skip


@pytest.mark.parametrize("name", SLOW)
def test_no_server_holds_anyone_longer_than_the_deadline(name: str) -> None:
    began = monotonic()
    with hostile(SLOW[name]) as server:
        outcome = asked(server.address, deadline=0.4)
        assert monotonic() - began < 2
    assert outcome.fault is not None
    assert outcome.fault.kind in ("too-slow", "limited")


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("http://127.0.0.1:1/v1", "unreachable"),
        ("http://no-such-host.invalid/v1", "unknown-host"),
        ("http://[::1]:1/v1", "unreachable"),
    ],
)
def test_a_server_that_is_not_there_is_named(address: str, kind: str) -> None:
    outcome = asked(address)
    assert outcome.fault is not None
    assert outcome.fault.kind == kind


def test_a_server_that_cannot_encrypt_is_sent_nothing_where_the_address_asks_for_it() -> None:
    with hostile(says(GOOD)) as server:
        outcome = asked(server.address.replace("http:", "https:"))
    assert outcome.fault is not None
    assert outcome.fault.kind == "unreachable"
    assert not server.calls


@pytest.mark.parametrize("key", ["two\nlines", "typographic …", "with space", "\x00"])
def test_a_key_that_cannot_be_sent_is_told_without_being_shown(key: str) -> None:
    with hostile(says(GOOD)) as server:
        outcome = asked(server.address, key=key)
    assert outcome.fault is not None
    assert (outcome.fault.kind, server.calls) == ("unusable-key", [])
    assert key not in repr(outcome.fault) + outcome.fault.said("h", "m")


RIGHT: dict[str, Deed] = {
    "in one piece": says(GOOD),
    "in a stream": stream(*(chunk(each) for each in GOOD), chunk(end="stop")),
    "in a stream with comments, names and other line ends, cut anywhere": lambda call: call.drip(
        f"{EVENTS}: wait\n\nevent: m\r\ndata:{chunk(GOOD)}\r\n\r\ndata: {chunk(end='stop')}\n\ndata: [DONE]\n\n", 0.001
    ),
    "with chunks that hold no choice": stream(
        '{"choices": [], "prompt_filter_results": []}', chunk(GOOD), chunk(end="stop"),
        '{"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 9}}',
    ),
    "in a fence": says(f"Here you are:\n```json\n{GOOD}\n```"),
    "after a thought": says('<think>{"items": [{"id": 1, "text": "no"}]}</think>' + GOOD),
    "as a bare list": says(GOOD.removeprefix('{"items": ').removesuffix("}")),
    "with numbers as text": says(GOOD.replace("1", '"1"').replace("2", '"2"')),
    "with strangers among them": says(GOOD.replace("[", '[{"id": 9, "text": "x"}, {"id": true, "text": "x"}, 5, {}, ')),
    "twice, where only the first counts": says(GOOD + items("evil", "evil")),
    "without a last word on the end": stream(chunk(GOOD)),
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_an_answer_is_read_however_it_is_wrapped(name: str) -> None:
    heard = Heard()
    with hostile(RIGHT[name]) as server:
        assert asked(server.address, heard) == Outcome((), None)
    assert heard.texts == {1: "lead the plan", 2: "run the team"}
    assert len(heard.usage) == 1


def test_what_came_whole_before_a_cut_is_kept_and_only_the_rest_is_asked_for_again() -> None:
    begun = '{"items": [{"id": 1, "text": "lead the plan"}, {"id": 2, "te'

    def deed(call: Call) -> None:
        if "strategy" in call.body:
            ending(chunk(begun))(call)
        else:
            call.answer(whole('{"items": [{"id": 2, "text": "run the team"}]}'))

    heard = Heard()
    with hostile(deed) as server:
        assert asked(server.address, heard) == Outcome((), None)
    assert heard.texts == {1: "lead the plan", 2: "run the team"}
    assert len(server.calls) == 2


def test_two_answers_for_one_statement_are_none() -> None:
    heard = Heard()
    with hostile(says('{"items": [{"id": 1, "text": "a"}, {"id": 2, "text": "b"}, {"id": 1, "text": "c"}]}')) as server:
        assert asked(server.address, heard) == Outcome((1,), None)
    assert heard.texts == {2: "b"}


def test_a_server_without_schema_is_asked_in_a_simpler_form_and_that_is_remembered() -> None:
    def deed(call: Call) -> None:
        body = json.loads(call.body)
        call.answer("{}", "400 Bad Request") if "response_format" in body else call.answer(whole(GOOD))

    async def twice(address: str) -> None:
        completer = OpenAICompleter(Connection(address, "m"))
        caller = Caller(completer, 10)
        for _ in range(2):
            assert await caller.ask("system", TEXTS, Heard()) == Outcome((), None)
        await completer.close()

    with hostile(deed) as server:
        asyncio.run(twice(server.address))
    kinds = [json.loads(call.body).get("response_format", {}).get("type") for call in server.calls]
    assert kinds == ["json_schema", "json_object", None, None]
    assert server.connections == 1


def test_calls_one_after_another_share_a_line() -> None:
    async def thrice(address: str) -> None:
        completer = OpenAICompleter(Connection(address, "m"))
        for _ in range(3):
            assert await Caller(completer, 10).ask("system", TEXTS, Heard()) == Outcome((), None)
        await completer.close()

    with hostile(lambda call: call.chunked(chunk(GOOD), chunk(end="stop"))) as server:
        asyncio.run(thrice(server.address))
    assert (len(server.calls), server.connections) == (3, 1)


def test_a_server_that_forgets_to_end_its_answer_is_not_waited_for() -> None:
    began = monotonic()
    with hostile(lambda call: call.chunked(chunk(GOOD), chunk(end="stop"), ends=False)) as server:
        assert asked(server.address) == Outcome((), None)
    assert monotonic() - began < 5


VARIABLES = {
    "OPENAI_API_KEY": "other-key", "OPENAI_ORG_ID": "other-org", "OPENAI_PROJECT_ID": "other-project",
    "OPENAI_BASE_URL": "http://192.0.2.1/v1", "OPENAI_CUSTOM_HEADERS": "X-Leak: other-header",
    "HTTP_PROXY": "http://192.0.2.1:8080", "ALL_PROXY": "http://192.0.2.1:8080",
}  # fmt: skip


def test_nothing_but_our_own_headers_leaves_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in VARIABLES.items():
        monkeypatch.setenv(name, value)
        monkeypatch.setenv(name.lower(), value)
    with hostile(says(GOOD)) as server:
        assert asked(server.address).fault is None
    head = server.calls[0].head
    names = {line.split(":")[0].lower() for line in head.split("\r\n")[1:]}
    assert names == {
        "host", "accept", "content-type", "content-length", "connection", "accept-encoding", "user-agent",
        "authorization",
    }  # fmt: skip
    assert f"Authorization: Bearer {KEY}" in head
    assert "other-" not in head + server.calls[0].body
    assert "tools" not in json.loads(server.calls[0].body)


def test_without_a_key_none_is_sent() -> None:
    with hostile(says(GOOD)) as server:
        assert asked(server.address, key="").fault is None
    assert "uthorization" not in server.calls[0].head


def test_an_address_with_a_version_is_asked_as_azure_wants_it() -> None:
    with hostile(says(GOOD)) as server:
        assert asked(server.address, query="2024-10-21").fault is None
    head = server.calls[0].head
    assert head.startswith("POST /v1/chat/completions?api-version=2024-10-21 ")
    assert f"api-key: {KEY}" in head
    assert "uthorization" not in head


def test_stopping_ends_a_call_at_once_and_closes_the_line() -> None:
    async def stopped(address: str, calls: list[Call]) -> None:
        completer = OpenAICompleter(Connection(address, "m"))
        heard = Heard()
        task = asyncio.create_task(Caller(completer, 60).ask("system", TEXTS, heard))
        while not calls:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await completer.close()

    for deed in (SLOW["says nothing"], SLOW["stalls in a stream"]):
        with hostile(deed) as server:
            began = monotonic()
            asyncio.run(stopped(server.address, server.calls))
            assert monotonic() - began < 5
