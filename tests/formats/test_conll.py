"""CoNLL: what is written is what other readers expect, and what they write is read."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import ArticleRecord, ExportedArticle, Format, ReadingOptions, Refused
from annotator.core.losses import LossKind
from annotator.core.values import NumberValue
from annotator.formats import conll, format_of
from tests.formats.datasets import check_account, exported, hard_article, read, span, written
from tests.formats.test_round_trip import articles

TEXT = "غادر 600 جندي قاعدة «قسرك».\nوبالعراق رجال!"

BOTH = [pytest.param(conll.IOB2, id="conll"), pytest.param(conll.BILOU, id="bilou")]


def articles_in(path: Path, content: str | bytes) -> list[ArticleRecord | Refused]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert conll.IOB2.read is not None
    return list(conll.IOB2.read(path, ReadingOptions()))


def article_in(path: Path, content: str) -> ArticleRecord:
    (record,) = articles_in(path, content)
    assert isinstance(record, ArticleRecord)
    return record


def spans_of(record: ArticleRecord) -> list[tuple[str, str]]:
    return [(one.label, record.text[one.start : one.end]) for one in record.spans or ()]


def test_a_token_a_line_a_blank_line_after_each_sentence(tmp_path: Path) -> None:
    there = exported(
        TEXT,
        span(TEXT, "600 جندي", "figure", NumberValue(600, 600, None, "جندي")),
        span(TEXT, "قاعدة «قسرك»", "base"),
        span(TEXT, "قسرك", "base"),
        span(TEXT, "عراق", "actor", note="بلا أل"),
    )
    account = written(conll.IOB2, tmp_path / "out", [there])
    assert (tmp_path / "out").read_text("utf-8") == (
        "-DOCSTART- -X- O O\n\n"
        "غادر _ _ O\n600 _ _ B-figure\nجندي _ _ I-figure\nقاعدة _ _ B-base\n« _ _ I-base\n"
        "قسرك _ _ I-base\n» _ _ I-base\n. _ _ O\n\n"
        "و _ _ O\nب _ _ O\nال _ _ O\nعراق _ _ B-actor\nرجال _ _ O\n! _ _ O\n\n"
    )
    check_account(account, [there])
    history = {LossKind.ORIGIN: 1, LossKind.TIMES: 1}
    assert account.totals() == {
        "figure": {LossKind.VALUE: 1, **history},
        "base": {LossKind.DROPPED: 1, **history},
        "actor": {LossKind.NOTE: 1, **history},
        None: {LossKind.NAME: 1, LossKind.SPACING: 1},
    }
    written(conll.BILOU, tmp_path / "bilou", [there])
    tags = [
        line.split()[-1] for line in (tmp_path / "bilou").read_text("utf-8").split("\n") if line
    ]
    assert tags[1:] == [
        *("O", "B-figure", "L-figure", "B-base", "I-base", "I-base", "L-base", "O"),
        *("O", "O", "O", "U-actor", "O", "O"),
    ]


def test_a_sentence_is_not_cut_where_a_span_runs_on(tmp_path: Path) -> None:
    text = "وصل أمس. اليوم غادر. نعم"
    there = exported(text, span(text, "أمس. اليوم", "date"))
    written(conll.IOB2, tmp_path / "out", [there])
    sentences = (tmp_path / "out").read_text("utf-8").strip().split("\n\n")[1:]
    assert [sum(1 for _ in rows.split("\n")) for rows in sentences] == [8, 1]


@pytest.mark.parametrize("format", BOTH)
def test_what_is_written_comes_back_token_by_token(format: Format, tmp_path: Path) -> None:
    there = [hard_article(), exported(TEXT, name="b.txt", number=2)]
    account = written(format, tmp_path / "out", there)
    check_account(account, there)
    assert format_of(tmp_path / "out").name == format.name
    assert format.count(tmp_path / "out") == 2
    hard, plain = read(format, tmp_path / "out")
    for record, one in zip((hard, plain), there, strict=True):
        seen = one.article.text.replace("\N{RIGHT-TO-LEFT MARK}", "")
        assert "".join(record.text.split()) == "".join(seen.split())
        assert record.bad_spans == ()
    assert plain.spans == ()
    covered = {"".join(quote.split()) for _, quote in spans_of(hard)}
    widened = [loss for loss in account.losses if loss.kind is LossKind.WIDENED]
    assert [(loss.label, loss.count) for loss in widened] == [("actor", 1)]
    assert len(covered) == sum(account.kept.values()) + 1
    marked = {"".join(one.quote.split()) for one in there[0].layer}
    assert covered - marked == {"مهلة"}


@pytest.mark.parametrize("format", BOTH)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(there=articles())
def test_any_article_comes_back_but_for_what_the_account_tells(
    format: Format, there: list[ExportedArticle], tmp_path: Path
) -> None:
    account = written(format, tmp_path / "out", there)
    check_account(account, there)
    assert format.read is not None
    # A file without spans may be either: it is read alike.
    found = list(format.read(tmp_path / "out", ReadingOptions()))
    records = [record for record in found if isinstance(record, ArticleRecord)]
    assert records == found
    assert ["".join(record.text.split()) for record in records] == [
        "".join(one.article.text.split()) for one in there
    ]
    labels = Counter(label for record in records for label, _ in spans_of(record))
    expected = Counter(account.kept)
    for loss in account.losses:
        if loss.kind in (LossKind.WIDENED, LossKind.NARROWED):
            expected[loss.label] += loss.count
    assert labels == expected
    assert not any(record.bad_spans for record in records)


@pytest.mark.parametrize(
    "content",
    [
        "قاعدة B-base\nقسرك I-base\nأمس O\n",
        "قاعدة NN I-NP I-base\nقسرك NN I-NP I-base\nأمس NN O O\n\n",
        "قاعدة\tB-base\r\nقسرك\tI-base\r\nأمس\tO\r\n",
        "\ufeffقاعدة _ B-base\nقسرك _ L-base\nأمس _ O",
        "# id 7\tdomain=news\nقاعدة\t_\tB-base\nقسرك\t_\tE-base\nأمس\t_\tO\n",
    ],
)
def test_what_others_write_is_read(tmp_path: Path, content: str) -> None:
    record = article_in(tmp_path / "a.conll", content)
    assert record.text == "قاعدة قسرك أمس"
    assert spans_of(record) == [("base", "قاعدة قسرك")]
    assert format_of(tmp_path / "a.conll").read is conll.IOB2.read


def test_sentences_become_lines_and_starts_become_articles(tmp_path: Path) -> None:
    content = (
        "-DOCSTART- -X- -X- O\n\nأ X X O\nب X X B-b\n\n\nج X X B-b\n"
        "-DOCSTART- O\nNew York\tB-city\n# O\n\n"
    )
    first, second = articles_in(tmp_path / "a.conll", content.replace("# O", "#\tO"))
    assert isinstance(first, ArticleRecord)
    assert isinstance(second, Refused | ArticleRecord)
    assert (first.line, first.text, spans_of(first)) == (1, "أ ب\nج", [("b", "ب"), ("b", "ج")])


def test_a_token_between_tabs_may_hold_a_blank(tmp_path: Path) -> None:
    record = article_in(tmp_path / "a.conll", "New York\tB-city\n#\tO\n")
    assert (record.text, spans_of(record)) == ("New York #", [("city", "New York")])


def test_a_no_break_space_is_part_of_its_token(tmp_path: Path) -> None:
    record = article_in(tmp_path / "a.conll", "10\N{NO-BREAK SPACE}000  B-figure\nجندي O\n\u2003\n")
    assert spans_of(record) == [("figure", "10\N{NO-BREAK SPACE}000")]


def test_tags_that_cannot_stand_there_are_told_by_line(tmp_path: Path) -> None:
    record = article_in(tmp_path / "a.conll", "أ B-x\nب I-y\n\nج I-x\nد B-x\n")
    assert spans_of(record) == [("x", "أ"), ("x", "د")]
    assert [str(one).split(":")[0] for one in record.bad_spans] == ["Line 2", "Line 4"]
    assert "“I-y” cannot stand here in IOB2" in str(record.bad_spans[0])


@pytest.mark.parametrize(
    ("content", "line", "why"),
    [
        (b"", 1, "no token"),
        (b"\n\n \n", 1, "no token"),
        (b"-DOCSTART- O\n", 1, "no token"),
        (b"a O\nb\n", 2, "Columns in this line: 1"),
        (b"a O\nb X O\n", 2, "3, but in the lines before it: 2"),
        (b"1 a a NOUN X _ 0 root _ O\n", 1, "line: 10. Two to four"),
        (b"a NOUN\n", 1, "“NOUN” is no tag"),
        (b"\tO\n", 1, "Columns in this line"),
        ("قسرك O\n".encode("cp1256"), 1, "not UTF-8"),
        ("قسرك O\n".encode("utf-16"), 1, "not UTF-8"),
        (b"a O\n\xed\xa0\x80 O\n", 2, "not UTF-8"),
    ],
)
def test_what_is_no_row_is_told_by_line(
    tmp_path: Path, content: bytes, line: int, why: str
) -> None:
    (refused,) = articles_in(tmp_path / "a.conll", content)
    assert isinstance(refused, Refused)
    assert refused.line == line
    assert why in str(refused.why)


def test_an_article_with_a_bad_line_leaves_the_others(tmp_path: Path) -> None:
    content = "-DOCSTART- O\na O\n-DOCSTART- O\nb O\nc d e f g\nd ?\n-DOCSTART- O\ne B-x\n"
    first, bad, last = articles_in(tmp_path / "a.conll", content)
    assert isinstance(first, ArticleRecord)
    assert isinstance(bad, Refused)
    assert isinstance(last, ArticleRecord)
    assert (bad.line, last.text, last.line) == (5, "e", 7)


def test_an_endless_line_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    with path.open("wb") as file:
        file.write(b"a O\n")
        file.truncate(1 << 30)
    assert conll.IOB2.read is not None
    (refused,) = conll.IOB2.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert (refused.line, "longer than" in str(refused.why)) == (2, True)
    assert conll.IOB2.count(path) == 1


@given(st.binary(max_size=60))
def test_nothing_makes_the_reader_stumble(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.conll"
    for record in articles_in(path, content):
        assert isinstance(record, ArticleRecord | Refused)


@pytest.mark.parametrize(
    "content", ["نص عادي\nسطر آخر", "Vitamin C\nVitamin O", "a,b\n1,2", "{}", "a\tb\nc\td"]
)
def test_other_files_are_not_taken_for_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(content, "utf-8")
    assert format_of(path).name == "text"
