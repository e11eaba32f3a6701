"""What is written in columns, scored by seqeval, strictly; runs in ``.loaders/conll`` alone."""

from collections import Counter
from pathlib import Path

import pytest
from seqeval.metrics import f1_score
from seqeval.scheme import BILOU, IOB2, Entities, Token

from annotator.core.decisions import Choice
from annotator.core.format import Format
from annotator.core.losses import FATES, LossKind
from annotator.core.progress import Quiet
from annotator.formats import conll
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import DEMO_AUTHORS, DEMO_LEAD, make_demo
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.formats.datasets import hard_article, written
from tests.loaders.released import SPLITS, fates_in, released, spans_of

Rows = list[tuple[str, str]]

SCHEMES = [pytest.param(conll.IOB2, IOB2, id="conll"), pytest.param(conll.BILOU, BILOU, id="bilou")]


def sentences(path: Path) -> list[Rows]:
    """Return the tokens and tags of each sentence, as readers of CoNLL-2003 part them."""
    found: list[Rows] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("-DOCSTART-") or not line:
            found.append([])
        else:
            token, _, _, tag = line.split(" ")
            found[-1].append((token, tag))
    return [rows for rows in found if rows]


def entities(path: Path, scheme: type[Token]) -> list[tuple[str, str]]:
    """Return the label and the tokens of each span that seqeval finds."""
    there = sentences(path)
    tags = [[tag for _, tag in rows] for rows in there]
    assert f1_score(tags, tags, mode="strict", scheme=scheme) == 1
    return [
        (one.tag, " ".join(token for token, _ in rows[one.start : one.end]))
        for rows, found in zip(there, Entities(tags, scheme).entities, strict=True)
        for one in found
    ]


@pytest.mark.parametrize(("format", "scheme"), SCHEMES)
def test_the_hard_article(tmp_path: Path, format: Format, scheme: type[Token]) -> None:
    account = written(format, tmp_path / "out", [hard_article()])
    found = entities(tmp_path / "out", scheme)
    assert len(found) == sum(account.kept.values()) + 1
    assert ("base", "قاعدة « عين ال وادي »") in found
    assert ("actor", "مهلة") in found  # widened
    assert ("figure", "٦٠٠ جندي") in found
    fates = {loss.kind for loss in account.losses if loss.kind in FATES}
    assert fates == {LossKind.DROPPED, LossKind.WIDENED}


def test_both_schemes_say_the_same(tmp_path: Path) -> None:
    for format in (conll.IOB2, conll.BILOU):
        written(format, tmp_path / format.name, [hard_article()])
    assert entities(tmp_path / "conll", IOB2) == entities(tmp_path / "bilou", BILOU)


def test_a_wrong_tag_would_be_seen(tmp_path: Path) -> None:
    written(conll.IOB2, tmp_path / "out", [hard_article()])
    right = [[tag for _, tag in rows] for rows in sentences(tmp_path / "out")]
    wrong = [[tag.replace("B-", "I-") for tag in rows] for rows in right]
    assert f1_score(right, wrong, mode="strict", scheme=IOB2) == 0


@pytest.mark.parametrize(("format", "scheme"), SCHEMES)
def test_the_gold_of_the_demo(tmp_path: Path, format: Format, scheme: type[Token]) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        rulings = [
            (one, Ruling(Choice.OPTION, author=DEMO_AUTHORS[0], reason="قاعدة"))
            for one in Reviews(project).conflicts()
        ]
        assert rule_all(project, DEMO_LEAD, rulings).refused == []
        report = export(project, tmp_path / "out", format.name, Quiet())
    fates = Counter(dict.fromkeys(FATES, 0))
    for loss in report.losses:
        fates[loss.kind] += loss.count
    assert len(entities(tmp_path / "out", scheme)) == report.spans - fates[LossKind.DROPPED]
    # Words are cut after their clitics: hardly a span is lost.
    assert sum(report.kept.values()) > 0.95 * report.spans


def test_a_release_is_accepted(tmp_path: Path) -> None:
    out = released(tmp_path)
    spans = sum(len(spans_of(out, split)) for split in SPLITS)
    for format, scheme in ((conll.IOB2, IOB2), (conll.BILOU, BILOU)):
        files = [out / format.name / f"{split}{format.suffixes[0]}" for split in SPLITS]
        found = [entities(file, scheme) for file in files]
        assert sum(map(len, found)) == spans - fates_in(out, format.name)[LossKind.DROPPED]
        assert all(found)
