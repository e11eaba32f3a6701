"""An act by hand on selected articles: who has them, who gets them, and what is to be said."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from annotator.core.handing import Hand, Handing
from annotator.gui.fields.author_box import AuthorBox

Say = Callable[[Handing], tuple[str, bool]]
"""Says what would become of the articles, and whether anything would."""
_LONGEST = 1_000
_WIDTH = 440


class HandDialog(QDialog):
    """Asks who, tells plainly what will be done, and does nothing itself."""

    def __init__(
        self,
        hand: Hand,
        numbers: tuple[int, ...],
        known: Sequence[str],
        chosen: str,
        say: Say,
        near_name: Callable[[str], str | None],
        parent: QWidget | None = None,
    ) -> None:
        """Offer the ``known`` names, ``chosen`` first; ``near_name`` finds one like a new one."""
        super().__init__(parent)
        self.setObjectName("handDialog")
        self.setWindowTitle(self._titles()[hand])
        self._hand, self._numbers = hand, numbers
        self._known, self._say, self._near_name = tuple(known), say, near_name
        self._from: QComboBox | None = None
        self._to: AuthorBox | None = None
        form = self._made_fields(chosen)
        self._told = QLabel(self)
        self._told.setObjectName("handTold")
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._layout = layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._told)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.resize(_WIDTH, self.sizeHint().height())
        self._tell()

    def _made_fields(self, chosen: str) -> QFormLayout:
        """Make the fields that the act needs; ``chosen`` has the articles, or else gets them."""
        form = QFormLayout()
        if self._hand in (Hand.TAKE, Hand.MOVE, Hand.SEND_BACK):
            self._from = self._choice(chosen)
            form.addRow(self._from_name(), self._from)
            chosen = ""
        if self._hand in (Hand.GIVE, Hand.MOVE, Hand.TEST):
            self._to = AuthorBox(self._known, chosen, self)
            self._to.setObjectName("handTo")
            self._to.setAccessibleName(self.tr("Who gets them"))
            self._to.editTextChanged.connect(lambda _: self._tell())
            form.addRow(self.tr("&To"), self._to)
        self._comment = QLineEdit(self)
        self._comment.setObjectName("handComment")
        self._comment.setMaxLength(_LONGEST)
        self._comment.setAccessibleName(self.tr("Comment"))
        self._comment.setPlaceholderText(self.tr("Shown above the article when it is opened"))
        if self._hand in (Hand.GIVE, Hand.MOVE, Hand.SEND_BACK):
            form.addRow(self.tr("&Comment"), self._comment)
        else:
            self._comment.hide()
        return form

    def _titles(self) -> dict[Hand, str]:
        return {
            Hand.GIVE: self.tr("Give articles"),
            Hand.TAKE: self.tr("Take articles back"),
            Hand.MOVE: self.tr("Move articles"),
            Hand.SEND_BACK: self.tr("Send articles back"),
            Hand.TEST: self.tr("Give articles as a test"),
        }

    def _from_name(self) -> str:
        if self._hand is Hand.SEND_BACK:
            return self.tr("&Whose work")
        return self.tr("&From")

    def _choice(self, chosen: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("handFrom")
        box.setAccessibleName(self._from_name().replace("&", ""))
        box.addItems(list(self._known))
        box.setCurrentIndex(max(0, box.findText(chosen)))
        box.currentIndexChanged.connect(lambda _: self._tell())
        return box

    def wanted(self) -> Handing:
        """Return what is asked for."""
        holder = self._from.currentText() if self._from else ""
        receiver = self._to.name() if self._to else ""
        return Handing(
            self._hand,
            self._numbers,
            holder or receiver,
            receiver if self._from else "",
            self._comment.text(),
        )

    def _tell(self) -> None:
        sentence, is_open = self._say(self.wanted())
        self._told.setText(sentence)
        self._ok.setEnabled(is_open)
        self._make_room()

    def _make_room(self) -> None:
        """Let no line of what is told be cut off; the dialog does not shrink as one types."""
        needed = self._layout.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def accept(self) -> None:
        """Take what is asked for, unless a name is a slip of the keyboard."""
        if self._to is not None and self._to.name() not in self._known:
            known = self._near_name(self._to.name())
            if known is not None and self._means(known):
                self._to.setCurrentText(known)
                return  # what will be done is another thing now: it is told before it happens
        super().accept()

    def _means(self, known: str) -> bool:
        answer = QMessageBox.question(
            self,
            self.windowTitle(),
            self.tr("There is an author “{known}” already. Do you mean {known}?").format(
                known=f"\u2068{known}\u2069"
            ),
        )
        return answer == QMessageBox.StandardButton.Yes
