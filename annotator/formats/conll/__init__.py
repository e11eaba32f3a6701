"""CoNLL: a token a line with its tag in the last column, a blank line after each sentence.

It knows no offsets and one span a token.  Written are four columns parted by blanks, of which the
second and the third say nothing (``_``), as readers of CoNLL-2003 expect them; before each article
stands its ``-DOCSTART-`` line.  What else is known of an article has no place that those readers
would bear, and is counted as lost, as are its own spaces and line ends.  Spans that begin or end
inside a token take the whole of it; of those over one another the longest stays.  Sentences are
not cut where a span that is written runs on.

Read are two to four columns, parted by tabs or by blanks, in IOB1, IOB2, BILOU or BIOES.  The text
is made anew: a blank between tokens, a new line after each sentence.
"""

from functools import partial

from annotator.core.format import Format, Unit
from annotator.core.losses import OF_ARTICLES, OF_SPANS, LossKind
from annotator.core.tags import Scheme
from annotator.formats.conll.reading import count, read, read_tags, recognise
from annotator.formats.conll.writing import write


def _format(name: str, suffixes: tuple[str, ...], scheme: Scheme, *, with_ends: bool) -> Format:
    return Format(
        name=name,
        suffixes=suffixes,
        unit=Unit.TOKENS,
        nested=False,
        subword=False,
        has_tokens=True,
        left_behind=OF_SPANS | OF_ARTICLES | {LossKind.SPACING},
        recognise=partial(recognise, with_ends=with_ends),
        read=read,
        count=count,
        read_tags=partial(read_tags, scheme=scheme),
        write=partial(write, scheme=scheme),
    )


IOB2 = _format("conll", (".conll", ".iob", ".iob2", ".bio"), Scheme.IOB2, with_ends=False)
BILOU = _format("bilou", (".bilou", ".bioes"), Scheme.BILOU, with_ends=True)
