"""Words that lose what stands between them, and are found again in the text that they are from."""

from collections.abc import Iterable, Iterator

from annotator.core.flattening import TokenSpan
from annotator.core.language import Language
from annotator.core.sentences import by_sentence
from annotator.core.tokens import UNSEEN, Tokens


def word_rows(
    text: str, tokens: Tokens, laid: Iterable[TokenSpan], language: Language
) -> Iterator[tuple[range, list[str]]]:
    """Yield which tokens stand in each sentence, and their words; none of ``laid`` is cut."""
    runs = [tokens.stretch(one.tokens) for one in laid]
    # A mark may stand on a space, which would part a word.
    words = ["".join(text[start:end].split()) for start, end in tokens]
    for found in by_sentence(text, tokens, runs, language):
        yield found, words[found.start : found.stop]


def text_of_rows(rows: Iterable[Iterable[str]]) -> str:
    """Return the text that is made anew of the words of sentences."""
    return "\n".join(map(" ".join, rows))


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
