"""Whether a release still is what was released, and how one release differs from another.

A folder of strangers may say anything: nothing that its manifest names is looked at outside it.
"""

import errno
import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from annotator.arabic import ARABIC
from annotator.core.duplicates import shingles_of, similar_pairs
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, FileError, unreadable
from annotator.core.format import ArticleRecord, Format, Refused, Unit
from annotator.core.manifest import (
    ARTICLES,
    JUDGED_SPANS,
    MANIFEST,
    Manifest,
    ReleasedArticle,
    ReleasedFile,
    articles_in,
)
from annotator.core.progress import Progress
from annotator.core.text import clean_text, sha256_of
from annotator.formats import FORMATS
from annotator.workflow.incoming import incoming
from annotator.workflow.release import sha256_of_file

_LONGEST_MANIFEST = 200_000_000
"""Bytes; one of a million files has half of it."""


@dataclass(slots=True)
class VerifyReport:
    """What was found of a release."""

    name: str
    files: int = 0
    articles: int = 0
    spans: int = 0
    """How many were read again and compared with their texts, in all formats that are read."""
    read: list[str] = field(default_factory=list)
    """The formats that were read again."""
    problems: list[AnnotatorError] = field(default_factory=list)


def verify(out: Path, progress: Progress) -> VerifyReport:
    """Read a release again: files against their hashes, quotes, splits and leaks.

    Raises:
        FileError: if ``out`` is no release, or its manifest cannot be read.
    """
    manifest = _manifest(out)
    return _Verifying(out, manifest, progress).verify()


def _manifest(out: Path) -> Manifest:
    try:
        with _opened(out, MANIFEST) as file:
            return Manifest.from_json(file.read(_LONGEST_MANIFEST))
    except OSError as error:
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{folder}” is no release: its “{file}” cannot be read ({why})."
            ),
            folder=out.name,
            file=MANIFEST,
            why=error.strerror or error,
        ) from error


def _listed(out: Path) -> list[ReleasedArticle]:
    try:
        with _opened(out, ARTICLES) as file:
            return list(articles_in(file))
    except OSError as error:
        raise unreadable(ARTICLES, error) from error


def _opened(out: Path, name: str) -> BinaryIO:
    path = _inside(out, name)
    if path is None:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    return path.open("rb")


def _inside(out: Path, name: str) -> Path | None:
    """Return the file of that name in the folder; nothing if a link or ``..`` leads elsewhere.

    A pipe or a device is no file: reading it might never end.
    """
    folder = os.path.realpath(out)
    # Unlike those of Path, these take names that are too long and links that go in circles.
    path = os.path.join(folder, *PurePosixPath(name).parts)  # noqa: PTH118
    is_there = os.path.realpath(path) == path and os.path.isfile(path)  # noqa: PTH113
    return Path(path) if is_there and path.startswith(folder + os.sep) else None


