"""Saying when an article was published, as an edit beside the author's layer."""

from dataclasses import dataclass

from annotator.core.edits import Change
from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidArticle
from annotator.core.model import Layer
from annotator.core.rows import Kind, RowChange
from annotator.core.text import is_iso_day


@dataclass(frozen=True, slots=True)
class Publish:
    """Let an article be published on a day; ``before`` is what the file says now."""

    before: str | None
    published: str | None

    def plan(self, layer: Layer, text: str) -> Change:
        """See ``Edit``; the layer stays as it is.

        Raises:
            InvalidArticle: if that is no day.
        """
        if self.published is not None and not is_iso_day(self.published):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{day}” is no day written like 2026-02-23."),
                day=self.published,
            )
        row = RowChange(
            Kind.ARTICLE,
            layer.article_id,
            {"published": self.before},
            {"published": self.published},
        )
        rows = () if row.is_empty else (row,)
        return Change("published", (), (), layer.state, layer.state, rows)
