"""The first article that is given by hand hides none from those who have begun it."""

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.core.handing import Hand
from annotator.core.model import Role
from annotator.core.progress import Quiet
from annotator.gui.main_window import MainWindow
from annotator.gui.overview.handing_page import HandingPage
from annotator.store.project import Project
from annotator.workflow.exchange.packs import make_pack
from annotator.workflow.imports.articles import import_files
from annotator.workflow.people.authors import add_author
from tests.gui.conftest import Hands
from tests.gui.handing.test_handing_page import (
    NEW,
    Asked,
    assigned,
    begun,
    go_back,
    holders,
    listed,
    loads,
    press,
    select,
)
from tests.gui.overview_pages import child, plain, turn_to
from tests.workflow.settled_demo import LEAD, work


def shown(window: MainWindow) -> list[str]:
    """Return the names of the articles in the list of a window."""
    assert window.session is not None
    assert window.workbench is not None
    rows = window.session.catalogue.rows(window.workbench.articles.numbers())
    return [row.name for row in rows]


def test_what_was_sent_back_stays_with_its_author_once_the_first_article_is_given(
    qtbot: QtBot, hands: Hands, path: Path, page: HandingPage, tmp_path: Path
) -> None:
    names = listed(path)
    select(qtbot, page, 1, 2)
    Asked(hands, holder="amal", comment="التواريخ ناقصة")
    press(qtbot, page, Hand.SEND_BACK)
    assert assigned(path) == {}  # she sees all as yet
    select(qtbot, page, 7, 7)
    Asked(hands, to="amal")
    press(qtbot, page, Hand.GIVE)
    assert holders(page)[1] == "amal (in progress), nasser (finished)"
    own = [*begun(path), names[7]]
    amal, nasser = hands.open(path, "amal"), hands.open(path, "nasser")
    assert shown(amal) == sorted(own, key=names.index)
    assert shown(nasser) == sorted(begun(path), key=names.index)
    with Project.open(path) as project:
        assert make_pack(project, tmp_path / "amal.db", "amal", Quiet()).articles == len(own)
    go_back(qtbot, page)
    assert assigned(path) == {}
    nasser.session.look_for_changes()
    assert shown(nasser) == names


def test_all_who_keep_articles_are_named_in_sight(qtbot: QtBot, hands: Hands, path: Path) -> None:
    names = [f"author {number}" for number in range(30)]

    def begin(project: Project) -> None:
        *_, last = project.articles.names()
        for name in names:
            add_author(project, name, Role.ANNOTATOR)
            work(project, last, name)

    hands.other_program(path, begin)
    page = turn_to(qtbot, hands.open(path, LEAD), HandingPage)
    select(qtbot, page, 6, 6)

    def look(dialog: QWidget) -> None:
        hands.type_text(child(dialog, QComboBox, "handTo").lineEdit(), NEW)
        told = child(dialog, QLabel, "handTold")
        assert all(f"{name} (1)" in plain(told.text()) for name in names)
        qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()))
        child(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel).click()

    hands.answer(look)
    press(qtbot, page, Hand.GIVE)
    assert assigned(path) == {}


def test_many_begun_articles_are_kept_beside_the_window(
    qtbot: QtBot, hands: Hands, path: Path
) -> None:
    """It takes a while to give as many: the window is open to work meanwhile."""
    texts = path.with_name("texts")
    texts.mkdir()
    for number in range(201):
        (texts / f"{number:03}.txt").write_text(f"خبر رقم {number}", encoding="utf-8")

    def begin_many(project: Project) -> None:
        import_files(project, [texts], Quiet())
        for article_id in list(project.articles.names())[13:]:
            work(project, article_id, "amal")

    hands.other_program(path, begin_many)
    window = hands.open(path, LEAD)
    page = turn_to(qtbot, window, HandingPage)
    assert loads(page)["amal"] == ("0", "0", "207", "")
    select(qtbot, page, 6, 6)
    asked = Asked(hands, to=NEW)
    press(qtbot, page, Hand.GIVE)
    assert asked.told.endswith("Whoever has begun an article keeps it: amal (207), nasser (6).")
    assert window.errands.task() is not None
    qtbot.waitUntil(lambda: window.errands.task() is None, timeout=20_000)
    assert len(assigned(path)) == 208
    assert plain(window.notice.sentence()) == f"1 article given to {NEW}."
