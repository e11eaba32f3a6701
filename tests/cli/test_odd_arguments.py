"""Arguments that a shell hands over and no program expects: told in a sentence, never a traceback.

Bytes that are no UTF-8 come as lone surrogates, as Python has it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.formats import FORMATS

Run = Callable[..., Any]
BYTES = "x\udcff"

EXPORTS = [
    *(("out", "--format", "jsonl", option, BYTES) for option in ("--labels", "--layer", "--unit")),
    ("out", "--format", BYTES),
    ("out", "--format", "jsonl", "--cut", BYTES),
    ("out", "--format", "jsonl", "--labels", " , "),
    *((out, "--format", "brat") for out in (".", "./", "..", "/", f"{BYTES}/{BYTES}", "n" * 300)),
    *((out, "--format", "jsonl") for out in (".", "..", "/", f"{BYTES}/{BYTES}", "n" * 300)),
    (".", "--format", "jsonl", "--each-author"),
]
IMPORTS = [
    ("--column", f"text={BYTES}"),
    ("--column", f"{BYTES}=text"),
    ("--column", "id=text"),
    ("--map", f"base={BYTES}"),
    ("--map", f"base={BYTES}", "--add-labels"),
    ("--author", BYTES),
    ("--lead", BYTES, "--add-labels"),
    ("--published", BYTES),
    ("--format", BYTES),
    ("--unit", BYTES),
    (BYTES,),
]


@pytest.mark.parametrize("given", EXPORTS, ids=ascii)
def test_an_export_that_is_asked_for_oddly_is_refused(
    run: Run, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...]
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    result = run("export", demo, *given)
    assert result.exit_code in (1, 2)
    assert result.stderr.endswith(".\n")
    assert list((tmp_path / "in").iterdir()) == []


@pytest.mark.parametrize("given", IMPORTS, ids=ascii)
def test_an_import_that_is_asked_for_oddly_is_refused(
    run: Run, demo: Path, tmp_path: Path, given: tuple[str, ...]
) -> None:
    (tmp_path / "t.csv").write_text("text,title\nx,y\n", encoding="utf-8")
    line = '{"text": "قسرك", "author": "amal", "spans": [{"label": "z", "start": 0, "end": 4}]}'
    (tmp_path / "a.jsonl").write_text(line, encoding="utf-8")
    result = run("import", demo, "t.csv", "a.jsonl", *given)
    assert result.exit_code in (1, 2)
    assert result.stderr.endswith(".\n")


@pytest.mark.parametrize(
    "name", [name for name, one in FORMATS.items() if one.write and not one.needs]
)
def test_a_dataset_may_have_any_name_that_the_disk_takes(
    run: Run, demo: Path, tmp_path: Path, name: str
) -> None:
    result = run("export", demo, BYTES, "--format", name, "--layer", "amal")
    assert result.exit_code == 0, result.stderr
    if FORMATS[name].read:
        again = run("import", demo, BYTES, "--author", "salma", "--format", name)
        assert not again.exception or isinstance(again.exception, SystemExit)
