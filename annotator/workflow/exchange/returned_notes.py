"""What comes back in a pack besides layers: questions to the lead, and what was refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.core.labels import LabelSet
from annotator.core.model import Article
from annotator.core.questions import Question
from annotator.core.rows import Kind, Row
from annotator.store.records import key_of
from annotator.workflow.exchange.returned_packs import Returned
from annotator.workflow.exchange.returned_rows import PlannedRows


@dataclass(frozen=True, slots=True)
class Refused:
    """Where an author wants no span of a label."""

    article: Article
    place: tuple[int, int, str]
    """Start, end and label."""
    quote: str
    at: str


def take_questions(rows: PlannedRows, returned: Returned, there: Mapping[str, Article]) -> int:
    """Let the questions come that were asked in a pack, and tell which answers were seen there.

    How many came is returned.  One that was in it from the beginning and is gone from the project
    stays gone.
    """
    came = 0
    for question in returned.questions:
        article = there.get(question.article_id)
        row = rows.read(Kind.QUESTION, question.id)
        if row is not None:
            if question.seen and not row["seen"] and row["answer"] == question.answer:
                rows.put(Kind.QUESTION, question.id, {**row, "seen": 1})
        elif article is not None and question.id not in returned.known.questions:
            rows.put(Kind.QUESTION, question.id, _row(question, article))
            came += 1
    return came


def refusals(
    returned: Returned, there: Mapping[str, Article], moved: Mapping[str, str], labels: LabelSet
) -> Iterator[Refused]:
    """Yield the refusals in a pack that fit the project, under the labels that stand by now."""
    for told in returned.refusals:
        article = there.get(str(told["article_id"]))
        label = moved.get(str(told["label"]), str(told["label"]))
        start, end = int(str(told["start"])), int(str(told["end"]))
        if article and label in labels and article.text[start:end] == told["quote"]:
            place = start, end, label
            yield Refused(article, place, str(told["quote"]), str(told["at"]))


def take_refusal(rows: PlannedRows, author: str, refused: Refused) -> None:
    """Let a refusal come that is not there."""
    key = key_of(author, refused.article.id, *refused.place)
    if rows.read(Kind.REFUSAL, key) is None:
        rows.put(Kind.REFUSAL, key, {"quote": refused.quote, "at": refused.at})


def _row(question: Question, article: Article) -> Row:
    return {
        "article_id": article.id,
        "author": question.author,
        "start": question.start,
        "end": question.end,
        "quote": question.quote,
        "question": question.question,
        "asked_at": question.asked_at,
        "answer": "",
        "answered_by": None,
        "answered_at": None,
        "seen": 0,
    }
