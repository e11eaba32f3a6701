"""The places of a string as a list of quotations shows them: read when they come into sight."""

from collections.abc import Callable, Sequence
from typing import overload

from PySide6.QtCore import QCoreApplication

from annotator.core.excerpts import Excerpt, Quotation, quotation
from annotator.core.labels import LabelSet
from annotator.core.model import Article
from annotator.core.swept import How, Listed, Spot
from annotator.gui.rows.quotation_rows import QuotationRow
from annotator.gui.rows.string_rows import StringRow, Stripe
from annotator.gui.wording.value_text import short_value

ArticleOf = Callable[[str], Article | None]
"""Returns the article of that id; ``None`` if it is gone."""


class SpotRows(Sequence[QuotationRow]):
    """The places of one string."""

    def __init__(
        self, spots: Sequence[Spot], labels: LabelSet, language: str, article_of: ArticleOf
    ) -> None:
        self._spots = spots
        self._labels = labels
        self._language = language
        self._article_of = article_of
        self._read: dict[int, QuotationRow] = {}

    def __len__(self) -> int:
        return len(self._spots)

    @overload
    def __getitem__(self, index: int) -> QuotationRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[QuotationRow]: ...
    def __getitem__(self, index: int | slice) -> QuotationRow | Sequence[QuotationRow]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if index not in self._read:
            self._read[index] = self._row(self._spots[index])
        return self._read[index]

    def _row(self, spot: Spot) -> QuotationRow:
        article = self._article_of(spot.article_id)
        if article is None:
            gone = Quotation(spot.article_id, "", spot.start, spot.end, Excerpt("", 0, 0))
            return QuotationRow(gone)
        return QuotationRow(
            quotation(article, spot.start, spot.end), self._told(spot, article), self._colour(spot)
        )

    def _told(self, spot: Spot, article: Article) -> str:
        translate = QCoreApplication.translate
        match spot.how:
            case How.USUAL:
                return translate("SpotRows", "as most")
            case How.BARE:
                return translate("SpotRows", "bare")
            case How.BORDERS:
                marked = (article.text[start:end] for start, end, _ in spot.spans)
                quoted = " · ".join(f"\u2068{' '.join(text.split())}\u2069" for text in marked)
                return translate("SpotRows", "other borders: {words}").format(words=quoted)
            case How.VALUE:
                return short_value(spot.value)
            case How.OTHER:
                return " / ".join(
                    shown(self._labels, place[2], self._language) for place in spot.spans
                )

    def _colour(self, spot: Spot) -> str:
        names = [label for _, _, label in spot.spans if label in self._labels]
        return self._labels[names[0]].colour if names else ""


def shown(labels: LabelSet, name: str, language: str) -> str:
    """Return what a label is called in ``language``."""
    return labels[name].shown(language) if name in labels else name


def string_row(one: Listed, told: str, labels: LabelSet) -> StringRow:
    """Return a string as a list shows it; ``told`` says in words how often it is what."""
    colours = {name: labels[name].colour if name in labels else "" for name in one.marked}
    if one.values:
        colour = colours[one.label]
        usual, *others = (count for _, count in one.values)
        odd = (Stripe(count, colour, is_faint=True) for count in others)
        return StringRow(one.words, told, (Stripe(usual, colour), *odd))
    parts = [Stripe(count, colours[name]) for name, count in one.marked.items()]
    if one.borders:
        parts.append(Stripe(one.borders, colours[one.label], is_faint=True))
    if one.bare:
        parts.append(Stripe(one.bare))
    return StringRow(one.words, told, tuple(parts))
