"""Names of files, made of the names of articles: none leads out of its folder, no two are one."""

from unicodedata import normalize

import regex

_SUFFIX = regex.compile(r"(?i)\.te?xt\Z")
_UNSAFE = regex.compile(r"[^\p{L}\p{M}\p{N}_-]+")
"""A point too: what stands behind it would pass for a suffix."""
_RESERVED = regex.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\Z")
_LONGEST = 100
"""How many bytes a name may take: file systems bear 255, with a suffix and a folder before it."""


class FileNames:
    """Gives each article a name for its files that no other has, on any file system."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}
        """By a name as a file system may see it: the number that the next one so named gets."""

    def stem(self, name: str) -> str:
        """Return a file name without suffix for the article of that ``name``."""
        stem = _safe(name)
        number = self._next.get(_seen(stem), 1)
        unique = stem if number == 1 else f"{stem}-{number}"
        while number > 1 and _seen(unique) in self._next:
            number += 1
            unique = f"{stem}-{number}"
        self._next[_seen(stem)] = number + 1
        self._next.setdefault(_seen(unique), 2)
        return unique


def _safe(name: str) -> str:
    safe = _UNSAFE.sub("_", _SUFFIX.sub("", normalize("NFC", name))).strip("_-")
    safe = safe.encode()[:_LONGEST].decode("utf-8", "ignore").rstrip("_-")
    return f"_{safe}" if not safe or _RESERVED.match(safe) else safe


def _seen(stem: str) -> str:
    """Return what is the same for names that are one where case and composition do not count."""
    return normalize("NFKC", normalize("NFKC", stem).casefold())
