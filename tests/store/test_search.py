from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic import ARABIC
from annotator.core.query import ArticleQuery, wanted_words
from annotator.store.project import Project

Bring = Callable[..., object]
TEXTS = [
    "غادر رتل قاعدة قسرك في الحسكة",
    "قَاعِدَةُ «عَين الأسد» 99% في RT",
    'قال: "O\'Brien" AND (x OR y) NOT z* ^a {b} c:d -e',
    "مدرج رميلان\nخراب الجير",
]


@pytest.fixture
def find(project: Project, bring: Bring) -> Callable[[str], list[int]]:
    bring(project, *({"name": str(n), "text": text} for n, text in enumerate(TEXTS)))

    def find(query: str) -> list[int]:
        """As the window asks: folded first."""
        pages = project.search.pages(ArticleQuery(words=ARABIC.fold(query)), "")
        return [number - 1 for page in pages for number in page]

    return find


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("  \u00a0\n", [0, 1, 2, 3]),
        ("قسرك", [0]),
        ("قاعدة", [0, 1]),
        ("قاعدة قسرك", [0]),
        ("قسرك قاعدة", [0]),
        ('"قَاعِدَةُ قسرك"', [0]),
        ('"قسرك قاعدة"', []),
        ('"عين الأسد" RT', [1]),
        ("«عين الأسد»", [1]),
        ('"في ال"', [0]),
        ('"x or"', [2]),
        ("عين", [1]),
        ("عَيْن", [1]),
        ("قصرك", []),
        ("في", [0, 1]),
        ("ق", [0, 1, 2]),
        ("rt", [1]),
        ("99%", [1]),
        ("%", [1]),
        ("9_%", []),
        ('"', [2]),
        ("o'brien", [2]),
        ('"o\'brien"', [2]),
        ("AND", [2]),
        ("AND OR NOT", [2]),
        ("(x", [2]),
        ("z*", [2]),
        ("c:d", [2]),
        ("title:قسرك", []),
        ("NEAR(قسرك رتل)", []),
        ('" OR "', [2]),
        ("رميلان خراب", [3]),
        ("قسرك " * 3000, [0]),
        (" ".join(map(str, range(3000))), []),
        ("قسرك\0", []),
        ("\ud800", []),
    ],
)
def test_articles_that_hold_every_word_are_found(
    find: Callable[[str], list[int]], query: str, found: list[int]
) -> None:
    assert find(query) == found


@given(st.text(st.sampled_from("قسرك عينRT9%\"'*()^:-_{}"), max_size=8))
def test_the_index_finds_what_reading_everything_finds(
    find: Callable[[str], list[int]], query: str
) -> None:
    words = wanted_words(ARABIC.fold(query))
    folded = [ARABIC.fold_with_index(text) for text in TEXTS]
    assert find(query) == [
        number
        for number in range(len(TEXTS))
        if all(any(folded[number].places(word)) for word in words)
    ]


@pytest.mark.parametrize(
    "between", ["  ", "\n", " \n\t", "\u00a0", "\u2028", "ـ ", " ـ ", ' "', "» ", "» «", " \u200f"]
)
@pytest.mark.parametrize("query", ['"قوات سوريا"', "«قوات  سوريا»", '"قوات "سوريا""'])
def test_what_parts_the_words_of_a_phrase_makes_no_difference(
    project: Project, bring: Bring, between: str, query: str
) -> None:
    texts = [
        f"في قوات{between}سوريا",
        "سوريا قوات",
        "قوات\n\nسوريا",
        "قوات، سوريا",
        "قوات في سوريا",
    ]
    bring(project, *({"name": str(n), "text": text} for n, text in enumerate(texts)))
    pages = project.search.pages(ArticleQuery(words=ARABIC.fold(query)), "")
    assert [number for page in pages for number in page] == [1]


def test_quotes_of_a_name_bind_nothing(project: Project, bring: Bring) -> None:
    bring(project, {"text": 'قالت قوات "سوريا  الديمقراطية" أمس'})
    assert project.search.find(ARABIC.fold('قوات "سوريا الديمقراطية"')) == [1]


def test_a_given_title_is_searched_too(project: Project, bring: Bring) -> None:
    bring(project, {"text": "نص", "title": "عنوان قسرك"})
    assert project.search.find("قسرك") == [1]


def test_an_article_that_is_gone_is_not_found(project: Project, bring: Bring) -> None:
    bring(project, {"text": TEXTS[0]})
    with project.writing():
        project._connection.execute("DELETE FROM articles")
    assert project.search.find("قسرك") == []
