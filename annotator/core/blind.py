"""Names that say nothing: who reviews must not know whose answer is whose."""

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from annotator.core.model import Layer, derived_id


def blind_names(secret: str, authors: Iterable[str]) -> dict[str, str]:
    """Return A, B, C … for authors, in the order of these letters.

    Who is A follows from ``secret``: with the hash of a text it differs from article to article,
    but is the same each time one is looked at.
    """
    shuffled = sorted(set(authors), key=lambda name: _rank(secret, name))
    return {author: blind_name(number) for number, author in enumerate(shuffled)}


def _rank(secret: str, author: str) -> tuple[bytes, str]:
    return sha256(f"{secret}\x1f{author}".encode()).digest(), author


def blind_name(number: int) -> str:
    """Return the name of the author of that number: A to Z, then AA, AB and so on."""
    last = chr(ord("A") + number % 26)
    return last if number < 26 else blind_name(number // 26 - 1) + last


def blind_layer(layer: Layer, letter: str, moment: str) -> Layer:
    """Return a layer that tells neither who drew it nor when, nor how long that took.

    All is dated ``moment``; an id has the time in it at which a span was drawn, and gives way too.
    """
    spans = (
        replace(
            span,
            id=derived_id("released", layer.article_id, *span.place),
            created_at=moment,
            changed_at=moment,
        )
        for span in layer
    )
    return replace(layer, author=letter, spans=tuple(spans), seconds=0.0)
