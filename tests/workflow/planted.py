"""A corpus of news with near-duplicates planted in it, as wires make them.

Articles are the sentences of the samples, shuffled, with half of their words replaced from a large
vocabulary: they share turns of phrase, as news does, and not their story.  One in five ends with
one of a few paragraphs on what happened before, word for word.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from annotator.arabic import ARABIC
from annotator.core.duplicates import shingles_of, similar_pairs
from annotator.core.progress import Quiet
from annotator.paths import seeds

_LETTERS = "بتجحدرزسشصطعفقكلمنهوي"
_SHAPES = ("{0}{1}{2}", "{0}ا{1}{2}", "م{0}{1}و{2}", "ت{0}{1}ي{2}", "ال{0}{1}{2}ة", "أ{0}{1}ا{2}")
_SENTENCES = 9
"""How many there are in an article, more or less."""

_BACKGROUNDS = 5


@dataclass(frozen=True)
class Planted:
    """A story, and how it reads in another outlet."""

    story: int
    twin: int
    how: str


@dataclass(frozen=True)
class Corpus:
    """Texts, and which of them tell the same story."""

    texts: list[str]
    planted: list[Planted]


def corpus(count: int, twins: int, seed: int = 7) -> Corpus:
    """Return ``count`` texts, of which ``twins`` retell others of them, each another one."""
    chance = random.Random(seed)
    sentences, vocabulary = _sentences(), _vocabulary()
    before = ["\n".join(chance.sample(sentences, 2)) for _ in range(_BACKGROUNDS)]
    stories = [_story(chance, sentences, vocabulary) for _ in range(count - twins)]
    for number in range(0, len(stories), 5):
        stories[number] += "\n" + chance.choice(before)
    texts = [*stories]
    told = chance.sample(range(len(stories)), twins)
    names = list(CHANGES)
    planted = []
    for number, story in enumerate(told):
        how = names[number % len(names)]
        planted.append(Planted(story, len(texts), how))
        texts.append(CHANGES[how](chance, stories[story], sentences, vocabulary))
    order = list(range(count))
    chance.shuffle(order)
    place = {one: new for new, one in enumerate(order)}
    return Corpus(
        [texts[one] for one in order],
        [Planted(place[one.story], place[one.twin], one.how) for one in planted],
    )


def _sentences() -> list[str]:
    texts = (path.read_text("utf-8") for path in sorted((seeds() / "articles").glob("*.txt")))
    return [text[start:end] for text in texts for start, end in ARABIC.sentences(text)]


def _vocabulary() -> list[str]:
    roots = list(product(_LETTERS, repeat=3))
    random.Random(1).shuffle(roots)
    return [_SHAPES[number % len(_SHAPES)].format(*root) for number, root in enumerate(roots)]


def _story(chance: random.Random, sentences: Sequence[str], vocabulary: Sequence[str]) -> str:
    some = chance.sample(sentences, _SENTENCES + chance.randrange(-3, 4))
    return "\n".join(_replaced(chance, one, vocabulary, 0.5) for one in some)


def _replaced(chance: random.Random, sentence: str, vocabulary: Sequence[str], share: float) -> str:
    return " ".join(
        chance.choice(vocabulary) if chance.random() < share else word for word in sentence.split()
    )


# -- how a story reads elsewhere

Change = Callable[[random.Random, str, Sequence[str], Sequence[str]], str]


def _headline(
    chance: random.Random, story: str, sentences: Sequence[str], vocabulary: Sequence[str]
) -> str:
    """Another headline, and the first sentence gone with the old one."""
    _, *rest = story.split("\n")
    return "\n".join([_replaced(chance, chance.choice(sentences), vocabulary, 0.5), *rest])


def _cut(chance: random.Random, story: str, *_: Sequence[str]) -> str:
    words = story.split(" ")
    return " ".join(words[: int(len(words) * chance.uniform(0.5, 0.8))])


def _brief(chance: random.Random, story: str, *_: Sequence[str]) -> str:
    """A tenth of the story or a little more: its begin, or what stands in its middle."""
    words = story.split(" ")
    length = max(12, int(len(words) * chance.uniform(0.1, 0.3)))
    first = chance.choice((0, chance.randrange(len(words) // 2)))
    return " ".join(words[first : first + length])


def _spelling(chance: random.Random, story: str, *_: Sequence[str]) -> str:
    for one, other in (("ة", "ه"), ("أ", "ا"), ("إ", "ا"), ("ى", "ي"), ("،", ","), ("«", '"')):
        story = story.replace(one, other)
    return "".join(letter + "\u0651" * (chance.random() < 0.02) for letter in story)


def _words(chance: random.Random, story: str, _: Sequence[str], vocabulary: Sequence[str]) -> str:
    share = chance.uniform(0.05, 0.12)
    return "\n".join(_replaced(chance, one, vocabulary, share) for one in story.split("\n"))


CHANGES: dict[str, Change] = {
    "headline": _headline,
    "cut end": _cut,
    "brief": _brief,
    "spelling": _spelling,
    "words": _words,
}


def false_joins(found: Corpus) -> list[tuple[int, int]]:
    """Return the pairs that are taken for one story, and are not."""
    planted = {frozenset((one.story, one.twin)) for one in found.planted}
    pairs = similar_pairs((shingles_of(text, ARABIC) for text in found.texts), Quiet())
    same = ((pair.first, pair.second) for pair in pairs if pair.is_same_story)
    return [pair for pair in same if frozenset(pair) not in planted]


def lines(found: Corpus) -> Iterator[dict[str, object]]:
    """Yield the articles as JSON lines, each with a span; twins are of another outlet."""
    twins = {one.twin for one in found.planted}
    for number, text in enumerate(found.texts):
        yield {
            "name": f"{number}.txt",
            "text": text,
            "outlet": "B" if number in twins else "A",
            "spans": [{"label": "base", "start": 0, "end": len(text.split()[0])}],
        }
