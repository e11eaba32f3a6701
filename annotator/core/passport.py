"""The check before a span leaves the program: its quote, in every unit that files count in.

Readers of other programs count code points, UTF-16 units or bytes of UTF-8.  The text is cut in
each of them by the positions that a file would give, and must say the quote each time.
"""

from collections.abc import Iterable

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Layer, Span
from annotator.core.text import OffsetMap


def check_quotes(article: Article, layer: Layer) -> None:
    """Refuse to write a layer with a span that does not say what its text says.

    Raises:
        RefusedAct: if there is one; the article, the label and the place are named.
    """
    if not layer.spans:
        return
    misfit = first_misfit(article.text, OffsetMap(article.text), layer)
    if misfit is not None:
        raise _does_not_fit(article, misfit)


def first_misfit(text: str, offsets: OffsetMap, spans: Iterable[Span]) -> Span | None:
    """Return the first of ``spans`` whose quote ``text`` does not say in one of the units.

    ``offsets`` give the positions in UTF-16 and UTF-8; they are of ``text``, or the span misfits.
    """
    utf16, utf8 = text.encode("utf-16-le"), text.encode()
    # Where every character is one unit of UTF-16, its positions are those of code points.
    has_pairs = len(utf16) > 2 * len(text)
    for span in spans:
        quote = span.quote
        if (
            text[span.start : span.end] != quote
            or (
                has_pairs
                and utf16[2 * offsets.to_utf16(span.start) : 2 * offsets.to_utf16(span.end)]
                != quote.encode("utf-16-le")
            )
            or utf8[offsets.to_utf8(span.start) : offsets.to_utf8(span.end)] != quote.encode()
        ):
            return span
    return None


def _does_not_fit(article: Article, span: Span) -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "In “{article}” the {label} at {start} does not fit its text. Nothing was"
            " written; run “annotator check” on the project.",
        ),
        article=article.name,
        label=span.label,
        start=span.start,
    )
