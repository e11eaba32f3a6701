"""What people typed stands in Markdown as they typed it; read by Qt, which knows such tables."""

import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from pytestqt.qtbot import QtBot

from annotator.reports.markdown import markdown
from annotator.reports.parts import Cell, Note, Section, Table
from annotator.reports.shown import name, named

HOSTILE = [
    "a | b",
    "a \\| b \\",
    "`code` ``",
    "**bold** _it_ ~~gone~~",
    "[link](https://evil.example) ![x](y)",
    "<b>&amp;</b> <script>",
    "<https://evil.example>",
    "# heading",
    "| --- | --- |",
    "- item",
    "1. item",
    "$x$ @somebody",
]


def read(*parts: Note | Table) -> QTextDocument:
    document = QTextDocument()
    pieces = markdown("title", [Section("s", "section", parts)], "–", lambda chart: "", is_rtl=True)
    document.setMarkdown("".join(pieces))
    return document


def cells(document: QTextDocument) -> list[list[str]]:
    (table,) = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    found = []
    for row in range(table.rows()):
        found.append([])
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            cursor = cell.firstCursorPosition()
            cursor.setPosition(cell.lastPosition(), cursor.MoveMode.KeepAnchor)
            found[-1].append(cursor.selectedText())
    return found


def table(*rows: tuple[Cell, ...], head: tuple[str, ...] = ("what", "number")) -> Table:
    return Table("t", "t", "about", head, rows, "nothing there")


@pytest.mark.parametrize("typed", HOSTILE)
def test_names_are_no_markup(qtbot: QtBot, typed: str) -> None:
    document = read(table((named(typed), Cell("1")), head=(name(typed), "number")), Note("n", "x"))
    assert cells(document) == [[name(typed), "number"], [name(typed), "1"]]
    document = read(Note("n", f"It is {name(typed)}."))
    assert document.toPlainText().splitlines()[-1] == f"It is {name(typed)}."
    assert "href" not in document.toHtml()


def test_names_break_no_line_and_turn_no_word(qtbot: QtBot) -> None:
    typed = "a\n\n| b |\r\u2028\u202ec\x1b\x00\u2069"
    document = read(table((named(typed), Cell("1")), (named("x"), Cell("2"))))
    (_, (shown, _), _) = cells(document)
    assert shown == "\u2068a | b | \ufffdc\ufffd\ufffd\ufffd\u2069"


def test_a_table_without_rows_says_so(qtbot: QtBot) -> None:
    assert read(table()).toPlainText().splitlines()[-1] == "nothing there"


def test_below_a_table_stands_why_there_is_no_figure(qtbot: QtBot) -> None:
    dash = Cell("–", tip="Too few.")
    lines = read(table((named("a"), dash), (named("b"), dash))).toPlainText().splitlines()
    assert lines[-2:] == ["about", "– Too few."]


def test_an_interval_stands_behind_its_figure_or_why_there_is_none(qtbot: QtBot) -> None:
    lies, unknown = Cell("0.9", within="0.8 – 1.0"), Cell("0.5", tip="One article.", within="–")
    document = read(table((named("a"), lies), (named("b"), unknown)))
    assert [row[1] for row in cells(document)] == ["number", "0.9 (0.8 – 1.0)", "0.5 (–)"]
    assert document.toPlainText().splitlines()[-2:] == ["about", "– One article."]


def test_numbers_stand_at_the_right() -> None:
    pieces = markdown(
        "t", [Section("s", "s", (table((named("a"), Cell("1"))),))], "–", lambda _: "", is_rtl=False
    )
    assert "| --- | ---: |\n" in "".join(pieces)


@pytest.mark.parametrize(
    ("typed", "is_rtl", "isolated"),
    [("train", False, False), ("train", True, True), ("تدريب", False, True)],
)
def test_unseen_signs_stand_only_where_they_order_something(
    typed: str, is_rtl: bool, isolated: bool
) -> None:
    note = Note("n", f"Split: {name(typed)}.")
    page = "".join(markdown("t", [Section("s", "s", [note])], "–", lambda _: "", is_rtl=is_rtl))
    assert (f"\u2068{typed}\u2069" in page) == isolated
    assert typed in page
