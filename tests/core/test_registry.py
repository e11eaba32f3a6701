from uuid import UUID, uuid5

import pytest

from annotator.arabic import ARABIC
from annotator.core.errors import RefusedAct
from annotator.core.model import NAMESPACE, Layer, Span
from annotator.core.registry import (
    LONGEST_NAME,
    CurrentEntries,
    Entry,
    aliases_from_json,
    clean_name,
    entry_id,
    merged,
    name_key,
    new_entry,
    renamed,
    with_aliases,
)
from annotator.core.values import DateValue, EntryValue

FOLD = ARABIC.fold
QASRAK = Entry("q", "base", "قسرك", ("قصرك",), "شرق الحسكة")


def test_an_id_follows_from_label_and_folded_name_alone() -> None:
    ids = {new_entry("base", name, FOLD).id for name in ("قسرك", "قسرک", " قَسرك ", "\u200fقسـرك")}
    assert ids == {uuid5(NAMESPACE, "base\x1fقسرك").hex}
    assert UUID(ids.pop()).version == 5
    assert entry_id("actor", "قسرك") != entry_id("base", "قسرك")


@pytest.mark.parametrize(
    "name", ["", "  ", "\u200f", "\u064b", "ـ", "a" * (LONGEST_NAME + 1), "a\0b", "a\x1bb"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(RefusedAct):
        clean_name(name, FOLD)


def test_a_name_is_kept_as_written_on_one_line() -> None:
    assert clean_name(" قوات\n سوريا\u00a0الديمقراطية\u200f ", FOLD) == "قوات سوريا الديمقراطية"


def test_a_rename_keeps_the_id_and_the_old_name() -> None:
    after = renamed(QASRAK, "قاعدة قسرك", FOLD)
    assert (after.id, after.name, after.aliases) == ("q", "قاعدة قسرك", ("قصرك", "قسرك"))
    assert renamed(after, "قصرك", FOLD).aliases == ("قسرك", "قاعدة قسرك")


def test_another_spelling_of_the_name_is_no_alias() -> None:
    assert renamed(QASRAK, "قسرک", FOLD).aliases == ("قصرك",)
    assert with_aliases(QASRAK, ["قسرک", "قصرك", "قَصرك"], FOLD).aliases == ("قصرك",)


def test_merging_leaves_a_redirect_and_unites_names_and_notes() -> None:
    gone, both = merged(QASRAK, Entry("t", "base", "تل بيدر", ("البيدر",), "شمال"), FOLD)
    assert (gone.merged_into, gone.name) == ("t", "قسرك")
    assert both.aliases == ("البيدر", "قسرك", "قصرك")
    assert both.note == "شمال\nشرق الحسكة"


@pytest.mark.parametrize(
    ("into", "told"),
    [
        (QASRAK, "into itself"),
        (Entry("a", "actor", "قسرك"), "only entries of one label"),
        (Entry("b", "base", "أخرى", merged_into="q"), "into itself"),
    ],
)
def test_what_cannot_be_one_is_not_merged(into: Entry, told: str) -> None:
    with pytest.raises(RefusedAct, match=told):
        merged(QASRAK, into, FOLD)


def test_what_is_merged_already_is_not_merged_elsewhere() -> None:
    gone, _ = merged(QASRAK, Entry("t", "base", "تل بيدر"), FOLD)
    with pytest.raises(RefusedAct, match="already"):
        merged(gone, Entry("u", "base", "التنف"), FOLD)


CURRENT = [("a", "قصرك", "b"), ("b", "قسرک القديمة", "c"), ("c", "قسرك", None)]


def test_values_follow_all_redirects_and_take_the_name_of_now() -> None:
    current = CurrentEntries(CURRENT, FOLD)
    for old in (EntryValue("a", "قصرك"), EntryValue("b", "x"), EntryValue("c", "x")):
        assert current.value(old) == EntryValue("c", "قسرك")
    assert current.value(EntryValue("c", "قَسرك")) == EntryValue("c", "قَسرك")
    assert current.value(EntryValue("unknown", "x")) == EntryValue("unknown", "x")


def test_a_circle_in_a_damaged_file_ends() -> None:
    current = CurrentEntries([("a", "x", "b"), ("b", "y", "a")], FOLD)
    assert current.id_of("a") in ("a", "b")


def test_a_layer_that_nothing_has_happened_to_is_the_same() -> None:
    spans = (
        Span(0, 4, "base", "قسرك", EntryValue("c", "قسرك")),
        Span(5, 9, "date", "اليوم"[:4], DateValue("2026-02-23")),
    )
    layer = Layer("x", "amal", spans)
    current = CurrentEntries(CURRENT, FOLD)
    assert current.layer(layer) is layer
    old = Layer("x", "amal", (Span(0, 4, "base", "قصرك", EntryValue("a", "قصرك"), id="s"),))
    (span,) = current.layer(old).spans
    assert (span.id, span.value, span.quote) == ("s", EntryValue("c", "قسرك"), "قصرك")


def test_aliases_that_are_none_are_left_out() -> None:
    assert aliases_from_json('["قصرك", 1, null]') == ("قصرك",)
    assert name_key("  Ａ  ب ", FOLD) == "a ب"
