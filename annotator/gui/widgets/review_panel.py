"""The conflict at hand: why it is there, the answers as cards, and what a lead can do about it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.causes import Cause
from annotator.core.conflicts import Conflict
from annotator.core.labels import LabelSet
from annotator.core.model import Article, Span
from annotator.gui.cause_names import cause_advice, cause_names
from annotator.gui.flow import FlowLayout
from annotator.gui.option_card import OptionCard
from annotator.gui.review_keys import OPTION_KEYS, review_key
from annotator.gui.snippets import Passage, passage_around
from annotator.gui.value_fields import ValueFields

_LONGEST: Final = 1000


class _ReasonLine(QLineEdit):
    """A line that gives the keyboard back with Enter and Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReviewPanel(QWidget):
    """Shows one conflict; its keys decide it."""

    command_requested = Signal(str)
    """A key of the Review place was pressed, or the button that stands for it."""
    blind_requested = Signal(bool)
    """The lead wants to see letters instead of names, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewPanel")
        self.setAccessibleName(self.tr("Review"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._labels: LabelSet | None = None
        self._language = "en"
        self._shown = ""
        """The id of the conflict that is shown."""
        self._cause = self._told("conflictCause")
        self._why = self._told("conflictWhy")
        self._place = self._told("conflictPlace")
        self._stale = self._told("conflictStale")
        self._refusal = self._told("refusal")
        self._hint = self._told("ownSpansHint")
        self.value = ValueFields(self)
        self.value.setObjectName("ownValue")
        self.value.hide()
        self._cards = QWidget(self)
        self._column = QVBoxLayout(self._cards)
        self._reason = _ReasonLine(self)
        self._gap = QCheckBox(self.tr("Guideline gap (G)"), self)
        self._blind = QCheckBox(self.tr("Hide the names"), self)
        self._below = QWidget(self)
        self._lay_out()
        self._reason.left.connect(self.setFocus)
        self._blind.clicked.connect(self.blind_requested)
        self.show_nothing("")

    def _told(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        font = self._cause.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._cause.setFont(font)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        scrolled = QScrollArea(self)
        scrolled.setWidget(self._cards)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scrolled = scrolled
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        for widget in (self._place, self._cause, self._why, self._stale, self._hint, self.value):
            layout.addWidget(widget)
        layout.addWidget(scrolled, 1)
        layout.addWidget(self._refusal)
        layout.addWidget(self._below)
        self._lay_out_below()

    def _lay_out_below(self) -> None:
        buttons = self._buttons = QWidget(self._below)
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(3)
        for key, name in (
            ("m", self.tr("Majority")),
            ("a", self.tr("All")),
            ("w", self.tr("Widest")),
            ("n", self.tr("Narrowest")),
            ("0", self.tr("None")),
            ("e", self.tr("Own spans")),
            ("s", self.tr("Skip")),
            ("b", self.tr("Back")),
        ):
            button = QToolButton(buttons)
            button.setObjectName(f"review_{key}")
            # Isolated, or a digit would change sides in a right-to-left text.
            button.setText(f"{name}  \u2068{key.upper()}\u2069")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _, key=key: self.command_requested.emit(key))
            flow.addWidget(button)
        self._reason.setObjectName("decisionReason")
        self._reason.setMaxLength(_LONGEST)
        self._reason.setPlaceholderText(self.tr("Reason (R)"))
        self._reason.setAccessibleName(self.tr("Reason of the decision"))
        self._gap.setObjectName("guidelineGap")
        self._gap.setToolTip(self.tr("The guidelines leave this open"))
        self._blind.setObjectName("blindNames")
        self._blind.setToolTip(
            self.tr("Authors are called A, B, C, another way round in each article")
        )
        boxes = QWidget(self._below)
        line = FlowLayout(boxes)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for box in (self._gap, self._blind):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(box)
        layout = QVBoxLayout(self._below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (buttons, self._reason, boxes):
            layout.addWidget(widget)

    # -- what is shown

    def set_labels(self, labels: LabelSet, language: str) -> None:
        """Name and colour spans by ``labels``, for people who read ``language``."""
        self._labels, self._language = labels, language

    def show_blind(self, is_blind: bool) -> None:
        """Show whether names are hidden."""
        self._blind.setChecked(is_blind)

    def show_nothing(self, why: str) -> None:
        """Show that there is no conflict at hand, and why."""
        self._clear()
        self._begin_anew("")
        self._place.setText(why)
        for widget in (self._cause, self._why, self._stale, self._below, self._scrolled):
            widget.hide()
        self._say_all(why)

    def show_conflict(
        self,
        conflict: Conflict,
        cause: Cause,
        article: Article,
        names: Mapping[str, str],
        place: str,
    ) -> None:
        """Show a conflict in ``article``, whose authors are called by ``names``."""
        assert self._labels is not None
        self._clear()
        self._begin_anew(conflict.id)
        self._place.setText(place)
        self._cause.setText(cause_names()[cause])
        self._why.setText(cause_advice()[cause])
        passage = passage_around(article, conflict.start, conflict.end)
        self._show_stale(conflict, passage)
        for number, option in enumerate(conflict.options):
            key = OPTION_KEYS[number] if number < len(OPTION_KEYS) else str(number + 1)
            voters = self.tr("{names}  –  {votes} of {all}").format(
                names=self.tr(", ").join(sorted(names[author] for author in option.authors)),
                votes=len(option.authors),
                all=conflict.finished,
            )
            self._add_card(key, voters, option.spans, passage)
        self._column.addStretch(1)
        for widget in (self._cause, self._why, self._below, self._scrolled):
            widget.show()
        self._scrolled.verticalScrollBar().setValue(0)
        self._say_all(f"{place}. {self._cause.text()}. {self._why.text()}")

    def _show_stale(self, conflict: Conflict, passage: Passage) -> None:
        """Say that a decision no longer fits, and what it had put."""
        self._stale.setVisible(bool(conflict.stale))
        self._stale.setText(
            self.tr("Decided before, but the spans have changed since. E takes up what was put:")
            if conflict.draft
            else self.tr("Decided before, but the spans have changed since. Nothing was put.")
        )
        if conflict.draft:
            self._add_card("E", self.tr("put before"), conflict.draft, passage)

    def _add_card(self, key: str, voters: str, spans: tuple[Span, ...], passage: Passage) -> None:
        assert self._labels is not None
        card = OptionCard(key, voters, spans, passage, self._labels, self._language, self._cards)
        card.setObjectName(f"option_{key}")
        card.clicked.connect(lambda: self.command_requested.emit(key.lower()))
        self._column.addWidget(card)
        card.show()  # now, not when the layout gets its turn

    def _clear(self) -> None:
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self._cards.isAncestorOf(focused)
        while (item := self._column.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.setParent(None)
                card.deleteLater()
        if had_focus:
            self.setFocus()
        self.refuse("")
        self.show_drafting(is_on=False)

    def _begin_anew(self, conflict_id: str) -> None:
        """Forget what was said besides, unless it was of the same conflict."""
        if conflict_id != self._shown:
            self._reason.clear()
            self._gap.setChecked(False)
        self._shown = conflict_id

    def _say_all(self, text: str) -> None:
        """Let a screen reader say what is at hand now."""
        self.setAccessibleDescription(text)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def refuse(self, why: str) -> None:
        """Say why what was asked for cannot be; empty says nothing."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))
        if why:
            palette = self._refusal.palette()
            colour = self.palette().color(QPalette.ColorRole.BrightText)
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._refusal.setPalette(palette)
            event = QAccessibleEvent(self._refusal, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(event)

    def show_drafting(self, *, is_on: bool) -> None:
        """Show whether the lead marks spans of her own."""
        self.value.setVisible(False)
        hint = self.tr(
            "Your own spans: mark them in the text with the labels' keys. Enter takes them,"
            " Esc leaves them."
        )
        self._show_hint(hint if is_on else "")
        for part in (self._cards, self._buttons):
            part.setEnabled(not is_on)

    def show_held(self, *, is_on: bool) -> None:
        """Show whether keys mean what is selected in the text, and not the conflict."""
        hint = self.tr(
            "Something is selected in the text: a label's key adds it to gold or changes it there,"
            " Del takes it out. Esc goes back to the conflict."
        )
        self._show_hint(hint if is_on else "")

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    # -- what a lead says besides

    def reason(self) -> str:
        """Return the reason that is written."""
        return self._reason.text().strip()

    def has_gap(self) -> bool:
        """Tell whether the guidelines leave the question open."""
        return self._gap.isChecked()

    def edit_reason(self) -> None:
        """Put the keyboard into the reason."""
        self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_gap(self) -> None:
        """Say that the guidelines leave the question open, or that they do not."""
        self._gap.toggle()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = review_key(event)
        if key is None:
            event.ignore()
        else:
            self.command_requested.emit(key)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are commands here from being shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and review_key(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)
