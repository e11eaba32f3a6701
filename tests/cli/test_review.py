import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.store.project import Project
from annotator.workflow.handing.assigning import give

Run = Callable[..., Result]
RunJson = Callable[..., Any]


def lines(*rows: dict[str, Any] | str) -> str:
    return "".join(
        (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False)) + "\n"
        for row in rows
    )


def test_conflicts_are_listed_with_cause_and_options(demo: Path, run_json: RunJson) -> None:
    found = run_json("conflicts", demo)["conflicts"]
    assert set(found[0]) == {"id", "article", "start", "end", "cause", "stale", "options"}
    assert Counter(one["cause"] for one in found) == {
        **{"missed": 5, "label": 3, "clitic": 4, "article": 3, "quote": 4},
        **{"kind_word": 3, "marks": 3, "border": 4, "split": 3, "value": 3},
    }
    missed = next(one for one in found if one["cause"] == "missed")
    marked, unmarked = missed["options"]
    assert [unmarked["spans"], len(unmarked["authors"])] == [[], 1]
    assert set(marked["spans"][0]) == {"label", "start", "end", "quote", "value"}
    assert {*marked["authors"], *unmarked["authors"]} == {"amal", "nasser"}


def test_conflicts_are_told_in_words_too(demo: Path, run: Run) -> None:
    result = run("conflicts", demo)
    assert result.exit_code == 0
    assert "amal: nothing" in result.stdout
    assert result.stdout.endswith("35 conflicts are open.\n")


def test_answers_that_differ_in_their_values_alone_are_told_apart(demo: Path, run: Run) -> None:
    told = run("conflicts", demo).stdout.splitlines()
    for number, line in enumerate(told):
        if line.partition("  ")[2].startswith("value"):
            answers = {said.partition(": ")[2] for said in told[number + 1 : number + 3]}
            assert len(answers) == 2
            assert any(" = " in said for said in answers)


