"""What to do when no project is open."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Welcome(QWidget):
    """Offers to make a project, to open one, or to look at the demo."""

    new_requested = Signal()
    open_requested = Signal()
    demo_requested = Signal()
    last_requested = Signal()

    def __init__(self, last_project: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        title = QLabel(self.tr("Label Arabic news, exactly and fast"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        title.setFont(font)
        told = QLabel(
            self.tr(
                "A project is one file with your articles and every span that you mark in them."
                " Make one, then drop articles (text or JSONL files, or folders of them) on this"
                " window."
            ),
            self,
        )
        for label in (title, told):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addSpacing(8)
        layout.addWidget(told)
        layout.addSpacing(16)
        choices = [
            (self.tr("New project…"), self.new_requested),
            (self.tr("Open a project…"), self.open_requested),
            (self.tr("Look at the demo"), self.demo_requested),
        ]
        if last_project is not None:
            name = self.tr("Go on with {project}").format(project=last_project.name)
            choices.insert(0, (name, self.last_requested))
        for text, wish in choices:
            button = QPushButton(text, self)
            button.setMinimumWidth(260)
            button.setMinimumHeight(36)
            button.clicked.connect(wish)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(3)
