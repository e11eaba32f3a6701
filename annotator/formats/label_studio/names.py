"""What the parts of a task and of the labelling configuration are called."""

from annotator.core.format import Unit

TASKS = "tasks.json"
CONFIG = "config.xml"
UNIT = Unit.CODE_POINTS
"""What offsets count, unless the options say otherwise."""
TEXT = "text"
"""The key of the text in the data of a task, and the name of what shows it."""
LABELS, VALUE, CERTAINTY = "label", "value", "certainty"
"""What the controls are called; results name them in ``from_name``."""
NOT_SURE = "not sure"
SPAN_ID = "annotator_span"
"""Under it the remarks on a region hold the id of a span of ours."""
HISTORY = "annotator_history"
"""Under it they hold how that span was drawn, and when."""
HISTORY_KEYS = ("origin", "created_at", "changed_at")
