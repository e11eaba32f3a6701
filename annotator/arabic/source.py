"""The words and clitics of Arabic as code that stands alone, for programs that know nothing of us.

It is taken from the modules that do the work here, so that the two cannot differ.
"""

import inspect

from annotator.arabic.clitics import CLITICS, ENOUGH, clitic_cuts
from annotator.arabic.words import WORD, words

_PATTERNS = {"WORD": WORD, "CLITICS": CLITICS, "ENOUGH": ENOUGH}


def tokenizer_source() -> str:
    """Return Python code that defines ``words`` and ``clitic_cuts``, and needs ``regex`` alone."""
    patterns = (
        f"{name} = regex.compile({pattern.pattern!r})" for name, pattern in _PATTERNS.items()
    )
    functions = (inspect.getsource(function).rstrip() for function in (words, clitic_cuts))
    return "\n\n\n".join(["\n".join(patterns), *functions])
