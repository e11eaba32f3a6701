import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.format import WritingOptions
from annotator.core.losses import Loss, LossKind
from annotator.core.model import Layer
from annotator.core.values import (
    DateValue,
    EntryValue,
    Modifier,
    NumberValue,
    TextValue,
    value_to_json,
)
from annotator.formats import spreadsheet
from tests.formats.datasets import check_account, exported, hard_article, read, span, written

TEXT = "أخلت القوات قاعدة «قسرک»، ونحو 500-600 جندي\n"
NAME = "=cmd|'/c calc'!A1"
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
COLUMNS = (
    "article,article_id,title,outlet,url,published,sha256,author,status,ready,span_id,label,start,"
    "end,before,quote,after,date,number,at_least,at_most,modifier,unit,entry,entry_name,text,"
    "proposed,unsure,note,origin,created_at,changed_at"
)


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    source = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(source, newline=""), delimiter=delimiter))


def table(path: Path) -> list[dict[str, str]]:
    head, *lines = rows(path)
    return [dict(zip(head, line, strict=True)) for line in lines]


def given_back(cell: str) -> str:
    """Return what stood in a cell, as the module tells how to."""
    return re.sub("""((?:^|[;,\t\r\n"]))'""", r"\1", cell)


def test_a_row_is_a_span_with_its_article(tmp_path: Path) -> None:
    article = exported(
        TEXT,
        replace(
            span(TEXT, "قسرک", "base", EntryValue("e1", "قسرك"), note="-ملاحظة", unsure=True),
            id="s1",
        ),
        replace(
            span(TEXT, "500-600 جندي", "figure", NumberValue(-5, 600, Modifier.ABOUT, "جندي")),
            id="s2",
            proposed=True,
        ),
        name=NAME,
    )
    bare = exported("نص", name="b.txt", number=2)
    account = written(spreadsheet.FORMAT, tmp_path / "out.csv", [article, bare])
    check_account(account, [article, bare])
    assert account.losses == [Loss(one, None, LossKind.TEXT, 1) for one in (NAME, "b.txt")]
    one, two = (one.article for one in (article, bare))
    moments = "2026-02-25T00:00:00.000Z,2026-02-25T00:00:00.000Z"
    said = f"2026-02-23,{one.sha256},amal,finished,true"
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbf" + "\r\n".join(
        (
            COLUMNS,
            f"'{NAME},{one.id},{one.title},صحيفة,,{said},s1,base,19,23,"
            f"أخلت القوات قاعدة «,قسرک,»، ونحو 500-600 جندي,,,,,,,e1,قسرك,,false,true,'-ملاحظة,"
            f"manual,{moments}",
            f"'{NAME},{one.id},{one.title},صحيفة,,{said},s2,figure,31,43,"
            f' قاعدة «قسرک»، ونحو ,500-600 جندي,"\n",,,-5,600,about,جندي,,,,true,false,,'
            f"manual,{moments}",
            f"b.txt,{two.id},نص,صحيفة,,2026-02-23,{two.sha256},amal,finished,true" + "," * 22,
            "",
        )
    ).encode()


def test_values_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    values = {
        "أخلت": TextValue("نص، ;=1"),
        "القوات": NumberValue(0.5, 0.5, None, "%"),
        "قاعدة": DateValue("-0044"),
    }
    article = exported(TEXT, *(span(TEXT, one, "date", value) for one, value in values.items()))
    written(spreadsheet.FORMAT, tmp_path / "out.csv", [article])
    keys = dict(spreadsheet_columns())
    told = {
        row["quote"]: {keys[name]: given_back(row[name]) for name in keys if row[name]}
        for row in table(tmp_path / "out.csv")
    }
    assert told == {
        quote: {key: str(one) for key, one in value_to_json(value).items()}
        for quote, value in values.items()
    }


def spreadsheet_columns() -> list[tuple[str, str]]:
    names = COLUMNS.split(",")[17:26]
    keys = ("edtf", "value", "min", "max", "modifier", "unit", "entry", "name", "text")
    return list(zip(names, keys, strict=True))


def test_the_hard_article_is_whole_in_the_table(tmp_path: Path) -> None:
    hard = hard_article()
    written(spreadsheet.FORMAT, tmp_path / "out.csv", [hard])
    text = hard.article.text
    for row, one in zip(table(tmp_path / "out.csv"), hard.layer, strict=True):
        start, end = int(row["start"]), int(row["end"])
        assert (start, end, row["label"]) == one.place
        assert given_back(row["quote"]) == text[start:end]
        assert text[:start].endswith(given_back(row["before"]))
        assert text[end:].startswith(given_back(row["after"]))
        assert given_back(row["note"]) == one.note


def test_an_article_without_a_layer_has_a_row(tmp_path: Path) -> None:
    one = exported(TEXT)
    layer = Layer(one.layer.article_id, "amal")
    written(spreadsheet.FORMAT, tmp_path / "out.csv", [replace(one, layer=layer, ready=False)])
    (row,) = table(tmp_path / "out.csv")
    assert (row["status"], row["ready"], row["label"], row["start"]) == ("new", "false", "", "")


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [("TRUE", True), ("True", True), ("FALSE", False), ("", False), ("1", None), ("WAHR", None)],
)
def test_what_a_spreadsheet_made_of_true_and_false_is_read_or_told(
    cell: str, wanted: bool | None, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    unsure = span(TEXT, "قسرک", "base", EntryValue("e1", "قسرك"), unsure=True)
    written(spreadsheet.FORMAT, out, [exported(TEXT, replace(unsure, proposed=True))])
    head, row = rows(out)
    for column in ("unsure", "proposed"):
        row[head.index(column)] = cell
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, row])
    (record,) = read(spreadsheet.FORMAT, out)
    if wanted is None:
        assert list(map(str, record.bad_spans)) == ["“proposed” must be true or false."]
    else:
        assert record.spans is not None
        assert [(one.unsure, one.proposed) for one in record.spans] == [(wanted, wanted)]


cells = st.text(
    st.sampled_from("=+-@\t\r\n;,\"' 1aقA＝") | st.characters(codec="utf-8"), max_size=12
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(note=cells, parted=st.sampled_from([(".csv", ","), (".tsv", "\t")]))
def test_no_cell_is_a_formula_in_any_country_and_all_come_back(
    note: str, parted: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    suffix, own = parted
    path = tmp_path_factory.mktemp("csv") / f"out{suffix}"
    article = exported(TEXT, span(TEXT, "قسرک", "base", note=note))
    written(spreadsheet.FORMAT, path, [article], WritingOptions(suffix=suffix))
    head, line = rows(path, own)
    assert given_back(dict(zip(head, line, strict=True))["note"]) == note
    for delimiter in ",;\t":
        for line in rows(path, delimiter):
            # Where tabs part cells and commas are looked for, a cell may begin with what parts.
            starts = line if delimiter == own else [cell.lstrip(own) for cell in line]
            assert [start for start in starts if FORMULA.match(start)] == []
