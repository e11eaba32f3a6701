"""Archives that INCEpTION exports are read, and none of them does harm."""

import io
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.format import ArticleRecord, ReadingOptions, Refused
from annotator.formats import cas, format_of
from tests.formats.cas.files import HEAD, entity, fs, json_cas, spans_of, xmi


def zipped(path: Path, entries: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def in_zip(entries: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def records_in(path: Path) -> list[ArticleRecord | Refused]:
    read = format_of(path).read
    assert read is not None
    return list(read(path, ReadingOptions()))


def test_an_archive_of_one_article_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "e.zip", {"a.xmi": xmi(entity(2, 3, 8)), "TypeSystem.xml": ""})
    assert format_of(path).name == "cas_xmi"
    (record,) = records_in(path)
    assert isinstance(record, ArticleRecord)
    assert (record.name, record.author, spans_of(record)) == (
        *("a.xmi", None, [("base", "قاعدة")]),
    )


def test_what_is_no_cas_in_an_archive_is_refused_by_name(tmp_path: Path) -> None:
    others = {"b.txt": "x", "texts/ج.txt": "x", "texts/more.json": "{}", "c.jsonl": "{}"}
    along = {"texts/": "", "TypeSystem.xml": "", "__MACOSX/._a.xmi": "x", ".DS_Store": "x"}
    path = zipped(tmp_path / "e.zip", {"a.xmi": xmi(), **along, **others})
    article, *refused = records_in(path)
    assert isinstance(article, ArticleRecord)
    assert [one.path for one in refused] == [path] * len(others)
    for name, one in zip(others, refused, strict=True):
        assert isinstance(one, Refused)
        told = str(one.why)
        assert name in told
        assert "was not read: in an archive, only files of UIMA CAS are. Unpack it" in told


def test_a_project_of_inception_is_read_with_its_annotators(tmp_path: Path) -> None:
    amal, badr = xmi(entity(2, 3, 8)), xmi(entity(2, 9, 13))
    path = zipped(
        tmp_path / "p.zip",
        {
            "exportedproject.json": "{}",
            "source/north.txt": "x",
            "annotation/north.txt/INITIAL_CAS.xmi": xmi(),
            "annotation/north.txt/amal.zip": in_zip({"amal.xmi": amal, "TypeSystem.xml": "<t/>"}),
            "annotation/north.txt/badr.json": json_cas(fs(2, 9, 13)),
            "curation/north.txt/CURATION_USER.xmi": badr,
        },
    )
    found = records_in(path)
    assert cas.XMI.count(path) == 4
    told = []
    for record in found:
        assert isinstance(record, ArticleRecord)
        told.append((record.name, record.author, record.spans and spans_of(record)))
    assert told == [
        ("north.txt", None, None),
        ("north.txt", "amal", [("base", "قاعدة")]),
        ("north.txt", "badr", [("base", "قسرك")]),
        ("north.txt", None, [("base", "قسرك")]),
    ]


def test_json_that_others_pack_is_not_taken_for_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"result.json": '[{"id": 1}]'})
    assert not cas.JSON.recognise(path, path.read_bytes())
    path = zipped(tmp_path / "p.zip", {"a.json": json_cas(fs(2, 3, 8))})
    assert format_of(path).name == "cas_json"
    entries = {"exportedproject.json": "{}", "annotation/d/amal.json": json_cas(fs(2, 3, 8))}
    assert format_of(zipped(tmp_path / "p.zip", {**entries})).name == "cas_json"
    path = zipped(tmp_path / "p.zip", {"a.json": json_cas(), "b.zip": in_zip({"c.zip": b"x"})})
    _, refused = records_in(path)
    assert isinstance(refused, Refused)
    assert "packed too deep" in str(refused.why)


def test_tricks_in_names_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    names = ["../../a.xmi", "/a.xmi", "..\\b.xmi", "C:/a.xmi", "good.xmi"]
    path = zipped(tmp_path / "p.zip", {name: xmi() for name in names})
    found = records_in(path)
    assert [isinstance(record, ArticleRecord) for record in found] == [
        *(False, False, False, False, True)
    ]
    assert "outside of the archive" in str(getattr(found[0], "why", ""))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["p.zip"]


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    big = b" " * (65 << 20)
    path = zipped(tmp_path / "p.zip", {"a.xmi": HEAD.encode() + big})
    (refused,) = records_in(path)
    assert isinstance(refused, Refused)
    assert "larger than 64 MB" in str(refused.why)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.xmi", xmi())
            archive.infolist()[-1].file_size = 2 << 30
    check_refused_as_bomb(path, 6 << 30)


