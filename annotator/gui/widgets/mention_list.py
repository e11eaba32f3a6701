"""Every other mention of a name, each with a tick box, and what is to be done with the ticked."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.core.mentions import ArticleMentions, Chosen
from annotator.gui.fields.flow import FlowLayout
from annotator.gui.fields.hints import paint_hint
from annotator.gui.keys import command_character, has_command_key
from annotator.gui.rows.mention_painting import MentionDelegate
from annotator.gui.rows.mention_rows import MentionListModel, PassageOf, TitleOf

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _View(QTreeView):
    """The list itself."""

    act_requested = Signal()
    open_requested = Signal()
    closed = Signal()
    label_requested = Signal(str)

    def __init__(self, model: MentionListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.labels: LabelSet | None = None
        self.hint = ""
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            is_shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if not event.isAutoRepeat():
                (self.open_requested if is_shifted else self.act_requested).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex().row())
        elif label := self._label_of(event):
            self.label_requested.emit(label)
        else:
            super().keyPressEvent(event)

    def _label_of(self, event: QKeyEvent) -> str | None:
        if self.labels is None or has_command_key(event):
            return None
        key = command_character(event, {label.key for label in self.labels})
        label = self.labels.by_key(key) if key else None
        return label.name if label else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.rowCount():
            paint_hint(self, self.hint)


class MentionList(QFrame):
    """Lists mentions article by article; the user ticks which are meant."""

    act_requested = Signal()
    """The user wants the ticked mentions marked, or taken out."""
    label_requested = Signal(str)
    """The user wants the mentions marked with the label of that name."""
    place_requested = Signal(str, int, int)
    """The user is at a mention: the id of its article, start, end."""
    open_requested = Signal(int, int, int)
    """The user wants to see a mention in its article: the article's number, start, end."""
    cancel_requested = Signal()
    """The user wants no further mentions."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._is_looking = False
        self._is_to_act = False
        """Whether the ticked are to be marked as soon as all are found."""
        self._model = MentionListModel(self)
        self._make_parts()
        self._lay_out()
        self._wire()
        self.hide()

    def _make_parts(self) -> None:
        self._make_view()
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label = QComboBox(self)
        self._label.setAccessibleName(self.tr("Label"))
        self._count = QLabel(self)
        self._count.setObjectName("mentionCount")
        self._close = QToolButton(self)
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Close (Esc)"))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Looking for mentions…"))
        self._cancel = QPushButton(self.tr("Stop looking"), self)
        self._cancel.setObjectName("stopLooking")
        self._told = QLabel(self)
        self._told.setObjectName("mentionsTold")
        self._told.setWordWrap(True)
        self._told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._refused = QToolButton(self)
        self._refused.setObjectName("showRefused")
        self._all = QPushButton(self.tr("All"), self)
        self._all.setToolTip(self.tr("Tick all"))
        self._none = QPushButton(self.tr("None"), self)
        self._none.setToolTip(self.tr("Tick none"))
        self._act = QPushButton(self)
        self._act.setObjectName("actOnMentions")

    def _make_view(self) -> None:
        self._view = _View(self._model, self)
        self._view.setObjectName("mentionList")
        self._view.setAccessibleName(self.tr("Mentions"))
        self._delegate = MentionDelegate(self._view)
        self._view.setItemDelegate(self._delegate)
        self._view.setUniformRowHeights(True)
        self._view.setRootIsDecorated(False)
        self._view.setHeaderHidden(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 20)

    def _lay_out(self) -> None:
        head, work = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._close)
        work.addWidget(self._progress, 1)
        work.addWidget(self._cancel)
        foot = QWidget(self)
        flow = FlowLayout(foot)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self._act, self._label, self._all, self._none, self._refused):
            flow.addWidget(widget)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(work)
        column.addWidget(self._view, 1)
        column.addWidget(self._told)
        column.addWidget(foot)

    def _wire(self) -> None:
        view = self._view
        view.act_requested.connect(self._ask_to_act)
        view.open_requested.connect(self._ask_to_open)
        view.doubleClicked.connect(self._ask_to_open)
        view.closed.connect(self.closed)
        view.label_requested.connect(self.label_requested)
        view.selectionModel().currentChanged.connect(self._ask_for_place)
        self._label.activated.connect(
            lambda at: self.label_requested.emit(self._label.itemData(at))
        )
        self._close.clicked.connect(self.closed)
        self._cancel.clicked.connect(self._ask_to_stop)
        self._refused.clicked.connect(self._show_refused)
        self._all.clicked.connect(lambda: self._model.tick_all(ticked=True))
        self._none.clicked.connect(lambda: self._model.tick_all(ticked=False))
        self._act.clicked.connect(self._ask_to_act)
        self._model.dataChanged.connect(self._show_counts)

    # -- what is shown

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name the labels in ``language``; the one that is chosen stays so."""
        chosen = str(self._label.currentData())
        self._view.labels = labels
        self._label.clear()
        for label in labels:
            self._label.addItem(f"{label.shown(language)} ({label.key})", label.name)
        self._choose(chosen)

    def _choose(self, label: str) -> None:
        """Show the label that is to be put, or whose spans are to be taken out."""
        self._label.setCurrentIndex(self._label.findData(label))
        if self._view.labels and label in self._view.labels:
            self._delegate.colour = self._view.labels[label].colour
            self._view.viewport().update()

    def start(
        self,
        words: str,
        label: str,
        *,
        marked: bool,
        with_titles: bool,
        passage_of: PassageOf,
        title_of: TitleOf,
    ) -> None:
        """Show that mentions of ``words`` are being looked for; none is listed yet."""
        shown = f"\u2068{' '.join(words.split())}\u2069"
        title = (
            self.tr("Unmark all mentions of {words}")
            if marked
            else self.tr("Mark all mentions of {words}")
        )
        self._title.setText(title.format(words=shown))
        self._act.setText(self.tr("Unmark (Enter)") if marked else self.tr("Mark (Enter)"))
        self._choose(label)
        self._model.start(
            marked=marked, with_titles=with_titles, passage_of=passage_of, title_of=title_of
        )
        self._view.hint = self.tr("Looking for mentions…")
        self._is_looking, self._is_to_act = True, False
        self.show_progress(0, 0)
        self._show_counts()
        self.show()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self, articles: list[ArticleMentions]) -> None:
        """List further mentions."""
        self._model.add(articles)
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(self._model.first_row()))
        self._show_counts()

    def show_progress(self, done: int, total: int) -> None:
        """Show how many articles were looked through; a total of 0 is not known."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        for part in (self._progress, self._cancel):
            part.setVisible(self._is_looking)

    def end_looking(self) -> None:
        """Show that no further mentions will come."""
        self._is_looking = False
        if self._cancel.hasFocus():
            self._view.setFocus()  # the button goes, and Enter is to mark
        self.show_progress(0, 0)
        self._view.hint = self.tr("There are no other mentions.")
        self._view.viewport().update()
        self._show_counts()
        if self._is_to_act:
            self.act_requested.emit()

    def chosen(self) -> Iterator[Chosen]:
        """Yield what is to be done in each article, as it is ticked now."""
        return self._model.chosen()

    def _show_counts(self) -> None:
        model = self._model
        self._count.setText(
            self.tr("{ticked} of {offered} ticked").format(
                ticked=model.ticked, offered=model.offered
            )
        )
        self._refused.setVisible(bool(model.refused) and not model.shows_refused)
        self._refused.setText(self.tr("Show refused ({count})").format(count=model.refused))
        self._act.setEnabled(not self._is_looking)
        sentence = self._sentence()
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self._keep_room()

    def _keep_room(self) -> None:
        """Ask for as much room as all parts need at this width: some take several lines."""
        self.setMinimumHeight(self._column.minimumHeightForWidth(self.width()))

    def _sentence(self) -> str:
        if self._is_to_act and self._is_looking:
            return self.tr("The ticked are dealt with once all are found. Esc leaves them.")
        if self._is_looking:
            return self.tr("Wait until all are found, or stop looking.")
        closed = self._model.closed_ticked()
        if closed:
            # pyside6-lupdate finds plurals in calls of tr() alone.
            return self.tr("%n finished article(s) will be in progress again.", "", closed)
        return ""

    def _show_refused(self) -> None:
        self._model.show_refused()
        self._view.setCurrentIndex(self._model.index(self._model.first_row()))
        self._view.setFocus()
        self._show_counts()

    # -- what the user wishes

    def _ask_to_act(self) -> None:
        if self._is_looking:
            self._is_to_act = True
            self._show_counts()
        else:
            self.act_requested.emit()

    def _ask_to_stop(self) -> None:
        """Whoever stops the looking wants to see what was found before it is marked."""
        self._is_to_act = False
        self.cancel_requested.emit()

    def _ask_for_place(self, index: QModelIndex) -> None:
        mention = self._model.mention_at(index.row()) if index.isValid() else None
        if mention:
            article = self._model.article_at(index.row())
            self.place_requested.emit(article.article_id, *mention.stretch)

    def _ask_to_open(self) -> None:
        index = self._view.currentIndex()
        mention = self._model.mention_at(index.row()) if index.isValid() else None
        if mention:
            article = self._model.article_at(index.row())
            self.open_requested.emit(article.number, *mention.stretch)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()
