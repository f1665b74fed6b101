"""Anything at all as a file: it is read or refused in a sentence, never a crash."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jd_builder.content.reading import RoleRead, as_data, read
from jd_builder.domain.errors import UserError

SCRAPS = [
    *(b"You can:", b"<li>", b"</ul>", b"<table>", b'"', b",", b"\n", b"\r", b"\xe2\x80\xa8", b"\0", b"\xff\xfe"),
    *(b"Level: expert", b"Updates", b"Contents", b"In this role, you will:", b"1. ", b"\t", b"NOT IN USE", b"-->"),
    *(b"What a pilot does\n", b"Skills for pilot\n", b"Role,Skill Name\n", b"kind,group,text\n", b"There are 99999 "),
    *(
        b"Roles that share pilot skills\n",
        b"Last updated 31 February 2025\n",
        b"99 Foo 2025\n",
        b"<h3>",
        b"<th scope=row>",
    ),
]


def survives(content: bytes) -> None:
    told = ""
    roles: tuple[RoleRead, ...] = ()
    try:
        roles = read(content, "any.thing").roles
    except UserError as error:
        told = str(error)
    assert bool(told) is not bool(roles)
    assert "\n" not in told
    assert all(as_data(role)["role"] for role in roles)


@settings(max_examples=300)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    survives(content)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(SCRAPS) | st.binary(max_size=12), max_size=40))
def test_any_scraps_of_pages(scraps: list[bytes]) -> None:
    survives(b"".join(scraps))


@pytest.mark.parametrize("name", ["roles-sample.csv", "security-architect.html", "../seeds/framework-ciso.txt"])
@pytest.mark.parametrize("seed", range(12))
def test_files_with_bytes_lost_changed_and_put_in(framework_data: Path, name: str, seed: int) -> None:
    content, chance = bytearray((framework_data / name).read_bytes()), random.Random(seed)
    for _ in range(chance.randrange(1, 200)):
        at = chance.randrange(len(content))
        match chance.randrange(3):
            case 0:
                del content[at : at + chance.randrange(1, 200)]
            case 1:
                content[at] = chance.randrange(1, 256)
            case _:
                content[at:at] = chance.choice(SCRAPS)
    survives(bytes(content))
