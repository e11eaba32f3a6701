"""What is said of the queue of open conflicts."""

from PySide6.QtCore import QCoreApplication


def nothing_told(count: int, *, is_comparing: bool) -> str:
    """Say why no conflict is listed of so many that are open."""
    translate = QCoreApplication.translate
    if count:
        return translate("Reviewing", "No open conflict is like that.")
    if is_comparing:
        return translate("Reviewing", "Comparing the layers…")
    return translate("Reviewing", "No conflict is open: all that was finished is settled.")


def place_told(place: int | None, length: int, article: str) -> str:
    """Say which of the listed conflicts is at hand, and in which article."""
    article = f"\u2068{article}\u2069"
    if place is None:
        return article
    return QCoreApplication.translate("Reviewing", "{number} of {all} · {article}").format(
        number=f"{place + 1:,}", all=f"{length:,}", article=article
    )
