"""Tasks of Label Studio as it exports them: in full, or in the short form."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
)
from annotator.core.fields import Fields, object_in_line
from annotator.core.format import ArticleRecord, ReadingOptions, Refused, SpanRecord, Unit
from annotator.core.json_files import Records, articles_in
from annotator.core.json_records import article_record
from annotator.core.json_stream import count_of, objects_in_list, shape
from annotator.core.model import LayerState, Status
from annotator.core.units import code_points_of
from annotator.core.values import Value, value_from_json
from annotator.formats.label_studio.names import (
    CERTAINTY,
    CONFIG,
    HISTORY,
    HISTORY_KEYS,
    SPAN_ID,
    TEXT,
    UNIT,
    VALUE,
)

_FULL = {"annotations[].result", "annotations[].completed_by", "predictions[].result"}
_SHORT = {"annotation_id", "lead_time", "annotator"}
_SHORT_KEYS = {*_SHORT, "id", "meta", "created_at", "updated_at", "agreement"}
_REGION_KEYS = {"start", "end", "text", "labels"}


def recognise(path: Path, head: bytes) -> bool:
    """Tell by the keys of the first task."""
    keys = {key.removeprefix("[].") for key in shape(head)}
    if "data" in keys and keys & {"annotations", "predictions", "completions", "data.text"}:
        return True
    return bool(keys & _FULL) or (len(keys & _SHORT) > 1 and TEXT in keys)


def companions(path: Path) -> Iterable[Path]:
    """Return the labelling configuration beside the tasks."""
    config = path.with_name(CONFIG)
    return [config] if config.is_file() else ()


def count(path: Path) -> int:
    """Return about how many tasks there are."""
    try:
        with path.open("rb") as file:
            return count_of(file, b'"data"') or 1
    except OSError:
        return 0


def read(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of the tasks: each once for every annotator."""

    def records(path: Path, number: int, data: dict[str, Any]) -> Records:
        return _Task(path, number, Fields(data), options).records()

    return articles_in(path, records, objects_in_list)


class _Task:
    """A text that was given to annotators, and what they made of it."""

    def __init__(self, path: Path, number: int, fields: Fields, options: ReadingOptions) -> None:
        self._path = path
        self._number = number
        self._fields = fields
        self._options = options
        self._is_short = "data" not in fields

    def records(self) -> Iterator[ArticleRecord | Refused]:
        """Yield the article once for each annotator; the first tells what is left out of the task.

        Raises:
            InvalidArticle: if it is no task of a text.
        """
        article = self._article()
        if self._is_short:
            yield self._with_layer(article, self._short_annotation(), self._short_results())
            return
        # All are read before one is given out: a task comes whole or not at all.
        records = [
            self._with_layer(article, annotation, annotation.objects("result"))
            for annotation in self._annotations()
        ]
        first, *others = records or [replace(article, author=None, state=None)]
        yield replace(first, left_out=(*self._unanswered(), *first.left_out))
        yield from others

    def _unanswered(self) -> Iterator[AnnotatorError]:
        """Yield what is told of that which no annotator stands for."""
        for key in ("predictions", "drafts"):
            if isinstance(told := self._fields.value(key), list) and told:
                yield _left_out(key, len(told))

    def _annotations(self) -> list[Fields]:
        # Versions before 1.0 called them otherwise.
        key = "annotations" if "annotations" in self._fields else "completions"
        return self._fields.objects(key) if key in self._fields else []

    def _article(self) -> ArticleRecord:
        if self._is_short and not any(key in self._fields for key in _SHORT):
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "It is no task of Label Studio: it has no “data”.")
            )
        data = self._fields if self._is_short else self._fields.inner("data")
        columns = self._options.columns_in(data.unknown(set()))
        key = columns.get("text", TEXT)
        if key not in data:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "It is no task of a text: its data has no “{key}”. Say which key holds the"
                    " text, if there is one.",
                ),
                key=key,
            )
        known = {key, "meta"}
        if self._is_short:
            known |= _SHORT_KEYS | set(_short_controls(data))
        return article_record(self._path, self._number, data.text(key), data, known, columns)

    def _short_annotation(self) -> Fields:
        told = {"completed_by": self._fields.value("annotator")}
        return Fields(told | {"lead_time": self._fields.value("lead_time")})

    def _short_results(self) -> list[Fields]:
        return [
            Fields(
                {
                    "type": "labels",
                    "value": {name: region.value(name) for name in _REGION_KEYS if name in region},
                },
                f"{key}[{number}].",
            )
            for key in _short_controls(self._fields)
            for number, region in enumerate(self._fields.objects(key))
        ]

    def _with_layer(
        self, article: ArticleRecord, annotation: Fields, results: list[Fields]
    ) -> ArticleRecord:
        assert article.text is not None  # a task without a text was refused
        regions = _Regions(article.text, results, self._options.unit or UNIT)
        author = _author(annotation)
        if author is not None:
            # Somebody has worked on it there: what our own file told of a layer is over.
            article = replace(article, author=author, state=None, guideline="", seconds=0.0)
        state = article.state or LayerState(Status.FINISHED)
        if annotation.flag("was_cancelled") and state.status is not Status.SET_ASIDE:
            state = LayerState(Status.SET_ASIDE, "Label Studio: skipped")
        return replace(
            article,
            state=state,
            seconds=article.seconds or annotation.number("lead_time"),
            spans=tuple(regions.spans),
            bad_spans=tuple(regions.bad),
            left_out=tuple(regions.left_out()),
        )


