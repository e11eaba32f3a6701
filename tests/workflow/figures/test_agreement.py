"""Agreement of a project: whose layers count, and what is kept between two looks."""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from annotator import paths
from annotator.core.causes import Cause
from annotator.core.comparison import compare
from annotator.core.edits import Mark, SetState
from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.intervals import Bootstrap
from annotator.core.model import Article, LayerState, Role, Status
from annotator.core.progress import Cancelled, Quiet
from annotator.core.registry import new_entry
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.exchange.returns import merge_packs
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.people.authors import add_author, set_role
from annotator.workflow.projects import make_demo
from annotator.workflow.registry import registry

Bring = Callable[..., Any]
Span = tuple[int, int, str]


def text(number: int) -> str:
    return f"aa bb cc dd ee ff {number}"


def line(number: int, *spans: Span, **more: object) -> dict[str, Any]:
    drawn = [{"label": label, "start": start, "end": end} for start, end, label in spans]
    return {"name": f"{number}.txt", "text": text(number), "spans": drawn, **more}


@pytest.fixture
def two(project: Project, bring: Bring) -> Project:
    """Two articles that amal and noor finished: they agree on the first, not on the second."""
    first = line(1, (0, 2, "base"), outlet="RT")
    bring(project, first, line(2, (0, 2, "base"), (3, 5, "date")), author="amal")
    bring(project, first, line(2, (0, 2, "base"), (6, 8, "date")), author="noor")
    return project


def the_article(project: Project, number: int) -> Article:
    article = project.articles.by_name(f"{number}.txt")
    assert article is not None
    return article


def set_status(project: Project, number: int, author: str, status: Status) -> None:
    article = the_article(project, number)
    apply(project, article, project.layers.load(article.id, author), SetState(LayerState(status)))


@contextmanager
def comparisons() -> Iterator[list[object]]:
    """Gather, while the block runs, one thing for each two layers that are compared."""
    found: list[object] = []

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call" and frame.f_code is compare.__code__:
            found.append(None)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield found
    finally:
        sys.setprofile(before)


def test_finished_layers_are_compared(two: Project) -> None:
    found = project_agreement(two)
    assert found.authors == ("amal", "noor")
    assert found.whole.articles == 2
    # 3 + 3 spans, 2 pairs.
    assert found.whole.f1.exact == pytest.approx(2 * 2 / 6)
    assert list(found.whole.labels) == ["base", "date", "actor", "figure"]
    assert found.causes == {Cause.MISSED: 2}


def test_causes_are_those_of_the_authors_who_are_compared(two: Project, bring: Bring) -> None:
    bring(two, line(1, (0, 2, "figure")), author="salma")
    all_three = project_agreement(two).causes
    assert project_agreement(two, authors=["amal", "noor"]).causes == {Cause.MISSED: 2}
    assert project_agreement(two).causes == all_three != {Cause.MISSED: 2}


def test_an_article_counts_that_two_have_finished(two: Project, bring: Bring) -> None:
    bring(two, line(3, (0, 2, "base")), author="amal")
    set_status(two, 2, "noor", Status.IN_PROGRESS)
    assert project_agreement(two).whole.articles == 1
    set_status(two, 2, "noor", Status.FINISHED)
    assert project_agreement(two).whole.articles == 2
    set_status(two, 2, "noor", Status.SET_ASIDE)
    assert project_agreement(two).whole.articles == 1


def test_machines_count_where_they_are_named(two: Project, bring: Bring) -> None:
    bring(two, line(1, (0, 2, "base")), line(2), author="robot")
    assert len(project_agreement(two).whole.pairs) == 3
    set_role(two, "robot", Role.MACHINE)
    assert [pair.second for pair in project_agreement(two).whole.pairs] == ["noor"]
    found = project_agreement(two, authors=["robot", "amal"])
    assert [(pair.first, pair.second) for pair in found.whole.pairs] == [("amal", "robot")]
    # 3 + 1 spans, of which one pair matches.
    assert found.whole.f1.exact == pytest.approx(2 * 1 / 4)


def test_spans_of_other_labels_can_be_left_out(two: Project) -> None:
    found = project_agreement(two, labels=["base"]).whole
    assert (found.f1.exact, list(found.labels), list(found.confusion)) == (1, ["base"], ["base"])
    assert project_agreement(two, labels=["date"]).whole.f1.exact == 0
    assert project_agreement(two).whole.f1.exact == pytest.approx(2 / 3)


