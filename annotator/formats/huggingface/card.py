"""The card of a dataset folder: its README, which loaders read before the data.

The head in YAML names the files of each split and declares the columns; people read the rest.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from annotator.arabic.cut_rule import CUT_RULE
from annotator.core.format import TRAIN
from annotator.core.labels import LabelSet
from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Span
from annotator.formats.huggingface.columns import Kind, Moments, in_yaml

_THEIR_NAMES = {"dev": "validation"}
"""The splits that trainers know by other names than we."""
_FATES = {
    LossKind.WIDENED: "widened to whole tokens",
    LossKind.NARROWED: "without the spaces at their borders",
    LossKind.DROPPED: "left out",
}
"""What may have become of a span in the tags."""
_ORDER = (TRAIN, "dev", "test")


@dataclass(slots=True)
class Tally:
    """What is in one split."""

    file: str
    """Where its rows are, from the card."""
    articles: int = 0
    spans: Counter[str] = field(default_factory=Counter)
    """How many there are by label."""
    moments: Moments = field(default_factory=Moments)
    """Which columns hold dates alone."""

    def count(self, spans: Iterable[Span]) -> None:
        """Count an article with its spans."""
        self.articles += 1
        self.spans.update(span.label for span in spans)


@dataclass(frozen=True, slots=True)
class Card:
    """What the card tells."""

    tallies: Mapping[str, Tally]
    """The splits by our names."""
    labels: LabelSet
    columns: Mapping[str, Kind]
    language: str
    tagged: LossAccount
    """What became of the spans in the column of tags."""

    def __str__(self) -> str:
        return "\n".join([*self._head(), *self._body(), ""])

    def _head(self) -> Iterator[str]:
        yield "---"
        yield f"language: {json.dumps(self.language)}"
        yield "task_categories:"
        yield "- token-classification"
        yield "configs:"
        yield "- config_name: default"
        yield "  data_files:"
        for split, tally in self._splits().items():
            yield f"  - split: {split}"
            yield f"    path: {tally.file}"
        yield "dataset_info:"
        yield "  config_name: default"
        yield "  features:"
        yield from in_yaml(self.columns, "  ")
        yield "---"
        yield ""

    def _splits(self) -> dict[str, Tally]:
        """Return the splits by the names that trainers know, in the order that they expect."""
        names = sorted(self.tallies, key=_ORDER.index)
        return {_THEIR_NAMES.get(name, name): self.tallies[name] for name in names}

    def _body(self) -> Iterator[str]:
        yield "# Labelled articles"
        yield ""
        yield "Written by Annotator; `datasets.load_dataset` takes the path of this folder."
        yield ""
        yield from self._counts()
        yield "## Columns"
        yield ""
        yield (
            "`spans` holds all that was marked. Its `start` and `end`, and `token_starts`, count"
            " Unicode code points of `text` from 0, ends exclusive, so that in Python"
            " `text[start:end] == quote`. `value`, `meta` and `layer` are JSON; a span without a"
            " value has `{}`. `unsure` says that who marked it was not sure, `proposed` that a"
            " program proposed the value and nobody has confirmed it."
        )
        yield ""
        yield (
            "`tokens` are the words of `text` with their clitics cut off, numbers and signs."
            f" `ner_tags` tags them in IOB2, one label a token. {CUT_RULE[0]}"
        )
        yield ""
        yield from self._tags()
        yield from self._taken_for_times()

    def _taken_for_times(self) -> Iterator[str]:
        """Say which columns come back changed: what is declared above comes too late for them."""
        for split, tally in self._splits().items():
            if tally.file.endswith(".jsonl") and tally.moments.columns:
                columns = ", ".join(f"`{column}`" for column in tally.moments.columns)
                yield ""
                yield (
                    f"In `{split}` all texts of these columns are dates: {columns}. The loader of"
                    " JSON lines takes them for times and writes them otherwise; Parquet, which"
                    " Annotator writes too, has no such trap."
                )

    def _counts(self) -> Iterator[str]:
        splits = self._splits()
        yield "## Spans"
        yield ""
        yield from _table(
            ["label", "shown", *splits],
            [
                [
                    f"`{label.name}`",
                    _plain(f"{label.shown_en} · {label.shown_ar}"),
                    *(f"{tally.spans[label.name]:,}" for tally in splits.values()),
                ]
                for label in self.labels
            ]
            + [["articles", "", *(f"{tally.articles:,}" for tally in splits.values())]],
        )

    def _tags(self) -> Iterator[str]:
        totals = self.tagged.totals()
        if not totals:
            yield "The tags hold every span."
            return
        yield "What the tags could not hold as it is; `spans` does:"
        yield ""
        yield from _table(
            ["label", "tagged as they are", *_FATES.values()],
            [
                [
                    f"`{label.name}`",
                    f"{self.tagged.kept.get(label.name, 0):,}",
                    *(f"{totals.get(label.name, Counter())[fate]:,}" for fate in _FATES),
                ]
                for label in self.labels
            ],
        )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _table_row(head)
    yield _table_row(["---"] * len(head))
    yield from map(_table_row, rows)
    yield ""


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Return ``text`` as Markdown shows it, whatever signs are in it."""
    shown = escape(text)
    for sign in "\\|`*_[]":
        shown = shown.replace(sign, f"&#{ord(sign)};")
    return shown
