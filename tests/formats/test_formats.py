from pathlib import Path

import pytest

from annotator.core.errors import FileError, UnknownName
from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.formats import FORMATS, format_named, format_of, plain_text


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("a.txt", b"", "text"),
        ("A.TXT", b"{", "text"),
        ("a.txt", b'{"text": "x"}', "jsonl"),
        ("a.jsonl", b"", "jsonl"),
        ("a.ndjson", b"", "jsonl"),
        ("a.json", b'{"text": "x"}', "jsonl"),
        ("a", b'\xef\xbb\xbf\n {"name": "n", "text" : "x"}', "jsonl"),
    ],
)
def test_a_file_is_known_by_its_content_else_by_its_name(
    tmp_path: Path, name: str, content: bytes, format_name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert format_of(path).name == format_name


@pytest.mark.parametrize("content", [b"", b"[]", b"\x00" * 100, b'{"txt": 1}', b'"text":'])
def test_what_is_of_no_format_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    with pytest.raises(FileError) as caught:
        format_of(path)
    known = ", ".join(name for name, format in FORMATS.items() if format.read)
    assert str(caught.value) == f"“a.bin” is in no format that is read here: {known}."


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be read"):
        format_of(tmp_path / "none.bin")
    for format in FORMATS.values():
        if format.read is None:
            continue
        (refused,) = format.read(tmp_path / "none", ReadingOptions())
        assert isinstance(refused, Refused)
        assert "cannot be read: No such file" in str(refused.why)


def test_a_format_is_asked_for_by_name() -> None:
    assert {name: format_named(name).name for name in FORMATS} == {name: name for name in FORMATS}
    with pytest.raises(UnknownName, match=r"no format “docx”. Known are: .*jsonl"):
        format_named("docx")


def test_a_text_file_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "2026-02-23.txt"
    path.write_bytes("قسرك\r\n".encode("cp1256"))
    (record,) = plain_text.read(path, ReadingOptions())
    assert isinstance(record, ArticleRecord)
    assert (record.text, record.published, record.spans) == ("قسرك\r\n", "2026-02-23", None)
