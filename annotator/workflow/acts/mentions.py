"""Every other mention of a name: gathered over the project, then marked or taken out at once.

An author sees and changes the own layers alone, and an annotator only in articles that are the
own.  Gathering reads batch by batch, so that nobody waits for it and the memory does not grow with
the project; marking writes one short transaction.
"""

from collections.abc import Iterable, Iterator, Sequence

from annotator.arabic import ARABIC
from annotator.core.mentions import (
    ArticleMentions,
    Chosen,
    Mention,
    Name,
    Written,
    mentions_of,
    spans_of,
)
from annotator.core.model import Article, Layer, Status, new_id
from annotator.core.progress import Progress, Teller
from annotator.store.project import Project
from annotator.workflow.acts.closed_tests import is_closed_test, refuse_in_closed_test
from annotator.workflow.acts.entries import Entries
from annotator.workflow.acts.marking import Marked, apply
from annotator.workflow.acts.steps import Step, save_steps, step_on, still_right
from annotator.workflow.acts.values import Proposals

_BATCH = 100
"""How many articles are read at a time."""
_FEW = 50
_LITTLE = 40_000
"""So many articles, of so many letters, are looked through in some milliseconds."""


def in_article(
    project: Project, article: Article, layer: Layer, name: Name, *, marked: bool
) -> ArticleMentions:
    """Return the mentions of ``name`` in one article; with ``marked`` the spans to take out."""
    with project.reading():
        number = project.articles.number_of(article.id) or 0
        return _mentions(project, number, article, layer, name, marked=marked)


def gather(
    project: Project, author: str, name: Name, teller: Teller, *, marked: bool = False
) -> None:
    """Tell of the mentions of ``name`` in all articles, some at a time, in the order of articles.

    With ``marked`` these are the spans of that label of ``author`` that read so.

    Raises:
        Cancelled: if the person wants no more of them.
    """
    with project.reading():
        numbers = _candidates(project, author, name, marked=marked)
    for first in range(0, len(numbers), _BATCH):
        found = []
        with project.reading():
            for number, article in project.articles.of_numbers(numbers[first : first + _BATCH]):
                layer = project.layers.load(article.id, author)
                mentions = _mentions(project, number, article, layer, name, marked=marked)
                if mentions.mentions:
                    found.append(mentions)
        if found:
            teller.hand_over(found)
        teller.advance(min(first + _BATCH, len(numbers)), len(numbers))


def gather_few(
    project: Project, author: str, name: Name, *, marked: bool = False
) -> list[ArticleMentions] | None:
    """Return what ``gather`` tells, if that takes some milliseconds; else ``None``."""
    with project.reading():
        numbers = _candidates(project, author, name, marked=marked)
        if len(numbers) > _FEW:
            return None
        found, length = [], 0
        for number, article in project.articles.of_numbers(numbers):
            length += len(article.text)
            if length > _LITTLE:
                return None
            layer = project.layers.load(article.id, author)
            found.append(_mentions(project, number, article, layer, name, marked=marked))
    return [mentions for mentions in found if mentions.mentions]


def _candidates(project: Project, author: str, name: Name, *, marked: bool) -> list[int]:
    """Return the numbers of the articles to look at, of those that ``author`` sees."""
    if marked:
        return project.assignments.seen(author, project.articles.with_label(author, name.label))
    found: set[int] = set()
    for words in ARABIC.names_to_look_up(name.spellings):
        found.update(project.search.find(words))
    return project.assignments.seen(author, sorted(found))


def _mentions(
    project: Project, number: int, article: Article, layer: Layer, name: Name, *, marked: bool
) -> ArticleMentions:
    mentions: list[Mention]
    if marked:
        mentions = spans_of(name, article.text, layer, ARABIC)
    else:
        refused = project.refusals.of(layer.author, article.id, name.label)
        folded = ARABIC.fold_with_index(article.text)
        mentions = mentions_of(name, folded, layer, refused, ARABIC)
    is_closed = layer.status in (Status.FINISHED, Status.SET_ASIDE)
    return ArticleMentions(number, article.id, is_closed, tuple(mentions))


