import pytest

from annotator.arabic.datelines import dateline_day, dateline_end


@pytest.mark.parametrize(
    "date",
    [
        "2026-02-23 - ",
        "2026-02-23 ",
        "date 2026-02-23 - ",
        "تاريخ: 23/02/2026 — ",
        "٢٠٢٦-٠٢-٢٣: ",
        "2026-02-23T10:00 ",
        "2026-02-23 10:30 | ",
        "23 فبراير 2026 - ",
        "23 فبراير: ",
        "الاثنين 23 فبراير 2026: ",
        "الاثنين، 23 شباط/ فبراير 2026 – ",
        "[2026-02-23] ",
        "(23 تشرين الثاني 2025) ",
        "Feb 23, 2026 — ",
        "Monday, 23 February 2026: ",
    ],
)
def test_a_headline_begins_after_its_date(date: str) -> None:
    assert dateline_end(f"{date}غارة على القاعدة") == len(date)


@pytest.mark.parametrize(
    "line",
    [
        "غارة على القاعدة 2026-02-23",
        "23 فبراير يوم لا ينسى",
        "الاثنين: يوم حاسم",
        "2026 عام التحول",
        "15 قتيلا: غارة",
        "فبراير: شهر الانسحاب",
        "2026-02-23a قصف",
        "12.5.3 نسخة",
        "",
    ],
)
def test_what_is_no_whole_date_stays(line: str) -> None:
    assert dateline_end(line) == 0


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("الدوحة - 2 شباط 2026", "2 شباط 2026"),
        ("أبو ظبي، 2026-02-02 / وام", "2026-02-02"),
        ("دمشق (وكالات) 14 مارس 2026 — قال", "14 مارس 2026"),
        ("دمشق (رويترز) - ١٤ آذار/ مارس ٢٠٢٦: قال", "١٤ آذار/ مارس ٢٠٢٦"),
        ("دمشق - سانا - الاثنين، 2 شباط 2026 – قال", "الاثنين، 2 شباط 2026"),
        ("Damascus (AFP) - 2 Feb 2026 -", "2 Feb 2026"),
        ("نشر في ١٧ شوال ١٤٤٧", "١٧ شوال ١٤٤٧"),
        ("نُشِر في: 2 شباط 2026 الساعة 10", "2 شباط 2026"),
        ("تاريخ النشر: 2/2/2026", "2/2/2026"),
        ("Published on 2 February 2026", "2 February 2026"),
    ],
)
def test_a_line_tells_the_day_of_publication_behind_a_place_or_a_word_for_it(
    line: str, day: str
) -> None:
    stretch = dateline_day(line)
    assert stretch is not None
    assert line[slice(*stretch)] == day


@pytest.mark.parametrize(
    "line",
    [
        "الدوحة - 2 شباط",
        "دمشق 2 شباط 2026",
        "قصف دمشق في 2 شباط 2026",
        "قتل ثلاثة في دمشق - 2 شباط 2026",
        "دمشق - 2 شباط 2026 يوم لا ينسى",
        "الجيش يقصف دمشق، 2 شباط 2026، بعد",
        "نشر الجيش في 2 شباط 2026 قواته",
        "ثم نشر في 2 شباط 2026",
        "",
    ],
)
def test_a_day_of_the_news_is_no_day_of_publication(line: str) -> None:
    assert dateline_day(line) is None
