"""Names that say nothing."""

from annotator.core.blind import blind_names

AUTHORS = ["amal", "nasser", "salma"]


def test_each_author_has_a_letter_whatever_the_order_they_are_named_in() -> None:
    names = blind_names("f00d", AUTHORS)
    assert list(names.values()) == ["A", "B", "C"]
    assert set(names) == set(AUTHORS)
    assert blind_names("f00d", reversed([*AUTHORS, *AUTHORS])) == names


def test_articles_differ_in_who_is_who() -> None:
    orders = {tuple(blind_names(str(number), AUTHORS)) for number in range(200)}
    assert len(orders) == 6


def test_there_are_letters_for_any_number_of_authors() -> None:
    letters = list(blind_names("", map(str, range(26 * 27 + 1))).values())
    assert len(set(letters)) == len(letters)
    assert letters[25:28] == ["Z", "AA", "AB"]
    assert letters[-2:] == ["ZZ", "AAA"]


def test_nobody_has_no_letter() -> None:
    assert blind_names("f00d", []) == {}
