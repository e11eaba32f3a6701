import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from annotator.arabic import ARABIC
from annotator.core.edits import FOUND, Mark, SetState
from annotator.core.errors import RefusedAct, UnknownName
from annotator.core.labels import LabelSet
from annotator.core.mentions import ArticleMentions, Chosen, MentionState, Name, Written
from annotator.core.model import LayerState, Role, Status
from annotator.core.progress import Cancelled, Quiet
from annotator.core.values import ValueKind
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.marking import apply, articles_of_last, load_stack, redo, undo
from annotator.workflow.acts.mentions import (
    act,
    act_in_article,
    gather,
    in_article,
)
from annotator.workflow.people.authors import ensure_author
from annotator.workflow.project.labels import change_labels, merge_labels
from annotator.workflow.projects import find_damage
from annotator.workflow.registry.registry import add_entry

Bring = Callable[..., object]
NAME = Name(("التحالف",), "actor")
FINISHED = LayerState(Status.FINISHED)


@dataclass
class Listening:
    """Keeps what it is told; wants no more after so many parts."""

    most: int = 1_000_000
    parts: list[list[ArticleMentions]] = field(default_factory=list)
    steps: list[tuple[int, int | None]] = field(default_factory=list)

    def advance(self, done: int, total: int | None) -> None:
        self.steps.append((done, total))
        if len(self.parts) >= self.most:
            raise Cancelled

    def hand_over(self, part: object) -> None:
        assert isinstance(part, list)
        self.parts.append(part)

    @property
    def articles(self) -> list[ArticleMentions]:
        return [article for part in self.parts for article in part]


@pytest.fixture
def news(project: Project, bring: Bring) -> list[int]:
    """Bring 300 articles and return how often each names the alliance."""
    chance = random.Random(7)
    forms = ["التحالف", "للتحالف", "وبالتَّحالف", "«التحـالف»"]
    others = ["تحالف", "التحالفات", "قسرك", "غادر"]
    counts, lines = [], []
    for number in range(300):
        words = chance.choices(forms + others, k=chance.randint(1, 9))
        counts.append(sum(word in forms for word in words))
        lines.append({"id": f"{number:03}", "text": f"{number} {' '.join(words)}"})
    bring(project, *lines)
    for author in ("amal", "nasser"):
        ensure_author(project, author)
    return counts


def gathered(project: Project, *, marked: bool = False) -> list[ArticleMentions]:
    listening = Listening()
    gather(project, "amal", NAME, listening, marked=marked)
    return listening.articles


def all_of(articles: list[ArticleMentions], *states: MentionState) -> list[Chosen]:
    return [
        Chosen(
            one.article_id,
            tuple(mention.stretch for mention in one.mentions if mention.state in states),
            frozenset(mention.span_id for mention in one.mentions) if not states else None,
        )
        for one in articles
    ]


def mark_all(project: Project) -> Written:
    return act(project, "amal", "actor", all_of(gathered(project), MentionState.NEW), Quiet())


def counted(project: Project, author: str = "amal") -> list[int]:
    return [
        len(project.layers.load(article.id, author).spans) for article in project.articles.each()
    ]


def test_every_mention_is_marked_none_twice_and_one_undo_takes_all_back(
    project: Project, news: list[int]
) -> None:
    assert mark_all(project) == Written(sum(map(bool, news)), sum(news))
    assert counted(project) == news
    spans = [
        span
        for article in project.articles.each()
        for span in project.layers.load(article.id, "amal")
    ]
    assert {(span.label, span.origin) for span in spans} == {("actor", FOUND)}
    assert len({span.id for span in spans}) == sum(news)
    assert mark_all(project) == Written(0, 0)
    at_hand = f"{next(number for number, count in enumerate(news) if count):03}"
    layer = project.layers.load(at_hand, "amal")
    assert articles_of_last(project, layer, undone=False) == sum(map(bool, news))
    undone = undo(project, layer)
    assert undone[0].layer == project.layers.load(at_hand, "amal")
    assert sum(counted(project)) == 0
    assert list(find_damage(project.path, Quiet())) == []
    redo(project, undone[0].layer)
    assert counted(project) == news
    assert list(find_damage(project.path, Quiet())) == []


