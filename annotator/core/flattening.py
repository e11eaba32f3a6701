"""Spans on tokens, none over another, as tags of one column need them.

A span that begins or ends inside a token takes the whole of it.  Of spans that share a token the
longest stays (in tokens, then in letters, then the first), the others are dropped.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.core.losses import LossAccount, LossKind
from annotator.core.model import Article, Span
from annotator.core.tokens import Tokens
from annotator.core.values import EntryValue


@dataclass(frozen=True, slots=True)
class TokenSpan:
    """A span on tokens."""

    tokens: range
    """Which they are, by index; none where nothing of it can be seen."""
    span: Span
    is_widened: bool
    """Whether it holds letters that the span does not."""
    is_narrowed: bool
    """Whether the span holds spaces or the like at its borders, which are in no token."""

    @property
    def label(self) -> str:
        """The label of the span."""
        return self.span.label

    @property
    def entry(self) -> str:
        """The entry of the registry that the span means, if it means one."""
        return self.span.value.entry if isinstance(self.span.value, EntryValue) else ""

    def tell(self, account: LossAccount, article: Article) -> None:
        """Tell the account of a dataset that the span is written so."""
        if not self.tokens:
            account.change(article, self.span, LossKind.DROPPED)
        elif self.is_widened:
            account.change(article, self.span, LossKind.WIDENED)
        elif self.is_narrowed:
            account.change(article, self.span, LossKind.NARROWED)
        else:
            account.write(article, [self.span])


@dataclass(frozen=True, slots=True)
class FlatLayer:
    """The spans of a layer on tokens."""

    kept: tuple[TokenSpan, ...]
    """In order, without overlaps."""
    dropped: tuple[Span, ...]
    """Those that lie under one that is kept, or hold nothing that can be seen."""

    def tell(self, account: LossAccount, article: Article) -> None:
        """Tell the account of a dataset what has become of the spans."""
        for one in self.kept:
            one.tell(account, article)
        for span in self.dropped:
            account.change(article, span, LossKind.DROPPED)


def flattened(tokens: Tokens, spans: Iterable[Span]) -> FlatLayer:
    """Return ``spans`` on ``tokens``, none over another."""
    found = [on_tokens(tokens, span) for span in spans]
    found.sort(key=lambda one: (-len(one.tokens), one.span.start - one.span.end, one.span.order))
    taken = bytearray(len(tokens))
    kept: list[TokenSpan] = []
    dropped: list[Span] = []
    for one in found:
        # What is taken is no shorter: where it is under this one, it is under one of its ends.
        if not one.tokens or taken[one.tokens[0]] or taken[one.tokens[-1]]:
            dropped.append(one.span)
        else:
            taken[one.tokens.start : one.tokens.stop] = b"\1" * len(one.tokens)
            kept.append(one)
    kept.sort(key=lambda one: one.tokens.start)
    return FlatLayer(tuple(kept), tuple(dropped))


def on_tokens(tokens: Tokens, span: Span) -> TokenSpan:
    """Return how ``span`` lies on ``tokens``, whatever else does."""
    found = tokens.range_of(span.start, span.end)
    start, end = tokens.stretch(found) if found else (span.start, span.end)
    return TokenSpan(
        found,
        span,
        is_widened=start < span.start or end > span.end,
        is_narrowed=start > span.start or end < span.end,
    )
