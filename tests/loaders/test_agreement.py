"""Agreement reckoned a second time by other programs; runs in ``.loaders/agreement`` alone.

Where the definitions are the same, the figures are the same to 1e-9.  They differ so:

- nervaluate counts ends inclusively, and pairs spans in the order of the predicted ones: each
  takes the first (``ent_type``: the nearest) that is left, also one that another span fits
  exactly.  So its F1 is ours where no span has a choice, and never above it.  It sees an overlap
  from 1 % of the true span's length on, ours from one code point on.  Two empty layers have F1 0
  there, and none here.
- scikit-learn and statsmodels have no kappa (nan) where chance alone agrees on every token: None
  here.
"""

import math
import warnings
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from annotator.arabic import ARABIC
from annotator.core.agreement import Agreement, agreement
from annotator.core.comparison import Marks, compare
from annotator.core.matching import best_pairs, shared_letters
from annotator.core.model import Span
from annotator.core.progress import Quiet
from annotator.core.tokens import Tokenizer
from annotator.store.project import Project
from annotator.workflow.figures.agreement import project_agreement
from annotator.workflow.projects import DEMO_AUTHORS, make_demo

TEXT = " ".join(["قاعدة قسرك", "وبالعراق", "99%", "RT", "والقوات", "2026-02-23"] * 2)
LABELS = ("base", "actor", "date", "figure")
Layer = Sequence[Span]
Texts = Sequence[tuple[str, dict[str, Layer]]]
"""Articles: a text and the layers of its authors."""


def same(one: float | None, other: float) -> bool:
    return math.isnan(other) if one is None else one == pytest.approx(other, abs=1e-9)


# -- their figures


def nervaluate_counts(first: Iterable[Layer], second: Iterable[Layer]) -> dict[str, dict[str, int]]:
    """Return how many spans of each label are correct, by nervaluate's way of matching."""

    def entities(layers: Iterable[Layer]) -> list[list[dict[str, object]]]:
        return [
            [{"label": one.label, "start": one.start, "end": one.end - 1} for one in spans]
            for spans in layers
        ]

    told = Evaluator(entities(first), entities(second), list(LABELS), loader="dict").evaluate()
    return {
        label: {way: result.correct for way, result in of_label.items()}
        for label, of_label in told["entities"].items()
    }


def ratings(articles: Texts, label: str) -> np.ndarray:
    """Return for each token of all articles and each author whether it bears the label."""
    rows = []
    for text, layers in articles:
        for start, end in Tokenizer(ARABIC).tokens(text):
            rows.append(
                [
                    any(
                        one.label == label and one.start < end and start < one.end
                        for one in layers[who]
                    )
                    for who in sorted(layers)
                ]
            )
    return np.array(rows, dtype=int)


