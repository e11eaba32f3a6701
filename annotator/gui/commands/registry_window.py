"""The registry in a window of its own, beside the work: entries, their names, their mentions."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import AnnotatorError
from annotator.core.registry import Entry
from annotator.core.values import ValueKind
from annotator.gui.commands.project_undo import ProjectUndo
from annotator.gui.dialogs.entry_name import EntryNameDialog
from annotator.gui.dialogs.files import file_to_open, file_to_save
from annotator.gui.dialogs.merge_entry import MergeEntryDialog
from annotator.gui.dialogs.told import ToldDialog
from annotator.gui.fields.flow import FlowLayout
from annotator.gui.language import error_text
from annotator.gui.running.errands import Errands
from annotator.gui.running.under_way import Stack, UnderWay
from annotator.gui.session import Session
from annotator.gui.widgets.entry_details import EntryDetails
from annotator.gui.widgets.entry_list import EntryList
from annotator.gui.widgets.notice import Notice

_AT_FIRST = (900, 620)
_SMALLEST = (480, 360)
_SUFFIX = ".csv"
_NEAR = 5
"""How many names like the one typed are shown."""


class RegistryWindow(QWidget):
    """Lists the entries of a project and lets its author act on them."""

    mention_requested = Signal(object)
    """The user wants to see that mention in its article."""

    def __init__(
        self,
        session: Session,
        project_undo: ProjectUndo,
        under_way: UnderWay,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("registryWindow")
        self.setWindowTitle(self.tr("Registry"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_AT_FIRST)
        self._session = session
        self._project_undo = project_undo
        self._entries = session.entries
        self._shown: tuple[int, bool] | None = None
        """At which version the entries are listed, and whether they were all."""
        self.notice = Notice(self)
        self.errands = Errands(self.notice, under_way, self)
        self.list = EntryList(self)
        self.details = EntryDetails(is_lead=self._entries.is_lead, parent=self)
        self._buttons: dict[str, QPushButton] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._lay_out()
        self._wire()
        self._show_labels()
        self._show_acts()

    def _lay_out(self) -> None:
        bar = QWidget(self)
        flow = FlowLayout(bar)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(6)
        for name, text, key, act in self._offered():
            button = QPushButton(text, bar)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(self._told_here(lambda *_, act=act: act()))
            flow.addWidget(button)
            self._buttons[name] = button
            if key:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.activated.connect(button.click)
                button.setToolTip(shortcut.key().toString(QKeySequence.SequenceFormat.NativeText))
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(self.list)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(bar)
        if not self._entries.is_lead:
            told = QLabel(
                self.tr(
                    "You can add entries and names. Renaming, merging, notes and importing are for"
                    " leads."
                ),
                self,
            )
            told.setWordWrap(True)
            layout.addWidget(told)
        layout.addWidget(parts, 1)

    def _offered(self) -> list[tuple[str, str, str, Callable[[], object]]]:
        return [
            ("newEntry", self.tr("New entry…"), "Ctrl+N", self._make),
            ("renameEntry", self.tr("Rename…"), "F2", self._rename),
            ("mergeEntry", self.tr("Merge…"), "Ctrl+M", self._merge),
            ("undoEntry", self.tr("Undo"), "Ctrl+Z", self._undo),
            ("redoEntry", self.tr("Redo"), "Ctrl+Shift+Z", self._redo),
            ("importEntries", self.tr("Import…"), "Ctrl+I", self._import),
            ("exportEntries", self.tr("Export…"), "Ctrl+E", self._export),
        ]

    def _wire(self) -> None:
        for wish, act in (
            (self.list.list_requested, self._list),
            (self.list.entry_chosen, self._show_entry),
            (self.details.alias_requested, self._add_alias),
            (self.details.alias_removal_requested, self._remove_alias),
            (self.details.note_requested, self._set_note),
        ):
            wish.connect(self._told_here(act))
        self.notice.list_requested.connect(lambda told: ToldDialog(told, self).exec())
        self.details.mention_requested.connect(self.mention_requested)
        for key in ("Ctrl+F", "Ctrl+R"):
            QShortcut(QKeySequence(key), self).activated.connect(self.list.focus_search)
        session = self._session
        self._later.timeout.connect(self.show_anew)
        for change in (session.layer_changed, session.layer_replaced, session.articles_changed):
            change.connect(self._show_later)
        session.entries_known.connect(self.show_anew)
        session.labels_changed.connect(self._show_labels)
        session.saved.connect(self.notice.dismiss_passing)
        session.saved.connect(self._show_acts)
        self._project_undo.told.connect(self._tell_stepped)
        self.errands.imported.connect(session.look_for_changes)
        self.errands.told.connect(self.notice.say)

    def _undo(self) -> None:
        if not self.errands.holds_up(Stack.PROJECT):
            self._project_undo.undo()

    def _redo(self) -> None:
        if not self.errands.holds_up(Stack.PROJECT):
            self._project_undo.redo()

    def _tell_stepped(self, sentence: str) -> None:
        self.notice.say(sentence, passing=True)

    def _told_here(self, act: Callable[..., object]) -> Callable[..., None]:
        """Return ``act``, what fails of which is said in this window alone."""

        def acted(*given: object) -> None:
            with self._session.failures_told_to(self._tell):
                act(*given)

        return acted

    # -- showing

    def _show_later(self) -> None:
        self._later.start()

    def show_anew(self) -> None:
        """Follow what has changed; nothing is read while the window is not to be seen."""
        if not self.isVisible():
            return
        if self._listable() != self._shown:
            self._list(self.list.label(), self.list.query())
        else:
            self.list.refresh()
        self._show_entry(self.list.chosen())
        self._show_acts()

    def _show_labels(self) -> None:
        labels = [one for one in self._session.labels if one.value is ValueKind.ENTRY]
        self.list.set_labels(labels, self._session.language)
        self._buttons["newEntry"].setEnabled(bool(labels))

    def _list(self, label: str, query: str) -> None:
        self._shown = _, are_all = self._listable()
        ids = self._entries.listed(label, query)
        self.list.show_entries(ids, self._entries.rows, are_all=are_all)

    def _listable(self) -> tuple[int, bool]:
        """Return the version of what can be listed by now, and whether that is all."""
        return self._entries.version(), self._entries.is_known()

    def _show_entry(self, entry_id: str) -> None:
        row = self._entries.row(entry_id) if entry_id else None
        is_lead = self._entries.is_lead
        if row is None:
            self.details.show_entry(None, 0, lambda last: [])
        else:
            self.details.show_entry(
                row.entry, row.mentions, lambda last: self._entries.mentions(row.entry.id, last)
            )
        for name in ("renameEntry", "mergeEntry"):
            self._buttons[name].setEnabled(is_lead and row is not None)
        self._buttons["importEntries"].setEnabled(is_lead)

    def _show_acts(self) -> None:
        undo, redo = self._project_undo.offered_of_entries()
        for name, offered in (("undoEntry", undo), ("redoEntry", redo)):
            button = self._buttons[name]
            button.setAccessibleName(offered.text)
            button.setToolTip(offered.why_not or f"{offered.text} ({self._key_of(name)})")
            button.setEnabled(offered.is_open)

    def _key_of(self, name: str) -> str:
        keys = {given: key for given, _, key, _ in self._offered()}
        return QKeySequence(keys[name]).toString(QKeySequence.SequenceFormat.NativeText)

    def _tell(self, error: AnnotatorError) -> None:
        self.notice.say(error_text(error), passing=True)

    # -- what the user wishes

    def _make(self) -> None:
        label = self.list.label()
        name = self._asked_name(
            self.tr("New entry"),
            self.tr("Name of the entry. If an entry has this name already, that one is shown."),
            self.list.query(),
        )
        entry = self._entries.add(label, name) if name else None
        if entry:
            self.list.search_for(label, "")
            self.list.choose(entry.id)

    def _rename(self) -> None:
        entry = self._at_hand()
        if entry is None:
            return
        name = self._asked_name(
            self.tr("Rename"),
            self.tr("What is “{name}” to be called? Its name stays as another name of it.").format(
                name=f"\u2068{entry.name}\u2069"
            ),
            entry.name,
            of=entry,
        )
        if name:
            self._entries.rename(entry.id, name)

    def _asked_name(
        self, title: str, explanation: str, name: str, of: Entry | None = None
    ) -> str | None:
        label = self.list.label()
        self._session.await_entries()

        def known_near(typed: str) -> tuple[list[str], bool]:
            found = self._entries.candidates(label, typed)
            names = [one.entry.name for one in found if of is None or one.entry.id != of.id]
            bearer = self._entries.bearer(label, typed) if of else None
            return names[:_NEAR], bearer is not None and of is not None and bearer.id != of.id

        dialog = EntryNameDialog(title, explanation, name, known_near, self)
        return dialog.name() if dialog.exec() else None

    def _merge(self) -> None:
        entry = self._at_hand()
        if entry is None:
            return
        self._session.await_entries()
        dialog = MergeEntryDialog(
            entry,
            lambda words: self._entries.found(entry, words),
            lambda into: self._foreseen(entry, into),
            self,
        )
        into = dialog.into() if dialog.exec() else None
        if into and self._entries.merge(entry.id, into.id):
            self.list.search_for(into.label, "")
            self.list.choose(into.id)

    def _foreseen(self, entry: Entry, into: Entry) -> str:
        rows = {row.entry.id: row for row in self._entries.rows([entry.id])}
        told = self.tr(
            "“{name}” becomes another name of “{into}”. Spans that mean it mean “{into}” from then"
            " on, in all layers and in gold; none of them is changed. You can undo it."
        ).format(name=f"\u2068{entry.name}\u2069", into=f"\u2068{into.name}\u2069")
        mentions = rows[entry.id].mentions if entry.id in rows else 0
        # pyside6-lupdate finds no plurals within an f-string.
        spans = self.tr("%n span(s).", "", mentions)
        return f"{spans}\n{told}"

    def _at_hand(self) -> Entry | None:
        row = self._entries.row(self.list.chosen())
        return row.entry if row else None

    def _add_alias(self, entry_id: str, alias: str) -> None:
        if self._entries.add_alias(entry_id, alias):
            self.details.clear_alias()

    def _remove_alias(self, entry_id: str, alias: str) -> None:
        row = self._entries.row(entry_id)
        if row:
            self._entries.set_aliases(entry_id, [one for one in row.entry.aliases if one != alias])

    def _set_note(self, entry_id: str, note: str) -> None:
        if not self._entries.set_note(entry_id, note):
            self.details.keep_draft(entry_id, note)

    def keep_drafts(self) -> bool:
        """Save the notes that are half written; false if some of it cannot be saved."""
        self.details.finish_notes()
        return not self.details.has_drafts()

    # -- tables

    def _import(self) -> None:
        table = file_to_open(self, self.tr("Import entries"), self._tables())
        if table:
            self.details.finish_note()
            self.errands.import_entries(
                self._session.project.path, table, self._session.author.name
            )

    def _tables(self) -> str:
        return self.tr("Tables ({pattern})").format(pattern=f"*{_SUFFIX}")

    def _export(self) -> None:
        project = self._session.project.path
        title, name = self.tr("Export entries"), f"{project.stem}-entries{_SUFFIX}"
        table = file_to_save(self, title, name, self._tables(), suffix=_SUFFIX)
        if table:
            self.details.finish_note()
            author = None if self._entries.is_lead else self._session.author.name
            self.errands.export_entries(project, table, author)

    def come_forward(self) -> None:
        """Stand in front of the other windows, with what is in the file now."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.show_anew()
        self.list.focus_search()

    def take_over(self, before: "RegistryWindow") -> None:
        """Go on in another language where the user was; what is under way goes on too."""
        self.details.take_over(before.details)
        self.list.search_for(before.list.label(), before.list.query())
        self.list.choose(before.list.chosen())
        self.errands, before.errands = before.errands, self.errands
        self.errands.tell_in(self.notice)
        self.errands.told.connect(self.notice.say)
        self.errands.setParent(self)

    def put_away(self) -> None:
        """Close for good; what cannot be saved is lost, if ``keep_drafts`` did not save it."""
        self.errands.stop()
        self.hide()
        self.deleteLater()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.notice.sentence():
            self.notice.dismiss()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.details.finish_note()
        if self.details.shows_draft():
            event.ignore()  # the note stands here alone, and why it could not be kept
        else:
            super().closeEvent(event)
