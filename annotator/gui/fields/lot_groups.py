"""Groups of the rows of a lot, with how many each has: a whole one is ticked or unticked."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from annotator.gui.fields.flow import FlowLayout


class LotGroups(QWidget):
    """Offers to tick or untick what has one cause, or stands in one article."""

    tick_requested = Signal(object, bool)
    """The numbers of the rows of a group, and whether they are to be ticked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: dict[str, list[int]] = {}
        self._box = QComboBox(self)
        self._box.setObjectName("lotGroup")
        self._box.setAccessibleName(self.tr("Which of them"))
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(24)
        line = FlowLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._box)
        for name, text, ticked in (
            ("tickGroup", self.tr("&Tick"), True),
            ("untickGroup", self.tr("&Untick"), False),
        ):
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, ticked=ticked: self._ask(ticked=ticked))
            line.addWidget(button)

    def show_groups(self, rows: Iterable[tuple[str, ...]]) -> None:
        """Offer all, and each group that the rows name."""
        kinds: defaultdict[int, defaultdict[str, list[int]]]
        kinds = defaultdict(lambda: defaultdict(list))
        count = 0
        for number, names in enumerate(rows):
            count = number + 1
            for kind, name in enumerate(names):
                kinds[kind][name].append(number)
        self._rows = {self.tr("All"): list(range(count))}
        for kind in sorted(kinds):
            self._rows |= kinds[kind]
        self._box.clear()
        self._box.addItems([f"{name} ({len(of):,})" for name, of in self._rows.items()])

    def _ask(self, *, ticked: bool) -> None:
        groups, chosen = list(self._rows.values()), self._box.currentIndex()
        self.tick_requested.emit(groups[chosen] if chosen >= 0 else [], ticked)
