"""Writes columns: a token a line, a blank line after each sentence."""

from pathlib import Path

from annotator.core.flattening import flattened
from annotator.core.format import Dataset
from annotator.core.losses import LossKind
from annotator.core.respelling import text_of_rows, word_rows
from annotator.core.tags import Scheme, tags_for
from annotator.core.tokens import Tokenizer

_START = "-DOCSTART- -X- O O"
"""The line before an article, to the letter: others part a file by it."""


def write(out: Path, dataset: Dataset, scheme: Scheme) -> None:
    """Write the articles to ``out``, one after the other."""
    tokenizer = Tokenizer(dataset.language)
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for exported in dataset:
            text = exported.article.text
            tokens = tokenizer.with_signs(text)
            layer = flattened(tokens, exported.layer)
            layer.tell(dataset.account, exported.article)
            tags = tags_for(len(tokens), layer.kept, scheme)
            rows = list(word_rows(text, tokens, layer.kept, dataset.language))
            file.write(f"{_START}\n\n")
            for found, words in rows:
                tagged = zip(words, tags[found.start : found.stop], strict=True)
                file.writelines(f"{word} _ _ {tag}\n" for word, tag in tagged)
                file.write("\n")
            if text_of_rows(words for _, words in rows) != text:
                dataset.account.lose(exported.article, LossKind.SPACING)
