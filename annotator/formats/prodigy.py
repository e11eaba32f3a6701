"""Prodigy: JSON lines, a task a line, as ``db-out`` writes and ``db-in`` reads them.

Offsets count code points.  Spans carry all that is said of them under keys of their own, which
Prodigy keeps.  Its manual recipes show tokens and mark whole ones: the words are written, cut after
their clitics, and so is all between them, lest a sign is not seen.  A span that begins and ends
with tokens says which (the last one inclusive); one that cuts a token has its place in characters
alone, and Prodigy shows it only where it is told to mark characters.

``answer``: what was accepted is finished.  What was ignored, which Prodigy trains on never, is set
aside.  A rejected task says that its spans are wrong: they are not taken but counted among what was
left out, and the article is set aside.  A task without an answer waits for one: its spans are a
proposal, not taken either.  Tokens are not read, nor what was said of a task as a whole.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import regex

from annotator.core.errors import (
    QT_TRANSLATE_NOOP,
    AnnotatorError,
    InvalidArticle,
)
from annotator.core.fields import Fields
from annotator.core.format import (
    ArticleRecord,
    Dataset,
    ExportedArticle,
    Format,
    ReadingOptions,
    SpanRecord,
    Unit,
)
from annotator.core.json_files import Records, articles_in, as_json, lines_in
from annotator.core.json_records import (
    OWN_KEY,
    SPAN_KEYS,
    article_record,
    carried,
    left_out,
    refuse_spans_of_others,
    relations_left_out,
    span_record,
)
from annotator.core.json_stream import shape
from annotator.core.model import LayerState, Span, Status
from annotator.core.tokens import Tokenizer

_MARKS = {
    *("answer", "_input_hash", "_task_hash", "_annotator_id", "_session_id", "_view_id"),
    "tokens[].start",
}
"""What a task has and no line of other programs."""
_ANNOTATORS = ("_annotator_id", "_session_id")
_SPAN_KEYS = {*SPAN_KEYS, "token_start", "token_end", "text"}
_KNOWN = {"text", "spans", "tokens", "answer", "meta", "relations", *_ANNOTATORS}
_ANSWERS = {
    "accept": LayerState(Status.FINISHED),
    "reject": LayerState(Status.SET_ASIDE, "Prodigy: reject"),
    "ignore": LayerState(Status.SET_ASIDE, "Prodigy: ignore"),
}
_BETWEEN = regex.compile(r"\s+|\X")


def recognise(path: Path, head: bytes) -> bool:
    """Tell by what Prodigy adds to a task: a line of text and spans alone is a native one."""
    keys = shape(head)
    return "text" in keys and not keys.isdisjoint(_MARKS)


def read(path: Path, options: ReadingOptions) -> Records:
    """Yield the articles of the file, line by line."""
    return articles_in(path, _records)


def _records(path: Path, number: int, data: dict[str, Any]) -> Records:
    record = _record(path, number, data)
    if record.spans is None and data.get("spans"):
        record = replace(record, left_out=(_not_taken("no answer", data["spans"]),))
    yield record


def _record(path: Path, number: int, data: dict[str, Any]) -> ArticleRecord:
    if data.get("text") is None:
        raise InvalidArticle(QT_TRANSLATE_NOOP("errors", "It is not an article: it has no “text”."))
    if OWN_KEY in data:
        data = {key: value for key, value in data.items() if key != "meta"}  # it is for show
    fields = Fields(data)
    refuse_spans_of_others(fields, FORMAT.name, ("spans",))
    # The text is checked, and its surrogates refused, when it is cleaned.
    record = article_record(path, number, fields.raw_text("text"), fields, _KNOWN)
    record = replace(
        record,
        author=next((fields.text(key) for key in _ANNOTATORS if key in fields), record.author),
        state=_state(fields, record.state),
    )
    if record.state is None:
        return record
    spans, bad, other = _spans(fields)
    if fields.value("answer") == "reject" and (spans or bad):
        spans, bad, other = [], [], [_not_taken("reject", [*spans, *bad])]
    if relations := fields.value("relations"):
        other.append(relations_left_out(relations))
    return replace(record, spans=tuple(spans), bad_spans=tuple(bad), left_out=tuple(other))


def _state(fields: Fields, own: LayerState | None) -> LayerState | None:
    """Return the state that the answer gives, with the reason of our ``own`` if it says the same.

    Raises:
        InvalidArticle: if Prodigy gives no such answer.
    """
    answer = fields.text_or_none("answer")
    if answer is None:
        return own
    if answer not in _ANSWERS:
        raise InvalidArticle(
            QT_TRANSLATE_NOOP("errors", "“{key}” must be one of {known}."),
            key="answer",
            known=", ".join(_ANSWERS),
        )
    told = _ANSWERS[answer]
    return own if own is not None and own.status is told.status else told


def _spans(
    fields: Fields,
) -> tuple[list[SpanRecord], list[AnnotatorError], list[AnnotatorError]]:
    """Return the spans that can be read, what ails the others, and what has no place."""
    spans: list[SpanRecord] = []
    bad: list[AnnotatorError] = []
    unknown: dict[str, None] = {}
    for span in fields.objects("spans") if "spans" in fields else ():
        unknown |= dict.fromkeys(span.unknown(_SPAN_KEYS))
        try:
            record = span_record(span)
            if record.quote is None and "text" in span:
                record = replace(record, quote=span.raw_text("text"))
            spans.append(record)
        except AnnotatorError as error:
            bad.append(error)
    return spans, bad, [left_out(key) for key in unknown]


def _not_taken(answer: str, spans: Any) -> InvalidArticle:
    return InvalidArticle(
        QT_TRANSLATE_NOOP(
            "errors",
            "Only accepted spans of Prodigy are taken: {count} with “{answer}” were left out.",
        ),
        count=len(spans) if isinstance(spans, list) else 1,
        answer=answer,
    )


def write(out: Path, dataset: Dataset) -> None:
    """Write the articles to ``out``, a line each, as answered tasks of ``spans_manual``."""
    tokenizer = Tokenizer(dataset.language)
    with out.open("wb") as file:
        for exported in dataset:
            file.write(as_json(_line(exported, tokenizer), exported.article.name) + b"\n")
            dataset.account.write(exported.article, exported.layer)


def _line(exported: ExportedArticle, tokenizer: Tokenizer) -> dict[str, object]:
    article, layer = exported.article, exported.layer
    tokens = list(_tokens(article.text, tokenizer))
    line: dict[str, object] = {
        "text": article.text,
        "meta": {"name": article.name, "published": article.published},
        "tokens": [
            {
                "text": article.text[start:end],
                "start": start,
                "end": end,
                "id": number,
                "ws": article.text[end : end + 1] == " ",
            }
            for number, (start, end) in enumerate(tokens)
        ],
    }
    if layer.status is not Status.NEW:
        starts, ends = [start for start, _ in tokens], [end for _, end in tokens]
        line["spans"] = [_span_json(span, starts, ends) for span in layer]
        line["_annotator_id"] = layer.author
    if layer.status in (Status.FINISHED, Status.SET_ASIDE):
        line["answer"] = "accept" if layer.status is Status.FINISHED else "ignore"
    return line | carried(exported)


def _tokens(text: str, tokenizer: Tokenizer) -> Iterator[tuple[int, int]]:
    """Yield tokens that hold all of ``text`` but the single spaces after them."""
    done = 0
    for start, end in (*tokenizer.tokens(text), (len(text), len(text))):
        # The space after a token is told by the token, as it nearly always is all there is.
        is_told = done > 0 and text.startswith(" ", done)
        if done + is_told < start:
            for between in _BETWEEN.finditer(text, done, start):
                first = between.start()
                first += first > 0 and text[first] == " " and not text[first - 1].isspace()
                if first < between.end():
                    yield first, between.end()
        if start < end:
            yield start, end
        done = end


def _span_json(span: Span, starts: list[int], ends: list[int]) -> dict[str, object]:
    first, last = bisect_left(starts, span.start), bisect_left(ends, span.end)
    data = span.to_json()
    if starts[first : first + 1] == [span.start] and ends[last : last + 1] == [span.end]:
        data |= {"token_start": first, "token_end": last}
    return data


FORMAT = Format(
    name="prodigy",
    suffixes=(".jsonl",),
    unit=Unit.CODE_POINTS,
    nested=True,
    subword=True,
    has_tokens=True,
    recognise=recognise,
    read=read,
    count=lines_in,
    write=write,
)
