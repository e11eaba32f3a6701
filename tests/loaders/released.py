"""The gold of the demo, released in all formats at once, for other programs to accept."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from annotator.core.format import ArticleRecord, Format, ReadingOptions
from annotator.core.losses import FATES, LossKind
from annotator.core.manifest import ARTICLES, MANIFEST
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.release import release
from annotator.workflow.datasets.verifying import verify
from annotator.workflow.projects import DEMO_AUTHORS, DEMO_LEAD, make_demo
from tests.workflow.settled_demo import settle_as

SPLITS = ("train", "dev", "test")
_LIBRARIES = {"parquet": "pyarrow", "spacy": "spacy"}
"""What the extras bring: an environment that lacks one cannot write its formats."""


def released(folder: Path) -> Path:
    """Release in every format that can be written here, and return the folder."""
    formats = tuple(
        one.name
        for one in FORMATS.values()
        if one.write and (one.needs is None or find_spec(_LIBRARIES[one.needs]))
    )
    with Project.open(make_demo(folder / "demo", Quiet())) as project:
        settle_as(project, DEMO_AUTHORS[0])
        order = Order("v1", formats, shares_of("60/20/20"))
        release(project, folder / "out", order, DEMO_LEAD, Quiet())
    assert verify(folder / "out", Quiet()).problems == []
    return folder / "out"


def spans_of(out: Path, split: str) -> list[tuple[str, int, int]]:
    """Return label, start and end of all spans of a split, as the release lists them."""
    lines = map(json.loads, (out / ARTICLES).read_text("utf-8").splitlines())
    return [tuple(span) for line in lines if line["split"] == split for span in line["spans"]]


def check_read_back(out: Path) -> list[str]:
    """Check that each format holds what was released but for its losses; return what was read."""
    written = sorted(folder.name for folder in out.iterdir() if folder.name in FORMATS)
    readable = [name for name in written if FORMATS[name].read]
    for name in readable:
        lost = fates_in(out, name)
        expected: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for split in filter(partial(articles_of, out), SPLITS):
            records = list(records_of(out, FORMATS[name], split))
            assert len(records) == len(articles_of(out, split)), (name, split)
            released_spans = spans_of(out, split)
            expected.update(label for label, _, _ in released_spans)
            found.update(span.label for record in records for span in record.spans or ())
            if not lost:
                assert Counter(released_spans) == Counter(
                    (span.label, span.start, span.end)
                    for record in records
                    for span in record.spans or ()
                ), (name, split)
        assert not found - expected, name
        assert (expected - found).total() == lost[LossKind.DROPPED], name
    return readable


def records_of(out: Path, format: Format, split: str) -> Iterator[ArticleRecord]:
    """Yield the articles that a format of a release has in a split."""
    assert format.read is not None
    folder = out / format.name
    if format.holds_splits:
        (path,) = (file for file in folder.rglob(f"{split}*") if file.is_file())
    else:
        path = folder / (split if format.is_folder else f"{split}{format.suffixes[0]}")
    files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
    companions = {other for file in files for other in format.companions(file)}
    for file in files:
        with file.open("rb") as opened:
            is_one = path.is_file() or format.recognise(file, opened.read(1 << 16))
        if is_one and file not in companions:
            for record in format.read(file, ReadingOptions()):
                assert isinstance(record, ArticleRecord), record
                yield record


def articles_of(out: Path, split: str) -> list[str]:
    """Return the names of the articles of a split, as the release lists them."""
    lines = map(json.loads, (out / ARTICLES).read_text("utf-8").splitlines())
    return [line["name"] for line in lines if line["split"] == split]


def fates_in(out: Path, format: str) -> Counter[str]:
    """Return how many spans of a release a format widened, dropped and so on."""
    fates: Counter[str] = Counter()
    for loss in json.loads((out / MANIFEST).read_text("utf-8"))["losses"][format]:
        if loss["kind"] in FATES:
            fates[loss["kind"]] += sum(loss["articles"].values())
    return fates