def theirs_cohen(given: np.ndarray) -> tuple[float, float]:
    """Return Cohen's kappa by scikit-learn and by statsmodels."""
    table = np.zeros((2, 2))
    np.add.at(table, (given[:, 0], given[:, 1]), 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they warn of what is undefined
        return (
            float(cohen_kappa_score(given[:, 0], given[:, 1])),
            float(cohens_kappa(table).kappa),
        )


def theirs_fleiss(given: np.ndarray) -> float:
    marked = given.sum(axis=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(fleiss_kappa(np.stack([marked, given.shape[1] - marked], axis=1)))


# -- ours


def ours(articles: Texts) -> Agreement:
    compared = []
    for text, layers in articles:
        tokens = Tokenizer(ARABIC).tokens(text)
        marks = {author: Marks(spans, tokens) for author, spans in layers.items()}
        compared.append(
            {
                pair: compare(marks[pair[0]], marks[pair[1]])
                for pair in combinations(sorted(marks), 2)
            }
        )
    return agreement(compared, LABELS)


def span(start: int, length: int, label: str) -> Span:
    end = min(start + length, len(TEXT))
    return Span(start, end, label, TEXT[start:end])


drawn = st.builds(span, st.integers(0, len(TEXT) - 1), st.integers(1, 20), st.sampled_from(LABELS))
layers = st.lists(drawn, max_size=10, unique_by=lambda one: one.place)
pairs_of_layers = st.tuples(layers, layers)


@st.composite
def flat_layers(draw: st.DrawFn) -> list[Span]:
    """A layer of which no two spans overlap."""
    spans: list[Span] = []
    for one in sorted(draw(layers), key=lambda one: one.start):
        if not spans or spans[-1].end <= one.start:
            spans.append(one)
    return spans


articles_of_two = st.lists(
    st.fixed_dictionaries({"amal": flat_layers(), "noor": flat_layers()}), min_size=1, max_size=4
)


@given(articles_of_two)
def test_exact_f1_is_that_of_nervaluate_where_no_spans_of_a_layer_overlap(
    project: list[dict[str, list[Span]]],
) -> None:
    found = ours([(TEXT, article) for article in project])
    first, second = ([article[who] for article in project] for who in ("amal", "noor"))
    counts = nervaluate_counts(first, second)
    total = sum(len(spans) for article in project for spans in article.values())
    matched = sum(of_label["strict"] for of_label in counts.values())
    if total:
        assert same(found.f1.exact, 2 * matched / total)
    for label, of_label in counts.items():
        assert same(
            found.labels[label].f1.exact, 2 * of_label["strict"] / found.labels[label].support
        )


@given(st.lists(st.tuples(flat_layers(), st.lists(st.integers(-2, 2), min_size=20, max_size=20))))
def test_overlap_f1_is_that_of_nervaluate_where_no_span_has_a_choice(
    project: list[tuple[list[Span], list[int]]],
) -> None:
    first, second = [], []
    for spans, shifts in project:
        moved = [
            Span(one.start, one.end + shift, one.label, "x" * (one.end + shift - one.start))
            for one, shift in zip(spans, shifts, strict=False)
            if one.end + shift > one.start
        ]
        # What would reach into the next span is left out.
        kept = [
            one
            for one in moved
            if sum(shared_letters(one.place, other.place) > 0 for other in spans) == 1
        ]
        first.append(spans)
        second.append(kept)
    counts = nervaluate_counts(first, second)
    matched = sum(of_label["ent_type"] for of_label in counts.values())
    total = sum(map(len, [*first, *second]))
    found = ours([(TEXT, {"amal": a, "noor": b}) for a, b in zip(first, second, strict=True)])
    if total:
        assert same(found.f1.overlap, 2 * matched / total)


@given(pairs_of_layers)
def test_nervaluate_never_finds_more(both: tuple[list[Span], list[Span]]) -> None:
    found = ours([(TEXT, {"amal": both[0], "noor": both[1]})])
    for label, of_label in nervaluate_counts([both[0]], [both[1]]).items():
        f1, spans = found.labels[label].f1, found.labels[label].support
        assert f1.exact is not None
        assert f1.overlap is not None
        assert f1.exact >= 2 * of_label["strict"] / spans - 1e-9
        assert f1.overlap >= 2 * of_label["ent_type"] / spans - 1e-9


@given(pairs_of_layers)
def test_overlap_f1_counts_the_maximum_matching_of_scipy(
    both: tuple[list[Span], list[Span]],
) -> None:
    found = ours([(TEXT, {"amal": both[0], "noor": both[1]})])
    for label in LABELS:
        first, second = ([one.place for one in side if one.label == label] for side in both)
        if first and second:
            graph = [[bool(shared_letters(one, other)) for other in second] for one in first]
            matched = (maximum_bipartite_matching(csr_matrix(graph)) >= 0).sum()
            assert same(found.labels[label].f1.overlap, 2 * matched / (len(first) + len(second)))


@given(pairs_of_layers)
def test_spans_are_paired_as_heavily_as_scipy_can(both: tuple[list[Span], list[Span]]) -> None:
    first, second = ([one.place for one in side] for side in both)
    if not first or not second:
        return

    def weight(one: tuple[int, int, str], other: tuple[int, int, str]) -> int:
        shared = shared_letters(one, other)
        return 1_000_000 + 100 * shared + (one[2] == other[2]) if shared else 0

    weights = np.array([[weight(one, other) for other in second] for one in first])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    mine = sum(weights[one, other] for one, other in best_pairs(first, second))
    assert mine == weights[rows, columns].sum()


@given(st.lists(pairs_of_layers, min_size=1, max_size=3))
def test_cohen_is_that_of_both(project: list[tuple[list[Span], list[Span]]]) -> None:
    articles = [(TEXT, {"amal": first, "noor": second}) for first, second in project]
    found = ours(articles)
    for label in LABELS:
        for other in theirs_cohen(ratings(articles, label)):
            assert same(found.pairs[0].kappa[label], other)


@given(st.lists(st.tuples(layers, layers, layers), min_size=1, max_size=3))
def test_fleiss_is_that_of_statsmodels(
    project: list[tuple[list[Span], list[Span], list[Span]]],
) -> None:
    articles = [
        (TEXT, dict(zip(("amal", "huda", "noor"), layers_of, strict=True))) for layers_of in project
    ]
    found = ours(articles)
    for label in LABELS:
        assert same(found.labels[label].kappa, theirs_fleiss(ratings(articles, label)))


def test_the_demo(tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        found = project_agreement(project).whole
        articles = []
        # Whatever of the demo is finished, both have finished.
        for article_id in dict.fromkeys(found_in for found_in, _, _ in project.layers.finished()):
            article = project.articles.by_id(article_id)
            assert article is not None
            layers = {layer.author: layer.spans for layer in project.layers.of_article(article_id)}
            articles.append((article.text, layers))
    first, second = ([layers[who] for _, layers in articles] for who in DEMO_AUTHORS)
    counts = nervaluate_counts(first, second)
    spans = sum(len(layer) for layer in [*first, *second])
    assert same(found.f1.exact, 2 * sum(of["strict"] for of in counts.values()) / spans)
    assert same(found.f1.overlap, 2 * sum(of["ent_type"] for of in counts.values()) / spans)
    for label, of_label in found.labels.items():
        assert same(of_label.f1.exact, 2 * counts[label]["strict"] / of_label.support)
        assert same(of_label.f1.overlap, 2 * counts[label]["ent_type"] / of_label.support)
        for kappa in theirs_cohen(ratings(articles, label)):
            assert same(found.pairs[0].kappa[label], kappa)
            assert same(of_label.kappa, kappa)
