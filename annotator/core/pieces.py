"""Articles cut into pieces, each an article of its own; no span is ever cut, so that none is lost.

A piece that a span would run out of goes on until none does.  It is called by the name of its
article with ``#`` and its number.  Where it stood there, in code points, its ``meta`` tells.
Spaces around pieces are in none, unless a span holds them; nor are byte order marks before one,
which every reader would take away from the start of a text.  Where a span holds such a mark, the
piece begins with what stands before that.
"""

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.core.format import ExportedArticle
from annotator.core.language import Language, Stretch
from annotator.core.model import Article, Span, derived_id
from annotator.core.sentences import uncut
from annotator.core.text import sha256_of
from annotator.core.tokens import Tokenizer, Tokens

_MARK = "\N{BYTE ORDER MARK}"
META_KEY = "annotator_piece"
"""Under it the ``meta`` of a piece tells its place: no other program uses it."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """How articles are cut."""

    most_tokens: int | None = None
    """How many tokens a piece may have, unless a span or a word has more; else it is a sentence."""


class Cutter:
    """Cuts articles of one language."""

    def __init__(self, language: Language, cutting: Cutting) -> None:
        self._language = language
        self._most = cutting.most_tokens
        self._tokenizer = Tokenizer(language)

    def pieces(self, whole: ExportedArticle) -> Iterator[ExportedArticle]:
        """Yield the pieces of an article with their spans, in order."""
        text, spans = whole.article.text, whole.layer.spans
        stretches = list(self._stretches(text, [(span.start, span.end) for span in spans]))
        ends = [end for _, end in stretches]
        inside: list[list[Span]] = [[] for _ in stretches]
        for span in spans:
            # One that lies between pieces, over spaces alone, goes with the next, or the last.
            inside[min(bisect_right(ends, span.start), len(ends) - 1)].append(span)
        found = [
            (_around(text, stretch, some), some)
            for stretch, some in zip(stretches, inside, strict=True)
        ]
        shown = [(place, some) for place, some in found if some or place[0] < place[1]]
        for number, (place, some) in enumerate(shown or [((0, len(text)), [])], start=1):
            yield _piece(whole, number, place, some)

    def _stretches(self, text: str, spans: Sequence[Stretch]) -> Iterator[Stretch]:
        if self._most is None:
            return uncut(self._language.sentences(text), spans)
        tokens = self._tokenizer.with_signs(text)
        if not tokens:  # nothing that can be seen
            return iter([(0, len(text))])
        return self._packed(text, tokens, uncut(_words(tokens), spans), self._most)

    def _packed(
        self, text: str, tokens: Tokens, parts: Iterable[Stretch], most: int
    ) -> Iterator[Stretch]:
        """Yield pieces of as many ``parts`` as may be, whole sentences where there are some."""
        sentences = iter([start for start, _ in self._language.sentences(text)])
        sentence = next(sentences, len(text))
        gathered: list[Stretch] = []
        sizes: list[int] = []
        total = whole = 0
        """How many tokens are gathered, and how many of the parts are whole sentences."""
        for part in parts:
            while sentence <= part[0]:
                whole, sentence = len(gathered), next(sentences, len(text))
            size = len(tokens.range_of(*part))
            while gathered and total + size > most:
                cut = whole or len(gathered)
                yield gathered[0][0], gathered[cut - 1][1]
                total -= sum(sizes[:cut])
                gathered, sizes, whole = gathered[cut:], sizes[cut:], 0
            gathered.append(part)
            sizes.append(size)
            total += size
        yield gathered[0][0], gathered[-1][1]


def _words(tokens: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield the tokens, those made one between which nothing stands."""
    gathered: Stretch | None = None
    for start, end in tokens:
        if gathered is not None and start == gathered[1]:
            gathered = gathered[0], end
        else:
            if gathered is not None:
                yield gathered
            gathered = start, end
    if gathered is not None:
        yield gathered


def _around(text: str, stretch: Stretch, spans: Sequence[Span]) -> Stretch:
    """Return the stretch with all that the spans hold, as a text that can stand alone."""
    start, end = stretch
    while start < end and (text[start] == _MARK or text[start].isspace()):
        start += 1
    start = min([start, *(span.start for span in spans)])
    # No article begins with a mark: there is something before it.
    while text.startswith(_MARK, start):
        start -= 1
    return start, max([end, *(span.end for span in spans)])


def _piece(
    whole: ExportedArticle, number: int, stretch: Stretch, spans: Iterable[Span]
) -> ExportedArticle:
    start, end = stretch
    article = whole.article
    text = article.text[start:end]
    identity = derived_id("piece", article.id, start, end)
    moved = (replace(span, start=span.start - start, end=span.end - start) for span in spans)
    # How long somebody worked is known of the whole alone.
    layer = replace(whole.layer, article_id=identity, spans=tuple(moved), seconds=0.0)
    return replace(whole, article=_cut(article, number, stretch, identity, text), layer=layer)


def _cut(article: Article, number: int, stretch: Stretch, identity: str, text: str) -> Article:
    place = {"article": article.name, "id": article.id, "sha256": article.sha256}
    place_in_it = dict(zip(("start", "end"), stretch, strict=True))
    meta = json.loads(article.meta) | {META_KEY: place | place_in_it}
    return replace(
        article,
        id=identity,
        name=f"{article.name}#{number}",
        text=text,
        sha256=sha256_of(text),
        meta=json.dumps(meta, ensure_ascii=False),
    )
