"""How the house is built, read off the source: which room may use which, and how large things may grow.

Each rule is a function from the root of a tree to the sentences that say where the tree breaks it, so
that the last tests can show, on small bad trees, that every rule bites.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from pathlib import Path
from shutil import which
from statistics import median

import pytest

from tests.conftest import REPOSITORY, missing

# Higher floors may use lower ones, never their own neighbours.
FLOORS = (
    ("domain",),
    ("text",),
    ("content", "drafts", "assembly", "checks", "rewriting", "export", "storage"),
    ("services",),
    ("ui", "cli"),
    ("app",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
READ_SETTINGS = ("app", "ui", "cli")

# Where a library may be named at all; () is nowhere.
HOMES: dict[str, tuple[str, ...]] = {
    "streamlit": ("app.py", "jd_builder/ui/*"),
    "openai": ("jd_builder/rewriting/client.py",),
    "docx": ("jd_builder/export/*",),
    "typst": ("jd_builder/export/*",),
    "sqlalchemy": ("jd_builder/storage/*",),
    "alembic": ("jd_builder/storage/*",),
    "jinja2": ("jd_builder/text/assets.py", "jd_builder/assembly/*"),
    "bs4": ("jd_builder/content/*",),
    "pydantic_settings": ("jd_builder/settings.py",),
    "click": ("jd_builder/cli/*", "jd_builder/__main__.py"),
    **dict.fromkeys(("pandas", "pyarrow", "numpy", "altair"), ()),
}
# Slow to import, so everywhere but in their own rooms only inside the function that needs them.
HEAVY = ("openai", "docx", "sqlalchemy", "alembic", "typst", "lxml")
HEAVY_HOMES = ("jd_builder/export/*", "jd_builder/storage/*", "jd_builder/rewriting/*")
# A domain that reads or asks anything of these is no longer made of plain values.
OUTSIDE_WORLD = {"http", "io", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib"}

TOP_LEVEL = (
    *("app.py", "jd_builder", "templates", "prompts", "tests", "requirements.txt", "README.md"),
    *("pyproject.toml", "Makefile", "LICENSE", ".gitignore", ".streamlit", ".ci", "requirements-*.txt"),
    *("package.json", "package-lock.json", "docs", "benchmarks", "examples"),
)

LONGEST_MODULE, MEDIAN_MODULE, LONGEST_FUNCTION = 300, 100, 40  # lines

REGISTRIES = ("pypi" + ".org", "pythonhosted" + ".org", "registry." + "npmjs", "npm" + "mirror")
OF_ONE_MACHINE = re.compile(r"(?<![\w.:/<~-])/(?:home|root|work|Users|opt|mnt|tmp)/|\b[A-Za-z]:\\Users\b")

Rule = Callable[[Path], list[str]]


def imports_point_one_way(root: Path) -> list[str]:
    """Every import leads to a lower floor; settings are for those who start the program."""
    return [
        f"{file} ({here}) imports jd_builder.{there}"
        for file, tree in sources(root)
        if (here := room_of(file))
        for name in sorted(imported(ast.walk(tree), file))
        if (there := room_of_module(name)) and not may_use(here, there)
    ]


def no_module_leads_back_to_itself(root: Path) -> list[str]:
    """Inside a room too, wherever an import stands: what two modules share has a home below both."""
    try:
        TopologicalSorter(uses(root)).prepare()
    except CycleError as error:
        return [" is imported by ".join(error.args[1])]
    return []


def every_library_has_its_home(root: Path) -> list[str]:
    return [
        f"{file} imports {library}, which belongs in {' or '.join(HOMES[library]) or 'no file of ours'}"
        for file, tree in sources(root)
        for library in sorted(libraries(ast.walk(tree), file) & HOMES.keys())
        if not any(fnmatch(file, home) for home in HOMES[library])
    ]


def heavy_libraries_are_imported_when_first_needed(root: Path) -> list[str]:
    return [
        f"{file} imports {library} at its top"
        for file, tree in sources(root)
        if not any(fnmatch(file, home) for home in HEAVY_HOMES)
        for library in sorted(libraries(at_import(tree), file) & set(HEAVY))
    ]


def the_domain_knows_pydantic_alone(root: Path) -> list[str]:
    known = (set(sys.stdlib_module_names) - OUTSIDE_WORLD) | {"pydantic", "jd_builder"}
    return [
        f"{file} imports {library}"
        for file, tree in sources(root)
        if room_of(file) == "domain"
        for library in sorted(libraries(ast.walk(tree), file) - known)
    ]


def modules_are_short(root: Path) -> list[str]:
    long = [f"{file} has {lines} lines" for file, lines in lengths(root).items() if lines > LONGEST_MODULE]
    typical = median([lines for file, lines in lengths(root).items() if not file.endswith("__init__.py")] or [0])
    return [*long, *([f"half the modules have over {typical:.0f} lines"] if typical >= MEDIAN_MODULE else [])]


def functions_are_short(root: Path) -> list[str]:
    return [
        f"{file}:{node.lineno} {node.name} has {lines} lines below its docstring"
        for file, tree in sources(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (lines := body_lines(node)) > LONGEST_FUNCTION
    ]


def the_top_level_holds_what_everyone_expects(root: Path) -> list[str]:
    found = {path.relative_to(root).parts[0] for path in files(root)}
    return sorted(name for name in found if not any(fnmatch(name, allowed) for allowed in TOP_LEVEL))


def no_file_names_one_machine(root: Path) -> list[str]:
    """Files have to work in any folder, behind any package index."""
    found = (
        (path.relative_to(root).as_posix(), number, line)
        for path in files(root)
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
    )
    return [
        f"{file}:{number} {line.strip()[:80]}"
        for file, number, line in found
        if OF_ONE_MACHINE.search(line) or any(host in line for host in REGISTRIES)
    ]


def every_library_is_pinned(root: Path) -> list[str]:
    exact = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; .+)?|-r requirements(-postgres)?\.txt")
    return [
        f"{path.name}: {line}"
        for path in sorted(root.glob("requirements*.txt"))
        for line in path.read_text("utf-8").split("\n")
        if line and not line.startswith("#") and not exact.fullmatch(line)
    ]


RULES: tuple[Rule, ...] = (
    imports_point_one_way,
    no_module_leads_back_to_itself,
    every_library_has_its_home,
    heavy_libraries_are_imported_when_first_needed,
    the_domain_knows_pydantic_alone,
    modules_are_short,
    functions_are_short,
    the_top_level_holds_what_everyone_expects,
    no_file_names_one_machine,
    every_library_is_pinned,
)
ABOUT_FILES = (the_top_level_holds_what_everyone_expects, no_file_names_one_machine)


def sources(root: Path) -> Iterator[tuple[str, ast.Module]]:
    """The modules of the product, each by its path from the root and parsed."""
    for path in sorted([*root.glob("app.py"), *root.glob("jd_builder/**/*.py")]):
        yield path.relative_to(root).as_posix(), ast.parse(path.read_text("utf-8"))


def uses(root: Path) -> dict[str, set[str]]:
    """Each module of ours with those that it imports anywhere, for types too; the package itself is for everyone."""
    found = {module_name(file): imported(ast.walk(tree), file) for file, tree in sources(root)}
    return {
        module: {other for name in names if (other := owner(name, found)) not in ("", "jd_builder", module)}
        for module, names in found.items()
    }


def module_name(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def owner(name: str, modules: Collection[str]) -> str:
    """The module that holds an imported name, empty for what is not ours."""
    while name and name not in modules:
        name = name.rpartition(".")[0]
    return name


def lengths(root: Path) -> dict[str, int]:
    return {file: len((root / file).read_text("utf-8").split("\n")) - 1 for file, _ in sources(root)}


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without those that explain it."""
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or 0) - first.lineno + 1


