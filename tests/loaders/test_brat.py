"""What is written for brat, read by others; runs in ``.loaders/brat`` alone.

pybrat raises errors of form, but takes any offset.  brat's own server compares what a line says
with the text: the same comparison, as its ``annotation.py`` makes it, is made here on every line.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pybrat.parser import BratParser, Entity

from annotator.core.decisions import Choice
from annotator.core.losses import LossKind
from annotator.core.progress import Quiet
from annotator.formats import brat
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import DEMO_AUTHORS, DEMO_LEAD, make_demo
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.formats.datasets import hard_article, written
from tests.loaders.released import SPLITS, released, spans_of


def refused_by_server(text: str, ann: str) -> Iterator[str]:
    """Yield the lines at which brat's server would stop, or which it would change.

    It reads lines as ``splitlines`` parts them, wants each id once and each target there, the
    pieces of a span apart, and behind them the text that they cover, joined by spaces.
    """
    lines = ann.splitlines()
    ids = [line.split("\t")[0] for line in lines]
    for line in lines:
        id, data, *tail = line.split("\t", 2)
        right = ids.count(id) == 1
        if id.startswith("T"):
            _, places = data.split(" ", 1)
            pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
            right &= all(0 <= start < end <= len(text) for start, end in pieces)
            right &= all(one[1] < next[0] for one, next in pairwise(pieces))
            right &= tail == [" ".join(text[start:end] for start, end in pieces)]
        elif id.startswith("A"):
            match = re.fullmatch(r"([A-Za-z_-]+) (T[0-9]+)(?: (.+))?", data)
            right &= match is not None and match[2] in ids and not tail
        elif id.startswith("N"):
            match = re.fullmatch(r"Reference (T[0-9]+) (\S+?):(\S+)", data)
            right &= match is not None and match[1] in ids and bool(tail[0].strip())
        else:
            right &= re.fullmatch(r"#[0-9]+", id) is not None
            right &= data.split()[0] == "AnnotatorNotes" and data.split()[1] in ids
        if not right:
            yield line


def entities(folder: Path) -> dict[str, tuple[str, list[Entity]]]:
    """Return by file name the text and the spans that pybrat finds in a folder."""
    return {one.id: (one.text, one.entities) for one in BratParser(error="raise").parse(folder)}


def check_folder(folder: Path) -> int:
    """Check each file of a folder by both, and return how many spans there are."""
    found = entities(folder)
    assert len(found) == len(list(folder.glob("*.txt")))
    for stem, (read_text, spans) in found.items():
        text = (folder / f"{stem}.txt").read_bytes().decode()
        assert list(refused_by_server(text, (folder / f"{stem}.ann").read_bytes().decode())) == []
        assert read_text == text.replace("\r", "\n")
        for one in spans:
            covered = " ".join(text[piece.start : piece.end] for piece in one.spans)
            assert one.mention == covered.rstrip()
    return sum(len(spans) for _, spans in found.values())


def test_the_hard_article(tmp_path: Path) -> None:
    article = hard_article()
    account = written(brat.FORMAT, tmp_path / "out", [article])
    assert {loss.kind for loss in account.losses} == {LossKind.SPLIT}
    assert check_folder(tmp_path / "out") == len(article.layer.spans)
    ((_, spans),) = entities(tmp_path / "out").values()
    assert {(one.type, one.spans[0].start, one.spans[-1].end, one.mention) for one in spans} == {
        (one.label, one.start, one.end, " ".join(re.split("[\n\r]", one.quote)))
        for one in article.layer
    }
    assert {(one.mention, one.references[0].eid) for one in spans if one.references} == {
        ("قاعدة «عين الوادي»", "e1"),
        ("وكالة «الساحل»", "e2"),
        ("قسرک", "e3"),
    }


@pytest.mark.parametrize(
    "slip", [("T1\tactor 1", "T1\tactor 2"), ("القوات", "القوان"), ("Unsure T1", "Unsure T99")]
)
def test_the_server_would_see_a_slip(tmp_path: Path, slip: tuple[str, str]) -> None:
    article = hard_article()
    written(brat.FORMAT, tmp_path / "out", [article])
    ann = (tmp_path / "out" / "a.ann").read_bytes().decode()
    assert slip[0] in ann
    assert list(refused_by_server(article.article.text, ann.replace(*slip, 1))) != []


def test_the_gold_of_the_demo(tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        rulings = [
            (one, Ruling(Choice.OPTION, author=DEMO_AUTHORS[0], reason="قاعدة"))
            for one in Reviews(project).conflicts()
        ]
        assert rule_all(project, DEMO_LEAD, rulings).refused == []
        report = export(project, tmp_path / "out", "brat", Quiet(), strict=True)
    assert report.layer == "gold"
    assert report.spans > 0
    assert check_folder(tmp_path / "out") == report.spans


def test_a_release_is_accepted(tmp_path: Path) -> None:
    out = released(tmp_path)
    for split in SPLITS:
        assert check_folder(out / "brat" / split) == len(spans_of(out, split)) > 0
