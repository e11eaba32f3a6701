"""Articles as they are handed to writers, and what all formats are asked alike."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.arabic import ARABIC
from annotator.core.format import (
    ArticleRecord,
    Dataset,
    ExportedArticle,
    Format,
    ReadingOptions,
    Refused,
    WritingOptions,
)
from annotator.core.labels import LabelSet
from annotator.core.losses import FATES, OF_SPANS, LossAccount
from annotator.core.model import Article, Layer, LayerState, Source, Span, Status
from annotator.core.text import sha256_of, title_of
from annotator.core.values import DateValue, EntryValue, Modifier, NumberValue, Value

HARD_TEXT = (
    "🔴👩‍🚀 عاجل: أخلت القوات قاعدة «عين الوادي» فجراً\n"
    "وقالت وكالة «الساحل» إنّ ٦٠٠\N{NO-BREAK SPACE}جندي غادروا بالشاحنات إلى قسرک، وللقوات "
    "الموجودة هناك مهلة حتى ٢٣ شباط/ فبراير؛\r ونحو 40% من العتاد بقـــي.\n\n"
    '=SUM(A1) "RT" <b>&amp;</b>\tنهاية\N{RIGHT-TO-LEFT MARK}.\n'
)
"""An emoji of several characters before all spans, clitics, quotes, marks, Persian letters, signs
that other formats take for their own."""


def exported(
    text: str,
    *spans: Span,
    name: str = "a.txt",
    number: int = 1,
    sources: tuple[Source, ...] = (),
    ready: bool = True,
) -> ExportedArticle:
    """Return an article as it is handed to a writer, with the layer of amal."""
    article = Article(
        id=f"{number:032x}",
        name=name,
        title=title_of(text, ARABIC),
        text=text,
        sha256=sha256_of(text),
        published="2026-02-23",
        outlet="صحيفة",
        added_at="2026-02-24T00:00:00.000Z",
    )
    layer = Layer(
        article.id,
        "amal",
        spans=tuple(sorted(spans, key=lambda span: span.order)),
        state=LayerState(Status.FINISHED),
        revision=1,
    )
    return ExportedArticle(article, sources, layer, ready)


def span(
    text: str,
    quote: str,
    label: str,
    value: Value = None,
    *,
    note: str = "",
    unsure: bool = False,
    nth: int = 1,
) -> Span:
    """Return a span over the ``nth`` place of ``quote`` in ``text``."""
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    moment = "2026-02-25T00:00:00.000Z"
    return Span(
        start,
        start + len(quote),
        label,
        quote,
        value,
        note=note,
        unsure=unsure,
        created_at=moment,
        changed_at=moment,
    )


def hard_article() -> ExportedArticle:
    """Return an article with a span of every kind that other programs stumble over."""
    text = HARD_TEXT
    return exported(
        text,
        span(text, "القوات", "actor", unsure=True),
        span(text, "قاعدة «عين الوادي»", "base", EntryValue("e1", "عين الوادي")),
        span(text, "عين الوادي", "base", note='nested, = + " ; ,'),
        span(text, "فجراً", "date"),
        span(text, "وكالة «الساحل»", "actor", EntryValue("e2", "الساحل")),
        span(text, "٦٠٠\N{NO-BREAK SPACE}جندي", "figure", NumberValue(600, 600, None, "جندي")),
        span(text, "شاحنات", "actor"),
        span(text, "قسرک", "base", EntryValue("e3", "قسرك")),
        span(text, "لقوات الموجودة", "actor"),
        span(text, "هل", "actor", note="inside a token"),
        span(text, "٢٣ شباط/ فبراير", "date", DateValue("2026-02-23")),
        span(text, "شباط/ فبراير؛\r ونحو", "date"),
        span(text, "40%", "figure", NumberValue(40, 40, Modifier.ABOUT, "%")),
        span(text, "بقـــي", "figure"),
        span(text, '=SUM(A1) "RT" <b>', "actor"),
        span(text, "&amp;</b>\tنهاية", "date"),
    )


def written(
    format: Format,
    out: Path,
    articles: Iterable[ExportedArticle],
    options: WritingOptions = WritingOptions(),  # noqa: B008
    labels: LabelSet = LabelSet.default(),  # noqa: B008
) -> LossAccount:
    """Write ``articles`` as an export does, and return the account."""
    assert format.write is not None
    account = LossAccount(format.left_behind)
    if format.is_folder:
        out.mkdir()
    format.write(out, Dataset(articles, labels, ARABIC, account, options))
    return account


def read(
    format: Format,
    path: Path,
    options: ReadingOptions = ReadingOptions(),  # noqa: B008
) -> list[ArticleRecord]:
    """Return the articles in a file, or in all files of a folder; none of them is refused."""
    assert format.read is not None
    files = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
    files = [file for file in files if format.recognise(file, file.read_bytes()[: 64 * 1024])]
    companions = {other for file in files for other in format.companions(file)}
    records = [
        record for file in files if file not in companions for record in format.read(file, options)
    ]
    assert [str(record.why) for record in records if isinstance(record, Refused)] == []
    return [record for record in records if isinstance(record, ArticleRecord)]


def check_account(account: LossAccount, articles: Sequence[ExportedArticle]) -> None:
    """Check that each span has one fate, and that each loss is of an article that has it."""
    there = Counter(one.label for exported in articles for one in exported.layer)
    told = Counter(account.kept)
    for loss in account.losses:
        assert loss.count > 0
        assert (loss.label is None) is (loss.kind not in {*FATES, *OF_SPANS})
        if loss.label is not None and loss.kind in FATES:
            told[loss.label] += loss.count
    assert told == there
    names = {exported.article.name for exported in articles}
    assert {loss.article for loss in account.losses} <= names
