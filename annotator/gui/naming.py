"""Entries that a name may mean, and new ones, as the value of a span asks for them."""

from annotator.core.values import EntryValue
from annotator.gui.session import Session
from annotator.gui.value_lines import Offer
from annotator.workflow import registry
from annotator.workflow.registry import NEAR


def offers(session: Session, label: str, name: str) -> list[Offer]:
    """Return the entries of ``label`` that ``name`` may mean, best first."""
    return [
        Offer(EntryValue(one.entry.id, one.entry.name), one.matched, one.distance >= NEAR)
        for one in session.entries.candidates_for_span(label, name)
    ]


def make_entry(session: Session, label: str, name: str) -> EntryValue | None:
    """Make an entry of that name, unless there is one; ``None`` if that failed."""
    project, author = session.project, session.author.name
    entry = session.act_on_project(lambda: registry.add_entry(project, author, label, name))
    return EntryValue(entry.id, entry.name) if entry else None
