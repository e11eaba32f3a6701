"""A release holds what is ready, in splits that do not leak and stay, and is frozen."""

import json
import os
import random
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core import limits
from annotator.core.errors import AnnotatorError, FileError, RefusedAct
from annotator.core.manifest import ARTICLES, MANIFEST, articles_in
from annotator.core.progress import Cancelled, Quiet
from annotator.core.release import Order, Release, shares_of
from annotator.core.splits import SplitBy
from annotator.core.text import sha256_of
from annotator.store.project import Project
from annotator.workflow.datasets.release import ReleaseReport, release, sha256_of_file
from annotator.workflow.datasets.release_plan import plan_release
from annotator.workflow.datasets.verifying import verify
from annotator.workflow.figures.overview import waits_of
from annotator.workflow.imports.released import manifest_of
from annotator.workflow.project.trash import remove_article
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.review.settling import Reviews
from tests.core.test_duplicates import article

LEAD = "huda"
ORDER = Order("v1", ("jsonl",), shares_of("80/10/10"))


def text_of(number: int, length: int = 120) -> str:
    return " ".join(article(random.Random(number), length))


def lines(numbers: range, **fields: Any) -> list[dict[str, Any]]:
    span = {"label": "base", "start": 0, "end": 2}
    return [
        {"id": f"i{one}", "name": f"{one}.txt", "text": text_of(one), "spans": [span]} | fields
        for one in numbers
    ]


def released(project: Project, out: Path, order: Order = ORDER) -> ReleaseReport:
    accept_singles(project, LEAD, Quiet())
    return release(project, out, order, LEAD, Quiet())


def splits_in(out: Path) -> dict[str, str]:
    with (out / ARTICLES).open("rb") as file:
        return {one.name: one.split for one in articles_in(file)}


def test_what_is_ready_is_released_in_splits_and_the_rest_named(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    bring(led, {"name": "bare.txt", "text": "بلا شيء"})
    report = released(led, tmp_path / "out")
    assert report.plan.not_ready == {"bare.txt": ("nobody",)}
    sizes = {split: there.articles for split, there in report.plan.figures.items()}
    assert sizes == {"train": 16, "dev": 2, "test": 2}
    written = {
        split: [
            json.loads(line)
            for line in (tmp_path / "out" / "jsonl" / f"{split}.jsonl").read_text().splitlines()
        ]
        for split in sizes
    }
    assert {split: len(there) for split, there in written.items()} == sizes
    assert splits_in(tmp_path / "out") == {
        one["name"]: split for split, there in written.items() for one in there
    }
    assert all(one["author"] == "gold" for there in written.values() for one in there)


def test_the_manifest_names_every_file_with_its_hash_and_no_author(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(10)), author="amal")
    released(led, tmp_path / "out", replace(ORDER, seed=3, licence="CC BY 4.0"))
    source = (tmp_path / "out" / MANIFEST).read_text("utf-8")
    manifest = json.loads(source)
    files = {file["path"]: file for file in manifest["files"]}
    there = {
        path.relative_to(tmp_path / "out").as_posix()
        for path in (tmp_path / "out").rglob("*")
        if path.is_file()
    }
    assert set(files) == there - {MANIFEST}
    for name, file in files.items():
        path = tmp_path / "out" / name
        assert (file["size"], file["sha256"]) == (path.stat().st_size, sha256_of_file(path))
    assert (manifest["seed"], manifest["licence"], manifest["layer"]) == (3, "CC BY 4.0", "gold")
    assert "amal" not in source
    assert LEAD not in source


