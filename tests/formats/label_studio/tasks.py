"""Tasks as Label Studio exports them, and what is read of them."""

import json
from pathlib import Path
from typing import Any

from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.formats import FORMATS

FORMAT = FORMATS["label_studio"]
TEXT = "🔴 قسرك\n99% فجراً"


def file(tmp_path: Path, *tasks: Any) -> Path:
    path = tmp_path / "project-1-at-2026-02-23.json"
    path.write_text(json.dumps(list(tasks)), encoding="utf-8")
    return path


def all_of(path: Path, options: ReadingOptions | None = None) -> list[ArticleRecord | Refused]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path, options or ReadingOptions()))


def records(path: Path, options: ReadingOptions | None = None) -> list[ArticleRecord]:
    found = all_of(path, options)
    assert [str(one.why) for one in found if isinstance(one, Refused)] == []
    return [one for one in found if isinstance(one, ArticleRecord)]


def quotes(record: ArticleRecord) -> list[str]:
    return [record.text[span.start : span.end] for span in record.spans or ()]


def region(start: Any = 2, end: Any = 6, *labels: Any, **more: Any) -> dict[str, Any]:
    """A marked stretch of a text as Label Studio exports it."""
    return {
        "value": {"start": start, "end": end, "labels": list(labels or ("base",))},
        "id": "gew3t9fgkg",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
    } | more


def annotation(*results: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": 9,
        "completed_by": 3,
        "result": list(results),
        "was_cancelled": False,
        "ground_truth": False,
        "created_at": "2026-02-23T15:52:32.517225Z",
        "updated_at": "2026-02-23T15:52:32.517383Z",
        "draft_created_at": None,
        "lead_time": 104.119,
        "task": 1,
        "project": 1,
    } | more


def task(*annotations: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "annotations": list(annotations),
        "file_upload": "b7-news.json",
        "drafts": [],
        "predictions": [],
        "data": {"text": TEXT},
        "meta": {},
        "created_at": "2026-02-23T15:42:19.445022Z",
        "inner_id": 1,
        "total_annotations": len(annotations),
        "comment_count": 0,
        "comment_authors": [],
    } | more
