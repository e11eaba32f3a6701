"""What was done to a release is found, whoever did it; what formats lose is no damage."""

import json
import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

from annotator.core.edits import Mark
from annotator.core.errors import FileError
from annotator.core.format import Unit
from annotator.core.labels import Label, LabelSet
from annotator.core.manifest import ARTICLES, JUDGED_SPANS, MANIFEST
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.release import Order, shares_of
from annotator.core.text import letter_start, sha256_of
from annotator.formats import FORMATS
from annotator.formats.cas.types import ENTITY
from annotator.store.project import Project
from annotator.workflow.accepting import accept_singles
from annotator.workflow.people import add_author
from annotator.workflow.release import release, sha256_of_file
from annotator.workflow.release_diff import ReleaseDiff, diff
from annotator.workflow.trash import remove_article
from annotator.workflow.verifying import verify
from tests.workflow.settled_demo import LEAD, settle_as, work
from tests.workflow.test_release import ORDER, lines

EVERY_FORMAT = tuple(one.name for one in FORMATS.values() if one.write and not one.needs)
"""Those that need nothing that may not be installed."""


@pytest.fixture(scope="session")
def whole(pristine: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The settled demo, released in every format."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "demo.db").write_bytes(pristine)
    with Project.open(folder / "demo.db") as project:
        settle_as(project, "amal")
        order = Order("v1", EVERY_FORMAT, shares_of("60/20/20"))
        release(project, folder / "out", order, LEAD, Quiet())
    return folder / "out"


@pytest.fixture
def out(whole: Path, tmp_path: Path) -> Path:
    """A copy of the release, to be damaged."""
    return shutil.copytree(whole, tmp_path / "out")


def problems(out: Path) -> list[str]:
    return list(map(str, verify(out, Quiet()).problems))


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def put(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def named(out: Path, files: list[dict[str, Any]]) -> None:
    """Let the manifest name these files."""
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    (out / MANIFEST).write_text(json.dumps(manifest | {"files": files}), "utf-8")


def sealed(out: Path) -> None:
    """Let the manifest fit what the files hold by now, as one would who hides something."""
    files = [path for path in out.rglob("*") if path.is_file() and path.name != MANIFEST]
    named(
        out,
        [
            {
                "path": path.relative_to(out).as_posix(),
                "size": path.stat().st_size,
                "sha256": sha256_of_file(path),
            }
            for path in files
        ],
    )


def test_a_release_in_every_format_is_whole_whatever_they_lose(whole: Path) -> None:
    manifest = json.loads((whole / MANIFEST).read_text("utf-8"))
    assert manifest["losses"]["conll"] != []  # they do lose
    report = verify(whole, Quiet())
    assert report.problems == []
    assert set(report.read) == {
        name
        for name in EVERY_FORMAT
        if FORMATS[name].read and FORMATS[name].unit is not Unit.TOKENS
    }
    assert report.articles == len(objects(whole / ARTICLES))
    spans = sum(len(one["spans"]) for one in objects(whole / ARTICLES))
    assert report.spans >= len(report.read) * spans > 0


@pytest.mark.parametrize("format", ["cas_xmi", "cas_json"])
def test_what_is_released_as_cas_is_read_by_its_library(whole: Path, format: str) -> None:
    found = Counter[str]()
    for path in (whole / format).rglob("2*.*"):
        if format == "cas_xmi":
            cas = load_cas_from_xmi(path, load_typesystem(path.with_name("TypeSystem.xml")))
        else:
            with path.open("rb") as file:
                cas = load_cas_from_json(file)
        found.update(one.value for one in cas.select(ENTITY))
    names = {path.stem for path in (whole / format).rglob("2*.*")}
    rows = [one for one in objects(whole / ARTICLES) if Path(one["name"]).stem in names]
    assert found == Counter(label for one in rows for label, _, _ in one["spans"])
    assert found.total() > 0


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
        (b"[" * 200_000_000, "Its brackets are nested too deep"),
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
    ids=range(10),
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


# -- what is in the files


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"name": "a"', "It is not JSON"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": "abc"}', "must be a list"),
        ('{"name": "a", "sha256": "0", "split": "train"}', "must be a list"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": [["a", 4, 2]]}', "no label with"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": [["a", 0, 1.5]]}', "no label"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": [["a", 0]]}', "no label with"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": [["a", false, true]]}', "label"),
        ('{"name": "a", "sha256": "0", "split": "train", "spans": [7]}', "no label with"),
        ('{"name": "a", "split": "train", "spans": []}', "“sha256” must be a text"),
        ("[" * 1_000_000, "nested too deep"),
    ],
    ids=range(10),
)
def test_a_damaged_list_of_articles_is_told_with_its_line(out: Path, line: str, told: str) -> None:
    with (out / ARTICLES).open("a", encoding="utf-8") as file:
        file.write(line)
    sealed(out)
    (found,) = problems(out)
    number = len((out / ARTICLES).read_text("utf-8").splitlines())
    assert f"“articles.jsonl” is damaged in line {number}: " in found
    assert told in found


