"""A text as the rules see it: its folded tokens, and where each may begin once its clitics are off.

Positions of tokens count folded characters; what is found is told in code points of the text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import FoldedText, fold_with_index
from annotator.arabic.passages import Token, tokens_of
from annotator.core.language import Stretch

_SHORTEST = 3
"""Letters that a word must have when its clitics are off."""
_OPENING = frozenset("\"“”„«‹‘'[({")
_CLOSING = frozenset("\"“”»›’'])}")


@dataclass(frozen=True, slots=True)
class Word:
    """A token, or what is left of one without its clitics."""

    text: str
    """Folded; with the article where لل had swallowed its alef."""
    start: int
    """Where it begins in the folded text."""
    clitics: str = ""
    """What was cut off."""


class Apart:
    """Stretches in order, none within another, beside which others must stand."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = sorted(stretches)
        self._ends = [end for _, end in self._stretches]

    def are_apart(self, stretch: Stretch) -> bool:
        """Tell whether none of them shares a letter with ``stretch``."""
        place = bisect_right(self._ends, stretch[0])
        return place == len(self._stretches) or self._stretches[place][0] >= stretch[1]


class Sight:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: FoldedText = fold_with_index(text)
        self.tokens: list[Token] = tokens_of(self._folded.text)

    @cached_property
    def folded(self) -> str:
        """The folded text."""
        return self._folded.text

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, place: int) -> str:
        """Return the folded token at ``place``; nothing beyond both ends."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def is_word(self, place: int) -> bool:
        """Tell whether letters stand at ``place``."""
        return 0 <= place < len(self.tokens) and self.tokens[place].kind == "word"

    def readings(self, place: int) -> Iterator[Word]:
        """Yield what the token at ``place`` can be: as it stands, then without its clitics."""
        token = self.tokens[place]
        yield Word(token.text, token.start)
        if token.kind != "word":
            return
        for cut in (0, *clitic_cuts(token.text)):
            if token.text.startswith("لل", cut) and len(token.text) - cut > _SHORTEST:
                # The second lam stands for the article.
                start = token.start + cut + 1
                yield Word(f"ا{token.text[cut + 1 :]}", start, token.text[: cut + 1])
            elif cut and not token.text[:cut].endswith("ال") and cut <= len(token.text) - _SHORTEST:
                yield Word(token.text[cut:], token.start + cut, token.text[:cut])

    def is_opening(self, place: int) -> bool:
        """Tell whether a quote or bracket stands at ``place`` that may open something."""
        return self.word(place) in _OPENING

    def is_closing(self, place: int) -> bool:
        """Tell whether a quote or bracket stands at ``place`` that may close something."""
        return self.word(place) in _CLOSING

    def stretch(self, start: int, last: int) -> Stretch:
        """Return from folded position ``start`` to the end of the token ``last``, in the text."""
        return self._folded.source(start, self.tokens[last].end)

    def written(self, place: int) -> str:
        """Return the token at ``place`` as the text spells it."""
        token = self.tokens[place]
        start, end = self._folded.source(token.start, token.end)
        return self.text[start:end]

    def without(self, word: Word, place: int) -> Token:
        """Return the token at ``place`` as ``word`` reads it."""
        token = self.tokens[place]
        return replace(token, text=word.text, start=word.start)
