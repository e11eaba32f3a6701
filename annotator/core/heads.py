"""How a file begins: what a preview shows of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileHead:
    """The first lines of a file."""

    name: str
    lines: tuple[str, ...] | None
    """``None`` where it holds no text."""
    is_cut: bool = False
    """Whether more follows."""
    is_prose: bool = False
    """Whether it is text to be read, of either direction, and no code."""