@pytest.mark.parametrize("name", ["nobody", "gold"])
def test_unknown_names_are_refused(two: Project, name: str) -> None:
    with pytest.raises(UnknownName, match=name):
        project_agreement(two, authors=["amal", name])
    with pytest.raises(UnknownName, match=name):
        project_agreement(two, labels=[name])


@pytest.mark.parametrize("authors", [["amal"], ["amal", "amal"]])
def test_one_author_agrees_with_nobody(two: Project, authors: list[str]) -> None:
    with pytest.raises(RefusedAct, match="two or more"):
        project_agreement(two, authors=authors)


def test_leads_alone_may_ask(two: Project) -> None:
    add_author(two, "huda", Role.LEAD)
    assert project_agreement(two, asked_by="huda").whole.articles == 2
    with pytest.raises(RefusedAct, match="Only a lead"):
        project_agreement(two, asked_by="amal")


def test_a_project_without_layers_has_no_figures(project: Project) -> None:
    found = project_agreement(project, bootstrap=Bootstrap(10))
    assert (found.whole.articles, found.whole.f1) == (0, (None, None))
    assert found.outlets == found.months == {}


def test_two_layers_are_compared_again_once_one_has_changed(two: Project, bring: Bring) -> None:
    with comparisons() as compared:
        before = project_agreement(two)
        assert len(compared) == 2
        assert project_agreement(two) == before
        assert len(compared) == 2
    set_status(two, 2, "noor", Status.IN_PROGRESS)
    article = the_article(two, 2)
    apply(two, article, two.layers.load(article.id, "noor"), Mark(3, 5, "date"))
    set_status(two, 2, "noor", Status.FINISHED)
    with comparisons() as compared:
        # 3 + 4 spans, 3 pairs.
        assert project_agreement(two).whole.f1.exact == pytest.approx(2 * 3 / 7)
        assert len(compared) == 1
    bring(two, line(1), author="zayd")
    with comparisons() as compared:
        project_agreement(two)
        assert len(compared) == 2  # zayd with each of the others
        project_agreement(two, authors=["amal", "zayd"])
        assert len(compared) == 2


def test_what_another_program_changes_is_seen(two: Project) -> None:
    project_agreement(two)
    with Project.open(two.path) as other:
        set_status(other, 2, "amal", Status.IN_PROGRESS)
    assert project_agreement(two).whole.f1.exact == 1


def test_merged_entries_are_one(project: Project, bring: Bring) -> None:
    add_author(project, "huda", Role.LEAD)
    entries = [new_entry("base", name, str) for name in ("قسرك", "القسرك")]
    for author, entry in zip(("amal", "noor"), entries, strict=True):
        drawn = line(1, (0, 2, "base"))
        drawn["spans"][0]["value"] = EntryValue(entry.id, entry.name).to_json()
        bring(project, drawn, author=author)
    assert project_agreement(project).whole.matched.entries == 0
    registry.merge(project, "huda", entries[1].id, entries[0].id)
    assert project_agreement(project).whole.matched.entries == 1


def test_agreement_by_outlet(two: Project) -> None:
    found = project_agreement(two)
    assert [(outlet, of.articles) for outlet, of in found.outlets.items()] == [("RT", 1), (None, 1)]
    assert found.outlets["RT"].f1.exact == 1
    assert found.outlets[None].f1.exact == pytest.approx(1 / 2)


class Bar:
    """Takes down how far the work is said to be; stops it there, if it is to stop anywhere."""

    def __init__(self, last: tuple[int, int] | None = None) -> None:
        self.told: list[tuple[int, int | None]] = []
        self._last = last

    def advance(self, done: int, total: int | None) -> None:
        self.told.append((done, total))
        if self.told[-1] == self._last:
            raise Cancelled


def test_the_rounds_of_intervals_are_told_of_and_can_be_stopped(two: Project, bring: Bring) -> None:
    """All, and each of two outlets, take as many; of one month alone all is known already."""
    bring(two, line(3, (0, 2, "base"), outlet="RT"), author="amal")
    bring(two, line(3, (0, 2, "base"), outlet="RT"), author="noor")
    bring(two, line(4, (0, 2, "base")), author="amal")
    bring(two, line(4, (0, 2, "base")), author="noor")
    bar = Bar()
    found = project_agreement(two, bootstrap=Bootstrap(10), progress=bar)
    assert [of.articles for of in found.outlets.values()] == [2, 2]
    assert found.months == dict.fromkeys(found.months, found.whole)
    assert bar.told[-30:] == [(done, 30) for done in range(1, 31)]
    stopped = Bar(last=(14, 30))
    with pytest.raises(Cancelled):
        project_agreement(two, bootstrap=Bootstrap(10, seed=2), progress=stopped)
    assert stopped.told[-1] == (14, 30)
    rest = Bar()
    project_agreement(two, bootstrap=Bootstrap(10, seed=2), progress=rest)
    assert rest.told[-20:] == [(done, 30) for done in range(11, 31)]
    assert (10, 30) not in rest.told


