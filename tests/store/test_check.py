import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.edits import Change, Describe, Mark, Remove
from annotator.core.errors import ProjectError
from annotator.core.history import HistoryRow
from annotator.core.model import LayerState
from annotator.core.progress import Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.suggestions import Suggestion
from annotator.core.trained import LearnedFrom, TrainedModel
from annotator.store.migrations import SCHEMA_VERSION
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, undo
from annotator.workflow.acts.project_acts import do
from annotator.workflow.acts.project_acts import undo as undo_in_project
from annotator.workflow.people.authors import ensure_author, rename_author
from annotator.workflow.projects import find_damage, make_demo
from annotator.workflow.suggesting.offering import suggest

CONVOY = "2026-02-24-qasrak-convoy.txt"
UNMARKED = "harir-airfield.txt"
"""An article that no layer is on but the one drawn here."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, in which amal went on: one span removed and brought back, two drawn."""
    path = make_demo(tmp_path_factory.mktemp("whole"), Quiet())
    with Project.open(path) as project:
        convoy = project.articles.by_name(CONVOY)
        assert convoy is not None
        layer = project.layers.load(convoy.id, "amal")
        removed = apply(project, convoy, layer, Remove((layer.spans[0].id,))).layer
        undo(project, removed)
        unmarked = project.articles.by_name(UNMARKED)
        assert unmarked is not None
        drawn = apply(
            project, unmarked, project.layers.load(unmarked.id, "amal"), Mark(0, 4, "base")
        ).layer
        apply(project, unmarked, drawn, Mark(5, 9, "actor"))
    return path


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "project.db"))


def problems(path: Path) -> list[str]:
    return [str(damage) for damage in find_damage(path, Quiet())]


def by_hand(path: Path, script: str) -> None:
    """Do what a person does with the sqlite3 shell, where foreign keys are off."""
    db = sqlite3.connect(path)
    try:
        db.executescript(script)
    finally:
        db.close()


def test_a_project_that_was_only_worked_in_has_no_damage(path: Path) -> None:
    assert problems(path) == []


def test_renaming_an_author_damages_nothing(path: Path) -> None:
    with Project.open(path) as project:
        rename_author(project, "amal", "أمل")
    assert problems(path) == []


def test_statistics_that_sqlite_gathers_are_no_damage(path: Path) -> None:
    by_hand(path, "ANALYZE")
    assert problems(path) == []


def test_checking_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    problems(path)
    assert path.read_bytes() == before


FREE_TEXT = "DROP TRIGGER article_text_never_changes;"
FREE_HISTORY = "DROP TRIGGER history_rows_never_change; DROP TRIGGER history_rows_stay;"
NO_CHECKS = "PRAGMA ignore_check_constraints = 1;"
A_SPAN = "(SELECT min(number) FROM spans WHERE label = 'date')"
AN_ARTICLE = f"(SELECT id FROM articles WHERE name = '{CONVOY}')"
DRAWN = (
    "id = (SELECT json_extract(done, '$.spans[0].id') FROM history WHERE act = 'mark'"
    " ORDER BY sequence LIMIT 1)"
)