def room_of(file: str) -> str:
    """``jd_builder/ui/pages/home.py`` is in the room ``ui``; the package's own ``__init__`` is in none."""
    room = file.removeprefix("jd_builder/").split("/")[0].removesuffix(".py")
    return {"__main__": "cli", "__init__": ""}.get(room, room)


def room_of_module(name: str) -> str:
    """The room that an imported name belongs to, empty for what is not ours."""
    package, _, rest = name.partition(".")
    return rest.split(".")[0] if package == "jd_builder" and rest != "__version__" else ""


def may_use(here: str, there: str) -> bool:
    if here == there:
        return True
    if there == "settings":
        return here in READ_SETTINGS
    if here == "settings":
        return there in ("text", "domain")
    return here in FLOOR and there in FLOOR and FLOOR[here] > FLOOR[there]


def imported(nodes: Iterator[ast.AST], file: str) -> set[str]:
    """The full name of all that is imported; ``from a import b`` counts as ``a.b``."""
    return set(chain.from_iterable(names_of(node, file) for node in nodes))


def names_of(node: ast.AST, file: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        above = file.split("/")[: -node.level] if node.level else []
        base = ".".join([*above, *([node.module] if node.module else [])])
        return [f"{base}.{alias.name}" for alias in node.names]
    return []


def libraries(nodes: Iterator[ast.AST], file: str) -> set[str]:
    return {name.split(".")[0] for name in imported(nodes, file)}


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions, and what only types need."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from at_import(child)


def files(root: Path) -> list[Path]:
    """The files of the project: those that git keeps, so that nobody's own drafts are counted among them."""
    if not (root / ".git").exists():
        return sorted(path for path in root.rglob("*") if path.is_file())
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    return [path for name in names if (path := root / name).is_file()]


@pytest.mark.parametrize("rule", RULES)
def test_the_project_keeps_the_rule(rule: Rule) -> None:
    if rule in ABOUT_FILES and not (which("git") and (REPOSITORY / ".git").exists()):
        missing("Git, which knows the files of the project,")
    assert rule(REPOSITORY) == []


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    slow = [*HEAVY, "streamlit", "pandas", "numpy", "pyarrow"]
    program = f"import sys, jd_builder.cli; print(*[name for name in {slow} if name in sys.modules])"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [], "")


def plant(root: Path, tree: dict[str, str]) -> None:
    for file, text in tree.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, "utf-8")


