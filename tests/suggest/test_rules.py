"""What the rules promise of any text: places, readers, order, nesting, and a linear cost."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.arabic.bases_in_text import bases_in
from annotator.arabic.sight import Sight
from annotator.core.labels import LabelSet
from annotator.core.text import whole_letters
from annotator.suggest.rules import CONFIDENCE, Found, found_by_rules
from tests.growth import grows_evenly

NESTED = "نُقل الجنود إلى غرفة عمليات التنف في 12 فبراير."
WORDS = st.sampled_from(
    [
        *("قاعدة", "التنف", "قسرك", "و", "في", "وزارة", "الدفاع", "السورية", "سوريا", "واشنطن"),
        *("15", "فبراير", "2026", "ألف", "جندي", "ثلاثة", "10%", "من", "بين", "عام", "منذ"),
        *("الرئيس", "أحمد", "الشرع", "محمد", "ل", "لل", "بال", "،", ".", "«", "»", "(", ")"),
        *("-", "/", ":", "\u0651", "\u200f", " ", "\n"),
    ]
)


def quotes(text: str, reader: str) -> list[str]:
    return [text[one.start : one.end] for one in found_by_rules(text) if one.reader == reader]


def of_reader(found: list[Found], reader: str) -> Iterator[Found]:
    return (one for one in found if one.reader == reader)


def test_the_readers_are_those_of_the_default_labels() -> None:
    assert CONFIDENCE.keys() == {label.reader for label in LabelSet.default()}


def test_a_confidence_is_a_share() -> None:
    assert all(0 < sure < 1 for row in CONFIDENCE.values() for sure in row.values())


def test_a_base_within_the_name_of_an_actor_is_found_too() -> None:
    assert quotes(NESTED, "actor") == ["غرفة عمليات التنف"]
    assert quotes(NESTED, "base") == ["التنف"]


def test_a_date_within_the_name_of_an_actor_is_found_too_and_is_no_figure() -> None:
    text = "رعته اللجنة المشتركة لاتفاق 10 آذار بين الطرفين."
    assert quotes(text, "actor") == ["اللجنة المشتركة لاتفاق 10 آذار"]
    assert quotes(text, "date") == ["10 آذار"]
    assert quotes(text, "figure") == []


def test_a_number_within_a_name_is_no_figure() -> None:
    text = "وصلت الفرقة 60 إلى قاعدة K1 أمس."
    assert quotes(text, "actor") == ["الفرقة 60"]
    assert quotes(text, "base") == ["K1"]
    assert quotes(text, "figure") == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("وصلت الفرقة الخامسة إلى المنطقة.", ["الفرقة الخامسة"]),
        (
            "تحركت الفرقة الخامسة عشرة واللواء الحادي والعشرون أمس.",
            ["الفرقة الخامسة عشرة", "اللواء الحادي والعشرون"],
        ),
        ("وقالت كتيبة الدفاع الجوي إنها ردت.", ["كتيبة الدفاع الجوي"]),
        ("شارك لواء الدفاع الساحلي وسرية المشاة.", ["لواء الدفاع الساحلي", "سرية المشاة"]),
    ],
)
def test_a_unit_is_named_by_its_number_or_its_arm(text: str, actors: list[str]) -> None:
    assert quotes(text, "actor") == actors
    assert quotes(text, "figure") == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("اشتباكات على الحدود بين سوريا والعراق.", []),
        ("أُغلق الطريق بين دمشق وبيروت.", []),
        ("توتر بين العراق وتركيا.", ["العراق", "تركيا"]),
        ("علاقات بين موسكو وطهران.", ["موسكو", "طهران"]),
    ],
)
def test_states_are_places_where_a_border_or_a_road_lies_between_them(
    text: str, actors: list[str]
) -> None:
    assert quotes(text, "actor") == actors


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("جرى قصف قاعدة سليم درويش الجوية فجرا.", ["سليم درويش"]),
        ("زار قاعدة التنف والقوات الجوية فيها.", ["التنف"]),
        ("انسحبوا من معسكر صغير في الريف.", []),
        ("استهدفوا ثلاث قواعد بالصواريخ.", []),
        ("سلسلة قواعد أقيمت قبالة الساحل.", []),
        ("لها قواعد عدة، أهمها رملان وتل الزهور.", ["رملان", "تل الزهور"]),
        ("خمس قواعد، اثنتان منها في العراق هي الشدادي والتنف.", ["الشدادي", "التنف"]),
        ("المواقع:\n1) الخادم، شرق المدينة\n2) الجفرة، في الوسط", ["الخادم", "الجفرة"]),
        ("خبر آخر.\n\n#عين_الأسد #العراق", ["عين_الأسد"]),
        ("انفجارات قرب عين_الأسد أمس.", ["عين_الأسد"]),
        ("دخلوا التنف (Al-Tanf Garrison) ليلا.", ["التنف", "Al-Tanf Garrison"]),
        ("قاعدة حميميم (2015) وقاعدة التنف (رويترز)", ["حميميم", "التنف"]),
        ("قالت قاعدة حميميم (AFP) ذلك.", ["حميميم"]),
        ("قتل قيادي في تنظيم القاعدة في كيدال.", []),
        ("القاعدة العسكرية في كيدال.", ["كيدال"]),
        ("عاد جنود من تمبكتو إلى بيوتهم.", []),
        ("انسحاب القوات من هيمو.", ["هيمو"]),
        ("لهم قواعد اشتباك وسلوك.", []),
        ("أقام المنتخب معسكرا إعداديا.", []),
        ("كسب قاعدة ناخبين واسعة.", []),
        ("من القاعدة الواقعة في ريف الحسكة الشمالي.", []),
        ("القاعدة الأميركية الواقعة في محافظة الحسكة.", []),
        ("القاعدة الواقعة في بلدة رميلان.", ["رميلان"]),
        ("قاعدة تقع قرب الحدود ومعسكر يقع شمال المدينة.", []),
        ("قاعدة تبعد 10 كيلومترات عن حامية تتمركز هناك.", []),
        ("على قاعدة الاحترام المتبادل وقاعدة المساواة.", []),
    ],
)
def test_a_base_is_named_whole_and_what_is_said_of_one_is_no_name(
    text: str, bases: list[str]
) -> None:
    assert quotes(text, "base") == bases


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("ترجمة وتحرير: سناء الديري\n\nنص الخبر هنا.", ["سناء الديري"]),
        ("عنوان الخبر\n\nتونس / سناء الديري\n\nنص الخبر هنا.", ["سناء الديري"]),
        ("عنوان الخبر\n\nبيروت ـ سناء الديري\n\nنص الخبر هنا.", ["سناء الديري"]),
        ("عنوان الخبر\n\nبيروت - قسم الأخبار\n\nنص الخبر هنا.", []),
        ("عنوان الخبر\n\nبيروت - شبكة أصداء الوادي\n\nنص الخبر هنا.", ["أصداء الوادي"]),
        ("تقول فيورينا بلاتشي، الباحثة في الشأن الليبي، إن ذلك بعيد.", ["فيورينا بلاتشي"]),
        ("يرى دونكان ريدلي، وهو باحث، أن ذلك بعيد.", ["دونكان ريدلي"]),
        ("قال الرائد تيمو هالونن، المتحدث الرسمي.", ["تيمو هالونن"]),
        ("الجزيرة التي سيطرت عليها إريتريا قبل عقود.", ["إريتريا"]),
        ("وجهوا اتهاما مباشرا إلى الإمارات أمس.", ["الإمارات"]),
        ("وهي تعوّل على تركيا في ذلك.", ["تركيا"]),
        ("ملف القاعدة البحرية الروسية.", []),
        ("قال عضو لجنة الأمن والدفاع النيابية.", ["لجنة الأمن والدفاع النيابية"]),
        ("حللت صورا فضائية للقاعدة.", []),
        ("وقال المصدر المطلع إن ذلك بعيد.", []),
        ("وأعلنت كوستاريكا ذلك.", ["كوستاريكا"]),
        ("زار محمد حسن حلب.", ["محمد حسن"]),
        ("وصل أحمد حسن للتفاوض.", ["أحمد حسن"]),
        ("قال محمد خالد لرويترز.", ["محمد خالد", "رويترز"]),
        ("قال محمد إدريس ديبي إن ذلك بعيد.", ["محمد إدريس ديبي"]),
        ("بعد تحرير صلاح الدين ونينوى من داعش.", ["داعش"]),
        ("(تحرير صلاح الدين علي)", ["صلاح الدين علي"]),
        ("قدموا طلباً روسيا للاجتماع.", []),
    ],
)
def test_who_acts_is_named_in_credit_lines_and_sentences(text: str, actors: list[str]) -> None:
    assert quotes(text, "actor") == actors


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("تركوا كميات من الأثاث.", []),
        ("حضرت قطر وباكستان.", []),
        ("تحمل «عملية العقبان 26» اسما.", []),
        ("وصلت 50 (من أصل 100) أمس.", ["50", "100"]),
        ("العنوان «قتل 14» فقط.", ["14"]),
        ("قدّر مسؤولَين أميركيَّين ذلك.", ["مسؤولَين"]),
    ],
)
def test_what_looks_like_a_number_and_is_none_is_no_figure(text: str, figures: list[str]) -> None:
    assert quotes(text, "figure") == figures


@pytest.mark.parametrize("text", ["", " ", "\n", "لا شيء هنا", "\ud800", "\x00", "ـ", "\u0651"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert list(found_by_rules(text)) == []


@given(st.lists(WORDS, max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join))
def test_spans_are_whole_letters_in_order_and_of_one_reader_apart(text: str) -> None:
    found = list(found_by_rules(text))
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert whole_letters(text, one.start, one.end) == (one.start, one.end)
    for reader in CONFIDENCE:
        for first, second in pairwise(of_reader(found, reader)):
            assert first.end <= second.start


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_text_is_refused(text: str) -> None:
    assert all(text[one.start : one.end].strip() for one in found_by_rules(text))


HOSTILE: dict[str, Callable[[int], str]] = {
    "one letter": lambda n: "ا" * n,
    "the conjunction": lambda n: "و" * n,
    "digits": lambda n: "1" * n,
    "thousands that do not end": lambda n: "111 " * (n // 4) + "1111",
    "numbers with slashes": lambda n: "1/" * (n // 2),
    "dates run together": lambda n: "2026-02-23" * (n // 10),
    "dates that share a month": lambda n: "5 و" * (n // 3) + "9 نوفمبر",
    "nested brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "quotes": lambda n: '"' * n,
    "quotes that never close": lambda n: 'قاعدة "' * (n // 7),
    "quotes before a name": lambda n: '"' * n + "التنف",
    "control characters": lambda n: "\x00\x01\x1b" * (n // 3),
    "combining marks": lambda n: "ب" + "\u0651" * n,
    "lone surrogates": lambda n: "\ud800" * n,
    "kind words": lambda n: "قاعدة " * (n // 6),
    "a list that does not end": lambda n: "قواعد في " + "التنف، و" * (n // 8),
    "a row of places": lambda n: "قواعد هي " + "التنف في الشرق، و" * (n // 17),
    "quotes that are spoken to": lambda n: "قال لـ«الأفق " * (n // 13),
    "a credit line without end": lambda n: "بيروت" + " - سمير ناجي" * (n // 12),
    "visits": lambda n: "زار فيدان بغداد " * (n // 16),
    "titles": lambda n: "رئيس الوزراء " * (n // 13),
    "ancestors": lambda n: "محمد " + "بن محمد " * (n // 8),
    "states joined": lambda n: "سوريا و" * (n // 7),
    "adjectives": lambda n: "الجيش " + "السوري " * (n // 7),
    "words joined by signs": lambda n: "تل_" * (n // 3),
    "hashtags": lambda n: "\n#تل_بيدر" * (n // 9),
    "armies far behind": lambda n: "قاعدة سليم درويش " * (n // 17),
    "numerals": lambda n: "ألف و" * (n // 5),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_text_costs_as_much_as_it_is_long(kind: str) -> None:
    list(found_by_rules(NESTED))  # what is read once does not count
    assert grows_evenly(lambda length: list(found_by_rules(HOSTILE[kind](length))), 5_000)


def test_a_row_of_doubtful_names_costs_as_much_as_it_is_long() -> None:
    list(found_by_rules(NESTED))

    def bases(count: int) -> object:
        return list(bases_in(Sight("قاعدة التنف " + "وأبيشي " * count)))

    assert grows_evenly(bases, 1_500)


@pytest.mark.parametrize("kind", ["one letter", "the conjunction", "digits", "combining marks"])
def test_a_word_of_many_letters_costs_as_much_as_it_is_long(kind: str) -> None:
    assert grows_evenly(lambda length: list(found_by_rules(HOSTILE[kind](length))), 250_000)
