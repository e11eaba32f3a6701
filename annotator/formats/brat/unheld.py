"""What an ``.ann`` file says that a project cannot hold: counted, and told at the end."""

from collections import Counter
from collections.abc import Iterator

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
    InvalidSpan,
    InvalidValue,
)

OTHER_KINDS = {
    "R": QT_TRANSLATE_NOOP("errors", "A project has no relations; left out: {count}."),
    "E": QT_TRANSLATE_NOOP(
        "errors", "A project has no events, only what triggers them; left out: {count}."
    ),
    "*": QT_TRANSLATE_NOOP("errors", "A project has no equivalences; left out: {count}."),
}
"""By the first letter of a line: what is told of such lines."""
_ATTRIBUTE = QT_TRANSLATE_NOOP(
    "errors", "The attribute “{name}” has no place in a project; left out: {count}."
)
_REFERENCE = QT_TRANSLATE_NOOP(
    "errors", "References to “{name}” have no place in a project; left out: {count}."
)
_COMMENT = QT_TRANSLATE_NOOP(
    "errors", "Comments “{name}” have no place in a project; left out: {count}."
)


class Unheld:
    """Counts what has no place in a project."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        """Lines of ``OTHER_KINDS``."""
        self.attributes: Counter[str] = Counter()
        self.references: Counter[str] = Counter()
        """By the name of what they refer to."""
        self.comments: Counter[str] = Counter()
        self._in_pieces: list[str] = []
        self._wrong_values: list[AnnotatorError] = []

    def split(self, id: str) -> None:
        """Count the span of that id as one whose pieces are taken as spans of their own."""
        self._in_pieces.append(id)

    def drop_value(self, id: str, value: str) -> None:
        """Count what is told as the value of the span of that id as meaningless."""
        self._wrong_values.append(
            InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors", "{id} was taken without its value, which means nothing: {value}."
                ),
                id=id,
                value=value,
            )
        )

    def told(self) -> Iterator[AnnotatorError]:
        """Yield what is told of it all."""
        for kind, template in OTHER_KINDS.items():
            if self.kinds[kind]:
                yield InvalidArticle(template, count=self.kinds[kind])
        if self._in_pieces:
            yield InvalidSpan(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A project has no spans in pieces: each piece was taken as a span of its own;"
                    " so split: {count}, the first of them {id}.",
                ),
                count=len(self._in_pieces),
                id=self._in_pieces[0],
            )
        for counted, template in (
            (self.attributes, _ATTRIBUTE),
            (self.references, _REFERENCE),
            (self.comments, _COMMENT),
        ):
            for name, count in counted.items():
                yield InvalidArticle(template, name=name, count=count)
        yield from self._wrong_values
