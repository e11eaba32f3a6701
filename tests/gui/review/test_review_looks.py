"""What Review tells at a glance: votes, the place in front, its keys, how cards are laid out."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListView, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.causes import Cause
from annotator.core.labels import LabelSet
from annotator.gui.fields.option_card import OptionCard
from annotator.gui.fields.option_cards import OptionCards
from annotator.gui.main_window import MainWindow
from annotator.gui.review.review_place import ReviewPlace
from annotator.gui.rows.conflict_rows import ROW_ROLE, ConflictDelegate, ConflictListModel
from annotator.gui.text.snippets import Snippet
from tests.gui.conftest import Hands
from tests.gui.review.test_review import conflicts_of, press, said
from tests.gui.test_sampling import begin


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_the_votes_of_a_conflict_are_seen_in_a_narrow_list(
    qtbot: QtBot, place: ReviewPlace, direction: Qt.LayoutDirection
) -> None:
    row = place.conflicts.findChild(QListView).model().index(0, 0).data(ROW_ROLE)
    pictures = []
    for votes in ((1, 2), (2, 1)):
        view = QListView()
        qtbot.addWidget(view)
        view.setLayoutDirection(direction)
        model = ConflictListModel(view)
        model.labels = LabelSet.default()
        model.show([replace(row, votes=votes)])
        model.index_of(0)
        view.setModel(model)
        view.setItemDelegate(ConflictDelegate(view))
        view.resize(120, 80)
        view.show()
        QApplication.processEvents()
        pictures.append(view.viewport().grab().toImage())
    assert pictures[0] != pictures[1]


def test_the_title_names_the_place_in_front_and_not_the_article_of_annotate(
    window: MainWindow,
) -> None:
    assert window.windowTitle() == "Review – demo – Annotator"
    window.commands["overview"].trigger()
    assert window.windowTitle() == "Overview – demo – Annotator"
    window.commands["annotate"].trigger()
    assert window.session is not None
    assert window.session.article is not None
    assert window.windowTitle().startswith(f"\u2068{window.session.article.title}\u2069 – demo")


def test_the_page_of_keys_begins_with_those_of_the_place_in_front(
    hands: Hands, window: MainWindow
) -> None:
    def first() -> str:
        found: list[str] = []

        def read(dialog: QWidget) -> None:
            table = dialog.findChild(QTableWidget)
            assert table is not None
            found.append(table.item(0, 0).text())
            dialog.close()

        hands.answer(read)
        window.commands["keys"].trigger()
        return found[0]

    assert first() == "Review: the conflict at hand"
    window.commands["annotate"].trigger()
    assert first() == "Marking in the text"


def test_the_key_of_a_card_is_one_line_high_however_long_its_words_are(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace
) -> None:
    window.resize(900, 700)
    QApplication.processEvents()
    while not any("marked nothing here" in words.text() for words in cards_words(place)):
        press(qtbot, "s")
    card = next(
        card
        for card in place.panel.findChildren(OptionCard)
        if card.isVisible() and any("nothing" in one.text() for one in card.findChildren(QLabel))
    )
    key, *words = card.findChildren(QLabel)
    assert len(words) == 1
    words[0].setText("word " * 60)
    QApplication.processEvents()
    assert words[0].height() > 2 * key.height()
    assert key.height() < 1.5 * key.fontMetrics().height()


def cards_words(place: ReviewPlace) -> list[QLabel]:
    cards = [card for card in place.panel.findChildren(OptionCard) if card.isVisible()]
    return [label for card in cards for label in card.findChildren(QLabel)]


def test_where_spaces_or_marks_alone_differ_the_cards_show_them(
    place: ReviewPlace, path: Path
) -> None:
    shown = set()
    for one in conflicts_of(path):
        place.reviewing.show_conflict(one.conflict.id)
        texts = {snippet._passage.text for snippet in place.panel.findChildren(Snippet)}
        signs = {sign for text in texts for sign in "·¦" if sign in text}
        if one.cause is Cause.MARKS:
            (unseen,) = {
                span.quote.removeprefix(other.quote)
                for span in one.conflict.options[0].spans
                for other in one.conflict.options[1].spans
            }
            assert signs == {"·" if unseen.isspace() else "¦"}
            shown |= signs
        else:
            assert not signs
    assert shown == {"·", "¦"}


def test_what_is_said_of_own_spans_stands_together_where_no_answers_are(
    qtbot: QtBot, hands: Hands, window: MainWindow
) -> None:
    place = begin(qtbot, hands, window, 5)
    while not said(place, "ownSpansHint"):
        press(qtbot, "e")
    QApplication.processEvents()
    hint = place.panel.findChild(QLabel, "ownSpansHint")
    value = place.panel.value
    assert hint is not None
    assert value.isVisible()
    assert hint.y() < place.panel.height() / 8
    assert hint.geometry().bottom() < value.y() < hint.geometry().bottom() + hint.height()


@pytest.mark.parametrize("height", [420, 560])
def test_cards_are_scrolled_where_they_have_no_room_and_nowhere_else(
    qtbot: QtBot, window: MainWindow, place: ReviewPlace, path: Path, height: int
) -> None:
    window.resize(760, height)
    QApplication.processEvents()
    cards = place.panel.findChild(OptionCards)
    assert cards is not None
    scrolled = set()
    for _ in conflicts_of(path):
        qtbot.wait(1)
        shown = [card for card in cards.findChildren(OptionCard) if card.isVisible()]
        below = max(card.geometry().bottom() + 1 for card in shown) - cards.viewport().height()
        assert cards.verticalScrollBar().maximum() == max(0, below)
        scrolled.add(below > 0)
        press(qtbot, "s")
    assert scrolled == ({True, False} if height < 500 else {False})
