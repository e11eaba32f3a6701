import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.core.edits import Mark
from annotator.store.project import Project
from tests.workflow.settled_demo import LEAD, ready, settle_as, work

Run = Callable[..., Result]
RunJson = Callable[..., Any]
NEW = "رانيا"


@pytest.fixture
def settled(demo: Path) -> Path:
    with Project.open(demo) as project:
        settle_as(project, "amal")
    return demo


def finish(path: Path, name: str, author: str, *marks: Mark) -> None:
    with Project.open(path) as project:
        article = project.articles.by_name(name)
        assert article is not None
        work(project, article.id, author, *marks)


def test_before_anything_is_settled_there_is_nothing_to_tell(demo: Path, run_json: RunJson) -> None:
    told = run_json("feedback", demo, "--author", "nasser")
    assert told == {
        "author": "nasser",
        "articles": 0,
        "f1_exact": None,
        "f1_overlap": None,
        "labels": {},
        "causes": {},
        "differences": [],
        "test": None,
    }


def test_the_differences_are_told_by_cause_with_the_reason(
    settled: Path, run: Run, run_json: RunJson
) -> None:
    told = run_json("feedback", settled, "--author", "nasser")
    assert told["articles"] == 6
    assert sum(told["causes"].values()) == len(told["differences"]) == 35
    assert told["causes"] == Counter(one["cause"] for one in told["differences"])
    assert {one["reason"] for one in told["differences"]} == {"انظر القاعدة 3"}
    assert 0 < told["f1_exact"] < told["f1_overlap"] < 1
    with Project.open(settled) as project:
        for one in told["differences"]:
            article = project.articles.by_name(one["article"])
            assert article is not None
            for span in (*one["mine"], *one["gold"]):
                assert article.text[span["start"] : span["end"]] == span["quote"]
    lines = run("feedback", settled, "--author", "nasser").stdout.splitlines()
    assert f"F1 against gold: {told['f1_exact']:.3f} exact" in "\n".join(lines)
    headings = [line.rpartition(" ")[0] for line in lines if line[0] != " " and line[-1] == ")"]
    first, surplus, *others = headings
    assert (first, surplus) == ("missed", "too much")
    assert [first, *others] == list(told["causes"])
    below = lines[lines.index(next(one for one in lines if one.startswith(surplus))) :]
    assert below[1].endswith("→ gold: nothing")


