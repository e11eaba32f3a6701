"""Docs of spaCy on tokens with their clitics cut off; the text is kept to the last space.

What stands between two tokens is a word of its own, as spaCy has it for more than one space.
"""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from annotator.core.language import Language
from annotator.core.tokens import Tokenizer, Tokens


def spelled(vocab: Vocab, text: str, tokens: Tokens) -> tuple[Doc, list[int]]:
    """Return a doc of ``text``, and at which of its words each of the ``tokens`` stands."""
    words: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    reached = 0
    for start, end in chain(tokens, [(len(text), len(text))]):
        if reached < start and words and text[reached] == " ":
            spaces[-1] = True
            reached += 1
        if reached < start:
            words.append(text[reached:start])
            spaces.append(False)
        if start < end:
            places.append(len(words))
            words.append(text[start:end])
            spaces.append(False)
        reached = end
    return Doc(vocab, words=words, spaces=spaces), places


class CliticTokenizer(DummyTokenizer):
    """Makes docs of texts."""

    def __init__(self, vocab: Vocab, language: Language) -> None:
        self.vocab = vocab
        self._tokenizer = Tokenizer(language)

    def __call__(self, text: str) -> Doc:
        return spelled(self.vocab, text, self._tokenizer.with_signs(text))[0]