def test_the_project_is_not_locked_while_the_disk_is_waited_for(
    led: Project, bring: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(led, *lines(range(4)), author="amal")
    accept_singles(led, LEAD, Quiet())
    could_write: list[str] = []

    def sync() -> None:
        with closing(sqlite3.connect(led.path, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # fails while another has begun to write
            other.execute("ROLLBACK")
        could_write.append("yes")

    monkeypatch.setattr(os, "sync", sync, raising=False)
    release(led, tmp_path / "out", ORDER, LEAD, Quiet())
    assert could_write == ["yes"]
    assert verify(tmp_path / "out", Quiet()).problems == []


def test_nothing_is_frozen_where_somebody_was_faster(
    led: Project, bring: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(led, *lines(range(4)), author="amal")
    accept_singles(led, LEAD, Quiet())

    def sync() -> None:
        (tmp_path / "out").mkdir()
        (tmp_path / "out" / "mine.txt").write_text("mine")

    monkeypatch.setattr(os, "sync", sync, raising=False)
    with pytest.raises(AnnotatorError, match="exists already"):
        release(led, tmp_path / "out", ORDER, LEAD, Quiet())
    assert led.releases.names() == []
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
    assert not list(tmp_path.glob(".annotator*"))


def test_what_was_ordered_last_is_known_of_a_manifest_of_ours_alone(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    assert led.releases.last_order() is None
    bring(led, *lines(range(10)), author="amal")
    formats = ("csv", "jsonl")
    order = Order(
        "v1", formats, shares_of("60/20/20"), 7, SplitBy.OUTLET, licence="CC", with_judged=True
    )
    released(led, tmp_path / "v1", order)
    assert led.releases.last_order() == order
    for number, manifest in enumerate(("{}", '{"shares": 1, "by": "random"}', '{"by": []}')):
        with led.writing():
            led.releases.add(Release(f"odd {number}", LEAD, f"2999-01-0{number + 1}", manifest), {})
        assert led.releases.last_order() is None


def test_of_two_releases_at_once_the_second_knows_the_splits_of_the_first_or_is_none(
    led: Project, bring: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(led, *lines(range(20)), author="amal")
    accept_singles(led, LEAD, Quiet())
    faster = replace(ORDER, name="faster", seed=7)

    def sync() -> None:
        monkeypatch.setattr(os, "sync", lambda: None, raising=False)
        with Project.open(led.path) as other:
            release(other, tmp_path / "faster", faster, LEAD, Quiet())

    monkeypatch.setattr(os, "sync", sync, raising=False)
    with pytest.raises(RefusedAct, match="released meanwhile"):
        release(led, tmp_path / "out", ORDER, LEAD, Quiet())
    assert led.releases.names() == ["faster"]
    assert not (tmp_path / "out").exists()
    release(led, tmp_path / "out", ORDER, LEAD, Quiet())
    assert splits_in(tmp_path / "out") == splits_in(tmp_path / "faster")


def test_a_release_whose_manifest_nobody_could_read_again_is_not_made(
    led: Project, bring: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(led, *lines(range(20)), author="amal")
    monkeypatch.setattr(limits, "MOST_PARTS", 150)
    with pytest.raises(RefusedAct, match="manifest of this release would be too long"):
        released(led, tmp_path / "out", replace(ORDER, formats=("conll", "bilou", "doccano")))
    assert led.releases.names() == []
    assert not (tmp_path / "out").exists()
    released(led, tmp_path / "out")
    assert manifest_of(tmp_path / "out").name == ORDER.name


@pytest.mark.parametrize(("format", "library"), [("parquet", "pyarrow"), ("spacy", "spacy")])
def test_what_a_format_needs_is_missed_before_anything_else(
    led: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    # There is no article that is ready either.
    with pytest.raises(FileError, match=rf"needs “{library}”\. Install it with"):
        release(led, tmp_path / "out", replace(ORDER, formats=("jsonl", format)), LEAD, Quiet())


def test_what_is_removed_while_a_release_is_written_is_in_it(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(6)), author="amal")
    accept_singles(led, LEAD, Quiet())
    removed: list[str] = []

    class Another:
        """Removes an article once the first format is being written."""

        def advance(self, done: int, total: int | None) -> None:
            if total == 1 and not removed:  # of one split
                with Project.open(led.path) as other, other.reading():
                    article = other.articles.by_name("3.txt")
                assert article is not None
                with Project.open(led.path) as other:
                    removed.append(remove_article(other, LEAD, article))

    order = replace(ORDER, shares=shares_of("100"))
    release(led, tmp_path / "out", order, LEAD, Another())
    assert removed
    assert "3.txt" in splits_in(tmp_path / "out")
    assert led.articles.by_name("3.txt") is None
    assert sha256_of(text_of(3)) in led.releases.splits()


def test_the_layer_of_an_author_can_be_released(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    for author in ("amal", "nasser"):
        bring(led, *lines(range(5)), author=author)
    bring(led, *lines(range(5, 6)), author="nasser")
    order = replace(ORDER, layer="nasser", shares=shares_of("100"))
    report = release(led, tmp_path / "out", order, LEAD, Quiet())
    assert {split: there.articles for split, there in report.plan.figures.items()} == {"train": 6}
    assert "nasser" not in (tmp_path / "out" / MANIFEST).read_text("utf-8")


def test_a_release_is_frozen(led: Project, bring: Callable[..., Any], tmp_path: Path) -> None:
    bring(led, *lines(range(3)), author="amal")
    released(led, tmp_path / "out")
    with pytest.raises(RefusedAct, match="There is a release “v1” already, and it is frozen"):
        released(led, tmp_path / "again")
    assert not (tmp_path / "again").exists()
    with closing(sqlite3.connect(led.path)) as db:
        (one,) = db.execute("SELECT name, lead, manifest FROM releases")
        assert one[:2] == ("v1", LEAD)
        assert json.loads(one[2]) == json.loads((tmp_path / "out" / MANIFEST).read_text("utf-8"))
        for statement in ("UPDATE releases SET at = ''", "UPDATE released SET split = 'dev'"):
            with pytest.raises(sqlite3.IntegrityError, match="a release is frozen"):
                db.execute(statement)


def test_a_folder_that_appeared_before_the_program_was_ended_is_told_and_made_again(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(10)), author="amal")
    accept_singles(led, LEAD, Quiet())
    led.backup(tmp_path / "before.db", Quiet())
    out = tmp_path / "v1"
    released(led, out)
    splits = splits_in(out)
    with Project.open(tmp_path / "before.db") as before:  # as the file is where nothing was frozen
        assert before.releases.names() == []
        with pytest.raises(RefusedAct, match=r"that the project does not know: .* Move that f"):
            released(before, out)
        assert splits_in(out) == splits
        out.rename(tmp_path / "away")
        released(before, out)
        assert before.releases.names() == ["v1"]
    assert splits_in(out) == splits
    with pytest.raises(FileError, match="exists already"):  # a release that the project knows
        released(led, out, replace(ORDER, name="v2"))


def test_a_release_of_another_project_in_its_place_is_a_folder_like_any(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(10)), author="amal")
    accept_singles(led, LEAD, Quiet())
    out = tmp_path / "v1"
    released(led, out)
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    other = manifest | {"project": "another", "name": "v9"}
    (out / MANIFEST).write_text(json.dumps(other), "utf-8")
    with pytest.raises(FileError, match="exists already"):
        released(led, out)


def test_what_cannot_be_released_leaves_nothing(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    with pytest.raises(RefusedAct, match="No article is ready"):
        released(led, tmp_path / "out")
    bring(led, *lines(range(3)), author="amal")
    for order, told in (
        (replace(ORDER, formats=("docx",)), "no format “docx”"),
        (replace(ORDER, formats=("text",)), "only read, not written"),
        (replace(ORDER, layer="nobody"), "no author “nobody”"),
    ):
        with pytest.raises(AnnotatorError, match=told):
            released(led, tmp_path / "out", order)
    with pytest.raises(RefusedAct, match="lead"):
        release(led, tmp_path / "out", ORDER, "amal", Quiet())

    class Stop:
        def advance(self, done: int, total: int | None) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        release(led, tmp_path / "out", ORDER, LEAD, Stop())
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("mine")
    with pytest.raises(AnnotatorError, match="exists already"):
        released(led, tmp_path / "taken")
    assert not list(tmp_path.glob("out*"))
    assert not list(tmp_path.glob(".annotator*"))
    assert led.releases.names() == []


@pytest.mark.parametrize(
    ("told", "shares"),
    [
        ("80/10/10", {"train": 80, "dev": 10, "test": 10}),
        ("90/10", {"train": 90, "test": 10}),
        ("100", {"train": 100}),
        ("3/0/1", {"train": 3, "test": 1}),
        ("8/1/1", {"train": 8, "dev": 1, "test": 1}),
        ("800/100/100", {"train": 800, "dev": 100, "test": 100}),
    ],
)
def test_shares_are_told_in_short(told: str, shares: dict[str, int]) -> None:
    assert shares_of(told) == shares


@pytest.mark.parametrize(
    "told", ["", "0/1/1", "a/b", "80/10/10/1", "-1/2", "1.5/2", "٨٠/٢٠", "9" * 9]
)
def test_shares_that_cannot_be_read_are_refused(told: str) -> None:
    with pytest.raises(RefusedAct, match="does not say how large the splits are"):
        shares_of(told)


@pytest.mark.parametrize(
    ("told", "total"), [("50/60/10", 120), ("80/15/10", 105), ("80/10", 90), ("33/33/33", 99)]
)
def test_per_cent_that_do_not_add_up_are_refused_with_their_sum(told: str, total: int) -> None:
    with pytest.raises(RefusedAct, match=f"{told} add up to {total} and not to 100"):
        shares_of(told)


def test_what_is_left_out_waits_for_what_the_overview_tells(
    demo: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(demo, *lines(range(2)), author="rania")
    accept_singles(demo, LEAD, Quiet())
    bring(demo, *lines(range(2, 4)), author="rania")
    report = release(demo, tmp_path / "out", ORDER, LEAD, Quiet())
    names = demo.articles.names()
    waits = waits_of(demo, Reviews(demo).all())
    assert report.plan.not_ready == {names[one]: told for one, told in waits.items()}
    assert {wait for told in waits.values() for wait in told} >= {"nobody", "conflicts", "single"}


def test_a_plan_can_be_stopped_until_its_last_step(led: Project, bring: Callable[..., Any]) -> None:
    bring(led, *lines(range(20)), author="amal")
    accept_singles(led, LEAD, Quiet())

    class Tired:
        """Gives up once it has been told for the last time."""

        told = 0
        most = sys.maxsize

        def advance(self, done: int, total: int | None) -> None:
            self.told += 1
            if self.told == self.most:
                raise Cancelled

    patient, tired = Tired(), Tired()
    plan_release(led, ORDER, patient)
    assert patient.told > 2 * led.articles.count()  # read, compared, and looked at in their splits
    tired.most = patient.told
    with pytest.raises(Cancelled):
        plan_release(led, ORDER, tired)
