"""Decisions in lots: what a lead is shown before, and who decides it afterwards."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotator.core.decisions import Choice
from annotator.core.model import Span
from annotator.core.precedents import RULES
from annotator.core.queue import Waiting
from annotator.gui.review.deciding import Deciding
from annotator.gui.review.lot_dialog import LotDialog, LotRow
from annotator.gui.review.queueing import Queueing
from annotator.gui.review.same_again import AlikeLot
from annotator.gui.running.errands import Errands
from annotator.gui.running.gathering import Gathering
from annotator.gui.session import Session
from annotator.gui.settings import Settings
from annotator.gui.wording.cause_names import cause_names, cause_rules
from annotator.gui.wording.reasons import shown_reason
from annotator.gui.wording.told_spans import told_put
from annotator.workflow.review.accepting import WaitingLayer
from annotator.workflow.review.costs import is_little
from annotator.workflow.review.lots import Asked, ByTheRules, Case, Lot, Majorities, cases
from annotator.workflow.review.review_tasks import gather_cases, gather_layers


@dataclass(slots=True)
class _Asking:
    """What a lead is asked about: how it is listed, shown and decided."""

    dialog: LotDialog
    look: Callable[[], object]
    row: Callable[[Any], LotRow]
    decide: Callable[[Sequence[Any]], bool]
    """Decides what is chosen; false if that has to wait."""
    nothing: str
    wants_all: bool = False
    """Whether all layers have to be compared before it can be listed."""
    found: list[Any] = field(default_factory=list)


class Lots(QObject):
    """Asks a lead about one lot at a time."""

    decided = Signal(object)
    """A few conflicts were decided together: ``DecisionReport``; of many the errands tell."""
    left = Signal()
    """The lead is asked about nothing any more."""
    conflict_requested = Signal(str)
    """The lead wants to see the open conflict of that id."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        errands: Errands,
        deciding: Deciding,
        queueing: Queueing,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._errands = errands
        self._deciding = deciding
        self._queueing = queueing
        self._parent = parent
        self._asking: _Asking | None = None
        self._ways: tuple[Lot, ...] = ()
        self._causes = cause_names()
        self._gathering = Gathering(self)
        self._gathering.found.connect(self._add)
        self._gathering.advanced.connect(self._show_progress)
        self._gathering.ended.connect(self._end_looking)
        self._gathering.failed.connect(session.failed)
        queueing.comparing.ended.connect(self._look_at_last)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the menus can ask for here."""
        return {
            "majorities": self.ask_for_majorities,
            "by_rule": self.ask_for_rules,
            "accept_singles": lambda: self.ask_for_layers(Choice.SINGLE),
            "accept_set_aside": lambda: self.ask_for_layers(Choice.SET_ASIDE),
        }

    def stop(self) -> None:
        """Let nothing be under way any more: the window is closed."""
        if self._asking is not None:
            self._asking.dialog.reject()
        self._gathering.abandon()

    # -- what can be asked for

    def ask_for_majorities(self) -> None:
        """Offer to decide each conflict as more than half of its layers say."""
        why = self.tr("Each conflict is decided as more than half of the finished layers say.")
        dialog = self._made(self.tr("Take what most say"), why)
        self._offer_listed(dialog)

        def look() -> None:
            rows = [row for row in self._rows(dialog) if row.has_majority]
            self._look((Majorities(),), rows)

        self._ask_about_conflicts(dialog, look, wants_all=True)

    def ask_for_rules(self) -> None:
        """Offer to decide the conflicts of some causes as the guidelines rule."""
        why = self.tr("Borders that differ for one of these reasons are put by the guidelines.")
        dialog = self._made(self.tr("Settle by the guidelines"), why)
        causes, rules = list(RULES), cause_rules()
        dialog.offer_parts([f"{self._causes[cause]}: {rules[cause]}" for cause in causes])
        self._offer_listed(dialog)

        def look() -> None:
            wanted = frozenset(causes[number] for number in dialog.parts())
            rows = [row for row in self._rows(dialog) if row.cause in wanted]
            self._look((ByTheRules(wanted),), rows)

        self._ask_about_conflicts(dialog, look, wants_all=True)

    def ask_for_alike(self, lot: AlikeLot) -> None:
        """Offer to decide all that are alike in the same way."""
        told = [(way.key, self._told(way.put)[0]) for way in lot.ways]
        if len(told) == 1:
            why = self.tr("What was decided last is put in all of these: {put}").format(
                put=told[0][1]
            )
        else:
            why = self.tr("The same words, and the same answers to them. What is put in all:")
        dialog = self._made(self.tr("Decide all that are alike"), why)
        if len(told) > 1:
            dialog.offer_ways(told)
        ways = tuple(way.again for way in lot.ways)
        self._ask_about_conflicts(dialog, lambda: self._look(ways, lot.rows))

    def ask_for_layers(self, choice: Choice) -> None:
        """Offer to accept layers that wait for nothing else."""
        if choice is Choice.SINGLE:
            title = self.tr("Accept single layers")
            why = self.tr(
                "One author alone has finished these articles. What is accepted is gold; where"
                " others have yet to finish, the article waits for them all the same, and is not"
                " ticked."
            )
        else:
            title = self.tr("Accept layers set aside")
            why = self.tr(
                "In these articles nobody is waited for but authors who set them aside. What is"
                " accepted is no longer waited for."
            )
        dialog = self._made(title, why)

        def look() -> None:
            self._gathering.look(gather_layers, self._session.project.path, choice)

        def decide(chosen: Sequence[WaitingLayer]) -> bool:
            session = self._session
            asked = iter([(one.article_id, one.author) for one in chosen])
            path, lead = session.project.path, session.author.name
            return self._errands.accept_layers(path, lead, choice, asked, dialog.reason())

        nothing = self.tr("No layer waits for that.")
        self._ask(_Asking(dialog, look, self._row_of_layer, decide, nothing))

    # -- how it is asked

    def _made(self, title: str, why: str) -> LotDialog:
        return LotDialog(title, why, self._parent)

    def _offer_listed(self, dialog: LotDialog) -> None:
        listed = self._queueing.listed()
        if len(listed) < len(self._queueing.queue):
            dialog.offer_listed(len(listed))

    def _rows(self, dialog: LotDialog) -> Iterable[Waiting]:
        queueing = self._queueing
        return queueing.listed() if dialog.is_narrow() else queueing.queue.all()

    def _ask_about_conflicts(
        self, dialog: LotDialog, look: Callable[[], object], *, wants_all: bool = False
    ) -> None:
        nothing = self.tr("No open conflict can be decided so.")

        def decide(chosen: Sequence[Case]) -> bool:
            return self._decide(self._ways[dialog.way()], chosen, dialog.reason())

        self._ask(_Asking(dialog, look, self._row_of_case, decide, nothing, wants_all))

    def _ask(self, asking: _Asking) -> None:
        self._asking = asking
        dialog = asking.dialog
        dialog.wanted_changed.connect(self._look_anew)
        dialog.decide_requested.connect(self._take)
        dialog.row_requested.connect(self._show)
        dialog.finished.connect(self._leave)
        dialog.start()
        dialog.open()
        QTimer.singleShot(0, dialog, self._look_anew)  # once it is there to be seen

    def _look_anew(self) -> None:
        if self._asking is not None:
            self._gathering.give_up()
            self._asking.found = []
            self._asking.dialog.start()
            if not (self._asking.wants_all and self._queueing.comparing.is_under_way):
                self._asking.look()

    def _look_at_last(self) -> None:
        """List what had to wait until all layers were compared."""
        if self._asking is not None and self._asking.wants_all and not self._asking.found:
            self._look_anew()

    def _look(self, ways: tuple[Lot, ...], rows: Iterable[Waiting]) -> None:
        """List what one of ``ways`` decides: here if that is little, else in another process."""
        self._ways = ways
        asked = [(row.article_id, row.id) for row in rows]
        if not self._is_little(asked):
            self._gathering.look(gather_cases, self._session.project.path, ways, iter(asked))
            return
        none: list[Case] = []
        project = self._session.project
        self._add(self._session.read(lambda: list(cases(project, ways, asked)), none))
        self._end_looking()

    def _add(self, found: Sequence[Any]) -> None:
        if self._asking is not None:
            self._asking.found += found
            self._asking.dialog.add([self._asking.row(one) for one in found])

    def _show_progress(self, done: int, total: int) -> None:
        if self._asking is not None:
            self._asking.dialog.show_progress(done, total)

    def _end_looking(self) -> None:
        if self._asking is not None:
            self._asking.dialog.end_looking(self._asking.nothing)

    def _row_of_case(self, case: Case) -> LotRow:
        told = tuple(self._told(put) for put in case.puts)
        groups = [self._causes[case.cause], f"\u2068{case.quotation.article}\u2069"]
        if case.is_stale:
            before = self.tr("{put} · decided before")
            told = tuple((before.format(put=put), colour) for put, colour in told)
            groups.append(self.tr("decided before"))
        return LotRow(case.quotation, told, tuple(groups))

    def _told(self, put: Sequence[Span] | None) -> tuple[str, str]:
        """Say what would be put, and in which colour it is shown."""
        if put is None:
            return "–", ""
        labels = self._session.labels
        known = [labels[one.label].colour for one in put if one.label in labels]
        return told_put(put, labels, self._session.language), next(iter(known), "")

    def _row_of_layer(self, layer: WaitingLayer) -> LotRow:
        told = shown_reason(layer.reason) or self.tr("%n span(s)", "", layer.spans)
        is_blind = self._settings.reviews_blind(self._session.project.path)
        if not is_blind:
            told = f"\u2068{layer.author}\u2069: {told}"
        if not layer.others:
            return LotRow(layer.quotation, ((told, ""),))
        if is_blind:
            others = self.tr("waits for %n other(s)", "", len(layer.others))
        else:
            names = self.tr(", ").join(f"\u2068{name}\u2069" for name in layer.others)
            others = self.tr("waits for {names}").format(names=names)
        groups = (self.tr("others have yet to finish"),)
        return LotRow(layer.quotation, ((f"{told} · {others}", ""),), groups, is_ticked=False)

    # -- what is decided

    def _take(self) -> None:
        asking = self._asking
        if asking is not None:
            chosen = [asking.found[number] for number in asking.dialog.ticked()]
            if asking.decide(chosen):
                asking.dialog.accept()

    def _decide(self, lot: Lot, chosen: Sequence[Case], reason: str) -> bool:
        session = self._session
        asked = [(case.article_id, case.conflict) for case in chosen]
        if not self._is_little(asked):
            path, lead = session.project.path, session.author.name
            return self._errands.decide_lot(path, lead, lot, iter(asked), reason)
        report = self._deciding.decide_lot(lot, asked, reason)
        if report is not None:
            self.decided.emit(report)
            self._errands.tell_decided(report)
        return True

    def _is_little(self, asked: Sequence[Asked]) -> bool:
        session, articles = self._session, {article_id for article_id, _ in asked}
        return session.read(lambda: is_little(session.project, articles, len(asked)), False)

    def _show(self, row: int) -> None:
        asking = self._asking
        if asking is None:
            return
        chosen = asking.found[row]
        if isinstance(chosen, Case):  # of a layer, nothing can be shown here
            asking.dialog.reject()
            self.conflict_requested.emit(chosen.conflict)

    def _leave(self) -> None:
        asking, self._asking = self._asking, None
        self._gathering.give_up()
        if asking is not None:
            asking.dialog.deleteLater()
        self.left.emit()
