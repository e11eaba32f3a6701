"""What is needed to train on the docs: the code of their tokenizer, and a configuration.

The code is our own, taken from the modules that do the work here, so that whoever trains cuts as
the docs are cut and no span is misaligned.  It needs nothing of ours.
"""

import ast
import inspect
from collections.abc import Collection, Iterable
from pathlib import Path
from types import ModuleType

from annotator.core import tokens
from annotator.core.format import TRAIN, needed
from annotator.core.language import Language

SPANS_KEY = "sc"
"""Where ``spancat`` looks for the spans of a doc, unless it is told otherwise."""
_NAME = "annotator.clitics.v1"
_HEAD = f'''"""The tokenizer of the docs in this folder: words without clitics, numbers, signs.

In this folder, with spaCy and ``pip install regex``:

    python -m spacy debug data config.cfg --code functions.py
    python -m spacy train config.cfg --code functions.py --output model

Whoever loads the model imports this file before; ``spacy package --code functions.py`` puts it in.

The details of ``doc.spans["{SPANS_KEY}"][n]`` (value, note, who is not sure, and the borders, where
they lie inside a word) are ``doc.user_data["spans"][n]``; ``doc.user_data["article"]`` tells of the
article.  Offsets count Unicode code points, ends exclusive.

Written by Annotator. Licensed under the Apache License, Version 2.0
(https://www.apache.org/licenses/LICENSE-2.0).
"""

from __future__ import annotations
'''
_IMPORTS = ("import regex", "import spacy")
_LANGUAGE = '''
Stretch = tuple[int, int]


class Language:
    """What a tokenizer asks of a language."""

    words = staticmethod(words)
    clitic_cuts = staticmethod(clitic_cuts)
'''
_TAIL = f'''
@spacy.registry.tokenizers("{_NAME}")
def clitic_tokenizer():
    return lambda nlp: CliticTokenizer(nlp.vocab, Language())
'''


def write_code(path: Path, language: Language) -> None:
    """Write the tokenizer as a file that stands alone."""
    from annotator.formats.spacy import functions

    imports = set(_IMPORTS)
    bodies = [_body(module, imports) for module in (tokens, functions)]
    head = "\n".join([_HEAD, *sorted(imports)])
    parts = (head, language.tokenizer_source(), _LANGUAGE, *bodies, _TAIL)
    code = "\n\n\n".join(part.strip() for part in parts)
    path.write_text(f"{code}\n", encoding="utf-8", newline="\n")


def _body(module: ModuleType, imports: set[str]) -> str:
    """Return the code of a module without docstring and imports; those of others are gathered."""
    code = inspect.getsource(module)
    lines = code.split("\n")
    docstring, *statements = ast.parse(code).body
    dropped = [docstring]
    for node in statements:
        if isinstance(node, ast.Import | ast.ImportFrom):
            dropped.append(node)
            source = ast.unparse(node)
            if not source.startswith(("from annotator.", "from __future__ ")):
                imports.add(source)
    for node in reversed(dropped):
        del lines[node.lineno - 1 : node.end_lineno]
    return "\n".join(lines)


def write_config(
    path: Path, language: Language, splits: Collection[str], nested: Iterable[int]
) -> None:
    """Write the configuration of a blank pipeline that learns what the docs hold.

    Where spans nest, ``nested`` tells how many words those of the docs have, all of which
    ``spancat`` is to try; where none do it is empty, and ``ner`` is enough.
    """
    lengths = sorted(nested)
    learner = "spancat" if lengths else "ner"
    config = needed("spacy.cli.init_config", "spacy").init_config(
        lang=language.code, pipeline=[learner], optimize="efficiency", gpu=False
    )
    config["nlp"]["tokenizer"] = {"@tokenizers": _NAME}
    # Without splits there is nothing else to watch the training by: the scores are too good then.
    config["paths"] |= {TRAIN: TRAIN, "dev": "dev" if "dev" in splits else TRAIN}
    if lengths:
        component = config["components"][learner]
        component["spans_key"] = SPANS_KEY
        component["suggester"]["sizes"] = lengths
    config.to_disk(path)
