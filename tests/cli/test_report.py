"""``report``: one page for a client, whole by itself, whatever people have typed."""

import json
import os
import re
from base64 import b64decode
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import Result

from annotator.core.edits import SetState
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Quiet
from annotator.core.samples import Finding
from annotator.reports.words import Words
from annotator.store.project import Project
from annotator.workflow.acts.marking import apply
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import init
from annotator.workflow.review.sampling import draw_sample, keep_sample
from tests.core.test_proportions import possible

Run = Callable[..., Result]
SECTIONS = (
    *("state", "authors", "days", "labels", "conflicts", "decisions", "aside", "headline"),
    *("pairs", "f1-labels", "causes", "confusion", "matched", "outlets", "months", "kappa"),
)
VOID = {"meta", "img", "source", "br"}
EVIL = "<img src=x onerror=alert(1)>&\"'"


class Page(HTMLParser):
    """A page as a browser takes it; what is not closed in order is an error."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self.open and self.open[-1] in ("td", "th"):
            self.rows[-1][-1] += data.strip("\u2066\u2068\u2069")

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def sections(self) -> list[str | None]:
        return [one["id"] for one in self.of("section")]

    def references(self) -> list[str]:
        return [
            value
            for _, attributes in self.tags
            for name, value in attributes.items()
            if value and name in {"src", "srcset", "href", "action", "data", "poster", "background"}
        ]


def report(run: Run, tmp_path: Path, project: Path, *options: str) -> Page:
    done = run("report", project, "out.html", *options)
    assert done.exit_code == 0, done.stderr
    return Page((tmp_path / "out.html").read_text("utf-8"))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_holds_all_sections_and_needs_nothing_else(
    run: Run, demo: Path, tmp_path: Path, language: str, direction: str
) -> None:
    page = report(run, tmp_path, demo, "--language", language, "--rounds", "50")
    assert page.of("html") == [{"lang": language, "dir": direction}]
    assert tuple(page.sections) == SECTIONS
    pictures = page.references()
    assert len(pictures) == 2 * 10  # light and dark
    for one in pictures:
        head, _, data = one.partition(",")
        assert head == "data:image/svg+xml;base64"
        svg = b64decode(data, validate=True)
        assert b"<script" not in svg
        references = re.findall(rb'(?:href|src)="([^"]*)"', svg)
        assert all(one.startswith(b"#") for one in references)
    assert not page.of("script")
    assert not page.of("link")
    assert "url(" not in (tmp_path / "out.html").read_text("utf-8")
    assert all(one["alt"] for one in page.of("img"))


def test_its_figures_are_those_that_the_command_prints(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    page = report(run, tmp_path, demo, "--rounds", "0")
    told = json.loads(run("agreement", demo, "--rounds", "0", "--json").stdout)
    rows = {row[0]: row[1:] for row in page.rows}
    pair = "amal\u2069 – \u2068nasser"
    f1 = f"{told['pairs'][0]['f1_exact']:.3f}"
    assert [pair, "6 (few)", f1] in [row[:3] for row in page.rows]
    confusion = [row for row in page.rows if row[0] == "base" and len(row) == 6]
    assert confusion == [["base", *(f"{n:,}" for n in told["confusion"]["base"].values())]]
    status = json.loads(run("status", demo, "--json").stdout)
    assert rows["Open conflicts"] == [str(status["conflicts_open"])]


def test_each_figure_of_agreement_has_its_interval(run: Run, demo: Path, tmp_path: Path) -> None:
    page = report(run, tmp_path, demo, "--rounds", "100")
    told = json.loads(run("agreement", demo, "--rounds", "100", "--json").stdout)
    (pair,) = told["pairs"]
    names = [name for name in pair["ci95"] if name != "kappa_token"]
    figures = [f"{pair[name]:.3f}" for name in names]
    # The demo is of one outlet and of one month: their figures are those of all.
    assert page.rows.count(["not known", "6 (few)", *figures]) == 1
    assert sum(row[1:] == ["6 (few)", *figures] for row in page.rows) == 3
    intervals = [pair["ci95"][name] for name in names]
    intervals += pair["ci95"]["kappa_token"].values()
    for of_label in told["labels"].values():
        intervals += (one for one in of_label["ci95"].values() if one != [None, None])
    texts = {text.strip("\u2066\u2069") for text in page.texts}
    assert {f"{low:.3f} – {high:.3f}" for low, high in intervals} <= texts
    assert len(page.of("small")) > 40


def test_tables_break_their_heads_and_scroll_in_a_box_of_their_own(
    run: Run, demo: Path, tmp_path: Path
) -> None:
    page = report(run, tmp_path, demo, "--rounds", "0")
    text = (tmp_path / "out.html").read_text("utf-8")
    assert text.count('<div class="wide"><table>') == len(page.of("table")) > 10
    rules = dict(re.findall(r"([^{}\n]+) {([^{}]*)}", text.partition("@media (max")[0]))
    assert "overflow-x: auto" in rules[".wide"]
    assert not [to for to, rule in rules.items() if "th" in to and "nowrap" in rule]
    on_paper = text.partition("@media print")[2].partition("</style>")[0]
    assert ".wide { overflow: visible; }" in on_paper


def test_the_same_project_makes_the_same_file(run: Run, demo: Path, tmp_path: Path) -> None:
    report(run, tmp_path, demo, "--rounds", "50")
    first = (tmp_path / "out.html").read_bytes()
    report(run, tmp_path, demo, "--rounds", "50")
    assert (tmp_path / "out.html").read_bytes() == first


def test_names_are_letters_where_that_is_wanted(run: Run, demo: Path, tmp_path: Path) -> None:
    report(run, tmp_path, demo, "--rounds", "0", "--blind")
    text = (tmp_path / "out.html").read_text("utf-8")
    for svg in re.findall(r"base64,([A-Za-z0-9+/=]+)", text):
        text += b64decode(svg).decode()
    assert "amal" not in text
    assert "nasser" not in text
    assert "Authors are called A, B, C" in text


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_blind_report_leaves_out_what_people_wrote(
    run: Run, demo: Path, tmp_path: Path, language: str
) -> None:
    with Project.open(demo) as project:
        article = next(project.articles.each())
        layer = project.layers.load(article.id, "amal")
        told = LayerState(Status.SET_ASIDE, "ask the lead: ask nasser, not huda")
        apply(project, article, layer, SetState(told))
    options = ("--rounds", "0", "--language", language)
    assert any("ask nasser" in text for text in report(run, tmp_path, demo, *options).texts)
    page = report(run, tmp_path, demo, *options, "--blind")
    text = (tmp_path / "out.html").read_text("utf-8")
    assert not any(name in text for name in ("nasser", "huda"))
    assert Words(language).say("blind") in page.texts
    (row,) = (row for row in page.rows if row[0] == article.name)
    assert row[2] == "–"


def test_an_empty_project_has_a_report(run: Run, tmp_path: Path) -> None:
    init(tmp_path / "empty.db")
    page = report(run, tmp_path, tmp_path / "empty.db")
    assert page.references() == []
    assert page.sections[-1] == "headline"
    assert "Nothing was done in this project yet." in page.texts
    assert any("nothing to compare" in text for text in page.texts)


def test_one_author_alone_is_not_compared(run: Run, tmp_path: Path) -> None:
    line = {"name": "a", "text": "aa bb", "spans": [{"label": "base", "start": 0, "end": 2}]}
    (tmp_path / "one.jsonl").write_text(json.dumps(line), "utf-8")
    init(tmp_path / "one.db")
    run("import", tmp_path / "one.db", "one.jsonl", "--author", "amal")
    page = report(run, tmp_path, tmp_path / "one.db")
    assert "pairs" not in page.sections
    assert ["amal", "0", "0", "1", "0", "1", "–", "–"] in page.rows
    assert page.texts.count("– No time was measured.") == 1


def test_what_people_typed_is_text_and_nothing_else(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil<b>&.db"
    init(path)
    lines = [
        {
            "name": f"{EVIL}/{number}.txt",
            "text": f"aa bb {number}",
            "outlet": f"{EVIL}\u202e\u2066",
            "author": author,
            "status": status,
            "reason": f"{EVIL}\n\u2028\x1b]0;x\x07$\\alpha$" if status == "set aside" else "",
            "spans": [{"label": "base", "start": 0, "end": 2}],
        }
        for author in (EVIL, "$\\frac{", "--><svg>")
        for number, status in enumerate(("finished", "finished", "set aside"))
    ]
    (tmp_path / "evil.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    with Project.open(path) as project:
        add_author(project, "huda", Role.LEAD)
        told = import_files(project, [tmp_path / "evil.jsonl"], Quiet())
        assert not told.refused, told
    page = report(run, tmp_path, path, "--rounds", "20")
    assert not page.of("b")
    assert not page.of("svg")
    assert {one["alt"] is not None for one in page.of("img")} == {True}
    assert all(one.startswith("data:") for one in page.references())
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert any(EVIL in row[0] for row in page.rows)
    text = (tmp_path / "out.html").read_text("utf-8")
    assert not set("\u202e\x1b\x07\u2028") & set(text)


@pytest.mark.parametrize(
    ("language", "why_none"), [("en", "No spans were drawn here yet: "), ("ar", "لم يوسم شيء هنا")]
)
def test_days_say_why_imported_spans_are_not_among_them(
    run: Run, tmp_path: Path, language: str, why_none: str
) -> None:
    path = tmp_path / "project.db"
    init(path)
    line = {"text": "aa bb", "author": "amal", "spans": [{"label": "base", "start": 0, "end": 2}]}
    (tmp_path / "spans.jsonl").write_text(json.dumps(line), "utf-8")
    with Project.open(path) as project:
        import_files(project, [tmp_path / "spans.jsonl"], Quiet())
    page = report(run, tmp_path, path, "--rounds", "0", "--language", language)
    assert any(text.startswith(why_none) for text in page.texts)
    assert not any(text.startswith(Words(language).say("no days")) for text in page.texts)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_of(run: Run, demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    done = run("report", demo, folder / "out.html")
    assert done.exit_code == 1
    assert "cannot be written" in done.stderr
    assert not list(folder.iterdir())


def test_nothing_half_written_is_left_where_nothing_can_be_written(
    run: Run, demo: Path, tmp_path: Path, files: Callable[[], list[str]]
) -> None:
    before = files()
    for out in (tmp_path / "missing" / "out.html", demo, tmp_path):
        done = run("report", demo, out, "--rounds", "0")
        assert done.exit_code == 1
        assert done.stderr.count("\n") == 1
        assert files() == before


def test_a_read_only_project_has_a_report_too(run: Run, demo: Path, tmp_path: Path) -> None:
    demo.chmod(0o400)
    assert report(run, tmp_path, demo, "--rounds", "0").sections


def test_what_leads_found_in_random_samples_is_told_with_the_day_and_no_name(
    demo: Path, tmp_path: Path, run: Run
) -> None:
    with Project.open(demo) as project:
        sample = draw_sample(project, 10, 7)
        for _ in range(9):
            sample.find(Finding.RIGHT)
            sample.step(1)
        keep_sample(project, "huda", sample)
        (kept,) = project.samples.all()
    page = report(run, tmp_path, demo, "--rounds", "0")
    head, row = next((head, row) for head, row in pairwise(page.rows) if "Agreed spans" in head)
    told = dict(zip(head, row, strict=True))
    assert told["Agreed spans"] == str(kept.population)
    assert (told["Checked"], told["Wrong"]) == ("9", "0")
    most = possible(0, 9, kept.population)[-1] / kept.population
    assert told["Share wrong"] == "0.000"
    assert f"\u20660.000 – {most:.3f}\u2069" in page.texts
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", told["Day"])
    assert "huda" not in "".join(page.texts)
