import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

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


def test_the_json_has_the_figures_that_were_asked_for(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    assert list(found) == ["articles", "headline", "pairs", "labels", "causes", "confusion"]
    assert list(found["headline"]) == ["f1_exact", "f1_overlap", "ci95_exact", "ci95_overlap"]
    (pair,) = found["pairs"]
    assert list(pair) == [
        *("a", "b", "articles", "f1_exact", "f1_overlap"),
        *("label_agreement", "value_agreement", "kappa_token"),
    ]
    assert (pair["a"], pair["b"], found["articles"], pair["articles"]) == ("amal", "nasser", 6, 6)
    assert list(found["labels"]) == list(pair["kappa_token"]) == list(found["confusion"])
    assert list(found["labels"]["base"]) == ["f1_exact", "f1_overlap", "support"]
    assert list(found["confusion"]["base"]) == ["base", "date", "actor", "figure", "nothing"]
    assert sum(label["support"] for label in found["labels"].values()) == sum(
        run_json("status", demo)["spans"].values()
    )
    low, high = found["headline"]["ci95_exact"]
    assert low < found["headline"]["f1_exact"] < high
    told = Counter(one["cause"] for one in run_json("conflicts", demo)["conflicts"])
    assert found["causes"] == told


def test_the_same_seed_gives_the_same_intervals(run_json: RunJson, demo: Path) -> None:
    found = run_json("agreement", demo)
    assert found == run_json("agreement", demo, "--seed", 0)
    other = run_json("agreement", demo, "--seed", 7)
    assert other["headline"]["ci95_exact"] != found["headline"]["ci95_exact"]
    none = run_json("agreement", demo, "--rounds", 0)
    assert none["headline"]["ci95_exact"] == [None, None]
    assert none["pairs"] == found["pairs"]


def test_what_is_undefined_is_null(run: Run, run_json: RunJson, tmp_path: Path) -> None:
    run("init", "p.db")
    assert run_json("agreement", "p.db")["headline"] == {
        "f1_exact": None,
        "f1_overlap": None,
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
    low, high = found["headline"]["ci95_overlap"]
    assert f"{found['headline']['f1_overlap']:.3f} [{low:.3f}, {high:.3f}] with one label" in shown
    assert "6 articles (few): amal, nasser\n" in shown
    for label, of_label in found["labels"].items():
        assert f"{of_label['support']} spans: {label}\n" in shown
    assert f"{found['confusion']['actor']['nothing']:>6}  actor: nothing\n" in shown
    assert f"  {found['pairs'][0]['kappa_token']['date']:.3f} date\n" in shown
    assert "Kappa is a diagnosis, not the headline." in shown


def test_outlets_and_months_are_shown_where_there_are_several(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    assert "Outlets" not in run("agreement", demo).stdout
    for author in ("amal", "nasser"):
        file = write_layer(tmp_path, author, (0, 2, "base"))
        line = json.loads(file.read_text("utf-8")) | {"outlet": "نورث برس"}
        file.write_text(json.dumps(line), encoding="utf-8")
        run("import", demo, file)
    shown = run("agreement", demo).stdout
    assert "1 article (few): \u2068نورث برس\u2069\n" in shown
    assert "6 articles (few): no outlet\n" in shown


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
