"""Parts of the Review place, found as a user finds them, and a file that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from annotator.core.decisions import Choice
from annotator.core.errors import ProjectError
from annotator.gui.review import review_hand
from annotator.gui.review.review_place import ReviewPlace
from annotator.store.project import Project
from annotator.workflow.review.deciding import Ruling
from annotator.workflow.review.deciding_lots import rule_all
from annotator.workflow.review.settling import Reviews
from tests.gui.conftest import Hands
from tests.gui.review.test_review import LEAD, import_many

MANY = 60
"""It takes long to take so many decisions back."""


def choose(box: QComboBox, data: object) -> None:
    """Choose as the mouse does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def part(place: ReviewPlace, kind: type, name: str):  # type: ignore[no-untyped-def]
    found = place.findChild(kind, name)
    assert found is not None
    return found


def decide_many(hands: Hands, path: Path) -> None:
    """Let the lead decide many conflicts elsewhere, in one act."""
    import_many(hands, path, MANY)

    def decide(project: Project) -> None:
        many = [one for one in Reviews(project).conflicts() if one.article.isdigit()]
        rulings = [(one, Ruling(Choice.NONE)) for one in many]
        assert rule_all(project, LEAD, rulings).decided == MANY

    hands.other_program(path, decide)


@contextmanager
def unreadable() -> Iterator[None]:
    """A disk that fails whenever an article is to be taken to hand."""

    def fail(*_: object, **__: object) -> None:
        raise ProjectError("The disk does not answer.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(review_hand, "take_to_hand", fail)
        yield
