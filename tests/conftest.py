"""What many tests need of the world outside, and what happens where it is not at hand."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]
ToPdf = Callable[[Iterable[Path], Path], list[Path]]
ByLibreOffice = Callable[[Iterable[Path], Path, str], list[Path]]

# A machine that is busy with something else is no reason for a test to fail.
settings.register_profile("ours", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write tests/golden anew instead of comparing with it")


def missing(what: str) -> NoReturn:
    """Skip a test whose means are not on this machine; fail it where everything has to be there.

    CI sets ``JD_TEST_REQUIRE_ALL=1``, so that no test is left out there without anyone noticing.
    """
    if os.environ.get("JD_TEST_REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and JD_TEST_REQUIRE_ALL=1 asks for every test.")
    pytest.skip(f"{what} is missing on this machine.")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the two documents that the product is built on."""
    return _shared("seeds")


@pytest.fixture(scope="session")
def framework_data() -> Path:
    """The folder with more of the framework: pages, a CSV and what reading them must give."""
    return _shared("framework")


@pytest.fixture(scope="session")
def guard_data() -> Path:
    """The folder with rewrites that are known to be honest or bad."""
    return _shared("guard")


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice. To convert files take ``by_libreoffice``: two of them cannot share a profile."""
    return _program("soffice", "libreoffice")


@pytest.fixture(scope="session")
def pdftotext() -> str:
    return _program("pdftotext")


@pytest.fixture(scope="session")
def pdftoppm() -> str:
    return _program("pdftoppm")


@pytest.fixture(scope="session")
def chromium() -> str:
    return _program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def by_libreoffice(soffice: str, tmp_path_factory: pytest.TempPathFactory) -> ByLibreOffice:
    """``by_libreoffice(paths, out_dir, "pdf")`` gives what it makes of each file, in the same order.

    One call converts them all, as LibreOffice takes a second to start and a tenth for each file.
    Every worker of a parallel run has a profile of its own: with a shared one, a second LibreOffice
    hands its files to the first and ends at once, having written nothing.
    """
    profile = tmp_path_factory.mktemp("soffice-profile").as_uri()

    def convert(paths: Iterable[Path], out_dir: Path, to: str) -> list[Path]:
        sources = list(paths)
        made = [out_dir / f"{source.stem}.{to.partition(':')[0]}" for source in sources]
        assert len(set(made)) == len(made), "two files of the same name would overwrite each other"
        command = [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        command += ["--outdir", str(out_dir), *map(str, sources)]
        patience = 120 + 10 * len(sources)  # seconds, for a machine that is busy with much else
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=False)
        lost = [str(file) for file in made if not file.is_file()]
        assert not lost, f"LibreOffice wrote no {', '.join(lost)}: {done.stdout}{done.stderr}"
        return made

    return convert


@pytest.fixture(scope="session")
def to_pdf(by_libreoffice: ByLibreOffice) -> ToPdf:
    """``to_pdf(paths, out_dir)`` gives the PDF of each file, in the same order."""
    return lambda paths, out_dir: by_libreoffice(paths, out_dir, "pdf")


def _shared(folder: str) -> Path:
    """A folder of ``shared/``, which stands beside the repository and is no part of it."""
    path = REPOSITORY.parent / "shared" / folder
    return path if path.is_dir() else missing(f"shared/{folder} beside the repository")


def _program(*names: str) -> str:
    """The first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"The program {names[0]}")
