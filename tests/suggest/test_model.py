"""The model learns what it is shown, nested spans among it, and counts what it cannot learn."""

import pytest

from annotator.suggest.model import Example, Model, Trainer, not_learned

TEXT = "وصل رتل إلى قاعدة «{name}» في {day}، وقال متحدث باسم {body} إن {count} شاحنة تحركت."
NAMES = ("قسرك", "التنف", "رميلان", "حرير", "الشدادي", "المزة", "العمر", "تدمر")
DAYS = ("الأحد الماضي", "أمس الاثنين", "15 فبراير", "مطلع الشهر")
BODIES = ("وزارة الدفاع", "التحالف الدولي", "قيادة التنف", "الجيش السوري")


def example(number: int) -> Example:
    parts = {
        "name": NAMES[number % len(NAMES)],
        "day": DAYS[number % len(DAYS)],
        "body": BODIES[(number // 2) % len(BODIES)],
        "count": str(number + 10),
    }
    text = TEXT.format(**parts)
    labels = {"name": "base", "day": "date", "body": "actor", "count": "figure"}
    spans = [
        (text.index(words), text.index(words) + len(words), labels[part])
        for part, words in parts.items()
    ]
    inside = text.find("التنف", text.index(parts["body"]))
    if "التنف" in parts["body"]:
        spans.append((inside, inside + len("التنف"), "base"))
    return Example(text, tuple(sorted(spans)))


def test_what_was_learned_is_found_in_a_new_text() -> None:
    labels = ["base", "date", "actor", "figure"]
    told: list[tuple[int, int]] = []
    examples = [example(number) for number in range(40)]
    trained = Trainer(examples).train(labels, lambda *d: told.append(d))
    assert told == [(done, 4) for done in range(5)]
    assert not_learned(examples, labels) == dict.fromkeys(labels, 0)
    new = example(57)
    found = list(Model(trained).find(new.text))
    assert {(one.start, one.end, one.label) for one in found} == set(new.spans)
    assert all(0 < one.confidence <= 1 and one.sources == ("model",) for one in found)


def test_a_span_within_another_label_is_learned_and_one_within_a_token_is_counted() -> None:
    text = "أعلنت قيادة التنف عن رتل"
    place = text.index("التنف")
    nested = Example(text, ((6, 17, "actor"), (place, place + 5, "base")))
    cut = Example(text, ((place + 2, place + 5, "base"), (7, 9, "base")))
    assert not_learned([nested, nested], ["actor", "base"]) == {"actor": 0, "base": 0}
    assert not_learned([nested, cut], ["base"]) == {"base": 1}
    found = Model(Trainer([nested, nested]).train(["actor", "base"], lambda *_: None)).find(text)
    assert {(one.start, one.end, one.label) for one in found} == set(nested.spans)


def test_examples_can_be_left_aside() -> None:
    examples = [example(number) for number in range(40)]
    trainer = Trainer(examples)
    some = trainer.train(["base"], lambda *_: None, without=set(range(20)))
    assert some == Trainer(examples[20:]).train(["base"], lambda *_: None)
    assert some != trainer.train(["base"], lambda *_: None)


def test_without_spans_of_a_label_there_is_no_field_for_it() -> None:
    trained = Trainer([Example("نص", ())]).train(["base"], lambda *_: None)
    assert trained == {}
    assert list(Model(trained).find("نص آخر")) == []


@pytest.mark.parametrize("text", ["", " ", "\u200f", "\ud800 نص", "0" * 50_000, "(" * 50_000])
def test_any_text_can_be_looked_at(text: str) -> None:
    trained = Trainer(list(map(example, range(8)))).train(["base"], lambda *_: None)
    for one in Model(trained).find(text):
        assert 0 <= one.start < one.end <= len(text)
