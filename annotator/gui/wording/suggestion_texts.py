"""Suggestions in words."""

from PySide6.QtCore import QCoreApplication

from annotator.core.suggestions import Suggestion

_SUREST = 99
"""Per cent: nothing is certain until somebody has taken it."""


def told_suggestion(
    suggestion: Suggestion, what: str, number: int, count: int, *, is_changed: bool
) -> str:
    """Say of the suggestion at hand ``what`` it says, who found it, and how sure that is.

    With borders that somebody has changed it is no longer what its sources were sure of.
    """
    translate = QCoreApplication.translate
    names = {
        "memory": translate("Suggesting", "marked before"),
        "rules": translate("Suggesting", "rules"),
        "model": translate("Suggesting", "the model"),
    }
    found = translate("Suggesting", ", ").join(names.get(one, one) for one in suggestion.sources)
    percent = f"{min(_SUREST, round(100 * suggestion.confidence))}\N{NO-BREAK SPACE}%"
    if is_changed:
        told = translate(
            "Suggesting", "Suggestion {number} of {count}: {what} ({found}, with other borders)"
        )
    else:
        told = translate(
            "Suggesting", "Suggestion {number} of {count}: {what} ({found}, {percent})"
        )
    return told.format(
        number=number,
        count=count,
        what=f"\u2068{what}\u2069",
        found=found,
        percent=f"\u2066{percent}\u2069",
    )
