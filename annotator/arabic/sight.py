"""A text as the rules see it: its folded tokens, and where each may begin once its clitics are off.

Positions of tokens count folded characters; what is found is told in code points of the text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias, TypeVar

from annotator.arabic.clitics import clitic_cuts
from annotator.arabic.folding import FoldedText, fold, fold_with_index
from annotator.arabic.line_breaks import unwrapped
from annotator.arabic.passages import Token, tokens_of
from annotator.core.language import Stretch

_SHORTEST = 3
"""Letters that a word must have when its clitics are off."""
_OPENING = frozenset("\"“”„«‹‘'[({")
_CLOSING = frozenset("\"“”»›’'])}")
_AROUND_HASHTAGS = _OPENING | frozenset("\n-–—•|،")
"""What may stand before the sign of one without a space."""
_OF_LINKS = frozenset("#/@=&")
"""Behind these, up to the next space, signs join no words of a sentence."""
_TATWEEL = "\N{ARABIC TATWEEL}"
_LONE_TATWEEL = f" {_TATWEEL} "
"""Many write it for a dash: دمشق ـ رويترز."""
_ENDS = frozenset(".\n؟?!؛;…") | {""}


class Hit(NamedTuple):
    """What a rule has found: code points of the text, end exclusive, and the name of the rule."""

    start: int
    end: int
    rule: str


class Word(NamedTuple):
    """A token, or what is left of one without its clitics."""

    text: str
    """Folded; with the article where لل had swallowed its alef."""
    start: int
    """Where it begins in the folded text."""
    clitics: str = ""
    """What was cut off."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the tokens of a text."""

    start: int
    """In the folded text."""
    first: int
    last: int
    """Tokens."""
    rule: str


_Form: TypeAlias = tuple[str, int, str]
_Placed = TypeVar("_Placed", Hit, Stretch)


class Apart:
    """Stretches in order, none within another, beside which others must stand."""

    def __init__(self, stretches: Iterable[_Placed]) -> None:
        self._stretches = sorted((one[0], one[1]) for one in stretches)
        self._ends = [end for _, end in self._stretches]

    def are_apart(self, stretch: Stretch) -> bool:
        """Tell whether none of them shares a letter with ``stretch``."""
        place = bisect_right(self._ends, stretch[0])
        return place == len(self._stretches) or self._stretches[place][0] >= stretch[1]

    def may_hold(self, stretch: Stretch) -> bool:
        """Tell whether each that shares a letter with ``stretch`` lies within it and is shorter."""
        place = bisect_right(self._ends, stretch[0])
        while place < len(self._stretches) and self._stretches[place][0] < stretch[1]:
            start, end = self._stretches[place]
            if start < stretch[0] or end > stretch[1] or (start, end) == stretch:
                return False
            place += 1
        return True


def folded_words(text: str) -> frozenset[str]:
    """Return the words of a table, folded."""
    return frozenset(fold(text).split())


