"""What is in the datasets of a release is what its list says, but for what formats lost."""

import csv
import json
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.labels import Label, LabelSet
from annotator.core.manifest import ARTICLES, JUDGED_SPANS, MANIFEST
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.text import letter_start, sha256_of
from annotator.store.project import Project
from annotator.workflow.datasets.verifying import verify
from annotator.workflow.people.authors import add_author
from tests.workflow.datasets.test_release import lines
from tests.workflow.releases import EVERY_FORMAT, objects, problems, put, released, sealed
from tests.workflow.settled_demo import LEAD, settle_as


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


def test_places_without_texts_are_compared_with_the_list(demo: Project, tmp_path: Path) -> None:
    settle_as(demo, "amal")
    out = released(demo, tmp_path / "out", formats=("csv",))
    assert problems(out) == []
    path = out / "csv" / "train.csv"
    head, *rows = csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True))
    said = dict(zip(head, rows[0], strict=True))
    for changed in (
        {"label": "odd"},
        {"start": str(int(said["start"]) + 1), "end": str(int(said["end"]) + 1)},
    ):
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([head, list((said | changed).values()), *rows[1:]])
        sealed(out)
        found = problems(out)
        where = f"csv: in “{said['article']}” the spans of "
        assert found
        assert all(one.startswith(where) and "that were released" in one for one in found)


def test_places_are_compared_with_the_texts_of_whichever_format_has_them(
    demo: Project, tmp_path: Path
) -> None:
    settle_as(demo, "amal")
    out = released(demo, tmp_path / "out", formats=("csv", "huggingface"))
    path = out / "csv" / "train.csv"
    head, *rows = csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True))
    said = dict(zip(head, rows[0], strict=True)) | {"quote": "x"}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, list(said.values()), *rows[1:]])
    sealed(out)
    assert problems(out) == [
        f"csv: in “{said['article']}” the {said['label']} at {said['start']} does not fit its text."
    ]


@pytest.mark.parametrize("is_named", [False, True])
def test_what_lies_beside_a_split_is_read_once_at_most(out: Path, is_named: bool) -> None:
    before = verify(out, Quiet())
    path = out / "huggingface" / "data" / "train.jsonl"
    more = sum(len(row["spans"]) for row in objects(path))
    (path.parent / "train").mkdir()
    shutil.copy(path, path.parent / "train" / "train.jsonl")
    if is_named:
        sealed(out)
    after = verify(out, Quiet())
    assert after.spans == before.spans + (more if is_named else 0)
    assert list(map(str, after.problems)) == (
        [f"huggingface: “{row['name']}” stands there more than once." for row in objects(path)]
        if is_named
        else ["“huggingface/data/train/train.jsonl” is no part of the release."]
    )


def test_an_article_that_is_gone_from_a_format_is_told(out: Path) -> None:
    path = out / "jsonl" / "train.jsonl"
    first, *rest = objects(path)
    put(path, rest)
    sealed(out)
    assert problems(out) == [f"jsonl: “{first['name']}” is missing from train."]


@pytest.mark.parametrize("name", ["jsonl", "prodigy", "huggingface/data"])
def test_an_article_that_a_format_has_twice_is_told(out: Path, name: str) -> None:
    path = out / name / "train.jsonl"
    rows = objects(path)
    put(path, [*rows, rows[0]])
    sealed(out)
    first = next(one["name"] for one in objects(out / ARTICLES) if one["split"] == "train")
    format = name.partition("/")[0]
    assert problems(out) == [f"{format}: “{first}” stands there more than once."]


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
        lost = [{"label": label, "kind": kind, "articles": {article: 1}}]
        losses = manifest["losses"] | {"jsonl": lost}
        (out / MANIFEST).write_text(json.dumps(manifest | {"losses": losses}), "utf-8")
        sealed(out)
        assert bool(problems(out)) is is_told, kind


@pytest.mark.parametrize("format", ["jsonl", "prodigy", "huggingface"])
@pytest.mark.parametrize(
    "said", [{"value": {"text": "آخر"}}, {"note": "آخر"}, {"unsure": True}], ids=str
)
def test_spans_that_say_something_else_are_told(
    out: Path, format: str, said: dict[str, Any]
) -> None:
    path = out / format / ("data/train.jsonl" if format == "huggingface" else "train.jsonl")
    first, *rest = objects(path)
    if format == "huggingface" and "value" in said:
        said = {"value": json.dumps(said["value"])}
    changed, *others = first["spans"]
    assert any(changed.get(key) != now for key, now in said.items())
    put(path, [first | {"spans": [changed | said, *others]}, *rest])
    sealed(out)
    name = next(one["name"] for one in objects(out / ARTICLES) if one["split"] == "train")
    assert problems(out) == [
        f"{format}: in “{name}” spans of {changed['label']} do not say what was released: their"
        " value, note or doubt is another one (1)."
    ]


def test_what_an_older_release_does_not_tell_of_spans_is_not_asked(out: Path) -> None:
    rows = objects(out / ARTICLES)
    put(out / ARTICLES, [{key: row[key] for key in row if key != "said"} for row in rows])
    path = out / "jsonl" / "train.jsonl"
    first, *rest = objects(path)
    put(path, [first | {"spans": [one | {"note": "آخر"} for one in first["spans"]]}, *rest])
    sealed(out)
    assert problems(out) == []


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
    first = rows[0] | {"spans": [["base", 0, 9_999_999], *rows[0]["spans"]], "said": None}
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
