"""What came of an import, a merge or an act over many articles."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.format import Refused
from annotator.core.mentions import Written
from annotator.core.some import Some, some
from annotator.gui.language import error_text
from annotator.gui.wording.act_names import project_act_name
from annotator.workflow.acts.project_stack import ImportAct, ProjectAct, RowsAct
from annotator.workflow.imports.articles import ImportReport
from annotator.workflow.project.label_merges import MergeReport
from annotator.workflow.project.labels import LabelReport
from annotator.workflow.registry.entry_files import EntriesReport
from annotator.workflow.review.deciding_lots import DecisionReport

_T = TypeVar("_T")


def tell_import(report: ImportReport, *, was_cancelled: bool) -> str:
    """Say what an import brought and what it refused, each by name."""
    return Summaries().of_import(report, was_cancelled=was_cancelled)


def tell_entries(report: EntriesReport) -> str:
    """Say what a table of entries brought and what of it was refused, line by line."""
    return Summaries().of_entries(report)


def tell_entries_out(count: int, file_name: str) -> str:
    """Say how many entries a table got."""
    return Summaries().of_entries_out(count, file_name)


def tell_taken_back(act: ImportAct) -> str:
    """Say what went with an import that was taken back."""
    return Summaries().of_taken_back(act)


def tell_import_again(act: ImportAct) -> str:
    """Say what came back with an import that was done again."""
    return Summaries().of_import_again(act)


def tell_marked(written: Written) -> str:
    """Say how many mentions were marked."""
    return Summaries().of_marked(written)


def tell_unmarked(written: Written) -> str:
    """Say how many spans were taken out."""
    return Summaries().of_unmarked(written)


def tell_undone(articles: int) -> str:
    """Say in how many articles an act was taken back."""
    return Summaries().of_undone(articles)


def tell_redone(articles: int) -> str:
    """Say in how many articles an act was done again."""
    return Summaries().of_redone(articles)


def tell_labels(report: LabelReport) -> str:
    """Say what became of the spans of labels that were merged."""
    return Summaries().of_labels(report.merged)


def tell_decided(report: DecisionReport) -> str:
    """Say how many conflicts were decided together, and why others were not."""
    return Summaries().of_decided(report)


def tell_accepted(report: DecisionReport) -> str:
    """Say how many layers were accepted, and why others were not."""
    return Summaries().of_accepted(report)


def project_act_names(last: ProjectAct | None, again: ProjectAct | None) -> tuple[str, str]:
    """Name in the menu the act on the project that can be taken back, and the one done again."""
    summaries = Summaries()
    return summaries.to_undo(last), summaries.to_redo(again)


def tell_stepped(act: RowsAct, *, undone: bool) -> str:
    """Say which act on the project was taken back, or if not ``undone``, done again."""
    summaries = Summaries()
    return summaries.of_act_undone(act) if undone else summaries.of_act_redone(act)


def tell_decisions_stepped(decided: int, *, undone: bool) -> str:
    """Say how many decisions one act took back, or if it was ``undone`` before, took again."""
    return Summaries().of_decisions_stepped(decided, undone=undone)


def why_not(act: ProjectAct) -> str:
    """Say why an act on the project is not to be taken back, or done again."""
    return Summaries().of_why_not(act)


def elsewhere(act: str) -> str:
    """Say where to take an act back that is none of those at hand; ``act`` is its name there."""
    return Summaries().of_elsewhere(act)


class Summaries(QObject):
    """The sentences; a QObject because pyside6-lupdate finds plurals in calls of tr() alone."""

    def of_import(self, report: ImportReport, *, was_cancelled: bool) -> str:
        """See ``tell_import``."""
        left_out = len(report.left_out)
        sentences = [
            self.tr("Cancelled: what was read so far is kept.") if was_cancelled else "",
            self.tr("%n article(s) added.", "", report.added),
            self.tr("%n span(s) added.", "", report.spans) if report.spans else "",
            self.tr("%n article(s) were there already.", "", report.skipped)
            if report.skipped
            else "",
            self.tr("New among the authors: {names}.").format(
                names=self.tr(", ").join(map(isolated, report.authors))
            )
            if report.authors
            else "",
            *self._merged(report),
            self.tr("%n thing(s) were not taken as the files have them.", "", left_out)
            if left_out
            else "",
            self.tr("%n thing(s) were refused.", "", len(report.refused)) if report.refused else "",
        ]
        return self.listed(
            sentences,
            self.some(some(report.refused), _refusal),
            self.some(some(report.left_out), _refusal),
        )

    def _merged(self, report: ImportReport) -> Iterator[str]:
        """Say whose spans came together in the layers of one author."""
        nameless = self.tr("one without a name")
        for owner in dict.fromkeys(one.owner for one in report.merged):
            drawn = (
                f"{isolated(one.drawn_by or nameless)} {one.spans}"
                for one in report.merged
                if one.owner == owner
            )
            yield self.tr(
                "Spans of several annotators are one layer of {author} now: {names}."
            ).format(author=isolated(owner), names=self.tr(", ").join(drawn))

    def of_entries(self, report: EntriesReport) -> str:
        """See ``tell_entries``."""
        sentences = [
            self.tr("%n entry(ies) added.", "", report.added),
            self.tr("%n entry(ies) changed.", "", report.changed) if report.changed else "",
            self.tr("%n were so already.", "", report.unchanged) if report.unchanged else "",
            self.tr("%n row(s) were refused.", "", len(report.refused)) if report.refused else "",
        ]
        return self.listed(sentences, self.some(some(report.refused), _refusal))

    def of_entries_out(self, count: int, file_name: str) -> str:
        """See ``tell_entries_out``."""
        told = self.tr("“{file}” was written with %n entry(ies).", "", count)
        return told.format(file=isolated(file_name))

    def of_taken_back(self, act: ImportAct) -> str:
        """See ``tell_taken_back``."""
        return " ".join(
            [
                self.tr("The import was taken back."),
                self.tr("%n article(s) removed.", "", act.articles),
                *self._layers_of(act),
            ]
        )

    def of_import_again(self, act: ImportAct) -> str:
        """See ``tell_import_again``."""
        return " ".join(
            [
                self.tr("The import was done again."),
                self.tr("%n article(s) added.", "", act.articles),
                *self._layers_of(act),
            ]
        )

    def of_marked(self, written: Written) -> str:
        """See ``tell_marked``."""
        told = self.tr("%n mention(s) marked in {articles}.", "", written.spans)
        return told.format(articles=self._so_many(written.articles))

    def of_unmarked(self, written: Written) -> str:
        """See ``tell_unmarked``."""
        told = self.tr("%n span(s) removed in {articles}.", "", written.spans)
        return told.format(articles=self._so_many(written.articles))

    def _so_many(self, articles: int) -> str:
        return self.tr("%n article(s)", "in so many of them", articles)

    def of_undone(self, articles: int) -> str:
        """See ``tell_undone``."""
        return self.tr("Taken back in %n article(s).", "", articles)

    def of_redone(self, articles: int) -> str:
        """See ``tell_redone``."""
        return self.tr("Done again in %n article(s).", "", articles)

    def of_decided(self, report: DecisionReport) -> str:
        """See ``tell_decided``."""
        return self._with_refused(self.tr("%n conflict(s) decided.", "", report.decided), report)

    def of_accepted(self, report: DecisionReport) -> str:
        """See ``tell_accepted``."""
        return self._with_refused(self.tr("%n layer(s) accepted.", "", report.decided), report)

    def _with_refused(self, told: str, report: DecisionReport) -> str:
        """Add how many were refused; each reason is given once, with how often it was."""
        if not report.refused:
            return told
        refused = self.tr("%n thing(s) were refused.", "", len(report.refused))
        # The same is refused of many conflicts: one stands for all, or for all of its article.
        reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
        for _, why in report.refused:
            reasons[why.template, why.parameters.get("article", "")].append(error_text(why))

        def line(of: list[str]) -> str:
            return f"{len(of)} × {of[0]}" if len(of) > 1 else of[0]

        return self.listed([told, refused], self.some(some(reasons.values()), line))

    def of_labels(self, merged: MergeReport) -> str:
        """See ``tell_labels``."""
        counted = (
            (self.tr("Spans of these in the trash: {count}."), merged.in_trash),
            (
                self.tr("Spans that became one with another on the same stretch: {count}."),
                merged.joined,
            ),
            (self.tr("Notes added to that of another: {count}."), merged.notes),
            (self.tr("Second values that stand in the note now: {count}."), merged.noted_values),
            (self.tr("Proposed values that are gone: {count}."), merged.emptied),
            (self.tr("Entries moved: {count}."), merged.entries),
            (
                self.tr("Entries that another of the same name replaces now: {count}."),
                merged.merged_entries,
            ),
        )
        return " ".join(
            [
                self.tr("The labels were changed."),
                self.tr("%n span(s) moved.", "", merged.moved),
                *(sentence.format(count=count) for sentence, count in counted if count),
            ]
        )

    def of_act_undone(self, act: RowsAct) -> str:
        """See ``tell_stepped``."""
        return self.tr("Taken back: {act}.").format(act=self._named(act))

    def of_act_redone(self, act: RowsAct) -> str:
        """See ``tell_stepped``."""
        return self.tr("Done again: {act}.").format(act=self._named(act))

    def of_why_not(self, act: ProjectAct) -> str:
        """See ``why_not``."""
        if isinstance(act, ImportAct):
            return self.tr("Only who imported this, or a lead, can undo or redo it. Ask a lead.")
        return self.tr("Only a lead can undo or redo this. Ask one.")

    def of_decisions_stepped(self, decided: int, *, undone: bool) -> str:
        """See ``tell_decisions_stepped``."""
        if undone:
            return self.tr("%n decision(s) were taken again.", "", decided)
        return self.tr("%n decision(s) were taken back.", "", decided)

    def of_elsewhere(self, act: str) -> str:
        """See ``elsewhere``."""
        return self.tr("Another act came last: “{act}” is in the File menu.").format(act=act)

    def to_undo(self, act: ProjectAct | None) -> str:
        """See ``project_act_names``."""
        match act:
            case ImportAct(articles=articles) if articles:
                return self.tr("Undo the last import (%n article(s))", "", articles)
            case ImportAct():
                return self.tr("Undo the last import")
            case RowsAct():
                return self.tr("Undo in the project: {act}").format(act=self._named(act))
            case None:
                return self.tr("Undo in the project")

    def to_redo(self, act: ProjectAct | None) -> str:
        """See ``project_act_names``."""
        match act:
            case ImportAct(articles=articles) if articles:
                return self.tr("Redo the import (%n article(s))", "", articles)
            case ImportAct():
                return self.tr("Redo the import")
            case RowsAct():
                return self.tr("Redo in the project: {act}").format(act=self._named(act))
            case None:
                return self.tr("Redo in the project")

    def _named(self, act: RowsAct) -> str:
        if act.sent_back:
            return self.tr("sending back of %n article(s)", "", act.sent_back)
        return project_act_name(act.act)

    def _layers_of(self, act: ImportAct) -> list[str]:
        sentences = [
            self.tr("Layers: {count}.").format(count=act.layers) if act.layers else "",
            self.tr("Spans in layers that were there: {count}.").format(count=act.spans)
            if act.spans
            else "",
        ]
        return list(filter(None, sentences))

    def listed(self, sentences: Iterable[str], *lists: Iterable[str]) -> str:
        """Return sentences, each whole without the lists, and below them the lines of these."""
        # Qt takes the direction of a line from its first letter, that of a file's name here.
        mark = "\u200f" if QGuiApplication.isRightToLeft() else "\u200e"
        told = [" ".join(filter(None, sentences))]
        return "\n".join([*told, *(f"{mark}{line}" for line in chain(*lists))])

    def some(self, things: Some[_T], line: Callable[[_T], str]) -> list[str]:
        """Return the lines of the first things, and how many more there are."""
        told = list(map(line, things.first))
        if things.count > len(told):
            told.append(self.tr("and %n more", "", things.count - len(told)))
        return told


def isolated(name: str) -> str:
    """Return a name that reorders nothing around it."""
    return f"\u2068{name}\u2069"


def _refusal(refused: Refused) -> str:
    line = f":{refused.line}" if refused.line else ""
    return f"{isolated(refused.path.name + line)}: {error_text(refused.why)}"
