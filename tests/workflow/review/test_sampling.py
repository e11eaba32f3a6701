"""Which spans a sample of agreed ones is drawn from."""

import json
from pathlib import Path

import pytest

from annotator.core.decisions import Choice
from annotator.core.errors import RefusedAct
from annotator.core.progress import Quiet
from annotator.core.samples import Finding
from annotator.store.project import Project
from annotator.workflow.figures.overview import Overviews
from annotator.workflow.imports.articles import import_files
from annotator.workflow.review import deciding
from annotator.workflow.review.deciding import OwnSpan, Ruling
from annotator.workflow.review.sampling import draw_sample, keep_sample
from annotator.workflow.review.settling import Reviews, settled

LEAD = "huda"


def drawn(project: Project) -> set[tuple[str, tuple[int, int, str]]]:
    return {(one.article_id, one.span.place) for one in draw_sample(project, 10_000, 1).drawn}


def agreed(project: Project) -> set[tuple[str, tuple[int, int, str]]]:
    """Return what amal and nasser both drew, with the same value, by looking at their layers."""
    found = set()
    for article_id in project.articles.names():
        article = project.articles.by_id(article_id)
        assert article is not None
        places = [{one.place for one in layer} for layer in project.layers.of_article(article_id)]
        gold = {one.place for one in settled(project, article, set()).gold}
        if len(places) == 2:
            found |= {(article_id, place) for place in places[0] & places[1] & gold}
    return found


def test_it_is_drawn_from_what_all_agree_on(demo: Project) -> None:
    assert drawn(demo) == agreed(demo) != set()


def test_what_a_lead_put_or_one_author_alone_drew_is_not_in_it(
    demo: Project, tmp_path: Path
) -> None:
    before = drawn(demo)
    for there in Reviews(demo).conflicts():
        deciding.rule(demo, LEAD, there, Ruling(Choice.OPTION, author="amal"))
    assert drawn(demo) == before
    article_id, place = sorted(before)[0]
    article = demo.articles.by_id(article_id)
    assert article is not None
    deciding.overrule(demo, LEAD, article, [place], [OwnSpan(*place[:2], "figure")])
    assert drawn(demo) == before - {(article_id, place)}
    line = {"text": "نص", "spans": [{"label": "base", "start": 0, "end": 2}]}
    file = tmp_path / "alone.jsonl"
    file.write_text(json.dumps(line), "utf-8")
    import_files(demo, [file], Quiet(), author="zaid")
    assert drawn(demo) == before - {(article_id, place)}


def test_the_same_seed_draws_the_same(demo: Project) -> None:
    first = draw_sample(demo, 10, 7)
    assert (len(first.drawn), first.population) == (10, len(agreed(demo)))
    assert draw_sample(demo, 10, 7) == first
    assert draw_sample(demo, 10, 8) != first


def test_what_a_lead_has_found_is_kept_once_and_told_to_all(demo: Project) -> None:
    sample = draw_sample(demo, 10, 7)
    keep_sample(demo, LEAD, sample)
    assert demo.samples.all() == []  # nothing was checked
    sample.find(Finding.RIGHT)
    keep_sample(demo, LEAD, sample)
    sample.step(1)
    sample.find(Finding.RIGHT)
    keep_sample(demo, LEAD, sample)
    (kept,) = demo.samples.all()
    assert (kept.lead, kept.seed, kept.drawn, kept.checked, kept.wrong) == (LEAD, 7, 10, 2, 0)
    assert kept.population == len(agreed(demo))
    told = Overviews(demo).whole().settlement
    assert told is not None
    assert told.samples == (kept,)
    with pytest.raises(RefusedAct):
        keep_sample(demo, "amal", sample)