def test_an_article_in_two_splits_is_told(out: Path) -> None:
    rows = objects(out / ARTICLES)
    first = next(row for row in rows if row["split"] == "train")
    put(out / ARTICLES, [*rows, first | {"split": "test"}])
    sealed(out)
    assert f"“{first['name']}” is in several splits: test, train." in problems(out)


def test_an_article_in_the_file_of_another_split_is_told(out: Path) -> None:
    train, test = out / "jsonl" / "train.jsonl", out / "jsonl" / "test.jsonl"
    first, *rest = objects(train)
    put(train, rest)
    put(test, [*objects(test), first])
    sealed(out)
    assert problems(out) == [f"jsonl: “{first['name']}” is in test and belongs to train."]


def test_a_text_that_was_not_released_is_told(out: Path) -> None:
    path = out / "jsonl" / "dev.jsonl"
    put(path, [*objects(path), {"name": "more.txt", "text": "خبر آخر"}])
    sealed(out)
    assert problems(out) == ["jsonl: “more.txt” has a text that was not released."]


def test_a_leak_is_told_with_both_articles(out: Path) -> None:
    story = objects(out / "jsonl" / "train.jsonl")[0]
    text = "عاجل: عنوان آخر\n" + story["text"]
    planted = {"name": "planted.txt", "text": text, "sha256": sha256_of(text)}
    path = out / "jsonl" / "test.jsonl"
    put(path, [*objects(path), planted])
    row = {"name": "planted.txt", "sha256": sha256_of(text), "split": "test", "spans": []}
    put(out / ARTICLES, [*objects(out / ARTICLES), row])
    sealed(out)
    *others, leak = problems(out)
    assert (
        leak == f"“planted.txt” in test leaks into train: “{story['name']}” tells the same story."
    )
    assert all(one.endswith(": “planted.txt” is missing from test.") for one in others)
    assert len(others) == len(verify(out, Quiet()).read) - 1


@pytest.mark.parametrize("by", [-1, 1, 1_000_000])
def test_a_span_beside_its_quote_is_told(out: Path, by: int) -> None:
    path = out / "jsonl" / "train.jsonl"
    first, *rest = objects(path)
    span = first["spans"][3]
    span |= {"start": span["start"] + by, "end": span["end"] + by}
    put(path, [first, *rest])
    sealed(out)
    assert problems(out) == [
        f"jsonl: in “{first['name']}” the {span['label']} at {span['start']} does not fit its text."
    ]


def test_an_article_that_is_gone_from_a_format_is_told(out: Path) -> None:
    path = out / "jsonl" / "train.jsonl"
    first, *rest = objects(path)
    put(path, rest)
    sealed(out)
    assert problems(out) == [f"jsonl: “{first['name']}” is missing from train."]


@pytest.mark.parametrize("name", ["jsonl/train.jsonl", "jsonl", "brat/train", "huggingface/data"])
def test_a_split_that_is_gone_from_a_format_is_told(out: Path, name: str) -> None:
    path = out / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    sealed(out)
    format = name.partition("/")[0]
    splits = ["train"] if "train" in name else ["dev", "test", "train"]
    assert problems(out) == [f"{format}: {split} is missing." for split in splits]


def test_spans_that_are_gone_or_new_are_told_by_label(out: Path) -> None:
    path = out / "jsonl" / "train.jsonl"
    first, second, *rest = objects(path)
    gone = Counter(span["label"] for span in first["spans"])
    label = second["spans"][0]["label"]
    start, end = next(
        place
        for place in ((start, start + 1) for start in range(len(second["text"])))
        if place not in [(span["start"], span["end"]) for span in second["spans"]]
    )
    more = {"label": label, "start": start, "end": end}
    put(path, [first | {"spans": []}, second | {"spans": [*second["spans"], more]}, *rest])
    sealed(out)
    told = "are not those that were released"
    assert problems(out) == [
        *(
            f"jsonl: in “{first['name']}” the spans of {one} {told} (missing: {gone[one]}, new: 0)."
            for one in sorted(gone)
        ),
        f"jsonl: in “{second['name']}” the spans of {label} {told} (missing: 0, new: 1).",
    ]


