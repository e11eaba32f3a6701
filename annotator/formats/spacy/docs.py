"""The docs of one split, in numbered files."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

from annotator.core.flattening import TokenSpan, flattened, on_tokens
from annotator.core.format import ExportedArticle, needed
from annotator.core.json_records import source_json
from annotator.core.limits import refuse_longer
from annotator.core.model import Span
from annotator.core.tokens import Tokenizer
from annotator.formats.spacy.training import SPANS_KEY

_SHARD = 1_000_000
"""How many letters a file holds, or a little more."""
_LONGEST = 1_000_000
"""Letters: spaCy trains on no longer texts, unless its code is told otherwise (E088)."""
ATTRIBUTES = ("ENT_IOB", "ENT_TYPE", "ENT_KB_ID")
"""What is kept of each word, besides what it is and whether a space follows."""


class Shards:
    """Writes docs to ``0001.spacy`` and so on, about a million letters each.

    Each file has a vocabulary of its own: one for all would hold the words of all articles.
    """

    def __init__(self, folder: Path, tokenizer: Tokenizer) -> None:
        self._folder = folder
        self._tokenizer = tokenizer
        self._spacy = needed("spacy", "spacy")
        self._count = 0
        self.nest = False
        """Whether there are spans over others."""
        self.lengths: set[int] = set()
        """How many words of a doc its spans have."""
        folder.mkdir()
        self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._end()

    def put(self, exported: ExportedArticle) -> list[TokenSpan]:
        """Write an article, and return how its spans lie on the tokens."""
        from annotator.formats.spacy.functions import spelled

        article, layer = exported.article, exported.layer
        refuse_longer(article.name, len(article.text), _LONGEST)
        tokens = self._tokenizer.with_signs(article.text)
        laid = [on_tokens(tokens, span) for span in layer]
        seen = [one for one in laid if one.tokens]
        flat = flattened(tokens, layer).kept
        doc, places = spelled(self._vocab, article.text, tokens)
        doc.set_ents(self._spans(doc, places, flat))
        doc.spans[SPANS_KEY] = self._spans(doc, places, seen)
        doc.user_data = {
            "article": _article(exported),
            "spans": [_details(one.span) for one in seen],
        }
        self.nest |= len(flat) < len(seen)
        self.lengths.update(map(len, doc.spans[SPANS_KEY]))
        self._docs.add(doc)
        self._letters += len(article.text)
        if self._letters >= _SHARD:
            self._end()
            self._begin()
        return laid

    def _spans(self, doc: Any, places: list[int], laid: Iterable[TokenSpan]) -> list[Any]:
        return [
            self._spacy.tokens.Span(
                doc,
                places[one.tokens[0]],
                places[one.tokens[-1]] + 1,
                one.label,
                kb_id=one.entry,
            )
            for one in laid
        ]

    def _begin(self) -> None:
        self._vocab = self._spacy.vocab.Vocab()
        self._docs = self._spacy.tokens.DocBin(ATTRIBUTES, store_user_data=True)
        self._letters = 0

    def _end(self) -> None:
        if len(self._docs):
            self._count += 1
            self._docs.to_disk(self._folder / f"{self._count:04}.spacy")


def _article(exported: ExportedArticle) -> dict[str, object]:
    article, layer = exported.article, exported.layer
    return {
        "id": article.id,
        "name": article.name,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "direction": article.direction.value,
        "sha256": article.sha256,
        "meta": article.meta,  # as JSON: numbers in it may be larger than a doc can hold
        "note": article.note,
        "sources": json.dumps(list(map(source_json, exported.sources)), ensure_ascii=False),
        "author": layer.author,
        "status": layer.status.value,
        "reason": layer.state.reason,
        "guideline": layer.guideline,
    }


def _details(span: Span) -> dict[str, object]:
    """Return what is said of a span, without the times, which are nobody's business."""
    return {key: told for key, told in span.to_json().items() if not key.endswith("_at")}
