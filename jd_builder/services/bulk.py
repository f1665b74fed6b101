"""Many drafts built one after another or by several processes: same files, same order, bounded memory."""

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import active_count
from typing import TYPE_CHECKING

from jd_builder.content.builtin import builtin_roles
from jd_builder.domain.document import Run
from jd_builder.domain.draft import Draft
from jd_builder.domain.errors import DataFileError, UserError
from jd_builder.drafts.decoding import LARGEST
from jd_builder.export.registry import FORMATS
from jd_builder.services import catalogue, draft_files, tables
from jd_builder.services.building import Order, notes_on
from jd_builder.services.draft_formats import make
from jd_builder.services.errors import WrongUseError
from jd_builder.services.tables import Row, Table
from jd_builder.services.targets import Shelf, Target, in_words, scratch

if TYPE_CHECKING:
    from jd_builder.storage import Store

STANDARD_INPUT = "-"
_BATCH = 8  # drafts that a process takes at once
_AHEAD = 3  # batches under way or done for each process


@dataclass(frozen=True)
class Gaps:
    """What one document still lacks."""

    document: str
    missing: tuple[Run, ...]


@dataclass(frozen=True)
class Built:
    """What became of one draft: its files and their gaps, or sentences that say why there are none."""

    draft: str
    files: tuple[Path, ...] = ()
    gaps: tuple[Gaps, ...] = ()
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Item:
    """One draft to build; ``content`` only where it came in on standard input, ``row`` where a table has it."""

    number: int
    draft: str
    content: bytes | None = None
    row: Row | None = None


@dataclass(frozen=True)
class _Outcome:
    draft: str
    files: tuple[tuple[Path, str], ...] = ()
    gaps: tuple[Gaps, ...] = ()
    errors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def build(
    drafts: Sequence[str],
    order: Order,
    target: Target,
    jobs: int = 1,
    store: "Callable[[], Store | None]" = catalogue.no_store,
    table: Table | None = None,
) -> Generator[Built, None, None]:
    """Build drafts by their paths (``-`` is standard input), in order; a wrong one does not stop the others.

    ``store`` opens what each process looks up imported roles in. ``table`` stands in place of drafts.
    """
    if list(drafts).count(STANDARD_INPUT) > 1:
        raise WrongUseError("Standard input holds one draft.")
    shelf = Shelf(target)
    with scratch(target) as folder:
        items = _items(drafts) if table is None else _rows(table)
        work = _Work(order, folder, store, table)
        for outcome in _in_order(work, items, jobs if table else min(jobs, len(drafts))):
            if target.is_file and len(outcome.files) > 1:
                raise WrongUseError(
                    f"'{target.path}' is one file, and {outcome.draft} has {len(outcome.files)} documents.",
                    fix="Name a folder, or one of them with --layout.",
                )
            files = tuple(shelf.place(file, name) for file, name in outcome.files)
            yield Built(outcome.draft, files, outcome.gaps, outcome.errors, outcome.notes)


def _items(drafts: Iterable[str]) -> Iterator[_Item]:
    for number, path in enumerate(drafts, start=1):
        if path == STANDARD_INPUT:
            yield _Item(number, "standard input", sys.stdin.buffer.read(LARGEST + 1))
        else:
            yield _Item(number, path)


def _rows(table: Table) -> Iterator[_Item]:
    for number, row in enumerate(tables.rows(table), start=1):
        yield _Item(number, f"{table.path}:{row.line}", row=row)


@dataclass(frozen=True)
class _Work:
    """What to do with every draft, as another process can be told it."""

    order: Order
    folder: Path
    store: "Callable[[], Store | None]"
    table: Table | None

    def __call__(self, item: _Item) -> _Outcome:
        """One draft made into whole files in the scratch folder."""
        try:
            return self._made(item, *self._draft(item))
        except DataFileError as error:
            named = error if item.row else DataFileError(item.draft, error.problems)
            return _Outcome(item.draft, errors=tuple(named.lines()))

    def _draft(self, item: _Item) -> tuple[Draft, str]:
        """A draft, and a note on its file."""
        if self.table and item.row:
            return tables.draft_of(self.table, item.row), ""
        content = draft_files.content_of(item.draft) if item.content is None else item.content
        read = draft_files.read(content, item.draft)
        return read.draft, read.note

    def _made(self, item: _Item, draft: Draft, note: str) -> _Outcome:
        files, gaps = [], []
        for number, made in enumerate(make(draft, self.order), start=1):
            file = self.folder / f"{item.number}-{number}"
            with in_words(self.folder.parent):
                file.write_bytes(made.content)
            files.append((file, made.name))
            gaps.append(Gaps(made.document.name, made.document.gaps))
        notes = (*filter(None, [note]), *notes_on(draft, self.order))
        return _Outcome(item.draft, tuple(files), tuple(gaps), notes=notes)

    def batch(self, items: list[_Item]) -> list[_Outcome]:
        return [self(item) for item in items]


def _in_order(work: _Work, items: Iterable[_Item], jobs: int) -> Iterator[_Outcome]:
    if jobs <= 1:
        yield from map(work, items)
        return
    try:
        yield from _by_processes(work, iter(items), jobs)
    except BrokenProcessPool as error:
        raise UserError("A process was ended from outside; there may be too little memory for --jobs.") from error


def _by_processes(work: _Work, items: Iterator[_Item], jobs: int) -> Iterator[_Outcome]:
    """The outcomes in order. No more than a few batches are under way, so memory does not grow with the work."""
    waiting: deque[Future[list[_Outcome]]] = deque()
    pool = ProcessPoolExecutor(jobs, _context(work.order.format), _get_ready, (work.order.format, work.store))
    try:
        while batch := list(islice(items, _BATCH)):
            with _deaf_children():
                waiting.append(pool.submit(work.batch, batch))
            if len(waiting) > jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _context(format_: str) -> BaseContext:
    """Copies of this process, in which all that drafts need is read already, where it is safe to make them.

    A copy of a process with threads may wait for ever for what one of them held, so there, and on
    systems that do not copy safely, each process is a new one. Copies share memory until one writes to it,
    and the garbage collector writes to everything that it looks through: what is there by now it leaves alone.
    """
    if sys.platform != "linux" or active_count() > 1:
        return get_context("spawn")
    _read(format_)
    gc.freeze()
    return get_context("fork")


@contextmanager
def _deaf_children() -> Iterator[None]:
    """Processes that are started here do not hear Ctrl+C: it is for this one, which ends them in order."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _get_ready(format_: str, store: "Callable[[], Store | None]") -> None:
    """A process that has been started for drafts, before the first of them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # on Windows, where a process cannot be started deaf
    catalogue.kept_in(store)
    _read(format_)


def _read(format_: str) -> None:
    """Everything that all drafts need, once."""
    builtin_roles()
    catalogue.layouts()
    import_module("jd_builder.assembly.assemble")
    if format_ in FORMATS:
        import_module(FORMATS[format_].module)