def test_a_format_may_lose_what_the_manifest_says_and_no_more(out: Path) -> None:
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    rows = objects(out / "jsonl" / "train.jsonl")
    article, spans = rows[0]["name"], rows[0]["spans"]
    label = spans[0]["label"]
    rest = [span for span in spans if span != spans[0]]
    put(out / "jsonl" / "train.jsonl", [rows[0] | {"spans": rest}, *rows[1:]])
    for kind, is_told in (("value", True), ("dropped", False), ("widened", False)):
        lost = [{"article": article, "label": label, "kind": kind, "count": 1}]
        losses = manifest["losses"] | {"jsonl": lost}
        (out / MANIFEST).write_text(json.dumps(manifest | {"losses": losses}), "utf-8")
        sealed(out)
        assert bool(problems(out)) is is_told, kind


def test_spans_that_cannot_be_read_are_told(out: Path) -> None:
    path = out / "doccano" / "train.jsonl"
    first, *rest = objects(path)
    put(path, [first | {"label": [*first["label"], ["a", 3, "base"]]}, *rest])
    sealed(out)
    (told,) = problems(out)
    assert told.startswith("doccano: “")
    assert "must be a whole number" in told


def test_spans_of_the_list_that_do_not_fit_their_texts_are_told(out: Path) -> None:
    rows = objects(out / ARTICLES)
    first = rows[0] | {"spans": [["base", 0, 9_999_999], *rows[0]["spans"]]}
    put(out / ARTICLES, [first, *rows[1:]])
    sealed(out)
    assert f"articles.jsonl: in “{first['name']}” the base at 0 does not fit its text." in problems(
        out
    )


def test_a_text_that_no_project_holds_is_told_and_ends_nothing(out: Path) -> None:
    path = out / "jsonl" / "train.jsonl"
    first, *rest = objects(path)
    put(path, [first | {"text": "\0" + first["text"]}, *rest])
    (out / "doccano" / "dev.jsonl").unlink()
    told = problems(out)
    assert f"jsonl: “{first['name']}”: The text has a NUL character" in "\n".join(told)
    assert "“doccano/dev.jsonl” is missing." in told


def test_a_release_with_an_empty_split_is_whole(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(3)), author="amal")
    out = released(led, tmp_path / "v1", formats=EVERY_FORMAT)
    splits = json.loads((out / MANIFEST).read_text("utf-8"))["splits"]
    assert [split for split, there in splits.items() if not there["articles"]] == ["dev", "test"]
    assert problems(out) == []
    shutil.copy(out / "jsonl" / "train.jsonl", out / "jsonl" / "dev.jsonl")
    sealed(out)
    assert problems(out) == [
        f"jsonl: “{number}.txt” is in dev and belongs to train." for number in range(3)
    ]


def test_labels_and_texts_of_any_kind_are_read_again_as_they_were_released(
    tmp_path: Path, bring: Callable[..., Any]
) -> None:
    names = ["base", "قاعدة", "a.b-c", "x_y", "É", "O", "B-base"]
    labels = LabelSet(
        tuple(Label(name, name, name, "#112233", str(at)) for at, name in enumerate(names, start=1))
    )
    Project.create(tmp_path / "odd.db", labels)
    texts = [
        "😀 قاعدة  العديد\nفي قطر، و600 جندي\u00a0أميركي.\n\n",
        "x\u200d y 👩‍👧 z\u2028q",
        " \n بـ«أ»",
    ]
    with Project.open(tmp_path / "odd.db") as project:
        add_author(project, LEAD, Role.LEAD)
        chance = random.Random(3)
        for number, text in enumerate(texts * 2):
            letters = [at for at in range(len(text)) if letter_start(text, at) == at]
            places = {tuple(sorted(chance.sample(letters, 2))) for _ in range(12)}
            spans = [
                {"label": chance.choice(names), "start": start, "end": end} for start, end in places
            ]
            line = {"name": f"n {number} é.txt", "text": text + str(number), "spans": spans}
            assert bring(project, line, author="amal").refused == []
        out = released(project, tmp_path / "out", formats=EVERY_FORMAT)
    assert problems(out) == []


# -- one release and another


@pytest.fixture
def led(project: Project) -> Project:
    add_author(project, LEAD, Role.LEAD)
    return project


def released(project: Project, out: Path, **order: Any) -> Path:
    accept_singles(project, LEAD, Quiet())
    release(project, out, replace(ORDER, name=out.name, **order), LEAD, Quiet())
    return out


