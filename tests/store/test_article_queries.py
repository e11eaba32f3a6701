"""The list asks for articles; whoever reads them all finds the same."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.handing import Holder
from annotator.core.model import Author, Layer, Role, Status
from annotator.core.query import ArticleQuery, Order
from annotator.core.suggestions import Suggested, Suggestion
from annotator.store.project import Project

Bring = Callable[..., object]
Ask = Callable[..., list[str]]
BASE = {"label": "base", "start": 0, "end": 4}


def span(start: int, **more: Any) -> dict[str, Any]:
    return {"label": "base", "start": start, "end": start + 4} | more


LINES: list[dict[str, Any]] = [
    {"name": "untouched", "text": "قسرك أولا", "published": "2026-02-01", "outlet": "RT"},
    {"name": "begun", "text": "قسرك ثانيا", "status": "in progress", "spans": [span(0)]},
    {
        "name": "finished",
        "text": "باب قسرك قسرك ثالثا",
        "published": "2026-02-03",
        "outlet": "شام",
        "guideline": "1",
        "spans": [span(4, note="انظر"), span(9, label="actor", unsure=True)],
    },
    {
        "name": "aside",
        "text": "أهل الدار",
        "published": "2026-02-02",
        "status": "set aside",
        "reason": "duplicate",
        "spans": [],
    },
    {"name": "noted", "text": "تاء بلا نقط", "note": "راجع", "guideline": "2", "spans": []},
]


@pytest.fixture
def filled(project: Project, bring: Bring) -> Project:
    bring(project, *LINES, author="amal")
    bring(project, {"text": LINES[3]["text"], "name": "copy", "outlet": "RT"})
    return project


def asked(project: Project, author: str = "amal", **query: Any) -> list[str]:
    pages = project.search.pages(ArticleQuery(**query), author)
    numbers = [number for page in pages for number in page]
    return [row.name for row in project.articles.rows(numbers, author)]


def test_nothing_asked_for_leaves_all_articles_in(filled: Project) -> None:
    assert asked(filled) == ["untouched", "begun", "finished", "aside", "noted"]
    assert asked(filled, descending=True) == ["noted", "aside", "finished", "begun", "untouched"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"statuses": frozenset({Status.NEW})}, ["untouched"]),
        ({"statuses": frozenset({Status.NEW, Status.SET_ASIDE})}, ["untouched", "aside"]),
        ({"label": "base"}, ["begun", "finished"]),
        ({"label": "actor"}, ["finished"]),
        ({"label": "figure"}, []),
        ({"outlet": "RT"}, ["untouched", "aside"]),
        ({"outlet": "شام"}, ["finished"]),
        ({"outlet": ""}, ["begun", "aside", "noted"]),
        ({"published_from": "2026-02-02"}, ["finished", "aside"]),
        ({"published_to": "2026-02-02"}, ["untouched", "aside"]),
        ({"published_from": "2026-02-02", "published_to": "2026-02-02"}, ["aside"]),
        ({"has_note": True}, ["finished", "noted"]),
        ({"unsure": True}, ["finished"]),
        ({"guideline": "2"}, ["finished"]),
        ({"guideline": "3"}, ["finished", "noted"]),
        ({"has_note": True, "label": "actor", "words": "قسرك"}, ["finished"]),
        ({"has_note": True, "words": "نقط"}, ["noted"]),
        ({"unsure": True, "outlet": "RT"}, []),
    ],
)
def test_each_filter_leaves_what_it_says(
    filled: Project, query: dict[str, Any], found: list[str]
) -> None:
    assert asked(filled, **query) == found


def test_filters_ask_for_the_own_layers(filled: Project) -> None:
    assert asked(filled, "nasser", statuses=frozenset({Status.NEW})) == asked(filled)
    assert asked(filled, "nasser", label="base") == []
    assert asked(filled, "nasser", unsure=True) == []
    assert asked(filled, "nasser", has_note=True) == ["noted"]
    assert asked(filled, "nasser", guideline="9") == []


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.TITLE, ["aside", "finished", "noted", "untouched", "begun"]),
        (Order.PUBLISHED, ["begun", "noted", "untouched", "aside", "finished"]),
        (Order.STATUS, ["untouched", "begun", "finished", "noted", "aside"]),
        (Order.SPANS, ["untouched", "aside", "noted", "begun", "finished"]),
    ],
)
def test_articles_come_in_the_order_asked_for(
    filled: Project, order: Order, found: list[str]
) -> None:
    assert asked(filled, order=order) == found
    assert asked(filled, order=order, descending=True) == found[::-1]
    some = [name for name in found if name in {"finished", "begun"}]
    assert asked(filled, order=order, label="base") == some
    words = [name for name in found if name in {"untouched", "begun", "finished"}]
    assert asked(filled, order=order, words="قسرك") == words
    assert asked(filled, order=order, words="قس", descending=True) == words[::-1]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        (Order.DOUBT, ["finished", "aside", "begun", "untouched", "noted"]),
        (Order.NEW_NAMES, ["begun", "aside", "finished", "untouched", "noted"]),
    ],
)
def test_articles_come_as_sources_doubt_or_as_names_are_new(
    filled: Project, order: Order, found: list[str]
) -> None:
    made = {"begun": (0.9, 5), "finished": (0.2, 0), "aside": (0.5, 2)}
    with filled.writing():
        for name, (confidence, new_names) in made.items():
            article = filled.articles.by_name(name)
            assert article is not None
            one = Suggestion(0, 1, "base", confidence, ("rules",))
            filled.suggestions.keep("amal", [(article.id, Suggested((one,), "", new_names))])
    assert asked(filled, order=order) == found
    assert asked(filled, order=order, descending=True) == found[::-1]
    others = asked(filled, "nasser", order=order)
    assert others == asked(filled, "nasser")


def test_titles_are_sorted_as_they_are_folded(project: Project, bring: Bring) -> None:
    bring(project, *({"name": title, "text": title} for title in ("أب", "اَت", "إا", "آث")))
    assert asked(project, order=Order.TITLE) == ["إا", "أب", "اَت", "آث"]


TEXTS = ["اب", "باب", "ابا", "رت", "RT ب", "تاب\nب", "🔴 اب", "ب", "ة", "xab", "ÀЖİß"]


@given(words=st.text(st.sampled_from("ابترRTxa 🔴İß"), max_size=3), order=st.sampled_from(Order))
def test_short_words_are_found_wherever_they_stand(
    short: Project, words: str, order: Order
) -> None:
    wanted = ARABIC.fold(words).split()
    folded = [ARABIC.fold(text) for text in TEXTS]
    assert sorted(asked(short, words=" ".join(wanted), order=order)) == sorted(
        str(n) for n, text in enumerate(folded) if all(word in text for word in wanted)
    )


@pytest.fixture
def short(project: Project, bring: Bring) -> Project:
    bring(project, *({"name": str(n), "text": text} for n, text in enumerate(TEXTS)))
    return project


@pytest.mark.parametrize("descending", [False, True])
def test_ends_come_in_their_place(project: Project, bring: Bring, *, descending: bool) -> None:
    texts = [
        ("طرق", "شرق", f"قسرك {n}", f"كلام {n}")[n % 4] + f" {n}" * (n % 3) for n in range(900)
    ]
    bring(project, *({"name": f"{n:03}", "text": f"{n}\n{text}"} for n, text in enumerate(texts)))
    expected = [f"{n:03}" for n, text in enumerate(texts) if "رق" in text]
    found = asked(project, words="رق", descending=descending)
    assert found == (expected[::-1] if descending else expected)


def test_a_common_short_word_is_found_too(project: Project, bring: Bring) -> None:
    """There are more runs of letters that begin with it than the index is asked for."""
    runs = [f"ق{chr(0x4E00 + n)}" for n in range(700)]
    bring(project, *({"name": f"{n:03}", "text": run} for n, run in enumerate(runs)))
    bring(project, {"name": "none", "text": "بلا"}, {"name": "last", "text": "طرق"})
    assert asked(project, words="ق") == [*(f"{n:03}" for n in range(700)), "last"]


def test_what_is_written_between_two_pages_is_seen(project: Project, bring: Bring) -> None:
    bring(project, *({"name": f"{n:04}", "text": f"قسرك {n}"} for n in range(1_000)))
    pages = project.search.pages(ArticleQuery(words="قسرك"), "amal")
    first = next(pages)
    assert 0 < len(first) < 1_000
    with project.writing():
        gone = project.articles.by_name("0800")
        assert gone is not None
        project.articles.remove(gone.id)
    bring(project, {"name": "new", "text": "قسرك الجديدة"})
    assert [*first, *(n for page in pages for n in page)] == [
        number for number in range(1, 1_002) if number != 801
    ]


def test_an_edit_can_be_saved_between_two_pages(project: Project, bring: Bring) -> None:
    bring(project, *({"text": f"قسرك {n}"} for n in range(1_000)))
    pages = project.search.pages(ArticleQuery(words="قسرك"), "amal")
    next(pages)
    with Project.open(project.path) as other:
        bring(other, {"text": "قسرك", "spans": [BASE]}, author="nasser")
    with project.writing():
        layer = project.layers.load(next(project.articles.each()).id, "nasser")
        assert layer == Layer(layer.article_id, "nasser")
    assert sum(map(len, pages)) > 0


def test_another_authors_articles_are_those_assigned_or_begun(filled: Project) -> None:
    assert asked(filled, whose="amal") == ["begun", "finished", "aside", "noted"]
    assert asked(filled, author="noor", whose="noor") == []
    with filled.writing():
        filled._db.execute(
            """INSERT INTO assignments (article_id, author, assigned_by, at, comment)
               SELECT id, 'amal', 'amal', '', '' FROM articles WHERE name = 'untouched'"""
        )
    assert asked(filled, whose="amal", statuses=frozenset({Status.NEW})) == ["untouched"]
    assert asked(filled, whose="amal", statuses=frozenset({Status.SET_ASIDE})) == ["aside"]


def test_anyones_finished_layers_are_looked_through_for_a_label(
    filled: Project, bring: Bring
) -> None:
    bring(filled, {"name": "begun", "text": LINES[1]["text"], "spans": [span(0)]}, author="noor")
    assert asked(filled, author="huda", label="base", anyone=True) == ["begun", "finished"]
    assert asked(filled, author="huda", label="actor", anyone=True) == ["finished"]
    assert asked(filled, author="huda", anyone=True) == ["begun", "finished", "noted"]
    assert asked(filled, author="huda", label="base") == []


def test_who_has_an_article_is_asked_for_as_assigned_tested_or_begun(filled: Project) -> None:
    ids = {name: article_id for article_id, name in filled.articles.names().items()}
    with filled.writing():
        for author in ("huda", "noor", "rania"):
            filled.authors.put(Author(author))
        db = filled._db.conn
        db.execute("INSERT INTO assignments VALUES (?, 'noor', 'huda', '', '')", [ids["untouched"]])
        db.execute(
            "INSERT INTO qualifications VALUES (?, 'rania', 'huda', '', 0)", [ids["finished"]]
        )
    assert asked(filled, whose="amal") == ["begun", "finished", "aside", "noted"]
    assert asked(filled, "noor", whose="noor") == ["untouched"]
    assert asked(filled, "rania", whose="rania") == ["finished"]
    with filled.writing():
        filled._db.conn.execute("UPDATE qualifications SET ended = 1")
    assert asked(filled, "rania", whose="rania") == []
    everything = asked(filled)
    assert asked(filled, is_free=True) == [one for one in everything if one != "untouched"]
    with filled.writing():
        filled._db.conn.execute("DELETE FROM assignments")
    assert asked(filled, is_free=True) == everything


def test_how_far_machines_and_tests_are_is_not_how_far_the_work_is(filled: Project) -> None:
    of_anybody = partial(asked, filled, "nobody", of_anybody=True)
    finished, new = frozenset({Status.FINISHED}), frozenset({Status.NEW})
    ids = {name: article_id for article_id, name in filled.articles.names().items()}
    with filled.writing():
        filled.authors.put(Author("huda"))
        filled._db.conn.execute(
            "INSERT INTO qualifications VALUES (?, 'amal', 'huda', '', 0)", [ids["finished"]]
        )
    assert of_anybody(statuses=finished) == ["noted"]
    assert of_anybody(statuses=new) == ["untouched", "finished"]
    with filled.writing():
        filled.authors.put(Author("amal", Role.MACHINE))
    assert of_anybody(statuses=finished) == []
    assert of_anybody(statuses=new) == asked(filled)
    numbers = range(1, 1 + len(ids))
    assert {
        name: row.holders for row in filled.assignments.rows(numbers) for name in [row.name]
    } == {
        name: (Holder("amal", Status.NEW, is_assigned=False, is_test=True),) * (name == "finished")
        for name in ids
    }


@pytest.mark.parametrize(
    ("statuses", "names"),
    [
        ({Status.NEW}, ["untouched"]),
        ({Status.IN_PROGRESS}, ["begun"]),
        ({Status.FINISHED}, ["finished", "noted"]),
        ({Status.NEW, Status.SET_ASIDE}, ["untouched", "aside"]),
    ],
)
def test_how_far_anybody_is_can_be_asked_for(
    filled: Project, statuses: set[Status], names: list[str]
) -> None:
    assert asked(filled, "nobody", statuses=frozenset(statuses), of_anybody=True) == names
