"""How an act is called in the Undo menu: "label base", "borders of date"."""

from PySide6.QtCore import QCoreApplication

from annotator.core.edits import Change
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
        "remove article": translate("ProjectActs", "removal of an article"),
        "restore article": translate("ProjectActs", "return of an article"),
    }
    return names.get(act, act)


def act_name(change: Change, labels: LabelSet, language: str) -> str:
    """Name an act; labels are called what people who read ``language`` call them."""
    translate = QCoreApplication.translate
    template = {
        "mark": translate("Session", "label {labels}"),
        "remove": translate("Session", "remove {labels}"),
        "relabel": translate("Session", "change to {labels}"),
        "resize": translate("Session", "borders of {labels}"),
        "note": translate("Session", "note on {labels}"),
        "unsure": translate("Session", "“not sure” on {labels}"),
        "value": translate("Session", "value of {labels}"),
        "finish": translate("Session", "finish"),
        "set aside": translate("Session", "set aside"),
        "reopen": translate("Session", "reopen"),
    }.get(change.act, change.act)
    names = (labels[name].shown(language) if name in labels else name for name in change.labels)
    return template.replace("{labels}", translate("Session", ", ").join(names))
