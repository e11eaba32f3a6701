"""Whether a span may have its value: of the kind of its label, its entry known to the registry.

Imports and edits both ask here, so that no path stores what ``check`` calls damage.
"""

from collections.abc import Iterable
from dataclasses import replace

from annotator.arabic import ARABIC
from annotator.core.errors import QT_TRANSLATE_NOOP, InvalidValue
from annotator.core.labels import LabelSet
from annotator.core.model import Span
from annotator.core.registry import name_key
from annotator.core.values import EntryValue, kind_of, value_from_json, value_to_json
from annotator.store.project import Project
from annotator.workflow.acts.entry_names import names_of


class Entries:
    """The registry as one transaction sees it; what is new comes into it with ``add``."""

    def __init__(self, project: Project, labels: LabelSet) -> None:
        self._project = project
        self._registry = project.registry
        self._labels = labels
        self._label_of: dict[str, str] = {}
        self._new: dict[tuple[str, str], str] = {}
        """The ids of entries that are about to come, by their labels and folded names."""

    def fitting(self, span: Span) -> Span:
        """Return ``span`` with a value that it may have.

        An entry that is unknown by its id but known by its folded name, or an alias, is the known
        one.

        Raises:
            UnknownName: if the project has no such label.
            InvalidValue: if the label cannot have such a value, or the entry is another label's.
        """
        label = self._labels[span.label]
        value = value_from_json(value_to_json(span.value))
        if value is None:
            return span
        if kind_of(value) is not label.value:
            raise InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors", "“{quote}” at {start} has a value that a {label} cannot have."
                ),
                quote=span.quote,
                start=span.start,
                label=span.label,
            )
        if isinstance(value, EntryValue):
            return replace(span, value=self._known(span, value))
        return span

    def add(self, spans: Iterable[Span]) -> None:
        """Make entries of those that ``spans`` mean and the registry does not know."""
        entries = [(s.label, s.value) for s in spans if isinstance(s.value, EntryValue)]
        if entries:
            self._registry.add_unknown(entries)

    def id_of(self, entry: str) -> str:
        """Return the id of the entry that stands for the one of that id."""
        names = names_of(self._project)
        known = names.get(entry)
        return names.standing_for(known).id if known else entry

    def _known(self, span: Span, value: EntryValue) -> EntryValue:
        label = self._label_of.get(value.entry) or self._registry.label_of(value.entry)
        if label is None:
            key = name_key(value.name, ARABIC.fold)
            known = self._named(span.label, key)
            if known is not None:
                return replace(value, entry=known)
            if key:
                self._new[span.label, key] = value.entry
            label = span.label
        self._label_of[value.entry] = label
        if label != span.label:
            raise InvalidValue(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{quote}” at {start} is a {label}, but its entry “{name}” is a {other}.",
                ),
                quote=span.quote,
                start=span.start,
                label=span.label,
                name=value.name,
                other=label,
            )
        return value

    def _named(self, label: str, key: str) -> str | None:
        for name in names_of(self._project).exact(label, key):
            return name.entry
        return self._new.get((label, key))
