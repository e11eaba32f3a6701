"""The same words, marked in the same two ways in many articles, for the tests of deciding alike."""

import json
from pathlib import Path
from typing import Any

from annotator.arabic import ARABIC
from annotator.core.decisions import Decision
from annotator.core.ground import Ground
from annotator.core.model import Role
from annotator.core.precedents import earlier_of, pattern_of
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.review.lots import Again
from annotator.workflow.review.settling import OpenConflict, Reviews, settled

LEAD = "huda"


def span(text: str, quote: str, label: str = "base", **value: Any) -> dict[str, Any]:
    start = text.index(quote)
    return {"label": label, "start": start, "end": start + len(quote), "value": value}


def twice_in(project: Project, folder: Path) -> None:
    """Let the same words be marked in the same two ways in three articles of a project.

    In a fourth one they are marked in another way, and in a fifth one by one author alone.
    """
    add_author(project, LEAD, Role.LEAD)
    texts = [f"{number} غادرت القوات إلى وقسرك أمس {number}" for number in range(5)]
    for author, quotes in (
        ("amal", ["وقسرك", "قسرك", "وقسرك", "إلى وقسرك", "وقسرك"]),
        ("nasser", ["قسرك", "وقسرك", "قسرك", "قسرك", None]),
    ):
        lines = [
            {"name": f"{number}", "text": text, "spans": [span(text, quote)] if quote else []}
            for number, (text, quote) in enumerate(zip(texts, quotes, strict=True))
        ]
        file = folder / f"{author}.jsonl"
        file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        import_files(project, [file], Quiet(), author=author)


def more_in(project: Project, folder: Path) -> None:
    """Let the same words be marked in the same two ways in thirty more articles."""
    texts = [f"غادرت القوات إلى وقسرك أمس {number}" for number in range(30)]
    for author, quote in (("amal", "وقسرك"), ("nasser", "قسرك")):
        lines = [
            {"name": f"more {number}", "text": text, "spans": [span(text, quote)]}
            for number, text in enumerate(texts)
        ]
        file = folder / f"more {author}.jsonl"
        file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
        import_files(project, [file], Quiet(), author=author)


def open_in(project: Project) -> dict[str, OpenConflict]:
    return {one.article: one for one in Reviews(project).conflicts()}


def gold_in(project: Project, name: str) -> list[str]:
    article = project.articles.by_name(name)
    assert article is not None
    return [mark.quote for mark in settled(project, article).gold]


def again(project: Project, of: OpenConflict, decision: Decision) -> Again:
    ground = Ground(project.layers.of_article(decision.article_id))
    earlier = earlier_of(decision, ground, ARABIC.fold)
    assert earlier.pattern == pattern_of(of.conflict, ARABIC.fold)
    return Again(earlier)


def asked_in(project: Project) -> list[tuple[str, str]]:
    return [(one.article_id, one.conflict.id) for one in open_in(project).values()]
