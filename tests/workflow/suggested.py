"""Articles about names that no rule knows, for the tests of what is suggested in view of what."""

from annotator.arabic import ARABIC
from annotator.core.edits import Describe, Mark
from annotator.core.model import Article, Layer, LayerState, Span, Status, new_id
from annotator.core.suggestions import Suggestion
from annotator.core.text import sha256_of
from annotator.core.values import EntryValue
from annotator.store.project import Project
from annotator.workflow.acts import marking
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.review.accepting import accept_singles
from annotator.workflow.suggesting.suggester import Suggester
from tests.suggest.marked_articles import SEEN, marked_articles
from tests.workflow.settled_demo import LEAD, done, work

NAME, OTHER_NAME, THIRD_NAME = "زبرجد", "ياقوتة", "مرجانة"


def add(project: Project, name: str, text: str) -> Article:
    """Add an article."""
    article = Article(new_id(), name, name, text, sha256_of(text))
    with project.writing():
        number = project.articles.add(article)
        project.search.index([(number, ARABIC.fold(name), ARABIC.fold(text))])
    return article


def about(project: Project, *names: str) -> Article:
    """Add an article in which each of the names stands twice."""
    there = project.articles.count()
    told = " ".join(f"كلام عن {name} ثم {name} مرة أخرى." for name in names)
    return add(project, f"{there}.txt", f"مقال رقم {there} {told}")


def marks(article: Article, *quotes: str, label: str = "base") -> list[Mark]:
    """Return what marks each place of some strings in an article."""
    found = []
    for quote in quotes:
        place = article.text.find(quote)
        while place >= 0:
            found.append(Mark(place, place + len(quote), label))
            place = article.text.find(quote, place + 1)
    return sorted(found, key=lambda mark: mark.start)


def marked(project: Project, article: Article, author: str, *quotes: str) -> Layer:
    """Let an author mark all places of some strings as bases; she is not done then."""
    ensure_author(project, author)
    for mark in marks(article, *quotes):
        done(project, article.id, author, mark)
    return project.layers.load(article.id, author)


def finished(project: Project, article: Article, author: str, *quotes: str) -> Layer:
    """Let an author mark all places of some strings as bases, and finish."""
    ensure_author(project, author)
    return work(project, article.id, author, *marks(article, *quotes))


def means(project: Project, article: Article, author: str, entry: EntryValue) -> None:
    """Let the first span of an author in an article mean an entry, new or known."""
    layer = project.layers.load(article.id, author)
    edit = Describe(layer.spans[0].id, value=(entry,))
    marking.apply(project, article, layer, edit)


def quotes_of(article: Article, suggestions: tuple[Suggestion, ...]) -> set[str]:
    return {article.text[one.start : one.end] for one in suggestions}


def offered(project: Project, author: str, article: Article, *sources: str) -> set[str]:
    """Return the strings that are suggested to an author on an article by one who learns anew."""
    suggester = Suggester(project, author, sources)
    suggester.learn()
    return quotes_of(article, suggester.suggest(article).suggestions)


def settle_ours(project: Project, parts: tuple[str, ...] = (SEEN,)) -> None:
    """Add the articles that the tests have marked, settled as they are marked."""
    ensure_author(project, "amal")
    for part in parts:
        for one in marked_articles(part):
            article = add(project, f"{part}-{one.name}", one.text)
            places = [
                Mark(start, end, label)
                for label, stretches in one.spans.items()
                for start, end in stretches
            ]
            spans = [
                Span(mark.start, mark.end, mark.label, one.text[mark.start : mark.end])
                for mark in sorted(places, key=lambda mark: (mark.start, -mark.end, mark.label))
            ]
            state = LayerState(Status.FINISHED)
            with project.writing():
                project.layers.add(Layer(article.id, "amal", tuple(spans), state, revision=1))
    accept_singles(project, LEAD)
