"""Servers to measure: the app with a data folder of its own, and an empty app with stock settings."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from time import monotonic, sleep

REPOSITORY = Path(__file__).parents[1]
EMPTY = Path(__file__).parent / "apps" / "empty.py"
_TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """One Streamlit process. What it costs is read from /proc, so only on Linux."""

    def __init__(self, app: Path, folder: Path, options: Sequence[str], data: Path, **settings: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://localhost:{self.port}"
        command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.headless", "true", *options]
        self.process = subprocess.Popen(
            [*command, "--server.port", str(self.port)],
            cwd=folder,
            env={**os.environ, "JD_DATA_DIR": str(data), **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def wait(self) -> "Server":
        """Until it answers. That is long before it has run the app for the first time."""
        end = monotonic() + 60
        while monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                sleep(0.02)
        raise TimeoutError("The server did not start within a minute.")

    def cpu(self) -> float:
        """Seconds of computing so far, of threads that have ended too."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> int:
        """Kilobytes that are this process's alone."""
        lines = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(30)


def ours(data: Path, **settings: str) -> Server:
    """The app as people run it, with the settings of the repository and what an administrator adds."""
    data.mkdir(exist_ok=True)
    return Server(REPOSITORY / "app.py", REPOSITORY, (), data, **settings)


def empty(folder: Path) -> Server:
    """An app that does nothing, in a folder that says nothing of settings."""
    folder.mkdir(exist_ok=True)
    return Server(Path(shutil.copy(EMPTY, folder)), folder, (), folder)
