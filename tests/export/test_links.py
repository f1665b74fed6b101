"""Addresses are found where they end, and none that Word would choke on or that misleads becomes a link."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jd_builder.export.links import pieces


def links(text: str) -> dict[str, str]:
    return {shown: address for shown, address in pieces(text) if address}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See https://x.example.", "https://x.example"),
        ("(https://x.example/a_(b))", "https://x.example/a_(b)"),
        ("[https://x.example/], then", "https://x.example/"),
        ("\u201chttps://x.example/a\u201d", "https://x.example/a"),
        ("HTTP://X.example:8080/a", "HTTP://X.example:8080/a"),
        ("write to jo.o'neil+jobs@mail.x.example.", "neil+jobs@mail.x.example"),
        ("mailto:hr@x.example", "hr@x.example"),
    ],
)
def test_an_address_ends_before_the_punctuation_of_the_sentence(text: str, shown: str) -> None:
    assert list(links(text)) == [shown]


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        ("https://x.example/caf\u00e9", "https://x.example/caf%C3%A9"),
        ("https://x.example/100%", "https://x.example/100%25"),
        ("https://x.example/a%20b", "https://x.example/a%20b"),
        ("https://x.example/#a#b", "https://x.example/#a%23b"),
        ("https://x.example/a|b", "https://x.example/a%7Cb"),
        ("hr+ciso@x.example", "mailto:hr+ciso@x.example"),
    ],
)
def test_an_address_is_written_as_the_standard_wants_it(shown: str, address: str) -> None:
    assert links(shown) == {shown: address}


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x.example",
        "www.x.example",
        "https://",
        "https:///path",
        "https://x.example:99999/",
        "https://[::1",
        "https://bank.example@evil.example/",
        "https://x.example/" + "a" * 2000,
        "hr@localhost",
        "@handle",
        "a @ b.example",
    ],
)
def test_what_is_no_address_for_a_reader_stays_text(text: str) -> None:
    assert links(text) == {}


@given(st.text(st.sampled_from("htps:/.@ae-()[]%#\u00e9 \n"), max_size=60))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(shown for shown, _ in pieces(text)) == text
