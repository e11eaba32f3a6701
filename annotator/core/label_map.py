"""Which label of a project each label of a file is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from annotator.core.format import ArticleRecord


@dataclass(frozen=True, slots=True)
class LabelMap:
    """What the labels of a file are in the project; one that is not named keeps its name."""

    names: Mapping[str, str | None] = field(default_factory=dict)
    """``None`` for a label whose spans are to be left out."""

    def applied(self, record: ArticleRecord) -> ArticleRecord:
        """Return ``record`` with the labels of the project."""
        if not self.names or record.spans is None:
            return record
        named = ((span, self.names.get(span.label, span.label)) for span in record.spans)
        spans = tuple(replace(span, label=label) for span, label in named if label is not None)
        return replace(record, spans=spans)
