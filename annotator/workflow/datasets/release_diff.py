"""How one release differs from another: articles and spans added, removed, changed."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.manifest import ReleasedArticle
from annotator.workflow.imports.released import articles_of, manifest_of


@dataclass(slots=True)
class ReleaseDiff:
    """How a newer release differs from an older one."""

    added: list[str] = field(default_factory=list)
    """Names of articles."""
    removed: list[str] = field(default_factory=list)
    moved: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Articles in another split: by name, which it was and is."""
    renamed: dict[str, str] = field(default_factory=dict)
    """What articles are called now, by what they were called."""
    changed: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Articles whose spans differ: how many were added, how many removed."""
    said_otherwise: dict[str, int] = field(default_factory=dict)
    """Articles with spans that stayed and say something else: another value, note or doubt.

    How many such spans there are; of two releases one of which does not tell it, none.
    """
    spans_added: Counter[str] = field(default_factory=Counter)
    """By label, in articles that both have."""
    spans_removed: Counter[str] = field(default_factory=Counter)


def diff(older: Path, newer: Path) -> ReleaseDiff:
    """Return how ``newer`` differs from ``older``; articles are the same if their texts are.

    Raises:
        FileError: if either is no release.
    """
    found = ReleaseDiff()
    before, after = ({one.sha256: one for one in _of(path)} for path in (older, newer))
    found.added = [one.name for key, one in after.items() if key not in before]
    found.removed = [one.name for key, one in before.items() if key not in after]
    for key, was in before.items():
        if key in after:
            _compare(found, was, after[key])
    return found


def _of(path: Path) -> list[ReleasedArticle]:
    manifest_of(path)
    return articles_of(path)


def _compare(found: ReleaseDiff, was: ReleasedArticle, one: ReleasedArticle) -> None:
    if was.split != one.split:
        found.moved[one.name] = (was.split, one.split)
    if was.name != one.name:
        found.renamed[was.name] = one.name
    added, removed = set(one.spans) - set(was.spans), set(was.spans) - set(one.spans)
    if added or removed:
        found.changed[one.name] = (len(added), len(removed))
    said = {span: span.said for span in was.spans}
    otherwise = sum(
        None not in (span.said, said.get(span)) and span.said != said[span] for span in one.spans
    )
    if otherwise:
        found.said_otherwise[one.name] = otherwise
    found.spans_added.update(span.label for span in added)
    found.spans_removed.update(span.label for span in removed)
