"""Tables (CSV): articles, a row for each, are read; spans, a row for each, are written and read.

A table of articles is parted by commas, semicolons or tabs.  It must have a column for the text.

A table of spans has what is said of the article in each row.  It is UTF-8 with a byte order mark,
as RFC 4180 has it, so that spreadsheets open it without a question and show Arabic; in a ``.tsv``
file tabs part the cells.  Offsets count code points.  The text itself has no place in a cell; some
letters around each span have.  An article without spans has a row of its own, without a span.
Whoever has the texts in a project imports such a table into it, and the spans join them again.

A spreadsheet takes a cell that begins with a sign of arithmetic for a formula and runs it.  So no
text begins with one: an apostrophe goes before ``= + - @`` (wide ones too), a tab or a CR at the
start of a cell, and behind whatever a spreadsheet of another country may part cells by (``; ,``,
tab, line ends, quotes), where it would begin one there.  An apostrophe in such a place is doubled:
taking one away from each such place gives back what was there.
"""

from annotator.core.format import Format, Unit
from annotator.core.losses import LossKind
from annotator.formats.spreadsheet.reading import count, head, read, recognise
from annotator.formats.spreadsheet.writing import write

FORMAT = Format(
    name="csv",
    suffixes=(".csv", ".tsv"),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    left_behind=frozenset({LossKind.TEXT, LossKind.DETAILS, LossKind.WORK, LossKind.SECONDS}),
    recognise=recognise,
    read=read,
    count=count,
    write=write,
    has_columns=True,
    columns=head,
)
