"""What a lead decides: on a conflict, or on spans that nobody questioned.

Every decision, or lot of them (see ``deciding_lots``), is one act on the stack of that lead's
decisions.  A decision that takes the place of others lets them rest: taking it back lets them
stand again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotator.core.conflicts import Conflict, Place
from annotator.core.decisions import Choice, Decision, decide, outcome_of
from annotator.core.edits import whole_stretch
from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.core.overruling import overruled
from annotator.core.progress import Progress, Quiet
from annotator.core.rows import Kind, RowChange
from annotator.core.text import is_storable
from annotator.core.values import EntryValue, Value, ValueKind, kind_of
from annotator.store.project import Project
from annotator.workflow.acts import project_acts
from annotator.workflow.acts.project_stack import RowsAct
from annotator.workflow.acts.values import Proposals
from annotator.workflow.people.authors import refuse_unless_lead
from annotator.workflow.review.held import HeldArticle
from annotator.workflow.review.settling import Derived, OpenConflict

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


def rule(
    project: Project,
    lead: str,
    there: OpenConflict,
    ruling: Ruling,
    held: HeldArticle | None = None,
) -> Decision:
    """Decide one conflict; what is ``held`` of its article spares deriving it anew.

    Raises:
        RefusedAct: if ``lead`` is none, the conflict is no longer open, or the choice does not
            fit it.
    """
    with project.writing():
        refuse_unless_lead(project, lead)
        one = (held or HeldArticle()).derived(project, there.article_id)
        if one is None:
            raise not_open_in(there.article)
        for conflict in one.state.conflicts:
            if conflict.id == there.conflict.id:
                decision, rests = ruled(project, lead, one, conflict, ruling)
                let_stand(project, lead, DECIDE, [decision], rests)
                return decision
        raise not_open_in(there.article)


def ruled(
    project: Project, lead: str, one: Derived, conflict: Conflict, ruling: Ruling
) -> tuple[Decision, set[str]]:
    """Return the decision that follows from a ruling, and the ids of those that it replaces.

    Raises:
        AnnotatorError: if the choice does not fit the conflict.
    """
    refuse_unstorable(ruling.reason)
    outcome: Sequence[Span]
    if ruling.choice is Choice.SPANS:
        outcome = own_spans(project, one.article, ruling.spans)
    else:
        outcome = outcome_of(conflict, ruling.choice, one.article.text, ruling.author)
    decision = decide(
        one.article.id,
        lead,
        ruling.choice,
        outcome,
        judged=conflict.spans,
        ground=one.ground,
        stretch=(conflict.start, conflict.end),
        reason=ruling.reason,
        gap=ruling.gap,
    )
    return decision, set(conflict.stale)


def overrule(
    project: Project,
    lead: str,
    article: Article,
    replaced: Iterable[tuple[int, int, str]],
    spans: Iterable[OwnSpan],
    reason: str = "",
    held: HeldArticle | None = None,
    *,
    gap: bool = False,
) -> Decision:
    """Put ``spans`` in the place of gold spans, given by start, end and label.

    With nothing to replace it adds what all authors missed; see ``rule``.

    Raises:
        RefusedAct: if ``lead`` is none, nothing would change, or a span cannot stand.
    """
    refuse_unstorable(reason)
    places = set(replaced)
    with project.writing():
        refuse_unless_lead(project, lead)
        proposals = Proposals(project, project.labels.load())
        there = (held or HeldArticle()).derived(project, article.id)
        if there is None:
            raise _changed()
        _refuse_unless_gold(there, places)
        decision, met = overruled(
            article.id,
            lead,
            places,
            proposals.filled(there.article, own_spans(project, there.article, spans)),
            ground=there.ground,
            standing=there.on_spans,
            reason=reason,
            gap=gap,
        )
        let_stand(project, lead, DECIDE, [decision], {one.id for one in met})
        return decision


def _refuse_unless_gold(there: Derived, places: set[Place]) -> None:
    """Refuse what is no longer as the lead saw it: it may be judged by nobody unseen."""
    gold = {span.place for span in there.state.gold}
    asked = (span.place for one in there.state.conflicts for _, span in one.spans)
    if not gold.issuperset(places) or not places.isdisjoint(asked):
        raise _changed()


def _changed() -> RefusedAct:
    return RefusedAct(
        QT_TRANSLATE_NOOP(
            "errors", "What you see here has been changed meanwhile. Look at it anew, then decide."
        )
    )


def undo(project: Project, lead: str, progress: Progress = _QUIET) -> RowsAct:
    """Take the lead's last act of deciding back; see ``project_acts.undo``."""
    return project_acts.undo(project, lead, progress, of_decisions=True)


def redo(project: Project, lead: str, progress: Progress = _QUIET) -> RowsAct:
    """Do the lead's act again that was last taken back."""
    return project_acts.redo(project, lead, progress, of_decisions=True)


# -- how it is done


class NotOpen(RefusedAct):
    """A conflict that nobody can decide now."""


def not_open(conflict_id: str) -> NotOpen:
    """Return the error for a conflict that was asked for by its id."""
    return NotOpen(
        QT_TRANSLATE_NOOP(
            "errors",
            "The conflict {conflict} is not open: it is decided, or its spans have changed. Look"
            " at the conflicts anew.",
        ),
        conflict=conflict_id,
    )


def not_open_in(article: str) -> NotOpen:
    """Return the error for a conflict that was seen in the article of that name."""
    return NotOpen(
        QT_TRANSLATE_NOOP(
            "errors",
            "A conflict in “{article}” is not open any more: it is decided, or its spans have"
            " changed. Look at the conflicts anew.",
        ),
        article=article,
    )


def let_stand(
    project: Project,
    lead: str,
    act: str,
    decisions: Sequence[Decision],
    rests: Iterable[str] = (),
    progress: Progress = _QUIET,
) -> None:
    """Let new decisions stand, and others rest, as one act."""
    for done, decision in enumerate(decisions, start=1):
        project.decisions.add(decision)
        progress.advance(done, len(decisions))
    changes = [
        RowChange(Kind.DECISION, decision.id, {"stands": 0}, {"stands": 1})
        for decision in decisions
    ]
    changes += [
        RowChange(Kind.DECISION, decision_id, {"stands": 1}, {"stands": 0})
        for decision_id in sorted(rests)
    ]
    project_acts.do(project, lead, act, changes, progress, is_decision=True)


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
