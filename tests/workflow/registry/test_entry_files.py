"""The registry as a table: written for spreadsheets, read back without loss."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import AnnotatorError, RefusedAct
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.core.registry import Entry
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.people.authors import add_author
from annotator.workflow.projects import find_damage, init
from annotator.workflow.registry import registry
from annotator.workflow.registry.entry_files import COLUMNS, EntriesReport, export_csv, import_csv

Bring = Callable[..., Any]


@pytest.fixture
def led(project: Project) -> Project:
    add_author(project, "huda", Role.LEAD)
    add_author(project, "amal", Role.ANNOTATOR)
    return project


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Project]:
    path = tmp_path / "other.annotator"
    init(path)
    with Project.open(path) as other:
        add_author(other, "huda", Role.LEAD)
        yield other


def take(project: Project, tmp_path: Path, *lines: str, **options: Any) -> EntriesReport:
    file = tmp_path / "entries.csv"
    file.write_bytes("\n".join(lines).encode(options.get("encoding", "utf-8")))
    return import_csv(project, options.get("author", "huda"), file, Quiet())


def entries(project: Project) -> dict[str, Entry]:
    return {entry.id: entry for entry in names_of(project).all()}


def why(report: EntriesReport) -> list[tuple[int | None, str]]:
    return [(refused.line, str(refused.why)) for refused in report.refused]


def test_a_registry_goes_to_another_project_without_loss(
    led: Project, other: Project, tmp_path: Path
) -> None:
    one = registry.add_entry(led, "huda", "base", "=قسرك", ["|", "a|b\\", "+1", "'-x", "@"])
    two = registry.add_entry(led, "huda", "base", "'قصرك", note='سطر "أول"\nثان; =1+1')
    three = registry.add_entry(led, "huda", "base", "تل, بيدر")
    registry.rename(led, "huda", one.id, "-قسرك")
    registry.merge(led, "huda", two.id, three.id)
    registry.merge(led, "huda", three.id, one.id)
    out = tmp_path / "entries.csv"
    assert export_csv(led, out, Quiet()) == 3
    report = import_csv(other, "huda", out, Quiet())
    assert (report.added, report.refused) == (3, [])
    assert entries(other) == entries(led)
    again = import_csv(led, "huda", out, Quiet())
    assert (again.added, again.changed, again.unchanged, again.refused) == (0, 0, 3, [])
    assert list(find_damage(other.path, Quiet())) == []
    project_acts.undo(other, "huda")
    assert entries(other) == {}
    project_acts.redo(other, "huda")
    assert entries(other) == entries(led)


@given(
    st.lists(
        st.text("=+-@'|\\\",;\n\tقسرك ab", max_size=12).filter(str.strip), min_size=1, max_size=4
    )
)
def test_whatever_names_hold_no_formula_runs_and_all_comes_back(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("names")
    projects = []
    for name in ("one", "other"):
        init(folder / name)
        projects.append(Project.open(folder / name))
        add_author(projects[-1], "huda", Role.LEAD)
    first, second = projects
    registry.add_entry(first, "huda", "base", names[0], names[1:])
    out = folder / "entries.csv"
    export_csv(first, out, Quiet())
    text = out.read_text("utf-8-sig")
    with out.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            assert not any(cell.startswith(tuple("=+-@\t\r")) for cell in row), text
    report = import_csv(second, "huda", out, Quiet())
    assert report.refused == []
    assert entries(second) == entries(first)
    for project in projects:
        project.close()


def test_mentions_are_counted_and_a_spreadsheet_knows_the_encoding(
    led: Project, bring: Bring, tmp_path: Path
) -> None:
    entry = registry.add_entry(led, "huda", "base", "قسرك")
    value = {"entry": entry.id, "name": "قسرك"}
    bring(
        led,
        {"text": "قسرك", "spans": [{"label": "base", "start": 0, "end": 4, "value": value}]},
        author="zayd",
    )
    out = tmp_path / "entries.csv"
    for author, mentions in ((None, "1"), ("amal", "0"), ("zayd", "1")):
        export_csv(led, out, Quiet(), author=author)
        assert out.read_bytes().startswith(b"\xef\xbb\xbfid,")
        with out.open(encoding="utf-8-sig", newline="") as file:
            head, row = csv.reader(file)
        assert tuple(head) == COLUMNS
        assert row == [entry.id, "base", "قسرك", "", "", "", mentions]


def test_rows_add_and_change_and_take_nothing_away(led: Project, tmp_path: Path) -> None:
    entry = registry.add_entry(led, "huda", "base", "قسرك", ["قصرك"], "قديم")
    report = take(
        led,
        tmp_path,
        "Name;LABEL;Aliases;Note;more",
        "قَسرک;base;تل بيدر|قصرك;;x",
        "",
        "التنف;base",
        "روسيا;actor;موسكو;جديد",
    )
    assert (report.added, report.changed, report.unchanged, report.refused) == (2, 1, 0, [])
    found = {one.name: one for one in names_of(led).all()}
    assert found["قسرك"] == Entry(entry.id, "base", "قسرك", ("قصرك", "تل بيدر"), "قديم")
    assert found["روسيا"].aliases == ("موسكو",)
    project_acts.undo(led, "huda")
    assert entries(led) == {entry.id: entry}


def test_a_known_id_with_another_name_is_a_rename(led: Project, tmp_path: Path) -> None:
    entry = registry.add_entry(led, "huda", "base", "قسرك")
    take(led, tmp_path, "id,label,name,note", f"{entry.id},base,تل بيدر,شمال")
    assert entries(led)[entry.id] == Entry(entry.id, "base", "تل بيدر", ("قسرك",), "شمال")


def test_an_unknown_id_with_a_known_name_is_the_known_entry(led: Project, tmp_path: Path) -> None:
    entry = registry.add_entry(led, "huda", "base", "قسرك", ["قصرك"])
    report = take(led, tmp_path, "id,label,name,aliases", "x,base,قصرك,تل بيدر")
    assert (report.added, report.changed) == (0, 1)
    assert entries(led) == {
        entry.id: Entry(entry.id, "base", "قسرك", ("قصرك", "تل بيدر")),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_tables_of_old_programs_are_read(led: Project, tmp_path: Path, encoding: str) -> None:
    names = ["قسرك", "التنف", "حميميم", "عين الأسد", "الشدادي", "تل بيدر"]
    note = "قاعدة عسكرية في شمال شرق سوريا، انسحبت منها القوات الأميركية في شباط"
    lines = [f"base\t{name}\t{note}" for name in names]
    report = take(led, tmp_path, "label\tname\tnote", *lines, encoding=encoding)
    assert (report.added, report.refused) == (len(names), [])
    assert [entry.name for entry in names_of(led).all()] == names


def test_rows_that_do_not_fit_are_refused_by_their_lines(led: Project, tmp_path: Path) -> None:
    entry = registry.add_entry(led, "huda", "base", "قسرك")
    other = registry.add_entry(led, "huda", "base", "التنف")
    report = take(
        led,
        tmp_path,
        "id,label,name,aliases,note,merged_into",
        ',base,حميميم,,"سطر\nثان",',
        ",date,أمس,,,",
        ",base,,,,",
        f"{entry.id},actor,قسرك,,,",
        f"{entry.id},base,التنف,,,",
        ",base,الشدادي,التنف,,",
        ",base,عين الأسد,,,nowhere",
        f"{entry.id},base,قسرك,,,{entry.id}",
        f"m,base,قصرك,,,{other.id}",
        f"n,actor,قصرك,,,{other.id}",
    )
    assert (report.added, report.changed) == (2, 0)
    assert [line for line, _ in why(report)] == [4, 5, 6, 7, 8, 10, 12, 9]
    told = "\n".join(sentence for _, sentence in why(report))
    for part in (
        "no label “date” that has entries",
        "must have a name",
        "is a base in the project, not a actor",
        "is a name of the entry “\u2068التنف\u2069” already",
        "cannot be merged into itself",
        "which is no entry of its label",
    ):
        assert part in told
    assert set(entries(led)) == {
        entry.id,
        other.id,
        "m",
        registry.best_exact(led, "base", "حميميم").id,
    }
    assert entries(led)["m"].merged_into == other.id


def test_redirects_may_come_before_what_they_lead_to(led: Project, tmp_path: Path) -> None:
    report = take(
        led,
        tmp_path,
        "id,label,name,merged_into",
        "a,base,قصرك,b",
        "b,base,القسرك القديمة,c",
        "c,base,قسرك,",
    )
    assert (report.added, report.refused) == (3, [])
    assert {key: one.merged_into for key, one in entries(led).items()} == {
        "a": "b",
        "b": "c",
        "c": None,
    }
    project_acts.undo(led, "huda")
    assert entries(led) == {}


def test_a_row_merges_what_stood_for_itself(led: Project, tmp_path: Path) -> None:
    one = registry.add_entry(led, "huda", "base", "قصرك")
    other = registry.add_entry(led, "huda", "base", "قسرك")
    report = take(led, tmp_path, "label,name,merged_into", "base,قصرك,قسرك")
    assert (report.added, report.changed, report.refused) == (0, 1, [])
    assert entries(led)[one.id].merged_into == other.id
    assert entries(led)[other.id].aliases == ("قصرك",)
    again = take(led, tmp_path, "label,name,merged_into", "base,قصرك,قسرك")
    assert (again.unchanged, again.refused) == (1, [])


@pytest.mark.parametrize("text", ["", "\n\n", "id,name\nx,y", "قسرك", '"', "{}", "\0\0\0"])
def test_what_is_no_table_of_entries_is_told(led: Project, tmp_path: Path, text: str) -> None:
    with pytest.raises(AnnotatorError):
        take(led, tmp_path, text)
    assert entries(led) == {}


def test_a_cell_without_an_end_is_told_by_the_line_of_its_row(led: Project, tmp_path: Path) -> None:
    endless = '"' + "س" * 131_073
    with pytest.raises(RefusedAct) as told:
        take(led, tmp_path, "label,name,note", 'base,قسرك,"سطر', 'ثان"', f"base,التنف,{endless}")
    assert str(told.value) == (
        "“entries.csv” cannot be read as a table: the row that begins on line 4 has a cell of more"
        " than 131,072 letters. Is a quotation mark missing there?"
    )
    with pytest.raises(RefusedAct, match="begins on line 1 has a cell"):
        take(led, tmp_path, endless)
    assert entries(led) == {}


def test_only_leads_import(led: Project, tmp_path: Path) -> None:
    with pytest.raises(RefusedAct, match="for leads"):
        take(led, tmp_path, "label,name", "base,قسرك", author="amal")
    with pytest.raises(AnnotatorError, match="cannot be read"):
        import_csv(led, "huda", tmp_path / "none.csv", Quiet())
    with pytest.raises(AnnotatorError):
        export_csv(led, led.path, Quiet())


def test_a_huge_cell_and_ragged_rows_do_no_harm(led: Project, tmp_path: Path) -> None:
    report = take(
        led,
        tmp_path,
        "label,name,note",
        "base",
        "base,قسرك,a,b,c,d",
        f"base,{'x' * 100_000},",
        "base,التنف,",
    )
    assert [line for line, _ in why(report)] == [2, 4]
    assert [entry.name for entry in entries(led).values()] == ["قسرك", "التنف"]
