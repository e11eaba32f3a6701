"""doccano's own import and export of what is written for it; runs in ``.loaders/doccano`` alone.

The parser of its server reads the file, its models check the spans, a project in SQLite holds them,
and its export of them is read here again.
"""

import os
import sys
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.core.format import ReadingOptions, Unit, WritingOptions
from annotator.core.progress import Quiet
from annotator.core.selection import Selection
from annotator.core.text import OffsetMap
from annotator.formats import FORMATS
from annotator.store.project import Project
from annotator.workflow.datasets.exporting import export
from annotator.workflow.projects import make_demo
from tests.formats.datasets import HARD_TEXT, hard_article, read, written
from tests.loaders.released import SPLITS, released, spans_of

pytestmark = pytest.mark.filterwarnings("ignore")  # of its libraries
FORMAT = FORMATS["doccano"]


@pytest.fixture(scope="module")
def doccano(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A doccano with an empty database."""
    folder = tmp_path_factory.mktemp("doccano")
    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("ignore")
        import backend
        import django

        patch.setattr(sys, "path", [str(Path(backend.__file__).parent), *sys.path])
        patch.setitem(os.environ, "DJANGO_SETTINGS_MODULE", "config.settings.base")
        patch.setitem(os.environ, "DATABASE_URL", f"sqlite:///{folder}/doccano.sqlite")
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("create_roles", verbosity=0)
        yield


def imported(path: Path, *, overlapping: bool) -> Any:
    """Return a new project of doccano into which ``path`` was imported, without any error."""
    from data_import.datasets import load_dataset
    from data_import.pipeline.catalog import create_file_format
    from data_import.pipeline.readers import FileName
    from django.contrib.auth.models import User
    from projects.models import SequenceLabelingProject

    user, _ = User.objects.get_or_create(username="huda")
    project = SequenceLabelingProject.objects.create(
        name="test",
        project_type="SequenceLabeling",
        created_by=user,
        allow_overlapping=overlapping,
        collaborative_annotation=True,
    )
    name = FileName(str(path), str(path), path.name)
    dataset = load_dataset(
        "SequenceLabeling", create_file_format("JSONL"), [name], project, encoding="utf-8"
    )
    dataset.save(user)
    assert dataset.errors == []
    return project


def spans_in(project: Any) -> list[tuple[str, int, int, str]]:
    """Return the text and the place of all spans in a project of doccano."""
    from labels.models import Span

    spans = Span.objects.filter(example__project=project).order_by("id")
    return [(one.example.text, one.start_offset, one.end_offset, one.label.text) for one in spans]


def exported_again(project: Any, out: Path) -> None:
    """Export a project as doccano does."""
    from data_export.celery_tasks import create_collaborative_dataset
    from data_export.pipeline.factories import create_formatter, create_writer

    formatters, writer = create_formatter(project, "JSONL"), create_writer("JSONL")
    create_collaborative_dataset(project, str(out), False, formatters, writer)


def test_all_spans_are_imported_where_the_project_allows_overlaps(
    doccano: None, tmp_path: Path
) -> None:
    there = hard_article()
    written(FORMAT, tmp_path / "a.jsonl", [there])
    found = spans_in(imported(tmp_path / "a.jsonl", overlapping=True))
    assert len(found) == len(there.layer.spans)
    for (text, start, end, label), span in zip(found, there.layer, strict=True):
        # As the browser cuts it.
        cut = text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
        assert (text, cut, label) == (HARD_TEXT, span.quote, span.label)


def test_of_overlapping_spans_it_keeps_the_first_where_it_does_not(
    doccano: None, tmp_path: Path
) -> None:
    there = hard_article()
    written(FORMAT, tmp_path / "a.jsonl", [there])
    found = spans_in(imported(tmp_path / "a.jsonl", overlapping=False))
    offsets = OffsetMap(HARD_TEXT)
    kept, last = [], -1
    for span in there.layer:
        if span.start >= last:
            last = span.end
            kept.append((HARD_TEXT, *map(offsets.to_utf16, (span.start, span.end)), span.label))
    assert found == kept
    assert len(kept) < len(there.layer.spans)


@pytest.mark.parametrize("unit", [Unit.UTF16, Unit.GRAPHEMES, Unit.CODE_POINTS])
def test_what_it_exports_again_is_read(doccano: None, tmp_path: Path, unit: Unit) -> None:
    first = hard_article()
    bare = replace(first, article=replace(first.article, outlet=None, published=None))
    written(FORMAT, tmp_path / "a.jsonl", [bare], WritingOptions(unit=unit))
    out = tmp_path / "out"
    out.mkdir()
    exported_again(imported(tmp_path / "a.jsonl", overlapping=True), out)
    (record,) = read(FORMAT, out / "all.jsonl", ReadingOptions(unit=unit))
    assert (record.name, record.title, record.outlet) == ("a.txt", first.article.title, None)
    assert record.sha256 == first.article.sha256
    assert sorted((one.start, one.end, one.label) for one in record.spans or ()) == sorted(
        (one.start, one.end, one.label) for one in first.layer
    )


def test_the_gold_of_the_demo_is_imported(doccano: None, tmp_path: Path) -> None:
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        path = tmp_path / "gold.jsonl"
        report = export(project, path, "doccano", Quiet(), Selection("gold", True))
    found = spans_in(imported(path, overlapping=True))
    assert len(found) == report.spans > 0


def test_a_release_is_imported(doccano: None, tmp_path: Path) -> None:
    out = released(tmp_path)
    for split in SPLITS:
        found = spans_in(imported(out / "doccano" / f"{split}.jsonl", overlapping=True))
        assert sorted(label for *_, label in found) == sorted(
            label for label, _, _ in spans_of(out, split)
        )
