"""How the program begins."""

import subprocess
import sys

BEGIN = """
import gc, weakref

class Cycle:
    def __init__(self):
        self.me = self

gc.disable()
left = weakref.ref(Cycle())
from annotator.gui.app import application
application()
print(left() is None, gc.get_freeze_count() > 0)
"""


def test_what_was_garbage_before_the_window_is_not_kept_for_good() -> None:
    done = subprocess.run([sys.executable, "-c", BEGIN], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_the_window_begins_without_what_the_charts_need() -> None:
    """Neither costs memory or time until somebody wants a chart, in another process."""
    ask = "import sys, annotator.gui.app; print({'numpy', 'matplotlib'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
