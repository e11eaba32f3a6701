"""What a format is, counts and cannot hold, in plain words."""

from PySide6.QtCore import QObject

from annotator.core.format import Format, Unit
from annotator.core.losses import LossKind


class FormatTexts(QObject):
    """Says what one should know before choosing a format."""

    def title(self, format: Format) -> str:
        """Return how a format is called in a list, and that it cannot be used if it is so."""
        if format.is_folder:
            title = self.tr("{format} (a folder)").format(format=format.name)
        else:
            title = f"{format.name} (*{format.suffixes[0]})"
        if format.is_installed:
            return title
        return self.tr("{format}: not installed").format(format=title)

    def unit(self, unit: Unit) -> str:
        """Return what offsets count, in plain words."""
        return {
            Unit.CODE_POINTS: self.tr("code points, as Python does"),
            Unit.UTF16: self.tr("UTF-16 units, as JavaScript and Java do"),
            Unit.GRAPHEMES: self.tr("letters with their marks (graphemes)"),
            Unit.TOKENS: self.tr("tokens: words and clitics"),
            Unit.NONE: self.tr("nothing"),
        }[unit]

    def about(self, format: Format, unit: Unit) -> str:
        """Say what the offsets count and what cannot be held, and how to get what it needs."""
        left_behind = format.left_behind
        told = [self.tr("Places are counted in {unit}.").format(unit=self.unit(unit))]
        cannot = [
            what
            for what, can in (
                (self.tr("the texts of articles"), format.holds_text),
                (self.tr("spans that nest or overlap"), format.nested),
                (self.tr("spans that begin or end inside a word"), format.subword),
                (
                    self.tr("spans over several lines in one piece"),
                    LossKind.SPLIT not in left_behind,
                ),
                (self.tr("values"), format.values),
                (self.tr("notes"), format.notes),
                (self.tr("“not sure”"), format.certainty),
                (self.tr("how spans were drawn"), LossKind.ORIGIN not in left_behind),
                (self.tr("when spans were drawn"), LossKind.TIMES not in left_behind),
                (self.tr("names of articles and authors"), LossKind.NAME not in left_behind),
                (self.tr("details of articles"), LossKind.DETAILS not in left_behind),
                (self.tr("reasons and guideline versions"), LossKind.WORK not in left_behind),
                (self.tr("time worked"), LossKind.SECONDS not in left_behind),
                (self.tr("the spacing of texts"), LossKind.SPACING not in left_behind),
            )
            if not can
        ]
        comma = self.tr(", ")
        told.append(
            self.tr("It cannot hold: {what}.").format(what=comma.join(cannot))
            if cannot
            else self.tr("It holds all that is said of articles and spans.")
        )
        if format.takes_every_article:
            told.append(self.tr("Articles that are not ready are written too, and marked."))
        if not format.is_installed:
            told.append(
                self.tr("Install what it needs with: {command}").format(
                    command=f"\u2066pip install annotator[{format.needs}]\u2069"
                )
            )
        return " ".join(told)
