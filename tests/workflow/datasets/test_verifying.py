"""What was done to the files of a release is found; what its formats lose is no damage."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import FileError
from annotator.core.format import Unit
from annotator.core.manifest import ARTICLES, MANIFEST
from annotator.core.progress import Quiet
from annotator.formats import FORMATS
from annotator.workflow.datasets.release import sha256_of_file
from annotator.workflow.datasets.release_diff import diff
from annotator.workflow.datasets.verifying import verify
from tests.loaders.released import check_read_back
from tests.workflow.releases import EVERY_FORMAT, named, objects, problems, put, sealed


def test_a_release_in_every_format_is_whole_whatever_they_lose(whole: Path) -> None:
    manifest = json.loads((whole / MANIFEST).read_text("utf-8"))
    assert manifest["losses"]["conll"] != []  # they do lose
    assert set(check_read_back(whole)) == {name for name in EVERY_FORMAT if FORMATS[name].read}
    report = verify(whole, Quiet())
    assert report.problems == []
    assert set(report.read) == set(EVERY_FORMAT)
    assert report.not_read == {}
    assert report.articles == len(objects(whole / ARTICLES))
    spans = sum(len(one["spans"]) for one in objects(whole / ARTICLES))
    exact = [name for name in report.read if FORMATS[name].unit is not Unit.TOKENS]
    assert report.spans > len(exact) * spans > 0


class Recorded:
    """Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def advance(self, done: int, total: int | None) -> None:
        assert total is not None
        self.shares.append(done / total)


def test_how_far_it_is_grows_with_each_file_format_and_article(whole: Path) -> None:
    progress = Recorded()
    verify(whole, progress)
    assert progress.shares == sorted(progress.shares)
    assert progress.shares[-1] == 1
    articles = len(objects(whole / ARTICLES))
    assert len(set(progress.shares)) > articles * len(EVERY_FORMAT)


def test_it_goes_no_further_than_all_there_is_where_articles_stand_again_and_again(
    out: Path,
) -> None:
    path = out / "jsonl" / "train.jsonl"
    put(path, objects(path) * 20)
    sealed(out)
    progress = Recorded()
    verify(out, progress)
    assert progress.shares == sorted(progress.shares)
    assert progress.shares[-1] == 1


# -- files


def change_a_byte(out: Path) -> None:
    path = out / "csv" / "train.csv"
    data = path.read_bytes()
    path.write_bytes(data[:-2] + bytes([data[-2] ^ 1]) + data[-1:])


def cut_a_file(out: Path) -> None:
    path = out / "csv" / "train.csv"
    path.write_bytes(path.read_bytes()[:-10])


def link_a_file(out: Path) -> None:
    (out / "csv" / "train.csv").rename(out.parent / "elsewhere.csv")
    (out / "csv" / "train.csv").symlink_to(out.parent / "elsewhere.csv")


def link_a_folder(out: Path) -> None:
    (out / "csv").rename(out.parent / "csv")
    (out / "csv").symlink_to(out.parent / "csv", target_is_directory=True)


def add_a_pipe(out: Path) -> None:
    os.mkfifo(out / "pipe")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (change_a_byte, {"“csv/train.csv” is not as it was released."}),
        (cut_a_file, {"“csv/train.csv” is not as it was released."}),
        (lambda out: (out / "csv/dev.csv").unlink(), {"“csv/dev.csv” is missing."}),
        (lambda out: (out / "notes.txt").write_text("mine"), {"“notes.txt” is no part of the"}),
        (
            lambda out: (out / "jsonl/more.jsonl").symlink_to(out / ARTICLES),
            {"“jsonl/more.jsonl” is no part of the"},
        ),
        (
            lambda out: (out / "gold").symlink_to(out.parent, target_is_directory=True),
            {"“gold” is no part of the"},
        ),
        (add_a_pipe, {"“pipe” is no part of the"}),
        (link_a_file, {"“csv/train.csv” is missing."}),
        (
            link_a_folder,
            {
                *("“csv/train.csv” is missing.", "“csv/dev.csv” is missing."),
                *("“csv/test.csv” is missing.", "“csv” is no part of the"),
            },
        ),
    ],
)
def test_files_are_as_they_were_released(
    out: Path, damage: Callable[[Path], object], told: set[str]
) -> None:
    damage(out)
    found = problems(out)
    assert len(found) == len(told)
    assert all(any(part in one for one in found) for part in told)


