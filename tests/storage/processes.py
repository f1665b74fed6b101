"""Other processes for tests of what happens between them. They start with the libraries loaded."""

import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Any

_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
CONTEXT: Any = multiprocessing.get_context(_METHOD)
CONTEXT.set_forkserver_preload(["alembic.command", "psycopg", "tests.storage.places", "tests.faults.warm"])


def at_once(work: Callable[..., Any], *arguments: Sequence[Any]) -> list[Any]:
    """What ``work(barrier, *arguments)`` gave in a process for each of the arguments."""
    barrier = CONTEXT.Barrier(len(arguments))
    running = [_started(work, barrier, given) for given in arguments]
    answers = [receiver.recv() for _, receiver in running]
    for process, receiver in running:
        process.join()
        receiver.close()
    failed = [answer for answer in answers if isinstance(answer, BaseException)]
    assert not failed, failed
    return answers


def ends(work: Callable[..., None], *arguments: Any) -> int | None:
    """Run to its end in another process; the exit code, negative if it was killed."""
    process = CONTEXT.Process(target=work, args=arguments)
    process.start()
    process.join()
    code: int | None = process.exitcode
    process.close()
    return code


def _started(work: Callable[..., Any], barrier: Barrier, given: Sequence[Any]) -> tuple[Any, Connection]:
    receiver, sender = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=_run, args=(work, barrier, sender, *given))
    process.start()
    sender.close()
    return process, receiver


def _run(work: Callable[..., Any], barrier: Barrier, sender: Connection, *given: Any) -> None:
    try:
        sender.send(work(barrier, *given))
    except BaseException as error:
        barrier.abort()
        sender.send(RuntimeError(f"{type(error).__name__}: {error}"))
