import json
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.edits import Mark, SetState
from annotator.core.model import LayerState, Status
from annotator.store.project import Project
from annotator.workflow.acts import marking
from tests.workflow.settled_demo import work

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def test_articles_are_handed_out_and_again_only_the_new(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    first = run_json("assign", demo, "--authors", "amal,nasser,salma", "--per-article", 2)
    assert (first["articles"], first["shared"]) == (13, 6)
    assert {one["author"] for one in first["authors"]} == {"amal", "nasser", "salma"}
    assert all(one["articles"] == one["new"] for one in first["authors"])
    (tmp_path / "new.txt").write_text("غادر رتل قاعدة قسرك.\n", "utf-8")
    run("import", demo, tmp_path / "new.txt")
    again = run_json("assign", demo, "--authors", "amal,nasser,salma")
    assert (again["articles"], again["shared"]) == (1, 6)
    roles = {one["name"]: one["role"] for one in run_json("authors", demo)["authors"]}
    assert roles["salma"] == "annotator"


def test_a_new_author_is_told_as_one(demo: Path, run: Run, run_json: RunJson) -> None:
    told = run("assign", demo, "--authors", "amal,Rania").stdout
    assert "Rania (a new author): " in told
    assert "amal: " in told
    assert run_json("assign", demo, "--authors", "amal,Sara")["added"] == ["Sara"]


def test_a_pack_into_which_something_is_merged_says_that_it_is_one_before_it_asks_anything(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    packs = [tmp_path / "amal.db", tmp_path / "nasser.db"]
    for pack in packs:
        assert run("pack", demo, pack, "--author", pack.stem).exit_code == 0
    done = run("merge", *packs)
    assert done.exit_code == 1
    assert "This project is a pack itself. Merge it into the whole project." in done.stderr


def holders(path: Path) -> dict[str, list[str]]:
    """Return who has each article, by its name."""
    with Project.open(path, writable=False) as project, project.reading():
        names = project.articles.names()
        found = project.assignments.by_article()
        return {names[article]: sorted(authors) for article, authors in found.items()}


@pytest.fixture
def fresh(run: Run, tmp_path: Path) -> Callable[[str], Path]:
    """Make a project with fifty articles that nobody has begun."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(50):
        (folder / f"{number}.txt").write_text(f"غادر رتل قاعدة قسرك {number}.\n", "utf-8")

    def make(name: str) -> Path:
        assert run("init", name, "--lead", "huda").exit_code == 0
        assert run("import", name, "news").exit_code == 0
        return tmp_path / name

    return make


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ((), 10),
        (("--per-article", 2), 10),
        (("--share", 0), 1),
        (("--share", 0.01), 1),
        (("--share", 0.21), 11),
        (("--share", 1), 50),
    ],
)
def test_a_fifth_is_shared_if_nothing_else_is_said_and_one_article_at_least(
    fresh: Callable[[str], Path], run_json: RunJson, said: tuple[object, ...], shared: int
) -> None:
    path = fresh("north.db")
    told = run_json("assign", path, "--authors", "amal,nasser", *said)
    having = Counter(map(len, holders(path).values()))
    assert having == Counter({1: 50 - shared, 2: shared})
    assert (told["articles"], told["shared"]) == (50, shared)
    loads = [one["articles"] for one in told["authors"]]
    assert sum(loads) == 50 + shared
    assert max(loads) - min(loads) <= 1


def test_the_same_seed_hands_out_the_same_and_another_seed_otherwise(
    fresh: Callable[[str], Path], run: Run
) -> None:
    found = []
    for name, said in {
        "a.db": ("--seed", 7),
        "b.db": ("--seed", 7),
        "c.db": ("--seed", 8),
        "d.db": ("--seed", 0),
        "e.db": (),
    }.items():
        path = fresh(name)
        assert run("assign", path, "--authors", "amal,nasser,salma", *said).exit_code == 0
        found.append(holders(path))
    seven, again, eight, nought, unsaid = found
    assert seven == again
    assert nought == unsaid
    for one, other in combinations((seven, eight, nought), 2):
        # Neither the same articles are shared, nor do the same authors get the others.
        for many in (1, 2):
            assert {name: who for name, who in one.items() if len(who) == many} != {
                name: who for name, who in other.items() if len(who) == many
            }


def test_handing_out_is_told_in_words(demo: Path, run: Run) -> None:
    result = run("assign", demo, "--authors", "amal, nasser", "--lead", "huda", "--share", 0.5)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "13 articles handed out."
    alone = run("assign", demo, "--authors", "nasir")
    assert alone.stdout.splitlines()[-1] == "0 articles handed out."


def test_a_near_name_and_an_article_for_nobody_to_compare_are_warned_of(
    run: Run, tmp_path: Path
) -> None:
    run("init", "new.db", "--lead", "huda")
    (tmp_path / "one.txt").write_text("غادر رتل قاعدة قسرك.\n", "utf-8")
    run("import", "new.db", "one.txt")
    run("authors", "new.db", "--add", "nasser")
    result = run("assign", "new.db", "--authors", "naser")
    assert "Was that a slip?" in result.stderr
    assert "nobody can know how far they agree" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        ((), 2, "--authors"),
        (("--authors", "amal", "--authors", "nasser"), 2, "--authors can be given once only."),
        (("--authors", "amal", "--lead", ""), 1, "no author “”"),
        (("--authors", "a\udcff", "--qualification", "--count", "2"), 1, "control characters"),
        (("--authors", "amal", "--share", "0.5", "--end-qualification"), 2, "go with tests"),
        (("--authors", "amal,"), 2, "give names with commas"),
        (("--authors", "amal,nasser", "--share", "2"), 2, "--share"),
        (("--authors", "amal,nasser", "--per-article", "3"), 1, "than are named: 2."),
        (("--authors", "amal,nasser", "--per-article", "1"), 1, "needs two authors at least."),
        (("--authors", "amal,amal"), 1, "“amal” is named twice."),
        (("--authors", "amal,gold"), 1, "“gold” is the name"),
        (("--authors", "amal", "--lead", "amal"), 1, "Only a lead"),
    ],
)
def test_what_a_person_gets_wrong_is_told(
    demo: Path, run: Run, arguments: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    result = run("assign", demo, *arguments)
    assert result.exit_code == exit_code
    assert sentence in result.stderr


def test_a_pack_is_made_of_the_articles_of_an_author(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    assigned = run_json("assign", demo, "--authors", "amal,nasser,salma")
    hers = {one["author"]: one["articles"] for one in assigned["authors"]}["salma"]
    made = run_json("pack", demo, "salma.db", "--author", "salma")
    assert set(made) == {"pack", "articles", "spans"}
    assert (made["articles"], made["spans"]) == (hers, 0)
    assert run_json("status", "salma.db")["articles"] == hers
    assert run("pack", demo, "amal.db", "--author", "amal").stdout.startswith("Packed ")


@pytest.mark.parametrize(
    ("author", "out", "sentence"),
    [
        ("huda", "h.db", "“huda” has no articles"),
        ("nobody", "n.db", "no author “nobody”"),
        ("amal", "demo.db", "exists already"),
    ],
)
def test_a_pack_that_cannot_be_made_is_told(
    demo: Path, run: Run, author: str, out: str, sentence: str
) -> None:
    run("assign", demo, "--authors", "amal,nasser")
    result = run("pack", demo, out, "--author", author)
    assert result.exit_code == 1
    assert sentence in result.stderr


def mark_in(path: Path, author: str, *stretches: tuple[int, int, str]) -> None:
    """Mark the last article of a pack, and finish it."""
    with Project.open(path) as project:
        *_, article = project.articles.each()
        layer = project.layers.load(article.id, author)
        edits = [*(Mark(*stretch) for stretch in stretches)]
        for edit in (*edits, SetState(LayerState(Status.FINISHED))):
            layer = marking.apply(project, article, layer, edit).layer


def test_packs_come_back_and_what_they_brought_is_counted(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    for name in ("amal", "nasser"):
        run("pack", demo, f"{name}.db", "--author", name)
    mark_in(demo.with_name("amal.db"), "amal", (0, 4, "base"))
    mark_in(demo.with_name("nasser.db"), "nasser", (0, 4, "base"), (5, 9, "actor"))
    told = run_json("merge", demo, "amal.db", "nasser.db")
    assert told == {
        "packs": 2,
        "layers": 2,
        "spans": {"added": 3, "changed": 0, "removed": 0},
        "questions": 0,
        "clashes": [],
        "refused": [],
    }
    again = run("merge", demo, "nasser.db", "amal.db")
    assert again.stdout.splitlines() == [
        "Merged 2 packs: 0 layers changed, 0 spans added, 0 changed, 0 removed.",
        "0 things were changed in two places.",
    ]
    assert run_json("check", demo) == {"ok": True, "problems": []}


def test_clashes_are_listed_when_they_come_and_ever_after(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    for name in ("one", "two"):
        run("pack", demo, f"{name}.db", "--author", "amal")
        mark_in(demo.with_name(f"{name}.db"), "amal", (0, 4, "base"))
    told = run_json("merge", demo, "one.db", "two.db")["clashes"]
    assert [one["kind"] for one in told] == ["status"]
    assert told[0]["versions"] == [{"reason": "", "status": "finished"}]
    assert run_json("merge", demo)["clashes"] == told
    listed = run("merge", demo)
    assert listed.stdout.startswith("status  ")
    assert listed.stdout.endswith("1 thing was changed in two places.\n")


def test_a_layer_whose_status_both_sides_changed_is_told_to_be_in_progress_again(
    demo: Path, run: Run
) -> None:
    for name in ("one", "two"):
        run("pack", demo, f"{name}.db", "--author", "amal")
        mark_in(demo.with_name(f"{name}.db"), "amal", (0, 4, "base"))
    said = run("merge", demo, "one.db", "two.db").stdout
    with Project.open(demo, writable=False) as project:
        ((_, name, author, _),) = project.clashes.all()
        article = project.articles.by_name(name)
        assert article is not None
        assert project.layers.load(article.id, author).status is Status.IN_PROGRESS
    assert f"{name}, amal: in progress again, since both sides changed its status\n" in said
    assert "in progress again" not in run("merge", demo).stdout


def test_what_cannot_be_merged_is_named_and_the_rest_is_done(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    run("pack", demo, "amal.db", "--author", "amal")
    mark_in(demo.with_name("amal.db"), "amal", (0, 4, "base"))
    result = run("merge", demo, "missing.db", "amal.db", "demo.db")
    assert result.exit_code == 1
    assert "missing.db: There is no project" in result.stderr
    assert "demo.db: “demo.db” is the project itself" in result.stderr
    assert result.stderr.endswith("2 were refused; the rest is done.\n")
    assert result.stdout.startswith("Merged 1 pack: 1 layer changed")
    told = run_json("merge", demo, "missing.db", exit_code=1)
    assert [set(one) for one in told["refused"]] == [{"path", "why"}]
    assert run("merge", demo, "amal.db", "--lead", "amal").exit_code == 1


def test_where_nothing_could_be_merged_the_errors_come_alone(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "text.db").write_text("no project", "utf-8")
    one = run("merge", demo, "missing.db")
    assert (one.exit_code, one.stdout) == (1, "")
    assert one.stderr == "missing.db: There is no project “missing.db”.\n"
    both = run("merge", demo, "missing.db", "text.db")
    assert (both.exit_code, both.stdout) == (1, "")
    assert both.stderr.splitlines()[2:] == ["2 were refused; nothing was merged."]


def test_a_test_without_settled_articles_is_refused(
    demo: Path, run: Run, run_json: RunJson
) -> None:
    test = ("assign", demo, "--authors", "rania", "--qualification", "--count", 3)
    result = run(*test)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "No article is left that can test “rania”: a test takes articles that are ready and that"
        " its author has never had nor worked on. Settle others first, then give the test.\n"
    )
    assert "rania" not in {one["name"] for one in run_json("authors", demo)["authors"]}
    found = run_json("conflicts", demo)["conflicts"]
    lines = (json.dumps({"conflict": one["id"], "choice": "author:amal"}) for one in found)
    demo.with_name("d.jsonl").write_text("\n".join(lines), "utf-8")
    run_json("decide", demo, "--from", "d.jsonl")
    before = run_json("status", demo)
    given = run_json(*test)["tests"][0]["articles"]
    assert len(given) == 3
    with Project.open(demo) as project:
        article = project.articles.by_name(given[0])
        assert article is not None
        work(project, article.id, "rania", Mark(0, 4, "base"))
    assert run_json("status", demo) == before
    assert run("assign", demo, "--authors", "amal", *test[4:]).exit_code == 1
