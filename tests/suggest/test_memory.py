"""What was marked before is found again, clitics and spellings aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.sight import Sight
from annotator.core.suggestions import Suggestion
from annotator.suggest.memory import Lesson, Memory, Said


def taught(*lessons: Lesson) -> Memory:
    memory = Memory()
    memory.learn((str(number), lesson) for number, lesson in enumerate(lessons))
    return memory


def marked(label: str, *quotes: str, text: str = "") -> Lesson:
    return Lesson(tuple((quote, label) for quote in quotes), text=text)


def found(memory: Memory, text: str) -> list[tuple[str, str, float]]:
    hits: list[Suggestion] = list(memory.find(Sight(text)))
    return [(text[one.start : one.end], one.label, one.confidence) for one in hits]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("قرب قسرك اليوم", "قسرك"),
        ("قرب قسرک اليوم", "قسرک"),
        ("وبقسرك رتل", None),
        ("بقسرك رتل", "قسرك"),
        ("وقسرك رتل", "قسرك"),
        ("قسركية", None),
    ],
)
def test_a_string_is_known_in_its_spellings_and_behind_a_clitic(
    text: str, quote: str | None
) -> None:
    memory = taught(marked("base", "قسرك"))
    told = [what for what, _, _ in found(memory, text)]
    if quote is None:
        assert "قسركية" not in told
    else:
        assert told == [quote]


def test_a_string_is_the_same_in_one_line_and_in_two() -> None:
    lines = [
        "وصل رتل من عشرات الآليات أمس إلى محيط القاعدة وأعلنت وزارة",
        "الدفاع أن الرتل غادر بعد ساعات من وصوله إلى مواقعه الجديدة",
        "شرق البلاد وأن القوات المنتشرة هناك تواصل تنفيذ مهامها في",
        "محيط الحقول القريبة من الحدود كما تعمل فرق الهندسة هناك على",
        "إزالة الألغام.",
    ]
    broken = "\n".join(lines)
    for said in ("وزارة الدفاع", "وزارة\nالدفاع"):
        memory = taught(marked("actor", said))
        assert [what for what, _, _ in found(memory, broken)] == ["وزارة\nالدفاع"]
        assert [what for what, _, _ in found(memory, "قالت وزارة الدفاع")] == ["وزارة الدفاع"]
        assert found(memory, "خبر من وزارة\nالدفاع عن الوطن") == []


def test_the_longest_that_is_known_is_found() -> None:
    memory = taught(marked("actor", "الجيش", "الجيش السوري"))
    assert [what for what, _, _ in found(memory, "قال الجيش السوري إن الجيش باق")] == [
        "الجيش السوري",
        "الجيش",
    ]


def test_what_stands_bare_as_often_as_it_was_marked_is_less_sure() -> None:
    always = taught(marked("base", *["الحسكة"] * 4, text="الحسكة " * 4))
    often = taught(marked("base", *["الحسكة"] * 4, text="الحسكة " * 8))
    ((_, _, surer),) = found(always, "في الحسكة")
    ((_, _, less),) = found(often, "في الحسكة")
    assert surer == 5 / 6
    assert less == 5 / 10


def test_what_was_refused_is_less_sure() -> None:
    said = (("الحسكة", "base"),)
    ((_, _, surer),) = found(taught(marked("base", "الحسكة")), "في الحسكة")
    ((_, _, less),) = found(taught(Lesson(said, refused=said)), "في الحسكة")
    assert less < surer
    assert found(taught(Lesson(said, refused=said * 2)), "في الحسكة") == []


@pytest.mark.parametrize(("marks", "times"), [(1, 4), (1, 20), (4, 9)])
def test_what_stands_bare_more_often_than_it_was_marked_is_not_suggested(
    marks: int, times: int
) -> None:
    memory = taught(marked("base", *["المدينة"] * marks, text="المدينة " * times))
    assert found(memory, "في المدينة") == []


@pytest.mark.parametrize(
    "number",
    [
        *(
            "28",
            "١٢",
            "2019",
            "1,500",
            "3.5",
            "واحدة",
            "ألفي",
            "نصف",
            "ثلث",
            "الثلث",
            "ثلاثة أرباع",
        ),
        *("خمسة وعشرين", "500 و600", "ثلاثة أو أربعة", "3 إلى 5", "10-12", "عشرات الآلاف"),
        *("ثلاثة أرباع", "مليون وثلث", "و3", "15 و", "بـ15", "الـ15", "والمئة"),
    ],
)
def test_a_bare_number_tells_nothing_of_the_same_number_elsewhere(number: str) -> None:
    memory = taught(marked("figure", number), marked("figure", f"{number} شاحنة"))
    assert found(memory, f"في {number} منها") == []
    assert [what for what, _, _ in found(memory, f"وصلت {number} شاحنة")] == [f"{number} شاحنة"]


@pytest.mark.parametrize(
    "day", ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
)
def test_a_weekday_is_no_number(day: str) -> None:
    memory = taught(marked("date", day))
    assert [what for what, _, _ in found(memory, f"وصلوا {day} إلى المدينة")] == [day]
    assert [what for what, _, _ in found(memory, f"السبت و{day}")][-1] == day


def test_a_name_with_a_number_in_it_is_no_bare_one() -> None:
    for name in ("الفرقة 17", "5+1 الدولية", "ستة عشر تشرين", "F16"):
        memory = taught(marked("actor", name))
        assert [what for what, _, _ in found(memory, f"قصفت {name} أمس")] == [name]


def test_a_name_of_the_registry_is_known_before_anybody_marked_it() -> None:
    memory = Memory()
    memory.name([("لواء الشمال", "actor")])
    ((quote, label, confidence),) = found(memory, "أعلن لواء الشمال أمس")
    assert (quote, label) == ("لواء الشمال", "actor")
    assert 0.5 < confidence < 0.9
    memory.name([])
    assert found(memory, "أعلن لواء الشمال أمس") == []


def test_what_a_text_taught_can_be_unlearned_left_aside_and_learned_anew() -> None:
    one = marked("base", "قسرك", text="قسرك وقسرك")
    other = marked("base", "قسرك", "الشدادي", text="قسرك والشدادي")
    both, alone = taught(one, other), taught(one)
    text = "من قسرك إلى الشدادي"
    with both.without("1"):
        assert found(both, text) == found(alone, text)
    assert len(found(both, text)) == 2
    both.unlearn("1")
    assert found(both, text) == found(alone, text)
    both.learn([("1", other)])
    assert found(both, text) == found(taught(one, other), text)


WORDS = ("قسرك", "قاعدة", "الجيش", "السوري", "وقسرك", "للجيش", "15")
quotes = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
said = st.tuples(quotes, st.sampled_from(["base", "actor"]))
some_said = st.lists(said, max_size=4).map(tuple)
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
lessons = st.builds(Lesson, some_said, some_said, texts)
steps = st.lists(
    st.one_of(
        st.lists(st.tuples(st.sampled_from("abc"), lessons), max_size=3).map(
            lambda some: ("learn", some)
        ),
        st.sampled_from("abc").map(lambda key: ("unlearn", key)),
        some_said.map(lambda names: ("name", names)),
    ),
    max_size=10,
)


@given(steps, texts, st.sampled_from("abc"), some_said)
def test_whatever_came_first_it_knows_what_one_does_that_learns_all_at_once(
    steps: list[tuple[str, tuple[object, ...]]],
    text: str,
    aside: str,
    names_aside: tuple[Said, ...],
) -> None:
    memory = Memory()
    left: dict[str, Lesson] = {}
    names: tuple[Said, ...] = ()
    for act, told in steps:
        getattr(memory, act)(told)
        if act == "learn":
            left |= dict(told)
        elif act == "unlearn":
            left.pop(told, None)
        else:
            names = told

    def fresh(without: str = "", *, but: tuple[Said, ...] = ()) -> Memory:
        new = Memory()
        new.name([name for name in names if name not in but])
        new.learn([(key, lesson) for key, lesson in left.items() if key != without])
        return new

    before = found(memory, text)
    assert before == found(fresh(), text)
    with memory.without(aside, names_aside):
        assert found(memory, text) == found(fresh(aside, but=names_aside), text)
    assert found(memory, text) == before
