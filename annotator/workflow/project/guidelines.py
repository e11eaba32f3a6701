"""The guidelines in force: those of the program, or a page that the project brought.

Their version is stamped on each layer that is finished under them.
"""

from functools import lru_cache
from pathlib import Path

from annotator import paths
from annotator.core.decoding import decode
from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    FileError,
    RefusedAct,
    unreadable,
)
from annotator.core.guidelines import MOST_LETTERS, Guidelines, read_guidelines, refuse_version
from annotator.core.rows import Kind, RowChange
from annotator.store.place import is_in_use
from annotator.store.project import Project
from annotator.workflow.acts.project_acts import do
from annotator.workflow.people.authors import refuse_unless_lead

_TEXT, _VERSION = "guidelines", "guidelines version"
_MOST_BYTES = 4 * MOST_LETTERS


def guideline_version(project: Project) -> str:
    """Return the version of the guidelines that are in force."""
    with project.reading():
        return _property(project, _VERSION) or _shipped("en").version


def guidelines(project: Project, language: str) -> Guidelines:
    """Return the guidelines in force; those of the program in ``language``."""
    with project.reading():
        text, version = _property(project, _TEXT), _property(project, _VERSION)
    if text is None or version is None:
        return _shipped(language)
    return Guidelines(text, version, is_own=True)


def guidelines_in(path: Path) -> tuple[str, str | None]:
    """Return the Markdown of a file in whatever encoding, and the version that it names, if any.

    Raises:
        AnnotatorError: if it cannot be read, or is no page of guidelines.
    """
    if is_in_use(path):
        raise FileError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” is the project and no page. Choose another file."
            ),
            file=path.name,
        )
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise unreadable(path.name, error) from error
    if len(data) > _MOST_BYTES:
        raise FileError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is too large to be guidelines."), file=path.name
        )
    return read_guidelines(decode(data))


def set_guidelines(project: Project, author: str, text: str, version: str) -> str:
    """Put guidelines of the project's own in force as one act; return their version.

    Raises:
        AnnotatorError: if ``author`` is no lead, the version cannot be used, or another text is
            in force under it.
    """
    refuse_version(version)
    text, _ = read_guidelines(text)
    with project.writing():
        current = guidelines(project, "en")
        if version == current.version and text != current.text:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Version {version} is in force already, with another text. Give the new"
                    " guidelines a version of their own.",
                ),
                version=version,
            )
        _put(project, author, {_TEXT: text, _VERSION: version})
    return version


def drop_guidelines(project: Project, author: str) -> str:
    """Put the guidelines of the program in force again; see ``set_guidelines``."""
    with project.writing():
        _put(project, author, {_TEXT: None, _VERSION: None})
    return _shipped("en").version


def _put(project: Project, author: str, wanted: dict[str, str | None]) -> None:
    refuse_unless_lead(project, author)
    changes = []
    for name, value in wanted.items():
        before = project.records.read(Kind.PROPERTY, name)
        after = None if value is None else {"value": value}
        changes.append(RowChange(Kind.PROPERTY, name, before, after))
    do(project, author, "guidelines", changes)


def _property(project: Project, name: str) -> str | None:
    row = project.records.read(Kind.PROPERTY, name)
    return str(row["value"]) if row else None


@lru_cache
def _shipped(language: str) -> Guidelines:
    name = f"guidelines_{'ar' if language == 'ar' else 'en'}.md"
    text, version = read_guidelines((paths.resources() / "guidelines" / name).read_text("utf-8"))
    assert version is not None
    return Guidelines(text, version)
