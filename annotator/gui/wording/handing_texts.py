"""What handing out by hand is about to do, and what it did, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from annotator.core.handing import Hand, Handing
from annotator.gui.language import joined_names
from annotator.workflow.handing.assigning import AssignReport


def tell_before(
    wanted: Handing,
    count: int | None,
    *,
    kept: Mapping[str, int] | None,
    pack: str | None = None,
    is_new: bool = False,
) -> str:
    """Say what will become of how many articles.

    Without a ``count`` it is not known yet of which of those selected.  If nobody has any so far,
    ``kept`` is who keeps how many that are begun.  ``pack`` is the newest one of who gets them that
    has come back, if any has; ``is_new`` says that nobody knows who gets them.
    """
    return HandingTexts().before(wanted, count, kept=kept, pack=pack, is_new=is_new)


def tell_after(wanted: Handing, count: int) -> str:
    """Say what was done with how many articles."""
    return HandingTexts().after(wanted, count)


def tell_handed_out(report: AssignReport) -> str:
    """Say what handing out by lot did."""
    return HandingTexts().handed_out(report.articles, report.shared)


class HandingTexts(QObject):
    """Puts the sentences together, in the language of the program."""

    def before(
        self,
        wanted: Handing,
        count: int | None,
        *,
        kept: Mapping[str, int] | None,
        pack: str | None,
        is_new: bool,
    ) -> str:
        """See ``tell_before``."""
        if count == 0:
            return self._nothing(wanted)
        selected = len(wanted.numbers)
        parts = [self._will(wanted, selected if count is None else count)]
        if count is None:
            parts.append(self.tr("Those that do not fit are left out."))
        elif count < selected:
            told = self._left(wanted, selected - count)
            parts.append(told.format(author=_isolated(wanted.author), to=_isolated(wanted.to)))
        if is_new:
            told = self.tr("{author} is new: the name is added to the authors.")
            parts.append(told.format(author=_isolated(wanted.receiver)))
        if kept is not None:
            parts.append(self._first())
        if kept:
            each = [f"{_isolated(author)} ({number:,})" for author, number in kept.items()]
            told = self.tr("Whoever has begun an article keeps it: {authors}.")
            parts.append(told.format(authors=joined_names(each)))
        parts += self._more(wanted)
        if pack is not None:
            parts.append(self._by_packs(wanted.receiver, pack))
        return " ".join(parts)

    def _by_packs(self, author: str, newest: str) -> str:
        told = self.tr(
            "{author} works in packs: make a new pack and send it, or {author} will not see this."
        )
        if newest:
            told += " " + self.tr("The newest pack that has come back is “{file}”.")
        return told.format(author=_isolated(author), file=_isolated(newest))

    def _will(self, wanted: Handing, count: int) -> str:
        # pyside6-lupdate finds plurals in calls of tr() alone.
        match wanted.hand:
            case Hand.GIVE:
                told = self.tr("%n article(s) will be given to {author}.", "", count)
            case Hand.TAKE:
                told = self.tr("%n article(s) will be taken from {author}.", "", count)
            case Hand.MOVE:
                told = self.tr("%n article(s) will go from {author} to {to}.", "", count)
            case Hand.SEND_BACK:
                told = self.tr("%n article(s) will be sent back to {author}.", "", count)
            case Hand.TEST:
                told = self.tr("%n article(s) will be given to {author} as a test.", "", count)
        return told.format(author=_isolated(wanted.author), to=_isolated(wanted.to))

    def _left(self, wanted: Handing, count: int) -> str:
        match wanted.hand:
            case Hand.GIVE:
                return self.tr("%n more selected: {author} has them already.", "", count)
            case Hand.TAKE:
                return self.tr("%n more selected: not assigned to {author}.", "", count)
            case Hand.MOVE:
                return self.tr(
                    "%n more selected: not assigned to {author}, or a test of {to}.",
                    "",
                    count,
                )
            case Hand.SEND_BACK:
                return self.tr(
                    "%n more selected: {author} has neither finished them nor set them aside.",
                    "",
                    count,
                )
            case Hand.TEST:
                return self.tr(
                    "%n more selected: they are not ready, or {author} has had to do with them.",
                    "",
                    count,
                )

    def _more(self, wanted: Handing) -> list[str]:
        match wanted.hand:
            case Hand.TAKE | Hand.MOVE:
                return [self.tr("What is marked stays.")]
            case Hand.TEST:
                return [
                    self.tr(
                        "What is marked there counts for nothing but the test, also once it has"
                        " ended."
                    )
                ]
        return []

    def _nothing(self, wanted: Handing) -> str:
        if not wanted.author:
            return self.tr("Choose or type a name.")
        match wanted.hand:
            case Hand.GIVE:
                told = self.tr("{author} has all of the selected articles already.")
            case Hand.TAKE:
                told = self.tr("None of the selected articles is assigned to {author}.")
            case Hand.MOVE:
                told = self.tr(
                    "The selected articles are not assigned to {author}, or are a test of {to}."
                )
            case Hand.SEND_BACK:
                told = self.tr("{author} has finished none of the selected articles.")
            case Hand.TEST:
                told = self.tr(
                    "None of the selected articles can test {author}: a test needs articles that"
                    " are ready, and that {author} has not had to do with."
                )
        return told.format(author=_isolated(wanted.author), to=_isolated(wanted.to))

    def after(self, wanted: Handing, count: int) -> str:
        """See ``tell_after``."""
        match wanted.hand:
            case Hand.GIVE:
                told = self.tr("%n article(s) given to {author}.", "", count)
            case Hand.TAKE:
                told = self.tr("%n article(s) taken from {author}.", "", count)
            case Hand.MOVE:
                told = self.tr("%n article(s) moved from {author} to {to}.", "", count)
            case Hand.SEND_BACK:
                told = self.tr("%n article(s) sent back to {author}.", "", count)
            case Hand.TEST:
                told = self.tr("%n article(s) given to {author} as a test.", "", count)
        return told.format(author=_isolated(wanted.author), to=_isolated(wanted.to))

    def handed_out(self, articles: int, shared: int) -> str:
        """Say what handing out by lot did."""
        told = self.tr("%n article(s) handed out.", "", articles)
        if not shared:
            told += " " + self.tr("No article has two authors: agreement will not be known.")
        return told

    def planned(self, articles: int, shared: int, *, is_first: bool) -> str:
        """Say what handing out by lot will do."""
        if not articles:
            return self.tr(
                "Every article is assigned to somebody already: nothing is left to hand out."
            )
        told = self.tr("%n article(s) assigned to nobody will be handed out.", "", articles)
        if shared:
            told += " " + self.tr("Several authors will have %n article(s).", "", shared)
        else:
            told += " " + self.tr("No article has two authors: agreement will not be known.")
        if is_first:
            told += " " + self._first()
        return told

    def _first(self) -> str:
        return self.tr("From then on annotators see the articles that they have, and no others.")

    def ended(self, author: str, articles: int) -> str:
        """Say that a test has ended."""
        told = self.tr("The test of {author} on %n article(s) has ended.", "", articles)
        return told.format(author=_isolated(author))


def _isolated(name: str) -> str:
    return f"\u2068{name}\u2069"
