"""What suggestions do in a project, on work of which the test knows all figures."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.edits import Mark, SetState
from annotator.core.intervals import Bootstrap
from annotator.core.model import Author, LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.core.suggestion_effect import Compared, Measure, SuggestionEffect
from annotator.core.suggestions import Suggested, Withholding
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.datasets.exported import exported_article
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.figures.reporting import write_report
from annotator.workflow.handing.qualifying import give_test
from annotator.workflow.people.authors import add_author
from annotator.workflow.review import deciding
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.settling import Reviews
from annotator.workflow.suggesting.offering import withhold, withholding
from tests.workflow.figures.conftest import LEAD, Bring, line, the
from tests.workflow.settled_demo import done, work
from tests.workflow.suggested_work import (
    ARTICLES,
    MARKS,
    Did,
    begin_offering,
    offered,
    work_with_suggestions,
    worked,
)

DRAWN = Bootstrap(100)


@pytest.fixture
def offering(project: Project, bring: Bring) -> Project:
    begin_offering(project, bring)
    return project


@pytest.fixture
def did(offering: Project) -> list[Did]:
    return work_with_suggestions(offering)


def told(project: Project) -> SuggestionEffect:
    found = Overviews(project).whole(DRAWN).suggestions
    assert found is not None
    return found


def groups(did: Iterable[Did]) -> tuple[list[Did], list[Did]]:
    did = list(did)
    return [one for one in did if one.is_shown], [one for one in did if not one.is_shown]


def figures(compared: Compared) -> list[float | None]:
    return [compared.shown.figure, compared.withheld.figure]


def test_time_and_spans_are_those_of_the_layers(offering: Project, did: list[Did]) -> None:
    found = told(offering)
    shown, withheld = groups(did)
    assert (found.shown, found.withheld) == (len(shown), len(withheld))
    assert min(found.shown, found.withheld) > 10
    spans = [sum(one.spans for one in some) / len(some) for some in (shown, withheld)]
    assert figures(found.figures[Measure.SPANS]) == pytest.approx(spans)
    seconds = [
        sum(one.seconds for one in some) / sum(one.spans for one in some if one.seconds)
        for some in (shown, withheld)
    ]
    assert figures(found.figures[Measure.SECONDS]) == pytest.approx(seconds)
    assert figures(found.figures[Measure.EXACT]) == [None, None]
    assert found.figures[Measure.SPANS].is_clear


def scores(project: Project, did: Iterable[Did]) -> list[tuple[float, float]]:
    """Return F1 of amal's layers against gold, exact and overlapping, of each group."""
    found = []
    for some in groups(did):
        exact = overlap = both = 0
        for one in some:
            article = the(project, one.name)
            layer = {span.place for span in project.layers.load(article.id, "amal").spans}
            gold = {span.place for span in exported_article(project, one.name).layer.spans}
            both += len(layer) + len(gold)
            exact += len(layer & gold)
            # Words are apart: what is on one word can be paired with nothing else.
            overlap += sum(
                any(
                    label == other and start < ends and begins < end for begins, ends, other in gold
                )
                for start, end, label in layer
            )
        found.append((2 * exact / both, 2 * overlap / both))
    return found


def test_layers_are_held_against_gold_once_it_is_settled(offering: Project, did: list[Did]) -> None:
    # In every other article noor sees the first span narrower, and the lead follows her.
    for number, one in enumerate(did):
        if number % 2:
            article_id = the(offering, one.name).id
            work(offering, article_id, "noor", Mark(0, 1, "base"), *MARKS[1 : one.spans])
    overviews = Overviews(offering)
    before = overviews.whole(DRAWN).suggestions
    assert overviews.whole(DRAWN).suggestions is before
    for there in list(Reviews(offering).conflicts()):
        deciding.rule(offering, LEAD, there, Ruling(Choice.OPTION, author="noor"))
    accept_singles(offering, LEAD)
    found = overviews.whole(DRAWN).suggestions
    assert found is not None
    ready = {one.article for one in Reviews(offering).all() if one.ready}
    assert ready == {one.name for one in did}
    expected = scores(offering, did)
    exact, overlap = (found.figures[one] for one in (Measure.EXACT, Measure.OVERLAP))
    assert figures(exact) == pytest.approx([one for one, _ in expected])
    assert figures(overlap) == pytest.approx([one for _, one in expected])
    assert exact.shown.articles == found.shown
    assert figures(exact) != figures(overlap)
    assert found == told(offering)


