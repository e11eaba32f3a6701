"""The articles of a project as one author's list asks for them: by number, page by page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from annotator.arabic import ARABIC
from annotator.core.excerpts import Excerpt, excerpt
from annotator.core.feedback import Score, score
from annotator.core.handing import HandedRow
from annotator.core.mentions import ArticleMentions, Name
from annotator.core.model import GOLD, Article, ArticleRow, Author, Layer, Role
from annotator.core.query import ArticleQuery, wanted_words
from annotator.store.project import Project
from annotator.workflow.acts.marking import articles_of_last
from annotator.workflow.acts.mentions import gather_few, in_article
from annotator.workflow.people.authors import list_authors
from annotator.workflow.review.feedback import feedback_on

_LOOKED_THROUGH = 200_000
"""In how much of a text words are looked for to be shown in a list, which shows many of them."""
_FEW = 200
"""Of so many articles those that name something are found in a few milliseconds."""

_ALL = ArticleQuery()

Found = TypeVar("Found")


class Read(Protocol):
    """Reads from the project; should that fail, tells so and returns ``otherwise``."""

    def __call__(self, read: Callable[[], Found], otherwise: Found) -> Found: ...


class Catalogue:
    """Which articles there are, in their order, and what a list shows of them."""

    def __init__(self, project: Project, author: Author, read: Read) -> None:
        self._project = project
        self._author = author
        self._read = read

    def pages(self, query: ArticleQuery) -> Iterator[list[int]]:
        """Yield the numbers of the articles asked for, page by page; see ``Search.pages``."""
        seer = "" if self.sees_all() else self._author.name
        query = replace(self._allowed(query), words=ARABIC.fold(query.words), seer=seer)
        pages = self._project.search.pages(query, query.whose or self._author.name)
        while (page := self._read(lambda: next(pages, None), None)) is not None:
            yield page

    def _allowed(self, query: ArticleQuery) -> ArticleQuery:
        """Return ``query`` as far as the author may ask so: only leads ask for others' layers."""
        return query if self._author.is_lead else replace(query, whose="", anyone=False)

    def excerpt(self, number: int, words: str) -> Excerpt | None:
        """Return where one of ``words`` first stands in the text of that article.

        ``None`` if it stands in the title alone, or far down in a long text.
        """
        text = self._read(lambda: self._project.articles.opening(number, _LOOKED_THROUGH), "")
        return excerpt(text, wanted_words(ARABIC.fold(words)), ARABIC)

    def outlets(self) -> list[str]:
        """Return the names of the outlets of all articles that the author sees, in order."""
        return self._read(self._outlets, [])

    def count(self) -> int:
        """Return how many articles the author sees."""
        return self._read(self._count, 0)

    def nearest(self, number: int) -> int | None:
        """Return the number of the first article after ``number``, else of the last one.

        Articles that the author does not see are passed over.
        """
        return self._read(lambda: self._nearest(number), None)

    def may_see(self, article_id: str) -> bool:
        """Tell whether the author may see an article."""
        may_see = self._project.assignments.may_see
        return self._read(lambda: may_see(self._author.name, article_id), False)

    def is_test(self, article_id: str) -> bool:
        """Tell whether an article was given to the author as a test."""
        holds = self._project.qualifications.holds
        return self._read(lambda: holds(article_id, self._author.name), False)

    def finished_unasked(self, article_id: str) -> int:
        """Return how many have finished an article that the author, a lead, does not have; else 0.

        Annotators have all the articles that they see.
        """
        author, project = self._author, self._project
        number = self.number_of(article_id)
        if number is None or not author.is_lead:
            return 0
        none: list[HandedRow] = []
        rows = self._read(lambda: project.assignments.rows([number]), none)
        lacking = [row for row in rows if not row.is_assigned_to(author.name)]
        return sum(who != author.name for row in lacking for who in row.finished_by)

    def finished_beside(self, article_ids: Iterable[str]) -> set[str]:
        """Return those of the articles in which the author, a lead, would begin a layer unasked.

        Others have finished them.  There are none for annotators, and none that she has begun.
        """
        author, project = self._author, self._project
        if not author.is_lead:
            return set()
        none: set[str] = set()
        look = project.assignments.finished_beside
        return self._read(lambda: look(author.name, article_ids), none)

    def score_of_test(self, article_id: str) -> Score | None:
        """Return how the author's test on an article went; ``None`` if nobody can tell yet."""
        author = self._author.name

        def look() -> Score | None:
            told = feedback_on(self._project, article_id, author, author)
            return score([told]) if told is not None else None

        return self._read(look, None) if self.is_test(article_id) else None

    def rows(self, numbers: Sequence[int], query: ArticleQuery = _ALL) -> list[ArticleRow]:
        """Return what the list shows of those articles, which ``query`` asks for."""
        whose = self._allowed(query).whose or self._author.name
        return self._read(lambda: self._project.articles.rows(numbers, whose), [])

    def number_of(self, article_id: str) -> int | None:
        """Return the number of the article of that id."""
        return self._read(lambda: self._project.articles.number_of(article_id), None)

    def first_unfinished(self, numbers: Sequence[int]) -> int | None:
        """Return the first of ``numbers`` that the author is not done with."""
        return self._read(
            lambda: self._project.articles.first_unfinished(numbers, self._author.name), None
        )

    def has_unfinished(self) -> bool:
        """Tell whether there is an article that the author is not done with."""
        return self._read(self._has_unfinished, False)

    def own_layer(self, article_id: str) -> Layer | None:
        """Return the author's layer of the article of that id; ``None`` if that failed."""
        return self._read(lambda: self._project.layers.load(article_id, self._author.name), None)

    def reach(self, layer: Layer, *, undone: bool) -> int:
        """Return over how many articles the act goes that is undone, or done again, next."""
        return self._read(lambda: articles_of_last(self._project, layer, undone=undone), 0)

    def mentions(
        self, article: Article, layer: Layer, name: Name, *, marked: bool
    ) -> list[ArticleMentions]:
        """Return where ``name`` stands in an article; with ``marked`` the spans that read so."""
        return self._read(
            lambda: [in_article(self._project, article, layer, name, marked=marked)], []
        )

    def mentions_everywhere(self, name: Name, *, marked: bool) -> list[ArticleMentions] | None:
        """Return the same for all articles; ``None`` if that may take long, or failed."""
        project, author = self._project, self._author.name
        if self._read(project.articles.count, _FEW + 1) > _FEW:
            return None
        return self._read(lambda: gather_few(project, author, name, marked=marked), None)

    def passage(self, article_id: str, start: int, end: int) -> str:
        """Return a piece of an article's text."""
        return self._read(lambda: self._project.articles.passage(article_id, start, end), "")

    def layers_to_see(self) -> dict[str, bool]:
        """Return whose layers this author may see, and of each whether a machine made it.

        Annotators work blind; leads look at gold first: most leads mark nothing, and what is
        exported unless they say otherwise must not be empty.
        """
        own = self._author.name
        if not self._author.is_lead:
            return {own: False}
        authors: list[Author] = self._read(lambda: list_authors(self._project), [])
        made = {author.name: author.role is Role.MACHINE for author in authors}
        return {GOLD: False, own: False} | dict(sorted(made.items(), key=lambda one: one[1]))

    # -- what annotators see: where articles are handed out, their own

    def sees_all(self) -> bool:
        """Tell whether the author sees all articles."""
        return self._read(lambda: self._project.assignments.sees_all(self._author.name), False)

    def _outlets(self) -> list[str]:
        project = self._project
        own = not self.sees_all()
        return project.assignments.outlets(self._author.name) if own else project.articles.outlets()

    def _count(self) -> int:
        project = self._project
        if self.sees_all():
            return project.articles.count()
        return project.assignments.count_own(self._author.name)

    def _nearest(self, number: int) -> int | None:
        project = self._project
        if self.sees_all():
            return project.articles.nearest(number)
        return project.assignments.nearest(self._author.name, number)

    def _has_unfinished(self) -> bool:
        project, author = self._project, self._author.name
        asked = project.articles if self.sees_all() else project.assignments
        return asked.has_unfinished(author)
