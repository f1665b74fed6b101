"""Many drafts to Word files: against pandoc started for each file, against ourselves with one process, and memory.

The same 1,000 drafts are built in turn by each way, so that whatever else the machine does meets all of them.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from time import perf_counter

from jd_builder.services import building, draft_files

Row = tuple[str, float, str]
DRAFTS, ROUNDS, PROCESSES = 1_000, 5, 2
PANDOC_DRAFTS = 100  # one tenth: a second more or less of pandoc's start changes nothing for the rest
DRAFT = """\
version: 1
role: ciso
documents: [private-advert]
organisation:
  name: Harbour Mutual
  sector: regulated-finance
  nation: england
  about: |
    Harbour Mutual is owned by its 640,000 members.

    We look after their savings from Leeds and 42 branches.
  benefits: [30 days' leave and bank holidays, A pension with 10% from us, Time off to volunteer]
  pension: 10% from us, 5% from you
post:
  title: Chief information security officer
  reference: HM-{number}
  location: [Leeds, Bristol]
  work-pattern: {{pattern: hybrid, days-on-site: 2}}
  pay: {{minimum: 105000, maximum: 130000, bonus: up to 15% for agreed goals}}
  contract: permanent
  hours: 37.5
  flexible: [part-time, job-share]
  reports-to: Chief operating officer
  closing: 2026-12-18 23:59
  interviews: [2027-01-20, 2027-01-21]
  apply: {{link: https://harbour.example/jobs/ciso, documents: [a CV of two pages, a letter]}}
  contact: {{name: Recruitment team, email: recruitment@harbour.example, phone: 0113 496 0000}}
  direct-reports: 5
  team-size: 14
  selection: [A call with the manager, A task of one hour, An interview with three people]
choose: {{star: [ciso.duty.1, ciso.duty.2, ciso.duty.5, ciso.duty.7]}}
"""


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        drafts = _written(Path(folder), DRAFTS)
        ways: dict[str, Callable[[], float]] = {
            "one": lambda: _ours(drafts, Path(folder) / "one", 1),
            "two": lambda: _ours(drafts, Path(folder) / "two", PROCESSES),
            "table": lambda: _of_a_table(Path(folder)),
        }
        if which("pandoc"):
            markdown = _markdown(Path(folder))
            ways["pandoc"] = lambda: _pandoc(markdown, Path(folder) / "pandoc")
        else:
            print("pandoc is not installed: the row that compares with it is left out.", file=sys.stderr)
        times = _in_turn(ways)
        memory = _memory(Path(folder))
    found = [("1,000 drafts, --jobs 2, against one process", _ratio(times, "one", "two"), "at least 1.5")]
    if "pandoc" in times:
        found.append(("1,000 drafts, --jobs 2, against pandoc for each", _ratio(times, "pandoc", "two"), "at least 4"))
        table = _ratio(times, "pandoc", "table")
        found.append(("1,000 rows of a table, --jobs 2, against pandoc for each", table, "at least 4"))
    return [*found, ("memory of 10,000 drafts against 1,000, --jobs 2", memory, "at most 1.3")]


def _in_turn(ways: dict[str, Callable[[], float]]) -> dict[str, list[float]]:
    """Seconds of each way for all drafts, once in each round."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            times[name].append(way())
    return times


def _ratio(times: dict[str, list[float]], slower: str, faster: str) -> float:
    """The quickest round of each, which other programs disturbed least."""
    return min(times[slower]) / min(times[faster])


def _written(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"job-{each:05}.yaml" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_text(DRAFT.format(number=each), "utf-8")
    return paths


def _ours(drafts: list[Path], out: Path, jobs: int) -> float:
    """Seconds for the whole command, its start included."""
    start = perf_counter()
    subprocess.run(_command(drafts, out, jobs), check=True, stdout=subprocess.DEVNULL, env=_without_store(out))
    return perf_counter() - start


def _of_a_table(folder: Path) -> float:
    """The same from one draft and a table of references."""
    base, table = folder / "job-00000.yaml", folder / "posts.csv"
    table.write_text("post.reference\n" + "".join(f"HM-{each}\n" for each in range(DRAFTS)), "utf-8")
    command = [sys.executable, "-m", "jd_builder", "build", "--base", str(base), "--table", str(table)]
    start = perf_counter()
    subprocess.run(
        [*command, "-o", str(folder / "table"), "--jobs", str(PROCESSES)], check=True, stdout=subprocess.DEVNULL
    )
    return perf_counter() - start


def _command(drafts: list[Path], out: Path, jobs: int) -> list[str]:
    return [sys.executable, "-m", "jd_builder", "build", *map(str, drafts), "-o", str(out), "--jobs", str(jobs)]


def _without_store(out: Path) -> dict[str, str]:
    """Where nobody keeps anything, as what a person has on this machine is no part of it."""
    return {**os.environ, "JD_DATA_DIR": str(out.parent / "data")}


def _markdown(folder: Path) -> Path:
    """The text of the same document, for pandoc."""
    draft = draft_files.read(DRAFT.format(number=1), "job.yaml").draft
    (made,) = building.make(draft, building.Order(datetime(2026, 11, 21, tzinfo=UTC), "md"))
    path = folder / "job.md"
    path.write_bytes(made.content)
    return path


def _pandoc(markdown: Path, out: Path) -> float:
    """Seconds for as many files as there are drafts, by two at a time; a part is run and the rest reckoned."""
    out.mkdir(exist_ok=True)
    start = perf_counter()
    with ThreadPoolExecutor(PROCESSES) as pool:
        list(pool.map(lambda number: _one_by_pandoc(markdown, out / f"{number}.docx"), range(PANDOC_DRAFTS)))
    return (perf_counter() - start) * DRAFTS / PANDOC_DRAFTS


def _one_by_pandoc(markdown: Path, to: Path) -> None:
    subprocess.run(["pandoc", "-f", "markdown", "-o", str(to), str(markdown)], check=True)


def _memory(folder: Path) -> float:
    """Peak memory of the command and its processes together, with ten times the work, as a ratio."""
    more = folder / "more"
    more.mkdir()
    drafts = _written(more, 10 * DRAFTS)
    return _peak(drafts, folder / "all") / _peak(drafts[:DRAFTS], folder / "some")


def _peak(drafts: list[Path], out: Path) -> float:
    """The most memory that was in use at once, in kB, as Linux's /proc tells it."""
    command = subprocess.Popen(_command(drafts, out, PROCESSES), stdout=subprocess.DEVNULL, env=_without_store(out))
    peak = 0
    while command.poll() is None:
        peak = max(peak, sum(map(_resident, _family(command.pid))))
        try:
            command.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
    if command.returncode or not peak:
        raise RuntimeError(f"build ended with {command.returncode}, and {peak} kB were seen")
    return peak


def _family(process: int) -> list[int]:
    """A process and those below it."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    except OSError:
        return [process]
    return [process, *(each for child in children for each in _family(int(child)))]


def _resident(process: int) -> int:
    """kB of memory that are this process's own: what it shares with others counts once, by parts."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").split("\n")
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    for what, ratio, target in rows():
        print(f"{what}: {ratio:.2f} ({target})")