class Sight:
    """The tokens of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: FoldedText = fold_with_index(unwrapped(text).replace(_LONE_TATWEEL, " - "))
        self.folded = self._folded.text
        self.tokens: list[Token] = list(_without_hashtags(tokens_of(self.folded)))
        self._texts = [token.text for token in self.tokens]
        self._forms: dict[str, tuple[_Form, ...]] = {}
        self._readings: list[list[Word] | None] = [None] * len(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, place: int) -> str:
        """Return the folded token at ``place``; nothing beyond both ends."""
        return self._texts[place] if 0 <= place < len(self._texts) else ""

    def is_word(self, place: int) -> bool:
        """Tell whether letters stand at ``place``."""
        return 0 <= place < len(self.tokens) and self.tokens[place].kind == "word"

    def readings(self, place: int) -> list[Word]:
        """Return what the token at ``place`` can be: as it stands, then without its clitics."""
        if not 0 <= place < len(self.tokens):
            return []
        known = self._readings[place]
        if known is None:
            start = self.tokens[place].start
            known = [Word(text, start + cut, gone) for text, cut, gone in self._forms_at(place)]
            self._readings[place] = known
        return known

    def texts(self, place: int) -> list[str]:
        """Return the same as words alone."""
        return [word.text for word in self.readings(place)]

    def _forms_at(self, place: int) -> tuple[_Form, ...]:
        token = self.tokens[place]
        if token.kind != "word":
            return ((token.text, 0, ""),)
        forms = self._forms.get(token.text)
        if forms is None:
            forms = self._forms[token.text] = _forms_of(token.text)
        return forms

    def is_opening(self, place: int) -> bool:
        """Tell whether a quote or bracket stands at ``place`` that may open something."""
        return self.word(place) in _OPENING

    def is_closing(self, place: int) -> bool:
        """Tell whether a quote or bracket stands at ``place`` that may close something."""
        return self.word(place) in _CLOSING

    def ends_here(self, place: int) -> bool:
        """Tell whether a sentence, a line or the text ends at ``place``, or begins behind it."""
        return self.word(place) in _ENDS

    def unquoted_before(self, place: int) -> int:
        """Return the token before ``place`` that is no quote and no bracket that opens."""
        place -= 1
        while self.is_opening(place):
            place -= 1
        return place

    def is_glued(self, place: int) -> bool:
        """Tell whether no space stands between the token at ``place`` and the one before it."""
        within = 0 < place < len(self.tokens)
        return within and self.tokens[place - 1].end == self.tokens[place].start

    def stretch(self, start: int, last: int) -> Stretch:
        """Return from folded position ``start`` to the end of the token ``last``, in the text."""
        first, end = self._folded.source(start, self.tokens[last].end)
        while self.text.startswith(_TATWEEL, end):
            end += 1  # 1447هـ
        return first, end

    def hit(self, name: Name) -> Hit:
        """Return where a name stands in the text."""
        return Hit(*self.stretch(name.start, name.last), name.rule)

    def written(self, place: int) -> str:
        """Return the token at ``place`` as the text spells it."""
        token = self.tokens[place]
        start, end = self._folded.source(token.start, token.end)
        return self.text[start:end]

    def without(self, word: Word, place: int) -> Token:
        """Return the token at ``place`` as ``word`` reads it."""
        token = self.tokens[place]
        return token if not word.clitics else Token(word.text, token.kind, word.start, token.end)


def _without_hashtags(tokens: list[Token]) -> Iterator[Token]:
    """Leave out the signs that make words of a sentence a hashtag: قاعدة #تل_بيدر, or تل_بيدر.

    Between two hashtags one stays: what follows it goes on with no sentence.
    """
    last, is_link = -2, False
    for place, token in enumerate(tokens):
        if place and tokens[place - 1].end < token.start:
            is_link = False
        is_link = is_link or token.text in _OF_LINKS
        if token.text == "_" and (place <= last or (not is_link and _joins(tokens, place))):
            continue
        if token.text == "#" and (end := _end_of_hashtag(tokens, place)) > place:
            is_next = place - 1 == last
            last = end
            if not is_next:
                continue
        yield token


def _end_of_hashtag(tokens: list[Token], place: int) -> int:
    """Return the last token of the hashtag whose sign stands at ``place``, or that."""
    last, before = place, tokens[place - 1] if place else None
    if before and before.end == tokens[place].start and before.text not in _AROUND_HASHTAGS:
        return last  # the fragment of a link
    for ahead in range(place + 1, len(tokens)):
        token = tokens[ahead]
        if token.start != tokens[ahead - 1].end or (token.kind == "sign" and token.text != "_"):
            break
        last = ahead
    return last


def _joins(tokens: list[Token], place: int) -> bool:
    """Tell whether the sign at ``place`` stands between words, with no space around."""
    around = tokens[place - 1 : place] + tokens[place + 1 : place + 2]
    are_words = len(around) == 2 and all(one.kind in {"word", "number"} for one in around)
    return are_words and around[0].end == tokens[place].start == around[1].start - 1


def _shortest(clitics: str) -> int:
    """Return how many letters must be left: وتل and لسي begin names of several words."""
    return _SHORTEST - (clitics in ("و", "ل"))


def _forms_of(text: str) -> tuple[_Form, ...]:
    """Return a word as it stands and without clitics, how much was cut, and what."""
    forms = [(text, 0, "")]
    for cut in (0, *clitic_cuts(text)):
        if text.startswith("لل", cut) and len(text) - cut > _SHORTEST:
            # The second lam stands for the article.
            forms.append((f"ا{text[cut + 1 :]}", cut + 1, text[: cut + 1]))
        elif cut and not text[:cut].endswith("ال") and len(text) - cut >= _shortest(text[:cut]):
            forms.append((text[cut:], cut, text[:cut]))
    return tuple(forms)
