"""How an act is called in the Undo menu: "label base", "borders of date"."""

from PySide6.QtCore import QCoreApplication

from annotator.core.edits import Change
from annotator.core.labels import LabelSet


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
