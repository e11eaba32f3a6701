"""How an act is called in the Undo menu: "label base", "borders of date"."""

from PySide6.QtCore import QCoreApplication

from annotator.core.edits import Change
from annotator.core.history import UndoStack
from annotator.core.labels import LabelSet


def project_act_name(act: str) -> str:
    """Name an act on the project."""
    translate = QCoreApplication.translate
    names: dict[str, str] = {
        "labels": translate("ProjectActs", "change of the labels"),
        "merge labels": translate("ProjectActs", "merging of labels"),
        "entry": translate("ProjectActs", "change of an entry"),
        "merge entries": translate("ProjectActs", "merging of entries"),
        "import entries": translate("ProjectActs", "import of entries"),
        "properties": translate("ProjectActs", "settings of the project"),
        "guidelines": translate("ProjectActs", "change of the guidelines"),
        "assign": translate("ProjectActs", "handing out of articles"),
        "merge packs": translate("ProjectActs", "merging of packs"),
        "test": translate("ProjectActs", "giving of a test"),
        "end test": translate("ProjectActs", "end of a test"),
        "remove article": translate("ProjectActs", "removal of an article"),
        "restore article": translate("ProjectActs", "return of an article"),
    }
    return names.get(act, act)


def act_name(change: Change, labels: LabelSet, language: str) -> str:
    """Name an act; labels are called what people who read ``language`` call them."""
    translate = QCoreApplication.translate
    if change.act in ("mark all", "unmark all") and not change.labels:
        return translate("Session", "mentions in other articles")
    template = {
        "mark": translate("Session", "label {labels}"),
        "mark all": translate("Session", "label {labels} on all mentions"),
        "remove": translate("Session", "remove {labels}"),
        "unmark all": translate("Session", "remove {labels} from all mentions"),
        "relabel": translate("Session", "change to {labels}"),
        "resize": translate("Session", "borders of {labels}"),
        "split": translate("Session", "split of {labels}"),
        "merge": translate("Session", "merging of {labels}"),
        "note": translate("Session", "note on {labels}"),
        "unsure": translate("Session", "“not sure” on {labels}"),
        "value": translate("Session", "value of {labels}"),
        "accept": translate("Session", "suggestion {labels}"),
        "accept all": translate("Session", "all sure suggestions"),
        "refuse": translate("Session", "refusal of a suggestion"),
        "suggest": translate("Session", "layer of suggestions"),
        "finish": translate("Session", "finish"),
        "set aside": translate("Session", "set aside"),
        "reopen": translate("Session", "reopen"),
        "details": translate("Session", "details of the article"),
    }.get(change.act, change.act)
    names = (labels[name].shown(language) if name in labels else name for name in change.labels)
    return template.replace("{labels}", translate("Session", ", ").join(names))


def stack_names(stack: UndoStack, labels: LabelSet, language: str) -> tuple[list[str], list[str]]:
    """Name the acts that can be taken back, and those that can be done again, oldest first."""
    return (
        [act_name(row.change, labels, language) for row in stack.done],
        [act_name(row.change, labels, language) for row in reversed(stack.undone)],
    )
