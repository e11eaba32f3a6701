"""A learning curve as a chart: F1 by how many articles were learned from."""

from collections.abc import Iterator, Sequence

from annotator.core.evaluation import CurvePoint, Scores
from annotator.reports.looks import Look
from annotator.reports.parts import Bar, Chart, Series
from annotator.reports.shown import share, whole
from annotator.reports.words import Words


def curve_chart(points: Sequence[CurvePoint], words: Words, look: Look) -> Chart:
    """Return F1 of each source at each point, exact, and paler what overlaps."""
    return Chart(
        name="learningCurve",
        title=words.say("curve"),
        categories=tuple(words.say("curve point", count=whole(one.articles)) for one in points),
        series=tuple(_series(points, words, look)),
        is_share=True,
        about=words.say("curve about"),
    )


def _series(points: Sequence[CurvePoint], words: Words, look: Look) -> Iterator[Series]:
    for number, source in enumerate(points[0].sources):
        for way in ("exact", "overlap"):
            title = words.say(
                "curve series", source=words.say(f"source {source}"), way=words.say(way)
            )
            bars = tuple(_bar(one.sources[source], way, title, words) for one in points)
            yield Series(title, look.author(number), bars, is_faint=way == "overlap")


def _bar(scores: Scores, way: str, title: str, words: Words) -> Bar | None:
    value = scores.f1_exact if way == "exact" else scores.f1_overlap
    if value is None:
        return None
    return Bar(value, share(value), words.say("told", name=title, number=share(value)))
