"""Prompts and tones as files: each is a test case, and a wrong one is refused by its line."""

from pathlib import Path
from shutil import copytree

import pytest

from jd_builder.domain.errors import UserError
from jd_builder.rewriting.prompts import FOLDER, Loaded, load_prompts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(FOLDER, tmp_path / "prompts"))


def tone(folder: Path, text: str) -> Loaded:
    (folder / "tones" / "calmer.md").write_text(text, encoding="utf-8")
    return load_prompts(folder)


def test_the_tones_that_ship_are_all_fit_for_use_in_the_order_of_their_buttons() -> None:
    loaded = load_prompts()
    assert loaded.errors == ()
    assert [each.label for each in loaded.tones] == [
        "Shorter", "Plainer", "Warmer", "More formal", "More confident", "In your own words",
    ]  # fmt: skip
    for each in loaded.tones:
        prompt = loaded.prompt(each.id, "calm")
        assert len(prompt.hash) == 16
        assert "{{" not in prompt.text


def test_a_new_file_is_a_new_tone(folder: Path) -> None:
    loaded = tone(folder, "---\nlabel: Calmer\ndescription: Slow.\norder: 6\nvariables: []\n---\nCalmer.\n")
    assert loaded.tones[-2].id == "calmer"
    assert "Calmer." in loaded.prompt("calmer").text


@pytest.mark.parametrize(
    ("front", "body", "said"),
    [
        ("label: Calmer\norder: 6\nvariables: []", "Calm", "description"),
        ("label: C\ndescription: D\norder: 6\nvariables: []\nother: 1", "Calm", "other"),
        (
            "label: C\ndescription: D\norder: 6\nvariables: []",
            "{{ wish }}",
            "calmer.md:5: variables: the text",
        ),
        ("label: C\ndescription: D\norder: 6\nvariables: [wish]", "Calm", "the text uses nothing"),
        ("label: C\ndescription: D\norder: 6\nvariables: [pay]", "{{ pay }}", "there is no pay; there is wish"),
        ("label: C\ndescription: D\norder: 6\nvariables: []", "{% if %}", "calmer.md:7: the template does not parse"),
    ],
)
def test_a_wrong_file_is_told_and_the_others_stay(folder: Path, front: str, body: str, said: str) -> None:
    loaded = tone(folder, f"---\n{front}\n---\n{body}\n")
    assert said in "\n".join(map(str, loaded.errors))
    assert len(loaded.tones) == 6


def test_a_tone_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UserError, match="There is no tone 'louder'") as told:
        load_prompts().prompt("louder")
    assert "plainer" in told.value.fix


def test_ones_own_tone_needs_words_and_is_another_prompt_for_each() -> None:
    loaded = load_prompts()
    with pytest.raises(UserError, match="Describe the tone"):
        loaded.prompt("own", "  ")
    assert loaded.prompt("own", "like a friend").hash != loaded.prompt("own", "like a judge").hash
    assert loaded.prompt("own", "{{ tone }}{% raw %}").text.count("{{ tone }}{% raw %}") == 1
