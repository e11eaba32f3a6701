"""A stretch of an article as readers of values see it: folded tokens, with what stands around.

A reader looks at ``LONGEST`` code points of a stretch and at ``AROUND`` on either side of it, so
that its cost does not grow with the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import FoldedText, fold, fold_with_index

LONGEST = 200
AROUND = 80

_TOKEN = regex.compile(
    r"(?V1)(?P<day>(?<![0-9][-/.]?)(?:[0-9]{4}([-/.])[0-9]{1,2}\2[0-9]{1,2}"
    r"|[0-9]{1,2}([-/.])[0-9]{1,2}\3[0-9]{4})(?![0-9]|[-/.][0-9])"
    r"(?:t[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:z|[-+][0-9]{2}:?[0-9]{2})"
    r"|\ ?t?\ ?[0-9]{1,2}(?::[0-9]{2}){1,2}z?)?+)"
    r"|(?P<number>[0-9]{1,3}(?:\ [0-9]{3}){1,9}+(?![0-9])|[0-9]++(?:[.,،][0-9]++)*+)"
    r"|(?P<word>[\p{L}&&\p{Arabic}]++|[\p{L}--\p{Arabic}]++)"
    r"|(?P<sign>[\S\n])"
)
# Within what somebody has marked as one expression it parts no more than a space does.
_LONE_BREAK = regex.compile(r"(?<!\n)\n(?!\n)")
_FRAME = frozenset("\"'“”„«»‹›()[]{}،,؛;:.…!؟?\n")
# A border between the two parts of one number, or between a number and the name that it ends.
_CUT_BEFORE = regex.compile(r"(?:[0-9][.,،:/]?|\p{Latin}[-‐–]?|\p{L}[-‐–])\Z")
_CUT_AFTER = regex.compile(r"\A(?:[.,،:/]?[0-9]|\p{Latin}|\ ?%)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a day in digits, or a single sign; positions count folded characters."""

    text: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch with its surroundings, all of it folded."""

    before: str
    text: str
    after: str
    tokens: tuple[Token, ...]
    """The tokens of the stretch, without the quotes, brackets and punctuation that frame them."""
    _source: str
    _folded: FoldedText

    def as_written(self, token: Token) -> str:
        """Return ``token`` as the article spells it, with its marks."""
        start, end = self._folded.source(token.start, token.end)
        return self._source[start:end]

    def rest(self, token: Token) -> str:
        """Return what follows ``token``, in the stretch and behind it."""
        return self.text[token.end :] + self.after

    def beginnings(self) -> Iterator[tuple[Token, ...]]:
        """Yield the tokens, first as they stand, then as they may be meant.

        A person may have marked a clitic too; and in لل the second lam stands for the article.
        """
        yield self.tokens
        first = self.tokens[0]
        if first.kind == "word":
            shortest = _SHORTEST if len(self.tokens) == 1 else 1
            for word, cut in _meant(first.text, self.before, shortest):
                meant = replace(first, text=word, start=first.start + cut)
                yield (meant, *self.tokens[1:])
        yield from self._without_conjunction_or_preposition(first)

    def _without_conjunction_or_preposition(self, first: Token) -> Iterator[tuple[Token, ...]]:
        glued = self.tokens[1:2]
        if first.text in set("وفبكل") and glued and glued[0].start == first.end:
            yield self.tokens[1:]


_SHORTEST = 3
"""Letters that a lone word must have when its clitics are off: ب of باب is none."""


def _meant(word: str, before: str, shortest: int) -> Iterator[tuple[str, int]]:
    """Yield what else a first word can be, and how many of its letters are then no part of it."""
    if word.startswith("ل") and before.endswith("ل"):
        yield f"ا{word}", 0
    for cut in (0, *clitic_cuts(word)):
        if word.startswith("لل", cut):
            yield f"ا{word[cut + 1 :]}", cut + 1
        elif cut and len(word) >= cut + shortest and not word[:cut].endswith("ال"):
            yield word[cut:], cut


def passage_of(text: str, start: int, end: int) -> Passage | None:
    """Return ``[start, end)`` with its surroundings, or None where no expression can stand.

    That is so for a stretch without words, a very long one, and one whose border cuts a number.
    """
    if not 0 <= start < end <= len(text) or end - start > LONGEST:
        return None
    source = text[start:end]
    folded = fold_with_index(_LONE_BREAK.sub(" ", source))
    before, after = fold(text[max(0, start - AROUND) : start]), fold(text[end : end + AROUND])
    tokens = tokens_of(folded.text)
    while tokens and tokens[0].text in _FRAME:
        tokens = tokens[1:]
    while tokens and tokens[-1].text in _FRAME - {")"}:
        tokens = tokens[:-1]
    if not tokens or _cuts_a_number(before, folded.text, after):
        return None
    return Passage(before, folded.text, after, tuple(tokens), source, folded)


def tokens_of(folded: str) -> list[Token]:
    """Return the tokens of a folded text; a newline is a sign, other spaces are nothing."""
    return [
        Token(match[0], match.lastgroup or "", *match.span()) for match in _TOKEN.finditer(folded)
    ]


def _cuts_a_number(before: str, text: str, after: str) -> bool:
    starts = text[:1].isdecimal() and _CUT_BEFORE.search(before)
    ends = text[-1:].isdecimal() and _CUT_AFTER.search(after)
    return bool(starts or ends)
