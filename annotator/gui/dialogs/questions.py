"""The questions to the lead and their answers, in a window of its own beside the work."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.core.behind import AskedQuestions
from annotator.core.questions import Question
from annotator.gui.fields.sending import send_on_ctrl_enter
from annotator.gui.fields.words_edit import WordsEdit
from annotator.gui.wording.shortening import quoted


class QuestionsDialog(QDialog):
    """Lists questions; a lead answers, the one who asked reads the answer or withdraws."""

    open_requested = Signal(object)
    """The user wants to see where a question stands: ``Question``."""
    answer_requested = Signal(str, str)
    """The user wants that answer to the question of that id."""
    withdraw_requested = Signal(str)
    all_requested = Signal()
    """The user wants to see the others too."""
    read = Signal(str)
    """The answer to the question of that id has been seen."""

    def __init__(self, author: str, *, is_lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionsDialog")
        self.setWindowTitle(self.tr("Questions to the lead"))
        self.resize(680, 420)
        self._author = author
        self._is_lead = is_lead
        self._questions: dict[str, Question] = {}
        self._drafts: dict[str, str] = {}
        self._here: str | None = None
        self._told_read: set[str] = set()
        """Told once: where it cannot be kept, it would be told without end."""
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Questions"))
        self._list.setWordWrap(True)
        self._only = QWidget(self)
        self._only_told = self._label()
        self._only_told.setObjectName("questionsOnly")
        self._about = self._label()
        self._words = self._label()
        self._answer = WordsEdit(self)
        self._answer.setAccessibleName(self.tr("Answer"))
        self._answer.setReadOnly(not is_lead)
        self._show = QPushButton(self.tr("&Show in the text"), self)
        self._send = QPushButton(self.tr("&Answer"), self)
        self._send.setVisible(is_lead)
        send_on_ctrl_enter(self, self._send)
        self._withdraw = QPushButton(self.tr("&Withdraw"), self)
        self._lay_out()
        self._list.currentItemChanged.connect(lambda item, _: self._choose(item))
        self._list.itemActivated.connect(lambda _: self._ask_to_open())
        self._show.clicked.connect(self._ask_to_open)
        self._send.clicked.connect(self._ask_to_answer)
        self._withdraw.clicked.connect(self._ask_to_withdraw)
        self._answer.textChanged.connect(self._allow)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(8, 0, 0, 0)
        for widget in (self._about, self._words):
            column.addWidget(widget)
        column.addWidget(self._answer, 1)
        row = QHBoxLayout()
        for button in (self._show, self._withdraw, self._send):
            row.addWidget(button)
        column.addLayout(row)
        every = QPushButton(self.tr("Show a&ll questions"), self._only)
        every.setObjectName("allQuestions")
        every.setAutoDefault(False)
        every.clicked.connect(self.all_requested)
        only = QHBoxLayout(self._only)
        only.setContentsMargins(0, 0, 0, 0)
        only.addWidget(self._only_told, 1)
        only.addWidget(every)
        self._only.hide()
        split = QSplitter(self)
        split.addWidget(self._list)
        split.addWidget(side)
        split.setChildrenCollapsible(False)
        split.setSizes([260, 400])
        layout = QVBoxLayout(self)
        layout.addWidget(self._only)
        layout.addWidget(split, 1)

    def show_questions(self, questions: Sequence[Question], asked: AskedQuestions) -> None:
        """List ``questions``, which are those ``asked`` for; the one that was chosen stays so."""
        self._keep_draft()
        self._only_told.setText(self._told(asked))
        self._only.setVisible(asked != AskedQuestions())
        here = self._here
        self._questions = {question.id: question for question in questions}
        self._list.blockSignals(True)
        self._list.clear()
        for question in questions:
            item = QListWidgetItem(self._line(question), self._list)
            item.setData(Qt.ItemDataRole.UserRole, question.id)
            font = item.font()
            font.setBold(self._waits(question))
            item.setFont(font)
            if question.id == here:
                self._list.setCurrentItem(item)
        if self._list.currentItem() is None and questions:
            self._list.setCurrentRow(0)
        self._list.blockSignals(False)
        self._choose(self._list.currentItem())

    def _told(self, asked: AskedQuestions) -> str:
        """Say which questions are listed."""
        named = f"\u2068{asked.author}\u2069"
        match asked:
            case AskedQuestions("", True):
                return self.tr("Only those that are open")
            case AskedQuestions("", _):
                return self.tr("Only those with an answer")
            case AskedQuestions(_, True):
                return self.tr("Only those of {author} that are open").format(author=named)
            case _:
                return self.tr("Only those of {author} with an answer").format(author=named)

    def _waits(self, question: Question) -> bool:
        if self._is_lead:
            return question.is_open
        return not question.is_open and not question.seen

    def _line(self, question: Question) -> str:
        state = self.tr("open") if question.is_open else self.tr("answered")
        about = question.quote or question.title
        first = question.question.split("\n")[0]
        return f"\u2068{first}\u2069\n\u2068{about}\u2069 · {state}"

    def _choose(self, item: QListWidgetItem | None) -> None:
        self._keep_draft()
        question = self._questions.get(item.data(Qt.ItemDataRole.UserRole)) if item else None
        self._here = question.id if question else None
        if question is None:
            nothing = self.tr("No such question any more.")
            is_all = self._only.isHidden()
            self._about.setText(self.tr("No questions yet.") if is_all else nothing)
            self._words.clear()
            self._answer.clear()
        else:
            where = f"\u2068{question.title}\u2069"
            asked = self.tr("{author} asks, {day}:").format(
                author=f"\u2068{question.author}\u2069", day=f"\u2066{question.asked_at[:10]}\u2069"
            )
            quote = f"\n{quoted(question.quote)}" if question.quote else ""
            self._about.setText(f"{where}{quote}\n\n{asked}")
            self._words.setText(question.question)
            self._answer.setPlainText(self._drafts.get(question.id, question.answer))
            self._answer.setPlaceholderText(
                self.tr("Your answer") if self._is_lead else self.tr("No answer yet.")
            )
        self._allow()
        if question and question.author == self._author and self._is_news(question):
            self._told_read.add(question.id)
            self.read.emit(question.id)

    def _is_news(self, question: Question) -> bool:
        return bool(question.answer) and not question.seen and question.id not in self._told_read

    def _keep_draft(self) -> None:
        """Remember an answer that is half written."""
        question = self._questions.get(self._here or "")
        if self._is_lead and question is not None:
            self._drafts.pop(question.id, None)
            if self._answer.toPlainText() != question.answer:
                self._drafts[question.id] = self._answer.toPlainText()

    def _allow(self) -> None:
        question = self._questions.get(self._here or "")
        self._show.setEnabled(question is not None)
        self._answer.setEnabled(question is not None)
        text = self._answer.toPlainText().strip()
        self._send.setEnabled(bool(question and text and text != question.answer))
        is_own = bool(question and question.author == self._author and question.is_open)
        self._withdraw.setVisible(is_own)

    def _ask_to_open(self) -> None:
        if self._here:
            self.open_requested.emit(self._questions[self._here])

    def _ask_to_answer(self) -> None:
        if self._here:
            self.answer_requested.emit(self._here, self._answer.toPlainText())

    def _ask_to_withdraw(self) -> None:
        if self._here:
            self.withdraw_requested.emit(self._here)
