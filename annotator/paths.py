"""Where the files that travel with the program are.

In a wheel ``resources/`` and ``seeds/`` lie inside the package; in a checkout they stand
beside it.  No other module may know of that difference.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resources() -> "Traversable":
    """Return the folder of fonts, translations, gazetteers and guidelines."""
    return _folder("resources")


def seeds() -> "Traversable":
    """Return the folder of sample articles with the layers of two authors."""
    return _folder("seeds")


@cache
def _folder(name: str) -> "Traversable":
    """Return the folder inside the package, else the one beside it."""
    from importlib.resources import files  # late: most commands read none, and it takes a while

    inside = files("annotator") / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name
