"""Entries that a name may mean, and new ones, as the value of a span asks for them."""

from PySide6.QtCore import QCoreApplication

from annotator.arabic import ARABIC
from annotator.core.values import EntryValue
from annotator.gui.session import Session
from annotator.gui.shortening import shortened
from annotator.gui.value_lines import Offer
from annotator.workflow import registry
from annotator.workflow.registry import NEAR

_LONGEST = 60
"""How many letters of a name a sentence holds."""


def offers(session: Session, label: str, name: str) -> list[Offer]:
    """Return the entries of ``label`` that ``name`` may mean, best first."""
    return [
        Offer(EntryValue(one.entry.id, one.entry.name), one.matched, one.distance >= NEAR)
        for one in session.entries.candidates_for_span(label, name)
    ]


def named(session: Session, label: str, name: str) -> EntryValue | None:
    """Return the entry of ``label`` that is called ``name``, however that is spelled."""
    asked = ARABIC.fold(name).split()
    session.await_entries()
    for offer in offers(session, label, name):
        if asked in (ARABIC.fold(offer.matched).split(), ARABIC.fold(offer.value.name).split()):
            return offer.value
    return None


def no_such_entry(name: str) -> str:
    """Return what is told of a name that no entry has."""
    return QCoreApplication.translate(
        "Valuing",
        "No entry is called “{name}”. Choose one of the list, or make a new one with Shift+Enter.",
    ).format(name=f"\u2068{shortened(name, _LONGEST)}\u2069")


def make_entry(session: Session, label: str, name: str) -> EntryValue | None:
    """Make an entry of that name, unless there is one; ``None`` if that failed."""
    project, author = session.project, session.author.name
    entry = session.act_on_project(lambda: registry.add_entry(project, author, label, name))
    return EntryValue(entry.id, entry.name) if entry else None
