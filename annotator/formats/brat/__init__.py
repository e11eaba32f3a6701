"""brat's standoff files: the text in ``NAME.txt``, what is marked in it in ``NAME.ann``.

Offsets count code points.  The text is written as it is, in UTF-8; line ends are LF, but a CR that
stands alone in an article stays one.  brat wants what is marked on one line and without line ends:
a span over several lines is written in pieces (``0 5;6 9``) that leave the line ends out, and
counted as split, since other programs see pieces; those with nothing but line ends between them
are read here as one span.  A line end at the border of a
span cannot be marked: such a span is narrowed, one of line ends alone dropped, and both counted.

A date, a number or a text is told by attributes, an entry of the registry by a normalisation to
``registry:ID``, “not sure” and values not looked at by the attributes ``Unsure`` and ``Proposed``,
a note by AnnotatorNotes, a line each.  What brat has no place for, of the article, of its spans'
history and of the line ends in notes, stands in ``NAME.article.json``, which brat passes over.

brat's types have plain letters, digits, ``_`` and ``-``.  A label with any other sign in its name
is spelt in numbers of Unicode, so that no two are called the same; ``visual.conf`` has the name to
each, which brat shows, and it is read back.

Read are files as brat makes them as well: pieces of a span that stand apart become spans of their
own, and what a project cannot hold (relations, events, equivalences, other attributes and
references) is told.  A file without annotations says nothing of whether anybody looked.
"""

from annotator.core.format import Format, Unit
from annotator.core.losses import LossKind
from annotator.formats.brat.reading import companions, read, recognise
from annotator.formats.brat.writing import write

FORMAT = Format(
    name="brat",
    suffixes=(".ann",),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    left_behind=frozenset({LossKind.SPLIT}),
    recognise=recognise,
    read=read,
    companions=companions,
    write=write,
    is_folder=True,
)
