"""The command line as a shell runs it: real processes, their exit codes, signals and terminals."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

DRAFT = "documents: [private-advert]\npost: {title: Head of security, reference: R%s}\n"
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="processes that are copies, and /proc to look into them")
COLLECTING = """
import gc, sys
from jd_builder.cli import main
from jd_builder.services import bulk

def collected(*_):
    gc.collect()
    sizes = {line.split()[0]: line.split()[1] for line in open("/proc/self/smaps_rollup").readlines()[1:]}
    sys.stderr.write(f"{sizes['Private_Dirty:']} {sizes['Rss:']}\\n")

bulk._get_ready = collected
main(sys.argv[1:])
"""


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "jd_builder", *map(str, arguments)]


def run(*arguments: object, stdin: bytes = b"", **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        command(*arguments),
        cwd=REPOSITORY,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
        env=os.environ | environment,
    )


def many(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{each:04}.yaml" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_text(DRAFT % each, "utf-8")
    return paths


def test_new_into_build_makes_a_word_file(tmp_path: Path) -> None:
    new = run("new")
    assert (new.returncode, new.stderr) == (0, b"")
    built = run("build", "-", "-o", tmp_path / "out", stdin=new.stdout)
    (file,) = (tmp_path / "out").iterdir()
    assert (built.returncode, built.stdout.decode().strip()) == (0, str(file))
    assert file.read_bytes().startswith(b"PK")


def test_wrong_values_end_with_1_and_wrong_use_with_2(tmp_path: Path) -> None:
    wrong = run("build", "-", "-o", tmp_path / "out", stdin=b"post: {hours: many}")
    assert (wrong.returncode, wrong.stdout) == (1, b"")
    assert wrong.stderr.decode().startswith("standard input:1: post.hours: 'many' is not a number")
    assert run("build", "-o", tmp_path / "out").returncode == 2


def test_a_terminal_without_the_letters_of_a_name_shows_their_numbers(tmp_path: Path) -> None:
    draft = "organisation: {name: Ελλάδα 👩‍💻}\n" + DRAFT
    built = run("build", "-", "-o", tmp_path, stdin=draft.encode(), PYTHONIOENCODING="latin-1")
    assert built.returncode == 0
    assert b"\\u0395\\u03bb" in built.stdout


def test_a_draft_file_is_utf_8_whatever_the_terminal_is_set_to() -> None:
    assert run("new", PYTHONIOENCODING="ascii").stdout == run("new").stdout


def test_several_processes_print_what_one_prints(tmp_path: Path) -> None:
    drafts = many(tmp_path, 40)
    drafts[7].write_text("post: {hours: many}", "utf-8")
    one, two = (run("build", *drafts, "-o", tmp_path / "out", "--format", "md", "--jobs", jobs) for jobs in (1, 2))
    assert (two.returncode, two.stdout, two.stderr) == (1, one.stdout, one.stderr)
    assert two.stdout.count(b"\n") == 39


@linux
def test_processes_share_what_was_read_before_they_began_even_when_memory_is_tidied(tmp_path: Path) -> None:
    arguments = ["build", *many(tmp_path, 20), "-o", tmp_path / "out", "--jobs", 2]
    done = subprocess.run(
        [sys.executable, "-c", COLLECTING, *map(str, arguments)], cwd=REPOSITORY, capture_output=True, check=True
    )
    sizes = [line.split() for line in done.stderr.decode().split("\n") if line and "fill in" not in line]
    assert len(sizes) == 2
    assert all(int(own) < int(whole) / 4 for own, whole in sizes)  # about a half if everything was tidied


def test_listing_needs_no_word_and_no_templates() -> None:
    program = (
        "import sys; from jd_builder.cli import main; main(['roles'], standalone_mode=False);"
        "print(*(name for name in ('docx', 'lxml', 'jinja2', 'tqdm') if name in sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=REPOSITORY, capture_output=True, check=False)
    assert (done.returncode, done.stderr.split()) == (0, [])


@posix
def test_ctrl_c_ends_cleanly_and_leaves_whole_files_only(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build = subprocess.Popen(
        command("build", *many(tmp_path, 1500), "-o", out, "--format", "md", "--jobs", 2),
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert build.stdout
    with build:
        build.stdout.readline()
        os.killpg(build.pid, signal.SIGINT)
        told = build.communicate(timeout=60)[1].decode()
    assert build.returncode in (1, -signal.SIGINT)  # the second if it came while Python imported a module
    assert "Traceback" not in told
    assert told.strip().endswith("Aborted!")
    assert 0 < len(list(out.iterdir())) < 1500
    assert all(file.suffix == ".md" and file.read_bytes().endswith(b"\n") for file in out.iterdir())


@posix
@pytest.mark.parametrize("number", [3, 40])
def test_a_bar_shows_the_progress_of_long_work_to_a_person(tmp_path: Path, number: int) -> None:
    import termios

    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    arguments = command("build", *many(tmp_path, number), "-o", tmp_path / "out", "--format", "md")
    with subprocess.Popen(arguments, cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=theirs) as build:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b"")).decode()
        assert build.stdout
        paths = build.stdout.read().decode().split("\n")
    assert build.returncode == 0
    assert ("drafts" in shown) is (number == 40)
    assert shown.count("to fill in") == number
    assert len(paths) == number + 1
    assert all(Path(path).exists() for path in paths)


def _read(terminal: int) -> bytes:
    """What a terminal shows next, and nothing when the other side is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


@posix
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("roles", "--json"), cwd=REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as roles:
        assert roles.stdout
        assert roles.stderr
        time.sleep(0.01)
        roles.stdout.close()
        assert b"Traceback" not in roles.stderr.read()
