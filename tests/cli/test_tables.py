"""Tables of articles, as people keep them in spreadsheets, brought in by the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.store.project import Project

Run = Callable[..., Any]
LONG = "قالت الوكالة إن «القوات» غادرت قاعدة قسرك؛\nوبقي 600 جندي, فيها.\n\nانتهى"


@pytest.fixture
def project(run: Run) -> str:
    run("init", "p.db")
    return "p.db"


def table(*rows: list[str], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def articles(tmp_path: Path) -> list[Any]:
    with Project.open(tmp_path / "p.db", writable=False) as project:
        return list(project.articles.each())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize(("delimiter", "name"), [(",", "t.csv"), (";", "t.csv"), ("\t", "t.tsv")])
def test_each_row_is_an_article_however_it_is_saved(
    run_json: Run, project: str, tmp_path: Path, encoding: str, delimiter: str, name: str
) -> None:
    source = table(
        ["العنوان", "النص", "المصدر", "تاريخ النشر", "الرابط", "القسم"],
        ["انسحاب", LONG, "صحيفة; الشمال", "23/2/2026", "https://example.org/1", "أخبار"],
        ["", "نص ثان", "", "2026-02-24T23:00:00+03:00", "", ""],
        delimiter=delimiter,
    )
    (tmp_path / name).write_bytes(source.encode(encoding))
    report = run_json("import", project, name)
    assert (report["added"], report["skipped"], report["spans"]) == (2, 0, 0)
    assert report["refused"] == report["left_out"] == report["authors"] == []
    first, second = articles(tmp_path)
    assert (first.title, first.text) == ("انسحاب", LONG)
    assert (first.outlet, first.published) == ("صحيفة; الشمال", "2026-02-23")
    assert (first.url, json.loads(first.meta)) == ("https://example.org/1", {"القسم": "أخبار"})
    assert first.name == f"{name}:2"
    assert (second.text, second.published, second.outlet) == ("نص ثان", "2026-02-24", None)
    assert second.name == f"{name}:6"


def test_columns_are_named_on_the_command_line(run: Run, project: str, tmp_path: Path) -> None:
    source = table(
        ["n", "Inhalt", "text", "when"],
        ["7", LONG, "short", "once upon a time"],
    )
    (tmp_path / "t.csv").write_text(source, "utf-8", newline="")
    columns = ("--column", "text=Inhalt", "--column", "name=n", "--column", "published=when")
    assert "Its “when” tells no full day" in run("import", project, "t.csv", *columns).stderr
    (article,) = articles(tmp_path)
    assert (article.name, article.text, article.published) == ("7", LONG, None)
    assert json.loads(article.meta) == {"text": "short", "when": "once upon a time"}


def test_a_column_that_is_named_twice_is_refused_in_its_own_words(run: Run, project: str) -> None:
    result = run("import", project, "t.csv", "--column", "text=a", "--column", "text=b")
    assert result.exit_code == 2
    assert "write it as FIELD=COLUMN, once for each FIELD." in result.stderr


def task(key: str, text: str) -> str:
    """Return a task of Label Studio whose text stands under that key."""
    region = {"value": {"start": 0, "end": 4, "labels": ["PERS"]}, "id": "a", "type": "labels"}
    marked = [{"result": [{**region, "from_name": "label", "to_name": "text"}]}]
    return json.dumps([{"data": {key: text}, "annotations": marked}])


def test_the_columns_of_a_table_hinder_no_other_file(
    run: Run, project: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(table(["kopf", "haupttext"], ["عنوان", LONG]), "utf-8")
    (tmp_path / "ls.json").write_text(task("text", "قسرك غادرت"), "utf-8")
    (tmp_path / "own.json").write_text(task("haupttext", "قسرك بقيت"), "utf-8")
    columns = ("--column", "text=haupttext", "--column", "title=kopf", "--map", "PERS=actor")
    result = run("import", project, "own.json", "ls.json", "t.csv", *columns, "--author", "amal")
    assert (result.stderr, result.stdout.splitlines()[0]) == (
        "",
        "Added 3 articles and 2 spans.",
    )
    assert {one.text for one in articles(tmp_path)} == {LONG, "قسرك غادرت", "قسرك بقيت"}


def test_a_table_without_the_columns_of_another_is_read_by_its_own(
    run: Run, project: str, tmp_path: Path
) -> None:
    for name, *rows in (
        ("a.csv", ["inhalt", "wann"], ["نص أول", "2026-02-23"]),
        ("b.csv", ["العنوان", "النص"], ["خبر", "نص ثان"]),
        ("c.csv", ["corpus", "wann"], ["نص ثالث", "2026-02-23"]),
    ):
        (tmp_path / name).write_text(table(*rows), "utf-8")
    columns = ("--column", "text=inhalt", "--column", "published=wann")
    result = run("import", project, "a.csv", "b.csv", "c.csv", *columns)
    assert result.stderr.splitlines()[0] == (
        "c.csv: The table has no column “inhalt”. It has: “corpus”, “wann”."
    )
    first, second = articles(tmp_path)
    assert (first.text, first.published) == ("نص أول", "2026-02-23")
    assert (second.title, second.text) == ("خبر", "نص ثان")


def test_a_key_that_no_table_has_must_be_in_each_task(
    run: Run, project: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text(table(["text", "kopf"], [LONG, "عنوان"]), "utf-8")
    (tmp_path / "ls.json").write_text(task("text", "قسرك غادرت"), "utf-8")
    for files in (["ls.json"], ["ls.json", "t.csv"]):
        result = run("import", project, *files, "--column", "text=haupttext")
        assert result.exit_code == 1
        assert "ls.json:1: It is no task of a text: its data has no “haupttext”." in result.stderr
    assert articles(tmp_path) == []


def test_a_day_of_publication_that_is_none_is_told(run: Run, project: str, tmp_path: Path) -> None:
    rows = (["نص أول", "2026-02-30"], ["نص ثان", "2026-02-23"])
    (tmp_path / "days.csv").write_text(table(["text", "published"], *rows), "utf-8")
    result = run("import", project, "days.csv", "--published", "2026-03-01")
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "Note: days.csv:2: Its “published” tells no full day, so that its day of publication is not"
        " taken from there: “2026-02-30”."
    )
    assert result.stdout == "Added 2 articles and 0 spans.\n"
    first, second = articles(tmp_path)
    assert json.loads(first.meta) == {"published": "2026-02-30"}
    assert second.published == "2026-02-23"


def test_a_column_that_is_something_else_is_no_text(run: Run, project: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text,title\n1,a\n", "utf-8")
    result = run("import", project, "t.csv", "--column", "id=text")
    assert result.exit_code == 1
    assert result.stderr.startswith("t.csv: No column is known to hold the text.")
    assert articles(tmp_path) == []


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        (
            (),
            "t.csv: No column is known to hold the text. Say which one does (--column text=NAME) of"
            " these: “n”, “Inhalt”, “column 3”.",
        ),
        (
            ("--column", "text=inhalt"),
            "t.csv: The table has no column “inhalt”. It has: “n”, “Inhalt”, “column 3”.",
        ),
        (
            ("--column", "body=Inhalt"),
            "No column can be “body”. It can be one of: text, title, name, outlet, url, published,"
            " id.",
        ),
    ],
)
def test_a_table_without_a_known_text_tells_its_columns(
    run: Run, project: str, tmp_path: Path, columns: tuple[str, ...], told: str
) -> None:
    (tmp_path / "t.csv").write_text("n,Inhalt,\n1,a,\n", "utf-8")
    result = run("import", project, "t.csv", *columns)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == told
    assert articles(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "t.csv: The table is empty."),
        (b"text,title,text\na,b,c\n", "t.csv: Two columns are called “text”."),
        (b"text,title\n,b\n", "t.csv:2: Its column “text” is empty."),
        (b"text,title\na,b,c\n", "t.csv:2: The row has 3 cells, and the table 2 columns."),
        (b'text,title\n"a,b\nc,d\n', "t.csv:2: The quotation marks of the row that begins here"),
        (b'text,title\n"a" b,c\n', "t.csv:2: The quotation marks of the row that begins here"),
        (b"text,title\na\0b,c\n", "t.csv:2: The text has a NUL character"),
        (b"text,title\na,b\0c\n", "t.csv:2: “title” holds a NUL"),
        ("text\nقسرك\n".encode() * 20 + b"\xff\n", "t.csv: The text is damaged UTF-8"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 9, "t.csv: The text is in no encoding"),
        (b"text\n" + b"x" * 17_000_000, "t.csv:2: The row that begins here has more"),
        (
            b'text\n"' + (b"x" * 9_999 + b"\n") * 1_700,
            "t.csv:2: The row that begins here has more",
        ),
    ],
    ids=range(12),
)
def test_what_is_no_table_of_articles_is_told_in_one_sentence(
    run: Run, project: str, tmp_path: Path, content: bytes, told: str
) -> None:
    (tmp_path / "t.csv").write_bytes(content)
    result = run("import", project, "t.csv")
    assert result.exit_code == 1
    assert result.stderr.startswith(told)


def test_a_row_that_does_not_fit_hinders_no_other(
    run_json: Run, project: str, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_text("text,title\na,b,c\n\nسطر,عنوان\n", "utf-8")
    report = run_json("import", project, "t.csv", exit_code=1)
    assert (report["added"], [one["line"] for one in report["refused"]]) == (1, [2])
    assert articles(tmp_path)[0].title == "عنوان"


def test_damage_far_inside_a_table_is_told_by_its_row(
    run_json: Run, project: str, tmp_path: Path
) -> None:
    rows = "".join(f'{number},"{LONG} {number}"\n' for number in range(20_000))
    (tmp_path / "t.csv").write_bytes(f"name,text\n{rows}".encode() + b"x,\xff\xfe\n")
    report = run_json("import", project, "t.csv", exit_code=1)
    assert report["added"] > 19_900
    (refused,) = report["refused"]
    assert refused["line"] > 79_000
    assert "damaged UTF-8 here" in refused["why"]


def test_the_arabic_of_a_table_may_begin_late(run_json: Run, project: str, tmp_path: Path) -> None:
    rows = "".join(f"{number},{'plain ' * 40}{number}\n" for number in range(10_000))
    content = f"name,text\n{rows}z,{'قسرك في الشمال ' * 40}\n".encode("cp1256")
    assert len(content) > 2 << 20
    (tmp_path / "t.csv").write_bytes(content)
    assert run_json("import", project, "t.csv")["refused"] == []
    assert "قسرك" in articles(tmp_path)[-1].text


@pytest.mark.parametrize(("name", "delimiter"), [("spans.csv", ","), ("spans.TSV", "\t")])
def test_spans_of_a_table_join_their_texts_again(
    run: Run, run_json: Run, demo: Path, project: str, tmp_path: Path, name: str, delimiter: str
) -> None:
    run("export", demo, name, "--format", "csv", "--layer", "amal")
    first_line, _ = (tmp_path / name).read_text("utf-8-sig").split("\n", 1)
    assert len(first_line.split(delimiter)) == 32
    run("export", demo, "amal.jsonl", "--format", "jsonl", "--layer", "amal")
    result = run("import", project, name)
    assert result.exit_code == 1
    assert "comes without its text, and the project does not have it" in result.stderr
    with Project.open(demo, writable=False) as there:
        texts = {article.name: article.text for article in there.articles.each()}
    (tmp_path / "texts.csv").write_text(
        table(["name", "text"], *([title, text] for title, text in texts.items())),
        "utf-8",
        newline="",
    )
    assert run_json("import", project, "texts.csv")["added"] == len(texts)
    assert run_json("import", project, name)["refused"] == []
    run("export", project, "again.jsonl", "--format", "jsonl", "--layer", "amal")
    before, after = (
        [json.loads(line).get("spans") for line in (tmp_path / out).read_text("utf-8").splitlines()]
        for out in ("amal.jsonl", "again.jsonl")
    )
    assert after == before


def test_a_spoiled_table_of_spans_is_told_by_row(run: Run, demo: Path, tmp_path: Path) -> None:
    run("export", demo, "spans.csv", "--format", "csv", "--layer", "amal")
    with (tmp_path / "spans.csv").open(encoding="utf-8-sig", newline="") as file:
        head, first, *others = csv.reader(file)
    first[head.index("start")] = "1.5"
    first[head.index("author")] = "rania"
    (tmp_path / "bad.csv").write_text(table(head, first, others[0] + ["x"]), "utf-8", newline="")
    result = run("import", demo, "bad.csv")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[:2] == [
        "bad.csv:2: “start” must be a whole number.",
        f"bad.csv:3: The row has {len(head) + 1} cells, and the table {len(head)} columns. Put what"
        " has a separator in it between quotation marks.",
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--unit", "graphemes"),
            "a.jsonl: The format jsonl does not count in graphemes. It counts in: code points.",
        ),
        (
            ("--unit", "utf-16", "--format", "csv"),
            "The format csv does not count in UTF-16. It counts in: code points.",
        ),
        (("--format", "spacy"), "The format spacy is only written, not read."),
    ],
)
def test_what_a_format_cannot_is_told_before_anything_is_read(
    run: Run, project: str, tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "قسرك"}\n', "utf-8")
    result = run("import", project, "a.jsonl", *options)
    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == told
    assert articles(tmp_path) == []
