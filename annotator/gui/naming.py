"""Entries that a name may mean, and new ones, as the value of a span asks for them."""

from annotator.arabic import ARABIC
from annotator.core.adjudication import derived_id
from annotator.core.values import EntryValue
from annotator.gui.session import Session
from annotator.gui.value_lines import Offer


def offers(session: Session, label: str, name: str) -> list[Offer]:
    """Return the entries of ``label`` that ``name`` may mean, best first."""
    wanted = ARABIC.fold(name)
    names: list[tuple[str, str]] = session.read(
        lambda: list(session.project.registry.names(label)), []
    )
    return [
        Offer(EntryValue(entry, known), known, ARABIC.fold(known) != wanted)
        for entry, known in names
        if wanted[:3] and ARABIC.fold(known).startswith(wanted[:3])
    ][:8]


def make_entry(session: Session, label: str, name: str) -> EntryValue | None:
    """Make an entry of that name, unless there is one; ``None`` if that failed."""
    return EntryValue(derived_id(label, ARABIC.fold(name)), name)
