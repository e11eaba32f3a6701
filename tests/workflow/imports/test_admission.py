from collections.abc import Callable
from typing import Any

import pytest

from annotator.core.edits import Mark
from annotator.core.errors import RefusedAct
from annotator.core.model import LayerState, Status
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply, undo
from annotator.workflow.imports.articles import ImportReport

Bring = Callable[..., ImportReport]
TEXT = "غادر رتل قاعدة «قسرك» أمس"
BASE = {"label": "base", "start": 16, "end": 20}
FIGURE = {"label": "figure", "start": 0, "end": 4}
LINE = {"id": "a", "name": "a.txt", "text": TEXT, "author": "amal"}


def why(report: ImportReport) -> list[str]:
    return [str(refused.why) for refused in report.refused]


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.added, report.skipped, report.spans, len(report.refused)


def contents(project: Project) -> list[str]:
    return list(project._connection.iterdump())


# Layers that are there


def test_the_state_of_a_layer_that_is_the_same_is_taken(project: Project, bring: Bring) -> None:
    line = LINE | {"spans": [BASE], "seconds": 5}
    bring(project, line)
    aside = line | {"status": "set aside", "reason": "نسخة", "guideline": "2", "seconds": 9}
    report = bring(project, aside)
    assert counts(report) == (0, 1, 0, 0)
    layer = project.layers.load("a", "amal")
    assert layer.state == LayerState(Status.SET_ASIDE, "نسخة")
    assert (layer.guideline, layer.seconds, layer.revision) == ("2", 9, 2)
    (row,) = project.history.of_stack("a", "amal")
    assert (row.group, row.act) == (report.group, "import")
    assert (row.change.before.status, row.change.after.reason) == (Status.FINISHED, "نسخة")
    assert row.change.put == row.change.removed == ()
    before = contents(project)
    assert counts(bring(project, aside)) == (0, 1, 0, 0)
    bring(project, line)  # says no status, and less of the rest
    assert contents(project) == before


def test_more_seconds_alone_are_no_act(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE], "seconds": 5})
    bring(project, LINE | {"spans": [BASE], "seconds": 9})
    assert project.layers.load("a", "amal").seconds == 9
    assert list(project.history.of_stack("a", "amal")) == []


def test_a_file_that_is_ahead_of_the_layer_gives_its_state(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE], "status": "in progress"})
    ahead = LINE | {"spans": [BASE, FIGURE], "status": "finished"}
    assert counts(bring(project, ahead)) == (0, 1, 1, 0)
    assert project.layers.load("a", "amal").status is Status.FINISHED
    before = contents(project)
    assert counts(bring(project, ahead)) == (0, 1, 0, 0)
    assert contents(project) == before


@pytest.mark.parametrize(
    "other",
    [
        {"note": "!"},
        {"unsure": True},
        {"value": {"entry": "e", "name": "قسرك"}},
        {"id": "s", "end": 21},
        {"id": "s", "note": ""},
        {"id": "s", "note": "؟", "label": "actor"},
    ],
)
def test_a_span_that_is_there_otherwise_is_named_and_left(
    project: Project, bring: Bring, other: dict[str, Any]
) -> None:
    bring(project, LINE | {"spans": [BASE | {"id": "s", "note": "؟"}]})
    before = contents(project)
    for _ in range(2):
        report = bring(project, LINE | {"spans": [BASE | other], "status": "in progress"})
        assert counts(report) == (0, 1, 0, 1)
        assert "is in the project already, with another value, note or place" in why(report)[0]
        assert contents(project) == before


def test_what_a_bare_span_does_not_say_is_no_difference(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE | {"note": "؟", "unsure": True, "proposed": True}]})
    assert counts(bring(project, LINE | {"spans": [BASE]})) == (0, 1, 0, 0)


def test_a_file_that_says_otherwise_does_not_finish_a_layer(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE]})
    assert counts(bring(project, LINE | {"spans": [BASE | {"note": "!"}, FIGURE]})) == (0, 1, 1, 1)
    assert project.layers.load("a", "amal").status is Status.IN_PROGRESS


def test_spans_added_to_a_layer_stand_in_its_history(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE]})
    (article,) = project.articles.each()
    marked = apply(project, article, project.layers.load("a", "amal"), Mark(22, 25, "date"))
    report = bring(project, LINE | {"spans": [BASE, FIGURE]}, {"text": "آخر"})
    rows = list(project.history.of_stack("a", "amal"))
    assert [(row.act, row.author) for row in rows] == [("mark", "amal"), ("import", "amal")]
    assert rows[1].group == report.group
    assert [span.label for span in rows[1].change.put] == ["figure"]
    (undone,) = undo(project, marked.layer)
    assert [span.label for span in undone.layer] == ["figure", "base"]
    assert undone.layer.status is Status.IN_PROGRESS, "the import came later"
    with pytest.raises(RefusedAct, match="nothing to undo"):
        undo(project, undone.layer)