def test_an_act_is_undone_from_where_it_was_asked_even_if_nothing_changed_there(
    project: Project, news: list[int]
) -> None:
    here = f"{news.index(0):03}"
    chosen = all_of(gathered(project), MentionState.NEW)
    written = act(project, "amal", "actor", chosen, Quiet(), asked_in=here)
    assert written == Written(sum(map(bool, news)), sum(news))
    layer = project.layers.load(here, "amal")
    assert (layer.revision, articles_of_last(project, layer, undone=False)) == (
        0,
        written.articles + 1,
    )
    undone = undo(project, layer)
    assert sum(counted(project)) == 0
    redo(project, undone[0].layer)
    assert counted(project) == news
    assert list(find_damage(project.path, Quiet())) == []
    again = act(project, "amal", "actor", chosen, Quiet(), asked_in=here)
    assert again == Written(0, 0)
    assert len(load_stack(project, here, "amal").done) == 1


def test_what_is_found_comes_part_by_part_and_can_be_cancelled(
    project: Project, news: list[int]
) -> None:
    listening = Listening(most=1)
    with pytest.raises(Cancelled):
        gather(project, "amal", NAME, listening)
    assert 0 < len(listening.articles) <= 100
    whole = Listening()
    gather(project, "amal", NAME, whole)
    assert len(whole.parts) > 1
    assert whole.steps[-1][0] == whole.steps[-1][1]
    assert [one.article_id for one in whole.articles] == [
        f"{number:03}" for number, count in enumerate(news) if count
    ]


def test_cancelling_the_act_changes_nothing(project: Project, news: list[int]) -> None:
    chosen = all_of(gathered(project), MentionState.NEW)
    with pytest.raises(Cancelled):
        act(project, "amal", "actor", chosen, Listening(most=0))
    assert sum(counted(project)) == 0
    mark_all(project)
    (layer,) = [project.layers.load(chosen[0].article_id, "amal")]
    with pytest.raises(Cancelled):
        undo(project, layer, Listening(most=0))
    assert counted(project) == news


def test_only_the_own_layer_is_looked_at_and_changed(project: Project, news: list[int]) -> None:
    article = project.articles.by_id("000")
    assert article
    apply(project, article, project.layers.load("000", "nasser"), Mark(0, 1, "figure"))
    mark_all(project)
    assert sum(counted(project, "nasser")) == 1
    assert not any(
        mention.state is not MentionState.NEW
        for one in offered_to(project, "nasser")
        for mention in one.mentions
    )


def offered_to(project: Project, author: str) -> list[ArticleMentions]:
    listening = Listening()
    gather(project, author, NAME, listening)
    return listening.articles


def test_what_was_marked_meanwhile_is_skipped(project: Project, news: list[int]) -> None:
    chosen = all_of(gathered(project), MentionState.NEW)
    article = project.articles.by_id(chosen[3].article_id)
    assert article

    class Marking(Quiet):
        """Marks in between, as the window may while the act is being planned."""

        def advance(self, done: int, total: int | None) -> None:
            if done == 0:
                return
            with Project.open(project.path) as other:
                layer = other.layers.load(article.id, "amal")
                if not layer.spans:
                    start, end = chosen[3].stretches[0]
                    apply(other, article, layer, Mark(start, end, "actor"))
                    apply(
                        other,
                        article,
                        other.layers.load(article.id, "amal"),
                        Mark(0, 1, "figure"),
                    )

    written = act(project, "amal", "actor", chosen, Marking())
    assert written.spans == sum(news) - 1
    spans = project.layers.load(article.id, "amal").spans
    assert len(spans) == len(chosen[3].stretches) + 1
    assert list(find_damage(project.path, Quiet())) == []


