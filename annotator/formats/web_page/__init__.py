"""Web pages (HTML): the article of a page, without what surrounds it there.

Its paragraphs, headings, rows of tables and points of lists are lines; navigation, advertisements,
links to share, comments and what is related are left out.  No character of a line is changed:
marks of direction and no-break spaces stay.  The title, the day, the address and the outlet are
what the page tells machines.
"""

from annotator.core.format import Format, Unit
from annotator.core.losses import OF_SPANS
from annotator.formats.web_page.reading import read, recognise

FORMAT = Format(
    name="html",
    suffixes=(".html", ".htm", ".xhtml"),
    unit=Unit.NONE,
    nested=False,
    subword=False,
    left_behind=OF_SPANS,
    recognise=recognise,
    read=read,
)