def test_a_pack_tells_of_gold_as_it_was_when_it_was_made(
    settled: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    pack = tmp_path / "nasser.db"
    assert run("pack", settled, pack, "--author", "nasser").exit_code == 0
    whole = run("feedback", settled, "--author", "nasser").stdout
    told = run("feedback", pack, "--author", "nasser").stdout
    assert told.startswith(whole)
    assert told.removeprefix(whole).startswith("As gold was when this pack was made, on 2")
    assert run_json("feedback", pack, "--author", "nasser") == run_json(
        "feedback", settled, "--author", "nasser"
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        "told || ' and more'",
        "json_remove(told, '$.matches')",
        "json_set(told, '$.matches', 7)",
        "json_set(told, '$.differences[0].gold', json_array(json_object('start', -1)))",
    ],
)
def test_what_a_pack_tells_and_cannot_be_read_is_named(
    settled: Path, run: Run, tmp_path: Path, spoilt: str
) -> None:
    pack = tmp_path / "nasser.db"
    assert run("pack", settled, pack, "--author", "nasser").exit_code == 0
    with closing(sqlite3.connect(pack)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        (article_id, name) = db.execute(
            "SELECT id, name FROM articles WHERE id IN (SELECT article_id FROM feedback)"
        ).fetchone()
        changed = db.execute(
            f"UPDATE feedback SET told = {spoilt} WHERE article_id = ?", [article_id]
        )
        assert changed.rowcount == 1
    told = run("feedback", pack, "--author", "nasser")
    assert (told.exit_code, told.stdout) == (1, "")
    assert f"of gold in “{name}” cannot be read" in told.stderr
    assert run("merge", settled, pack, "--lead", LEAD).exit_code == 0


def test_a_pack_says_that_nothing_of_it_was_settled(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    pack = tmp_path / "nasser.db"
    assert run("pack", demo, pack, "--author", "nasser").exit_code == 0
    told = run("feedback", pack, "--author", "nasser")
    assert (told.exit_code, told.stdout.count("\n")) == (0, 1)
    assert told.stdout.startswith("This file is a pack: ")
    assert run_json("feedback", pack, "--author", "nasser")["articles"] == 0


def test_a_test_is_given_by_name_and_told_of_once_all_is_finished(
    settled: Path, run: Run, run_json: RunJson
) -> None:
    with Project.open(settled) as project:
        names = project.articles.names()
        one, other = (names[article_id] for article_id in ready(project)[:2])
    given = run_json("assign", settled, one, other, "--authors", NEW, "--qualification")
    assert given == {"tests": [{"author": NEW, "articles": [one, other]}]}
    finish(settled, one, NEW, Mark(0, 3, "base"))
    told = run_json("feedback", settled, "--author", NEW)
    assert (told["articles"], told["differences"]) == (0, [])
    assert told["test"] == {
        "articles": 2,
        "finished": 1,
        "settled": None,
        "f1_exact": None,
        "f1_overlap": None,
    }
    assert "Test: 1 of 2 articles finished" in run("feedback", settled, "--author", NEW).stdout
    finish(settled, other, NEW)
    told = run_json("feedback", settled, "--author", NEW)
    assert (told["articles"], told["f1_exact"]) == (2, 0.0)
    assert told["test"] == {
        "articles": 2,
        "finished": 2,
        "settled": 2,
        "f1_exact": 0.0,
        "f1_overlap": 0.0,
    }
    assert run_json("status", settled)["ready"] == 6
    ended = run_json("assign", settled, "--authors", NEW, "--end-qualification")
    assert ended == {"ended": [{"author": NEW, "articles": 2}]}


def test_the_score_of_a_test_says_over_how_many_settled_articles_it_is(
    settled: Path, run: Run, run_json: RunJson
) -> None:
    """Who is not as gold in one article does not become so as that article is settled no more."""
    with Project.open(settled) as project:
        names = project.articles.names()
        one, other = (names[article_id] for article_id in ready(project)[:2])
    run("assign", settled, one, other, "--authors", NEW, "--qualification")
    finish(settled, one, NEW)
    finish(settled, other, NEW)
    finish(settled, other, "amal", Mark(0, 3, "base"))
    with Project.open(settled) as project:
        article = project.articles.by_name(other)
        assert article is not None
        assert article.id not in ready(project)
    assert run_json("feedback", settled, "--author", NEW)["test"]["settled"] == 1
    told = run("feedback", settled, "--author", NEW).stdout
    assert "Test: 2 of 2 articles finished, 1 of 2 settled; F1" in told


def test_a_test_is_drawn_by_lot_for_each_author(settled: Path, run: Run, run_json: RunJson) -> None:
    arguments = ("assign", settled, "--authors", f"{NEW},salma", "--qualification", "--lead", LEAD)
    told = run_json(*arguments, "--count", 2, "--seed", 5)
    assert [(one["author"], len(one["articles"])) for one in told["tests"]] == [
        (NEW, 2),
        ("salma", 2),
    ]
    more = run(*arguments, "--count", 9)
    assert "as a test: " in more.stdout
    assert "no more than 4 articles can test" in more.stderr


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("--qualification",), 2, "ARTICLEs that you name, or --count"),
        (("a.txt", "--qualification", "--count", "2"), 2, "ARTICLEs that you name, or --count"),
        (("a.txt",), 2, "go with --qualification"),
        (("--count", "2"), 2, "go with --qualification"),
        (("--qualification", "--end-qualification"), 2, "Give one of"),
        (("nowhere.txt", "--qualification"), 1, "no article “nowhere.txt”"),
        (("--end-qualification",), 1, "no author “rania”"),
    ],
)
def test_what_a_person_gets_wrong_about_tests_is_told(
    settled: Path, run: Run, arguments: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    result = run("assign", settled, *arguments, "--authors", "rania")
    assert result.exit_code == exit_code
    assert sentence in result.stderr
    with Project.open(settled) as project:
        assert "rania" not in {author.name for author in project.authors.all()}


def test_an_article_that_is_not_ready_is_no_test_for_anybody(settled: Path, run: Run) -> None:
    with Project.open(settled) as project:
        names = project.articles.names()
        fit = ready(project)
        unfit = next(name for one, name in names.items() if one not in fit)
        good = names[fit[0]]
    result = run("assign", settled, good, unfit, "--authors", "rania,salma", "--qualification")
    assert (result.exit_code, "is not ready" in result.stderr) == (1, True)
    with Project.open(settled) as project:
        assert project.qualifications.all() == []
        assert "rania" not in {author.name for author in project.authors.all()}


def test_feedback_names_an_author_that_is_not_there(demo: Path, run: Run) -> None:
    result = run("feedback", demo, "--author", "nobody")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "nobody" in result.stderr
    result = run("feedback", demo, "--author", "gold")
    assert result.exit_code == 1
