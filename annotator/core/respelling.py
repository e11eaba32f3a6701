"""Words that have lost what stood between them, found again in the text that they are from."""

from collections.abc import Iterable

from annotator.core.tokens import UNSEEN, Tokens


def spelled_in(text: str, words: Iterable[str]) -> Tokens:
    """Return where ``words`` stand in ``text``, which shows the same letters in the same order."""
    starts: list[int] = []
    ends: list[int] = []
    reached = 0
    for word in words:
        if not word or UNSEEN.fullmatch(word):  # it may be anywhere before what is seen next
            start = end = reached
        else:
            unseen = UNSEEN.match(text, reached)
            seen = unseen.end() if unseen else reached
            start = text.find(word, reached, seen + len(word))
            end = start + len(word)
            if start < 0:
                start, end = _letter_by_letter(text, word, reached)
        starts.append(start)
        ends.append(end)
        reached = end
    return Tokens(starts, ends)


def _letter_by_letter(text: str, word: str, reached: int) -> tuple[int, int]:
    """Return where a word stands out of which spaces were taken, or what cannot be seen."""
    start, end = -1, reached
    for letter in UNSEEN.sub("", word):
        at = text.index(letter, end)
        start = at if start < 0 else start
        end = at + 1
    return start, end
