"""Dataset folders that ``datasets.load_dataset`` reads: a card, and a file of rows for each split.

``spans`` holds everything that was marked, but not when, nor how long that took.  Beside it stand
tokens with tags in IOB2, which hold flat spans of whole tokens alone; the card counts what they
could not.  Offsets count code points.

What was written here is read back.  Other Parquet files are read as tables of articles.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from annotator.core.flattening import flattened
from annotator.core.format import TRAIN, Dataset, ExportedArticle, Format, Unit
from annotator.core.json_files import lines_in
from annotator.core.losses import LossAccount, LossKind
from annotator.core.tags import Scheme, tags_for
from annotator.core.tokens import Tokenizer
from annotator.formats.huggingface.card import Card, Tally
from annotator.formats.huggingface.columns import columns, row
from annotator.formats.huggingface.reading import (
    companions,
    count_parquet,
    head_of_parquet,
    read_json_lines,
    read_json_tags,
    read_parquet,
    read_parquet_tags,
    recognise_json_lines,
    recognise_parquet,
)
from annotator.formats.huggingface.sinks import JsonLines, Parquet, Sink

_DATA = "data"


def write_json_lines(out: Path, dataset: Dataset) -> None:
    """Fill the folder ``out`` with a card and JSON lines."""
    _write(out, dataset, JsonLines)


def write_parquet(out: Path, dataset: Dataset) -> None:
    """Fill the folder ``out`` with a card and Parquet files."""
    _write(out, dataset, Parquet)


def _write(out: Path, dataset: Dataset, sink: Callable[..., Sink]) -> None:
    (out / _DATA).mkdir()
    with ExitStack() as opened:
        folder = _Folder(out, dataset, lambda *args: opened.enter_context(sink(*args)))
        for exported in dataset:
            folder.put(exported)
        folder.write_card()


class _Folder:
    """Writes the rows of articles as they come, and counts them for the card."""

    def __init__(self, out: Path, dataset: Dataset, opened: Callable[..., Sink]) -> None:
        self._out = out
        self._dataset = dataset
        self._opened = opened
        self._columns = columns(dataset.labels)
        self._tokenizer = Tokenizer(dataset.language)
        self._tagged = LossAccount()
        self._splits: dict[str, tuple[Sink, Tally]] = {}

    def put(self, exported: ExportedArticle) -> None:
        """Write an article to the file of its split."""
        article, spans = exported.article, exported.layer.spans
        tokens = self._tokenizer.with_signs(article.text)
        flat = flattened(tokens, spans)
        tags = tags_for(len(tokens), flat.kept, Scheme.IOB2)
        sink, tally = self._split(exported.split or TRAIN)
        cells = row(exported, tokens, tags)
        sink.put(cells)
        tally.moments.see(cells)
        tally.count(spans)
        flat.tell(self._tagged, article)
        self._dataset.account.write(article, spans)

    def _split(self, name: str) -> tuple[Sink, Tally]:
        if name not in self._splits:
            sink = self._opened(self._out / _DATA / name, self._columns)
            file = sink.path.relative_to(self._out).as_posix()
            self._splits[name] = sink, Tally(file)
        return self._splits[name]

    def write_card(self) -> None:
        """Write the README, now that all is counted."""
        if not self._splits:
            self._split(TRAIN)  # loaders ask for one
        card = Card(
            {name: tally for name, (_, tally) in self._splits.items()},
            self._dataset.labels,
            self._columns,
            self._dataset.language.code,
            self._tagged,
        )
        (self._out / "README.md").write_text(str(card), encoding="utf-8", newline="\n")


FORMAT = Format(
    name="huggingface",
    suffixes=(),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    has_tokens=True,
    left_behind=frozenset({LossKind.TIMES, LossKind.SECONDS}),
    recognise=recognise_json_lines,
    read=read_json_lines,
    count=lines_in,
    companions=companions,
    read_tags=read_json_tags,
    write=write_json_lines,
    is_folder=True,
    holds_splits=True,
)
PARQUET = replace(
    FORMAT,
    name="parquet",
    suffixes=(".parquet",),
    recognise=recognise_parquet,
    read=read_parquet,
    count=count_parquet,
    read_tags=read_parquet_tags,
    write=write_parquet,
    has_columns=True,
    columns=head_of_parquet,
    needs="parquet",
)
