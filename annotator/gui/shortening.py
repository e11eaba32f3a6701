"""Texts of any length, shortened for where there is little room."""


def shortened(text: str, longest: int) -> str:
    """Return ``text``, or as much of it as ``longest`` letters hold, with a sign that more was."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
