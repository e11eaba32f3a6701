from pathlib import Path

import pytest

from annotator.core.edits import Mark, SetState
from annotator.core.errors import AnnotatorError, FileError, InvalidText, RefusedAct, UnknownName
from annotator.core.guidelines import MOST_LETTERS
from annotator.core.model import LayerState, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.acts import marking, project_acts
from annotator.workflow.project.guidelines import (
    drop_guidelines,
    guideline_version,
    guidelines,
    guidelines_in,
    set_guidelines,
)
from annotator.workflow.projects import find_damage, make_demo

FINISHED = LayerState(Status.FINISHED)


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        yield project


def test_both_languages_of_the_program_are_one_version(project: Project) -> None:
    english, arabic = guidelines(project, "en"), guidelines(project, "ar")
    assert english.version == arabic.version == guideline_version(project) != ""
    assert not english.is_own
    assert "<!--" not in arabic.text
    assert english.text != arabic.text


def test_a_project_brings_its_own_and_lets_go_of_them(project: Project) -> None:
    shipped = guideline_version(project)
    set_guidelines(project, "huda", "# لنا", "2")
    set_guidelines(project, "huda", "# لنا أيضا", "3")
    assert (guidelines(project, "en").text, guideline_version(project)) == ("# لنا أيضا", "3")
    project_acts.undo(project, "huda")
    assert guidelines(project, "ar").text == "# لنا"
    project_acts.undo(project, "huda")
    assert guideline_version(project) == shipped
    project_acts.redo(project, "huda")
    assert guideline_version(project) == "2"
    drop_guidelines(project, "huda")
    assert guideline_version(project) == shipped
    project_acts.undo(project, "huda")
    assert guidelines(project, "en").is_own


def test_only_a_lead_and_only_under_a_new_version(project: Project) -> None:
    with pytest.raises(RefusedAct, match="Only a lead"):
        set_guidelines(project, "amal", "# x", "2")
    with pytest.raises(UnknownName):
        set_guidelines(project, "nobody", "# x", "2")
    with pytest.raises(RefusedAct, match="in force already"):
        set_guidelines(project, "huda", "# x", guideline_version(project))
    with pytest.raises(InvalidText):
        set_guidelines(project, "huda", "# x", " ")
    set_guidelines(project, "huda", "# x", "2")
    before = project.history.last_project_act()
    set_guidelines(project, "huda", "# x", "2")
    assert project.history.last_project_act() == before


def test_finishing_stamps_the_version_and_undo_gives_the_old_one_back(project: Project) -> None:
    article = next(project.articles.each())

    def act(edit: object) -> None:
        layer = project.layers.load(article.id, "amal")
        marking.apply(project, article, layer, edit)

    brought = project.layers.load(article.id, "amal").guideline

    def stamped() -> tuple[str, Status]:
        layer = project.layers.load(article.id, "amal")
        return layer.guideline, layer.status

    act(SetState(FINISHED, "A"))
    assert stamped() == ("A", Status.FINISHED)
    act(Mark(0, 2, "base"))
    act(SetState(FINISHED, "B"))
    assert stamped() == ("B", Status.FINISHED)
    for expected in (("A", Status.IN_PROGRESS), ("A", Status.FINISHED), (brought, Status.FINISHED)):
        marking.undo(project, project.layers.load(article.id, "amal"))
        assert stamped() == expected
    for _ in range(3):
        marking.redo(project, project.layers.load(article.id, "amal"))
    assert stamped() == ("B", Status.FINISHED)
    revision = project.layers.revision(article.id, "amal")
    act(SetState(FINISHED, "B"))
    assert project.layers.revision(article.id, "amal") == revision
    assert list(find_damage(project.path, Quiet())) == []


def test_a_file_in_any_encoding_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ours.md"
    page = "<!-- version: 7 -->\n# كيف نرسم"
    for encoding in ("utf-8", "utf-16", "cp1256", "utf-8-sig"):
        file.write_bytes(page.encode(encoding))
        assert guidelines_in(file) == ("# كيف نرسم", "7")


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"x" * 5 * MOST_LETTERS])
def test_what_is_no_guidelines_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "ours.md"
    file.write_bytes(data)
    with pytest.raises(AnnotatorError):
        guidelines_in(file)
    with pytest.raises(FileError):
        guidelines_in(tmp_path)
