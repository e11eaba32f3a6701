"""A pack: a project file with the articles of one author, to be worked on elsewhere.

It holds that author's articles, layers, questions and refusals, what the lead has said to her of
them and what of it she has put away, how gold differs from hers in those that are settled, what was
suggested to her and the model if it has learned from gold, the labels, the guidelines and the
registry, and nothing else that others have marked.  It knows from which project it is, and how each
layer was when it was made: ``returns`` takes the work back from there.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from annotator.arabic import ARABIC
from annotator.core.details import Details
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, new_id, now
from annotator.core.progress import Progress
from annotator.core.registry import Entry
from annotator.core.rows import Kind, RowChange
from annotator.core.trained import LearnedFrom
from annotator.store.bases import Base
from annotator.store.project import Project
from annotator.store.records import key_of
from annotator.workflow.acts.entry_names import names_of
from annotator.workflow.acts.packing import packed_layer, put_layer
from annotator.workflow.review.feedback import all_feedback
from annotator.workflow.review.feedback_json import told_feedback

PROJECT = "project"
"""The property that holds the id of a project; copies of a file have the same."""
_LETTERS = "letters"
"""The property from which it follows who is A, B or C where names are not told."""
DETAILS = "details"
"""What was told of the article, in the base of a layer."""
CAME_IN = "pack"
"""In which file a layer came back, and when that pack was made, in its base."""
TEST = "test"
"""Whether the article is a test, in the base of a layer."""
_PACK = "pack"
_KNOWN = "known in pack"
_INDEXED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Pack:
    """What a pack is."""

    id: str
    project: str
    """The id of the project that it was made from."""
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Known:
    """What of the project the author had when the pack was made: all else is new in it."""

    entries: dict[str, tuple[str | None, tuple[str, ...]]]
    """By id what an entry was merged into, and its names."""
    questions: frozenset[str]

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> Self:
        """Return what ``to_json`` wrote."""
        entries = {
            entry: (merged_into, tuple(names))
            for entry, (merged_into, names) in told["entries"].items()
        }
        return cls(entries, frozenset(told["questions"]))

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in the pack."""
        return {"entries": self.entries, "questions": sorted(self.questions)}


@dataclass(slots=True)
class PackReport:
    """What a pack holds."""

    id: str
    articles: int = 0
    spans: int = 0


def pack_of(project: Project) -> Pack | None:
    """Return which pack a project file is, if it is one."""
    with project.reading():
        told = _property(project, _PACK)
    return Pack(**json.loads(told)) if told else None


def known_in(pack: Project) -> Known:
    """Return what the author of a pack had from the beginning."""
    return Known.from_json(json.loads(_property(pack, _KNOWN) or "{}"))


def project_id(project: Project) -> str:
    """Return the id of a project: the same in all copies of its file."""
    return _property(project, PROJECT) or ""


def secret_of(project: Project) -> str:
    """Return from what the letters for authors follow: it leaves the project nowhere.

    The id of the project would not do: packs tell it, and releases.
    """
    return _property(project, _LETTERS) or ""


def make_pack(project: Project, out: Path, author: str, progress: Progress) -> PackReport:
    """Make a pack for ``author`` at ``out``; it is whole or it is not there.

    Where she sees all articles it has all.  Of a test it knows that it is one:
    it comes back as a test, also if the whole project knows of none by then.  One that is finished
    or has ended stays as it is, and is left out.

    Raises:
        UnknownName: if the project has no such author.
        RefusedAct: if the author has no articles, or the project is a pack itself.
        ProjectError: if something is at ``out`` already, or it cannot be written.
    """
    with project.reading():
        if pack_of(project):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "This project is a pack itself. Make packs from the whole project."
                )
            )
        project.authors.get(author)
        articles = _articles_of(project, author)
        with Project.making(out, project.labels.load()) as pack, pack.writing():
            return _Packing(project, pack, author).run(articles, progress)


def _articles_of(project: Project, author: str) -> list[str]:
    """Return what an author may work on, of what she sees."""
    tests = project.qualifications.of_author(author)
    finished = project.layers.finished_by(author)
    shown = [one for one in tests if not one.is_ended or one.article_id in finished]
    if project.assignments.are_any() or shown:
        closed = {one.article_id for one in tests if one.is_ended} | finished.keys()
        running = [one.article_id for one in tests if one.article_id not in closed]
        articles = [*project.assignments.of_author(author), *running]
    else:
        ended = {one.article_id for one in tests}
        articles = [one for one in project.articles.names() if one not in ended]
    if not articles:
        raise RefusedAct(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{author}” has no articles. Hand some out first: “annotator assign PROJECT"
                " --authors …”.",
            ),
            author=author,
        )
    return articles


