from pathlib import PurePath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.file_names import FileNames

some_names = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0")), max_size=20)


@given(names=some_names)
def test_a_name_is_one_file_of_its_folder_and_nobody_elses(names: list[str]) -> None:
    giver = FileNames()
    stems = [giver.stem(name) for name in names]
    assert len({stem.casefold() for stem in stems}) == len(names)
    for stem in stems:
        assert PurePath(stem).name == PureWindowsPath(stem).name == stem
        assert PurePath(stem).stem == stem
        assert not stem.startswith(("-", "."))
        assert 0 < len(stem.encode()) < 120


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("خبر 1.txt", "خبر_1"),
        ("north/2026-02-23.TXT", "north_2026-02-23"),
        ("../../etc/passwd", "etc_passwd"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1"),
        ("", "_"),
        ("؟!", "_"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_safe(name: str, stem: str) -> None:
    assert FileNames().stem(name) == stem


def test_names_that_differ_in_what_files_cannot_bear_are_numbered() -> None:
    giver = FileNames()
    names = ("a", "A", "a-2", "a.txt", "a-3")
    assert [giver.stem(name) for name in names] == ["a", "A-2", "a-2-2", "a-3", "a-3-2"]


def test_ten_thousand_names_alike_are_given_at_once() -> None:
    giver = FileNames()
    assert len({giver.stem("؟") for _ in range(10_000)}) == 10_000
