"""Results that are kept for a while for the whole process: held by each session they would be most of its memory."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The last results, each by the very object that it was made of: to compare would cost what it saves.

    What else went into a result is given ``beside`` it, such as the newest edition of a role: one that was
    made beside something else is not found again.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[int, tuple[K, V, object]] = OrderedDict()
        self._lock = Lock()

    def get(self, of: K, make: Callable[[], V], beside: object = None) -> V:
        with self._lock:
            found = self._held.get(id(of))
        if found is None or found[0] is not of or found[2] is not beside:
            found = (of, make(), beside)
        with self._lock:
            self._held[id(of)] = found
            self._held.move_to_end(id(of))
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return found[1]

    def newest_first(self, beside: object = None) -> tuple[tuple[K, V], ...]:
        with self._lock:
            return tuple((of, made) for of, made, known in reversed(self._held.values()) if known is beside)
