"""The source "model": conditional random fields (Lafferty et al. 2001) that learn from gold.

Each label has a field of its own over the tokens of ``core.tokens``, so that spans of different
labels nest and overlap.  What it cannot learn is counted: spans that begin or end inside a token,
and those within others of their label.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotator.arabic import ARABIC
from annotator.arabic.folding import fold
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.language import Stretch
from annotator.core.suggestions import Suggestion
from annotator.core.tokens import Tokenizer, Tokens

MODEL = "model"
"""What this source is called."""
_PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": 40, "feature.possible_transitions": True}
_BEGIN, _INSIDE, _OUTSIDE = "B", "I", "O"
_AFFIX = 3
_STEPS = tuple((step, f"{step}:") for step in (-2, -1, 1, 2))
"""Which neighbours of a token are looked at, and what their features begin with."""
_LEAST = 0.3
"""Confidence under which nothing is suggested."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with what is marked in it."""

    text: str
    spans: tuple[tuple[int, int, str], ...]
    """Start, end and label, in code points."""
    hints: tuple[tuple[int, int, str], ...] = ()
    """What rules find in it: start, end and a word for what they take it for."""


class Trainer:
    """Learns from some of the examples that it has read, as often as is asked."""

    def __init__(self, examples: Sequence[Example]) -> None:
        """Raises RefusedAct if the library that learns is not installed."""
        self._library = _library()
        self._examples = examples
        reading = _Reading()
        self._rows = []
        for example in examples:
            tokens, features = reading.row(example.text, example.hints)
            self._rows.append((tokens, self._library.ItemSequence(features)))

    def train(
        self,
        labels: Iterable[str],
        told: Callable[[int, int], object],
        without: Collection[int] = (),
    ) -> dict[str, bytes]:
        """Return by label the fields that learn from the examples, of labels that have spans there.

        The examples at the places ``without`` are left aside; ``told`` hears how many labels are
        done.
        """
        wanted = list(labels)
        fields: dict[str, bytes] = {}
        for done, label in enumerate(wanted):
            told(done, len(wanted))
            trainer = self._library.Trainer(algorithm="lbfgs", params=_PARAMETERS, verbose=False)
            has_spans = False
            for place, (tokens, items) in enumerate(self._rows):
                if place in without:
                    continue
                tags, _ = _tags(tokens, self._examples[place].spans, label)
                if tags:
                    has_spans |= _BEGIN in tags
                    trainer.append(items, tags)
            if has_spans:
                with TemporaryDirectory(prefix="annotator-") as folder:
                    path = Path(folder) / "field"
                    trainer.train(str(path))
                    fields[label] = path.read_bytes()
        told(len(wanted), len(wanted))
        return fields


def not_learned(examples: Iterable[Example], labels: Iterable[str]) -> dict[str, int]:
    """Return by label how many spans of ``examples`` no field can learn; see above."""
    tokenizer, lost = Tokenizer(ARABIC), dict.fromkeys(labels, 0)
    for example in examples:
        tokens = tokenizer.with_signs(example.text)
        for label in lost:
            lost[label] += _tags(tokens, example.spans, label)[1]
    return lost


class Model:
    """Fields at work."""

    def __init__(self, fields: Mapping[str, bytes]) -> None:
        """Raises RefusedAct if the library is not installed."""
        self._library = library = _library()
        self._fields = dict(fields)
        """The library reads them where they lie: they must not go before it does."""
        self._taggers: dict[str, Any] = {}
        for label, content in self._fields.items():
            tagger = library.Tagger()
            tagger.open_inmemory(content)
            self._taggers[label] = tagger
        self._reading = _Reading()

    def find(self, text: str, hints: Iterable[tuple[int, int, str]] = ()) -> Iterator[Suggestion]:
        """Yield what the fields take for spans of their labels."""
        tokens, features = self._reading.row(text, tuple(hints))
        if not features:
            return
        items = self._library.ItemSequence(features)
        for label, tagger in self._taggers.items():
            tagger.set(items)
            tags = tagger.tag()
            for first, last in _runs(tags):
                confidence = min(
                    tagger.marginal(tags[place], place) for place in range(first, last + 1)
                )
                if confidence >= _LEAST:
                    start, end = tokens.stretch(range(first, last + 1))
                    yield Suggestion(start, end, label, confidence, (MODEL,))


