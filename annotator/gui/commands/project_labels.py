"""The labels of the project at work, as an editor reads and changes them."""

from annotator.core.errors import AnnotatorError
from annotator.core.label_edits import LabelEdits
from annotator.core.labels import LabelSet
from annotator.gui.session import Session
from annotator.workflow.project.labels import (
    change_labels,
    may_change_labels,
    refuse_unless_seen,
    start_editing,
)


class ProjectLabels:
    """What one author may know of the labels, and do to them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def start(self) -> LabelEdits:
        """Return the labels for an editor to start from; leads alone learn how often they stand.

        Raises:
            AnnotatorError: if the file cannot be read.
        """
        if not self.may_be_changed():
            return LabelEdits(self._session.labels)
        return start_editing(self._session.project)

    def may_be_changed(self) -> bool:
        """Tell whether the author is a lead; it may have become one just now."""
        try:
            return may_change_labels(self._session.project, self._session.author.name)
        except AnnotatorError:
            return False

    def refuse_unless_seen(self, seen: LabelSet) -> None:
        """Refuse to overwrite what another program has done to the labels meanwhile.

        Raises:
            AnnotatorError: if they are not those ``seen``, or the file cannot be read.
        """
        refuse_unless_seen(self._session.project, seen)

    def change(self, labels: LabelSet, seen: LabelSet) -> bool:
        """Let the project have these labels, if it still has those ``seen``; tell if it was done.

        Where spans move, errands do it.
        """
        project, author = self._session.project, self._session.author.name
        done = self._session.act_on_project(
            lambda: change_labels(project, author, labels, seen=seen)
        )
        return done is not None