DAMAGE = {
    "version": (
        "PRAGMA user_version = 0",
        f"The file's user_version is 0; it should be {SCHEMA_VERSION}.",
    ),
    "condition": (f"{NO_CHECKS} UPDATE spans SET proposed = 5", "SQLite finds: CHECK constraint"),
    "table gone": ("DROP TABLE layers", "The table “layers” is missing."),
    "index gone": ("DROP INDEX spans_by_label", "The index “spans_by_label” is missing."),
    "trigger gone": ("DROP TRIGGER history_rows_stay", "The trigger “history_rows_stay” is"),
    "view gone": ("DROP VIEW spans_in_full", "The view “spans_in_full” is missing."),
    "table too many": ("CREATE TABLE mine (x)", "The table “mine” is none that Annotator makes."),
    "trigger too many": (
        "CREATE TRIGGER mine AFTER INSERT ON spans BEGIN DELETE FROM spans; END",
        "The trigger “mine” is none that Annotator makes.",
    ),
    "column too many": ("ALTER TABLE spans ADD COLUMN x TEXT", "The table “spans” is not as"),
    "column renamed": ("ALTER TABLE articles RENAME sha256 TO x", "SQLite cannot read on: no such"),
    "text": (
        f"{FREE_TEXT} UPDATE articles SET text = text || '.' WHERE name = '{CONVOY}'",
        f"The text of “{CONVOY}” has been changed.",
    ),
    "text that is no UTF-8": (
        f"{FREE_TEXT} UPDATE articles SET text = CAST(x'ff41' AS TEXT) WHERE name = '{CONVOY}'",
        f"The text of “{CONVOY}” has been changed.",
    ),
    "unclean text": (
        f"{FREE_TEXT} UPDATE articles SET text = char(65279) || text WHERE name = '{CONVOY}'",
        f"The text of “{CONVOY}” is none that is imported.",
    ),
    "no text at all": (
        "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '')"
        " WHERE name = 'articles'; PRAGMA writable_schema = reset;"
        f"{FREE_TEXT} UPDATE articles SET text = x'ff' WHERE name = '{CONVOY}'",
        f"“{CONVOY}” holds something of a wrong kind.",
    ),
    "day": (
        f"{NO_CHECKS} UPDATE articles SET published = 'soon' WHERE name = '{CONVOY}'",
        f"The day of publication of “{CONVOY}” cannot be read.",
    ),
    "direction": (
        f"{NO_CHECKS} UPDATE articles SET direction = 'up' WHERE name = '{CONVOY}'",
        f"The direction of “{CONVOY}” cannot be read.",
    ),
    "metadata": (
        f"{NO_CHECKS} UPDATE articles SET meta = '[' WHERE name = '{CONVOY}'",
        f"The metadata of “{CONVOY}” cannot be read.",
    ),
    "article gone": (
        "PRAGMA foreign_keys = 1; DELETE FROM articles WHERE name LIKE 'conoco%'",
        " of the history brought is gone.",
    ),
    "quote": (
        f"UPDATE spans SET quote = 'x' || substr(quote, 2) WHERE number = {A_SPAN}",
        "the date of amal at 79 says “\u2068xمس الثلاثاء\u2069”, but the text"
        " “\u2068أمس الثلاثاء\u2069”.",
    ),
    "beyond the text": (
        f'UPDATE spans SET start = start + 9999, "end" = "end" + 9999 WHERE number = {A_SPAN}',
        "the date of amal runs from 10078 to 10090, which is no stretch of the text.",
    ),
    "end before start": (
        f'{NO_CHECKS} UPDATE spans SET start = "end" + 3 WHERE number = {A_SPAN}',
        "the date of amal runs from 94 to 91, which is no stretch of the text.",
    ),
    "value that is none": (
        f"""UPDATE spans SET value = '{{"edtf": "someday"}}' WHERE number = {A_SPAN}""",
        "the value of the date of amal at 79 cannot be read.",
    ),
    "value that is no JSON": (
        "DROP INDEX spans_by_entry;"
        f" {NO_CHECKS} UPDATE spans SET value = '{{' WHERE number = {A_SPAN}",
        "the value of the date of amal at 79 cannot be read.",
    ),
    "value of another kind": (
        f"""UPDATE spans SET value = '{{"text": "x"}}' WHERE number = {A_SPAN}""",
        "the date of amal at 79 has a value that a date cannot have.",
    ),
    "unknown entry": (
        """UPDATE spans SET value = '{"entry": "x", "name": "قسرك"}' WHERE label = 'base'""",
        "means an entry that the registry does not hold: “\u2068قسرك\u2069”.",
    ),
    "entry of another label": (
        "UPDATE entries SET label = 'date' WHERE name = 'سوريا'",
        "means an entry of another label: “\u2068سوريا\u2069” is a date.",
    ),
    "span undrawn": (f"DELETE FROM spans WHERE {DRAWN}", "the base of amal at 0 is not as the"),
    "span relabelled": (
        f"UPDATE spans SET label = 'figure' WHERE {DRAWN}",
        f"In “{UNMARKED}” the base of amal at 0 is not as the history left it.",
    ),
    "label gone": ("DELETE FROM labels WHERE name = 'figure'", "refers to a row of labels"),
    "layer gone": ("DELETE FROM layers WHERE number = 1", "refers to a row of layers"),
    "layer and its spans gone": (
        "PRAGMA foreign_keys = 1; DELETE FROM layers WHERE article_id ="
        f" (SELECT id FROM articles WHERE name = '{UNMARKED}')",
        f"The layer of amal on “{UNMARKED}” is gone, though the history tells of it.",
    ),
    "author gone": (
        "DELETE FROM authors WHERE name = 'amal'",
        "(amal on “2025-11-12-coalition-accession.txt”) refers to a row of authors",
    ),
    "layer from nowhere": (
        "INSERT INTO layers VALUES (99, (SELECT id FROM articles WHERE name LIKE 'conoco%'),"
        " 'amal', 1, 'finished', '', '', 0)",
        "No act in the history brought the layer of amal on “conoco-omar-fields.txt”.",
    ),
    "status": (
        f"{NO_CHECKS} UPDATE layers SET status = 'odd' WHERE article_id = {AN_ARTICLE}",
        f"The layer of amal on “{CONVOY}” has no status known here.",
    ),
    "revision": (
        f"UPDATE layers SET revision = 1 WHERE article_id = {AN_ARTICLE}",
        f"The layer of amal on “{CONVOY}” stands at revision 1, but by its history at 2.",
    ),
    "label set": (
        "UPDATE labels SET key = 'É' WHERE name = 'base'",
        "The label set cannot be used: The key of label base must be one digit",
    ),
    "aliases": (
        "UPDATE entries SET aliases = '[1]' WHERE name = 'سوريا'",
        "The aliases of the entry “\u2068سوريا\u2069” cannot be read.",
    ),
    "entry merged into itself": (
        "UPDATE entries SET merged_into = id WHERE name = 'سوريا'",
        "The entry “\u2068سوريا\u2069” is merged into itself.",
    ),
    "entry merged into one of another label": (
        "UPDATE entries SET merged_into = (SELECT id FROM entries WHERE name = 'التنف')"
        " WHERE name = 'سوريا'",
        "The entry “\u2068سوريا\u2069” of the label actor is merged into “\u2068التنف\u2069” of"
        " the label base.",
    ),
    "entry merged into none": (
        "UPDATE entries SET merged_into = 'none' WHERE name = 'سوريا'",
        "refers to a row of entries that is not there.",
    ),
    "entry of a label without entries": (
        "INSERT INTO entries VALUES ('x', 'date', 'أمس', '[]', '', NULL)",
        "“\u2068أمس\u2069” is an entry of the label date, which has no entries.",
    ),
    "entry without a name": (
        "INSERT INTO entries VALUES ('x', 'base', '  ', '[]', '', NULL)",
        "The entry of the id “x” has no name.",
    ),
    "entries merged in a circle": (
        "UPDATE entries SET merged_into = (SELECT id FROM entries WHERE name = 'داعش')"
        " WHERE name = 'سوريا';"
        "UPDATE entries SET merged_into = (SELECT id FROM entries WHERE name = 'سوريا')"
        " WHERE name = 'داعش'",
        "The entry “\u2068داعش\u2069” is merged into itself.",
    ),
    "row of the history gone": (
        f"{FREE_HISTORY} DELETE FROM history WHERE sequence = 2",
        "The history lacks its rows from 2 to 2.",
    ),
    "last rows of the history gone": (
        f"{FREE_HISTORY} DELETE FROM history WHERE act = 'mark'",
        "The history lacks its rows from ",
    ),
    "undoes what comes later": (
        f"{FREE_HISTORY} UPDATE history SET undoes = sequence + 1 WHERE act = 'remove'",
        " of the history takes back what it cannot",
    ),
    "undoes what is elsewhere": (
        f"{FREE_HISTORY} UPDATE history SET undoes = 1 WHERE act = 'mark'",
        " of the history takes back what it cannot",
    ),
    "act without JSON": (
        f"{FREE_HISTORY} {NO_CHECKS} UPDATE history SET done = '{{' WHERE sequence = 1",
        "Row 1 of the history cannot be read.",
    ),
    "act that says nothing": (
        f"{FREE_HISTORY} UPDATE history SET inverse = '{{}}' WHERE act = 'mark'",
        f" of the history, by amal on “{UNMARKED}”, cannot be read.",
    ),
    "act on no article": (
        f"{FREE_HISTORY} UPDATE history SET article_id = 'x' WHERE act = 'mark'",
        " of the history is on an article that is gone.",
    ),
    "not folded": (
        f"DELETE FROM folded WHERE number = (SELECT number FROM articles WHERE name = '{CONVOY}')",
        f"The search does not know “{CONVOY}”.",
    ),
    "folded too many": (
        "INSERT INTO folded VALUES (99, 'a', 'b')",
        "Row 99 of folded refers to a row of articles that is not there.",
    ),
    "folded otherwise": (
        "UPDATE folded SET text = text || 'x' WHERE number ="
        f" (SELECT number FROM articles WHERE name = '{CONVOY}')",
        f"The search knows “{CONVOY}” with another text.",
    ),
    "index empty": (
        "INSERT INTO folded_trigrams (folded_trigrams) VALUES ('delete-all')",
        "The index of the search does not fit the articles.",
    ),
}


