"""What a table tells of its columns before it is read."""

from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError
from annotator.formats import FORMATS


def test_the_columns_and_the_first_rows_of_a_table_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = "".join(f"{number};عنوان;{'نص ' * 200}\n" for number in range(100))
    path.write_text(f"n;Headline;المتن\n{rows}", "utf-8")
    columns = FORMATS["csv"].columns
    assert columns is not None
    head = columns(path)
    assert head.columns == ("n", "Headline", "المتن")
    assert head.fields == {"title": "Headline", "text": "المتن"}
    assert len(head.rows) == 5
    assert head.rows[0][:2] == ("0", "عنوان")
    assert 0 < len(head.rows[0][2]) < 600


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "cannot be read"), (b"", "is empty"), (b'text\n"a', "quotation marks")],
)
def test_it_is_told_why_a_table_cannot_be_looked_at(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "t.csv"
    if content is not None:
        path.write_bytes(content)
    columns = FORMATS["csv"].columns
    assert columns is not None
    with pytest.raises(AnnotatorError, match=told):
        columns(path)
