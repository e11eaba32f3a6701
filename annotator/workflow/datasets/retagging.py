"""The tags of a release, read again: they are to be those that follow from what the list says.

Who trains on tokens sees these alone.  They are compared on the tokens of the file itself, so that
a release stays right that an older program cut otherwise; where it was cut as it is here, tokens
and sentences are compared too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeAlias

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP
from annotator.core.flattening import TokenSpan, flattened, on_tokens
from annotator.core.format import ArticleRecord, Format, Refused, SpanRecord, TaggedArticle
from annotator.core.losses import LossKind
from annotator.core.manifest import ReleasedArticle, ReleasedSpan
from annotator.core.model import Span
from annotator.core.respelling import spelled_in, text_of_rows, word_rows
from annotator.core.tags import Tagged
from annotator.core.text import sha256_of
from annotator.core.tokens import UNSEEN, Tokenizer, Tokens
from annotator.core.values import Value
from annotator.formats import FORMATS
from annotator.workflow.datasets.rereading import Part, Rereading

_Values: TypeAlias = Mapping[tuple[int, int, str], Value]
"""What spans mean, by where they are and their labels: one stands there."""


class Retagging:
    """Reads the tags of a release and compares them with the spans of its list."""

    def __init__(self, reread: Rereading, *, is_cut_alike: bool) -> None:
        """``is_cut_alike`` says that the release was cut as this program cuts."""
        self._reread = reread
        self._tokenizer = Tokenizer(ARABIC) if is_cut_alike else None

    def check_format(self, name: str) -> None:
        """Compare the tags of a format with the list."""
        format = FORMATS[name]
        parts = []
        places = None if _has_texts(format) else _Places(self._reread)
        for part, path in self._reread.parts(name):
            self._check_part(part, path, places)
            parts.append(part)
        if format.read is None or places:  # else articles were looked for already
            self._reread.tell_missing(name, parts)

    def _check_part(self, part: Part, path: Path, places: "_Places | None") -> None:
        is_damaged = part.has_failed = self._reread.is_damaged(path)
        for tagged in self._read(part, path):
            one = self._placed(part, tagged, places, is_damaged=is_damaged)
            if one is None:
                continue
            for why in tagged.bad:
                self._reread.tell_error(part, one.name, why)
            if not is_damaged:
                self._compare(part, tagged, one)

    def _read(self, part: Part, path: Path) -> Iterator[TaggedArticle]:
        read = FORMATS[part.name].read_tags
        assert read is not None
        refused: list[Refused] = []
        for file in self._reread.files_of(path):
            for found in (file,) if isinstance(file, Refused) else read(file):
                if isinstance(found, Refused):
                    refused.append(found)
                else:
                    yield found
        self._reread.tell_refused(part, refused)

    # -- which article it is

    def _placed(
        self, part: Part, tagged: TaggedArticle, places: "_Places | None", *, is_damaged: bool
    ) -> ReleasedArticle | None:
        if places is not None:
            return self._placed_by_letters(part, tagged, places)
        if tagged.record is not None:
            return self._reread.check_record(part, tagged.record, is_damaged=is_damaged)
        # What is none of the list was told when the articles were read.
        return self._reread.article_of(tagged.text)

    def _placed_by_letters(
        self, part: Part, tagged: TaggedArticle, places: "_Places"
    ) -> ReleasedArticle | None:
        one = places.take(tagged, part.split)
        if one is not None:
            self._reread.see(part, one)
            self._reread.spans += len(tagged.flat)
        elif tagged.tokens:  # a file without any article begins none
            self._reread.tell(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{format}: the words from line {line} of {split} on are those of no article"
                    " that was released there.",
                ),
                format=part.name,
                line=tagged.line,
                split=part.split,
            )
        return one

    # -- what is compared

    def _compare(self, part: Part, tagged: TaggedArticle, one: ReleasedArticle) -> None:
        text = self._reread.texts.get(one.sha256)
        if text is None:
            self._compare_counts(part, tagged, one)
            return
        tokens = tagged.tokens
        if not _has_texts(FORMATS[part.name]):
            tokens = spelled_in(text, [tagged.text[start:end] for start, end in tokens])
        values = _values(tagged.record)
        spans = _spans(one, text, values)
        # Where spans are not the released ones, which is told already, nobody knows what they mean.
        as_tags = partial(_as_tags, with_entries=all(_place(span) in values for span in one.spans))
        flat = flattened(tokens, spans).kept
        self._compare_tags(part, one, as_tags(tagged.flat), as_tags(flat))
        if tagged.all is not None:
            every = (on_tokens(tokens, span) for span in spans)
            seen = [laid for laid in every if laid.tokens]
            self._compare_tags(part, one, as_tags(tagged.all), as_tags(seen))
        if self._tokenizer is not None:
            self._compare_cuts(part, tagged, one, self._tokenizer.with_signs(text), text)

    def _compare_counts(self, part: Part, tagged: TaggedArticle, one: ReleasedArticle) -> None:
        """Compare how many spans there are where nothing tells which words they are on."""
        found = Counter(span.label for span in tagged.flat)
        released = Counter(span.label for span in one.spans)
        for label in sorted(found | released):
            dropped = self._reread.comparison.lost(part.name, one.name, label)[LossKind.DROPPED]
            there = released[label] - dropped
            if found[label] != there:
                missing, new = max(0, there - found[label]), max(0, found[label] - there)
                self._tell_tags(part, one, label, missing, new)

    def _compare_tags(
        self,
        part: Part,
        one: ReleasedArticle,
        found: Counter[Tagged],
        released: Counter[Tagged],
    ) -> None:
        missing = Counter(tag.label for tag in (released - found).elements())
        added = Counter(tag.label for tag in (found - released).elements())
        for label in sorted(missing | added):
            self._tell_tags(part, one, label, missing[label], added[label])

    def _compare_cuts(
        self, part: Part, tagged: TaggedArticle, one: ReleasedArticle, tokens: Tokens, text: str
    ) -> None:
        """Tell of tokens, or of sentences of them, that this program would cut otherwise."""
        if _has_texts(FORMATS[part.name]):
            is_alike = list(tagged.tokens) == list(tokens)
        else:
            kept = flattened(tokens, _spans(one, text, {})).kept
            rows = word_rows(text, tokens, kept, ARABIC)
            is_alike = tagged.text == text_of_rows(words for _, words in rows)
        if not is_alike:
            self._reread.tell(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{format}: in “{article}” the text is cut into other tokens or sentences than"
                    " were released.",
                ),
                format=part.name,
                article=one.name,
            )

    def _tell_tags(
        self, part: Part, one: ReleasedArticle, label: str, missing: int, new: int
    ) -> None:
        self._reread.tell(
            QT_TRANSLATE_NOOP(
                "errors",
                "{format}: in “{article}” the tags of {label} are not those of the spans that were"
                " released (missing: {missing}, new: {new}).",
            ),
            format=part.name,
            article=one.name,
            label=label,
            missing=missing,
            new=new,
        )


class _Places:
    """Which article a file means that has neither names nor spaces: by letters, else in order."""

    def __init__(self, reread: Rereading) -> None:
        self._by_letters: defaultdict[tuple[str, str], list[ReleasedArticle]] = defaultdict(list)
        self._textless: defaultdict[str, list[ReleasedArticle]] = defaultdict(list)
        for sha256, one in reversed(list(reread.listed.items())):
            text = reread.texts.get(sha256)
            if text is None:
                self._textless[one.split].append(one)
            else:
                self._by_letters[one.split, _letters(text)].append(one)

    def take(self, tagged: TaggedArticle, split: str | None) -> ReleasedArticle | None:
        """Return the next article of a split with the letters that a file gives, if there is one.

        One whose text nobody knows may have any.
        """
        found = self._by_letters.get((split or "", _letters(tagged.text)))
        if found:  # one that stands there again is told as that
            return found.pop() if len(found) > 1 else found[0]
        waiting = self._textless[split or ""]
        return waiting.pop() if waiting else None


def _spans(one: ReleasedArticle, text: str, values: _Values) -> list[Span]:
    """Return what the list says of an article; what does not fit its text is told elsewhere."""
    return [
        Span(
            span.start, span.end, span.label, text[span.start : span.end], values.get(_place(span))
        )
        for span in one.spans
        if span.end <= len(text)
    ]


def _values(record: ArticleRecord | None) -> _Values:
    """Return what the spans of a record mean; the list alone tells whether that is right."""
    return {_place(span): span.value for span in (record and record.spans) or ()}


def _place(span: SpanRecord | ReleasedSpan) -> tuple[int, int, str]:
    return span.start, span.end, span.label


def _as_tags(found: Iterable[Tagged | TokenSpan], *, with_entries: bool) -> Counter[Tagged]:
    return Counter(
        Tagged(one.tokens, one.label, one.entry if with_entries else "") for one in found
    )


def _letters(text: str) -> str:
    """Return a hash of all that can be seen."""
    return sha256_of(UNSEEN.sub("", text))


def _has_texts(format: Format) -> bool:
    return LossKind.SPACING not in format.left_behind
