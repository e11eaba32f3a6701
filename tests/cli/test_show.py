import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotator.cli.bidi_text import visual
from annotator.cli.commands import commands

Run = Callable[..., Result]
TEXT = "أعلن البنتاغون أمس سحب نحو ألف جندي\n\nمن قاعدة (قسرك) في سوريا"
ISOLATES = ("\u2068", "\u2069")


def line(**more: Any) -> dict[str, Any]:
    return {"name": "convoy.txt", "text": TEXT, "author": "amal", "spans": spans()} | more


def spans() -> list[dict[str, Any]]:
    marked = [
        ("actor", "البنتاغون", {"entry": "p", "name": "وزارة الدفاع"}, {}),
        ("date", "أمس", {"edtf": "2026-02-23"}, {"proposed": True}),
        ("figure", "ألف جندي", {"value": 1000, "modifier": "about", "unit": "جندي"}, {}),
        ("base", "قسرك", {}, {"unsure": True, "note": "أم قصرك؟"}),
    ]
    return [
        {
            "label": label,
            "start": TEXT.index(quote),
            "end": TEXT.index(quote) + len(quote),
            "value": value,
            **more,
        }
        for label, quote, value, more in marked
    ]


@pytest.fixture
def shown(run: Run, tmp_path: Path) -> Callable[..., str]:
    """Import one line of JSONL and return what ``show`` prints of it."""
    run("init", "p.db", "--lead", "huda")

    def show(article: dict[str, Any], *options: str) -> str:
        (tmp_path / "in.jsonl").write_text(json.dumps(article), "utf-8")
        assert run("import", "p.db", "in.jsonl").exit_code == 0
        result = run("show", "p.db", article["name"], *options)
        assert (result.exit_code, result.stderr) == (0, "")
        return result.stdout

    return show


def test_each_paragraph_is_followed_by_its_spans(shown: Callable[..., str]) -> None:
    assert shown(line(published="2026-02-24")).splitlines() == [
        "أعلن البنتاغون أمس سحب نحو ألف جندي",
        "convoy.txt",
        "published 2026-02-24",
        "the layer of amal, finished, 4 spans",
        "",
        "أعلن البنتاغون أمس سحب نحو ألف جندي",
        "  actor   5–14  \u2068البنتاغون\u2069 = \u2068وزارة الدفاع\u2069",
        "  date   15–18  \u2068أمس\u2069 = 2026-02-23 (proposed)",
        "  figure 27–35  \u2068ألف جندي\u2069 = about 1000 \u2068جندي\u2069",
        "",
        "من قاعدة (قسرك) في سوريا",
        "  base   47–51  \u2068قسرك\u2069, not sure, note: \u2068أم قصرك؟\u2069",
    ]


def test_bidi_prints_the_same_in_the_order_in_which_it_is_seen(shown: Callable[..., str]) -> None:
    lines = shown(line(), "--bidi").splitlines()
    assert lines[5] == f"{visual('أعلن البنتاغون أمس سحب نحو ألف جندي'):>80}"
    assert lines[6] == f"  actor   5–14  {visual('البنتاغون')} = {visual('وزارة الدفاع')}"
    assert lines[10] == f"{visual('من قاعدة (قسرك) في سوريا'):>80}"
    assert "(ﻙﺮﺴﻗ)" in lines[10]
    assert not any(mark in "".join(lines) for mark in ISOLATES)


def test_bidi_wraps_paragraphs_to_the_terminal(
    shown: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "24")
    lines = shown(line(spans=[]), "--bidi").splitlines()
    assert lines[6:] == [
        f"{visual('أعلن البنتاغون أمس سحب'):>24}",
        f"{visual('نحو ألف جندي'):>24}",
        "",
        f"{visual('من قاعدة (قسرك) في سوريا'):>24}",
    ]