def test_a_release_differs_from_itself_in_nothing(whole: Path, out: Path) -> None:
    found = diff(whole, out)
    assert found == type(found)()


def test_articles_that_came_and_went_and_spans_that_changed_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(12)), author="amal")
    older = released(led, tmp_path / "v1")
    bring(led, *lines(range(12, 15)), author="amal")
    articles = {article.name: article for article in led.articles.each()}
    remove_article(led, LEAD, articles["3.txt"])
    work(led, articles["5.txt"].id, "amal", Mark(5, 9, "date"), Mark(0, 2, "actor"))
    newer = released(led, tmp_path / "v2")
    found = diff(older, newer)
    assert found.added == ["12.txt", "13.txt", "14.txt"]
    assert (found.removed, found.moved, found.renamed) == (["3.txt"], {}, {})
    assert found.changed.keys() == {"5.txt"}
    spans = {one["name"]: one["spans"] for one in objects(newer / ARTICLES)}["5.txt"]
    assert found.spans_added == {
        label: sum(one[0] == label for one in spans if one != ["base", 0, 2])
        for label in {one[0] for one in spans if one != ["base", 0, 2]}
    }
    back = diff(newer, older)
    assert (back.added, back.removed) == (found.removed, found.added)
    assert (back.spans_added, back.spans_removed) == (found.spans_removed, found.spans_added)


@pytest.mark.parametrize(
    "change",
    [
        {"value": {"value": 1000, "unit": "soldier"}},
        {"note": "تقريبًا"},
        {"unsure": True},
        {"value": {}},
    ],
)
def test_spans_that_say_something_else_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path, change: dict[str, Any]
) -> None:
    span = {"label": "figure", "start": 0, "end": 2, "value": {"value": 100, "unit": "soldier"}}
    rows = lines(range(4), spans=[span])
    add_author(led, "nasser", Role.ANNOTATOR)
    bring(led, *rows, author="amal")
    older = released(led, tmp_path / "v1", layer="amal")
    bring(led, rows[0] | {"spans": [span | change]}, *rows[1:], author="nasser")
    newer = released(led, tmp_path / "v2", layer="nasser")
    for one, other in ((older, newer), (newer, older)):
        found = diff(one, other)
        assert found.said_otherwise == {"0.txt": 1}
        assert (found.changed, found.spans_added, found.spans_removed) == ({}, {}, {})
    # A release of an older program does not tell what spans say.
    put(older / ARTICLES, [{**row, "said": None} for row in objects(older / ARTICLES)])
    assert diff(older, newer) == ReleaseDiff()
    put(older / ARTICLES, [{**row, "said": ["" for _ in ()]} for row in objects(older / ARTICLES)])
    with pytest.raises(FileError, match="“said” must be a list with a text for each span"):
        diff(older, newer)


def test_articles_in_another_split_or_of_another_name_are_told(
    led: Project, bring: Callable[..., Any], tmp_path: Path
) -> None:
    bring(led, *lines(range(20)), author="amal")
    led.backup(tmp_path / "copy.db", Quiet())
    older = released(led, tmp_path / "v1")
    with Project.open(tmp_path / "copy.db") as copy:
        newer = released(copy, tmp_path / "v2", seed=5)
    splits = [
        {one["name"]: one["split"] for one in objects(out / ARTICLES)} for out in (older, newer)
    ]
    found = diff(older, newer)
    assert found.moved == {
        name: (split, splits[1][name])
        for name, split in splits[0].items()
        if splits[1][name] != split
    }
    assert found.moved != {}
    rows = objects(newer / ARTICLES)
    put(newer / ARTICLES, [rows[0] | {"name": "other.txt"}, *rows[1:]])
    assert diff(older, newer).renamed == {rows[0]["name"]: "other.txt"}


def test_what_was_ruled_out_is_compared_with_the_texts_too(demo: Project, tmp_path: Path) -> None:
    settle_as(demo, "amal")
    out = released(demo, tmp_path / "out", with_judged=True)
    assert problems(out) == []
    first, *others = objects(out / JUDGED_SPANS)
    span = first["spans"][0]
    far = {**span, "start": span["start"] + 90_000, "end": span["end"] + 90_000}
    for changed, told in (
        ({"spans": [far, *first["spans"][1:]]}, "does not fit"),
        ({"sha256": "0" * 64}, "was not released"),
    ):
        put(out / JUDGED_SPANS, [{**first, **changed}, *others])
        sealed(out)
        (problem,) = problems(out)
        assert problem.startswith(JUDGED_SPANS)
        assert told in problem
