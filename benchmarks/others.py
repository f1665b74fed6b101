"""How much of the machine other programs took while something was measured."""

import os
from pathlib import Path


class Others:
    """Counts from when it is made. Only on Linux, whose /proc counts the time of all programs together."""

    def __init__(self) -> None:
        self._before = _counted()

    def share(self) -> float | None:
        """From 0 to 1. Processes of ours count as ours once they have ended and were waited for."""
        if self._before is None or (now := _counted()) is None:
            return None
        total, busy, own = (after - before for after, before in zip(now, self._before, strict=True))
        return max(busy - own, 0) / total if total else None


def _counted() -> tuple[float, float, float] | None:
    """Seconds that there were on all cores, that were used, and that we used."""
    try:
        words = Path("/proc/stat").read_text(encoding="ascii").split("\n", 1)[0].split()
    except OSError:
        return None
    user, nice, system, idle, waiting, *rest = (int(word) / os.sysconf("SC_CLK_TCK") for word in words[1:9])
    busy = user + nice + system + sum(rest)
    return busy + idle + waiting, busy, sum(os.times()[:4])
