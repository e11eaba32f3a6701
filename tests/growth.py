"""How the time of some work grows with its size, whatever the machine has to do besides."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_TIMES = 3
_LEAST_S = 0.005
"""Below that the clock says nothing."""
MORE = 4
"""How many times as much the second time."""


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether four times the ``size`` takes less than twice four times as long.

    The square of it would take sixteen times as long.  Counted is what the processor spends on
    this process alone, and of several runs the shortest; not what it costs to look for garbage
    among all that tests before have left, which the larger work alone may set off.
    """
    with _garbage_left():
        return _seconds(work, MORE * size) < 2 * MORE * max(_LEAST_S, _seconds(work, size))


@contextmanager
def _garbage_left() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _seconds(work: Callable[[int], object], size: int) -> float:
    taken = []
    for _ in range(_TIMES):
        begun = time.process_time()
        work(size)
        taken.append(time.process_time() - begun)
    return min(taken)
