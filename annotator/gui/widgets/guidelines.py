"""The guidelines beside the article: a page to read, its headings, and a search in it.

The page may come from a stranger: nothing is loaded from anywhere for it, and its links lead
nowhere but to its own headings.
"""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.guidelines import mirrored_tables
from annotator.core.text import OffsetMap
from annotator.gui import bidi
from annotator.gui.theme import theme_of

Stretch = tuple[int, int]
_ABOVE = 6


class _Page(QTextBrowser):
    """Markdown without HTML; whatever it wants to load is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._turned: tuple[QTextBlock, int] | None = None
        """What was brought to the top, and how far the page was scrolled for it."""

    def turn_to(self, block: QTextBlock) -> None:
        """Bring a block to the top."""
        top = self.document().documentLayout().blockBoundingRect(block).top()
        bar = self.verticalScrollBar()
        bar.setValue(max(0, round(top) - _ABOVE))
        self._turned = block, bar.value()

    def forget(self) -> None:
        """Know of nothing at the top: the page is another one."""
        self._turned = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep at the top what was brought there, unless the user went on from it."""
        turned, value = self._turned, self.verticalScrollBar().value()
        super().resizeEvent(event)
        if turned and turned[1] == value:
            self.turn_to(turned[0])

    def loadResource(self, kind: int, name: QUrl | str) -> QByteArray:
        # Not nothing: Qt would then look for a file of that name.
        return QByteArray(b"")


