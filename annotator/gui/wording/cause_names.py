"""Why authors differ, in words."""

from PySide6.QtCore import QCoreApplication

from annotator.core.causes import Cause, Surplus, Way
from annotator.gui.language import spoken
from annotator.reports.words import Words, cause_name


def cause_names() -> dict[Cause, str]:
    """Return what each cause is called, in the language of the window."""
    words = Words(spoken())
    return {cause: cause_name(cause, words) for cause in Cause}


def cause_rules() -> dict[Cause, str]:
    """Return what the guidelines rule where borders differ by a cause, in a sentence."""
    translate = QCoreApplication.translate
    return {
        Cause.CLITIC: translate("Causes", "The shorter one: the prefix stays outside."),
        Cause.ARTICLE: translate("Causes", "The longer one: ال belongs to the name."),
        Cause.QUOTE: translate("Causes", "The shorter one: quotes and punctuation stay outside."),
        Cause.KIND_WORD: translate("Causes", "The shorter one: kind words, titles stay outside."),
        Cause.MARKS: translate("Causes", "The shorter one: spaces and marks stay outside."),
    }


def cause_advice() -> dict[Cause, str]:
    """Return what each cause says of the answers, in a sentence."""
    translate = QCoreApplication.translate
    return {
        Cause.MISSED: translate("Causes", "Those who marked something agree; others did not."),
        Cause.SPLIT: translate("Causes", "One long span stands against several short ones."),
        Cause.LABEL: translate("Causes", "The same thing has another label."),
        Cause.CLITIC: translate("Causes", "A one-letter prefix is inside for some (و ف ب ك ل س)."),
        Cause.ARTICLE: translate("Causes", "The article ال is inside for some."),
        Cause.QUOTE: translate("Causes", "Quotes or punctuation are inside for some."),
        Cause.KIND_WORD: translate("Causes", "A kind word or a title is inside for some."),
        Cause.MARKS: translate("Causes", "Spaces or marks of letters are inside for some."),
        Cause.BORDER: translate("Causes", "The borders differ by other words, or in two ways."),
        Cause.VALUE: translate("Causes", "The same span has another value."),
    }


def way_names() -> dict[Way, str]:
    """Return what each way to differ from gold is called."""
    translate = QCoreApplication.translate
    causes = cause_names()
    names: dict[Way, str] = {cause: causes[cause] for cause in Cause}
    names[Cause.MISSED] = translate("Causes", "Missed")
    names[Surplus.TOO_MUCH] = translate("Causes", "Too much")
    return names


def way_advice() -> dict[Way, str]:
    """Return what each way to differ from gold says, in a sentence."""
    translate = QCoreApplication.translate
    causes = cause_advice()
    told: dict[Way, str] = {cause: causes[cause] for cause in Cause}
    told[Cause.MISSED] = translate("Causes", "Gold has a span where nothing was marked.")
    told[Surplus.TOO_MUCH] = translate("Causes", "Something was marked where gold has nothing.")
    return told
