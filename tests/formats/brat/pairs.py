"""Pairs of brat's files: a text for them, and what comes of reading them."""

from collections.abc import Callable
from pathlib import Path

from annotator.core.format import ArticleRecord, ReadingOptions
from annotator.formats import brat
from annotator.workflow.imports.articles import ImportReport

Write = Callable[..., Path]

TEXT = "🔴 أخلت القوات قاعدة\nقسرک، ونحو 600 جندي\nفي 23 شباط.\n"


def only(path: Path) -> ArticleRecord:
    (record,) = brat.FORMAT.read(path, ReadingOptions())
    assert isinstance(record, ArticleRecord), record
    return record


def places(record: ArticleRecord) -> list[tuple[str, str]]:
    return [(one.label, record.text[one.start : one.end]) for one in record.spans or ()]


def sentences(report: ImportReport) -> list[str]:
    return [str(one.why) for one in report.refused]