def test_an_article_that_is_gone_by_then_is_left_out(project: Project, news: list[int]) -> None:
    chosen = all_of(gathered(project), MentionState.NEW)
    gone = Chosen("gone", ((0, 3),), refused=((4, 5),))
    assert act(project, "amal", "actor", [gone, *chosen], Quiet()).spans == sum(news)


def test_finished_articles_are_told_and_taken_up_again_and_undo_finishes_them(
    project: Project, news: list[int]
) -> None:
    first = gathered(project)[0].article_id
    article = project.articles.by_id(first)
    assert article
    apply(project, article, project.layers.load(first, "amal"), SetState(FINISHED))
    assert [one.article_id for one in gathered(project) if one.is_closed] == [first]
    mark_all(project)
    marked = project.layers.load(first, "amal")
    assert marked.status is Status.IN_PROGRESS
    undo(project, marked)
    assert project.layers.load(first, "amal").status is Status.FINISHED


def test_what_was_refused_is_not_offered_until_it_is_marked_by_hand(
    project: Project, news: list[int]
) -> None:
    one = gathered(project)[0]
    article = project.articles.by_id(one.article_id)
    assert article
    refused = one.mentions[0].stretch
    act(project, "amal", "actor", [Chosen(article.id, refused=(refused,))], Quiet())
    assert project.layers.load(article.id, "amal").revision == 0
    found = gathered(project)[0].mentions[0]
    assert (found.stretch, found.state) == (refused, MentionState.REFUSED)
    layer = project.layers.load(article.id, "amal")
    other = Name(NAME.spellings, "base")
    states = in_article(project, article, layer, other, marked=False).mentions
    assert states[0].state is MentionState.NEW
    layer = apply(project, article, layer, Mark(*refused, "actor")).layer
    undo(project, layer)
    assert gathered(project)[0].mentions[0].state is MentionState.NEW


def test_the_names_in_one_article_are_marked_and_refused_in_one_act(
    project: Project, bring: Bring
) -> None:
    text = "عاد التحالف ثم للتحالف ثم بالتحالف"
    bring(project, {"id": "a", "text": text})
    ensure_author(project, "amal")
    (article,) = project.articles.each()
    layer = project.layers.load("a", "amal")
    name = Name(ARABIC.names_at(text, 16, 22), "actor")
    found = in_article(project, article, layer, name, marked=False).mentions
    assert [text[one.start : one.end] for one in found] == ["التحالف", "لتحالف", "التحالف"]
    chosen = Chosen("a", tuple(one.stretch for one in found[:2]), refused=(found[2].stretch,))
    marked = act_in_article(project, article, layer, "actor", chosen)
    assert [span.quote for span in marked.layer] == ["التحالف", "لتحالف"]
    assert [row.act for row in load_stack(project, "a", "amal").done] == ["mark all"]
    taken = in_article(project, article, marked.layer, name, marked=True)
    out = Chosen("a", ids=frozenset(one.span_id for one in taken.mentions))
    emptied = act_in_article(project, article, marked.layer, "actor", out).layer
    assert emptied.spans == ()
    assert undo(project, emptied)[0].layer.spans == marked.layer.spans


def test_all_are_unmarked_and_one_undo_brings_the_same_spans_back(
    project: Project, news: list[int]
) -> None:
    mark_all(project)
    before = [project.layers.load(one.id, "amal").spans for one in project.articles.each()]
    written = act(project, "amal", "actor", all_of(gathered(project, marked=True)), Quiet())
    assert written == Written(sum(map(bool, news)), sum(news))
    assert sum(counted(project)) == 0
    at_hand = gathered(project)[0].article_id
    undo(project, project.layers.load(at_hand, "amal"))
    assert [project.layers.load(one.id, "amal").spans for one in project.articles.each()] == before


