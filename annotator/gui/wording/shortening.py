"""Texts of any length, shortened for where there is little room."""


def shortened(text: str, longest: int) -> str:
    """Return ``text``, or as much of it as ``longest`` letters hold, with a sign that more was."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def quoted(text: str) -> str:
    """Return words of an article in quotation marks, in their own direction; once is enough."""
    isolated = f"\u2068{text}\u2069"
    return isolated if text.startswith("«") and text.endswith("»") else f"«{isolated}»"
