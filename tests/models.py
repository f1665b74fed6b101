"""A real OpenAI-compatible server to test against: aimock, which runs on Node."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.conftest import REPOSITORY, missing


@contextmanager
def model_server() -> Iterator[str]:
    """The address of a server that knows the models of tests/model_server.mjs."""
    node = shutil.which("node") or missing("The program node")
    if not (REPOSITORY / "node_modules" / "@copilotkit" / "aimock").is_dir():
        missing("The npm package @copilotkit/aimock (npm ci)")
    command = [node, "tests/model_server.mjs"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=pipe, stdout=pipe, text=True) as server:
        assert server.stdout is not None
        yield f"{server.stdout.readline().strip()}/v1"
        server.terminate()
