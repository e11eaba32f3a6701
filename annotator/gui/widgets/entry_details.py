"""One entry of the registry: its names, its note, and where it is mentioned."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QStyle,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.registry import Entry
from annotator.gui.fields.hints import asks_to_open, paint_hint
from annotator.gui.rows.cells import CellDelegate
from annotator.gui.rows.entry_rows import MentionsAfter, MentionTable

_TEXT_WIDTH = 150
_AUTHOR_WIDTH = 90
"""How wide the column of the marked texts is at first."""


class _Aliases(QListWidget):
    """The aliases; Del takes the one at hand away."""

    removal_requested = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.removal_requested.emit(item.text())
        else:
            super().keyPressEvent(event)


class _Note(QPlainTextEdit):
    """A note; it is done when the keyboard leaves it."""

    done = Signal(bool)
    """Whether it is because another window came to the front."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.done.emit(event.reason() == Qt.FocusReason.ActiveWindowFocusReason)


class _Mentions(QTreeView):
    """Where the entry is mentioned; Enter opens the article."""

    wanted = Signal(QModelIndex)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hint = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_to_open(event, self):
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.model().rowCount():
            paint_hint(self, self.hint)


class EntryDetails(QWidget):
    """Shows one entry and lets the user say more of it."""

    alias_requested = Signal(str, str)
    """The entry of that id is to have that alias too."""
    alias_removal_requested = Signal(str, str)
    """The entry of that id is to lose that alias."""
    note_requested = Signal(str, str)
    """That note is to be kept on the entry of that id."""
    mention_requested = Signal(object)
    """The user wants to see that mention in its article."""

    def __init__(self, *, is_lead: bool, parent: QWidget | None = None) -> None:
        """Only a lead takes names away and writes notes."""
        super().__init__(parent)
        self._entry: Entry | None = None
        self._drafts: dict[str, str] = {}
        """Notes that could not be saved, by the ids of their entries."""
        self._is_asking = False
        self._is_lead = is_lead
        self._name = QLabel(self)
        self._name.setObjectName("entryName")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setAlignment(
            QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeading)
            | Qt.AlignmentFlag.AlignAbsolute
        )
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        larger = QFont(self._name.font())
        larger.setPointSizeF(larger.pointSizeF() * 1.3)
        larger.setBold(True)
        self._name.setFont(larger)
        self._aliases = _Aliases(self)
        self._aliases.setObjectName("entryAliases")
        self._new_alias = QLineEdit(self)
        self._new_alias.setObjectName("newAlias")
        self._new_alias.setPlaceholderText(self.tr("Another name, then Enter"))
        self._note = _Note(self)
        self._note.setObjectName("entryNote")
        self._note.setTabChangesFocus(True)
        self._note.setReadOnly(not is_lead)
        self._table = MentionTable(self)
        self._mentions = _Mentions(self)
        self._mentions.setObjectName("entryMentions")
        self._mentions.setModel(self._table)
        self._mentions.setItemDelegate(CellDelegate(self._mentions))
        self._mentions.setRootIsDecorated(False)
        self._mentions.setUniformRowHeights(True)
        self._mentions.setAllColumnsShowFocus(True)
        self._mentions.header().setStretchLastSection(False)
        self._told = QLabel(self)
        self._lay_out()
        self._wire()
        self.show_entry(None, 0, lambda last: [])

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._name)
        lines = self.fontMetrics().lineSpacing()
        for title, hint, widget, height in (
            (self.tr("Other names"), self._hint_of_aliases(), self._aliases, 4 * lines + 8),
            ("", "", self._new_alias, 0),
            (self.tr("Note"), self._hint_of_note(), self._note, 3 * lines + 8),
        ):
            if title:
                layout.addWidget(QLabel(title, self))
            widget.setAccessibleName(title or self._new_alias.placeholderText())
            widget.setToolTip(hint)
            if height:
                widget.setFixedHeight(height)
            layout.addWidget(widget)
        layout.addWidget(self._told)
        self._mentions.setAccessibleName(self.tr("Mentions"))
        self._mentions.setToolTip(self.tr("Enter or a double click opens the article."))
        layout.addWidget(self._mentions, 1)

    def _hint_of_aliases(self) -> str:
        if self._is_lead:
            return self.tr("Del takes the chosen name away.")
        return self.tr("You can add names; taking some away is for leads.")

    def _hint_of_note(self) -> str:
        return "" if self._is_lead else self.tr("Notes are for leads.")

    def _wire(self) -> None:
        self._new_alias.returnPressed.connect(self._ask_alias)
        self._aliases.removal_requested.connect(self._ask_removal)
        self._note.done.connect(self._leave_note)
        self._mentions.wanted.connect(self._ask_mention)
        self._mentions.doubleClicked.connect(self._ask_mention)

    # -- showing

    def show_entry(self, entry: Entry | None, mentions: int, mentions_after: MentionsAfter) -> None:
        """Show ``entry``; a note that is being written on another one is kept first."""
        is_same = entry is not None and self._entry is not None and entry.id == self._entry.id
        if not is_same:
            self.finish_note()
            self._new_alias.clear()
        # What could not be kept is a draft of the entry before, and not this one's note.
        is_being_written = is_same and self._changed_note() is not None
        self._entry = entry
        self.setEnabled(entry is not None)
        self._name.setText(entry.name if entry else self.tr("No entry is chosen."))
        self._aliases.clear()
        self._aliases.addItems(list(entry.aliases) if entry else [])
        if not is_being_written:
            self._note.setPlainText(self._drafts.get(entry.id, entry.note) if entry else "")
        self._told.setText(self.tr("Mentioned in %n span(s)", "", mentions) if entry else "")
        self._mentions.hint = (
            self.tr("No span means it yet.")
            if self._is_lead
            else self.tr("None of your spans means it yet.")
        )
        self._table.show(mentions_after, with_authors=self._is_lead)
        self._mentions.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._mentions.setColumnWidth(0, _TEXT_WIDTH)
        self._mentions.setColumnWidth(2, _AUTHOR_WIDTH)

    # -- what the user wishes

    def finish_note(self) -> None:
        """Ask for the note to be kept, if it was changed."""
        note = self._changed_note()
        if self._entry is None:
            return
        if note is None:
            self._drafts.pop(self._entry.id, None)
        else:
            self._ask_note(self._entry.id, note)

    def _leave_note(self, for_a_window: bool) -> None:
        """Keep the note; one that failed as it stands does not keep a question from coming up."""
        note = self._changed_note()
        has_failed = self._entry is not None and self._drafts.get(self._entry.id) == note
        if not (for_a_window and has_failed):
            self.finish_note()

    def finish_notes(self) -> None:
        """Ask, once each, for all notes to be kept that are written and not saved."""
        note = self._changed_note()
        if self._entry is not None and note is not None:
            self._drafts[self._entry.id] = note
        for entry_id, draft in list(self._drafts.items()):
            self._ask_note(entry_id, draft)

    def _ask_note(self, entry_id: str, note: str) -> None:
        if self._is_asking:
            return
        self._is_asking = True
        self._drafts.pop(entry_id, None)  # it is one again only if it cannot be saved
        try:
            self.note_requested.emit(entry_id, note)
        finally:
            self._is_asking = False

    def keep_draft(self, entry_id: str, note: str) -> None:
        """Remember a note that could not be saved."""
        self._drafts[entry_id] = note

    def has_drafts(self) -> bool:
        """Tell whether a note was written that could not be saved."""
        return bool(self._drafts)

    def shows_draft(self) -> bool:
        """Tell whether the note that is shown could not be saved."""
        return self._entry is not None and self._entry.id in self._drafts

    def take_over(self, other: "EntryDetails") -> None:
        """Go on with what was written elsewhere and is not saved."""
        self._drafts |= other._drafts

    def _changed_note(self) -> str | None:
        """Return the note as it is written, if it is another one than that of the entry."""
        written = self._note.toPlainText().strip()
        is_changed = self._is_lead and self._entry is not None and written != self._entry.note
        return written if is_changed else None

    def _ask_alias(self) -> None:
        if self._entry and self._new_alias.text().strip():
            self.alias_requested.emit(self._entry.id, self._new_alias.text())

    def clear_alias(self) -> None:
        """Let another alias be typed."""
        self._new_alias.clear()

    def _ask_removal(self, alias: str) -> None:
        if self._entry:
            self.alias_removal_requested.emit(self._entry.id, alias)

    def _ask_mention(self, place: QModelIndex) -> None:
        self.mention_requested.emit(self._table.at(place))
