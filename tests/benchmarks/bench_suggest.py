"""How long the rules take for an article of 3 kB, and how many articles a second they take.

Run with ``python -m tests.benchmarks.bench_suggest``.  The articles are those that the tests have
marked; times are of the processor, so that other programs do not count.
"""

import time
from statistics import quantiles

from annotator.suggest.rules import found_by_rules
from tests.suggest.marked_articles import HELD_OUT, SEEN, marked_articles

BYTES = 3_000
ROUNDS = 5


def milliseconds(text: str) -> float:
    """Return how long the rules take for ``text``."""
    began = time.process_time()
    for _ in found_by_rules(text):
        pass
    return (time.process_time() - began) * 1000


def main() -> None:
    """Print the figures."""
    texts = [article.text for part in (SEEN, HELD_OUT) for article in marked_articles(part)]
    whole = "\n".join(texts).encode()
    pieces = [
        whole[start : start + BYTES].decode(errors="ignore")
        for start in range(0, len(whole) - BYTES, BYTES)
    ]
    print(f"first article, with the tables read: {milliseconds(pieces[0]):.0f} ms")
    taken = [milliseconds(piece) for _ in range(ROUNDS) for piece in pieces]
    cuts = quantiles(taken, n=20)
    print(f"3 kB, {len(taken)} times: 50 % {cuts[9]:.1f} ms, 95 % {cuts[18]:.1f} ms")
    taken = [milliseconds(text) for _ in range(ROUNDS) for text in texts]
    size = len(whole) / len(texts) / 1000
    print(f"articles of {size:.1f} kB: {len(taken) / sum(taken) * 1000:.0f} a second")


if __name__ == "__main__":
    main()
