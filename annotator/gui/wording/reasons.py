"""Why an article is set aside: what the file says, and how the window says it.

The file holds the kind in English, whatever the window speaks, and the author's own words.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication

UNUSABLE: Final = "cannot be used"
ASK_LEAD: Final = "ask the lead"
_BETWEEN: Final = ": "


def stored_reason(kind: str, words: str) -> str:
    """Return the reason as the file holds it, in one line."""
    words = " ".join(words.split())
    return f"{kind}{_BETWEEN}{words}" if words else kind


def shown_reason(reason: str) -> str:
    """Return a reason as the window says it."""
    kind, between, words = reason.partition(_BETWEEN)
    return kinds().get(kind, kind) + between + words


def kinds() -> dict[str, str]:
    """Return the kinds of reason, and what the window calls them."""
    return {
        UNUSABLE: QCoreApplication.translate("Reasons", "It cannot be used"),
        ASK_LEAD: QCoreApplication.translate("Reasons", "Ask the lead"),
    }
