"""Parts of the Review place, found as a user finds them, and a file that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QComboBox

from annotator.core.errors import ProjectError
from annotator.gui import review_hand
from annotator.gui.review_place import ReviewPlace


def choose(box: QComboBox, data: object) -> None:
    """Choose as the mouse does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def part(place: ReviewPlace, kind: type, name: str):  # type: ignore[no-untyped-def]
    found = place.findChild(kind, name)
    assert found is not None
    return found


@contextmanager
def unreadable() -> Iterator[None]:
    """A disk that fails whenever an article is to be taken to hand."""

    def fail(*_: object, **__: object) -> None:
        raise ProjectError("The disk does not answer.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(review_hand, "take_to_hand", fail)
        yield