def test_a_file_of_decisions_is_taken_and_gold_follows(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    found = run_json("conflicts", demo)["conflicts"]
    rows = [{"conflict": one["id"], "choice": "author:amal", "reason": "لأنه"} for one in found]
    (tmp_path / "d.jsonl").write_text(lines(*rows), "utf-8")
    assert run_json("decide", demo, "--from", "d.jsonl") == {"decided": 35, "refused": []}
    assert run_json("conflicts", demo) == {"conflicts": []}
    assert run_json("status", demo)["ready"] == 6
    for layer in ("gold", "amal"):
        run("export", demo, f"{layer}.jsonl", "--format", "jsonl", "--layer", layer)
    gold, amal = (
        [
            [(span["start"], span["end"], span["label"]) for span in json.loads(line)["spans"]]
            for line in (tmp_path / f"{layer}.jsonl").read_text("utf-8").splitlines()
            if "spans" in json.loads(line)
        ]
        for layer in ("gold", "amal")
    )
    assert gold == amal


def a_third_like_amal(run_json: RunJson, demo: Path) -> None:
    """Let a third annotator say all that amal says, so that most say it."""
    source = (Path(__file__).parents[2] / "seeds" / "layers" / "amal.jsonl").read_text("utf-8")
    demo.with_name("third.jsonl").write_text(source, "utf-8")
    run_json("import", demo, "third.jsonl", "--author", "salma")


Place = tuple[int, int, str]


def answers(conflict: dict[str, Any]) -> dict[str, set[Place]]:
    """Return what each author says in a conflict."""
    return {
        author: {(span["start"], span["end"], span["label"]) for span in option["spans"]}
        for option in conflict["options"]
        for author in option["authors"]
    }


def test_every_choice_can_stand_in_a_file(demo: Path, run_json: RunJson, tmp_path: Path) -> None:
    a_third_like_amal(run_json, demo)
    found = run_json("conflicts", demo)["conflicts"]
    by_cause = {one["cause"]: one["id"] for one in found}
    said = {one["cause"]: answers(one) for one in found}
    all_said = {cause: set().union(*by_author.values()) for cause, by_author in said.items()}

    def length(place: Place) -> int:
        return place[1] - place[0]

    start, end, label = own = max(all_said["label"])
    rows: dict[str, tuple[dict[str, Any], set[Place]]] = {
        "clitic": ({"choice": "widest"}, {max(all_said["clitic"], key=length)}),
        "quote": ({"choice": "narrowest"}, {min(all_said["quote"], key=length)}),
        "split": ({"choice": "all"}, all_said["split"]),
        "missed": ({"choice": "none"}, set()),
        "label": (
            {"choice": "spans", "spans": [{"start": start, "end": end, "label": label}]},
            {own},
        ),
        "border": ({"choice": "majority"}, said["border"]["amal"]),
        "marks": ({"choice": "author:nasser"}, said["marks"]["nasser"]),
    }
    told = [{"conflict": by_cause[cause], **line} for cause, (line, _) in rows.items()]
    told[0] |= {"reason": "القاعدة 3", "gap": True}
    (tmp_path / "d.jsonl").write_text(lines(*told), "utf-8")
    assert run_json("decide", demo, "--from", "d.jsonl", "--lead", "huda")["decided"] == len(rows)
    assert len(run_json("conflicts", demo)["conflicts"]) == len(found) - len(rows)
    with Project.open(demo, writable=False) as project:
        decided = {one.choice.value: one for one in project.decisions.all()}
    outcomes = {choice: {span.place for span in one.outcome} for choice, one in decided.items()}
    assert outcomes == {
        line["choice"].replace("author:nasser", "option"): outcome
        for line, outcome in rows.values()
    }
    assert [(one.reason, one.gap) for one in decided.values() if one.reason or one.gap] == [
        ("القاعدة 3", True)
    ]
    assert (decided["widest"].gap, {one.lead for one in decided.values()}) == (True, {"huda"})


def test_a_majority_that_is_none_is_refused_by_its_line(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    one, *_ = run_json("conflicts", demo)["conflicts"]
    row = {"conflict": one["id"], "choice": "majority"}
    (tmp_path / "d.jsonl").write_text(lines(row), "utf-8")
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("d.jsonl:1: No answer is held by more than half of the 2 ")
    assert one["id"] in [left["id"] for left in run_json("conflicts", demo)["conflicts"]]


def test_majorities_are_decided_at_once(demo: Path, run_json: RunJson) -> None:
    assert run_json("decide", demo, "--majority") == {"decided": 0, "refused": []}
    a_third_like_amal(run_json, demo)
    assert run_json("decide", demo, "--majority") == {"decided": 35, "refused": []}
    assert run_json("status", demo)["ready"] == 6


def test_the_guidelines_rules_settle_the_causes_that_are_named(
    demo: Path, run_json: RunJson, run: Run
) -> None:
    def causes() -> Counter[str]:
        return Counter(one["cause"] for one in run_json("conflicts", demo)["conflicts"])

    before = causes()
    named = ("--rule", "clitic", "--rule", "quote", "--rule", "clitic")
    result = run_json("decide", demo, *named)
    assert result == {"decided": before["clitic"] + before["quote"], "refused": []}
    assert causes() == before - Counter({key: before[key] for key in ("clitic", "quote")})
    assert run_json("decide", demo, "--rule", "clitic") == {"decided": 0, "refused": []}
    assert run("decide", demo, "--rule", "marks").stdout == "Decided 3 conflicts.\n"


def test_single_layers_are_accepted(demo: Path, run_json: RunJson, tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(lines({"text": "نص جديد", "spans": []}), "utf-8")
    run_json("import", demo, "one.jsonl", "--author", "amal")
    told = run_json("decide", demo, "--accept-single")
    assert told == {"decided": 1, "waiting": 0, "refused": []}
    assert run_json("status", demo)["ready"] == 1


def test_single_layers_that_others_have_yet_to_join_are_told_to_be_not_ready(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        row = {"name": name, "text": f"نص {name}", "spans": []}
        (tmp_path / "new.jsonl").write_text(lines(row), "utf-8")
        run_json("import", demo, "new.jsonl", "--author", "amal")
    with Project.open(demo) as project:
        article = project.articles.by_name("two")
        assert article is not None
        for author in ("amal", "nasser"):
            give(project, "huda", [article.id], author)
    ready = run_json("status", demo)["ready"]
    said = run("decide", demo, "--accept-single").stdout
    assert said.splitlines() == [
        "Decided 2 layers.",
        "Not ready yet: 1 article of these; others must finish first.",
    ]
    assert run_json("status", demo)["ready"] == ready + 1


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"conflict": "x", "choice": "none"}, "is not open"),
        ({"conflict": "x"}, "“choice” must be a text"),
        ({"choice": "none"}, "“conflict” must be a text"),
        ({"conflict": "x", "choice": "best"}, "“choice” must be one of author:NAME, majority"),
        ({"conflict": "x", "choice": "spans"}, "“spans” must be a list of objects"),
        ({"conflict": "x", "choice": "spans", "spans": [{}]}, "must be a whole number"),
        ({"conflict": "x", "choice": "none", "reason": "\0"}, "holds a NUL"),
        ({"conflict": "x", "choice": "none", "gap": 1}, "must be true or false"),
        ("[]", "no JSON object"),
        ("[" * 100_000, "nested too deep"),
        ("nonsense", "not JSON"),
        ('{"conflict": "x", "choice": "none", "gap": NaN}', "not JSON: NaN"),
        (f'{{"conflict": "x", "choice": "none", "n": {"9" * 6000}}}', "a number that is too large"),
        ('{"conflict": "\\ud800", "choice": "none"}', "half of a character"),
        ('{"conflict": "x", "conflict": "y", "choice": "none"}', "the key “conflict” twice"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_and_the_rest_is_done(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path, line: Any, sentence: str
) -> None:
    one = run_json("conflicts", demo)["conflicts"][0]["id"]
    (tmp_path / "d.jsonl").write_text(lines({"conflict": one, "choice": "none"}, line), "utf-8")
    result = run("decide", demo, "--from", "d.jsonl")
    assert result.exit_code == 1
    assert "d.jsonl:2: " in result.stderr
    assert sentence in result.stderr
    assert result.stderr.endswith("1 was refused; the rest is done.\n")
    assert len(run_json("conflicts", demo)["conflicts"]) == 34


def test_own_spans_in_a_file_stand_on_the_conflict_that_they_settle(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    one, other = run_json("conflicts", demo)["conflicts"][:2]
    start, end = one["end"], one["end"] + 2
    beside = [{"label": "base", "start": start, "end": end}]
    rows = [
        {"conflict": one["id"], "choice": "spans", "spans": beside},
        {"conflict": other["id"], "choice": "spans", "spans": []},
    ]
    (tmp_path / "d.jsonl").write_text(lines(*rows), "utf-8")
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout) == (1, "Decided 1 conflict.\n")
    place = f"d.jsonl:1: The span from {start} to {end} shares no letter with its conflict, which"
    assert f"{place} runs from {one['start']} to {one['end']}." in result.stderr
    left = [found["id"] for found in run_json("conflicts", demo)["conflicts"]]
    assert one["id"] in left
    assert other["id"] not in left


def test_where_nothing_could_be_decided_the_errors_come_alone(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    row = {"conflict": "x", "choice": "none"}
    for count in (1, 2):
        (tmp_path / "d.jsonl").write_text(lines(*[row] * count), "utf-8")
        result = run("decide", demo, "--from", "d.jsonl")
        assert (result.exit_code, result.stdout) == (1, "")
        told = result.stderr.splitlines()
        assert [line.partition(":")[0] for line in told[:count]] == ["d.jsonl"] * count
        assert told[count:] == (["2 were refused; nothing was decided."] if count > 1 else [])


@pytest.mark.parametrize("content", [b"\x00\xff\xfe garbage\n" * 400, b"nonsense\n" * 400])
def test_a_file_of_something_else_is_told_of_in_one_sentence(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "d.jsonl").write_bytes(content)
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert result.stderr.startswith("d.jsonl:1: ")
    assert result.stderr.endswith(" 399 more lines are wrong in the same way.\n")
    one = run_json("conflicts", demo)["conflicts"][0]["id"]
    with (tmp_path / "d.jsonl").open("ab") as file:
        file.write(json.dumps({"conflict": one, "choice": "none"}).encode())
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout) == (1, "Decided 1 conflict.\n")
    assert result.stderr.splitlines()[1:] == ["400 were refused; the rest is done."]


def test_lines_that_are_wrong_in_different_ways_are_each_told_of(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    one = run_json("conflicts", demo)["conflicts"][0]["id"]
    span = {"label": "date", "start": 0, "end": 3, "value": {"edtf": "2026-02-30"}}
    wrong = (
        {"conflict": one, "choice": "Widest"},
        {"conflict": one, "choice": "spans"},
        {"conflict": one, "choice": "widest of all"},
        {"conflict": one, "choice": "spans", "spans": [span]},
    )
    (tmp_path / "d.jsonl").write_text(lines(*wrong, {"conflict": one, "choice": "none"}), "utf-8")
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout) == (1, "Decided 1 conflict.\n")
    first, second, third, last = result.stderr.splitlines()
    assert first.startswith("d.jsonl:1: “choice” must be one of")
    assert first.endswith(". 1 more line is wrong in the same way.")
    assert second == "d.jsonl:2: “spans” must be a list of objects."
    assert third.startswith("d.jsonl:4: “2026-02-30” is not a date")
    assert last == "4 were refused; the rest is done."


def test_an_author_who_has_no_answer_is_named_with_those_who_have(
    demo: Path, run: Run, run_json: RunJson, tmp_path: Path
) -> None:
    one = run_json("conflicts", demo)["conflicts"][0]
    run("authors", demo, "--add", "salma")
    for author, sentence in (
        ("nobody", "The project has no author “nobody”."),
        ("salma", f"“salma” has not finished “{one['article']}”, and so has no answer there."),
    ):
        row = {"conflict": one["id"], "choice": f"author:{author}"}
        (tmp_path / "d.jsonl").write_text(lines(row), "utf-8")
        result = run("decide", demo, "--from", "d.jsonl")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"d.jsonl:1: {sentence}")
    assert "Those who have: amal, nasser." in result.stderr


def test_a_conflict_is_decided_once_in_a_file_and_each_other_line_is_named(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    result = run("conflicts", demo, "--json")
    one, other = (found["id"] for found in json.loads(result.stdout)["conflicts"][:2])
    rows = [
        {"conflict": one, "choice": "author:nobody"},
        {"conflict": one, "choice": "none"},
        {"conflict": other, "choice": "author:nobody"},
        {"conflict": one, "choice": "none"},
        {"conflict": other, "choice": "author:nobody"},
    ]
    (tmp_path / "d.jsonl").write_text(lines(*rows), "utf-8")
    result = run("decide", demo, "--from", "d.jsonl")
    assert (result.exit_code, result.stdout) == (1, "Decided 1 conflict.\n")
    told = [line.partition(": ") for line in result.stderr.splitlines() if "jsonl:" in line]
    assert [place for place, _, _ in told] == [f"d.jsonl:{line}" for line in (1, 3, 4, 5)]
    assert ["is not open" in why for _, _, why in told] == [False, False, True, False]


@pytest.mark.parametrize(
    ("arguments", "exit_code", "sentence"),
    [
        (("--majority", "--lead", ""), 1, "no author “”"),
        (("--majority", "--lead", "huda", "--lead", "huda"), 2, "--lead can be given once only."),
        ((), 2, "Give one of --accept-single, --majority, --rule and --from."),
        (("--majority", "--accept-single"), 2, "Give one of"),
        (("--majority", "--rule", "clitic"), 2, "Give one of"),
        (("--rule", "missed"), 2, "for clitic, article, quote, kind_word, marks."),
        (("--rule", "nonsense"), 2, "The guidelines have no rule for “nonsense”"),
        (("--rule", "clitic", "--lead", "amal"), 1, "Only a lead can do that"),
        (("--from", "missing.jsonl"), 1, "missing.jsonl"),
        (("--majority", "--lead", "amal"), 1, "Only a lead can do that"),
        (("--majority", "--lead", "nobody"), 1, "The project has no author “nobody”."),
    ],
)
def test_what_a_person_gets_wrong_is_told(
    demo: Path, run: Run, arguments: tuple[str, ...], exit_code: int, sentence: str
) -> None:
    result = run("decide", demo, *arguments)
    assert result.exit_code == exit_code
    assert sentence in result.stderr


def test_with_several_leads_one_has_to_be_named(demo: Path, run: Run) -> None:
    run("authors", demo, "--add", "salma", "--role", "salma", "lead")
    result = run("decide", demo, "--majority")
    assert (result.exit_code, result.stderr) == (
        1,
        "Say which lead decides with --lead NAME; see “annotator authors”.\n",
    )
    assert run("decide", demo, "--majority", "--lead", "salma").exit_code == 0


def test_where_nobody_leads_it_is_said_how_somebody_comes_to(
    demo: Path, run: Run, tmp_path: Path
) -> None:
    alone, pack = tmp_path / "alone.db", tmp_path / "amal.db"
    assert run("init", alone).exit_code == 0
    result = run("decide", alone, "--majority")
    assert (result.exit_code, result.stderr) == (
        1,
        "The project has no lead yet. Make one:"
        " “annotator authors PROJECT --add NAME --role NAME lead”.\n",
    )
    assert run("authors", alone, "--add", "salma", "--role", "salma", "lead").exit_code == 0
    assert run("decide", alone, "--majority").exit_code == 0
    assert run("pack", demo, pack, "--author", "amal").exit_code == 0
    result = run("decide", pack, "--majority")
    assert (result.exit_code, result.stderr) == (
        1,
        "This project is a pack, which has no lead. Do that in the whole project.\n",
    )


def test_a_damaged_decision_is_found_by_check(demo: Path, run: Run, run_json: RunJson) -> None:
    one = next(one for one in run_json("conflicts", demo)["conflicts"] if one["cause"] == "clitic")
    Path(demo.parent, "d.jsonl").write_text(
        lines({"conflict": one["id"], "choice": "widest"}), "utf-8"
    )
    run("decide", demo, "--from", "d.jsonl")
    assert run_json("check", demo) == {"ok": True, "problems": []}
    with closing(sqlite3.connect(demo)) as db, db:
        db.execute('UPDATE decision_spans SET start = start + 1, "end" = "end" + 1')
        db.execute("UPDATE decisions SET stands = 0")
    problems = run_json("check", demo, exit_code=1)["problems"]
    assert any("In a decision on" in problem for problem in problems)
    assert any("is not as the history left it" in problem for problem in problems)
