"""What is to be exported: which articles with which of their spans, in which format."""

from dataclasses import dataclass

from annotator.core.format import WritingOptions
from annotator.core.model import Span
from annotator.core.pieces import Cutting


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles a dataset takes, and which of their spans."""

    author: str | None = None
    """``gold``, or whose layers; without it gold or, where only one author has layers, theirs."""
    every_article: bool = False
    """Whether to take those too that are not ready (or not finished by the author)."""
    labels: frozenset[str] | None = None
    """The labels that are taken; all where it is ``None``."""
    sure_only: bool = False
    """Whether to leave out the spans of which their author is not sure."""
    cutting: Cutting | None = None
    """Into what pieces the articles are cut; they stay whole where it is ``None``."""
    seer: str = ""
    """Whose list of articles bounds what is taken; whoever asks without a name takes all."""

    @property
    def takes_every_span(self) -> bool:
        """Whether none of an article's spans is left out."""
        return self.labels is None and not self.sure_only

    def takes(self, span: Span) -> bool:
        """Tell whether ``span`` is among those that were asked for."""
        is_wanted = self.labels is None or span.label in self.labels
        return is_wanted and not (self.sure_only and span.unsure)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What somebody wants of an export."""

    format_name: str
    selection: Selection
    options: WritingOptions
    each_author: bool = False
    """Whether each author's layers are a dataset of their own, all in one folder."""