class _SearchLine(QLineEdit):
    """Enter goes to the next hit, Shift+Enter to the one before; Esc leaves."""

    step_requested = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class GuidelinePanel(QWidget):
    """Shows one page of guidelines; hits count code points of ``text()``, end exclusive."""

    search_changed = Signal(str)
    """The user wants to see where these words stand."""
    step_requested = Signal(int)
    """The user wants the next hit (1) or the previous one (-1)."""
    close_requested = Signal()
    left = Signal()
    """The user wants to be back in the text."""
    seen = Signal()
    """It came into sight, or went out of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guidelines")
        self.setAccessibleName(self.tr("Guidelines"))
        self._hits: Sequence[Stretch] = ()
        self._current: Stretch | None = None
        self._offsets = OffsetMap("")
        self._blocks: list[QTextBlock] = []
        self._headings = QComboBox(self)
        self._headings.setAccessibleName(self.tr("Contents"))
        self._headings.setMinimumContentsLength(6)
        self._headings.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._version = QLabel(self)
        self._version.setTextFormat(Qt.TextFormat.PlainText)
        self._search = _SearchLine(self)
        self._search.setPlaceholderText(self.tr("Search the guidelines"))
        self._search.setAccessibleName(self.tr("Search the guidelines"))
        self._search.setClearButtonEnabled(True)
        self._count = QLabel(self)
        self._page = _Page(self)
        self._page.setAccessibleName(self.tr("Guidelines"))
        self._page.setOpenLinks(False)
        self._page.setMinimumWidth(60)
        self._lay_out()
        self._headings.activated.connect(self.show_heading)
        self._search.textChanged.connect(self.search_changed)
        self._search.step_requested.connect(self.step_requested)
        self._search.left.connect(self.left)
        self._page.anchorClicked.connect(self._follow)

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._headings, 1)
        top.addWidget(self._version)
        close = self._button("✕", self.tr("Close the guidelines (F4)"))
        close.clicked.connect(self.close_requested)
        top.addWidget(close)
        previous = self._button("↑", self.tr("Previous hit (Shift+Enter)"))
        following = self._button("↓", self.tr("Next hit (Enter)"))
        previous.clicked.connect(lambda: self.step_requested.emit(-1))
        following.clicked.connect(lambda: self.step_requested.emit(1))
        for widget in (self._search, self._count, previous, following):
            below.addWidget(widget, 1 if widget is self._search else 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self._page, 1)

    def _button(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    # -- what is shown

    def show_page(self, markdown: str, version: str, *, is_rtl: bool) -> None:
        """Show a page, which runs from the right or the left."""
        self._page.forget()
        document = self._page.document()
        choices = QTextOption()
        side = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        choices.setTextDirection(side)
        choices.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(choices)
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(
            mirrored_tables(markdown) if is_rtl else markdown,
            features.MarkdownDialectGitHub | features.MarkdownNoHTML,
        )
        if is_rtl:
            _align_right(document)
        _turn_cells(document, is_rtl=is_rtl)
        self._version.setText(self.tr("version {version}").format(version=f"\u2068{version}\u2069"))
        self._blocks = _headings(document)
        self._headings.clear()
        for block in self._blocks:
            indent = "\u2003" * (block.blockFormat().headingLevel() - 1)
            self._headings.addItem(indent + block.text())
        self._offsets = OffsetMap(self.text())
        self.show_hits((), None)

    def text(self) -> str:
        """Return the page as plain text."""
        return self._page.document().toRawText()

    def headings(self) -> list[str]:
        """Return the headings of the page, in order."""
        return [block.text() for block in self._blocks]

    def show_heading(self, number: int) -> None:
        """Bring a heading to the top."""
        self._headings.setCurrentIndex(number)
        self._page.turn_to(self._blocks[number])

    def search(self) -> None:
        """Put the keyboard into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def words(self) -> str:
        """Return what is searched for."""
        return self._search.text()

    def show_hits(self, hits: Sequence[Stretch], current: Stretch | None) -> None:
        """Show what was found; ``current`` is the hit that the user is at."""
        self._hits, self._current = hits, current
        self._colour_hits()
        if not self.words().strip():
            self._count.clear()
        elif not hits:
            self._count.setText(self.tr("not found"))
        elif current is None:
            self._count.setText(self.tr("%n hit(s)", "", len(hits)))
        else:
            number = self.tr("{current} of {total}")
            self._count.setText(number.format(current=hits.index(current) + 1, total=len(hits)))
        if current is not None:
            self._page.setTextCursor(self._cursor(current[0], current[0]))
            self._page.ensureCursorVisible()

    def _colour_hits(self) -> None:
        theme = theme_of(self.palette())
        marked = []
        for hit in self._hits:
            extra = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(theme.current_hit if hit == self._current else theme.hit)
            extra.cursor, extra.format = self._cursor(*hit), look
            marked.append(extra)
        self._page.setExtraSelections(marked)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self._offsets.to_utf16(start))
        cursor.setPosition(self._offsets.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _follow(self, link: QUrl) -> None:
        """Go where a link leads within the page; all others lead nowhere."""
        name = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        if link.scheme() or link.host() or link.path() or not name:
            return
        slugs = ["-".join(heading.casefold().split()) for heading in self.headings()]
        if name.casefold() in slugs:
            self.show_heading(slugs.index(name.casefold()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the light and dark colours of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_hits()


def _headings(document: QTextDocument) -> list[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() and block.text().strip():
            found.append(QTextBlock(block))
        block = block.next()
    return found


def _align_right(document: QTextDocument) -> None:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            look = frame.format().toTableFormat()
            look.setAlignment(Qt.AlignmentFlag.AlignRight)
            frame.setFormat(look)


def _turn_cells(document: QTextDocument, *, is_rtl: bool) -> None:
    """Let cells run their own way: an Arabic example on an English page is no English sentence."""
    sides = {True: Qt.LayoutDirection.RightToLeft, False: Qt.LayoutDirection.LeftToRight}
    edge = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        is_cell = cursor.currentTable() is not None and bool(block.text().strip())
        if is_cell and bidi.is_rtl(block.text()) != is_rtl:
            turned = block.blockFormat()
            turned.setLayoutDirection(sides[not is_rtl])
            turned.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
            cursor.setBlockFormat(turned)
        block = block.next()
