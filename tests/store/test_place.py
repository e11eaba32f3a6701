"""A folder appears whole, where nothing is, or not at all."""

from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError
from annotator.store.place import appearing_folder


def test_a_folder_appears_when_all_is_in_it(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with appearing_folder(out) as folder:
        (folder / "data").mkdir()
        (folder / "data" / "a.txt").write_text("x")
        assert not out.exists()
    assert (out / "data" / "a.txt").read_text() == "x"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_of_what_fails_on_the_way_nothing_is_left(tmp_path: Path) -> None:
    def fail() -> None:
        with appearing_folder(tmp_path / "out") as folder:
            (folder / "a.txt").write_text("x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_filled_and_any_other_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with appearing_folder(out) as folder:
        (folder / "a.txt").write_text("x")
    with (
        pytest.raises(AnnotatorError, match=r"“out” exists already\. This format writes a folder"),
        appearing_folder(out),
    ):
        pytest.fail("nothing may be written")
    assert (out / "a.txt").read_text() == "x"
    (tmp_path / "file").write_text("mine")
    with pytest.raises(AnnotatorError, match="exists already"), appearing_folder(tmp_path / "file"):
        pytest.fail("nothing may be written")
    assert (tmp_path / "file").read_text() == "mine"


def test_what_others_put_there_meanwhile_stays(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def come_second() -> None:
        with appearing_folder(out) as folder:
            (folder / "a.txt").write_text("x")
            out.mkdir()
            (out / "theirs.txt").write_text("theirs")

    with pytest.raises(AnnotatorError, match="exists already"):
        come_second()
    assert [path.name for path in out.iterdir()] == ["theirs.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_needs_a_place(tmp_path: Path) -> None:
    with (
        pytest.raises(AnnotatorError, match="There is no folder"),
        appearing_folder(tmp_path / "none" / "out"),
    ):
        pytest.fail("nothing may be written")