def act_in_article(
    project: Project, article: Article, layer: Layer, label: str, chosen: Chosen
) -> Marked:
    """Mark or take out what was chosen in one article, and remember what was refused."""
    with project.writing():
        project.labels.load()[label]  # one that is gone is refused by name
        project.refusals.add(layer.author, label, _refused_in(article, chosen))
        return apply(project, article, layer, chosen.edit(label))


def act(
    project: Project,
    author: str,
    label: str,
    chosen: Sequence[Chosen],
    progress: Progress,
    *,
    asked_in: str = "",
) -> Written:
    """Mark or take out what was chosen in many articles, as one act of the user.

    What is marked already, or gone, by then is left as it is.  The act can also be undone from the
    article ``asked_in`` (its id), even if nothing changes there.

    Raises:
        AnnotatorError: if the project has no such author or label, or cannot be written.
        Cancelled: if ``progress`` says so; nothing was changed.
    """
    planning = _Planning(project, author, label)
    for first in range(0, len(chosen), _BATCH):
        progress.advance(first, len(chosen))
        with project.reading():
            for one in chosen[first : first + _BATCH]:
                planning.take(one)
    if planning.steps and asked_in:
        with project.reading():
            planning.stand_in(asked_in)
    with project.writing():
        project.authors.get(author)
        planning.follow_labels()
        project.refusals.add(author, label, planning.refused)
        right = still_right(project, author, planning.steps, planning.again)
        save_steps(project, right)
        # An entry that was planned to be meant may have been taken back meanwhile.
        entries = Entries(project, project.labels.load())
        entries.add(span for step in right for span in step.change.put)
        project.refusals.forget(author, _places(right))
    counts = [len(step.change.put or step.change.removed) for step in right]
    return Written(sum(map(bool, counts)), sum(counts))


class _Planning:
    """Plans one act, article by article."""

    def __init__(self, project: Project, author: str, label: str) -> None:
        self._project = project
        self._author = author
        self._label = label
        self._group = new_id()
        self._labels = project.labels.load()
        self._proposals = Proposals(project, self._labels)
        self._chosen: dict[str, Chosen] = {}
        self._asked_in = ""
        self.steps: list[Step] = []
        self.refused: list[tuple[str, int, int, str]] = []

    def take(self, chosen: Chosen) -> None:
        """Plan what was chosen in one article, unless that is gone."""
        article = self._project.articles.by_id(chosen.article_id)
        if article is None:
            return
        self._chosen[article.id] = chosen
        self.refused += _refused_in(article, chosen)
        if step := self._step(article):
            self.steps.append(step)

    def stand_in(self, article_id: str) -> None:
        """Let the act stand in the history of that article too."""
        if all(step.after.article_id != article_id for step in self.steps):
            removes = any(chosen.ids is not None for chosen in self._chosen.values())
            self._asked_in = article_id
            self.take(Chosen(article_id, ids=frozenset() if removes else None))

    def follow_labels(self) -> None:
        """Plan anew if the labels are others by now: the spans may not have their values.

        Raises:
            UnknownName: if the label is gone.
        """
        labels = self._project.labels.load()
        labels[self._label]
        if labels != self._labels:
            self._labels, self._proposals = labels, Proposals(self._project, labels)
            self.steps = [again for again in map(self.again, self.steps) if again is not None]

    def again(self, step: Step) -> Step | None:
        """Return the step on the layer as it is now, if anything is left to do."""
        article = self._project.articles.by_id(step.after.article_id)
        return self._step(article) if article else None

    def _step(self, article: Article) -> Step | None:
        layer = self._project.layers.load(article.id, self._author)
        planned = self._chosen[article.id].edit(self._label).plan(layer, article.text)
        change = self._proposals.complete(article, planned)
        if change.is_empty and article.id != self._asked_in:
            return None
        if is_closed_test(self._project, layer) and article.id != self._asked_in:
            return None
        refuse_in_closed_test(self._project, layer, change)
        return step_on(layer, change, self._group).without_spans()


def _refused_in(article: Article, chosen: Chosen) -> list[tuple[str, int, int, str]]:
    return [(article.id, start, end, article.text[start:end]) for start, end in chosen.refused]


def _places(steps: Iterable[Step]) -> Iterator[tuple[str, int, int, str]]:
    return ((step.after.article_id, *span.place) for step in steps for span in step.change.put)
