"""What comes with an article in a line of JSONL: its spans, its name, what is told of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.model import Direction, Role, Status
from annotator.core.text import sha256_of
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.people.authors import add_author
from tests.workflow.imports.test_articles import BASE, LINE, TEXT, Bring, counts, why


def test_new_spans_of_the_same_text_are_brought(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE]})
    figure = {"label": "figure", "start": 0, "end": 4}
    report = bring(project, LINE | {"spans": [BASE, figure]})
    assert counts(report) == (0, 1, 1, 0)
    layer = project.layers.load("a", "amal")
    assert [span.label for span in layer] == ["figure", "base"]
    assert layer.status is Status.FINISHED
    assert layer.revision == 2


def test_a_file_does_not_finish_the_work_of_who_is_still_at_it(
    project: Project, bring: Bring
) -> None:
    bring(project, LINE | {"spans": [BASE], "status": "in progress"})
    bring(project, LINE | {"spans": [{"label": "figure", "start": 0, "end": 4}]})
    assert project.layers.load("a", "amal").status is Status.IN_PROGRESS


# Layers


def test_no_key_is_no_layer_and_an_empty_list_is_a_finished_one(
    project: Project, bring: Bring
) -> None:
    bring(project, LINE, {"id": "b", "text": "ب", "author": "amal", "spans": []})
    assert project.layers.load("a", "amal").revision == 0
    layer = project.layers.load("b", "amal")
    assert (layer.status, layer.spans) == (Status.FINISHED, ())


def test_text_and_places_are_enough(project: Project, bring: Bring) -> None:
    report = bring(project, {"text": TEXT, "spans": [BASE]}, author="amal")
    assert counts(report) == (1, 0, 1, 0)
    (article,) = project.articles.each()
    (span,) = project.layers.load(article.id, "amal")
    assert (span.quote, span.origin, span.value, span.proposed) == ("قسرك", "import", None, False)
    assert article.direction is Direction.RTL
    assert article.sha256 == sha256_of(TEXT)


def test_what_a_line_says_is_kept(project: Project, bring: Bring) -> None:
    span = BASE | {
        "id": "s",
        "value": {"entry": "e", "name": "قسرك"},
        "note": "؟",
        "unsure": True,
        "proposed": True,
        "origin": "find-all",
        "created_at": "2026-01-01T00:00:00Z",
        "changed_at": "2026-01-02T00:00:00Z",
    }
    line = LINE | {"status": "set aside", "reason": "نسخة", "guideline": "2", "seconds": 3.5}
    bring(project, line | {"spans": [span]})
    layer = project.layers.load("a", "amal")
    assert (layer.status, layer.state.reason) == (Status.SET_ASIDE, "نسخة")
    assert (layer.guideline, layer.seconds) == ("2", 3.5)
    (kept,) = layer
    assert kept.value == EntryValue("e", "قسرك")
    assert {key: kept.to_json()[key] for key in span} == span
    rows = project._connection.execute("SELECT id, label, name FROM entries").fetchall()
    assert rows == [("e", "base", "قسرك")]


def test_the_given_author_goes_before_that_of_the_line(project: Project, bring: Bring) -> None:
    add_author(project, "huda", Role.LEAD)
    bring(project, LINE | {"spans": [BASE]}, author="huda")
    assert [layer.author for layer in project.layers.of_article("a")] == ["huda"]
    assert [(author.name, author.role) for author in project.authors.all()] == [("huda", Role.LEAD)]


@pytest.mark.parametrize(
    ("author", "told"),
    [("gold", "--author"), (None, "--author"), (" x", "1 to 100 letters"), ("a\tb", "control")],
)
def test_spans_without_a_fit_author_are_refused_and_the_article_taken(
    project: Project, bring: Bring, author: str | None, told: str
) -> None:
    report = bring(project, LINE | {"author": author, "spans": [BASE]})
    assert counts(report) == (1, 0, 0, 1)
    assert told in why(report)[0]
    assert project.authors.all() == []


def test_gold_is_taken_for_a_named_author(project: Project, bring: Bring) -> None:
    report = bring(project, LINE | {"author": "gold", "spans": [BASE]}, author="nasser")
    assert counts(report) == (1, 0, 1, 0)


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (BASE | {"label": "person"}, "no label “person”"),
        (
            BASE | {"quote": "عين"},
            "The base from 16 to 20 does not fit the text: it says “\u2068عين\u2069”, the text"
            f" “\u2068{TEXT[16:20]}\u2069”.",
        ),
        (BASE | {"start": -1}, "The base cannot run from -1 to 20."),
        (BASE | {"start": 20}, "The base cannot run from 20 to 20."),
        (BASE | {"start": 21}, "The base cannot run from 21 to 20."),
        (
            BASE | {"end": len(TEXT) + 1},
            f"The base from 16 to {len(TEXT) + 1} does not fit the article, which ends at"
            f" {len(TEXT)}.",
        ),
        (BASE | {"start": 10**6, "end": 10**7}, f"which ends at {len(TEXT)}."),
        (BASE | {"end": 10**300}, "does not fit the article"),
        (
            BASE | {"value": {"value": "x", "deep": [None, True]}},
            '{"value": "x", "deep": [null, true]} is not a value of a date, number, entry or text.'
            ' These are written {"edtf": "2026-02"}, {"value": 600}, {"min": 500, "max": 600},'
            ' {"entry": "ID", "name": "NAME"}, {"text": "TEXT"}.',
        ),
        (BASE | {"value": {"edtf": "أمس"}}, "“\u2068أمس\u2069” is not a date in EDTF"),
        (BASE | {"start": True}, "“spans[0].start” must be a whole number"),
        (BASE | {"start": 16.0}, "“spans[0].start” must be a whole number"),
        (BASE | {"start": "16"}, "“spans[0].start” must be a whole number"),
        (BASE | {"start": None}, "“spans[0].start” must be a whole number"),
        ({"label": "base"}, "“spans[0].start” must be a whole number"),
        (BASE | {"label": 5}, "“spans[0].label” must be a text"),
        (BASE | {"label": "\ud800"}, "half of a character"),
        (BASE | {"note": "\0"}, "“spans[0].note” holds a NUL"),
        (BASE | {"note": []}, "“spans[0].note” must be a text"),
        (BASE | {"id": {}}, "“spans[0].id” must be a text"),
        (BASE | {"unsure": 1}, "“spans[0].unsure” must be true or false"),
        (BASE | {"proposed": "no"}, "“spans[0].proposed” must be true or false"),
        (BASE | {"quote": 5}, "“spans[0].quote” must be a text"),
        (BASE | {"created_at": "yesterday"}, "no time in ISO 8601"),
        (BASE | {"value": {"edtf": "2026-02"}}, "a value that a base cannot have"),
        (BASE | {"value": {"entry": "\ud800", "name": "x"}}, "is not a value"),
        (BASE | {"value": [1]}, "is not a value"),
        ({"label": "date", "start": 22, "end": 25, "value": {"edtf": "أمس"}}, "not a date in EDTF"),
    ],
)
def test_a_span_that_does_not_fit_is_refused_and_the_rest_done(
    project: Project, bring: Bring, span: dict[str, Any], told: str
) -> None:
    good = {"label": "figure", "start": 0, "end": 4}
    report = bring(project, LINE | {"spans": [span, good]})
    assert counts(report) == (1, 0, 1, 1)
    assert told in why(report)[0]
    layer = project.layers.load("a", "amal")
    assert [one.label for one in layer] == ["figure"]
    assert layer.status is Status.IN_PROGRESS, "what lost spans on the way is not finished"


def test_a_label_twice_on_a_stretch_is_taken_once(project: Project, bring: Bring) -> None:
    report = bring(project, LINE | {"spans": [BASE, BASE, BASE | {"note": "another"}]})
    assert counts(report) == (1, 0, 1, 1)
    assert "“\u2068قسرك\u2069” at 16 is marked as base twice" in why(report)[0]


def test_a_hash_of_another_text_refuses_the_spans(project: Project, bring: Bring) -> None:
    report = bring(project, LINE | {"spans": [BASE], "sha256": sha256_of("آخر")})
    assert counts(report) == (1, 0, 0, 1)
    assert "its sha256 differs" in why(report)[0]


def test_offsets_are_carried_through_the_cleaning(project: Project, bring: Bring) -> None:
    raw = "\ufeffأمس\r\n🔴 قسرك\r\n"
    start = raw.index("قسرك")
    spans = [
        {"label": "base", "start": start, "end": start + 4, "quote": "قسرك"},
        {"label": "figure", "start": 1, "end": 7, "quote": "أمس\r\n🔴"},
    ]
    line = LINE | {"text": raw, "spans": spans, "sha256": sha256_of("أمس\n🔴 قسرك\n")}
    assert why(bring(project, line)) == []
    assert [span.quote for span in project.layers.load("a", "amal")] == ["أمس\n🔴", "قسرك"]


def test_a_span_of_mere_carriage_return_is_refused(project: Project, bring: Bring) -> None:
    line = LINE | {"text": "ا\r\nب", "spans": [{"label": "base", "start": 1, "end": 2}]}
    assert counts(bring(project, line)) == (1, 0, 0, 1)


def test_a_span_id_of_somebody_else_is_not_taken(project: Project, bring: Bring) -> None:
    spans = [BASE | {"id": "s"}]
    bring(project, LINE | {"spans": spans})
    report = bring(
        project,
        LINE | {"author": "nasser", "spans": spans},
        {"id": "b", "text": TEXT + "!", "author": "amal", "spans": spans},
    )
    assert counts(report) == (1, 1, 2, 0)
    (mine,) = project.layers.load("a", "amal")
    (other,) = project.layers.load("a", "nasser")
    (elsewhere,) = project.layers.load("b", "amal")
    assert mine.id == "s"
    assert len({mine.id, other.id, elsewhere.id}) == 3


def test_a_span_that_was_moved_since_is_not_doubled(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE | {"id": "s"}]})
    report = bring(project, LINE | {"spans": [BASE | {"id": "s", "start": 15}]})
    assert counts(report) == (0, 1, 0, 1)
    assert len(project.layers.load("a", "amal").spans) == 1


# Hostile lines


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"\xff\xfe{\0}\0", "The file is in UTF-16. Save it as UTF-8"),
        (b'{"text": "\xd9"}', "not UTF-8"),
        (b"{", "not JSON"),
        (b'{"text": "x', "not JSON"),
        (b'{"text": "a\nb"}', "not JSON"),
        (b"[]", "no JSON object"),
        (b'"text"', "no JSON object"),
        (b"{}", "no “text”"),
        (b'{"text": "x", "text": "y"}', "the key “text” twice"),
        (b'{"text": "x", "meta": {"a": 1, "a": 2}}', "the key “a” twice"),
        (b'{"text": NaN}', "not JSON"),
        (b'{"text": "x", "seconds": Infinity}', "not JSON"),
        (b'{"text": "x", "seconds": 1e999}', "number of seconds"),
        (b'{"text": "x", "seconds": -1}', "number of seconds"),
        (b'{"text": "x", "seconds": true}', "number of seconds"),
        (b'{"text": "x", "seconds": false}', "number of seconds"),
        (b'{"text": "x", "seconds": ""}', "number of seconds"),
        (b'{"text": "x", "seconds": 1' + b"0" * 5000 + b"}", "too large"),
        (b'{"text": "x", "meta": {"a": 1e999}}', "a number that is too large"),
        (b'{"text": "x", "meta": []}', "“meta” must be an object"),
        (b'{"text": "x", "meta": ""}', "“meta” must be an object"),
        (b'{"text": "x", "meta": {"a": "\\ud800"}}', "“meta” holds"),
        (b'{"text": "x", "meta": {"\\u0000": 1}}', "“meta” holds"),
        (b'{"text": "x", "meta": {"a": ' + b"[" * 60 + b"]" * 60 + b"}}", "“meta” must be"),
        (b'{"text": "x", "meta": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_001, "nested too deep"),
        (b"[" * 100_000, "nested too deep"),
        (b'{"text": 5}', "“text” must be a text"),
        (b'{"text": null}', "“text” must be a text"),
        (b'{"text": ""}', "The text is empty"),
        (b'{"text": "\\ud800"}', "lone surrogate"),
        (b'{"text": "a\\u0000"}', "NUL"),
        (b'{"text": "x", "name": 5}', "“name” must be a text"),
        (b'{"text": "x", "name": "\\udfff"}', "“name” holds"),
        (b'{"text": "x", "id": []}', "“id” must be a text"),
        (b'{"text": "x", "title": {}}', "“title” must be a text"),
        (b'{"text": "x", "outlet": 1}', "“outlet” must be a text"),
        (b'{"text": "x", "url": "\\u0000"}', "“url” holds"),
        (b'{"text": "x", "note": false}', "“note” must be a text"),
        (b'{"text": "x", "direction": "up"}', "rtl, ltr or auto"),
        (b'{"text": "x", "published": "2026-02-30"}', "no day"),
        (b'{"text": "x", "published": 2026}', "“published” must be a text"),
        (b'{"text": "x", "sources": {}}', "“sources” must be a list of objects"),
        (b'{"text": "x", "sources": [{}]}', "“sources[0].name” must be a text"),
        (b'{"text": "x", "sources": [{"name": "y", "meta": 5}]}', "“sources[0].meta”"),
        (b'{"text": "x", "author": 5, "spans": []}', "“author” must be a text"),
        (b'{"text": "x", "author": "a", "status": "done", "spans": []}', "must be one of"),
        (b'{"text": "x", "author": "a", "spans": {}}', "“spans” must be a list of objects"),
        (b'{"text": "x", "author": "a", "spans": [5]}', "“spans” must be a list of objects"),
        (b'{"text": "x", "author": "a", "guideline": 5, "spans": []}', "“guideline”"),
    ],
)
def test_a_line_that_is_no_article_is_refused_and_the_rest_done(
    project: Project, bring: Bring, line: bytes, told: str
) -> None:
    report = bring(project, line, LINE)
    assert [article.name for article in project.articles.each()] == ["a.txt"]
    assert told in " ".join(why(report))
    assert report.refused[0].path.name == "brought.jsonl"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\x", "/etc/passwd", "a\nb", "\u202ex", "x" * 10_000, "."]
)
def test_a_name_is_only_a_name(project: Project, bring: Bring, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    bring(project, LINE | {"name": name})
    assert project.articles.by_name(name) is not None
    assert {path.name for path in tmp_path.iterdir()} <= {
        *(path.name for path in before),
        "brought.jsonl",
    }


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=5)
    | st.sampled_from(["amal", "gold", "base", "2026-02-23", "finished", TEXT, "قسرك"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
SPAN_KEYS = ["id", "label", "start", "end", "quote", "value", "note", "unsure", "origin"]
LINE_KEYS = [*LINE, "title", "outlet", "published", "direction", "sha256", "meta", "sources"]
LINE_KEYS += ["status", "reason", "guideline", "seconds", "spans", "note", "url"]


@settings(max_examples=150)
@given(
    st.dictionaries(st.sampled_from(LINE_KEYS), json_values, max_size=4),
    st.dictionaries(
        st.sampled_from([*SPAN_KEYS, "proposed", "created_at"]), json_values, max_size=3
    ),
)
def test_no_line_is_too_odd_for_a_sentence(
    project: Project, bring: Bring, odd_line: dict[str, Any], odd_span: dict[str, Any]
) -> None:
    line = LINE | {"spans": [BASE | odd_span]} | odd_line
    report = bring(project, json.dumps(line), {"text": "آخر"})
    for refused in report.refused:
        assert str(refused.why).encode()
    for article in project.articles.each():
        for layer in project.layers.of_article(article.id):
            for span in layer:
                assert article.text[span.start : span.end] == span.quote
