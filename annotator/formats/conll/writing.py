"""Writes columns: a token a line, a blank line after each sentence."""

from pathlib import Path

from annotator.core.flattening import flattened
from annotator.core.format import Dataset
from annotator.core.losses import LossKind
from annotator.core.sentences import by_sentence
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
            runs = [tokens.stretch(one.tokens) for one in layer.kept]
            # A mark may stand on a space, which would begin a column.
            words = ["".join(text[start:end].split()) for start, end in tokens]
            sentences = []
            file.write(f"{_START}\n\n")
            for found in by_sentence(text, tokens, runs, dataset.language):
                file.writelines(f"{words[one]} _ _ {tags[one]}\n" for one in found)
                file.write("\n")
                sentences.append(" ".join(words[found.start : found.stop]))
            if "\n".join(sentences) != text:
                dataset.account.lose(exported.article, LossKind.SPACING)