@pytest.mark.parametrize(("spans", "status"), [([], Status.NEW), ([BASE], Status.IN_PROGRESS)])
def test_a_new_layer_without_spans_is_none(
    project: Project, bring: Bring, spans: list[dict[str, Any]], status: Status
) -> None:
    report = bring(project, LINE | {"status": "new", "spans": spans})
    assert counts(report) == (1, 0, len(spans), 0)
    layer = project.layers.load("a", "amal")
    assert (layer.status, layer.revision) == (status, len(spans))


# Spans


def test_a_span_that_parts_a_letter_from_its_marks_is_refused(
    project: Project, bring: Bring
) -> None:
    spans = [{"label": "base", "start": 0, "end": end} for end in (1, 2)]
    report = bring(project, LINE | {"text": "قَسرك", "spans": spans})
    assert counts(report) == (1, 0, 1, 1)
    assert "The base from 0 to 1 parts a letter from its marks" in why(report)[0]


@pytest.mark.parametrize("moment", ["2026-02-23T14:05:00", "20260223T140500Z", "2026-02-23"])
def test_a_moment_that_is_no_point_in_time_is_refused(
    project: Project, bring: Bring, moment: str
) -> None:
    report = bring(project, LINE | {"spans": [BASE | {"created_at": moment}]})
    assert counts(report) == (1, 0, 0, 1)
    assert "is no time in ISO 8601 with its zone" in why(report)[0]


# The registry


def registry(project: Project) -> list[tuple[str, str, str]]:
    return project._connection.execute("SELECT id, label, name FROM entries").fetchall()


def test_an_entry_of_another_label_is_refused(project: Project, bring: Bring) -> None:
    value = {"value": {"entry": "e", "name": "قسرك"}}
    report = bring(project, LINE | {"spans": [BASE | value, BASE | value | {"label": "actor"}]})
    assert counts(report) == (1, 0, 1, 1)
    assert "is a actor, but its entry “\u2068قسرك\u2069” is a base" in why(report)[0]
    assert registry(project) == [("e", "base", "قسرك")]


def test_an_entry_that_is_known_by_its_name_is_not_doubled(project: Project, bring: Bring) -> None:
    bring(project, LINE | {"spans": [BASE | {"value": {"entry": "e", "name": "قاعدة"}}]})
    spans = [
        {"label": "base", "start": at, "end": 4, "value": {"entry": "f", "name": name}}
        for at, name in enumerate(["قَاعِدَة", "قاعدة"])
    ]
    report = bring(project, LINE | {"author": "nasser", "spans": spans})
    assert counts(report) == (0, 1, 2, 0)
    values = [span.value for span in project.layers.load("a", "nasser")]
    assert values == [EntryValue("e", "قَاعِدَة"), EntryValue("e", "قاعدة")]
    assert registry(project) == [("e", "base", "قاعدة")]


def test_an_entry_that_one_line_names_twice_is_one(project: Project, bring: Bring) -> None:
    spans = [
        {"label": "base", "start": at, "end": 4, "value": {"entry": entry, "name": name}}
        for at, (entry, name) in enumerate([("g", "التنف"), ("h", "التَّنف")])
    ]
    bring(project, LINE | {"spans": spans})
    assert registry(project) == [("g", "base", "التنف")]


# Sources


@pytest.mark.parametrize("days", [("2026-02-23",) * 2, ("2026-02-23", None), (None, "2026-02-23")])
@pytest.mark.parametrize("more", [{}, {"outlet": "RT"}])
def test_a_given_day_invents_no_source(
    project: Project, bring: Bring, days: tuple[str | None, ...], more: dict[str, str]
) -> None:
    for day in days:
        bring(project, LINE | more, published=day)
    assert project.articles.sources("a") == []
    bring(project, {"text": TEXT, "name": "b"}, published="2026-02-24")
    (source,) = project.articles.sources("a")
    assert (source.name, source.published) == ("b", "2026-02-24")


@pytest.mark.parametrize(
    ("source", "told"),
    [({"name": "b", "published": "soon"}, "“soon” is no day"), ({"name": " "}, "has no name")],
)
def test_a_line_with_a_bad_source_is_refused_whole(
    project: Project, bring: Bring, source: dict[str, str], told: str
) -> None:
    line = LINE | {"sources": [{"name": "c"}, source], "spans": [BASE]}
    report = bring(project, line)
    assert counts(report) == (0, 0, 0, 1)
    assert told in why(report)[0]
    bring(project, LINE)
    assert counts(bring(project, line)) == (0, 0, 0, 1)
    assert project.articles.sources("a") == []
