"""Layers on one short text of Latin words, so that tokens are plain to see, compared."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from annotator.arabic import ARABIC
from annotator.core.agreement import Agreement, agreement
from annotator.core.comparison import ComparedArticle, Marks, compare
from annotator.core.intervals import Bootstrap
from annotator.core.model import Span
from annotator.core.tokens import Tokenizer
from annotator.core.values import Value

TEXT = "aa bb cc dd ee ff gg hh"
TOKENS = Tokenizer(ARABIC).tokens(TEXT)
LABELS = ("base", "actor", "date")
Layers = Mapping[str, Sequence[Span]]


def span(start: int, end: int, label: str = "base", value: Value = None, **more: bool) -> Span:
    return Span(start, end, label, TEXT[start:end], value, **more)  # type: ignore[arg-type]


def article(**layers: Sequence[Span]) -> ComparedArticle:
    marks = {author: Marks(spans, TOKENS) for author, spans in layers.items()}
    pairs = combinations(sorted(marks), 2)
    return {(one, other): compare(marks[one], marks[other]) for one, other in pairs}


def of(*articles: ComparedArticle, bootstrap: Bootstrap | None = None) -> Agreement:
    return agreement(articles, LABELS, bootstrap)
