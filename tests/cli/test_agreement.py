import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.edits import SetState
from annotator.core.model import LayerState, Status
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply

Run = Callable[..., Result]
RunJson = Callable[..., Any]

FEW = (
    "Note: only 6 articles have been finished by two authors. With fewer than 20, these figures"
    " tell little, and their intervals too.\n"
)


def write_layer(path: Path, author: str, *spans: tuple[int, int, str], number: int = 1) -> Path:
    file = path / f"{author}{number}.jsonl"
    drawn = [{"label": label, "start": start, "end": end} for start, end, label in spans]
    line = {"name": f"{number}.txt", "text": f"aa bb cc {number}", "author": author, "spans": drawn}
    file.write_text(json.dumps(line), encoding="utf-8")
    return file


SPAN_FIGURES = [
    *("f1_exact", "f1_overlap", "border_exact", "border_overlap"),
    *("label_agreement", "value_agreement", "entry_agreement", "kappa_token"),
]
"""What is told of all, of a pair, of an outlet and of a month."""
LABEL_FIGURES = ["f1_exact", "f1_overlap", "value_agreement", "entry_agreement", "kappa_token"]


def finish_again(path: Path, number: int, author: str, at: str) -> None:
    """Finish an article again, at another time."""
    with Project.open(path) as project:
        article = project.articles.by_name(f"{number}.txt")
        assert article is not None
        for status in (Status.IN_PROGRESS, Status.FINISHED):
            layer = project.layers.load(article.id, author)
            apply(project, article, layer, SetState(LayerState(status)))
        with project.writing():
            *_, finishing = project.history.of_stack(article.id, author)
            project.history.append(replace(finishing, at=at))


