"""Where something was begun that goes on another day, and how that is told in JSON.

What cannot be read, from another version of the program say, is nothing; all else is read.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple, TypeVar

from annotator.core.errors import AnnotatorError
from annotator.core.fields import Fields

_MOST = 50
"""So many things of a kind are kept: the latest ones."""
_GREATEST = 2**31 - 1
"""Qt counts no further."""

Told = dict[str, object]
Noted = TypeVar("Noted")
Read = TypeVar("Read")


class Site(NamedTuple):
    """Where something was begun: a stretch of an article, code points, end exclusive."""

    article_id: str
    start: int
    end: int
    of: str = ""
    """The id of the conflict, or the label of the span of gold: several may lie on one stretch."""

    def told(self) -> Told:
        """Return it as JSON."""
        return {"article": self.article_id, "start": self.start, "end": self.end, "of": self.of}


def read_site(told: Fields) -> Site:
    """Return the site that ``told`` tells of."""
    start, end = read_count(told, "start"), read_count(told, "end")
    return Site(told.text("article"), start, end, told.text("of"))


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


def keep_latest(kept: dict[Site, Noted], site: Site, one: Noted | None) -> None:
    """Keep something for a place as the latest; nothing, if it is ``None``."""
    kept.pop(site, None)
    if one is not None:
        kept[site] = one
        while len(kept) > _MOST:
            del kept[next(iter(kept))]
