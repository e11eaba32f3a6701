"""What all sources together suggest is held against gold as it would be offered."""

from annotator.core.labels import LabelSet
from annotator.core.model import Article, Layer, Span
from annotator.core.progress import Quiet
from annotator.core.suggestions import Suggestion
from annotator.core.text import sha256_of
from annotator.suggest.memory import Lesson, Memory
from annotator.suggest.model import Example, Model, Trainer
from annotator.workflow.suggesting.evaluating import TOGETHER, counts_for, hold_against
from annotator.workflow.suggesting.sources import (
    SOURCES,
    Knowledge,
    SettledArticle,
    hints_of,
    rule_suggestions,
)

LABELS = LabelSet.default()
NAME = "قسرك"
TEXT = "وصل رتل من {} شاحنة إلى قاعدة {} أمس، وقال متحدث إن الرتل كبير."


def model_that_agrees_with_rules() -> Model:
    names = "الشدادي", "التنف", "الرميلان", NAME
    texts = [TEXT.format(number, name) for number, name in enumerate(names, start=30)]
    told = [hints_of(rule_suggestions(text, LABELS)) for text in texts]
    examples = [Example(text, some, some) for text, some in zip(texts, told, strict=True)]
    names_of_labels = [label.name for label in LABELS]
    return Model(Trainer(examples).train(names_of_labels, Quiet().advance))


def test_the_model_that_agrees_with_the_rules_overrules_no_surer_memory() -> None:
    text = TEXT.format(40, NAME)
    start = text.index(NAME)
    span = Span(start, start + len(NAME), "actor", NAME)
    memory = Memory()
    memory.learn([("", Lesson(((NAME, "actor"),) * 18))])
    known = Knowledge(LABELS, memory, uses_rules=True, model=model_that_agrees_with_rules())

    def sure(some: list[Suggestion], label: str) -> float:
        (there,) = [one for one in some if one.place == (span.start, span.end, label)]
        return there.confidence

    found = known.suggestions(text)
    rules, model = sure(found["rules"], "base"), sure(found["model"], "base")
    assert min(rules, model) < sure(found["memory"], "actor") < 1 - (1 - rules) * (1 - model)

    article = Article("a", "a.txt", "a", text, sha256_of(text))
    settled = SettledArticle(article, Layer("a", "gold", (span,)))
    counts = counts_for(SOURCES, LABELS)
    hold_against([settled], known, counts, Quiet())
    together = counts[TOGETHER]
    assert (together.exact["actor"], together.suggested["actor"]) == (1, 1)
    assert together.suggested["base"] == 0
