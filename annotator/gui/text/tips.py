"""What is said of a span while the mouse rests on its chip or lane."""

from html import escape

from PySide6.QtCore import QCoreApplication

from annotator.core.model import Span
from annotator.core.values import DateValue
from annotator.gui.wording.value_text import plain_date, short_value


def span_tip(span: Span, label: str) -> str:
    """Return label, value and note of a span as rich text; quotes of articles are no markup."""
    lines = [f"<b>{escape(label)}</b>{_value(span)}"]
    if span.note:
        lines.append(escape(span.note).replace("\n", "<br>"))
    return "<br>".join(lines)


def _value(span: Span) -> str:
    if span.value is None:
        return ""
    said = short_value(span.value)
    if isinstance(span.value, DateValue):
        edtf = span.value.edtf
        words = plain_date(edtf)
        said = f"{said} · {words}" if words not in ("", edtf) else said
    return f": {escape(_with_doubt(span, said))}"


def told_value(span: Span) -> str:
    """Return the value of a span for screen readers, and whether it is only proposed."""
    return _with_doubt(span, short_value(span.value))


def _with_doubt(span: Span, said: str) -> str:
    if not said or not span.proposed:
        return said
    return QCoreApplication.translate("Values", "{value} (proposed)").format(value=said)
