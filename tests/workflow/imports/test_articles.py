"""What an import takes, passes over and refuses: files, folders, texts and names."""

import json
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.format import ArticleRecord, Refused
from annotator.core.progress import Cancelled, Quiet
from annotator.store.project import Project
from annotator.workflow.imports import articles
from annotator.workflow.imports.articles import ImportReport, import_files
from annotator.workflow.imports.incoming import Incoming, IncomingFile, incoming
from annotator.workflow.people.authors import ensure_author

Bring = Callable[..., ImportReport]
TEXT = "غادر رتل قاعدة «قسرك» أمس"
BASE = {"label": "base", "start": 16, "end": 20}
LINE = {"id": "a", "name": "a.txt", "text": TEXT, "author": "amal"}


def why(report: ImportReport) -> list[str]:
    return [str(refused.why) for refused in report.refused]


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.skipped, report.spans, len(report.refused)


# Files and folders


def test_a_folder_is_read_in_the_order_of_its_names(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for name, text in [("b/2026-02-23-x.txt", "ب"), ("a.txt", "ا"), ("b/ج.text", "ج")]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-16"))
    (folder / ".hidden").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("x")
    assert counts(import_files(project, [folder], Quiet())) == (3, 0, 0, 0)
    assert [(a.name, a.published, a.text) for a in project.articles.each()] == [
        ("a.txt", None, "ا"),
        ("b/2026-02-23-x.txt", "2026-02-23", "ب"),
        ("b/ج.text", None, "ج"),
    ]


def test_the_day_of_the_file_name_goes_before_the_given_one(
    project: Project, tmp_path: Path
) -> None:
    for name in ("2026-02-23.txt", "other.txt"):
        (tmp_path / name).write_text(name)
    files = [tmp_path / "2026-02-23.txt", tmp_path / "other.txt"]
    import_files(project, files, Quiet(), published="2026-01-01")
    assert [article.published for article in project.articles.each()] == [
        "2026-02-23",
        "2026-01-01",
    ]


def test_only_what_is_no_text_is_refused_and_the_rest_is_done(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for name, data in {
        "a.txt": TEXT.encode(),
        "binary.txt": bytes(range(256)),
        "broken.txt": TEXT.encode()[:-1],
        "empty.txt": b"",
        "mark.txt": b"\xef\xbb\xbf",
        "nul.txt": b"a\0b",
        "picture.png": b"\x89PNG\r\n",
        "z.txt": "ي".encode(),
    }.items():
        (folder / name).write_bytes(data)
    report = import_files(project, [folder], Quiet())
    assert counts(report) == (2, 0, 0, 6)
    assert {refused.path.name for refused in report.refused} == {
        "binary.txt",
        "broken.txt",
        "empty.txt",
        "mark.txt",
        "nul.txt",
        "picture.png",
    }


def test_what_is_not_there_is_told(project: Project, tmp_path: Path) -> None:
    report = import_files(project, [tmp_path / "none", tmp_path / ("x" * 3000)], Quiet())
    assert len(report.refused) == 2
    assert "There is no file or folder" in why(report)[0]


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes in folders")
def test_a_pipe_is_not_waited_for(project: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    report = import_files(project, [tmp_path / "pipe.txt", Path("/dev/zero")], Quiet())
    assert counts(report) == (0, 0, 0, 2)


@pytest.mark.skipif(sys.platform == "win32", reason="has none of these")
def test_what_is_no_file_in_a_folder_is_refused_by_name(project: Project, tmp_path: Path) -> None:
    news = tmp_path / "news"
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.txt").write_text("آخر", "utf-8")
    news.mkdir()
    (news / "a.txt").write_text(TEXT, "utf-8")
    (news / "file.txt").symlink_to(tmp_path / "other" / "b.txt")
    (news / "folder").symlink_to(tmp_path / "other")
    (news / "broken.txt").symlink_to(tmp_path / "gone.txt")
    (news / "round.txt").symlink_to("round.txt")
    os.mkfifo(news / "pipe.txt")
    (news / ".hidden").symlink_to(tmp_path / "other")
    report = import_files(project, [news], Quiet())
    assert sorted(article.name for article in project.articles.each()) == ["a.txt", "file.txt"]
    assert {refused.path.name: str(refused.why) for refused in report.refused} == {
        "folder": "“folder” is a link to a folder. Import that folder by its own name.",
        "broken.txt": "“broken.txt” is a link to what is not there.",
        "round.txt": "“round.txt” cannot be read: Too many levels of symbolic links.",
        "pipe.txt": "“pipe.txt” is a pipe or a device and no file.",
    }


def test_the_project_is_left_out_of_its_own_folder(project: Project) -> None:
    folder = project.path.parent
    (folder / "a.txt").write_text(TEXT, "utf-8")
    ensure_author(project, "amal")
    assert project.path.with_name(f"{project.path.name}-wal").exists()
    for format_name in (None, "text"):
        report = import_files(project, [folder], Quiet(), format_name=format_name)
        assert why(report) == []
    assert [article.name for article in project.articles.each()] == ["a.txt"]
    report = import_files(project, [project.path], Quiet())
    assert len(report.refused) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode there")
def test_a_file_name_that_is_not_utf_8_is_taken(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.txt")).write_text(TEXT)
    Path(os.fsdecode(os.fsencode(folder) + b"/\xfe.bin")).write_text(TEXT)
    report = import_files(project, [folder], Quiet())
    assert counts(report) == (1, 0, 0, 1)
    assert [article.name for article in project.articles.each()] == ["\ufffd.txt"]
    why(report)[0].encode()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(project: Project, tmp_path: Path) -> None:
    (tmp_path / "news" / "closed").mkdir(parents=True)
    (tmp_path / "news" / "closed").chmod(0)
    report = import_files(project, [tmp_path / "news"], Quiet())
    (tmp_path / "news" / "closed").chmod(0o700)
    assert "“closed” cannot be read" in why(report)[0]


def test_the_longest_text_that_the_window_opens_is_taken_and_no_longer_one(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"one base\n" * (10_000_000 // 9))
    assert counts(import_files(project, [path], Quiet())) == (1, 0, 0, 0)
    path.write_bytes(b"one base\n" * (100_000_000 // 9))
    report = import_files(project, [path], Quiet())
    assert counts(report) == (0, 0, 0, 1)
    assert "“huge.txt” is larger than 64 MB" in str(report.refused[0].why)
    assert project.search.find("base") == [1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"published": "23.02.26"},
        {"author": "gold"},
        {"author": " "},
        {"author": "x" * 101},
        {"author": "a\nb"},
        {"format_name": "docx"},
    ],
)
def test_what_cannot_be_asked_for_changes_nothing(
    project: Project, bring: Bring, wrong: dict[str, str]
) -> None:
    with pytest.raises(AnnotatorError):
        bring(project, LINE, **wrong)
    assert project.articles.count() == 0
    assert project.authors.all() == []


# The same text, the same name


def test_importing_twice_changes_nothing(project: Project, bring: Bring) -> None:
    lines = [
        LINE | {"spans": [BASE]},
        {"text": "قاعدة"},
        {"name": "c", "text": "ج", "meta": {"x": 1}},
    ]
    assert counts(bring(project, *lines)) == (3, 0, 1, 0)
    before = list(project._connection.iterdump())
    assert counts(bring(project, *lines)) == (0, 3, 0, 0)
    assert list(project._connection.iterdump()) == before


def test_a_file_imported_twice_is_no_source(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "2026-02-23.txt"
    path.write_text(TEXT)
    for published in (None, "2026-01-01"):
        import_files(project, [path], Quiet(), published=published)
    (article,) = project.articles.each()
    assert project.articles.sources(article.id) == []


def test_the_same_text_brings_its_source(project: Project, bring: Bring) -> None:
    bring(project, LINE)
    again = {"name": "b.txt", "text": TEXT + "", "outlet": "RT", "published": "2026-02-24"}
    for _ in range(2):
        assert counts(bring(project, again)) == (0, 1, 0, 0)
    (source,) = project.articles.sources("a")
    assert (source.name, source.outlet, source.published) == ("b.txt", "RT", "2026-02-24")


def test_a_line_with_sources_brings_those_alone(project: Project, bring: Bring) -> None:
    bring(project, LINE)
    bring(project, {"name": "b.txt", "text": TEXT, "sources": []})
    bring(
        project, {"name": "c.txt", "text": TEXT, "sources": [{"name": "d.txt", "meta": {"n": 1}}]}
    )
    assert [(s.name, s.meta) for s in project.articles.sources("a")] == [("d.txt", '{"n": 1}')]


def test_the_same_text_after_cleaning_is_the_same(project: Project, bring: Bring) -> None:
    bring(project, {"name": "x", "text": "ا\nب"})
    assert counts(bring(project, {"name": "x", "text": "\ufeffا\r\nب"})) == (0, 1, 0, 0)


def test_the_same_name_with_other_text_is_refused(project: Project, bring: Bring) -> None:
    bring(project, LINE)
    report = bring(project, {"name": "a.txt", "text": "آخر"}, {"name": "b", "text": "ثالث"})
    assert counts(report) == (1, 0, 0, 1)
    assert "an article “a.txt” already, with another text" in why(report)[0]
    assert report.refused[0].line == 1


def test_a_line_without_a_name_is_named_by_its_place(project: Project, bring: Bring) -> None:
    bring(project, {"text": "ا"}, "", {"text": "ب"})
    assert [article.name for article in project.articles.each()] == [
        "brought.jsonl:1",
        "brought.jsonl:3",
    ]


def test_an_id_that_is_taken_is_not_given_twice(project: Project, bring: Bring) -> None:
    bring(project, LINE, {"id": "a", "text": "آخر"})
    one, two = project.articles.each()
    assert one.id == "a"
    assert two.id not in ("", "a")


def test_an_import_that_is_stopped_keeps_whole_articles(project: Project, bring: Bring) -> None:
    count = 3_000  # more than any machine imports in one batch

    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            assert total == count + 1
            raise Cancelled

    lines = [
        LINE | {"id": str(n), "name": str(n), "text": f"{n} {TEXT}" * 20, "spans": [BASE]}
        for n in range(count)
    ]
    path = project.path.with_name("many.jsonl")
    path.write_text("\n".join(map(json.dumps, lines)) + "\n")
    report = import_files(project, [path], Stop())
    assert 0 < report.added < count
    assert project.articles.count() == report.added == report.spans
    assert len(project.search.find("قسرك")) == report.added
    report = import_files(project, [path], Quiet())
    assert project.articles.count() == count
    assert len(project.search.find("قسرك")) == count


def test_an_import_is_one_act_in_the_history(project: Project, bring: Bring) -> None:
    report = bring(project, *({"text": f"{n} {TEXT}" * 20} for n in range(500)))
    rows = list(project.history.of_group(report.group))
    assert {row.act for row in rows} == {"import"}
    put = [article for row in rows for article in json.loads(row.done)["put"]["articles"]]
    assert put == [article.id for article in project.articles.each()]


def test_nothing_is_read_while_nobody_else_can_write(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text("".join(f'{{"text": "قسرك {n}"}}\n' for n in range(20)), encoding="utf-8")
    other = sqlite3.connect(project.path, isolation_level=None, timeout=0)

    class Watched(Incoming):
        def records(self) -> Iterator[tuple[IncomingFile, ArticleRecord | Refused]]:
            for one in super().records():
                other.execute("BEGIN IMMEDIATE")  # refused while the import holds the file
                other.execute("ROLLBACK")
                yield one

    def watched(*args: Any) -> Incoming:
        coming = incoming(*args)
        return Watched(coming.files, coming.refused, coming.options)

    monkeypatch.setattr(articles, "incoming", watched)
    assert counts(import_files(project, [path], Quiet())) == (20, 0, 0, 0)
    other.close()