def test_what_changes_in_one_outlet_leaves_the_figures_of_the_others(
    two: Project, bring: Bring
) -> None:
    for number, outlet in ((3, "RT"), (4, "")):
        for author in ("amal", "noor"):
            bring(two, line(number, (0, 2, "base"), outlet=outlet or None), author=author)
    project_agreement(two, bootstrap=Bootstrap(10))
    set_status(two, 4, "noor", Status.IN_PROGRESS)
    article = the_article(two, 4)
    apply(two, article, two.layers.load(article.id, "noor"), Mark(3, 5, "date"))
    set_status(two, 4, "noor", Status.FINISHED)
    bar = Bar()
    found = project_agreement(two, bootstrap=Bootstrap(10), progress=bar)
    of_all, of_none = range(1, 11), range(21, 31)
    assert bar.told[-20:] == [(done, 30) for done in (*of_all, *of_none)]
    with Project.open(two.path) as anew:
        assert found == project_agreement(anew, bootstrap=Bootstrap(10))


def test_agreement_by_the_month_in_which_the_last_layer_was_finished(two: Project) -> None:
    (brought,) = project_agreement(two).months
    article = the_article(two, 2)
    assert brought == two.history.finished_at()[article.id, "amal"][: len("2026-11")]
    set_status(two, 2, "noor", Status.IN_PROGRESS)
    set_status(two, 2, "noor", Status.FINISHED)
    with two.writing():  # as it will be for who finishes it again, years later
        *_, finishing = two.history.of_stack(article.id, "noor")
        two.history.append(replace(finishing, at="2099-07-01T08:00:00.000Z"))
    months = project_agreement(two).months
    assert [(month, of.articles) for month, of in months.items()] == [(brought, 1), ("2099-07", 1)]
    assert months["2099-07"].f1.exact == pytest.approx(1 / 2)


def test_the_month_is_that_of_the_clock_here(two: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    article = the_article(two, 2)
    set_status(two, 2, "noor", Status.IN_PROGRESS)
    set_status(two, 2, "noor", Status.FINISHED)
    with two.writing():
        *_, finishing = two.history.of_stack(article.id, "noor")
        two.history.append(replace(finishing, at="2099-06-30T22:30:00.000Z"))
    monkeypatch.setenv("TZ", "Asia/Baghdad")
    time.tzset()
    try:
        assert "2099-07" in project_agreement(two).months
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_came_back_in_packs_was_finished_when_it_was_merged(
    project: Project, bring: Bring
) -> None:
    bring(project, *({"name": f"{number}.txt", "text": text(number)} for number in range(4)))
    add_author(project, "huda", Role.LEAD)
    packs = []
    for author in ("amal", "noor"):
        add_author(project, author, Role.ANNOTATOR)
        packs.append(project.path.with_name(f"{author}.db"))
        make_pack(project, packs[-1], author, Quiet())
        with Project.open(packs[-1]) as pack:
            for number in range(4):
                set_status(pack, number, author, Status.FINISHED)
    overviews = Overviews(project)
    assert overviews.whole().work.articles == 4
    assert not merge_packs(project, "huda", packs).refused
    found = overviews.whole().agreement
    assert found is not None
    merged = datetime.now().astimezone().strftime("%Y-%m")
    assert {month: of.articles for month, of in found.months.items()} == {merged: 4}
    with project.writing():  # as when the merge is taken back, and done again years later
        sequence = project.history.last_project_act()
        merging = project.history.by_sequence(sequence)
        project.history.append(replace(merging, at="2099-07-10T08:00:00.000Z"))
    again = overviews.whole().agreement
    assert again is not None
    assert {month: of.articles for month, of in again.months.items()} == {"2099-07": 4}


def test_agreement_of_the_demo(tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        found = project_agreement(project, bootstrap=Bootstrap(100))
    assert found.whole.articles == 6
    assert found.whole.is_thin
    source = (paths.seeds() / "differences.jsonl").read_text("utf-8")
    assert found.causes == Counter(json.loads(one)["cause"] for one in source.splitlines())
    for label in found.whole.labels.values():
        assert label.kappa is not None
        assert label.f1.exact is not None
        assert label.f1.overlap is not None
        assert 0.8 < label.f1.exact < label.f1.overlap < 1
