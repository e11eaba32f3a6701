"""How gold differs from what an author marked, for that author."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.opening import json_option, opened, project_argument
from annotator.cli.output import counted, one_line, piece, say, say_json
from annotator.cli.progress import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.core.feedback import ArticleFeedback, Difference, Score
    from annotator.core.model import Span
    from annotator.workflow.review.feedback import Testing

_NOTHING = "nothing"
_UNDEFINED = "–"
_PACK = (
    "This file is a pack: it tells of gold as it was when the pack was made, and nothing of it was"
    " finished and settled then. A new pack tells more, once this one is merged and its articles"
    " are settled."
)


@click.command(epilog="\b\nExample:\n  annotator feedback north.db --author amal")
@project_argument
@click.option(
    "--author", metavar="NAME", required=True, help="Whose layers are compared with gold."
)
@json_option
def feedback(project: Path, author: str, as_json: bool) -> None:
    """Tell how gold differs from what an author marked, by cause, with the lead's reasons.

    Only articles count that are settled and that the author has finished.  F1 is reckoned over
    all spans of them: "exact" asks for the same label and borders, "overlap" for the same label
    and a shared letter.  Of a test nothing is told before all of it is finished, or it has ended.
    """
    from annotator.core.feedback import score
    from annotator.workflow.exchange.packs import pack_of
    from annotator.workflow.review.feedback import all_feedback, testing_of

    with opened(project, writable=False) as open_project, watched("Comparing") as progress:
        articles = all_feedback(open_project, author, author, progress)
        test = testing_of(open_project, author, author)
        pack = pack_of(open_project)
    found = [one for article in articles for one in article.differences]
    if as_json:
        say_json(_json(author, score(articles), found, test, articles))
        return
    if pack and not articles:
        say(_PACK)
        return
    for way, count in (whole := score(articles)).ways.items():
        say(f"{way.value} ({count:,})")
        for one in found:
            if one.way is way:
                _say_difference(one)
    say(f"{counted(whole.articles, 'article')}, {counted(len(found), 'difference')}")
    say(f"F1 against gold: {_f1(whole)}")
    for label, f1 in whole.labels.items():
        say(f"  {_figure(f1.exact)} exact, {_figure(f1.overlap)} overlap  {piece(label)}")
    _say_test(test, articles)
    if pack:
        say(f"As gold was when this pack was made, on {pack.made_at[: len('2026-02-23')]}.")


def _say_difference(one: "Difference") -> None:
    place = f"{one.where.start}–{one.where.end}"
    say(f"  {piece(one.where.article)} {place}: {_said(one.mine)} → gold: {_said(one.gold)}")
    if one.reason:
        say(f"    {one_line(one.reason)}")
    if one.gap:
        say("    The guidelines leave this open.")


def _say_test(test: "Testing | None", articles: "Sequence[ArticleFeedback]") -> None:
    from annotator.core.feedback import score

    if test is None:
        return
    told = f"Test: {test.finished:,} of {counted(test.articles, 'article')} finished"
    if test.is_done:
        found = score(one for one in articles if one.is_test)
        told += f", {found.articles:,} of {test.finished:,} settled; F1 against gold: {_f1(found)}"
    say(told)


def _said(spans: "Sequence[Span]") -> str:
    return ", ".join(f"{span.label} {piece(span.quote)}" for span in spans) or _NOTHING


def _f1(found: "Score") -> str:
    return f"{_figure(found.f1.exact)} exact, {_figure(found.f1.overlap)} overlap"


def _figure(figure: float | None) -> str:
    return _UNDEFINED if figure is None else f"{figure:.3f}"


def _json(
    author: str,
    whole: "Score",
    found: "Sequence[Difference]",
    test: "Testing | None",
    articles: "Sequence[ArticleFeedback]",
) -> dict[str, object]:
    return {
        "author": author,
        "articles": whole.articles,
        "f1_exact": whole.f1.exact,
        "f1_overlap": whole.f1.overlap,
        "labels": {
            label: {"f1_exact": f1.exact, "f1_overlap": f1.overlap}
            for label, f1 in whole.labels.items()
        },
        "causes": dict(whole.causes),
        "differences": [_difference_json(one) for one in found],
        "test": None if test is None else _test_json(test, articles),
    }


def _difference_json(one: "Difference") -> dict[str, object]:
    return {
        "article": one.where.article,
        "start": one.where.start,
        "end": one.where.end,
        "cause": one.cause.value,
        "mine": [_span_json(span) for span in one.mine],
        "gold": [_span_json(span) for span in one.gold],
        "reason": one.reason,
        "gap": one.gap,
    }


def _span_json(span: "Span") -> dict[str, object]:
    told = span.to_json()
    return {key: told[key] for key in ("label", "start", "end", "quote", "value")}


def _test_json(test: "Testing", articles: "Sequence[ArticleFeedback]") -> dict[str, object]:
    from annotator.core.feedback import score

    told = score(one for one in articles if one.is_test and test.is_done)
    return {
        "articles": test.articles,
        "finished": test.finished,
        "settled": told.articles if test.is_done else None,
        "f1_exact": told.f1.exact,
        "f1_overlap": told.f1.overlap,
    }
