"""The datasets of a release, read again: each is to hold what the list says, but for its losses."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, FileError, InvalidText
from annotator.core.format import ArticleRecord, Refused
from annotator.core.losses import LossKind
from annotator.core.manifest import (
    ARTICLES,
    JUDGED_SPANS,
    MANIFEST,
    Manifest,
    ReleasedArticle,
)
from annotator.core.progress import Progress, Quiet
from annotator.core.text import clean_text, sha256_of
from annotator.formats import FORMATS
from annotator.workflow.datasets.span_comparison import SpanComparison
from annotator.workflow.imports.folders import files_under
from annotator.workflow.imports.incoming import incoming
from annotator.workflow.imports.released import inside

_TEXTLESS: Final = (LossKind.SPACING, LossKind.TEXT)
"""What formats lose of an article that do not tell its text."""


@dataclass(slots=True)
class Part:
    """What holds one split of a format, or what leads ruled out."""

    name: str
    """What messages call it."""
    split: str | None
    seen: set[str] = field(default_factory=set)
    """The hashes of the articles that were found in it, and in others of its split."""
    has_failed: bool = False
    """Whether something in it could not be read: what is missing is told by that already."""


def formats_in(out: Path, manifest: Manifest) -> list[str]:
    """Return the formats of a release that are read again: those without the texts come last."""
    there = (name for name in FORMATS if _is_there(out, name) or name in manifest.losses)
    found = [name for name in there if FORMATS[name].write and FORMATS[name].is_installed]
    return sorted(found, key=lambda name: [kind in FORMATS[name].left_behind for kind in _TEXTLESS])


def hash_of(text: str) -> str:
    """Return the hash of a text as a file gives it, to the letter: texts are released clean.

    Raises:
        InvalidText: if no article can have it.
    """
    clean_text(text)
    return sha256_of(text)


def _is_there(out: Path, name: str) -> bool:
    folder = out / name
    return folder.is_dir() and not folder.is_symlink()


class Rereading:
    """Reads the datasets of a release and compares them with its list of articles."""

    def __init__(
        self,
        out: Path,
        manifest: Manifest,
        listed: Mapping[str, ReleasedArticle],
        damaged: Collection[str],
    ) -> None:
        """``listed`` are the articles by hash; ``damaged`` files are told of already."""
        self._out = out
        self._listed = listed
        self._splits = {one.split for one in listed.values()}
        self._damaged = damaged
        self._files = [file.path for file in manifest.files]
        self.comparison = SpanComparison(manifest)
        """How spans are held against the list."""
        self.texts: dict[str, str] = {}
        """The texts that were read, by their hashes."""
        self.spans = 0
        """How many were read."""
        self.problems: list[AnnotatorError] = []
        self._refused: set[str] = set()
        """What was told that cannot be read."""
        self._progress: Progress = Quiet()
        self._seen = 0

    def follow(self, progress: Progress) -> None:
        """Tell ``progress`` of each article that is seen from now on, of all in the list."""
        self._progress, self._seen = progress, 0

    @property
    def listed(self) -> Mapping[str, ReleasedArticle]:
        """The articles of the list, by their hashes."""
        return self._listed

    def check_format(self, name: str) -> None:
        """Read what a format holds, and compare it with the list and with its own texts."""
        parts: list[Part] = []
        for part, path in self.parts(name):
            self._check_part(part, path)
            parts.append(part)
        self.tell_missing(name, parts)

    def check_judged(self) -> None:
        """Compare what leads ruled out with the texts: it stands beside the splits."""
        if inside(self._out, JUDGED_SPANS) is not None:
            # Problems are told of files by where they lie in the folder, as it was given.
            self._check_part(Part(JUDGED_SPANS, None), self._out / JUDGED_SPANS)

    def check_list(self) -> None:
        """Compare the spans of the list with the texts that were read."""
        for one in self._listed.values():
            text = self.texts.get(one.sha256)
            for span in one.spans if text is not None else ():
                if span.end > len(text or ""):
                    self._tell_misfit(ARTICLES, one.name, span.label, span.start)

    # -- one part

    def parts(self, name: str) -> Iterator[tuple[Part, Path]]:
        """Yield the splits of a format with what holds them, a file or a folder."""
        if not _is_there(self._out, name):
            return
        if FORMATS[name].holds_splits:
            there = (self._out / name).rglob("*")
            paths = [path for path in there if path.stem in self._splits]
        else:
            paths = list((self._out / name).iterdir())
        taken: set[Path] = set()
        seen: defaultdict[str, set[str]] = defaultdict(set)
        for path in sorted(paths):
            # What is no part of the release is told already; nobody knows where a link leads.
            is_released = self._names(self._files, path) and not path.is_symlink()
            if is_released and taken.isdisjoint(path.parents):
                taken.add(path)
                split = path.name.partition(".")[0]
                yield Part(name, split, seen[split]), path

    def _names(self, files: Iterable[str], path: Path) -> bool:
        """Tell whether a file is among ``files``, or one of them in a folder."""
        name = path.relative_to(self._out).as_posix()
        return any(file == name or file.startswith(f"{name}/") for file in files)

    def _check_part(self, part: Part, path: Path) -> None:
        is_damaged = self.is_damaged(path)
        part.has_failed = is_damaged
        reader = "jsonl" if part.split is None else part.name
        for record in self._records(part, path, reader):
            self.check_record(part, record, is_damaged=is_damaged)

    def check_record(
        self, part: Part, record: ArticleRecord, *, is_damaged: bool
    ) -> ReleasedArticle | None:
        """Compare a record with the list, and return which article of it that is."""
        one = self._placed(part, record)
        if one is None:
            part.has_failed = True
            return None
        self.see(part, one)
        self._check_spans(part, record, one, is_compared=not is_damaged)
        return one

    def see(self, part: Part, one: ReleasedArticle) -> None:
        """Note that a part holds an article; tell of one that it holds again."""
        if one.sha256 in part.seen:
            self.tell(
                QT_TRANSLATE_NOOP("errors", "{format}: “{article}” stands there more than once."),
                format=part.name,
                article=one.name,
            )
        part.seen.add(one.sha256)
        # Some formats are read twice, and one that was tampered with may hold any number.
        self._seen = min(self._seen + 1, len(self._listed))
        self._progress.advance(self._seen, len(self._listed))

    def is_damaged(self, path: Path) -> bool:
        """Tell whether a file, or one in a folder, is not as it was released."""
        return self._names(self._damaged, path)

    def files_of(self, path: Path) -> Iterator[Path | Refused]:
        """Yield what is to be read of a part: a file, or those in a folder."""
        for one in files_under(path, leaving_out=self._out / MANIFEST):
            yield one if isinstance(one, Refused) else one[0]

    def _records(self, part: Part, path: Path, reader: str) -> Iterator[ArticleRecord]:
        """Yield what can be read of a file; tell of the rest."""
        coming = incoming([path], self._out / MANIFEST, reader)
        refused = coming.refused
        for _, record in coming.records():
            if isinstance(record, Refused):
                refused.append(record)
            else:
                yield record
        self.tell_refused(part, refused)

    def tell_refused(self, part: Part, refused: Collection[Refused]) -> None:
        """Tell of what cannot be read of a part, unless it was told of another reading of it."""
        # Of a split that is to be empty some formats have what goes along with articles.
        if part.split is None or part.split in self._splits:
            problems = {str(told): told for told in map(self._of_refused, refused)}
            self.problems += [told for key, told in problems.items() if key not in self._refused]
            self._refused.update(problems)
            part.has_failed |= bool(refused)

    def _of_refused(self, refused: Refused) -> FileError:
        file = refused.path.relative_to(self._out).as_posix()
        return FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}”: {why}"),
            file=file if refused.line is None else f"{file}:{refused.line}",
            why=refused.why,
        )

    def _placed(self, part: Part, record: ArticleRecord) -> ReleasedArticle | None:
        """Return which article of the list a record is; tell of one that is none."""
        told = record.name or (record.sha256 or "")[:12]
        sha256 = record.sha256 or ""
        if record.text is not None:
            try:
                sha256 = hash_of(record.text)
            except InvalidText as error:
                self.tell_error(part, told, error)
                return None
        one = self._listed.get(sha256)
        if one is None:
            self.tell(
                QT_TRANSLATE_NOOP(
                    "errors", "{format}: “{article}” has a text that was not released."
                ),
                format=part.name,
                article=told or sha256[:12],
            )
        elif part.split not in (None, one.split):
            self.tell(
                QT_TRANSLATE_NOOP(
                    "errors", "{format}: “{article}” is in {found} and belongs to {split}."
                ),
                format=part.name,
                article=told or sha256[:12],
                found=part.split,
                split=one.split,
            )
        if one is not None and record.text is not None:
            self.texts.setdefault(sha256, record.text)
        return one

    def article_of(self, text: str) -> ReleasedArticle | None:
        """Return which article of the list has a text; tell of none that it is not there."""
        try:
            return self._listed.get(hash_of(text))
        except InvalidText:
            return None

    # -- spans

    def _check_spans(
        self, part: Part, record: ArticleRecord, one: ReleasedArticle, *, is_compared: bool
    ) -> None:
        """Compare the spans of a record with its text and with the list."""
        told = record.name or one.name
        for why in record.bad_spans:
            self.tell_error(part, told, why)
        # Without a text it has that which another format has; the list has places and labels.
        text = self.texts.get(one.sha256) if record.text is None else record.text
        fit = not record.bad_spans
        for span in record.spans or ():
            self.spans += 1
            if text is None:
                continue
            covered = text[max(0, span.start) : span.end]
            if span.quote not in (None, covered) or not covered or span.end > len(text):
                self._tell_misfit(part.name, told, span.label, span.start)
                fit = False
        if fit and is_compared and part.split is not None:
            self.problems += self.comparison.problems(part.name, record, one)

    # -- what is told

    def tell_missing(self, name: str, parts: Collection[Part]) -> None:
        """Tell of articles that the list has and the format has not."""
        seen = {sha256 for part in parts for sha256 in part.seen}
        failed = {part.split for part in parts if part.has_failed}
        there = {part.split for part in parts}
        for split in sorted(self._splits - there):
            # What the manifest names and is not there was told when files were looked at.
            if not any(self._holds(file, name, split) for file in self._files):
                self.tell(
                    QT_TRANSLATE_NOOP("errors", "{format}: {split} is missing."),
                    format=name,
                    split=split,
                )
        for one in self._listed.values():
            if one.sha256 not in seen and one.split in there - failed:
                self.tell(
                    QT_TRANSLATE_NOOP("errors", "{format}: “{article}” is missing from {split}."),
                    format=name,
                    article=one.name,
                    split=one.split,
                )

    def _holds(self, file: str, name: str, split: str) -> bool:
        """Tell whether a file is of a split of a format."""
        folder, *inner = file.split("/")
        return folder == name and split in (part.partition(".")[0] for part in inner)

    def tell(self, template: str, **parameters: object) -> None:
        """Tell of a problem."""
        self.problems.append(FileError(template, **parameters))

    def tell_error(self, part: Part, article: str, why: AnnotatorError) -> None:
        """Tell what is wrong with an article."""
        self.tell(
            QT_TRANSLATE_NOOP("errors", "{format}: “{article}”: {why}"),
            format=part.name,
            article=article,
            why=why,
        )

    def _tell_misfit(self, format: str, article: str, label: str, start: int) -> None:
        self.tell(
            QT_TRANSLATE_NOOP(
                "errors", "{format}: in “{article}” the {label} at {start} does not fit its text."
            ),
            format=format,
            article=article,
            label=label,
            start=start,
        )
