"""Which articles may hold the words of a search: asked of the index, without reading a text.

The index knows runs of three characters and not where they stand; so what it names are candidates,
in which each word has still to be looked for.  A shorter word is the beginning of such runs, all of
which the index can list, unless it stands at the very end of a title or text: the ends have an
index of their own.  One that is common is looked for in all articles: it is soon found.
"""

from collections.abc import Sequence

from sqlite_utils import Database

_TRIGRAM = 3
_MOST_TRIGRAMS = 100
"""How many of a query's trigrams the index is asked for: more would hardly leave fewer articles."""
_MOST_TERMS = 500
"""How many runs may begin with a short word for the index to be asked."""
_COMMON = 2_000
"""Of how many articles, at least, a common word is a part."""


def match_of(words: Sequence[str]) -> str:
    """Return what to ask the index for words of three letters and more; empty if none is so."""
    trigrams = dict.fromkeys(
        word[at : at + _TRIGRAM] for word in words for at in range(len(word) - _TRIGRAM + 1)
    )
    return " AND ".join(map(_quoted, list(trigrams)[:_MOST_TRIGRAMS]))


def holding_short_words(db: Database, words: Sequence[str]) -> list[int] | None:
    """Return the numbers of the articles that may hold the rarest of some short words, in order.

    ``None`` if all are common, or the index would take the letters for others.
    """
    # The index knows small letters alone, as a text's folding leaves them with few exceptions.
    choices = [
        (len(terms), word, terms)
        for word in words
        if word == word.lower() and (terms := _terms(db, word)) is not None
    ]
    if not choices:
        return None
    _, word, terms = min(choices)
    found = {number for (number,) in db.execute(_AT_ENDS, [word])}
    if terms:
        match = " OR ".join(map(_quoted, terms))
        found.update(number for (number,) in db.execute(_MATCHING, [match]))
    return sorted(found)


_AT_ENDS = "SELECT number FROM folded INDEXED BY folded_by_ends WHERE instr(ends, ?)"
_MATCHING = "SELECT rowid FROM folded_trigrams WHERE folded_trigrams MATCH ?"


def _terms(db: Database, word: str) -> list[str] | None:
    """Return the runs that begin with ``word``; ``None`` if it is common."""
    rows = db.execute(
        "SELECT term, doc FROM folded_terms WHERE term >= ? AND term < ?",
        [word, f"{word}\U0010ffff"],
    )
    terms: list[str] = []
    for term, articles in rows:
        if articles > _COMMON or len(terms) == _MOST_TERMS:
            return None
        terms.append(term)
    return terms


def _quoted(term: str) -> str:
    doubled = term.replace('"', '""')
    return f'"{doubled}"'