def test_the_json_has_the_figures_that_were_asked_for(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    assert {"articles", "headline", "pairs", "labels", "causes", "confusion"} <= found.keys()
    headline = {"f1_exact", "f1_overlap", "ci95_exact", "ci95_overlap"}
    assert headline <= found["headline"].keys()
    (pair,) = found["pairs"]
    assert {
        *("a", "b", "articles", "f1_exact", "f1_overlap"),
        *("label_agreement", "value_agreement", "kappa_token"),
    } <= pair.keys()
    assert (pair["a"], pair["b"], found["articles"], pair["articles"]) == ("amal", "nasser", 6, 6)
    assert list(found["labels"]) == list(pair["kappa_token"]) == list(found["confusion"])
    assert {"f1_exact", "f1_overlap", "support"} <= found["labels"]["base"].keys()
    assert list(found["confusion"]["base"]) == ["base", "date", "actor", "figure", "nothing"]
    assert sum(label["support"] for label in found["labels"].values()) == sum(
        run_json("status", demo)["spans"].values()
    )
    low, high = found["headline"]["ci95_exact"]
    assert low < found["headline"]["f1_exact"] < high
    told = Counter(one["cause"] for one in run_json("conflicts", demo)["conflicts"])
    assert found["causes"] == told


def test_each_figure_is_told_of_everything_with_its_interval(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    # All articles are of no outlet, and were brought in one month; there is one pair.
    told = [found["headline"], *found["pairs"], *found["outlets"], *found["months"]]
    assert len(told) == 4
    assert [one["few"] for one in (found, *told[1:], *found["labels"].values())] == [True] * 8
    assert [one["articles"] for one in told[1:]] == [6, 6, 6]
    assert found["outlets"][0]["outlet"] is None
    for one in told:
        assert {name: one[name] for name in SPAN_FIGURES} == {
            name: found["headline"][name] for name in SPAN_FIGURES
        }
        assert list(one["ci95"]) == SPAN_FIGURES
        for name in SPAN_FIGURES[:-1]:
            low, high = one["ci95"][name]
            assert 0 <= low <= one[name] <= high <= 1, name
        for label, kappa in one["kappa_token"].items():
            low, high = one["ci95"]["kappa_token"][label]
            assert low <= kappa <= high
    assert found["headline"]["ci95"]["f1_exact"] == found["headline"]["ci95_exact"]
    base, date = found["labels"]["base"], found["labels"]["date"]
    assert list(base["ci95"]) == list(date["ci95"]) == LABEL_FIGURES
    assert 0 < base["articles"] <= 6
    assert base["ci95"]["entry_agreement"][0] <= base["entry_agreement"] <= 1
    assert date["entry_agreement"] is None
    assert date["ci95"]["entry_agreement"] == [None, None]


def test_the_same_seed_gives_the_same_intervals(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    assert found == run_json("agreement", demo, "--seed", 0)
    other = run_json("agreement", demo, "--seed", 7)
    assert other["headline"]["ci95_exact"] != found["headline"]["ci95_exact"]
    none = run_json("agreement", demo, "--rounds", 0)
    assert none["headline"]["ci95_exact"] == [None, None]
    for with_samples, without in zip(found["pairs"], none["pairs"], strict=True):
        kappa = {key: [None, None] for key in with_samples["kappa_token"]}
        unknown = {key: [None, None] for key in SPAN_FIGURES} | {"kappa_token": kappa}
        assert without == with_samples | {"ci95": unknown}


def test_what_is_undefined_is_null(run: Run, run_json: RunJson, tmp_path: Path) -> None:
    run("init", "p.db")
    headline = run_json("agreement", "p.db")["headline"]
    kappa = headline.pop("kappa_token"), headline.pop("ci95").pop("kappa_token")
    assert [set(map(repr, of.values())) for of in kappa] == [{"None"}, {"[None, None]"}]
    assert headline == {
        **dict.fromkeys(SPAN_FIGURES[:-1], None),
        "ci95_exact": [None, None],
        "ci95_overlap": [None, None],
    }
    assert run("agreement", "p.db").stderr.startswith("Note: no article has been finished by two")
    run("import", "p.db", write_layer(tmp_path, "amal"), write_layer(tmp_path, "noor"))
    found = run_json("agreement", "p.db")
    assert (found["articles"], found["headline"]["f1_exact"]) == (1, None)
    (pair,) = found["pairs"]
    assert pair["label_agreement"] is pair["value_agreement"] is None
    assert set(pair["kappa_token"].values()) == {None}


def test_the_table_says_what_the_json_says(run: Run, run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    result = run("agreement", demo)
    assert result.exit_code == 0
    assert result.stderr == FEW
    shown = result.stdout
    assert shown.startswith("6 articles finished by two authors or more\n")

    def estimate(of: Any, name: str, width: int = 20) -> str:
        if of[name] is None:
            return "–".ljust(width)
        low, high = of["ci95"][name]
        return f"{of[name]:.3f} [{low:.3f}, {high:.3f}]"

    for of, name in (
        (found["headline"], "all: mean over pairs of authors"),
        (found["pairs"][0], "6 articles (few): amal, nasser"),
    ):
        figures = [estimate(of, figure) for figure in SPAN_FIGURES[:-1]]
        for some in (figures[:2], figures[2:4], figures[4:]):
            assert f"  {' '.join(some)} {name}\n" in shown
    for label, of in found["labels"].items():
        name = f"{of['support']} spans in {of['articles']} articles (few): {label}\n"
        figures = [estimate(of, figure) for figure in LABEL_FIGURES]
        assert f"  {' '.join(figures[:2])} {name}" in shown
        assert f"  {' '.join(['–'.ljust(20), *figures[2:4]])} {name}" in shown
        assert f"  {figures[4]} {label}\n" in shown
    assert f"{found['confusion']['actor']['nothing']:>6}  actor: nothing\n" in shown
    assert "\nCohen's kappa, on words" in shown
    assert "Kappa is a diagnosis, not the headline." in shown
    # In two columns of a terminal lines would run into the next ones.
    assert max(map(len, shown.splitlines())) <= 110


def test_outlets_and_months_are_shown_where_there_are_several(
    run: Run, run_json: RunJson, demo: Path, tmp_path: Path
) -> None:
    assert "Outlets" not in run("agreement", demo).stdout
    assert "Months" not in run("agreement", demo).stdout
    for author in ("amal", "nasser"):
        file = write_layer(tmp_path, author, (0, 2, "base"))
        line = json.loads(file.read_text("utf-8")) | {"outlet": "نورث برس"}
        file.write_text(json.dumps(line), encoding="utf-8")
        run("import", demo, file)
    finish_again(demo, 1, "amal", "2099-07-01T08:00:00.000Z")
    told = run("agreement", demo, "--rounds", 0).stdout
    found = run_json("agreement", demo, "--rounds", 0)
    press, other = found["outlets"]
    before, after = found["months"]
    assert (press["outlet"], press["articles"]) == ("نورث برس", 1)
    assert (other["outlet"], other["articles"]) == (None, 6)
    assert (before["articles"], after["month"], after["articles"]) == (6, "2099-07", 1)
    for of in (press, after):
        assert [of[name] for name in SPAN_FIGURES[:-1]] == [1, 1, 1, 1, 1, None, None]
        assert of["kappa_token"] == {"base": 1, "date": None, "actor": None, "figure": None}
    for name in ("\u2068نورث برس\u2069", "2099-07"):
        # F1 and borders; then labels, values, entries; then kappa by label.
        assert told.count(f"  1.000 1.000 1 article (few): {name}\n") == 2
        assert f"  1.000 –     –     1 article (few): {name}\n" in told
        assert f"  1.000 base: 1 article (few): {name}\n" in told
        assert f"  –     date: 1 article (few): {name}\n" in told
    shares = (f"{other[name]:.3f}" for name in SPAN_FIGURES[4:7])
    assert f"  {' '.join(shares)} 6 articles (few): no outlet\n" in told


def test_three_authors_make_three_pairs(run: Run, run_json: RunJson, tmp_path: Path) -> None:
    run("init", "p.db")
    for author, end in (("amal", 2), ("noor", 2), ("zayd", 5)):
        run("import", "p.db", write_layer(tmp_path, author, (0, end, "base")))
    found = run_json("agreement", "p.db")
    assert [(pair["a"], pair["b"], pair["f1_exact"]) for pair in found["pairs"]] == [
        ("amal", "noor", 1),
        ("amal", "zayd", 0),
        ("noor", "zayd", 0),
    ]
    assert found["headline"]["f1_exact"] == pytest.approx(1 / 3)
    assert found["labels"]["base"]["support"] == 3
    shown = run("agreement", "p.db")
    assert "Fleiss' kappa" in shown.stdout
    assert shown.stdout.count("  base: 1 article (few): amal, zayd\n".lstrip()) == 1
    assert shown.stderr.startswith("Note: only 1 article has been finished by two authors.")
    some = run_json("agreement", "p.db", "--authors", "amal, noor")
    assert some["headline"]["f1_exact"] == 1


def test_some_labels_alone_can_be_looked_at(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo, "--label", "date", "--label", "base")
    assert list(found["labels"]) == list(found["confusion"]) == ["date", "base"]
    assert found["labels"]["base"] == run_json("agreement", demo)["labels"]["base"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--authors", "amal,nobody"), "The project has no author “nobody”.\n"),
        (
            ("--authors", "amal"),
            "Agreement is between authors: name two or more, or none for all.\n",
        ),
        (
            ("--label", "place"),
            "The project has no label “place”. Its labels are: base, date, actor, figure.\n",
        ),
    ],
)
def test_names_that_are_not_there_are_told(
    run: Run, demo: Path, options: tuple[str, ...], sentence: str
) -> None:
    result = run("agreement", demo, *options)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", sentence)


@pytest.mark.parametrize(
    "options", [("--rounds", "-1"), ("--seed", "x"), ("--authors", ""), ("--authors", "amal,")]
)
def test_wrong_usage_exits_with_two(run: Run, demo: Path, options: tuple[str, ...]) -> None:
    assert run("agreement", demo, *options).exit_code == 2


def test_a_project_that_is_none_is_told(run: Run) -> None:
    result = run("agreement", "nowhere.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no project" in result.stderr