@pytest.mark.parametrize(
    "path",
    [
        *("../outside.txt", "jsonl/../../outside.txt", "{absolute}", "", ".", "jsonl", "a//../.."),
        *("x" * 300, "loop/a", "C:\\outside.txt"),
    ],
)
def test_nothing_outside_the_release_is_looked_at(out: Path, path: str) -> None:
    outside = out.parent / "outside.txt"
    outside.write_text("a secret")
    (out / "loop").symlink_to(out / "loop")
    path = path.replace("{absolute}", str(outside))
    seal = {"size": outside.stat().st_size, "sha256": sha256_of_file(outside)}
    files = json.loads((out / MANIFEST).read_text("utf-8"))["files"]
    named(out, [*files, {"path": path, **seal}])
    assert problems(out) == [f"“{path}” is missing.", "“loop” is no part of the release."]


# -- the manifest


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        (b"", "is not the manifest of a release: It is not JSON"),
        (b'{"annotator_release": 1, "name": "v1", "files": [{"path"', "It is not JSON"),
        (b"[" * 100_000, "Its brackets are nested too deep"),
        (b"[" * 200_000_000, "It has more than 4,000,000 parts"),
        (b"[]", "It is no JSON object"),
        (b'{"annotator_release": true, "name": "v1", "files": []}', "must be a whole number"),
        (b'{"annotator_release": 1, "name": 1, "files": []}', "“name” must be a text"),
        (b'{"annotator_release": 1, "name": "v1", "files": {}}', "must be a list of objects"),
        (
            b'{"annotator_release": 1, "name": "v1", "files": [{"path": "a\\u0000", "size": 1}]}',
            "“files[0].path” holds a NUL",
        ),
        (b'{"annotator_release": 2, "name": "v1", "files": []}', "from a newer Annotator"),
        ("{}".encode("utf-16"), "It is not UTF-8"),
    ],
    ids=range(11),
)
def test_what_is_no_manifest_is_told_in_a_sentence(out: Path, manifest: bytes, told: str) -> None:
    (out / MANIFEST).write_bytes(manifest)
    with pytest.raises(FileError) as error:
        verify(out, Quiet())
    assert told in str(error.value)


@pytest.mark.parametrize("name", [MANIFEST, ARTICLES])
def test_a_pipe_is_not_waited_for(out: Path, name: str) -> None:
    (out / name).unlink()
    os.mkfifo(out / name)
    with pytest.raises(FileError, match="No such file"):
        diff(out, out)


def test_what_is_no_release_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none", Path(__file__)):
        with pytest.raises(FileError, match=r"is no release: its “manifest\.json” cannot be read"):
            verify(folder, Quiet())


def test_a_manifest_that_counts_what_is_not_there_is_told(out: Path) -> None:
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    for key, more in (("articles", 1), ("spans", {"base": 1_000})):
        splits = {**manifest["splits"]}
        splits["train"] = splits["train"] | {key: more}
        (out / MANIFEST).write_text(json.dumps(manifest | {"splits": splits}), "utf-8")
        assert problems(out) == [
            "“manifest.json” does not count the articles and spans that “articles.jsonl” has in"
            " train."
        ]
    (out / MANIFEST).write_text(json.dumps(manifest), "utf-8")
    assert problems(out) == []
    (out / MANIFEST).write_text(json.dumps(manifest | {"splits": {"train": 5}}), "utf-8")
    with pytest.raises(FileError, match="must be an object"):
        verify(out, Quiet())


def test_articles_that_were_to_be_kept_together_and_are_not_are_told(out: Path) -> None:
    rows = objects(out / ARTICLES)
    names = {row["split"]: row["name"] for row in rows}
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    assert manifest["together"] == []
    groups = [[row["name"] for row in rows if row["split"] == "train"]]
    (out / MANIFEST).write_text(json.dumps(manifest | {"together": groups}), "utf-8")
    assert problems(out) == []
    parted = [names["test"], names["train"]]
    (out / MANIFEST).write_text(json.dumps(manifest | {"together": [parted]}), "utf-8")
    assert problems(out) == [
        "These were to be kept together and are in several splits (test, train):"
        f" “{parted[0]}”, “{parted[1]}”."
    ]
    (out / MANIFEST).write_text(json.dumps(manifest | {"together": ["a"]}), "utf-8")
    with pytest.raises(FileError, match="must be a list of lists of names"):
        verify(out, Quiet())
