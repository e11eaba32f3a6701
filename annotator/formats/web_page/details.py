"""What a page tells machines of its article: title, day, address and outlet."""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from annotator.arabic import ARABIC
from annotator.core.article_table import day_in
from annotator.core.text import is_storable
from annotator.formats.web_page.elements import Element

_TITLES = ("og:title", "twitter:title")
_DAYS = (
    *("article:published_time", "datepublished", "dc.date", "dc.date.issued", "dcterms.created"),
    *("publishdate", "publish-date", "pubdate", "sailthru.date", "date"),
)
_OUTLETS = ("og:site_name", "dc.publisher", "application-name")
_MOST_SCRIPT = 1 << 20
_MOST_OBJECTS = 10_000
_LONGEST = 1000
_MOST_DAYS = 100


class Details:
    """The details of one page; what is not told is ``None``."""

    def __init__(self, title: str | None, elements: Mapping[str, Sequence[Element]]) -> None:
        """Say what the page is called, and which elements it has, by their names."""
        self._title = title
        self._elements = elements
        self._metas = self._metas_by_name()
        self._data = list(self._objects())

    @property
    def title(self) -> str | None:
        """The title of the article, not that of the page if it tells both."""
        headings = (one.text for one in self._elements["h1"])
        return _first((*self._told(_TITLES), *islice(headings, 1), self._title))

    @property
    def outlet(self) -> str | None:
        """The name of the site."""
        publishers = (one.get("publisher") for one in self._data)
        names = (one.get("name") for one in publishers if isinstance(one, dict))
        return _first((*self._told(_OUTLETS), *names))

    @property
    def url(self) -> str | None:
        """The address that the page gives itself."""
        links = (
            one.getattr("href", None)
            for one in self._elements["link"]
            if (one.getattr("rel", None) or "").casefold() == "canonical"
        )
        addresses = chain(links, self._told(("og:url",)))
        return next((one for one in map(_plain, addresses) if one and "://" in one), None)

    @property
    def published(self) -> str | None:
        """The day of publication, in ISO."""
        said = (one.get("datePublished") for one in self._data)
        times = (one.getattr("datetime", None) for one in self._elements["time"])
        told = map(_plain, chain(self._told(_DAYS), said, times))
        days = (day_in(one, ARABIC) for one in islice(told, _MOST_DAYS) if one)
        return next(filter(None, days), None)

    def _metas_by_name(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for meta in self._elements["meta"]:
            for key in ("property", "name", "itemprop"):
                if name := meta.getattr(key, None):
                    found.setdefault(name.casefold(), meta.getattr("content", None) or "")
        return found

    def _told(self, names: Iterable[str]) -> Iterator[str]:
        return (self._metas[name] for name in names if name in self._metas)

    def _objects(self) -> Iterator[dict[str, Any]]:
        """Yield the objects of the page's JSON-LD, the outer ones first."""
        waiting: deque[Any] = deque()
        for script in self._elements["script"]:
            source = script.text
            is_data = script.getattr("type", None) == "application/ld+json"
            if is_data and len(source) <= _MOST_SCRIPT:
                try:
                    waiting.append(json.loads(source, strict=False))
                except (ValueError, RecursionError):
                    continue  # pages are often wrong there, and their articles are not
        for _ in range(_MOST_OBJECTS):
            if not waiting:
                return
            one = waiting.popleft()
            if isinstance(one, dict):
                yield one
                waiting.extend(one.values())
            elif isinstance(one, list):
                waiting.extend(one)


def _first(candidates: Iterable[object]) -> str | None:
    return next(filter(None, map(_plain, candidates)), None)


def _plain(told: object) -> str | None:
    """Return a text in one line, as a list can show it, if it is one."""
    if not isinstance(told, str) or not is_storable(told):
        return None
    return " ".join(told[:_LONGEST].split()) or None
