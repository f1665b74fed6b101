"""The app in a process that begins with its libraries loaded: one that is killed a thousand times has to start soon."""

import os
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path

from jd_builder.services import catalogue
from tests.conftest import REPOSITORY
from tests.e2e.conftest import answers, free_port, until
from tests.storage.processes import CONTEXT

for each in ("streamlit.web.cli", "jd_builder.assembly.assemble", "jd_builder.storage.opening"):
    import_module(each)
catalogue.role("ciso")
catalogue.layouts()


class App:
    """Otherwise as ``make run`` starts it, on a free port and with a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        self.process = CONTEXT.Process(target=_serve, args=(self.port, data))
        self.process.start()
        until(lambda: answers(self.port))

    def kill(self) -> None:
        self.process.kill()
        self.process.join()


def _serve(port: int, data: Path) -> None:
    from streamlit.web import cli

    os.chdir(REPOSITORY)
    os.environ["JD_DATA_DIR"] = str(data)
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        cli.main(["run", "app.py", "--server.headless", "true", "--server.port", str(port)])
