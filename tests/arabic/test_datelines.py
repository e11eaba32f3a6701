import pytest

from annotator.arabic.datelines import dateline_end


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