@pytest.mark.parametrize(("script", "sentence"), DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_done_by_hand_is_told(path: Path, script: str, sentence: str) -> None:
    by_hand(path, script)
    found = problems(path)
    assert [problem for problem in found if sentence in problem], found


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("PRAGMA application_id = 5", "“project.db” is not an Annotator project."),
        ("PRAGMA user_version = 99", "“project.db” is from a newer Annotator."),
        (
            "PRAGMA user_version = 0; DELETE FROM _sqlite_migrations",
            "The tables of “project.db” are not those of its version.",
        ),
        (
            "PRAGMA writable_schema = 1;"
            " UPDATE sqlite_schema SET sql = 'CREATE TABLE spans (' WHERE name = 'spans'",
            "“project.db” is damaged.",
        ),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_in_one_sentence(
    path: Path, script: str, sentence: str
) -> None:
    by_hand(path, script)
    with pytest.raises(ProjectError) as refused:
        problems(path)
    assert str(refused.value).startswith(sentence)


def test_pages_that_were_overwritten_are_told(path: Path) -> None:
    data = bytearray(path.read_bytes())
    start = len(data) // 2 // 4096 * 4096
    data[start : start + 40960] = bytes(40960)
    path.write_bytes(data)
    assert problems_of_a_broken_file(path)


def problems_of_a_broken_file(path: Path) -> list[str]:
    """The sentences up to the one that ends the check, if one does."""
    found: list[str] = []
    try:
        found.extend(map(str, find_damage(path, Quiet())))
    except ProjectError as error:
        found.append(str(error))
    return found


def test_each_damaged_span_is_named_with_its_article_and_author(path: Path) -> None:
    by_hand(path, "UPDATE spans SET quote = 'x' || substr(quote, 2) WHERE label = 'figure'")
    found = problems(path)
    with sqlite3.connect(path) as db:
        (count,) = db.execute("SELECT count(*) FROM spans WHERE label = 'figure'").fetchone()
    assert len(found) == count
    assert all("the figure of amal" in line or "of nasser" in line for line in found)


def test_text_is_read_as_before_once_the_check_is_over(path: Path) -> None:
    with Project.open(path) as project:
        list(project.damage(str, Quiet(), with_index=False))
        article = project.articles.by_name(CONVOY)
    assert article is not None
    assert "قسرك" in article.text


def test_others_write_while_the_index_of_the_search_is_looked_at(path: Path) -> None:
    by_hand(path, "UPDATE folded SET text = text || 'x'")
    found = []
    with Project.open(path) as other:
        other.wait_at_most(0)
        for damage in find_damage(path, Quiet()):
            found.append(str(damage))
            ensure_author(other, f"author {len(found)}")
    assert found[-1] == "The index of the search does not fit the articles."
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_check_that_nobody_reads_to_its_end_lets_go_of_the_file(path: Path) -> None:
    by_hand(path, "DROP INDEX spans_by_label; DROP VIEW spans_in_full")
    reading: Iterator[object] = find_damage(path, Quiet())
    next(reading)
    reading.close()  # type: ignore[attr-defined]
    with Project.open(path) as project, project.writing():
        assert project.articles.count() == 13


def change_the_row_of_the_span_drawn(path: Path, note: str) -> None:
    """Let a lead change a span of another author, as an act on the project."""
    with Project.open(path) as project:
        unmarked = project.articles.by_name(UNMARKED)
        assert unmarked is not None
        span = project.layers.load(unmarked.id, "amal").spans[0]
        change = RowChange(Kind.SPAN, span.id, {"note": span.note}, {"note": note})
        assert do(project, "huda", "labels", [change])


def test_spans_whose_rows_an_act_changed_are_as_the_history_left_them(path: Path) -> None:
    change_the_row_of_the_span_drawn(path, "one")
    change_the_row_of_the_span_drawn(path, "two")
    assert problems(path) == []
    with Project.open(path) as project:
        undo_in_project(project, "huda")
        unmarked = project.articles.by_name(UNMARKED)
        assert unmarked is not None
        layer = project.layers.load(unmarked.id, "amal")
        assert layer.spans[0].note == "one"
        apply(project, unmarked, layer, Describe(layer.spans[0].id, note="three"))
    assert problems(path) == []
    by_hand(path, f"UPDATE spans SET note = 'two' WHERE {DRAWN}")
    assert problems(path) == [
        f"In “{UNMARKED}” the base of amal at 0 is not as the history left it."
    ]


@pytest.mark.parametrize("rows", ["3", '[3, ["span"], ["span", "x"], ["span", "x", "y"]]'])
def test_rows_that_say_nothing_do_not_end_the_check(path: Path, rows: str) -> None:
    change_the_row_of_the_span_drawn(path, "one")
    by_hand(
        path,
        f"{FREE_HISTORY} UPDATE history SET done = json_set(done, '$.rows', json('{rows}'))"
        " WHERE act = 'labels'",
    )
    assert (
        problems(path)[-1]
        == f"In “{UNMARKED}” the base of amal at 0 is not as the history left it."
    )


def test_an_act_on_an_article_alone_makes_no_layer(path: Path) -> None:
    with Project.open(path) as project:
        article = project.articles.by_name("conoco-omar-fields.txt")
        assert article is not None
        row = RowChange(Kind.ARTICLE, article.id, {"note": ""}, {"note": "seen"})
        state = LayerState()
        with project.writing():
            change = Change("article", (), (), state, state, (row,))
            project.records.make(change.rows)
            project.history.append(
                HistoryRow(
                    0, "g", "amal", article.id, "x", change.done_json(), change.inverse_json(), "t"
                )
            )
    assert problems(path) == []


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("UPDATE suggested SET suggestions = '[{}]'", "was suggested to amal on"),
        ("UPDATE suggested SET suggestions = '[' || {one} || ']'", "was suggested to amal on"),
        ("UPDATE models SET texts = '[[]]'", "Train it anew"),
        ("UPDATE model_fields SET field = x'00'", "Train it anew"),
    ],
)
def test_suggestions_and_a_model_that_cannot_be_read_are_told(
    path: Path, script: str, told: str
) -> None:
    with Project.open(path) as project:
        suggest(project, ["amal"], ["rules"])
        model = TrainedModel("m", "2026-11-30T00:00:00Z", LearnedFrom.GOLD, frozenset("a"), {})
        with project.writing():
            project.models.replace(model, {"base": b"learned"})
    assert problems(path) == []
    beyond = Suggestion(0, 10**6, "base", 0.5, ("rules",)).to_json()
    by_hand(path, script.format(one=f"'{json.dumps(beyond)}'") if "{one}" in script else script)
    found = problems(path)
    assert found
    assert all(told in one for one in found)
