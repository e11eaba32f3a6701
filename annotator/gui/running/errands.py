"""What takes long and is done in another process: datasets, merges, lots of decisions."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal

from annotator.core.assigning import HandingPlan
from annotator.core.consistency import Refused
from annotator.core.decisions import Choice
from annotator.core.errors import AnnotatorError
from annotator.core.handing import Handing
from annotator.core.importing import ImportOrder, ImportQuestions, Reading
from annotator.core.labels import LabelSet
from annotator.core.mentions import Chosen, Written
from annotator.core.model import Layer
from annotator.core.release import Order
from annotator.core.selection import ExportOrder
from annotator.gui.language import error_text
from annotator.gui.running.task_runner import TaskRunner
from annotator.gui.running.under_way import Stack
from annotator.gui.wording.dataset_texts import tell_export, tell_release
from annotator.gui.wording.handing_texts import tell_after, tell_handed_out
from annotator.gui.wording.summaries import (
    tell_accepted,
    tell_decided,
    tell_decisions_stepped,
    tell_entries,
    tell_entries_out,
    tell_import,
    tell_import_again,
    tell_labels,
    tell_marked,
    tell_redone,
    tell_stepped,
    tell_taken_back,
    tell_undone,
    tell_unmarked,
)
from annotator.workflow.acts.project_stack import ImportAct
from annotator.workflow.datasets.dataset_tasks import (
    export_from,
    import_again,
    import_or_ask,
    import_told,
    look_at_imports,
    release_from,
    take_import_back,
)
from annotator.workflow.datasets.told import ToldExport, ToldRelease
from annotator.workflow.imports.articles import ImportReport
from annotator.workflow.people.authors import refuse_name
from annotator.workflow.registry.entry_files import EntriesReport
from annotator.workflow.review.deciding_lots import DecisionReport
from annotator.workflow.review.lots import Asked, Lot
from annotator.workflow.review.overruling import Overruling
from annotator.workflow.review.review_tasks import (
    accept_layers,
    decide_lot,
    draw_sample,
    redo_decisions,
    undo_decisions,
)
from annotator.workflow.worker import (
    act_on_mentions,
    assign_in,
    back_up,
    change_labels_in,
    demo_in,
    do_act_again,
    export_entries_from,
    hand_in,
    import_entries_into,
    keep_in,
    overrule_in,
    redo_project_act,
    report_on,
    take_act_back,
    undo_project_act,
)


class Errands(TaskRunner):
    """Runs errands for the window, and says what came of them."""

    asked = Signal(object, list, str, object)
    """Before an import something is to be asked: project, paths, who, ``ImportQuestions``."""
    imported = Signal()
    """Articles were brought in, or are out again."""
    acted = Signal()
    """An act over many articles or on the project is done, undone or done again."""
    demo_made = Signal(object)
    """The demo project is there: its path."""
    lot_decided = Signal(object)
    """Conflicts were decided together, or layers accepted: ``DecisionReport``."""
    decisions_stepped = Signal(object, bool)
    """An act of deciding is taken back, or done again: ``RowsAct``."""
    overruled = Signal(object)
    """Gold was overruled in many places, ``Overruled``; or many are said to be right: ``int``."""
    sample_drawn = Signal(object)
    """A sample of agreed spans: a tuple of ``Sampled``, and the seed that drew it."""

    def import_files(self, project: Path, paths: list[Path], by: str) -> None:
        """Bring files and folders into the project, as its author ``by`` wishes.

        Where something is to be asked first, nothing is done: see ``asked``.
        """
        tell = partial(self._tell_import_or_ask, project, paths, by)
        arguments = (project, paths, by)
        self.run(self.tr("Importing…"), import_or_ask, arguments, tell, Stack.PROJECT)

    def look_at_imports(self, project: Path, paths: list[Path], by: str, reading: Reading) -> None:
        """Read files as ``reading`` says and ask how to import them: see ``asked``."""
        tell = partial(self._tell_import_or_ask, project, paths, by)
        arguments = (project, paths, by, reading)
        self.run(self.tr("Reading…"), look_at_imports, arguments, tell)

    def import_told(self, project: Path, paths: list[Path], by: str, order: ImportOrder) -> None:
        """Bring files and folders in as ``by`` said when asked."""
        arguments = (project, paths, by, order)
        self.run(self.tr("Importing…"), import_told, arguments, self._tell_import, Stack.PROJECT)

    def refusal_of_name(self, author: str) -> str:
        """Say why nobody can own spans under that name; nothing if somebody can."""
        try:
            refuse_name(author)
        except AnnotatorError as error:
            return error_text(error)
        return ""

    def take_import_back(self, project: Path, author: str) -> None:
        """Take the last import into the project back."""
        sentence = self.tr("Taking the import back…")
        tell = partial(self._tell_gone_through, tell_taken_back)
        self.run(sentence, take_import_back, (project, author), tell, Stack.PROJECT)

    def import_again(self, project: Path, author: str) -> None:
        """Do the import again that was taken back last."""
        sentence = self.tr("Doing the import again…")
        tell = partial(self._tell_gone_through, tell_import_again)
        self.run(sentence, import_again, (project, author), tell, Stack.PROJECT)

    def change_labels(
        self,
        project: Path,
        author: str,
        labels: LabelSet,
        moves: Mapping[str, str],
        seen: LabelSet,
    ) -> None:
        """Change the labels of the project and move the spans of those that go."""
        arguments = (project, author, labels, dict(moves), seen)
        tell = partial(self._tell_acted, tell_labels)
        self.run(self.tr("Moving spans…"), change_labels_in, arguments, tell, Stack.PROJECT)

    def undo_project_act(self, project: Path, author: str) -> None:
        """Take the last act on the project back, which changed much."""
        self.run(
            self.tr("Undoing…"),
            undo_project_act,
            (project, author),
            partial(self._tell_acted, partial(tell_stepped, undone=True)),
            Stack.PROJECT,
        )

    def redo_project_act(self, project: Path, author: str) -> None:
        """Do the act on the project again that was taken back last, which changed much."""
        self.run(
            self.tr("Redoing…"),
            redo_project_act,
            (project, author),
            partial(self._tell_acted, partial(tell_stepped, undone=False)),
            Stack.PROJECT,
        )

    def export(self, project: Path, out: Path, order: ExportOrder) -> None:
        """Write a dataset."""
        tell = partial(self._tell_export, out)
        self.run(self.tr("Exporting…"), export_from, (project, out, order), tell)

    def release(self, project: Path, out: Path, order: Order, lead: str) -> None:
        """Release what is ready, and freeze that."""
        tell = partial(self._tell_release, out)
        self.run(self.tr("Releasing…"), release_from, (project, out, order, lead), tell)

    def report(self, project: Path, out: Path, language: str, *, is_blind: bool) -> None:
        """Write a report on the project."""
        done = self.tr("The report was written to “{file}”.").format(file=f"\u2068{out.name}\u2069")
        arguments = (project, out, language, is_blind)
        self.run(self.tr("Reporting…"), report_on, arguments, lambda _: self.notice.say(done))

    def back_up(self, project: Path, out: Path) -> None:
        """Copy the project."""
        done = self.tr("The project was copied to “{file}”.").format(file=f"\u2068{out.name}\u2069")
        self.run(self.tr("Copying…"), back_up, (project, out), lambda _: self.notice.say(done))

    def import_entries(self, project: Path, table: Path, author: str) -> None:
        """Bring the entries of a table into the registry."""
        sentence = self.tr("Importing…")
        self.run(
            sentence,
            import_entries_into,
            (project, table, author),
            self._tell_entries,
            Stack.PROJECT,
        )

    def export_entries(self, project: Path, out: Path, author: str | None) -> None:
        """Write the registry to a table; the mentions in it are those of ``author``, if given."""
        tell = partial(self._tell_entries_out, out)
        self.run(self.tr("Exporting…"), export_entries_from, (project, out, author), tell)

    def make_demo(self, folder: Path) -> None:
        """Make the demo project."""
        self.run(self.tr("Making the demo…"), demo_in, (folder,), self.demo_made.emit)

    def act_on_mentions(
        self, at_hand: Layer, project: Path, label: str, chosen: Iterator[Chosen], *, removes: bool
    ) -> bool:
        """Mark or take out mentions in many articles; false if that has to wait."""
        sentence = self.tr("Taking the spans out…") if removes else self.tr("Marking mentions…")
        arguments = (project, at_hand.author, label, chosen, at_hand.article_id)
        tell = tell_unmarked if removes else tell_marked
        return self.run(
            sentence, act_on_mentions, arguments, partial(self._tell_acted, tell), Stack.ARTICLE
        )

    def tell_acted_on_mentions(self, written: Written, *, removes: bool) -> None:
        """Say what became of mentions that were marked or taken out at once."""
        tell = tell_unmarked if removes else tell_marked
        self.notice.say(tell(written), passing=True)

    def go_through_act(self, project: Path, layer: Layer, *, undone: bool) -> None:
        """Undo the last act on ``layer``, which goes over many articles, or do it again."""
        sentence = self.tr("Doing it again…") if undone else self.tr("Undoing…")
        work = do_act_again if undone else take_act_back
        tell = tell_redone if undone else tell_undone
        self.run(sentence, work, (project, layer), partial(self._tell_acted, tell), Stack.ARTICLE)

    def decide_lot(
        self, project: Path, lead: str, lot: Lot, asked: Iterator[Asked], reason: str
    ) -> bool:
        """Decide conflicts together; false if that has to wait."""
        arguments = (project, lead, lot, asked, reason)
        return self.run(
            self.tr("Deciding…"), decide_lot, arguments, self._tell_decided, Stack.DECISIONS
        )

    def accept_layers(
        self, project: Path, lead: str, choice: Choice, asked: Iterator[Asked], reason: str
    ) -> bool:
        """Accept layers together; false if that has to wait."""
        arguments = (project, lead, choice, asked, reason)
        return self.run(
            self.tr("Deciding…"), accept_layers, arguments, self._tell_accepted, Stack.DECISIONS
        )

    def overrule(
        self, project: Path, lead: str, wanted: Iterator[Overruling], reason: str, *, gap: bool
    ) -> bool:
        """Overrule gold in many places; false if that has to wait."""
        arguments = (project, lead, wanted, reason, gap)
        return self.run(
            self.tr("Deciding…"), overrule_in, arguments, self._tell_overruled, Stack.DECISIONS
        )

    def keep(self, project: Path, lead: str, refused: Iterator[Refused]) -> bool:
        """Remember that many places are right as they are; false if that has to wait."""
        arguments = (project, lead, refused)
        return self.run(
            self.tr("Deciding…"), keep_in, arguments, self._tell_overruled, Stack.DECISIONS
        )

    def go_through_decisions(self, project: Path, lead: str, *, undone: bool) -> bool:
        """Take the last act of deciding back, which decided much, or do it again.

        False if that has to wait.
        """
        sentence = self.tr("Doing it again…") if undone else self.tr("Undoing…")
        work = redo_decisions if undone else undo_decisions
        tell = partial(self._tell_stepped, undone)
        return self.run(sentence, work, (project, lead), tell, Stack.DECISIONS)

    def draw_sample(self, project: Path, count: int, seed: int) -> None:
        """Draw agreed spans at random."""
        sentence = self.tr("Drawing agreed spans…")
        # What is decided meanwhile would no longer be what the sample is drawn from.
        arguments = (project, count, seed)
        self.run(sentence, draw_sample, arguments, self._tell_drawn, Stack.DECISIONS)

    def hand(self, project: Path, lead: str, wanted: Handing) -> None:
        """Do by hand what a lead wants with many articles."""
        tell = partial(self._tell_acted, partial(tell_after, wanted))
        self.run(self.tr("Handing out…"), hand_in, (project, lead, wanted), tell, Stack.PROJECT)

    def assign(self, project: Path, lead: str, plan: HandingPlan) -> None:
        """Hand out the articles that nobody has."""
        tell = partial(self._tell_acted, tell_handed_out)
        self.run(self.tr("Handing out…"), assign_in, (project, lead, plan), tell, Stack.PROJECT)

    def _tell_import_or_ask(
        self, project: Path, paths: list[Path], by: str, result: object
    ) -> None:
        if isinstance(result, ImportQuestions):
            self.notice.set_aside()
            self.asked.emit(project, paths, by, result)
        else:
            self._tell_import(result)

    def _tell_import(self, report: object) -> None:
        assert isinstance(report, ImportReport)
        self.imported.emit()
        self.notice.say(tell_import(report, was_cancelled=self.was_cancelled))

    def _tell_entries(self, report: object) -> None:
        assert isinstance(report, EntriesReport)
        self.imported.emit()
        self.notice.say(tell_entries(report))

    def _tell_entries_out(self, out: Path, count: object) -> None:
        assert isinstance(count, int)
        self.notice.say(tell_entries_out(count, out.name))

    def _tell_gone_through(self, tell: Callable[[ImportAct], str], act: object) -> None:
        assert isinstance(act, ImportAct)
        self.imported.emit()
        self.notice.say(tell(act))

    def _tell_acted(self, tell: Callable[[Any], str], result: object) -> None:
        self.acted.emit()
        self.notice.say(tell(result), passing=True)

    def _follow_act(self, _: object) -> None:
        self.notice.dismiss()
        self.acted.emit()

    def tell_decided(self, report: DecisionReport) -> None:
        """Say what became of conflicts that were decided together."""
        self.notice.say(tell_decided(report), passing=not report.refused)

    def _tell_decided(self, report: object) -> None:
        assert isinstance(report, DecisionReport)
        self.acted.emit()
        self.lot_decided.emit(report)
        self.tell_decided(report)

    def _tell_accepted(self, report: object) -> None:
        assert isinstance(report, DecisionReport)
        self.acted.emit()
        self.lot_decided.emit(report)
        self.notice.say(tell_accepted(report), passing=not report.refused)

    def _tell_stepped(self, undone: bool, act: object) -> None:
        self._follow_act(act)
        self.decisions_stepped.emit(act, undone)

    def tell_decisions_stepped(self, decided: int, *, undone: bool) -> None:
        """Say that several decisions were taken back at once, or taken again if ``undone``."""
        if decided > 1:
            told = tell_decisions_stepped(decided, undone=undone)
            self.notice.say(told, passing=True)

    def _tell_overruled(self, result: object) -> None:
        self._follow_act(result)
        self.overruled.emit(result)

    def _tell_drawn(self, sample: object) -> None:
        self.notice.dismiss()
        self.sample_drawn.emit(sample)

    def _tell_export(self, out: Path, report: object) -> None:
        assert isinstance(report, ToldExport)
        folder = out if out.is_dir() else out.parent
        self.notice.say(tell_export(report, out.name), folder=folder)

    def _tell_release(self, out: Path, report: object) -> None:
        assert isinstance(report, ToldRelease)
        self.notice.say(tell_release(report, out.name), folder=out)
