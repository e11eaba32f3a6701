from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.errors import AnnotatorError
from annotator.core.labels import DEFAULT_LABELS_TOML
from annotator.core.model import Author, Role, Status
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.people.authors import set_role
from annotator.workflow.projects import find_damage, init, is_project, make_demo, status
from annotator.workflow.review.settling import settled

Bring = Callable[..., object]


def test_a_project_is_made_with_its_lead_and_labels(tmp_path: Path) -> None:
    toml = tmp_path / "labels.toml"
    toml.write_bytes(b"\xef\xbb\xbf" + DEFAULT_LABELS_TOML.replace('"base"', '"site"').encode())
    init(tmp_path / "a.annotator", labels=toml, lead="هدى")
    with Project.open(tmp_path / "a.annotator") as project:
        assert [label.name for label in project.labels.load()] == [
            "site",
            "date",
            "actor",
            "figure",
        ]
        assert project.authors.all() == [Author("هدى", Role.LEAD)]
    assert is_project(tmp_path / "a.annotator")
    assert not is_project(toml)


@pytest.mark.parametrize(
    ("labels", "lead"),
    [(b"\xff", None), (b"", None), (b"[[label]]", None), (None, "gold"), (None, " ")],
)
def test_what_cannot_be_made_leaves_nothing(
    tmp_path: Path, labels: bytes | None, lead: str | None
) -> None:
    toml = tmp_path / "labels.toml"
    if labels is not None:
        toml.write_bytes(labels)
    with pytest.raises(AnnotatorError):
        init(tmp_path / "a.annotator", labels=toml if labels is not None else None, lead=lead)
    assert not list(tmp_path.glob("*a.annotator*"))


def test_a_label_set_that_is_not_there_is_told(tmp_path: Path) -> None:
    for missing in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(AnnotatorError, match="cannot be read"):
            init(tmp_path / "a.annotator", labels=missing)


def test_an_empty_project_has_a_status(project: Project) -> None:
    now = status(project, Quiet())
    assert (now.articles, now.ready, now.layers, now.conflicts_open) == (0, 0, [], 0)
    assert now.spans == {"base": 0, "date": 0, "actor": 0, "figure": 0}


def test_programs_count_for_nothing_but_their_spans(project: Project, bring: Bring) -> None:
    base = {"label": "base", "start": 0, "end": 4}
    line = {"id": "a", "text": "قسرك", "spans": [base]}
    for author in ("amal", "nasser", "robot"):
        bring(project, line | {"spans": [] if author == "robot" else [base]}, author=author)
    set_role(project, "robot", Role.MACHINE)
    now = status(project, Quiet())
    assert (now.ready, now.conflicts_open, now.spans["base"]) == (1, 0, 2)
    assert ("robot", Status.FINISHED, 1) in now.layers


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_demo(tmp_path_factory.mktemp("demo") / "new" / "folder", Quiet())


def test_the_demo_has_two_annotators_who_differ_and_a_lead(demo: Path) -> None:
    with Project.open(demo) as project:
        now = status(project, Quiet())
        assert (now.articles, now.conflicts_open) == (13, 35)
        assert now.layers == [("amal", Status.FINISHED, 6), ("nasser", Status.FINISHED, 6)]
        assert [author.name for author in project.authors.all()] == ["huda", "amal", "nasser"]
        assert all(now.spans.values())
        assert not any(project.articles.sources(one.id) for one in project.articles.each())
        assert now.ready == sum(
            not settled(project, article).conflicts
            for article in project.articles.each()
            if len(project.layers.of_article(article.id)) == 2
        )
    assert list(find_damage(demo, Quiet())) == []
    assert [path.name for path in demo.parent.iterdir()] == [demo.name]


def test_the_demo_is_not_made_twice_in_a_folder(demo: Path) -> None:
    before = demo.read_bytes()
    with pytest.raises(AnnotatorError, match="There is a demo in"):
        make_demo(demo.parent, Quiet())
    assert demo.read_bytes() == before


def test_the_demo_needs_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AnnotatorError, match="cannot be written"):
        make_demo(tmp_path / "file", Quiet())