def _short_controls(fields: Fields) -> list[str]:
    """Return the keys of a task in the short form under which regions with labels stand."""
    return [
        key
        for key in fields.unknown(_SHORT_KEYS)
        if isinstance(regions := fields.value(key), list)
        and regions
        and all(isinstance(region, dict) and "start" in region for region in regions)
    ]


def _author(annotation: Fields) -> str | None:
    """Return who made it: the address of the account, or its number where no more is told."""
    who = annotation.value("completed_by")
    if isinstance(who, dict):
        account = annotation.inner("completed_by")
        return account.text_or_none("email") or _numbered(account.value("id"))
    return _numbered(who)


def _numbered(account: Any) -> str | None:
    return None if account is None else f"Label Studio {account}"


class _Regions:
    """The spans that the results of one annotation say, and what of them is none."""

    def __init__(self, text: str, results: list[Fields], unit: Unit) -> None:
        self.spans: list[SpanRecord] = []
        self.bad: list[AnnotatorError] = []
        self._other: dict[str, int] = {}
        self._untold: list[AnnotatorError] = []
        self._text = text
        self._position = code_points_of(unit, text)
        self._values: dict[str, Value] = {}
        self._unsure: set[str] = set()
        labelled = [result for result in results if not self._is_told_apart(result)]
        for result in labelled:
            try:
                self.spans.extend(self._spans(result))
            except AnnotatorError as error:
                self.bad.append(error)

    def left_out(self) -> Iterator[AnnotatorError]:
        yield from self._untold
        for kind, number in self._other.items():
            yield _left_out(kind, number)

    def _is_told_apart(self, result: Fields) -> bool:
        """Note what is said of a region, or of other things than regions of a text."""
        kind, name, region = (result.value(key) for key in ("type", "from_name", "id"))
        if kind == "labels":
            return False
        try:
            value = result.inner("value")
            if (kind, name) == ("textarea", VALUE) and isinstance(region, str):
                self._values[region] = _value(value)
                return True
            if (kind, name) == ("choices", CERTAINTY) and isinstance(region, str):
                self._unsure.add(region)
                return True
        except AnnotatorError as error:
            self._untold.append(error)
            return True
        told = str(kind) if isinstance(kind, str) else "?"
        self._other[told] = self._other.get(told, 0) + 1
        return True

    def _spans(self, result: Fields) -> Iterator[SpanRecord]:
        value, meta = result.inner("value"), result.inner("meta")
        labels = value.value("labels")
        if not isinstance(labels, list) or not labels:
            raise InvalidArticle(
                QT_TRANSLATE_NOOP("errors", "“{key}” names no label."), key=value.place("labels")
            )
        region = result.value("id")
        start = self._position(value.whole_number("start"))
        end = self._position(value.whole_number("end"))
        quote = value.raw_text("text") if "text" in value else None
        covered = self._text[max(0, start) : max(0, end)]
        # Line ends are written as these two letters, which may stand in the text themselves.
        if quote is not None and _on_one_line(quote) == _on_one_line(covered):
            quote = covered
        history = meta.inner(HISTORY)
        for label in labels:
            yield SpanRecord(
                label=Fields({"": label}, value.place("labels")).text(""),
                start=start,
                end=end,
                quote=quote,
                value=self._values.get(region) if isinstance(region, str) else None,
                proposed=meta.flag("proposed"),
                note=_note(meta),
                unsure=region in self._unsure if isinstance(region, str) else False,
                id=meta.text_or_none(SPAN_ID),
                **{key: history.text_or_none(key) for key in HISTORY_KEYS},
            )


def _on_one_line(text: str) -> str:
    return text.replace("\n", "\\n")


def _note(meta: Fields) -> str:
    """Return the remark on a region: a text, in older versions a list of them."""
    told = meta.value("text")
    lines = told if isinstance(told, list) else [told] if told is not None else []
    return "\n".join(Fields({"": line}, meta.place("text")).text("") for line in lines)


def _value(value: Fields) -> Value:
    """Return the value of a span, which stands as JSON in a text area.

    Raises:
        AnnotatorError: if there is none.
    """
    told = value.value("text")
    source = told[0] if isinstance(told, list) and len(told) == 1 else told
    if not isinstance(source, str):
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "“{key}” must be a text."), key=VALUE)
    return value_from_json(object_in_line(source.encode("utf-8", "surrogatepass")))


def _left_out(kind: str, number: int) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors", "“{kind}” of Label Studio has no place in a project: {count} left out."
        ),
        kind=kind,
        count=number,
    )
