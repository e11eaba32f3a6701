"""Tasks and a configuration as Label Studio imports them, and takes them back."""

import json
from pathlib import Path
from xml.etree import ElementTree

from annotator.core.format import ReadingOptions, Unit, WritingOptions
from annotator.core.labels import LabelSet
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.values import NumberValue
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.imports.articles import import_files
from tests.formats.datasets import exported, hard_article, read, span, written
from tests.formats.label_studio.tasks import FORMAT, TEXT, all_of, file, records


def test_a_task_is_as_label_studio_imports_it(tmp_path: Path) -> None:
    spans = [
        span(TEXT, "قسرك\n99%", "base", note="أم 99؟"),
        span(TEXT, "99%", "figure", NumberValue(99, 99, None, "%"), unsure=True),
    ]
    there = exported(TEXT, *spans)
    written(FORMAT, tmp_path / "out", [there])
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        *("config.xml", "tasks.json"),
    ]
    (told,) = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))
    first, second = (one.id for one in there.layer)
    both = {"to_name": "text", "origin": "manual"}
    place = {"start": 7, "end": 10}
    moment = "2026-02-25T00:00:00.000Z"
    history = {"origin": "manual", "created_at": moment, "changed_at": moment}
    with_note = {"annotator_history": history, "text": "أم 99؟"}
    assert told["id"] == 1
    assert told["data"]["text"] == TEXT
    assert told["annotations"] == [
        {
            "result": [
                both
                | {
                    "id": first,
                    "from_name": "label",
                    "type": "labels",
                    "value": {"start": 2, "end": 10, "text": "قسرك\\n99%", "labels": ["base"]},
                    "meta": {"annotator_span": first, **with_note},
                },
                both
                | {
                    "id": second,
                    "from_name": "label",
                    "type": "labels",
                    "value": place | {"text": "99%", "labels": ["figure"]},
                    "meta": {"annotator_span": second, "annotator_history": history},
                },
                both
                | {
                    "id": second,
                    "from_name": "value",
                    "type": "textarea",
                    "value": place | {"text": ['{"value": 99, "unit": "%"}']},
                },
                both
                | {
                    "id": second,
                    "from_name": "certainty",
                    "type": "choices",
                    "value": place | {"text": "99%", "choices": ["not sure"]},
                },
            ],
            "was_cancelled": False,
            "ground_truth": False,
            "lead_time": 0.0,
        }
    ]


def test_the_configuration_has_the_labels_and_reads_from_the_right(tmp_path: Path) -> None:
    written(FORMAT, tmp_path / "out", [hard_article()])
    root = ElementTree.parse(tmp_path / "out" / "config.xml").getroot()
    assert [one.attrib for one in root.iter("Label")] == [
        {"value": label.name, "background": label.colour, "hotkey": label.key}
        for label in LabelSet.default()
    ]
    (view,) = (one for one in root.iter("View") if one.find("Text") is not None)
    assert view.attrib["style"].startswith("direction: rtl;")
    names = {one.attrib["name"]: one for one in root.iter() if "name" in one.attrib}
    assert set(names) == {"text", "label", "value", "certainty"}
    assert names["text"].attrib["value"] == "$text"


def test_a_folder_of_no_articles_is_an_empty_list(tmp_path: Path) -> None:
    written(FORMAT, tmp_path / "out", [])
    assert json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8")) == []
    assert all_of(tmp_path / "out" / "tasks.json") == []


def test_the_hard_article_comes_back_with_all_that_is_said_of_it(tmp_path: Path) -> None:
    there = hard_article()
    for unit in (Unit.CODE_POINTS, Unit.UTF16):
        out = tmp_path / unit
        account = written(FORMAT, out, [there], WritingOptions(unit=unit))
        assert account.losses == []
        (record,) = read(FORMAT, out, ReadingOptions(unit=unit))
        for found, was in zip(record.spans or (), there.layer, strict=True):
            assert (found.start, found.end, found.label, found.quote) == (*was.place, was.quote)
            assert (found.value, found.note, found.unsure) == (was.value, was.note, was.unsure)
            assert found.id == was.id
        assert (record.name, record.author, record.published) == ("a.txt", "amal", "2026-02-23")
        assert record.meta == "{}"


def test_the_letters_of_a_line_end_are_none(project: Project, tmp_path: Path) -> None:
    text = "قال C:\\new\nقسرك"
    there = exported(text, span(text, "C:\\new\nقسرك", "base"), span(text, "\\new", "actor"))
    written(FORMAT, tmp_path / "out", [there])
    report = import_files(project, [tmp_path / "out"], Quiet())
    assert ([str(one.why) for one in report.refused], report.spans) == ([], 2)


def test_an_export_of_a_project_is_imported_from_its_folder(
    project: Project, tmp_path: Path
) -> None:
    for number, status in enumerate(("set aside", "finished", "in progress")):
        native = {"text": f"قسرك {number}", "author": "amal", "status": status, "reason": "طويل"}
        native |= {"spans": [{"label": "base", "start": 0, "end": 4, "note": "x"}], "seconds": 7}
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps(native), encoding="utf-8")
        assert import_files(project, [path], Quiet()).refused == []
    export(project, tmp_path / "out", "label_studio", Quiet(), Selection("amal", True))
    found = read(FORMAT, tmp_path / "out")
    assert [one.state for one in found] == [
        LayerState(status, "طويل")
        for status in (Status.SET_ASIDE, Status.FINISHED, Status.IN_PROGRESS)
    ]
    assert [one.seconds for one in found] == [7, 7, 7]
    report = import_files(project, [tmp_path / "out" / "tasks.json"], Quiet())
    assert (report.skipped, report.spans, report.refused) == (3, 0, [])


def test_what_somebody_did_with_it_there_is_a_layer_of_theirs(tmp_path: Path) -> None:
    written(FORMAT, tmp_path / "out", [hard_article()])
    (told,) = json.loads((tmp_path / "out" / "tasks.json").read_text(encoding="utf-8"))
    told["data"]["annotator_article"] |= {"status": "set aside", "reason": "طويل", "seconds": 5}
    told["annotations"][0] |= {"completed_by": 3, "lead_time": 60.5}
    (record,) = records(file(tmp_path, told))
    assert (record.author, record.state) == ("Label Studio 3", LayerState(Status.FINISHED))
    assert (record.seconds, record.name) == (60.5, "a.txt")
    assert len(record.spans or ()) == len(hard_article().layer.spans)
