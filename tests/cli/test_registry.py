from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def test_the_registry_goes_out_and_comes_into_another_project(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    out = run("registry", demo, "export", "entries.csv")
    assert out.stdout == "Wrote 69 entries to entries.csv.\n"
    assert run_json("registry", demo, "export", "entries.csv") == {"entries": 69}
    run("init", "new.db", "--lead", "huda")
    assert run_json("registry", "new.db", "import", "entries.csv") == {
        "added": 69,
        "changed": 0,
        "unchanged": 0,
        "refused": [],
    }
    again = run("registry", "new.db", "import", "entries.csv", "--author", "huda")
    assert again.stdout == "Added 0 entries, changed 0; 69 were so already.\n"
    assert run("check", "new.db").exit_code == 0


def test_what_is_refused_is_told_by_line_and_the_rest_is_done(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "e.csv").write_text("label,name\nbase,تل بيدر القديمة\ndate,أمس\n", "utf-8")
    result = run("registry", demo, "import", "e.csv")
    assert (result.exit_code, result.stdout) == (
        1,
        "Added 1 entry, changed 0; 0 were so already.\n",
    )
    assert result.stderr == (
        "e.csv:3: The project has no label “date” that has entries.\n"
        "1 row was refused; the rest is done.\n"
    )
    again = run("registry", demo, "import", "e.csv")
    assert again.stdout == "Added 0 entries, changed 0; 1 was so already.\n"
    told = run_json("registry", demo, "import", "e.csv", exit_code=1)
    assert [(one["path"], one["line"]) for one in told["refused"]] == [("e.csv", 3)]
    assert told["unchanged"] == 1
    (tmp_path / "bad.csv").write_text("label,name\ndate,أمس\n", "utf-8")
    nothing = run("registry", demo, "import", "bad.csv").stderr
    assert nothing.endswith("\n1 row was refused; nothing was imported.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("import", "none.csv"), "“none.csv” cannot be read: No such file or directory.\n"),
        (("import", "e.csv", "--author", "nobody"), "The project has no author “nobody”.\n"),
        (("import", "e.csv", "--author", "amal"), " is for leads. Ask one.\n"),
        (("import", "none.csv", "--author", "amal"), " is for leads. Ask one.\n"),
        (("export", "none/e.csv"), "no folder “none” for “e.csv”. Make it first"),
        (("export", "demo.db"), "is a project or another database"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    run: Run, demo: Path, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "e.csv").write_text("label,name\nbase,جديدة\n", "utf-8")
    result = run("registry", demo, *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence in result.stderr
    assert result.stderr.count("\n") == 1


def test_who_imports_must_be_said_where_that_is_not_clear(run: Run, tmp_path: Path) -> None:
    (tmp_path / "e.csv").write_text("label,name\nbase,جديدة\n", "utf-8")
    run("init", "new.db")
    result = run("registry", "new.db", "import", "e.csv")
    assert result.exit_code == 1
    assert "has no lead yet. Make one" in result.stderr
    for lead in ("huda", "salma"):
        assert run("authors", "new.db", "--add", lead, "--role", lead, "lead").exit_code == 0
    result = run("registry", "new.db", "import", "e.csv")
    assert result.exit_code == 1
    assert "with --author NAME" in result.stderr
    assert run("registry", "new.db", "import", "e.csv", "--author", "salma").exit_code == 0
    assert run("registry", "new.db", "burn", "e.csv").exit_code == 2


def test_show_calls_an_entry_what_it_is_called_now(run: Run, demo: Path, tmp_path: Path) -> None:
    article = "2025-11-12-coalition-accession.txt"
    assert "= \u2068التحالف الدولي\u2069" in run("show", demo, article, "--layer", "amal").stdout
    table = "label,name,merged_into\nactor,تحالف,\nactor,التحالف الدولي,تحالف\n"
    (tmp_path / "e.csv").write_text(table, "utf-8")
    assert run("registry", demo, "import", "e.csv").exit_code == 0
    for layer in ("amal", "gold"):
        shown = run("show", demo, article, "--layer", layer).stdout
        assert "= \u2068تحالف\u2069" in shown
        assert "= \u2068التحالف الدولي\u2069" not in shown


def test_a_cell_without_end_refuses_the_table_by_name(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    for content in ("label,name\nbase,تل\nbase," + "ق" * 200_000, "[" * 200_000):
        (tmp_path / "e.csv").write_text(content, "utf-8")
        result = run("registry", demo, "import", "e.csv")
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
        assert result.stderr.startswith("“e.csv” cannot be read as a table: ")
    assert run_json("registry", demo, "export", "out.csv") == {"entries": 69}


def test_a_table_in_an_unknown_encoding_is_refused_by_name(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.csv").write_bytes(b"label,name\nbase,\xff\xfe\x81\n")
    result = run("registry", demo, "import", "bad.csv")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("bad.csv: ")
