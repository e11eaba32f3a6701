"""The readers by name: what a span means by the rules of its label."""

from collections.abc import Callable, Mapping

from annotator.arabic.dates import read_date, read_day
from annotator.arabic.figures import read_figure, read_number
from annotator.core.values import Value

_READERS: Mapping[str, Callable[[str, int, int, str | None], Value]] = {
    "date": read_date,
    "day": read_day,
    "figure": read_figure,
    "number": read_number,
}


def read_value(reader: str, text: str, start: int, end: int, published: str | None) -> Value:
    """Return what ``[start, end)`` of ``text`` means by the rules of ``reader``, else None.

    None is the answer of readers that are not known, and wherever the meaning is not certain.
    """
    read = _READERS.get(reader)
    return read(text, start, end, published) if read else None
