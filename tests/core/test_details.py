import pytest

from annotator.core.details import Details, EditDetails
from annotator.core.errors import InvalidArticle
from annotator.core.model import Direction, Layer

FOUND = Details("عنوان", None, None, None, Direction.RTL, '{"b": 1, "a": [2]}', "")


def change(**wanted: object):
    details = {name: getattr(FOUND, name) for name in FOUND.__slots__} | wanted
    return EditDetails(FOUND, Details(**details)).plan(Layer("x", "amal"), "نص")


def after(**wanted: object):
    (row,) = change(**wanted).rows
    return row.after


def test_only_what_differs_is_changed_and_lines_are_tidied() -> None:
    assert after(title="  عنوان\tآخر ", outlet=" ") == {"title": "عنوان آخر"}
    assert after(url=" https://example.org/خبر ") == {"url": "https://example.org/خبر"}
    assert after(direction=Direction.LTR) == {"direction": "ltr"}
    assert after(meta='{"c":\n "é"}') == {"meta": '{"c": "é"}'}
    assert after(meta=" ") == {"meta": "{}"}


def test_what_says_the_same_is_no_act() -> None:
    assert change(meta='{"b":1,  "a":[ 2 ]}', title=" عنوان", note="\n").is_empty


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("title", " \n", "needs a title"),
        ("title", "ا" * 1001, "too long"),
        ("title", "a\0b", "NUL"),
        ("note", "\ud800", "half of a character"),
        ("published", "23.2.2026", "no day"),
        ("published", "2026-02-30", "no day"),
        ("url", "example.org", "no web address"),
        ("url", "javascript:alert(1)", "no web address"),
        ("url", "https:///x", "no web address"),
        ("url", "http://[x", "no web address"),
        ("url", "https://example.org/a b", "no web address"),
        ("meta", "[1]", "no JSON object"),
        ("meta", '{\n"a": }', "line 2"),
        ("meta", '{"a": 1e999}', "too large"),
        ("meta", '{"a": "\\u0000"}', "NUL"),
        ("meta", '{"a":' * 60 + "1" + "}" * 60, "not a deep one"),
        ("meta", "[" * 100_000, "no JSON object"),
        ("meta", '{"a": ' + "1" * 5000 + "}", "no JSON object"),
    ],
)
def test_what_cannot_be_told_is_refused(field: str, value: str, why: str) -> None:
    with pytest.raises(InvalidArticle, match=why):
        change(**{field: value})


def test_what_an_import_let_in_does_not_stand_in_the_way() -> None:
    found = Details("x", None, "no address", None, Direction.RTL, "{}", "")
    wanted = Details("y", None, "no address", None, Direction.RTL, "{}", "")
    (row,) = EditDetails(found, wanted).plan(Layer("x", "amal"), "نص").rows
    assert row.after == {"title": "y"}


def test_what_another_changed_meanwhile_stays() -> None:
    seen = FOUND
    found = Details("عنوان", "SANA", None, None, Direction.RTL, FOUND.meta, "")
    wanted = Details("عنوان", None, None, None, Direction.LTR, FOUND.meta, "")
    merged = found.changed_like(seen, wanted)
    assert (merged.outlet, merged.direction) == ("SANA", Direction.LTR)