def check_refused_as_bomb(path: Path, size: int) -> None:
    began = time.monotonic()
    (refused,) = records_in(path)
    assert time.monotonic() - began < 5
    assert isinstance(refused, Refused)
    assert f"It would unpack to {size >> 20:,} MB or more" in str(refused.why)


def test_many_files_that_are_small_when_packed_are_refused_before_one_is_unpacked(
    tmp_path: Path,
) -> None:
    one = xmi().encode() + b" " * (20 << 20)
    path = zipped(tmp_path / "p.zip", {f"{number}.xmi": one for number in range(6)})
    assert path.stat().st_size < 1 << 18
    check_refused_as_bomb(path, 6 * len(one))


def test_files_over_one_another_are_counted_each(tmp_path: Path) -> None:
    one = xmi().encode() + b" " * (20 << 20)
    with zipfile.ZipFile(tmp_path / "p.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xmi", one)
        archive.filelist += 99 * archive.filelist
    check_refused_as_bomb(tmp_path / "p.zip", 100 * len(one))


def test_a_bomb_of_archives_is_stopped_once_all_together_are_too_much(tmp_path: Path) -> None:
    inner = in_zip({"a.xmi": xmi().encode() + b" " * (20 << 20)})
    names = [f"annotation/{number}/amal.zip" for number in range(100)]
    path = zipped(tmp_path / "p.zip", dict.fromkeys(names, inner))
    *articles, last = records_in(path)[:5]
    assert all(isinstance(one, ArticleRecord) for one in articles[:3])
    assert isinstance(last, Refused)
    assert "It would unpack to 20 MB or more" in str(last.why)


@pytest.mark.parametrize(
    ("way", "told"), [(zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "LZMA"), (9, "Deflate64")]
)
@pytest.mark.parametrize("is_damaged", [False, True])
def test_what_is_packed_otherwise_is_told_and_not_unpacked(
    tmp_path: Path, way: int, told: str, is_damaged: bool
) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if way == 9 else way) as archive:
        archive.writestr("a.xmi", xmi(entity(2, 3, 8)))
    data = bytearray(path.read_bytes())
    if way == 9:
        for start, at in ((b"PK\3\4", 8), (b"PK\1\2", 10)):
            data[data.index(start) + at] = 9
    if is_damaged:
        data[50:70] = b"\xff" * 20
    path.write_bytes(data)
    assert cas.XMI.recognise(path, bytes(data))
    (refused,) = records_in(path)
    assert isinstance(refused, Refused)
    assert str(refused.why) == (
        f"“a.xmi” is packed by {told}, and only Deflate is read. Unpack the archive, then import"
        " what was in it."
    )
    json_path = tmp_path / "j.zip"
    with zipfile.ZipFile(json_path, "w", way if way != 9 else zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.json", json_cas())
    assert not cas.JSON.recognise(json_path, json_path.read_bytes())


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_damaged_in_an_archive_is_told(data: st.DataObject) -> None:
    there = bytearray(in_zip({"a.xmi": xmi(entity(2, 3, 8)), "b.xmi": xmi()}))
    for _ in range(data.draw(st.integers(1, 4))):
        there[data.draw(st.integers(0, len(there) - 1))] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "p.zip")
        path.write_bytes(b"PK\3\4" + there[4 : data.draw(st.integers(10, len(there)))])
        cas.XMI.recognise(path, path.read_bytes())
        cas.JSON.recognise(path, path.read_bytes())
        assert cas.XMI.read is not None
        for found in cas.XMI.read(path, ReadingOptions()):
            assert isinstance(found, ArticleRecord) or len(str(found.why).splitlines()) == 1


@pytest.mark.parametrize("cut", [30, 200, -30])
def test_a_damaged_archive_is_told(tmp_path: Path, cut: int) -> None:
    data = in_zip({"a.xmi": xmi(entity(2, 3, 8))})
    path = tmp_path / "p.zip"
    path.write_bytes(data[:cut])
    assert cas.XMI.read is not None
    (refused,) = cas.XMI.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
    assert "damaged or locked" in str(refused.why)
    damaged = bytearray(data)
    damaged[80:90] = b"\xff" * 10
    path.write_bytes(damaged)
    (refused,) = cas.XMI.read(path, ReadingOptions())
    assert isinstance(refused, Refused)
