"""Nothing of the two source documents is pasted into the project: no run of eight of their words."""

import re
from collections.abc import Iterator
from pathlib import Path

LENGTH = 8
REPOSITORY = Path(__file__).resolve().parents[2]
NOT_OURS = {
    ".git",
    ".venv",
    "node_modules",
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".hypothesis",
    "build",
}
Run = tuple[str, ...]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", re.sub(r"['\u2019]", "", text.casefold()))


def runs(text: str, length: int = LENGTH) -> set[Run]:
    found = words(text)
    return {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}


def source_runs(seeds: Path) -> set[Run]:
    """The runs of each paragraph and bullet of the sources; headings in a row are no sentence."""
    lines = (line for seed in sorted(seeds.glob("*.txt")) for line in seed.read_text(encoding="utf-8").split("\n"))
    return set().union(*map(runs, lines))


def our_texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every text file of the tree that is or may come under version control."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.suffix == ".egg-info" or path.is_symlink():
            continue
        if path.is_dir():
            yield from our_texts(path)
        else:
            content = path.read_bytes()
            if b"\0" not in content:
                yield path, content.decode("utf-8", errors="replace")


def test_no_file_of_the_project_holds_eight_words_in_a_row_of_a_source(seeds: Path) -> None:
    source = source_runs(seeds)
    assert len(source) > 500, "the sources were read"
    borrowed = {str(path.relative_to(REPOSITORY)): runs(text) & source for path, text in our_texts(REPOSITORY)}
    assert {path: found for path, found in borrowed.items() if found} == {}


def test_a_borrowed_run_is_found_whatever_its_case_quotes_and_line_breaks(seeds: Path) -> None:
    bullet = max((seeds / "framework-ciso.txt").read_text(encoding="utf-8").split("\n"), key=len)
    eight = words(bullet)[:LENGTH]
    assert runs("# " + "\n#   \u201c".join(word.upper() for word in eight) + "!") & source_runs(seeds)
    assert not runs(" ".join([*eight[:-1], "otherwise"])) & source_runs(seeds)
