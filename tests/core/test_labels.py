import pytest

from annotator.core.errors import InvalidLabelSet, UnknownName
from annotator.core.labels import DEFAULT_LABELS_TOML, Label, LabelSet
from annotator.core.values import ValueKind

GOOD = """
[[label]]
name = "place"
colour = "#00aaFF"
key = "p"
[[label]]
name = "ساعة"
shown = { en = "hour", ar = "ساعة" }
colour = "#123456"
key = "2"
value = "text"
reader = "hours"
"""


def test_the_default_labels_are_the_four() -> None:
    labels = LabelSet.default()
    assert [(label.name, label.key, label.shown("ar"), label.value.value) for label in labels] == [
        ("base", "1", "قاعدة", "entry"),
        ("date", "2", "تاريخ", "date"),
        ("actor", "3", "جهة", "entry"),
        ("figure", "4", "رقم", "number"),
    ]


def test_a_project_may_bring_its_own() -> None:
    labels = LabelSet.from_toml(GOOD)
    place, hour = labels
    assert (place.shown("en"), place.shown("ar"), place.value) == ("place", "place", ValueKind.NONE)
    assert (hour.shown("en"), hour.shown("ar"), hour.reader) == ("hour", "ساعة", "hours")
    assert labels.by_key("2") is hour
    assert labels.by_key("9") is None
    assert "place" in labels
    assert len(labels) == 2


def test_an_unknown_label_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match=r"“person”.*base, date, actor, figure"):
        LabelSet.default()["person"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[[label]]", "[[lable]]", r"no \[\[label\]\] tables"),
        (GOOD, "label = 5", r"no \[\[label\]\] tables"),
        (GOOD, "label = [1]", r"no \[\[label\]\] tables"),
        (GOOD, "", r"no \[\[label\]\] tables"),
        (GOOD, "label = []", "at least one label"),
        (GOOD, "label = [", "not valid TOML"),
        (GOOD, "a = " + "9" * 5000, "not valid TOML"),
        (GOOD, "a = " + "[" * 5000, "not valid TOML"),
        (GOOD, "a = 2026-13-45", "not valid TOML"),
        ('name = "place"', "", "needs “name”"),
        ('name = "place"', "name = 5", "needs “name”"),
        ('name = "place"', 'name = "a b"', "cannot name a label"),
        ('name = "place"', 'name = "../x"', "cannot name a label"),
        ('name = "place"', f'name = "{"x" * 65}"', "cannot name a label"),
        ('name = "place"', 'name = "ساعة"', "same name"),
        ('colour = "#00aaFF"', "", "needs “colour”"),
        ('colour = "#00aaFF"', 'colour = "red"', "colour of label place"),
        ('colour = "#00aaFF"', 'colour = "#00aaFF0"', "colour of label place"),
        ('key = "p"', "", "needs “key”"),
        ('key = "p"', 'key = "P"', "key of label place"),
        ('key = "p"', 'key = "pp"', "key of label place"),
        ('key = "p"', 'key = "٢"', "key of label place"),
        ('key = "p"', 'key = "2"', "same key"),
        ('value = "text"', 'value = "colour"', "one of date, number, entry, text, none"),
        ('value = "text"', 'value = ["text"]', "one of date, number, entry, text, none"),
        ('reader = "hours"', 'reader = ""', "needs “reader”"),
        ('shown = { en = "hour", ar = "ساعة" }', 'shown = "hour"', "shown names as a table"),
        ('en = "hour"', "en = 5", "needs “en”"),
        ('en = "hour"', r'en = "ho\u0000ur"', "needs “en”"),
        ('en = "hour"', 'en = "ho\\u202eur"', "no control characters"),
        ('ar = "ساعة" }', f'ar = "{"س" * 65}" }}', "1 to 64 letters"),
        ('key = "p"', 'key = "p"\nkey = "q"', "not valid TOML"),
        (
            'reader = "hours"',
            'redaer = "hours"',
            "label “.*ساعة.*” has “redaer”, which is not known; known are name, shown, colour, key,"
            r" value, reader\.",
        ),
        ('key = "p"', 'key = "p"\nfoo = 1', "label “place” has “foo”, which is not known"),
        ('ar = "ساعة" }', 'fr = "heure" }', r"has “shown\.fr”.*known are shown\.en, shown\.ar\."),
        (GOOD, f"foo = 1\n{GOOD}", "The label set has “foo”, which is not known"),
        ('name = "place"', 'name = "pl\x07ace"', "not valid TOML"),
        (GOOD, "[" * 19_000, "not valid TOML"),
        (GOOD, "a." * 9_000 + "a = 1", r"not valid TOML|no \[\[label\]\]"),
        (GOOD, "x = [" + "1," * 10_000 + "]", "longer than 20000"),
        (GOOD, GOOD * 400, "longer than 20000"),
        (GOOD, "[[label]]\n" * 1_800, "needs “name”"),
    ],
)
def test_what_is_wrong_with_a_label_set_is_told(old: str, new: str, told: str) -> None:
    assert old in GOOD
    with pytest.raises(InvalidLabelSet, match=told):
        LabelSet.from_toml(GOOD.replace(old, new))


def test_a_label_set_written_as_toml_is_read_back_without_loss() -> None:
    awkward = Label(
        "a.b-c_ساعة",
        'say "so" \\ or = [not]',
        "قاعدة\u200c‌ها # لا",
        "#00aaFF",
        "z",
        ValueKind.TEXT,
        'r"x',
    )
    for labels in (LabelSet.default(), LabelSet.from_toml(GOOD), LabelSet((awkward,))):
        assert LabelSet.from_toml(labels.to_toml()) == labels


def test_the_default_labels_are_written_as_they_are_shipped() -> None:
    assert LabelSet.default().to_toml() == DEFAULT_LABELS_TOML
