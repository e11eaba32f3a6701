import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import AnnotatorError, RefusedAct, UnknownName
from annotator.core.progress import Cancelled, Quiet
from annotator.core.selection import Selection
from annotator.store.project import Project
from annotator.workflow.datasets.exported import exported_article
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import make_demo

Bring = Callable[..., object]
BASE = {"label": "base", "start": 0, "end": 4}
ONE = {"id": "a", "name": "a.txt", "text": "قسرك"}
TWO = {"id": "b", "name": "b.txt", "text": "قسرك وقصرك"}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_gold_is_written_where_several_have_layers(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    for author in ("amal", "nasser"):
        bring(project, ONE | {"spans": [BASE]}, author=author)
    bring(project, TWO | {"spans": [BASE]}, author="amal")
    bring(project, {"name": "c.txt", "text": "ثالث"})
    report = export(project, tmp_path / "out.jsonl", "jsonl", Quiet())
    assert (report.layer, report.articles, report.spans) == ("gold", 3, 2)
    assert report.not_ready == ["b.txt", "c.txt"]
    one, two, three = lines(tmp_path / "out.jsonl")
    assert (one["author"], one["status"], one["ready"]) == ("gold", "finished", True)
    assert (two["ready"], len(two["spans"])) == (False, 1)
    assert (three["ready"], "spans" in three, "status" in three) == (False, False, False)


def test_the_layers_of_the_only_author_are_written(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, ONE | {"spans": [BASE]}, author="amal")
    report = export(project, tmp_path / "out.jsonl", "jsonl", Quiet())
    assert (report.layer, report.not_ready) == ("amal", [])
    assert exported_article(project, "a.txt").layer.author == "amal"


def test_gold_is_read_back_for_a_named_author_without_loss(
    project: Project, tmp_path: Path
) -> None:
    demo = make_demo(tmp_path / "demo", Quiet())
    with Project.open(demo) as first:
        export(first, tmp_path / "gold.jsonl", "jsonl", Quiet())
    from annotator.workflow.imports.articles import import_files

    report = import_files(project, [tmp_path / "gold.jsonl"], Quiet(), author="huda")
    assert report.refused == []
    export(project, tmp_path / "again.jsonl", "jsonl", Quiet(), Selection("huda"))
    gold, again = lines(tmp_path / "gold.jsonl"), lines(tmp_path / "again.jsonl")
    assert len(gold) == 13
    for one, other in zip(gold, again, strict=True):
        assert one.get("spans") == other.get("spans")
        assert {key: one[key] for key in ("id", "name", "title", "text", "sources", "meta")} == {
            key: other[key] for key in ("id", "name", "title", "text", "sources", "meta")
        }


@pytest.mark.parametrize(
    ("format_name", "author", "told"),
    [
        ("docx", None, "no format “docx”"),
        ("text", None, "The format text is only read"),
        ("jsonl", "nobody", "no author “nobody”"),
    ],
)
def test_what_cannot_be_written_is_told(
    project: Project, tmp_path: Path, format_name: str, author: str | None, told: str
) -> None:
    with pytest.raises(AnnotatorError, match=told):
        export(project, tmp_path / "out", format_name, Quiet(), Selection(author))
    assert not (tmp_path / "out").exists()


def test_a_project_is_never_overwritten(project: Project, tmp_path: Path) -> None:
    with pytest.raises(AnnotatorError, match="is a project or another database"):
        export(project, project.path, "jsonl", Quiet())
    for out, told in (
        (tmp_path, "cannot be written"),
        (tmp_path / "none" / "out.jsonl", "There is no folder"),
    ):
        with pytest.raises(AnnotatorError, match=told):
            export(project, out, "jsonl", Quiet())


def test_an_older_export_is_replaced_whole_or_stays(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, ONE, TWO)
    out = tmp_path / "out.jsonl"
    out.write_text("older")

    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(project, out, "jsonl", Stop())
    assert out.read_text() == "older"
    assert not list(tmp_path.glob(".*"))
    export(project, out, "jsonl", Quiet())
    assert len(lines(out)) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights to make links")
def test_a_link_stays_and_the_file_it_leads_to_is_replaced_with_its_rights(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, ONE)
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "there.jsonl").write_text("older")
    (kept / "there.jsonl").chmod(0o640)
    for name in ("there.jsonl", "not-yet.jsonl"):
        link = tmp_path / name
        link.symlink_to(kept / name)
        export(project, link, "jsonl", Quiet())
        assert link.is_symlink()
        assert len(lines(kept / name)) == 1
    assert stat.S_IMODE((kept / "there.jsonl").stat().st_mode) == 0o640
    (tmp_path / "link.db").symlink_to(project.path)
    with pytest.raises(AnnotatorError, match="is a project or another database"):
        export(project, tmp_path / "link.db", "jsonl", Quiet())
    assert not list(tmp_path.rglob(".*"))


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes in folders")
def test_a_pipe_or_device_is_neither_waited_for_nor_replaced(
    project: Project, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    for name in ("pipe", "null"):
        with pytest.raises(AnnotatorError, match=f"{name}” is a pipe or a device and no file"):
            export(project, tmp_path / name, "jsonl", Quiet())
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "null").is_symlink()


def test_what_an_export_wrote_is_on_the_disk_before_the_older_file_goes(
    project: Project, bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(project, ONE)
    out = tmp_path / "out.jsonl"
    out.write_text("older")
    synced: list[tuple[int, str]] = []
    monkeypatch.setattr(
        os, "fsync", lambda file: synced.append((os.fstat(file).st_ino, out.read_text()))
    )
    export(project, out, "jsonl", Quiet())
    assert synced == [(out.stat().st_ino, "older")]


def test_a_long_name_can_be_written(project: Project, bring: Bring, tmp_path: Path) -> None:
    bring(project, ONE)
    export(project, tmp_path / f"{'x' * 244}.jsonl", "jsonl", Quiet())
    project.backup(tmp_path / ("y" * 250), Quiet())
    with Project.open(tmp_path / ("y" * 250)) as copy:
        assert copy.articles.count() == 1


def test_what_cannot_be_tidied_up_does_not_hide_what_went_wrong(
    project: Project, bring: Bring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(project, ONE)

    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    def fail(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "unlink", fail)
    with pytest.raises(Cancelled):
        export(project, tmp_path / "out.jsonl", "jsonl", Stop())


def test_a_quote_that_does_not_fit_is_never_written(
    project: Project, bring: Bring, tmp_path: Path
) -> None:
    bring(project, ONE | {"spans": [BASE]}, author="amal")
    with project.writing():
        project._connection.execute("UPDATE spans SET quote = 'xxxx'")
    with pytest.raises(RefusedAct, match=r"In “a.txt” the base at 0 does not fit its text"):
        export(project, tmp_path / "out.jsonl", "jsonl", Quiet())
    assert not (tmp_path / "out.jsonl").exists()


def test_one_article_is_asked_for_by_name_or_id(project: Project, bring: Bring) -> None:
    bring(project, ONE | {"spans": [BASE]}, author="amal")
    for name in ("a.txt", "a"):
        exported = exported_article(project, name)
        assert (exported.article.id, len(exported.layer.spans), exported.ready) == ("a", 1, True)
    with pytest.raises(UnknownName, match="no article “x”"):
        exported_article(project, "x")
    with pytest.raises(UnknownName, match="no author “x”"):
        exported_article(project, "a", "x")
