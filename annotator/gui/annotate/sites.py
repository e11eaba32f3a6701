"""Where something was begun that goes on another day, and how that is told in JSON."""

from typing import NamedTuple, TypeVar

from annotator.core.fields import Fields
from annotator.core.readable import read_count

_MOST = 50
"""So many things of a kind are kept: the latest ones."""

Told = dict[str, object]
Noted = TypeVar("Noted")


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


def keep_latest(kept: dict[Site, Noted], site: Site, one: Noted | None) -> None:
    """Keep something for a place as the latest; nothing, if it is ``None``."""
    kept.pop(site, None)
    if one is not None:
        kept[site] = one
        while len(kept) > _MOST:
            del kept[next(iter(kept))]
