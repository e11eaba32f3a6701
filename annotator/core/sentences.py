"""Sentences that no span runs out of."""

from collections.abc import Iterable, Iterator

from annotator.core.language import Language, Stretch
from annotator.core.tokens import Tokens


def uncut(sentences: Iterable[Stretch], stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield ``sentences``, those made one that any of the stretches runs through.

    The sentences come in order and do not overlap.
    """
    waiting = sorted(stretches, reverse=True)
    reached = 0
    """Where those of the stretches end that begin in what is gathered."""
    gathered: Stretch | None = None
    for start, end in sentences:
        if gathered is not None and start < reached:
            gathered = gathered[0], end
        else:
            if gathered is not None:
                yield gathered
            gathered = start, end
        while waiting and waiting[-1][0] < end:
            reached = max(reached, waiting.pop()[1])
    if gathered is not None:
        yield gathered


def by_sentence(
    text: str, tokens: Tokens, runs: Iterable[Stretch], language: Language
) -> Iterator[range]:
    """Yield which tokens stand in each sentence; none of ``runs`` is cut."""
    for start, end in uncut(language.sentences(text), runs):
        if found := tokens.range_of(start, end):
            yield found
