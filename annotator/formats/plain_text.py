"""Plain text: a file is an article, and holds nothing else."""

from collections.abc import Iterator
from pathlib import Path

from annotator.core.decoding import decode
from annotator.core.errors import AnnotatorError, unreadable
from annotator.core.format import ArticleRecord, Format, ReadingOptions, Refused, Unit
from annotator.core.limits import bytes_of
from annotator.core.losses import OF_SPANS
from annotator.core.text import published_in


def read(path: Path, options: ReadingOptions) -> Iterator[ArticleRecord | Refused]:
    """Yield the article that the file is; its name may tell the day of publication."""
    try:
        text = decode(bytes_of(path))
    except OSError as error:
        yield Refused(path, None, unreadable(path.name, error))
    except AnnotatorError as error:
        yield Refused(path, None, error)
    else:
        yield ArticleRecord(path, None, text, published=published_in(path.name))


FORMAT = Format(
    name="text",
    suffixes=(".txt", ".text"),
    unit=Unit.NONE,
    nested=False,
    subword=False,
    left_behind=OF_SPANS,
    recognise=lambda path, head: False,  # any text may be one: its name tells
    read=read,
)
