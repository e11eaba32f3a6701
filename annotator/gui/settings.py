"""What the window remembers from one day to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from annotator.core.finding import Mode
from annotator.gui.theme import Scheme

ORGANIZATION = "Annotator"
APPLICATION = "annotator"


class Settings:
    """The user's settings, kept by Qt where the platform keeps such things."""

    def __init__(self) -> None:
        self._store = QSettings(ORGANIZATION, APPLICATION)
        # Apart: a sample may be large, and all of a store is read when the window opens.
        self._begun = QSettings(ORGANIZATION, f"{APPLICATION}-review")

    @property
    def language(self) -> str:
        """The interface's language: ``en`` or ``ar``; at first the desktop's."""
        arabic = QLocale.system().language() == QLocale.Language.Arabic
        return self._text("language", "ar" if arabic else "en")

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def scheme(self) -> Scheme:
        """``light``, ``dark``, or ``auto`` to follow the desktop."""
        match self._text("scheme", "auto"):
            case "light":
                return "light"
            case "dark":
                return "dark"
        return "auto"

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._store.setValue("scheme", scheme)

    @property
    def zoom(self) -> float:
        """How much larger than normal the article is shown."""
        try:
            return float(self._text("zoom", "1"))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._store.setValue("zoom", zoom)

    @property
    def find_mode(self) -> Mode:
        """How words are looked for in an article."""
        try:
            return Mode(self._text("find_mode", Mode.ANYWHERE.value))
        except ValueError:
            return Mode.ANYWHERE

    @find_mode.setter
    def find_mode(self, mode: Mode) -> None:
        self._store.setValue("find_mode", mode.value)

    @property
    def shows_guidelines(self) -> bool:
        """Whether the guidelines are open beside the article."""
        return self._text("guidelines", "no") == "yes"

    @shows_guidelines.setter
    def shows_guidelines(self, shows: bool) -> None:
        self._store.setValue("guidelines", "yes" if shows else "no")

    @property
    def measures_time(self) -> bool:
        """Whether the time worked is measured."""
        return self._text("measure_time", "yes") == "yes"

    @measures_time.setter
    def measures_time(self, measures: bool) -> None:
        self._store.setValue("measure_time", "yes" if measures else "no")

    @property
    def shows_suggestions(self) -> bool:
        """Whether spans are suggested on the article at hand."""
        return self._text("suggestions", "yes") == "yes"

    @shows_suggestions.setter
    def shows_suggestions(self, shows: bool) -> None:
        self._store.setValue("suggestions", "yes" if shows else "no")

    def suggests_from(self, source: str) -> bool:
        """Tell whether what that source finds is suggested."""
        return self._text(f"suggestions/{source}", "yes") == "yes"

    def suggest_from(self, source: str, *, is_on: bool) -> None:
        """Remember whether what that source finds is suggested."""
        self._store.setValue(f"suggestions/{source}", "yes" if is_on else "no")

    @property
    def decides_again(self) -> bool:
        """Whether a lead is offered to decide the same again."""
        return self._text("review_again", "yes") == "yes"

    @decides_again.setter
    def decides_again(self, is_on: bool) -> None:
        self._store.setValue("review_again", "yes" if is_on else "no")

    @property
    def last_project(self) -> Path | None:
        """The project that was open last."""
        path = self._text("project", "")
        return Path(path) if path else None

    @last_project.setter
    def last_project(self, path: Path) -> None:
        self._store.setValue("project", str(path.absolute()))

    def last_folder(self, purpose: str) -> Path | None:
        """Return the folder chosen last for that purpose, if it is still there."""
        folder = self._text(f"folder/{purpose}", "")
        return Path(folder) if folder and Path(folder).is_dir() else None

    def remember_folder(self, purpose: str, folder: Path) -> None:
        """Remember which folder was chosen for that purpose."""
        self._store.setValue(f"folder/{purpose}", str(folder))

    def last_author(self, project: Path) -> str:
        """Return who worked on ``project`` last."""
        return self._text(f"author/{_key(project)}", "")

    def last_article(self, project: Path, author: str) -> str:
        """Return the name of the article of ``project`` that ``author`` had at hand last."""
        return self._text(f"article/{_author_key(project, author)}", "")

    def remember(self, project: Path, author: str, article: str) -> None:
        """Remember who worked on which article of ``project``."""
        self._store.setValue(f"author/{_key(project)}", author)
        if article:
            self._store.setValue(f"article/{_author_key(project, author)}", article)

    def last_place(self, project: Path, author: str) -> str:
        """Return the name of the place in which ``author`` left ``project``."""
        return self._text(f"place/{_author_key(project, author)}", "")

    def remember_place(self, project: Path, author: str, place: str) -> None:
        """Remember in which place ``author`` leaves ``project``."""
        self._store.setValue(f"place/{_author_key(project, author)}", place)

    def reviews_blind(self, project: Path) -> bool:
        """Tell whether a lead sees letters instead of the names of authors in ``project``.

        So it is until she asks for the names there; what she wants elsewhere does not count.
        """
        return self._text(f"review_blind/{_key(project)}", "yes") == "yes"

    def remember_blind(self, project: Path, *, is_blind: bool) -> None:
        """Remember whether she sees letters there."""
        self._store.setValue(f"review_blind/{_key(project)}", "yes" if is_blind else "no")

    def begun_in_review(self, project: Path, author: str) -> str:
        """Return what ``author`` has begun in the Review of ``project``."""
        return str(self._begun.value(_author_key(project, author), ""))

    def keep_begun_in_review(self, project: Path, author: str, begun: str) -> None:
        """Keep what ``author`` has begun there."""
        self._begun.setValue(_author_key(project, author), begun)

    def unsent_questions(self, project: Path, author: str) -> str:
        """Return what ``author`` has written to the lead of ``project`` and not sent."""
        return str(self._begun.value(f"questions/{_author_key(project, author)}", ""))

    def keep_unsent_questions(self, project: Path, author: str, unsent: str) -> None:
        """Keep what ``author`` has written so; nothing is kept of what is empty."""
        key = f"questions/{_author_key(project, author)}"
        if unsent:
            self._begun.setValue(key, unsent)
        else:
            self._begun.remove(key)

    def window_part(self, name: str) -> QByteArray:
        """Return the remembered geometry or state of a part of the window."""
        value = self._store.value(f"window/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember_window_part(self, name: str, state: QByteArray) -> None:
        """Remember the geometry or state of a part of the window."""
        self._store.setValue(f"window/{name}", state)

    def _text(self, key: str, default: str) -> str:
        return str(self._store.value(key, default))


def _key(of: Path | str) -> str:
    """Return a key of one level: QSettings takes slashes for groups."""
    text = str(of.absolute()) if isinstance(of, Path) else of
    return text.replace("/", "|").replace("\\", "|")


def _author_key(project: Path, author: str) -> str:
    """Return a key of one level for an author at work on a project."""
    return f"{_key(project)}|{_key(author)}"
