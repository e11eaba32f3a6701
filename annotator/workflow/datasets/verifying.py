"""Whether a release still is what was released: files, contents, splits and leaks."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.arabic import ARABIC
from annotator.core.duplicates import shingles_of, similar_pairs
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, FileError, unreadable
from annotator.core.format import Unit
from annotator.core.manifest import (
    ARTICLES,
    MANIFEST,
    Manifest,
    ReleasedArticle,
    ReleasedFile,
    SplitCounts,
)
from annotator.core.progress import Progress, Share
from annotator.formats import FORMATS
from annotator.workflow.datasets.release import sha256_of_file, tokenizer_known_by
from annotator.workflow.datasets.release_card import PROGRAM
from annotator.workflow.datasets.rereading import Rereading, formats_in
from annotator.workflow.datasets.retagging import Retagging
from annotator.workflow.imports.released import articles_of, inside, manifest_of


@dataclass(slots=True)
class VerifyReport:
    """What was found of a release."""

    name: str
    files: int = 0
    articles: int = 0
    spans: int = 0
    """How many were read again and compared with the list, and with their texts where these are
    there, in all formats that are read."""
    read: list[str] = field(default_factory=list)
    """The formats that were read again."""
    not_read: dict[str, str | None] = field(default_factory=dict)
    """The other formats of the release, each with the extra that reading it needs: of their files
    the hashes alone were compared.  ``None`` is one that this program does not know."""
    textless: int = 0
    """How many articles nothing that was read again holds the text of: nobody knows what they
    leak."""
    problems: list[AnnotatorError] = field(default_factory=list)


def verify(out: Path, progress: Progress) -> VerifyReport:
    """Read a release again: files against their hashes, quotes, splits and leaks.

    Raises:
        FileError: if ``out`` is no release, or its manifest cannot be read.
    """
    manifest = manifest_of(out)
    return _Verifying(out, manifest, progress).verify()


class _Verifying:
    """Reads one release again."""

    def __init__(self, out: Path, manifest: Manifest, progress: Progress) -> None:
        self._out = out
        self._manifest = manifest
        self._formats = formats_in(out, manifest)
        self._rounds = len(self._formats) + 2
        """The files, each format, and what is compared with what."""
        self._progress = progress
        self._report = VerifyReport(manifest.name)
        self._damaged: list[str] = []
        """The files that are not as they were released."""

    def verify(self) -> VerifyReport:
        report = self._report
        self._check_files()
        try:
            listed = articles_of(self._out)
        except FileError as error:
            report.problems.append(error)
            return report
        report.articles = len(listed)
        splits = self._check_splits(listed)
        self._check_groups(listed)
        self._check_counts(listed)
        by_hash = {one.sha256: one for one in listed}
        reread = Rereading(self._out, self._manifest, by_hash, self._damaged)
        made_by = self._manifest.program, self._manifest.tokenizer
        retag = Retagging(reread, is_cut_alike=made_by == (PROGRAM, tokenizer_known_by()))
        for number, name in enumerate(self._formats, start=1):
            report.read.append(name)
            reread.follow(Share(self._progress, number, self._rounds))
            format = FORMATS[name]
            if format.read is not None and format.unit is not Unit.TOKENS:
                reread.check_format(name)
            if format.read_tags is not None:
                retag.check_format(name)
        for name in self._manifest.losses:
            if name not in report.read:
                report.not_read[name] = FORMATS[name].needs if name in FORMATS else None
        reread.check_judged()
        reread.check_list()
        report.spans = reread.spans
        report.problems += reread.problems
        report.textless = len(by_hash.keys() - reread.texts.keys())
        while_compared = Share(self._progress, self._rounds - 1, self._rounds)
        self._check_leaks(by_hash, splits, reread.texts, while_compared)
        return report

    def _problem(self, template: str, **parameters: object) -> None:
        self._report.problems.append(FileError(template, **parameters))

    def _check_files(self) -> None:
        files = self._manifest.files
        progress = Share(self._progress, 0, self._rounds)
        for done, file in enumerate(files, start=1):
            self._check_file(file)
            progress.advance(done, len(files))
        self._report.files = len(files)
        known = {MANIFEST, *(file.path for file in files)}
        for path in sorted(self._out.rglob("*")):
            name = path.relative_to(self._out).as_posix()
            if name not in known and (path.is_symlink() or not path.is_dir()):
                self._problem(
                    QT_TRANSLATE_NOOP("errors", "“{file}” is no part of the release."), file=name
                )

    def _check_file(self, file: ReleasedFile) -> None:
        path = inside(self._out, file.path)
        if path is None:
            self._damaged.append(file.path)
            self._problem(QT_TRANSLATE_NOOP("errors", "“{file}” is missing."), file=file.path)
            return
        try:
            is_whole = path.stat().st_size == file.size and sha256_of_file(path) == file.sha256
        except OSError as error:
            self._damaged.append(file.path)
            self._report.problems.append(unreadable(file.path, error))
            return
        if not is_whole:
            self._damaged.append(file.path)
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

    def _check_groups(self, listed: Sequence[ReleasedArticle]) -> None:
        """Tell of articles that somebody kept together, and that are in different splits."""
        splits: defaultdict[str, set[str]] = defaultdict(set)
        for one in listed:
            splits[one.name].add(one.split)
        for group in self._manifest.together:
            there = sorted(set().union(*(splits[name] for name in group)))
            if len(there) > 1:
                self._problem(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "These were to be kept together and are in several splits ({splits}):"
                        " {articles}.",
                    ),
                    splits=", ".join(there),
                    articles=", ".join(f"“{name}”" for name in group),
                )

    def _check_counts(self, listed: Sequence[ReleasedArticle]) -> None:
        """Tell of splits of which the manifest, which has no hash itself, counts what is not so."""
        articles = Counter(one.split for one in listed)
        spans: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for one in listed:
            spans[one.split].update(span.label for span in one.spans)
        told = self._manifest.counts
        for split in sorted({*told, *articles}) if told else ():
            there = SplitCounts(articles[split], spans[split])
            if told.get(split) != there:
                self._problem(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{file}” does not count the articles and spans that “{list}” has in"
                        " {split}.",
                    ),
                    file=MANIFEST,
                    list=ARTICLES,
                    split=split,
                )

    def _check_leaks(
        self,
        listed: Mapping[str, ReleasedArticle],
        splits: Mapping[str, str],
        texts: Mapping[str, str],
        progress: Progress,
    ) -> None:
        """Tell of articles in different splits that tell the same story."""
        hashes = list(texts)
        shingles = (shingles_of(texts[one], ARABIC) for one in hashes)
        for pair in similar_pairs(shingles, progress):
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
