"""Folders to train spaCy with: docs, a configuration, and the code of the tokenizer.

Each article is a doc; each split is a folder of files, which spaCy reads one after the other.
``doc.spans["sc"]`` holds all spans, ``doc.ents`` those of which none is over another, the longest
first.  A span that begins or ends inside a token is widened.  Trainers ignore ``doc.user_data``,
where the rest of what was said of a span is kept; entries are also the ``kb_id`` of spans.
"""

from contextlib import ExitStack
from pathlib import Path

from annotator.core.format import TRAIN, Dataset, Format, Unit, needed
from annotator.core.losses import LossKind
from annotator.core.tokens import Tokenizer
from annotator.formats.spacy.docs import Shards
from annotator.formats.spacy.reading import read_tags
from annotator.formats.spacy.training import write_code, write_config


def write(out: Path, dataset: Dataset) -> None:
    """Fill the folder ``out`` with all that training needs."""
    needed("spacy", "spacy")
    tokenizer = Tokenizer(dataset.language)
    splits: dict[str, Shards] = {}
    with ExitStack() as opened:
        for exported in dataset:
            split = exported.split or TRAIN
            if split not in splits:
                splits[split] = opened.enter_context(Shards(out / split, tokenizer))
            for one in splits[split].put(exported):
                one.tell(dataset.account, exported.article)
    shards = splits.values()
    nested = (
        set().union(*(one.lengths for one in shards)) if any(one.nest for one in shards) else ()
    )
    write_config(out / "config.cfg", dataset.language, splits, nested)
    write_code(out / "functions.py", dataset.language)


FORMAT = Format(
    name="spacy",
    suffixes=(),
    unit=Unit.TOKENS,
    nested=True,
    subword=False,
    has_tokens=True,
    left_behind=frozenset({LossKind.TIMES, LossKind.SECONDS}),
    recognise=lambda path, head: False,
    read_tags=read_tags,
    write=write,
    is_folder=True,
    holds_splits=True,
    needs="spacy",
)