def test_work_of_others_is_left_out(offering: Project, did: list[Did]) -> None:
    accept_singles(offering, LEAD)
    before = told(offering)
    withheld = [one.name for one in did if not one.is_shown]
    # Somebody who never sees suggestions, though some were made for her.
    for name in withheld[:5]:
        offered(offering, name, "noor", is_withheld=True)
        worked(offering, name, "noor", 1, 500)
    # A machine, a test, and an article whose suggestions she had not turned on.
    add_author(offering, "rules", Role.MACHINE)
    give_test(offering, LEAD, [the(offering, ARTICLES[0]).id], "noor")
    for name, author in ((ARTICLES[1], "rules"), (ARTICLES[0], "noor")):
        offered(offering, name, author, is_withheld=False)
        worked(offering, name, author, 2, 300)
    with offering.writing():
        known = [(the(offering, ARTICLES[-1]).id, Suggested((), "known", 0))]
        offering.suggestions.keep("amal", known)
    worked(offering, ARTICLES[-1], "amal", 3, 900)
    after = told(offering)
    is_withheld = withholding(offering).holds(the(offering, ARTICLES[-1]).sha256)
    assert after.withheld == before.withheld + is_withheld
    assert after.shown == before.shown
    # Work that is not finished tells nothing yet.
    first = the(offering, ARTICLES[1])
    done(offering, first.id, "amal", SetState(LayerState(Status.IN_PROGRESS)))
    left = told(offering)
    assert left.shown + left.withheld == after.shown + after.withheld - 1


def test_where_the_share_changes_what_was_seen_stays_seen(
    offering: Project, did: list[Did]
) -> None:
    before = told(offering)
    withhold(offering, LEAD, Withholding(share=0, seed=1))
    after = told(offering)
    assert after.shown == before.shown
    assert after.withheld == 0
    assert after.is_thin
    withhold(offering, LEAD, Withholding(share=1, seed=1))
    assert told(offering) == before


def test_nothing_is_told_without_suggestions_nor_to_others_than_leads(
    offering: Project, bring: Bring
) -> None:
    bring(offering, line("other", (0, 2, "base")), author="amal")
    assert Overviews(offering).whole(DRAWN).suggestions is None
    offered(offering, ARTICLES[0], "amal", is_withheld=False)
    assert told(offering) == SuggestionEffect()
    (own,) = Overviews(offering).stages(Author("amal"), DRAWN)
    assert own.suggestions is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_report_tells_it(
    offering: Project, did: list[Did], tmp_path: Path, language: str
) -> None:
    found = told(offering)
    seconds, spans = found.figures[Measure.SECONDS], found.figures[Measure.SPANS]
    assert seconds.is_clear
    assert spans.is_clear
    out = tmp_path / "report.html"
    write_report(offering, out, language, Quiet(), bootstrap=DRAWN)
    page = out.read_text("utf-8").replace("\u2066", "").replace("\u2069", "")
    say = Words(language).say
    assert say("suggestions") in page
    assert say("less seconds a span", number=f"{-(seconds.difference or 0):.2f}") in page
    assert say("more spans an article", number=f"{spans.difference:.2f}") in page
    assert say("rest not clear") in page
    write_report(offering, out, language, Quiet())
    assert say("chance not known") in out.read_text("utf-8")
