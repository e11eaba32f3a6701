"""What can be read of fields that another version of the program wrote, say.

What cannot be read is nothing; all else is read.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from annotator.core.errors import AnnotatorError
from annotator.core.fields import Fields

_GREATEST = 2**31 - 1
"""The window counts no further."""

Read = TypeVar("Read")


def read_count(told: Fields, key: str) -> int:
    """Return a number that counts something.

    Raises:
        ValueError: if it is none that can be used.
    """
    count = told.whole_number(key)
    if not 0 <= count <= _GREATEST:
        raise ValueError(key)
    return count


def readable(told: Fields, key: str, read: Callable[[Fields], Read]) -> Iterator[Read]:
    """Yield what can be read of a list of objects."""
    listed = told.value(key)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict):
            with suppress(AnnotatorError, ValueError):
                yield read(Fields(one))
