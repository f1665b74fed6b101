"""Results that are kept for a while for the whole process: held by each session they would be most of its memory."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The last results, each by the very object that it was made of: to compare would cost what it saves."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[int, tuple[K, V]] = OrderedDict()
        self._lock = Lock()

    def get(self, of: K, make: Callable[[], V]) -> V:
        with self._lock:
            found = self._held.get(id(of))
        if found is None or found[0] is not of:
            found = (of, make())
        with self._lock:
            self._held[id(of)] = found
            self._held.move_to_end(id(of))
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found[1]

    def newest_first(self) -> tuple[tuple[K, V], ...]:
        with self._lock:
            return tuple(reversed(self._held.values()))
