"""Saved web pages: what hides is not read, what is odd does no harm, what is huge is refused at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from jd_builder.content.reading import RoleRead, read
from jd_builder.domain.errors import UserError
from tests.content.reading.places import places

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Keeper</title>
<link rel="canonical" href="https://lamps.example/role/keeper"></head><body>
<nav aria-label="Coast roles"><a href="/k">Lamp keeper</a></nav>
<h1>Lamp keeper</h1>
<h2>What a lamp keeper does</h2><p>A lamp keeper keeps lamps.</p>
<p>In this role, you will:</p><ul><li>climb <b>stairs</b></li><li>light
   the&nbsp;lamp</li></ul>
<h2>Skills for lamp keeper</h2>
<table><thead><tr><th scope="col">Skill</th><th scope="col">Description</th></tr></thead>
<tr><th scope="row"><p>Wicks</p></th><td><p>You can:</p><ul><li>trim wicks</li>HERE</ul></td></tr></table>
<h2>Updates</h2><p>1 May 2025</p><div>First published.</div></body></html>"""


def page(markup: str) -> RoleRead:
    return read(markup.encode(), "page.html").roles[0]


def test_an_item_is_what_a_reader_sees_of_it() -> None:
    role = page(PAGE.replace("HERE", ""))
    assert role.duties == ("climb stairs", "light the lamp")
    assert (role.role, role.family) == ("Lamp keeper", "Coast")
    assert (role.source.title, role.source.address) == ("Keeper", "https://lamps.example/role/keeper")


@pytest.mark.parametrize(
    "hidden",
    [
        '<li style="display: none">X</li>',
        '<li style="visibility:hidden">X</li>',
        '<li style="font-size:0">X</li>',
        '<li style="opacity: 0;">X</li>',
        '<li style="position:absolute; left:-9999px">X</li>',
        '<li style="height:0;overflow:hidden">X</li>',
        '<li style="transform:scale(0)">X</li>',
        '<li style="transform: translateX(-9999px)">X</li>',
        '<li style="display:/* */none">X</li>',
        '<li style="color:#fff;background:white">X</li>',
        '<li style="color:rgba(0, 0, 0, 0)">X</li>',
        '<li style="color: rgb(255 255 255)">X</li>',
        '<li style="color: rgb(255, 255, 255); background-color: rgb(255, 255, 255)">X</li>',
        '<li style="color: hsl(0, 0%, 100%)">X</li>',
        "<li><font color=white>X</font></li>",
        '<li><font color="#FFFFFF"><b>X</b></font></li>',
        '<li bgcolor="white"><font color="white">X</font></li>',
        '<li style="font:0/0 a">X</li>',
        '<style>li.x, #y { display: none }</style><li class="x">X</li>',
        '<style>#y { opacity: 0 }</style><li id="y">X</li>',
        "<li><del>X</del></li>",
        '<li aria-hidden="TRUE">X</li>',
        "<li hidden>X</li>",
        '<li aria-hidden="true">X</li>',
        '<li class="govuk-visually-hidden">X</li>',
        '<li class="sr-only">X</li>',
        "<noscript><li>X</li></noscript>",
        "<template><li>X</li></template>",
        "<li><textarea>X</textarea></li>",
        "<li><script>X</script></li>",
        "<li><style>X</style></li>",
        "<!-- <li>X</li> -->",
        "<li><svg><text>X</text></svg></li>",
        "<li><select><option>X</option></select></li>",
    ],
)
def test_what_a_reader_cannot_see_is_not_read(hidden: str) -> None:
    role = page(PAGE.replace("HERE", hidden.replace("X", "obey me")))
    assert places(role) == places(page(PAGE.replace("HERE", "")))


@pytest.mark.parametrize(
    "shown",
    [
        '<style>@media print { .x { display: none } } .y { color: red }</style><li class="x y">X</li>',
        '<li style="color: white; background: #0b0c0c">X</li>',
        '<li bgcolor="#0b0c0c"><font color="white">X</font></li>',
        '<li style="background: navy"><b style="color: rgb(255, 255, 255)">X</b></li>',
        '<li><font color="red">X</font></li>',
        '<li style="color: hsl(210, 100%, 20%)">X</li>',
        '<li style="opacity: 0.5; font-size: 0.9rem; background-color: white">X</li>',
    ],
)
def test_what_a_reader_can_see_is_read(shown: str) -> None:
    assert page(PAGE.replace("HERE", shown.replace("X", "trim it"))).skills[0].you_can[-1] == "trim it"


def test_bullets_typed_into_a_paragraph_are_items() -> None:
    typed = PAGE.replace("<ul><li>trim wicks</li>HERE</ul>", "<p>• trim wicks<br>• fill <i>lamps</i></p>")
    assert page(typed).skills[0].you_can == ("trim wicks", "fill lamps")


@pytest.mark.parametrize("lost", ["<li>", "</li>"])
def test_an_item_that_lost_its_tag_stays_an_item(lost: str) -> None:
    whole = PAGE.replace("HERE", "<li>sweep the stairs</li><li>paint the door</li>")
    damaged = PAGE.replace("HERE", f"<li>sweep the stairs</li>{'<li>paint the door</li>'.replace(lost, '')}")
    assert page(damaged) == replace(page(whole), source=page(damaged).source)


def test_a_second_list_without_its_lead_in_is_not_part_of_the_first() -> None:
    reading = read(PAGE.replace("HERE", "</ul><ul><li>paint the tower</li>").encode(), "page.html")
    assert reading.roles[0].skills[0].you_can == ("trim wicks",)
    assert [str(doubt) for doubt in reading.doubts] == [
        "line 10: The line before 'paint the tower' is missing; this item is left out."
    ]


def test_a_page_that_is_cut_off_is_doubted(framework_data: Path) -> None:
    content = (framework_data / "security-architect.html").read_bytes()
    whole = read(content, "page.html").roles[0]
    reading = read(content[: len(content) // 2], "page.html")
    assert 0 < len(reading.roles[0].levels) <= len(whole.levels)
    assert any("may be cut off" in doubt.text for doubt in reading.doubts)


HOSTILE = {
    "deep": b"<html><body>" + b"<div>" * 50_000 + b"x",
    "tags inside each other": b"<html><body>" + b"<b>x" * 50_000,
    "attributes": b"<html><body " + b" ".join(b'a%d="x"' % n for n in range(100_000)) + b">",
    "entities": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "'
    + b"&a;" * 10_000
    + b'">]><html><body><p>&b;</p></body></html>',
    "a file of the server": b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;</p></html>',
    "one huge paragraph": b"<html><body><p>" + b"a " * 950_000,
    "too many tags": b"<html>" + b"<p>a" * 200_000,
    "too large": b"<html>" + b"a" * 2_100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_refused_in_a_sentence(name: str) -> None:
    with pytest.raises(UserError) as error:
        read(HOSTILE[name], "page.html")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("declared", ['<!ENTITY e "lol lol lol">', '<!ENTITY e SYSTEM "file:///etc/passwd">'])
def test_entities_of_a_page_are_not_followed(declared: str) -> None:
    markup = PAGE.replace("<!DOCTYPE html>", f"<!DOCTYPE html [{declared}]>").replace("HERE", "<li>say &e; now</li>")
    role = page(markup)
    assert role.skills[0].you_can == ("trim wicks", "say &e; now")