BAD_TREES: list[tuple[Rule, str, str, str]] = [
    (imports_point_one_way, "jd_builder/domain/a.py", "from jd_builder.text import clean", "jd_builder.text"),
    (imports_point_one_way, "jd_builder/checks/a.py", "import jd_builder.export.word", "jd_builder.export"),
    (imports_point_one_way, "jd_builder/checks/a.py", "def f():\n    from jd_builder import drafts", "drafts"),
    (imports_point_one_way, "jd_builder/text/deep/a.py", "from ...services import drafts", "jd_builder.services"),
    (imports_point_one_way, "jd_builder/text/a.py", "from .. import storage", "jd_builder.storage"),
    (imports_point_one_way, "jd_builder/ui/a.py", "import jd_builder.cli", "jd_builder.cli"),
    (imports_point_one_way, "jd_builder/services/a.py", "import jd_builder.settings", "jd_builder.settings"),
    (imports_point_one_way, "jd_builder/helpers/a.py", "import jd_builder.domain", "helpers"),
    (every_library_has_its_home, "jd_builder/services/a.py", "import streamlit as st", "streamlit"),
    (every_library_has_its_home, "jd_builder/rewriting/guard.py", "from openai import OpenAI", "client.py"),
    (every_library_has_its_home, "jd_builder/ui/a.py", "def f():\n    import pandas", "no file of ours"),
    (heavy_libraries_are_imported_when_first_needed, "jd_builder/content/a.py", "from lxml import html", "lxml"),
    (heavy_libraries_are_imported_when_first_needed, "app.py", "try:\n    import docx\nexcept E:\n    pass", "docx"),
    (the_domain_knows_pydantic_alone, "jd_builder/domain/a.py", "import yaml", "yaml"),
    (the_domain_knows_pydantic_alone, "jd_builder/domain/a.py", "from pathlib import Path", "pathlib"),
    (modules_are_short, "jd_builder/ui/a.py", "a = 1\n" * 301, "301 lines"),
    (modules_are_short, "jd_builder/ui/a.py", "a = 1\n" * 101, "half the modules"),
    (functions_are_short, "jd_builder/ui/a.py", "def f():\n" + "    a = 1\n" * 41, "f has 41 lines"),
    (the_top_level_holds_what_everyone_expects, "notes.txt", "", "notes.txt"),
    (no_file_names_one_machine, "docs/a.md", "see /ho" + "me/kim/jd", "docs/a.md:1"),
    (no_file_names_one_machine, "tests/a.py", "url = 'https://py" + "pi.org/simple'", "tests/a.py:1"),
    (every_library_is_pinned, "requirements.txt", "click>=8", "click>=8"),
]


@pytest.mark.parametrize(("rule", "file", "text", "said"), BAD_TREES, ids=[f"{bad[1]}-{bad[3]}" for bad in BAD_TREES])
def test_a_tree_that_breaks_a_rule_is_told_so(tmp_path: Path, rule: Rule, file: str, text: str, said: str) -> None:
    plant(tmp_path, {file: text})
    assert any(said in sentence for sentence in rule(tmp_path)), rule(tmp_path)


CIRCLES = {
    "at the top": {"a.py": "from jd_builder.export import b", "b.py": "import jd_builder.export.a"},
    "in a function": {"a.py": "from jd_builder.export.b import x", "b.py": "def f():\n    from . import a"},
    "for types alone": {"a.py": "from .b import x", "b.py": "if TYPE_CHECKING:\n    from .a import x"},
    "over a third": {"a.py": "from .b import x", "b.py": "from .deep.c import x", "deep/c.py": "from ..a import x"},
    "of a package": {"deep/__init__.py": "from .c import x", "deep/c.py": "from jd_builder.export.deep import y"},
}


@pytest.mark.parametrize("circle", CIRCLES.values(), ids=CIRCLES)
def test_modules_that_import_one_another_are_named(tmp_path: Path, circle: dict[str, str]) -> None:
    plant(tmp_path, {f"jd_builder/export/{file}": text for file, text in circle.items()})
    (said,) = no_module_leads_back_to_itself(tmp_path)
    assert all(module_name(f"jd_builder/export/{file}") in said for file in circle), said


def test_a_tree_that_keeps_the_rules_is_left_in_peace(tmp_path: Path) -> None:
    good = {
        "app.py": "import streamlit\nfrom jd_builder.ui import page\nfrom jd_builder.settings import Settings",
        "jd_builder/services/a.py": "from jd_builder import __version__\nfrom jd_builder.export import word",
        "jd_builder/export/word.py": "import docx\nfrom . import styles\nfrom jd_builder.domain import document",
        "jd_builder/export/styles.py": "from jd_builder import __version__",
        "jd_builder/content/page.py": "def read():\n    from lxml import html",
        "jd_builder/domain/document.py": "import re\nfrom pydantic import BaseModel",
        "README.md": "See https://example.com/ho" + "me/ and /etc/passwd.",
    }
    plant(tmp_path, good)
    assert [sentence for rule in RULES for sentence in rule(tmp_path)] == []
