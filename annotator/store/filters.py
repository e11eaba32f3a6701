"""What a query of the list demands of an article, as SQL.

The conditions speak of ``listed`` (the article, by an index that holds all that is asked of it, so
that no text is read) and of ``layers`` (the author's layer of it, if there is one).
"""

import json

from annotator.core.query import ArticleQuery, wanted_words

OPEN_TEST = """(test.ended = 0 OR EXISTS (
    SELECT 1 FROM layers AS tested WHERE tested.article_id = test.article_id
        AND tested.author = test.author AND tested.status = 'finished'))"""
"""Whether an author still sees the article of a ``test``: it runs, or she has finished it."""
SEEN = f"""(NOT EXISTS (SELECT 1 FROM assignments) AND NOT EXISTS (
        SELECT 1 FROM qualifications AS test WHERE test.author = :seer AND {OPEN_TEST})
    OR EXISTS (SELECT 1 FROM authors WHERE name = :seer AND role <> 'annotator')
    OR EXISTS (SELECT 1 FROM assignments WHERE assignments.author = :seer
                                           AND assignments.article_id = {{article_id}})
    OR EXISTS (SELECT 1 FROM qualifications AS test
               WHERE test.author = :seer AND test.article_id = {{article_id}} AND {OPEN_TEST}))"""
"""Whether an author may see an article: one of the own, or any where nothing is assigned at all.

What was given as a test is among the own.  Leads see all."""
NO_TEST = """NOT EXISTS (SELECT 1 FROM qualifications AS test
    WHERE test.article_id = {layer}.article_id AND test.author = {layer}.author)"""
"""Whether a layer was drawn as work, not as a test."""
_NOTED = """(listed.note <> '' OR EXISTS (
    SELECT 1 FROM spans WHERE spans.layer = layers.number AND spans.note <> ''))"""
_UNSURE = "EXISTS (SELECT 1 FROM spans WHERE spans.layer = layers.number AND spans.unsure = 1)"
_LABEL = "EXISTS (SELECT 1 FROM spans WHERE spans.layer = layers.number AND spans.label = :label)"
_ANYONE = f"""EXISTS (
    SELECT 1 FROM layers AS one JOIN authors ON authors.name = one.author
    WHERE one.article_id = listed.id AND one.status = 'finished' AND authors.role <> 'machine'
      AND {NO_TEST.format(layer="one")}
      AND (:label = '' OR EXISTS (
          SELECT 1 FROM spans WHERE spans.layer = one.number AND spans.label = :label)))"""
_WHOSE = """(layers.status <> 'new' OR EXISTS (
    SELECT 1 FROM assignments WHERE assignments.author = :author
                                AND assignments.article_id = listed.id)
    OR EXISTS (SELECT 1 FROM qualifications AS test
               WHERE test.author = :author AND test.article_id = listed.id AND test.ended = 0))"""
_AS_WORK = """NOT EXISTS (SELECT 1 FROM qualifications AS test
    WHERE test.author = :author AND test.article_id = listed.id)"""
_OUTLET = """(ifnull(listed.outlet, '') = :outlet OR EXISTS (
    SELECT 1 FROM sources WHERE sources.article_id = listed.id
                            AND ifnull(sources.outlet, '') = :outlet AND :outlet <> ''))"""
_STATUS = "coalesce(layers.status, 'new') IN (SELECT value FROM json_each(:statuses))"
_WORKED_ON = f"""SELECT 1 FROM layers AS theirs JOIN authors ON authors.name = theirs.author
    WHERE theirs.article_id = listed.id AND theirs.status <> 'new' AND authors.role <> 'machine'
      AND {NO_TEST.format(layer="theirs")}"""
_ANY_STATUS = f"""(EXISTS ({_WORKED_ON}
        AND theirs.status IN (SELECT value FROM json_each(:statuses)))
    OR 'new' IN (SELECT value FROM json_each(:statuses)) AND NOT EXISTS ({_WORKED_ON}))"""
_FREE = "NOT EXISTS (SELECT 1 FROM assignments WHERE article_id = listed.id)"
_WORDS = """NOT EXISTS (SELECT 1 FROM json_each(:words) AS word
                        WHERE NOT instr(folded.title, word.value)
                          AND NOT instr(folded.text, word.value))"""
_PHRASES = """NOT EXISTS (SELECT 1 FROM json_each(:phrases) AS phrase
                          WHERE NOT holds_phrase(folded.title, phrase.value)
                            AND NOT holds_phrase(folded.text, phrase.value))"""
"""Asked of articles that hold all the words: it costs more."""


def conditions(query: ArticleQuery) -> tuple[list[str], dict[str, object]]:
    """Return what must hold of an article, and the arguments of it."""
    is_own = not query.anyone
    statuses = bool(query.statuses) and is_own
    wanted_in_text = wanted_words(query.words)
    words = list(dict.fromkeys(word for wanted in wanted_in_text for word in wanted.split()))
    phrases = [wanted for wanted in wanted_in_text if " " in wanted]
    asked: dict[str, tuple[bool, str, object]] = {
        "whose": (bool(query.whose) and is_own, _WHOSE, None),
        "free": (query.is_free, _FREE, None),
        "as_work": (query.as_work, _AS_WORK, None),
        "statuses": (
            statuses,
            _ANY_STATUS if query.of_anybody else _STATUS,
            json.dumps(sorted(query.statuses)),
        ),
        "label": (bool(query.label) or query.anyone, _LABEL if is_own else _ANYONE, query.label),
        "outlet": (query.outlet is not None, _OUTLET, query.outlet),
        "first": (bool(query.published_from), "listed.published >= :first", query.published_from),
        "last": (bool(query.published_to), "listed.published <= :last", query.published_to),
        "noted": (query.has_note, _NOTED, None),
        "unsure": (query.unsure, _UNSURE, None),
        "guideline": (
            bool(query.guideline),
            "layers.status = 'finished' AND layers.guideline <> :guideline",
            query.guideline,
        ),
        "seer": (bool(query.seer), SEEN.format(article_id="listed.id"), query.seer),
        "words": (bool(words), _WORDS, json.dumps(words)),
        "phrases": (bool(phrases), _PHRASES, json.dumps(phrases)),
    }
    wanted = {name: ask for name, ask in asked.items() if ask[0]}
    arguments = {name: argument for name, (_, _, argument) in wanted.items()}
    return [condition for _, condition, _ in wanted.values()], arguments


def holding(query: ArticleQuery) -> tuple[str, dict[str, object]]:
    """Return the SQL that leaves of ``:numbers`` what ``query`` asks for, in their order."""
    demanded, arguments = conditions(query)
    folded = "CROSS JOIN folded ON folded.number = listed.number" if "words" in arguments else ""
    return (
        f"""SELECT listed.number FROM json_each(:numbers) AS wanted
            CROSS JOIN articles AS listed INDEXED BY articles_listed
                ON listed.number = wanted.value
            LEFT JOIN layers ON layers.article_id = listed.id AND layers.author = :author
            {folded} WHERE {" AND ".join(demanded) or "TRUE"}""",
        arguments,
    )
