"""What can be asked of the list of articles: which of them, and in which order."""

from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidQuery
from annotator.core.model import Status
from annotator.core.phrases import QUOTES, words_of
from annotator.core.text import is_iso_day

_BINDING = '"“”„«»'
"""Quotes that make one of the words in them."""


def wanted_words(words: str) -> list[str]:
    """Return what must be found, each once: the words, and what stands in quotes as one.

    Quotes within quotes bind nothing more; those without a partner are looked for as they are.
    """
    tokens = words.split()
    wanted, place = [], 0
    for start, end in _in_quotes(tokens):
        phrase = _bare(tokens[start:end])
        if start >= place and phrase:
            wanted += [*tokens[place:start], phrase]
            place = end
    return list(dict.fromkeys(wanted + tokens[place:]))


def as_one(words: str) -> str:
    """Return words that are looked for in a row, as ``wanted_words`` does those in quotes."""
    tokens = words.split()
    return (_bare(tokens) if (0, len(tokens)) in _in_quotes(tokens) else "") or " ".join(tokens)


def _bare(tokens: list[str]) -> str:
    """Return a phrase without the quotes around it and in it."""
    return " ".join(words_of(" ".join(tokens).strip(f" {QUOTES}")))


def _in_quotes(tokens: list[str]) -> list[tuple[int, int]]:
    """Return from which token to which one quotes stand, the outer ones before the inner."""
    opened: list[int] = []
    pairs = []
    for place, token in enumerate(tokens):
        opening = len(token) - len(token.lstrip(_BINDING))
        closing = len(token) - len(token.rstrip(_BINDING))
        if opening == len(token):  # it stands alone
            opening, closing = (0, 1) if opened else (1, 0)
        opened += [place] * opening
        for _ in range(min(closing, len(opened))):
            pairs.append((opened.pop(), place + 1))
    return sorted(pairs, key=lambda pair: (pair[0], -pair[1]))


def unquoted(words: str) -> str:
    """Return words of which none is bound to the next one by quotes."""
    return words.translate(dict.fromkeys(map(ord, QUOTES), " "))


class Order(StrEnum):
    """By what articles are sorted; those that are alike in it, by when they were added."""

    ADDED = "added"
    TITLE = "title"
    PUBLISHED = "published"
    STATUS = "status"
    SPANS = "spans"
    DOUBT = "doubt"
    """First what the sources of suggestions are least sure of."""
    NEW_NAMES = "new names"
    """First what has most names that were never marked."""

    @property
    def follows_suggestions(self) -> bool:
        """Whether articles must have been looked through for suggestions to be sorted so."""
        return self in (Order.DOUBT, Order.NEW_NAMES)


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Which articles one author wants to see, and in which order.

    What is not asked for is empty, and leaves all articles in; what is asked for must all hold.
    """

    words: str = ""
    """Folded words, of which an article's title or text must hold each: see ``wanted_words``."""
    statuses: frozenset[Status] = frozenset()
    """How far the author may be."""
    label: str = ""
    """A label that a span of the author must carry."""
    outlet: str | None = None
    """Where it appeared; empty for articles of which nobody told."""
    published_from: str = ""
    """The first day of publication, as an ISO date."""
    published_to: str = ""
    """The last one."""
    has_note: bool = False
    """Whether the article or one of the author's spans must bear a note."""
    unsure: bool = False
    """Whether the author must be unsure of a span."""
    guideline: str = ""
    """The version of the guidelines; only what was finished under another one is wanted."""
    whose: str = ""
    """Another author whose articles and layers are meant, for leads: assigned, a test, or begun.

    Empty for the own."""
    anyone: bool = False
    """Whether the finished layers of all authors are meant, for leads, tests left out: with
    ``label`` those that hold it."""
    as_work: bool = False
    """Whether what the author was given as a test is left out."""
    is_free: bool = False
    """Whether nobody has it; what is assigned to nobody is what handing out by lot deals."""
    of_anybody: bool = False
    """Whether ``statuses`` tell how far anybody is who works on it; new if nobody has begun."""
    seer: str = ""
    """An author who sees the own articles only; empty for who sees all."""
    order: Order = Order.ADDED
    descending: bool = False

    def __post_init__(self) -> None:
        for day in filter(None, (self.published_from, self.published_to)):
            if not is_iso_day(day):
                raise InvalidQuery(
                    QT_TRANSLATE_NOOP("errors", "“{day}” is no day written like 2026-02-23."),
                    day=day,
                )
        if self.published_to and self.published_from > self.published_to:
            raise InvalidQuery(
                QT_TRANSLATE_NOOP("errors", "The first day, {first}, is after the last, {last}."),
                first=self.published_from,
                last=self.published_to,
            )

    @property
    def is_filtered(self) -> bool:
        """Tell whether more than words leaves articles out, of those that one sees."""
        return replace(self, words="", seer="", order=Order.ADDED, descending=False) != type(self)()

    @property
    def leaves_out(self) -> bool:
        """Tell whether there may be articles that are not asked for."""
        return self.is_filtered or bool(self.words.strip())
