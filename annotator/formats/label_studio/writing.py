"""Tasks and a labelling configuration as Label Studio imports them."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.core.format import Dataset, ExportedArticle, Unit
from annotator.core.json_files import as_json
from annotator.core.json_records import carried
from annotator.core.labels import LabelSet
from annotator.core.model import Direction, Span, Status
from annotator.core.units import Convert, counted_in
from annotator.core.values import value_to_json
from annotator.formats.label_studio.names import (
    CERTAINTY,
    CONFIG,
    HISTORY,
    HISTORY_KEYS,
    LABELS,
    NOT_SURE,
    SPAN_ID,
    TASKS,
    TEXT,
    UNIT,
    VALUE,
)


def write(out: Path, dataset: Dataset) -> None:
    """Write the tasks and the configuration into the folder ``out``."""
    unit = dataset.options.unit or UNIT
    directions = set()
    with (out / TASKS).open("wb") as file:
        for number, exported in enumerate(dataset, start=1):
            task = as_json(_task_json(number, exported, unit), exported.article.name)
            file.write((b"[\n" if number == 1 else b",\n") + task)
            directions.add(exported.article.direction)
            dataset.account.write(exported.article, exported.layer)
        file.write(b"\n]\n" if directions else b"[]\n")
    shown = "ltr" if directions == {Direction.LTR} else "rtl"
    (out / CONFIG).write_text(_config(dataset.labels, shown), encoding="utf-8", newline="\n")


def _task_json(number: int, exported: ExportedArticle, unit: Unit) -> dict[str, object]:
    article, layer = exported.article, exported.layer
    # An import gives numbers of its own, but the converters of Label Studio ask for one.
    task: dict[str, object] = {"id": number, "data": {TEXT: article.text} | carried(exported)}
    if layer.status is not Status.NEW:
        position = counted_in(unit, article.text)
        task["annotations"] = [
            {
                "result": [one for span in layer for one in _results(span, position)],
                "was_cancelled": layer.status is Status.SET_ASIDE,
                "ground_truth": False,
                "lead_time": layer.seconds,
            }
        ]
    return task


def _results(span: Span, position: Convert) -> Iterator[dict[str, object]]:
    place = {
        "start": position(span.start),
        "end": position(span.end),
        "text": span.quote.replace("\n", "\\n"),
    }
    history = {key: getattr(span, key) for key in HISTORY_KEYS}
    meta: dict[str, object] = {SPAN_ID: span.id, HISTORY: history}
    if span.note:
        meta["text"] = span.note
    if span.proposed:
        meta["proposed"] = True
    region = {"id": span.id, "to_name": TEXT, "origin": "manual"}
    labels = place | {"labels": [span.label]}
    yield region | {"from_name": LABELS, "type": "labels", "value": labels, "meta": meta}
    if span.value is not None:
        told = json.dumps(value_to_json(span.value), ensure_ascii=False)
        value = place | {"text": [told]}
        yield region | {"from_name": VALUE, "type": "textarea", "value": value}
    if span.unsure:
        choice = place | {"choices": [NOT_SURE]}
        yield region | {"from_name": CERTAINTY, "type": "choices", "value": choice}


def _config(labels: LabelSet, direction: str) -> str:
    # Without the style the browser folds spaces, which are counted all the same.
    lines = [
        "<View>",
        "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
        f'  <Labels name="{LABELS}" toName="{TEXT}">',
        *(
            f"    <Label value={quoteattr(label.name)} background={quoteattr(label.colour)}"
            f" hotkey={quoteattr(label.key)}/>"
            for label in labels
        ),
        "  </Labels>",
        f'  <View style="direction: {direction}; text-align: start">',
        f'    <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>',
        "  </View>",
        f'  <TextArea name="{VALUE}" toName="{TEXT}" perRegion="true" editable="true"'
        ' maxSubmissions="1"/>',
        f'  <Choices name="{CERTAINTY}" toName="{TEXT}" perRegion="true">',
        f'    <Choice value="{NOT_SURE}"/>',
        "  </Choices>",
        "</View>",
    ]
    return "".join(f"{line}\n" for line in lines)
