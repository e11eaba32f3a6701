"""What a format writes it reads back, but for the losses that its account names."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import ArticleRecord, ExportedArticle, Format, Unit
from annotator.core.losses import FATES, LossAccount, LossKind
from annotator.core.model import Span
from annotator.core.text import clean_text, whole_letters
from annotator.core.values import DateValue, EntryValue, NumberValue
from annotator.formats import FORMATS
from tests.formats.datasets import check_account, exported, hard_article, read, written

BOTH_WAYS = [
    pytest.param(format, id=name)
    for name, format in FORMATS.items()
    if format.read and format.write and format.unit is not Unit.TOKENS
]
VALUES: dict[str, list[Any]] = {
    "base": [None, EntryValue("e1", "قسرك")],
    "actor": [None, EntryValue("e2", "الساحل")],
    "date": [None, DateValue("2026-02-23")],
    "figure": [None, NumberValue(500, 600, None, "جندي")],
}
PIECES = (
    *("قاعدة", "قسرک", "وبالقوات", "فجراً", "بقـــي", "٦٠٠", "99%", "«", "»", "،", '"', "|", "\\"),
    *(" ", "\n", "\n\n", "\t", "\r", "\N{NO-BREAK SPACE}", "🔴", "👩‍🚀", "<b>", "&amp;", "=1+1"),
)

some_text = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(str.strip)
)


@st.composite
def articles(draw: st.DrawFn) -> list[ExportedArticle]:
    texts = draw(
        st.lists(
            st.lists(st.sampled_from(PIECES), min_size=1, max_size=30)
            .map("".join)
            .filter(str.strip),
            min_size=1,
            max_size=3,
            unique_by=lambda text: clean_text(text).text,
        )
    )
    return [
        draw(one_article(clean_text(text).text, number)) for number, text in enumerate(texts, 1)
    ]


@st.composite
def one_article(draw: st.DrawFn, text: str, number: int) -> ExportedArticle:
    places: dict[tuple[int, int, str], Span] = {}
    for _ in range(draw(st.integers(0, 5))):
        first = draw(st.integers(0, len(text) - 1))
        start, end = whole_letters(text, first, draw(st.integers(first + 1, len(text))))
        label = draw(st.sampled_from(list(VALUES)))
        places[start, end, label] = Span(
            start,
            end,
            label,
            text[start:end],
            draw(st.sampled_from(VALUES[label])),
            note=draw(st.sampled_from(["", "ملاحظة"])),
            unsure=draw(st.booleans()),
        )
    return exported(text, *places.values(), name=f"north/{number}.txt", number=number)


@pytest.mark.parametrize("format", BOTH_WAYS)
def test_the_hard_article_comes_back(format: Format, tmp_path: Path) -> None:
    there = [hard_article()]
    account = written(format, tmp_path / "out", there)
    check_account(account, there)
    check_records(format, account, there, read(format, tmp_path / "out"))


@pytest.mark.parametrize("format", BOTH_WAYS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(there=articles())
def test_any_article_comes_back(
    format: Format, there: list[ExportedArticle], tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = tmp_path_factory.mktemp("round") / "out"
    account = written(format, out, there)
    check_account(account, there)
    check_records(format, account, there, read(format, out))


def check_records(
    format: Format,
    account: LossAccount,
    there: Sequence[ExportedArticle],
    records: Sequence[ArticleRecord],
) -> None:
    hashes = {exported.article.sha256: exported.article.text for exported in there}
    # A format without room for the text tells by its hash which it is.
    by_text = {record.text or hashes[record.sha256 or ""]: record for record in records}
    assert len(records) == len(by_text)
    assert set(by_text) == set(hashes.values())
    changed = {loss.article for loss in account.losses if loss.kind in FATES}
    valueless = {loss.article for loss in account.losses if loss.kind is LossKind.VALUE}
    for exported_article in there:
        article = exported_article.article
        spans = by_text[article.text].spans or ()
        for one in spans:
            assert one.quote in (None, article.text[one.start : one.end])
        if article.name in changed:
            continue
        assert Counter((one.start, one.end, one.label) for one in spans) == Counter(
            (one.start, one.end, one.label) for one in exported_article.layer
        )
        if article.name not in valueless:
            given_values = {
                (one.start, one.end, one.label): one.value for one in exported_article.layer
            }
            for one in spans:
                assert one.value == given_values[one.start, one.end, one.label]
