"""What a lead decides: on conflicts, on spans that nobody questioned, on whole layers.

Every decision, or lot of them, is one act on the stack of that lead's decisions.  A decision that
takes the place of others lets them rest: taking it back lets them stand again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotator.core.decisions import Choice, Decision, decide, majority, outcome_of
from annotator.core.edits import whole_stretch
from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError, RefusedAct
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span, Status
from annotator.core.overruling import overruled
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.text import is_storable
from annotator.core.values import EntryValue, Value, ValueKind, kind_of
from annotator.store.project import Project
from annotator.workflow import project_acts
from annotator.workflow.people import refuse_unless_lead
from annotator.workflow.project_stack import RowsAct
from annotator.workflow.registry import current_entries
from annotator.workflow.settling import OpenConflict, Reviews, machine_authors, reviews_of

DECIDE = "decide"
"""The act of one decision."""
DECIDE_ALL = "decide all"
"""The act of several at once."""
_QUIET = Quiet()


@dataclass(frozen=True, slots=True)
class OwnSpan:
    """A span as a lead asks for it: code points of the article, end exclusive."""

    start: int
    end: int
    label: str
    value: Value = None
    quote: str | None = None
    """What it covers, as a check against any slip."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a lead says of a conflict."""

    choice: Choice
    author: str | None = None
    """Whose option is taken, where the choice is one."""
    spans: tuple[OwnSpan, ...] = ()
    """The lead's own, where the choice is these."""
    reason: str = ""
    gap: bool = False


@dataclass(slots=True)
class DecisionReport:
    """What became of some rulings."""

    decided: int = 0
    refused: list[tuple[str, AnnotatorError]] = field(default_factory=list)
    """The ids of conflicts that could not be decided so, and why."""


def rule(project: Project, lead: str, there: OpenConflict, ruling: Ruling) -> Decision:
    """Decide one conflict.

    Raises:
        RefusedAct: if ``lead`` is none, the conflict is no longer open, or the choice does not
            fit it.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        _take(_open_now(project, [there]), there)
        decision, rests = _ruled(project, lead, there, ruling)
        let_stand(project, lead, DECIDE, [decision], rests)
    return decision


def rule_all(
    project: Project,
    lead: str,
    rulings: Sequence[tuple[OpenConflict, Ruling]],
    progress: Progress = _QUIET,
) -> DecisionReport:
    """Decide several conflicts in one act; those that cannot be decided so are told.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    report = DecisionReport()
    with project.writing():
        refuse_unless_lead(project, lead)
        still_open = _open_now(project, [there for there, _ in rulings])
        decisions: list[Decision] = []
        rests: set[str] = set()
        for done, (there, ruling) in enumerate(rulings, start=1):
            try:
                # What is decided twice in one lot would stand twice.
                _take(still_open, there)
                decision, replaced = _ruled(project, lead, there, ruling)
            except AnnotatorError as error:
                report.refused.append((there.conflict.id, error))
            else:
                decisions.append(decision)
                rests |= replaced
            progress.advance(done, len(rulings))
        let_stand(project, lead, DECIDE_ALL, decisions, rests)
        report.decided = len(decisions)
    return report


def majorities(found: Iterable[OpenConflict]) -> list[tuple[OpenConflict, Ruling]]:
    """Return a ruling for each conflict on which more than half of the layers agree."""
    return [(one, Ruling(Choice.MAJORITY)) for one in found if majority(one.conflict) is not None]


def accept_singles(project: Project, lead: str, article_ids: Iterable[str] | None = None) -> int:
    """Accept the layer of every article, or of some, that one author alone has finished.

    Return how many were accepted.

    Raises:
        RefusedAct: if ``lead`` is none.
    """
    wanted = None if article_ids is None else set(article_ids)
    with project.writing():
        refuse_unless_lead(project, lead)
        decisions = [
            Decision(review.article_id, Choice.SINGLE, lead, layer=layer)
            for review in Reviews(project).all()
            if review.is_single_open
            and (wanted is None or review.article_id in wanted)
            and (layer := _layer_of(project, review.article_id, Status.FINISHED)) is not None
        ]
        let_stand(project, lead, DECIDE_ALL, decisions, set())
    return len(decisions)


def accept_set_aside(
    project: Project, lead: str, article_id: str, author: str, reason: str = ""
) -> Decision:
    """Say that nobody need wait for a layer that its author has set aside.

    Raises:
        RefusedAct: if ``lead`` is none, or the layer is not set aside.
    """
    refuse_unstorable(reason)
    with project.writing():
        refuse_unless_lead(project, lead)
        layer = project.layers.load(article_id, author)
        if layer.status is not Status.SET_ASIDE:
            raise RefusedAct(
                QT_TRANSLATE_NOOP("errors", "“{author}” has not set the article aside."),
                author=author,
            )
        told = (author, layer.revision)
        decision = Decision(article_id, Choice.SET_ASIDE, lead, layer=told, reason=reason)
        let_stand(project, lead, DECIDE, [decision], set())
    return decision


def overrule(
    project: Project,
    lead: str,
    article: Article,
    replaced: Iterable[tuple[int, int, str]],
    spans: Iterable[OwnSpan],
    reason: str = "",
) -> Decision:
    """Put ``spans`` in the place of gold spans, given by start, end and label.

    With nothing to replace it adds what all authors missed.

    Raises:
        RefusedAct: if ``lead`` is none, nothing would change, or a span cannot stand.
    """
    refuse_unstorable(reason)
    with project.writing():
        refuse_unless_lead(project, lead)
        decision, met = overruled(
            article.id,
            lead,
            set(replaced),
            own_spans(project, article, spans),
            finished=_finished(project, article.id),
            standing=_standing(project, article.id),
            reason=reason,
        )
        let_stand(project, lead, DECIDE, [decision], {one.id for one in met})
    return decision