class _Reading:
    """Makes features of texts."""

    def __init__(self) -> None:
        self._tokenizer = Tokenizer(ARABIC)

    def row(
        self, text: str, hints: Sequence[tuple[int, int, str]]
    ) -> tuple[Tokens, list[list[str]]]:
        """Return the tokens of a text and what is to be seen of each and its neighbours."""
        tokens = self._tokenizer.with_signs(text)
        stretches = list(tokens)
        words = [_readable(fold(text[start:end])) for start, end in stretches]
        rules: list[list[str]] = [[] for _ in words]
        for start, end, kind in hints:
            for count, place in enumerate(tokens.range_of(start, end)):
                rules[place].append(f"rule:{kind}:{'I' if count else 'B'}")
        near = [
            [f"word:{word}", f"shape:{_shape(word)}", f"end:{word[-2:]}", *told]
            for word, told in zip(words, rules, strict=True)
        ]
        return tokens, [
            [*near[place], *_own(words[place], stretches, place), *_around(near, words, place)]
            for place in range(len(words))
        ]


def _own(word: str, stretches: Sequence[Stretch], place: int) -> Iterator[str]:
    """Yield what is to be seen of a token and of no other from its neighbours."""
    start, end = stretches[place]
    glued_before = place > 0 and stretches[place - 1][1] == start
    glued_behind = place + 1 < len(stretches) and stretches[place + 1][0] == end
    yield "bias"
    yield f"begins:{word[:_AFFIX]}"
    yield f"ends:{word[-_AFFIX:]}"
    yield f"glued:{glued_before:d}{glued_behind:d}"


def _around(near: Sequence[Sequence[str]], words: Sequence[str], place: int) -> Iterator[str]:
    """Yield what is to be seen of the neighbours of a token."""
    for step, prefix in _STEPS:
        there = place + step
        if 0 <= there < len(near):
            yield from [prefix + told for told in near[there]]
        else:
            yield f"{prefix}edge"
    if place:
        yield f"pair:{words[place - 1]} {words[place]}"


def _readable(word: str) -> str:
    """Return a word as the library can take it: never empty, and without halves of characters."""
    return word.encode("utf-8", "replace").decode() or "?"


def _shape(word: str) -> str:
    if word.isdecimal():
        return f"digits{min(len(word), 5)}"
    if not any(map(str.isalnum, word)):
        return f"sign{word[:1]}"
    if word.isascii():
        return "latin" if word.isalpha() else "mixed"
    return "al" if word.startswith("ال") else "word"


def _tags(
    tokens: Tokens, spans: Iterable[tuple[int, int, str]], label: str
) -> tuple[list[str], int]:
    """Return a tag for each token, and how many spans of the label no tags can tell."""
    tags = [_OUTSIDE] * len(tokens)
    lost = 0
    ordered = sorted((start, -end) for start, end, of in spans if of == label)
    for start, negative in ordered:
        places = tokens.range_of(start, -negative)
        fits = bool(places) and tokens.stretch(places) == (start, -negative)
        if not fits or any(tags[place] != _OUTSIDE for place in places):
            lost += 1
            continue
        for place in places:
            tags[place] = _INSIDE
        tags[places[0]] = _BEGIN
    return tags, lost


def _runs(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield first and last token of each span."""
    first: int | None = None
    for place, tag in enumerate((*tags, _OUTSIDE)):
        if first is not None and tag != _INSIDE:
            yield first, place - 1
            first = None
        if tag == _BEGIN or (tag == _INSIDE and first is None):
            first = place


def can_learn() -> bool:
    """Tell whether the library that learns is installed."""
    return find_spec("pycrfsuite") is not None


def _library() -> Any:
    try:
        import pycrfsuite
    except ImportError as error:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "To learn from gold, the program needs python-crfsuite. Install it with: pip"
                " install annotator[model]",
            )
        ) from error
    return pycrfsuite