def test_values_are_told_in_short_words(shown: Callable[..., str]) -> None:
    article = line(
        spans=[
            {"label": "figure", "start": 5, "end": 14, "value": {"min": 500, "max": 600}},
            {"label": "figure", "start": 27, "end": 35, "value": {"value": 99.5, "unit": "%"}},
        ]
    )
    said = [row for row in shown(article).splitlines() if row.startswith("  figure")]
    assert said[0].endswith("\u2069 = 500–600")
    assert said[1].endswith("\u2069 = 99.5 %")


def test_a_span_over_two_paragraphs_stands_after_the_first(shown: Callable[..., str]) -> None:
    both = {"label": "actor", "start": 27, "end": 40}
    lines = shown(line(spans=[both])).splitlines()
    assert lines[6] == "  actor 27–40  \u2068ألف جندي↵↵من \u2069"
    assert lines[8] == "من قاعدة (قسرك) في سوريا"


def test_control_characters_of_strangers_never_reach_the_terminal(
    shown: Callable[..., str],
) -> None:
    wicked = "\x1b]0;title\x07\x9b31m\u202eقسرك\r\x08"
    article = {
        "name": f"n{wicked}",
        "title": f"t{wicked}",
        "text": f"نص {wicked} نهاية",
        "author": "amal",
        "spans": [{"label": "base", "start": 0, "end": 24, "note": wicked}],
    }
    for option in ((), ("--bidi",)):
        out = shown(article, *option)
        assert not [c for c in out if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    header = shown(article).splitlines()[1]
    assert "\u202e" not in header


def test_colours_are_for_terminals_that_want_them(
    demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ["show", str(demo), "2026-02-24-qasrak-convoy.txt"]
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[48;2;21;101;192mbase" in CliRunner().invoke(commands, arguments, color=True).output
    assert "\x1b" not in CliRunner().invoke(commands, arguments).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in CliRunner().invoke(commands, arguments).output


def test_without_layer_gold_is_shown_where_several_have_layers(run: Run, demo: Path) -> None:
    convoy = "2026-02-24-qasrak-convoy.txt"
    assert "gold, not ready, " in run("show", demo, convoy).stdout
    assert run("show", demo, convoy).stdout == run("show", demo, convoy, "--layer", "gold").stdout
    assert (
        "the layer of nasser, finished, " in run("show", demo, convoy, "--layer", "nasser").stdout
    )
    assert "the layer of huda, new, 0 spans" in run("show", demo, convoy, "--layer", "huda").stdout


def test_unknown_articles_and_authors_are_refused_in_one_sentence(run: Run, demo: Path) -> None:
    result = run("show", demo, "nowhere.txt")
    assert (result.exit_code, result.stderr) == (
        1,
        "The project has no article “nowhere.txt”.\n",
    )
    result = run("show", demo, "\udcff")  # so a shell hands over what is no UTF-8
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    result = run("show", demo, "harir-airfield.txt", "--layer", "nobody")
    assert (result.exit_code, result.stderr) == (1, "The project has no author “nobody”.\n")


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("harir-airfeild.txt", ["harir-airfield.txt"]),
        ("QASRAK", ["2026-02-24-qasrak-convoy.txt"]),
        ("xyz", []),
        (" ", []),
        ("", []),
    ],
)
def test_the_nearest_names_are_told(run: Run, demo: Path, typed: str, named: list[str]) -> None:
    result = run("show", demo, typed)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    told = re.findall("“(.*?)”", result.stderr.partition("The nearest names are: ")[2])
    assert told[: len(named)] == named
    assert bool(told) == bool(named)
    assert len(told) <= 3


def test_no_more_than_three_names_are_told(run: Run, demo: Path) -> None:
    assert run("show", demo, ".txt").stderr.count("“") == 1 + 3


@pytest.mark.parametrize("option", [(), ("--bidi",)])
def test_every_article_of_the_demo_can_be_shown(
    run: Run, demo: Path, seeds: Path, option: tuple[str, ...]
) -> None:
    for article in (seeds / "articles").iterdir():
        result = run("show", demo, article.name, "--layer", "amal", *option)
        assert result.exit_code == 0
        first = article.read_text("utf-8").split("\n")[0]
        assert (visual(first) if option else first) in result.stdout or len(first) > 80
