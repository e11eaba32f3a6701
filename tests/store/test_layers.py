import sqlite3
import time
from collections.abc import Callable

import pytest

from annotator.core.edits import Describe, Mark, Remove
from annotator.core.model import Author, Layer, LayerState, Span, Status
from annotator.core.values import DateValue
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply

Bring = Callable[..., object]
TEXT = "غادر رتل قاعدة قسرك 🔴 أمس " * 400


@pytest.fixture
def article(project: Project, bring: Bring) -> str:
    bring(project, {"id": "a", "text": TEXT, "author": "amal", "spans": []})
    return "a"


def test_a_layer_that_no_file_holds_is_new(project: Project, article: str) -> None:
    layer = project.layers.load(article, "nobody")
    assert (layer.revision, layer.status, layer.spans) == (0, Status.NEW, ())
    assert project.layers.revision(article, "nobody") == 0


def test_a_layer_is_read_back_as_it_was_stored(project: Project, article: str) -> None:
    spans = (
        Span(0, 4, "base", TEXT[:4], note="«؟»", unsure=True, origin="find-all"),
        Span(20, 21, "date", "🔴", DateValue("2026"), proposed=True),
    )
    state = LayerState(Status.SET_ASIDE, "نسخة")
    layer = Layer(article, "nasser", spans, state, 1, guideline="2", seconds=1.5)
    with project.writing():
        project.authors.put(Author("nasser"))
        project.layers.add(layer)
    loaded = project.layers.load(article, "nasser")
    assert loaded == layer
    assert [(s.id, s.created_at, s.changed_at) for s in loaded] == [
        (s.id, s.created_at, s.changed_at) for s in spans
    ]
    assert [one.author for one in project.layers.of_article(article)] == ["amal", "nasser"]
    both = project.layers.of_article(article)
    assert project.layers.of_articles([article, "none"]) == {article: both}


INSERTS = {
    "gold owns no layer": "INSERT INTO authors (name, role) VALUES ('gold', 'lead')",
    "an author has a name": "INSERT INTO authors (name, role) VALUES (' ', 'lead')",
    "a role is known": "INSERT INTO authors (name, role) VALUES ('x', 'boss')",
    "a label's key is its own": "UPDATE labels SET key = '1'",
    "a colour is one": "UPDATE labels SET colour = '#12345g'",
    "a text never changes": "UPDATE articles SET text = 'x'",
    "a text is there once": """INSERT INTO articles SELECT 9, 'b', 'b', title, outlet, url,
        published, text, sha256, direction, meta, note, added_at FROM articles""",
    "a day is one": "UPDATE articles SET published = '2026-02-30'",
    "metadata are an object": "UPDATE articles SET meta = '[]'",
    "metadata are JSON": "UPDATE articles SET meta = '{'",
    "a layer is there once": """INSERT INTO layers (article_id, author, revision, status, reason,
        guideline, seconds) VALUES ('a', 'amal', 1, 'new', '', '', 0)""",
    "a layer's author is known": "UPDATE layers SET author = 'nobody'",
    "a status is known": "UPDATE layers SET status = 'done'",
    "a span has a length": 'UPDATE spans SET "end" = start',
    "a span starts in the text": 'UPDATE spans SET start = -1, "end" = 3',
    "a quote has the length of its span": "UPDATE spans SET quote = 'x'",
    "a label is known": "UPDATE spans SET label = 'nothing'",
    "a value is an object": "UPDATE spans SET value = '5'",
    "a place is text or number": "UPDATE spans SET start = 'x'",
    "a label stands on a stretch once": """INSERT INTO spans SELECT number + 1, 'other', layer,
        label, start, "end", quote, value, proposed, note, unsure, origin, created_at, changed_at
        FROM spans""",
    "history rows stay": "DELETE FROM history",
    "history rows never change": "UPDATE history SET done = '{}'",
    "what is undone was done": """INSERT INTO history
        VALUES (99, 'g', 'amal', 'a', '', '{}', '{}', '', 77)""",
}


@pytest.mark.parametrize("statement", INSERTS.values(), ids=INSERTS)
def test_the_file_itself_refuses_nonsense(project: Project, article: str, statement: str) -> None:
    loaded = project.articles.by_id(article)
    assert loaded is not None
    apply(project, loaded, project.layers.load(article, "amal"), Mark(0, 4, "base"))
    with pytest.raises(sqlite3.Error), project.writing():
        project._connection.execute(statement)


def test_an_edit_does_not_cost_what_the_layer_costs(project: Project, article: str) -> None:
    loaded = project.articles.by_id(article)
    assert loaded is not None
    spans = tuple(
        Span(at, at + 2, label, TEXT[at : at + 2])
        for at in range(0, 5000)
        for label in ("actor", "base", "date", "figure")
    )
    layer = Layer(article, "nasser", spans, LayerState(Status.IN_PROGRESS), 1)
    with project.writing():
        project.authors.put(Author("nasser"))
        project.layers.add(layer)
    statements: list[str] = []
    project._connection.set_trace_callback(statements.append)
    begun = time.process_time()
    layer = apply(project, loaded, layer, Mark(6000, 6005, "base")).layer
    layer = apply(project, loaded, layer, Describe(layer.spans[9].id, note="so")).layer
    layer = apply(project, loaded, layer, Remove((layer.spans[7].id,))).layer
    took = time.process_time() - begun
    project._connection.set_trace_callback(None)
    assert len(statements) < 60
    assert took < 0.5
    assert project.layers.load(article, "nasser") == layer
    assert len(layer.spans) == 20_000