class _Verifying:
    """Reads one release again."""

    def __init__(self, out: Path, manifest: Manifest, progress: Progress) -> None:
        self._out = out
        self._manifest = manifest
        self._progress = progress
        self._report = VerifyReport(manifest.name)
        self._texts: dict[str, str] = {}
        """The texts that were read, by their hashes."""

    def verify(self) -> VerifyReport:
        report = self._report
        self._check_files()
        try:
            listed = _listed(self._out)
        except FileError as error:
            report.problems.append(error)
            return report
        report.articles = len(listed)
        splits = self._check_splits(listed)
        by_hash = {one.sha256: one for one in listed}
        for name in FORMATS:
            folder = self._out / name
            if folder.is_dir() and not folder.is_symlink() and _is_read_again(FORMATS[name]):
                self._check_format(name, by_hash)
        self._check_judged(by_hash)
        self._check_leaks(by_hash, splits)
        return report

    def _problem(self, template: str, **parameters: object) -> None:
        self._report.problems.append(FileError(template, **parameters))

    def _check_files(self) -> None:
        files = self._manifest.files
        for done, file in enumerate(files, start=1):
            self._check_file(file)
            self._progress.advance(done, len(files))
        self._report.files = len(files)
        known = {MANIFEST, *(file.path for file in files)}
        for path in sorted(self._out.rglob("*")):
            name = path.relative_to(self._out).as_posix()
            if name not in known and (path.is_symlink() or not path.is_dir()):
                self._problem(
                    QT_TRANSLATE_NOOP("errors", "“{file}” is no part of the release."), file=name
                )

    def _check_file(self, file: ReleasedFile) -> None:
        path = _inside(self._out, file.path)
        if path is None:
            self._problem(QT_TRANSLATE_NOOP("errors", "“{file}” is missing."), file=file.path)
            return
        try:
            is_whole = path.stat().st_size == file.size and sha256_of_file(path) == file.sha256
        except OSError as error:
            self._report.problems.append(unreadable(file.path, error))
            return
        if not is_whole:
            self._problem(
                QT_TRANSLATE_NOOP("errors", "“{file}” is not as it was released."), file=file.path
            )

    def _check_splits(self, listed: Sequence[ReleasedArticle]) -> dict[str, str]:
        """Return the split of each article, by its hash; tell of those that are in several."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one in listed:
            found[one.sha256].add(one.split)
        for one in listed:
            splits = found[one.sha256]
            if len(splits) > 1 and one.split == min(splits):
                self._problem(
                    QT_TRANSLATE_NOOP("errors", "“{article}” is in several splits: {splits}."),
                    article=one.name,
                    splits=", ".join(sorted(splits)),
                )
        return {sha256: min(splits) for sha256, splits in found.items()}

    def _check_format(self, name: str, listed: dict[str, ReleasedArticle]) -> None:
        """Read what a format holds, and compare it with the list and with its own texts."""
        self._report.read.append(name)
        for split, path in self._parts(name, {one.split for one in listed.values()}):
            for record in self._records(path, name):
                self._check_record(name, split, record, listed)

    def _check_judged(self, listed: dict[str, ReleasedArticle]) -> None:
        """Compare what leads ruled out with the texts: it stands beside the splits."""
        path = _inside(self._out, JUDGED_SPANS)
        if path is not None:
            for record in self._records(path, "jsonl"):
                self._check_record(JUDGED_SPANS, None, record, listed)

    def _records(self, path: Path, name: str) -> Iterator[ArticleRecord]:
        """Yield what can be read of a file; tell of the rest."""
        coming = incoming([path], self._out / MANIFEST, name)
        self._report.problems += [refused.why for refused in coming.refused]
        for _, record in coming.records():
            if isinstance(record, Refused):
                self._report.problems.append(record.why)
            else:
                yield record

    def _parts(self, name: str, splits: Collection[str]) -> Iterator[tuple[str, Path]]:
        """Yield the splits of a format with what holds them."""
        if FORMATS[name].holds_splits:
            inside = (self._out / name).rglob("*")
            paths = [path for path in inside if path.is_file() and path.stem in splits]
        else:
            paths = list((self._out / name).iterdir())
        for path in sorted(paths):
            if not path.is_symlink():  # told already, and nobody knows where it leads
                yield path.name.partition(".")[0], path

    def _check_record(
        self,
        name: str,
        split: str | None,
        record: ArticleRecord,
        listed: dict[str, ReleasedArticle],
    ) -> None:
        if record.text is None:
            sha256 = record.sha256 or ""
            text = self._texts.get(sha256)  # as another format has it
        else:
            sha256 = sha256_of(clean_text(record.text).text)
            text = record.text
        one = listed.get(sha256)
        told = record.name or sha256[:12]
        if one is None:
            self._problem(
                QT_TRANSLATE_NOOP(
                    "errors", "{format}: “{article}” has a text that was not released."
                ),
                format=name,
                article=told,
            )
            return
        if text is None:
            return
        self._texts.setdefault(sha256, text)
        if split not in (None, one.split):
            self._problem(
                QT_TRANSLATE_NOOP(
                    "errors", "{format}: “{article}” is in {found} and belongs to {split}."
                ),
                format=name,
                article=told,
                found=split,
                split=one.split,
            )
        for span in record.spans or ():
            self._report.spans += 1
            covered = text[span.start : span.end]
            if span.quote not in (None, covered) or not covered:
                self._problem(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "{format}: in “{article}” the {label} at {start} does not fit its text.",
                    ),
                    format=name,
                    article=told,
                    label=span.label,
                    start=span.start,
                )

    def _check_leaks(self, listed: dict[str, ReleasedArticle], splits: dict[str, str]) -> None:
        """Tell of articles in different splits that tell the same story."""
        hashes = list(self._texts)
        shingles = (shingles_of(self._texts[one], ARABIC) for one in hashes)
        for pair in similar_pairs(shingles):
            first, second = hashes[pair.first], hashes[pair.second]
            if pair.is_same_story and splits[first] != splits[second]:
                self._problem(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{article}” in {split} leaks into {other}: “{near}” tells the same story.",
                    ),
                    article=listed[first].name,
                    split=splits[first],
                    other=splits[second],
                    near=listed[second].name,
                )


def _is_read_again(format: Format) -> bool:
    """Tell whether what is read is what was written: of tokens the spacing is lost.

    What needs a library that may not be there is not read again: a release is whole without it.
    """
    is_read = format.read is not None and format.needs is None
    return is_read and format.unit is not Unit.TOKENS


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
    _manifest(path)
    return _listed(path)


def _compare(found: ReleaseDiff, was: ReleasedArticle, one: ReleasedArticle) -> None:
    if was.split != one.split:
        found.moved[one.name] = (was.split, one.split)
    if was.name != one.name:
        found.renamed[was.name] = one.name
    added, removed = set(one.spans) - set(was.spans), set(was.spans) - set(one.spans)
    if added or removed:
        found.changed[one.name] = (len(added), len(removed))
    found.spans_added.update(span.label for span in added)
    found.spans_removed.update(span.label for span in removed)
