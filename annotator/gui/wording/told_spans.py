"""Spans in words: what was marked, or what would be put."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.gui.wording.value_text import short_value


def shown_label(labels: LabelSet, name: str, language: str) -> str:
    """Return what people who read ``language`` call a label; one that is gone by its name."""
    return labels[name].shown(language) if name in labels else name


def told_put(spans: Iterable[Span], labels: LabelSet, language: str) -> str:
    """Say which spans would be put, each by its label and its words."""
    told = [f"{shown_label(labels, one.label, language)}: \u2068{one.quote}\u2069" for one in spans]
    return "; ".join(told) or QCoreApplication.translate("ToldSpans", "nothing")


def told_meaning(span: Span, labels: LabelSet, language: str) -> str:
    """Say what a span marks, and what it means where the words do not say so."""
    value = short_value(span.value)
    told = told_put([span], labels, language)
    return told if not value or value[1:-1] == span.quote else f"{told} ({value})"