def test_an_act_that_cannot_be_taken_back_whole_names_some_articles(
    project: Project, news: list[int]
) -> None:
    mark_all(project)
    at_hand, *others = [one.article_id for one in gathered(project, marked=True)]
    for article_id in others[:8]:
        article = project.articles.by_id(article_id)
        layer = project.layers.load(article_id, "amal")
        assert article
        out = Chosen(article_id, ids=frozenset(span.id for span in layer))
        act_in_article(project, article, layer, "actor", out)
    with pytest.raises(RefusedAct, match=r"in .*, …\. Nothing was changed"):
        undo(project, project.layers.load(at_hand, "amal"))


@pytest.mark.parametrize(("author", "label"), [("huda", "actor"), ("amal", "person")])
def test_an_author_or_a_label_that_is_not_there_is_told(
    project: Project, news: list[int], author: str, label: str
) -> None:
    chosen = all_of(gathered(project), MentionState.NEW)
    with pytest.raises(UnknownName):
        act(project, author, label, chosen, Quiet())
    assert sum(counted(project)) == 0


def test_nothing_is_refused_for_a_label_that_is_gone(project: Project, news: list[int]) -> None:
    article = project.articles.by_id("000")
    assert article
    chosen = Chosen("000", refused=((0, 1),))
    with pytest.raises(UnknownName, match="person"):
        act_in_article(project, article, project.layers.load("000", "amal"), "person", chosen)


def test_nothing_is_offered_for_what_folds_to_nothing(project: Project, news: list[int]) -> None:
    listening = Listening()
    gather(project, "amal", Name((), "actor"), listening)
    assert listening.articles == []


def test_a_project_that_is_only_read_can_be_looked_through(
    project_path: Path, project: Project, news: list[int]
) -> None:
    listening = Listening()
    with Project.open(project_path, writable=False) as read:
        gather(read, "amal", NAME, listening)
    assert len(listening.articles) == sum(map(bool, news))


def test_what_is_refused_under_a_label_that_was_merged_away_is_told_in_a_sentence(
    project: Project, news: list[int]
) -> None:
    ensure_author(project, "huda", Role.LEAD)
    article = project.articles.by_id("000")
    assert article is not None
    layer = project.layers.load(article.id, "amal")
    merge_labels(project, "huda", "actor", "base")
    with pytest.raises(UnknownName, match="no label “actor”"):
        act_in_article(project, article, layer, "actor", Chosen(article.id, refused=((0, 3),)))


@dataclass
class Meddling:
    """Does something to the file once when it is told that articles are planned."""

    act: Callable[[], object] | None

    def advance(self, done: int, total: int | None) -> None:
        if done and self.act is not None:
            meddle, self.act = self.act, None
            meddle()


def test_an_entry_that_is_taken_back_meanwhile_is_not_missed(
    project: Project, news: list[int]
) -> None:
    add_entry(project, "amal", "actor", "التحالف")
    chosen = all_of(gathered(project), MentionState.NEW)
    meddling = Meddling(lambda: project_acts.undo(project, "amal"))
    act(project, "amal", "actor", chosen, meddling)
    assert meddling.act is None
    assert counted(project) == news
    assert list(find_damage(project.path, Quiet())) == []


def test_a_label_that_means_something_else_meanwhile_gets_values_of_that_kind(
    project: Project, news: list[int]
) -> None:
    ensure_author(project, "huda", Role.LEAD)
    entry = add_entry(project, "amal", "actor", "التحالف")
    chosen = all_of(gathered(project), MentionState.NEW)
    labels = project.labels.load()
    other = LabelSet(
        tuple(
            replace(label, value=ValueKind.TEXT) if label.name == "actor" else label
            for label in labels
        )
    )

    def meddle() -> None:
        project_acts.undo(project, "amal")
        change_labels(project, "huda", other)

    act(project, "amal", "actor", chosen, Meddling(meddle))
    assert counted(project) == news
    assert project.registry.entry(entry.id) is None
    assert list(find_damage(project.path, Quiet())) == []
