"""Label Studio's own word on what is written for it; runs in ``.loaders/label_studio`` alone.

Its validators look at controls, labels and types, not at offsets, and its converter to CoNLL widens
to whole tokens of its own and keeps one of two nested spans: so offsets are checked here besides.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import make_demo
from tests.formats.datasets import exported, hard_article, read, span, written
from tests.loaders.released import SPLITS, released, spans_of

pytestmark = pytest.mark.filterwarnings("ignore")  # of its libraries
FORMAT = FORMATS["label_studio"]
FLAT = "وصل ٦٠٠ جندي إلى قسرک فجراً"


def config(out: Path) -> str:
    return (out / "config.xml").read_text(encoding="utf-8")


def tasks(out: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((out / "tasks.json").read_text(encoding="utf-8"))
    return found


def results(out: Path) -> list[tuple[str, dict[str, Any]]]:
    return [
        (task["data"]["text"], result)
        for task in tasks(out)
        for annotation in task.get("annotations", ())
        for result in annotation["result"]
    ]


def converted(out: Path, goal: Path, to: str) -> str:
    """Return what Label Studio's converter makes of a folder that we wrote."""
    from label_studio_sdk.converter import Converter

    converter = Converter(config(out), str(goal), download_resources=False)
    converter.convert(str(out / "tasks.json"), str(goal), to, is_dir=False)
    (file,) = goal.iterdir()
    return file.read_text(encoding="utf-8")


def check(out: Path) -> None:
    from label_studio_sdk.label_interface import LabelInterface

    interface = LabelInterface(config(out))
    interface.validate()
    for task in tasks(out):
        assert interface.validate_task({"data": task["data"]})
        for annotation in task.get("annotations", ()):
            assert interface.validate_annotation(annotation)
    for text, result in results(out):
        if result["type"] == "labels":
            value = result["value"]
            covered = text[value["start"] : value["end"]]
            assert covered.replace("\n", "\\n") == value["text"]


def test_the_hard_article_is_accepted(tmp_path: Path) -> None:
    there = hard_article()
    written(FORMAT, tmp_path / "out", [there])
    check(tmp_path / "out")
    kinds = Counter(result["type"] for _, result in results(tmp_path / "out"))
    assert kinds == {
        "labels": len(there.layer.spans),
        "textarea": sum(one.value is not None for one in there.layer),
        "choices": sum(one.unsure for one in there.layer),
    }


def test_the_gold_of_the_demo_is_accepted(tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        report = export(project, tmp_path / "out", "label_studio", Quiet(), Selection("gold", True))
    assert report.spans
    check(tmp_path / "out")


def test_a_label_that_the_configuration_lacks_is_refused(tmp_path: Path) -> None:
    """The validators say no to something, so that their yes counts."""
    from label_studio_sdk.label_interface import LabelInterface

    written(FORMAT, tmp_path / "out", [hard_article()])
    (task,) = tasks(tmp_path / "out")
    task["annotations"][0]["result"][0]["value"]["labels"] = ["ship"]
    interface = LabelInterface(config(tmp_path / "out"))
    assert not interface.validate_annotation(task["annotations"][0])


def test_its_converter_makes_the_tags_of_flat_spans(tmp_path: Path) -> None:
    (tmp_path / "conll").mkdir()
    spans = [span(FLAT, "٦٠٠ جندي", "figure"), span(FLAT, "قسرک", "base")]
    written(FORMAT, tmp_path / "out", [exported(FLAT, *spans)])
    told = converted(tmp_path / "out", tmp_path / "conll", "CONLL2003")
    lines = [line.split(" ") for line in told.splitlines()[1:] if line]
    assert [(line[0], line[-1]) for line in lines] == [
        ("وصل", "O"),
        ("٦٠٠", "B-figure"),
        ("جندي", "I-figure"),
        ("إلى", "O"),
        ("قسرک", "B-base"),
        ("فجراً", "O"),
    ]


@pytest.mark.parametrize("to", ["JSON", "JSON_MIN"])
def test_what_its_converter_exports_is_read(tmp_path: Path, to: str) -> None:
    (tmp_path / "again").mkdir()
    there = hard_article()
    written(FORMAT, tmp_path / "out", [there])
    converted(tmp_path / "out", tmp_path / "again", to)
    (record,) = read(FORMAT, tmp_path / "again")
    assert record.text == there.article.text
    assert record.sha256 == there.article.sha256
    assert [(one.start, one.end, one.label, one.quote) for one in record.spans or ()] == [
        (one.start, one.end, one.label, one.quote) for one in there.layer
    ]
    if to == "JSON":
        assert [one.value for one in record.spans or ()] == [one.value for one in there.layer]


def test_a_release_is_accepted(tmp_path: Path) -> None:
    out = released(tmp_path)
    for split in SPLITS:
        check(out / "label_studio" / split)
        kinds = Counter(result["type"] for _, result in results(out / "label_studio" / split))
        assert kinds["labels"] == len(spans_of(out, split)) > 0
