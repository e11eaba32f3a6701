"""The gold of the demo, released in all formats at once, for other programs to accept."""

import json
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

from annotator.core.manifest import ARTICLES, MANIFEST
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.projects import DEMO_AUTHORS, DEMO_LEAD, make_demo
from annotator.workflow.release import release
from annotator.workflow.verifying import verify
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


def fates_in(out: Path, format: str) -> Counter[str]:
    """Return how many spans of a release a format widened, dropped and so on."""
    fates: Counter[str] = Counter()
    for loss in json.loads((out / MANIFEST).read_text("utf-8"))["losses"][format]:
        fates[loss["kind"]] += loss["count"]
    return fates
