"""The articles of a project as one author's list asks for them: by number, page by page."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from annotator.arabic import ARABIC
from annotator.core.mentions import ArticleMentions, Name
from annotator.core.model import GOLD, Article, ArticleRow, Author, Layer, Role
from annotator.store.project import Project
from annotator.workflow.marking import articles_of_last
from annotator.workflow.mentions import in_article
from annotator.workflow.people import list_authors

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

    def numbers(self, query: str = "") -> list[int]:
        """Return the numbers of the articles that hold the words of ``query``, in order."""
        words = ARABIC.fold(query).strip()
        if words:
            return self._read(lambda: self._project.search.find(words), [])
        return self._read(self._project.articles.numbers, [])

    def rows(self, numbers: Sequence[int]) -> list[ArticleRow]:
        """Return what the list shows of those articles."""
        return self._read(lambda: self._project.articles.rows(numbers, self._author.name), [])

    def number_of(self, article_id: str) -> int | None:
        """Return the number of the article of that id."""
        return self._read(lambda: self._project.articles.number_of(article_id), None)

    def next_unfinished(self, here: int) -> int | None:
        """Return the number of the next unfinished article after ``here``; from the top if need be.

        ``None`` if there is no other.
        """
        unfinished: list[int] = self._read(self._unfinished, [])
        numbers = [number for number in unfinished if number != here]
        later = (number for number in numbers if number > here)
        return next(later, numbers[0] if numbers else None)

    def _unfinished(self) -> list[int]:
        return list(self._project.articles.unfinished(self._author.name))

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

    def excerpt(self, article_id: str, start: int, end: int) -> str:
        """Return a piece of an article's text."""
        return self._read(lambda: self._project.articles.excerpt(article_id, start, end), "")

    def layers_to_see(self) -> list[str]:
        """Return whose layers this author may see, the own one first; annotators work blind."""
        own = self._author.name
        if self._author.role is not Role.LEAD:
            return [own]
        authors: list[Author] = self._read(lambda: list_authors(self._project), [])
        return [own, GOLD, *(author.name for author in authors if author.name != own)]
