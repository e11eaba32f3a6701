"""What files hold that the project lacks: what labels of theirs are, and whose spans they are.

Who wants to see what files hold before they are imported chooses here how they are read, too.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.importing import (
    AS_FILES_TELL,
    ImportOrder,
    ImportQuestions,
    LabelSeen,
    Reading,
)
from annotator.core.labels import name_like
from annotator.core.values import ValueKind
from annotator.gui.fields.author_box import AuthorBox
from annotator.gui.fields.label_choice import told_apart
from annotator.gui.fields.reading_choice import ReadingChoice
from annotator.gui.rows.cells import CellDelegate
from annotator.gui.rows.column_table import ColumnTable
from annotator.gui.rows.file_preview import FilePreview, named_signs

_SIZE = (760, 560)
_ASKED = 200
"""Of more labels the rest is not asked about: the import refuses their spans by name."""
_LONGEST = 80
_QUOTES = 3
_FILES = 3
"""How many files a sentence names."""
_AS = "as:"
"""Before the name of a label of the project, or of one that is to be added."""
_NEW = "new:"
_OUT = "out"
_OPEN = ""


class ImportDialog(QDialog):
    """Asks what the project cannot know; nothing is imported before OK.

    It ends with ``LOOK_AGAIN`` where the files are to be read in another way first.
    """

    LOOK_AGAIN = 2

    def __init__(
        self,
        questions: ImportQuestions,
        by: str,
        language: str,
        refusal_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Ask ``questions``; ``refusal_of`` says why nobody can bear a name, or nothing.

        ``by`` is who imports, and is proposed as who owns the spans.
        """
        super().__init__(parent)
        self.setObjectName("importDialog")
        self.setWindowTitle(self.tr("Import"))
        self._seen = seen = questions.seen
        self._labels = questions.labels
        self._shown = told_apart(questions.labels, language)
        self._refusal_of = refusal_of
        self._may_add = questions.may_add
        self._reading = (
            ReadingChoice(seen, questions.reading, self) if questions.reading is not None else None
        )
        self._choices: dict[str, QComboBox] = {}
        """By the labels of the files: what they are here."""
        self._table = self._made_table()
        self._columns = ColumnTable(seen.table.head, self) if seen.table else None
        self._author = AuthorBox(questions.authors, by, self)
        self._author.setObjectName("importAuthor")
        self._told = QLabel(self)
        self._told.setObjectName("importTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._lay_out()
        self._author.editTextChanged.connect(lambda _: self._tell())
        self.resize(*_SIZE)
        self._tell()
        first = next(iter(self._choices.values())) if self._choices else self._author
        (self._reading or first).setFocus()

    # -- building

    def _made_table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        table.setObjectName("importLabels")
        table.setAccessibleName(self.tr("Labels that the project lacks"))
        table.setHorizontalHeaderLabels(
            [self.tr("In the files"), self.tr("Spans"), self.tr("Such as"), self.tr("Here")]
        )
        table.verticalHeader().hide()
        table.setItemDelegate(CellDelegate(table))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for name, label in list(self._seen.labels.items())[:_ASKED]:
            self._add_row(table, name, label)
        header = table.horizontalHeader()
        for column in (0, 1, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return table

    def _add_row(self, table: QTableWidget, name: str, label: LabelSeen) -> None:
        row = table.rowCount()
        table.setRowCount(row + 1)
        quotes = " · ".join(
            f"\u2068{_line(quote)}\u2069" for quote, _ in label.quotes.most_common(_QUOTES)
        )
        for column, text in enumerate((_line(name), f"{label.count:,}", quotes)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
        box = self._choices[name] = self._made_choice(name)
        box.setAccessibleName(self.tr("What {label} is here").format(label=_line(name)))
        table.setCellWidget(row, 3, box)
        table.setRowHeight(row, box.sizeHint().height())

    def _made_choice(self, name: str) -> QComboBox:
        """Return the box with what a label of the files can be; what is likely is chosen."""
        box = QComboBox(self)
        box.addItem(self.tr("Choose…"), _OPEN)
        for label in self._labels:
            box.addItem(f"\u2068{self._shown[label.name]}\u2069", _AS + label.name)
        new = name_like(name)
        if self._may_add and new is not None and new not in self._labels:
            text = self.tr("Add as a new label: {label}").format(label=f"\u2068{new}\u2069")
            box.addItem(text, _NEW + new)
        box.addItem(self.tr("Leave out"), _OUT)
        box.setCurrentIndex(max(0, box.findData(self._likely(name, new))))
        box.currentIndexChanged.connect(lambda _: self._tell())
        return box

    def _likely(self, name: str, new: str | None) -> str:
        for label in self._labels:
            if name.strip().casefold() in {
                one.casefold() for one in (label.name, label.shown_en, label.shown_ar)
            }:
                return _AS + label.name
        return _NEW + new if new else _OPEN

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        if self._reading is not None:
            layout.addWidget(self._reading)
            self._reading.changed.connect(self._tell)
            self._reading.look_requested.connect(lambda: self.done(self.LOOK_AGAIN))
        if self._columns is not None and self._seen.table is not None:
            question = self.tr(
                "Which column of “{file}” holds the text, and what are the others?"
            ).format(file=f"\u2068{_line(self._seen.table.file)}\u2069")
            what = QLabel(question)
            what.setObjectName("importColumnsOf")
            what.setTextFormat(Qt.TextFormat.PlainText)
            what.setWordWrap(True)
            layout.addWidget(what)
            layout.addWidget(self._columns, 2)
            self._columns.changed.connect(self._tell)
        self._lay_out_labels(layout)
        self._lay_out_author(layout)
        self._lay_out_first(layout)
        layout.addWidget(self._told)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._ok = buttons.addButton(self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._ok.setDefault(True)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)

    def _lay_out_labels(self, layout: QVBoxLayout) -> None:
        unknown = len(self._seen.labels)
        if unknown:
            asked = QLabel(
                self.tr(
                    "The files have %n label(s) that the project lacks. What are they here?",
                    "",
                    unknown,
                ),
                self,
            )
            asked.setWordWrap(True)
            layout.addWidget(asked)
            layout.addWidget(self._table, 3)
        if unknown > _ASKED:
            rest = self.tr(
                "%n more label(s) are not listed: their spans are refused by name.",
                "",
                unknown - _ASKED,
            )
            layout.addWidget(QLabel(rest, self))
        self._table.setVisible(bool(unknown))

    def _lay_out_author(self, layout: QVBoxLayout) -> None:
        without = self._seen.without_author
        self._author.setVisible(bool(without))
        if without:
            form = QFormLayout()
            whose = self.tr("&Whose spans: %n article(s) do not tell", "", without)
            form.addRow(whose, self._author)
            self._author.setAccessibleName(whose.replace("&", ""))
            layout.addLayout(form)

    def _lay_out_first(self, layout: QVBoxLayout) -> None:
        if self._seen.first is not None:
            first = FilePreview(self)
            first.setObjectName("importPreview")
            first.show_heads([self._seen.first])
            title = QLabel(
                self.tr("The &first article: {title}").format(
                    title=f"\u2068{_line(self._seen.first.name)}\u2069"
                ),
                self,
            )
            title.setTextFormat(Qt.TextFormat.PlainText)
            title.setBuddy(first)
            first.setAccessibleName(self.tr("The first article"))
            layout.addWidget(title)
            layout.addWidget(first, 2)

    # -- what is answered

    def reading(self) -> Reading:
        """Return how the files are to be read."""
        return self._reading.reading() if self._reading is not None else AS_FILES_TELL

    def order(self) -> ImportOrder:
        """Return how the files are to be imported."""
        names: dict[str, str | None] = {}
        added: dict[str, ValueKind] = {}
        for name, box in self._choices.items():
            answer = str(box.currentData())
            if answer == _OUT:
                names[name] = None
            elif answer.startswith(_AS):
                names[name] = answer.removeprefix(_AS)
            elif answer.startswith(_NEW):
                names[name] = new = answer.removeprefix(_NEW)
                kind = self._seen.labels[name].kind
                added[new] = kind if added.get(new, kind) is kind else ValueKind.NONE
        author = self._author.name() if self._seen.without_author else None
        return ImportOrder(names, added, self._chosen_columns(), author, self.reading())

    def _chosen_columns(self) -> dict[str, str]:
        """Return the columns of tables that somebody named; others may have other ones."""
        if self._columns is None or self._seen.table is None:
            return {}
        chosen = self._columns.chosen()
        return {} if chosen == self._seen.table.head.fields else chosen

    def _tables_refused(self) -> str:
        """Say which tables cannot be read with the columns that are chosen for the first."""
        text = self._columns.chosen().get("text") if self._columns is not None else None
        if text is None or self._seen.table is None:
            return ""
        refused = self._seen.table.refused_with(text)
        names = [f"\u2068{_line(file)}\u2069" for file in refused[:_FILES]]
        told = self.tr(
            "%n other table(s) have no column “{column}” and will be refused, so import them on"
            " their own: {files}.",
            "",
            len(refused),
        ).format(
            column=f"\u2068{_line(text)}\u2069",
            files=self.tr(", ").join(names + ["…"] * (len(refused) > _FILES)),
        )
        return told if refused else ""

    def _tell(self) -> None:
        """Say what is still to be answered, and what would be left out."""
        still_open = sum(box.currentData() == _OPEN for box in self._choices.values())
        refusal = self._refusal_of(self._author.name()) if self._seen.without_author else ""
        left_out = sum(
            self._seen.labels[name].count
            for name, box in self._choices.items()
            if box.currentData() == _OUT
        )
        has_text = self._columns is None or "text" in self._columns.chosen()
        is_shown = self._reading is None or self._reading.is_shown
        told = [
            "" if is_shown else self.tr("Look again first: this is how the files were read."),
            "" if has_text else self.tr("Choose the column that holds the text."),
            self.tr("Choose what %n label(s) are here.", "", still_open) if still_open else "",
            refusal,
            self._tables_refused(),
            self.tr("%n span(s) will be left out.", "", left_out) if left_out else "",
        ]
        self._told.setText(" ".join(filter(None, told)))
        # Of a table that is asked about nothing could be read yet.
        has_articles = bool(self._seen.articles) or self._columns is not None
        is_readable = self._reading is None or has_articles
        may_begin = is_shown and is_readable and has_text and not still_open and not refusal
        self._ok.setEnabled(may_begin)


def _line(text: str) -> str:
    """Return ``text`` on one line, not too long, with its hidden signs named."""
    line = " ".join(text.split())
    return named_signs(line[:_LONGEST] + ("…" if len(line) > _LONGEST else ""))