class _Packing:
    """Fills one pack."""

    def __init__(self, project: Project, pack: Project, author: str) -> None:
        self._project = project
        self._pack = pack
        self._author = author
        self._id = new_id()
        self._questions: list[str] = []
        self._unindexed: list[tuple[int, str, str]] = []
        self._report = PackReport(self._id)

    def run(self, articles: Sequence[str], progress: Progress) -> PackReport:
        """Put all in that the author is to have."""
        entries = list(names_of(self._project).all())
        self._pack.authors.put(self._project.authors.get(self._author))
        self._pack.records.make(_new_entries(entries))
        for done, article in enumerate(self._project.articles.of_ids(articles), start=1):
            self._put(article)
            if done == len(articles) or len(self._unindexed) == _INDEXED_AT_ONCE:
                self._pack.search.index(self._unindexed)
                self._unindexed.clear()
            progress.advance(done, len(articles))
        self._put_model()
        self._put_feedback(frozenset(articles), progress)
        known = Known({e.id: (e.merged_into, e.names) for e in entries}, frozenset(self._questions))
        self._put_properties(known)
        return self._report

    def _put(self, article: Article) -> None:
        pack, author = self._pack, self._author
        number = pack.articles.add(article)
        self._unindexed.append((number, ARABIC.fold(article.title), ARABIC.fold(article.text)))
        for source in self._project.articles.sources(article.id):
            pack.articles.add_source(article.id, source)
        layer = self._project.layers.load(article.id, author)
        base = packed_layer(layer) | {DETAILS: Details.of(article).row()}
        if self._project.qualifications.holds(article.id, author):
            base[TEST] = True
        elif suggested := self._project.suggestions.of(author, article.id):
            pack.suggestions.keep(author, [(article.id, suggested)])
        self._put_hand(article.id)
        pack.bases.add(self._id, article.id, author, Base(base))
        if layer.revision:
            put_layer(pack, layer)
        self._put_questions(article)
        pack.trash.put_refusals(
            row for row in self._project.trash.refusals_on(article.id) if row["author"] == author
        )
        self._report.articles += 1
        self._report.spans += len(layer.spans)

    def _put_hand(self, article_id: str) -> None:
        """Let the pack tell how the article was given to her; who gave it is not told."""
        author, key = self._author, key_of(article_id, self._author)
        for kind, giver in ((Kind.ASSIGNMENT, "assigned_by"), (Kind.QUALIFICATION, "given_by")):
            row = self._project.records.read(kind, key)
            if row is not None:
                self._pack.records.make([RowChange(kind, key, None, {**row, giver: author})])
        self._pack.heard.put(article_id, author, self._project.heard.on(article_id, author))

    def _put_model(self) -> None:
        """Let her be offered at home what the model finds, unless it knows what nobody settled."""
        model = self._project.models.last()
        if model and model.learned_from is LearnedFrom.GOLD:
            self._pack.models.replace(model, self._project.models.fields(model.id))

    def _put_feedback(self, articles: frozenset[str], progress: Progress) -> None:
        """Let the pack tell what she is told in the project, of the articles that are in it.

        All that she has finished is derived for it, which may take longer than the articles did.
        """
        told = all_feedback(self._project, self._author, self._author, progress)
        self._pack.feedback.put(
            self._author,
            {one.article_id: told_feedback(one) for one in told if one.article_id in articles},
        )

    def _put_questions(self, article: Article) -> None:
        for question in self._project.questions.on_article(article.id, self._author):
            if question.answered_by:
                # Of whoever answered the name alone comes along.
                self._pack.authors.put(self._project.authors.get(question.answered_by))
            self._pack.questions.put(question)
            self._questions.append(question.id)

    def _put_properties(self, known: Known) -> None:
        pack = {
            "id": self._id,
            "project": project_id(self._project),
            "author": self._author,
            "made_at": now(),
        }
        told = {_PACK: pack, _KNOWN: known.to_json()}
        properties = {name: json.dumps(what, ensure_ascii=False) for name, what in told.items()}
        for name, row in self._project.records.all(Kind.PROPERTY):
            if name not in (PROJECT, _LETTERS):
                properties[name] = str(row["value"])
        self._pack.records.make(
            RowChange(Kind.PROPERTY, name, None, {"value": value})
            for name, value in properties.items()
        )


def _new_entries(entries: Sequence[Entry]) -> Iterator[RowChange]:
    return (RowChange(Kind.ENTRY, entry.id, None, entry.row()) for entry in entries)


def _property(project: Project, name: str) -> str | None:
    row = project.records.read(Kind.PROPERTY, name)
    return str(row["value"]) if row else None
