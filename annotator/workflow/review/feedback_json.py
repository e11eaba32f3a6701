"""What gold says of an author's work as JSON, as a pack brings it along.

It holds what she is told in the whole project, and nothing of a gold span beside what it says: its
id, times and origin would tell of others.
"""

import json
from typing import Any

from annotator.core.causes import Cause
from annotator.core.comparison import Matches
from annotator.core.errors import QT_TRANSLATE_NOOP, ProjectError
from annotator.core.excerpts import quotation
from annotator.core.feedback import ArticleFeedback, Difference
from annotator.core.model import Article, Span
from annotator.core.values import value_from_json, value_to_json
from annotator.store.failures import UNREADABLE


def told_feedback(one: ArticleFeedback) -> str:
    """Return what is told of an article; its text and its name are not in it."""
    told = {
        "is_test": one.is_test,
        "matches": one.matches,
        "differences": [
            {
                "start": difference.where.start,
                "end": difference.where.end,
                "cause": difference.cause.value,
                "mine": [*map(_told_span, difference.mine)],
                "gold": [*map(_told_span, difference.gold)],
                "reason": difference.reason,
                "gap": difference.gap,
            }
            for difference in one.differences
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def read_feedback(article: Article, text: str) -> ArticleFeedback:
    """Return what ``told_feedback`` told of an article.

    Raises:
        ProjectError: if that cannot be read.
    """
    try:
        return _read(article, json.loads(text))
    except UNREADABLE as error:
        raise ProjectError(
            QT_TRANSLATE_NOOP(
                "errors",
                "What this pack tells of gold in “{article}” cannot be read; what you marked can."
                " Return the pack, and ask for a new one.",
            ),
            article=article.name,
        ) from error


def _read(article: Article, told: dict[str, Any]) -> ArticleFeedback:
    return ArticleFeedback(
        article_id=article.id,
        article=article.name,
        is_test=told["is_test"],
        matches={label: Matches(*counts) for label, counts in told["matches"].items()},
        differences=tuple(
            Difference(
                where=quotation(article, one["start"], one["end"]),
                cause=Cause(one["cause"]),
                mine=tuple(map(_span, one["mine"])),
                gold=tuple(map(_span, one["gold"])),
                reason=one["reason"],
                gap=one["gap"],
            )
            for one in told["differences"]
        ),
    )


def _told_span(span: Span) -> dict[str, Any]:
    return {
        "label": span.label,
        "start": span.start,
        "end": span.end,
        "quote": span.quote,
        "value": value_to_json(span.value),
    }


def _span(told: dict[str, Any]) -> Span:
    return Span(**{**told, "value": value_from_json(told["value"])})