def undo(project: Project, lead: str) -> RowsAct:
    """Take the lead's last act of deciding back; see ``project_acts.undo``."""
    return project_acts.undo(project, lead, of_decisions=True)


def redo(project: Project, lead: str) -> RowsAct:
    """Do the lead's act again that was last taken back."""
    return project_acts.redo(project, lead, of_decisions=True)


# -- how it is done


def _open_now(project: Project, wanted: Iterable[OpenConflict]) -> set[str]:
    """Return the ids of the conflicts that are open in the articles of those ``wanted``."""
    articles = list(dict.fromkeys(one.article_id for one in wanted))
    return {one.conflict.id for review in reviews_of(project, articles) for one in review.conflicts}


def _take(still_open: set[str], there: OpenConflict) -> None:
    if there.conflict.id not in still_open:
        raise not_open(there.conflict.id)
    still_open.remove(there.conflict.id)


def not_open(conflict_id: str) -> RefusedAct:
    """Return the error for a conflict that nobody can decide now."""
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors",
            "The conflict {conflict} is not open: it is decided, or its spans have changed. Look"
            " at the conflicts anew.",
        ),
        conflict=conflict_id,
    )


def _ruled(
    project: Project, lead: str, there: OpenConflict, ruling: Ruling
) -> tuple[Decision, set[str]]:
    """Return the decision that follows from a ruling, and the ids of those that it replaces."""
    refuse_unstorable(ruling.reason)
    article = project.articles.by_id(there.article_id)
    assert article is not None
    conflict = there.conflict
    outcome: Sequence[Span]
    if ruling.choice is Choice.SPANS:
        outcome = own_spans(project, article, ruling.spans)
    else:
        outcome = outcome_of(conflict, ruling.choice, article.text, ruling.author)
    decision = decide(
        article.id,
        lead,
        ruling.choice,
        outcome,
        judged=conflict.spans,
        finished=_finished(project, article.id),
        stretch=(conflict.start, conflict.end),
        reason=ruling.reason,
        gap=ruling.gap,
    )
    return decision, set(conflict.stale)


def let_stand(
    project: Project, lead: str, act: str, decisions: Sequence[Decision], rests: Iterable[str]
) -> None:
    """Let new decisions stand, and others rest, as one act."""
    for decision in decisions:
        project.decisions.add(decision)
    changes = [
        RowChange(Kind.DECISION, decision.id, {"stands": 0}, {"stands": 1})
        for decision in decisions
    ]
    changes += [
        RowChange(Kind.DECISION, decision_id, {"stands": 1}, {"stands": 0})
        for decision_id in sorted(rests)
    ]
    project_acts.do(project, lead, act, changes, is_decision=True)


def _layer_of(project: Project, article_id: str, status: Status) -> tuple[str, int] | None:
    """Return author and revision of the only human layer of that status."""
    machines = machine_authors(project)
    found = [
        (layer.author, layer.revision)
        for layer in project.layers.of_article(article_id)
        if layer.status is status and layer.author not in machines
    ]
    return found[0] if len(found) == 1 else None


def _finished(project: Project, article_id: str) -> list[Layer]:
    machines, entries = machine_authors(project), current_entries(project)
    return [
        entries.layer(layer)
        for layer in project.layers.of_article(article_id)
        if layer.status is Status.FINISHED and layer.author not in machines
    ]


def _standing(project: Project, article_id: str) -> list[Decision]:
    entries = current_entries(project)
    return [
        entries.decision(decision)
        for decision in project.decisions.on_article(article_id)
        if decision.is_on_spans
    ]


def own_spans(project: Project, article: Article, wanted: Iterable[OwnSpan]) -> list[Span]:
    """Return the spans that a lead asks for, as they can stand in gold.

    Raises:
        AnnotatorError: if one lies outside the text, says a label that is not there, or has a
            value that its label cannot have.
    """
    labels = project.labels.load()
    spans: dict[tuple[int, int, str], Span] = {}
    for one in wanted:
        _refuse_strange(project, labels, one)
        start, end, quote = whole_stretch(article.text, one.start, one.end)
        if one.quote not in (None, quote):
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "From {start} to {end} the article says “{quote}”, not “{other}”."
                ),
                start=start,
                end=end,
                quote=quote,
                other=one.quote,
            )
        span = Span(start, end, one.label, quote, one.value)
        spans[span.place] = span
    return list(spans.values())


def _refuse_strange(project: Project, labels: LabelSet, wanted: OwnSpan) -> None:
    label = labels[wanted.label]
    kind = kind_of(wanted.value)
    if kind not in (label.value, ValueKind.NONE):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "A {label} cannot have a value of this kind: {kind}."),
            label=label.name,
            kind=kind.value,
        )
    if isinstance(wanted.value, EntryValue) and project.registry.entry(wanted.value.entry) is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The registry has no entry {entry}."),
            entry=wanted.value.entry,
        )


def refuse_unstorable(text: str) -> None:
    """Refuse a reason that the file cannot hold."""
    if not is_storable(text):
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "A reason cannot hold a NUL or half of a character.")
        )
