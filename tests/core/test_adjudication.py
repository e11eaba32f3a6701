import json
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.core.adjudication import Settled, Settling, settle
from annotator.core.conflicts import are_joined
from annotator.core.model import Article, Layer, LayerState, Span, Status, derived_id
from annotator.core.text import clean_text, sha256_of
from annotator.core.values import DateValue, EntryValue, NumberValue, Value, value_from_json
from tests.core.review import ARTICLE, DONE, drawn, layer, ruling, span


def places(settled: Settled) -> tuple[list[tuple[int, int, str]], list[set[tuple[str, int, int]]]]:
    return (
        [one.place for one in settled.gold],
        [{(who, one.start, one.end) for who, one in c.spans} for c in settled.conflicts],
    )


def test_what_all_finished_layers_say_is_gold() -> None:
    settled = settle(ARTICLE, [layer("amal", span(20, 24)), layer("nasser", span(20, 24))])
    assert places(settled) == ([(20, 24, "base")], [])
    assert settled.ready
    assert settled.finished == 2


def test_what_one_did_not_mark_is_a_conflict() -> None:
    settled = settle(ARTICLE, [layer("amal", span(20, 24)), layer("nasser")])
    assert places(settled) == ([], [{("amal", 20, 24)}])
    assert not settled.ready


def test_unfinished_layers_do_not_count_but_keep_the_article_from_being_ready() -> None:
    busy = layer("huda", span(0, 5), state=LayerState(Status.IN_PROGRESS))
    settled = settle(ARTICLE, [layer("amal", span(20, 24)), layer("nasser", span(20, 24)), busy])
    assert places(settled) == ([(20, 24, "base")], [])
    assert not settled.ready


def test_who_undid_all_has_not_begun() -> None:
    new = layer("huda", state=LayerState(Status.NEW))
    assert settle(ARTICLE, [layer("amal"), layer("nasser"), new]).ready


def test_an_article_that_someone_set_aside_is_not_ready_without_a_lead() -> None:
    aside = layer("huda", state=LayerState(Status.SET_ASIDE, "a copy"))
    assert not settle(ARTICLE, [layer("amal"), layer("nasser"), aside]).ready


def test_a_single_layer_is_gold_but_not_ready() -> None:
    settled = settle(ARTICLE, [layer("amal", span(20, 24))])
    assert places(settled) == ([(20, 24, "base")], [])
    assert not settled.ready


def test_without_a_finished_layer_gold_is_not_begun() -> None:
    settled = settle(ARTICLE, [layer("amal", state=LayerState(Status.IN_PROGRESS))])
    assert settled.gold.status is Status.NEW
    assert not settled.ready


def test_spans_of_the_same_label_that_overlap_are_one_conflict() -> None:
    settled = settle(ARTICLE, [layer("amal", span(13, 25)), layer("nasser", span(24, 30))])
    assert places(settled)[1] == [{("amal", 13, 25), ("nasser", 24, 30)}]


def test_spans_of_other_labels_need_half_of_the_longer_one() -> None:
    half = settle(ARTICLE, [layer("amal", span(0, 10)), layer("nasser", span(5, 15, "actor"))])
    assert len(half.conflicts) == 1
    less = settle(ARTICLE, [layer("amal", span(0, 10)), layer("nasser", span(6, 16, "actor"))])
    assert len(less.conflicts) == 2


def test_spans_that_touch_or_are_one_author_s_are_not_joined() -> None:
    assert not are_joined(("amal", span(0, 5)), ("nasser", span(5, 9)))
    assert not are_joined(("amal", span(0, 5)), ("amal", span(0, 9)))


def test_one_long_span_joins_two_short_ones() -> None:
    settled = settle(
        ARTICLE,
        [
            layer("amal", span(26, 38, "date")),
            layer("nasser", span(26, 29, "date"), span(30, 38, "date")),
        ],
    )
    assert [len(conflict.spans) for conflict in settled.conflicts] == [3]


def test_one_value_and_none_agree_on_the_value() -> None:
    dated = span(26, 29, "date", DateValue("2026-02-24"))
    settled = settle(ARTICLE, [layer("amal", dated), layer("nasser", span(26, 29, "date"))])
    assert settled.conflicts == ()
    assert settled.gold.spans[0].value == DateValue("2026-02-24")


def test_two_values_are_a_conflict() -> None:
    one = span(26, 29, "date", DateValue("2026-02-24"))
    other = span(26, 29, "date", DateValue("2026-02-23"))
    settled = settle(ARTICLE, [layer("amal", one), layer("nasser", other)])
    assert [len(conflict.spans) for conflict in settled.conflicts] == [2]


def test_a_proposed_value_gives_way_and_stands_in_where_none_is_confirmed() -> None:
    proposed = span(26, 29, "date", DateValue("2026-02-23"), proposed=True)
    sure = span(26, 29, "date", DateValue("2026-02-24"))
    (gold,) = settle(ARTICLE, [layer("amal", proposed), layer("nasser", sure)]).gold
    assert (gold.value, gold.proposed) == (DateValue("2026-02-24"), False)
    (gold,) = settle(ARTICLE, [layer("amal", proposed), layer("nasser", span(26, 29, "date"))]).gold
    assert (gold.value, gold.proposed) == (DateValue("2026-02-23"), True)


def test_entries_are_compared_by_id_and_numbers_by_what_they_are() -> None:
    pairs: list[tuple[Value, Value]] = [
        (EntryValue("q", "قسرك"), EntryValue("q", "قسرك الجوية")),
        (NumberValue(5, 5), NumberValue(5.0, 5.0)),
    ]
    for one, other in pairs:
        layers = [
            layer("amal", span(20, 24, value=one)),
            layer("nasser", span(20, 24, value=other)),
        ]
        assert settle(ARTICLE, layers).conflicts == ()


def test_notes_and_certainty_never_count() -> None:
    noted = span(20, 24, note="hm", unsure=True)
    (gold,) = settle(ARTICLE, [layer("amal", noted), layer("nasser", span(20, 24))]).gold
    assert (gold.note, gold.unsure) == ("", False)


def test_a_gold_span_is_dated_and_named_by_what_is_behind_it() -> None:
    early = span(20, 24, origin="import", created_at="2026-01-01", changed_at="2026-01-05")
    late = span(20, 24, created_at="2026-01-02", changed_at="2026-01-03")
    (gold,) = settle(ARTICLE, [layer("amal", late), layer("nasser", early)]).gold
    assert (gold.created_at, gold.changed_at, gold.origin) == ("2026-01-01", "2026-01-05", "import")
    assert gold.id == derived_id(ARTICLE.sha256, "base", 20, 24)


def test_the_id_of_a_conflict_follows_from_its_spans() -> None:
    def conflict(value: Value, proposed: bool = False) -> str:
        drawn = span(20, 24, value=value, proposed=proposed)
        return settle(ARTICLE, [layer("amal", drawn), layer("nasser")]).conflicts[0].id

    assert conflict(EntryValue("q", "قسرك")) == conflict(EntryValue("q", "قصرك"))
    assert conflict(None) == conflict(EntryValue("q", "قسرك"), proposed=True)
    assert conflict(None) != conflict(EntryValue("q", "قسرك"))
    assert conflict(EntryValue("r", "قسرك")) != conflict(EntryValue("q", "قسرك"))


@given(st.lists(drawn, min_size=1, max_size=3))
def test_every_span_is_agreed_or_in_exactly_one_conflict(answers: list[list[Span]]) -> None:
    layers = [layer(f"author {number}", *spans) for number, spans in enumerate(answers)]
    settled = settle(ARTICLE, layers)
    gold = {one.place for one in settled.gold}
    disputed = Counter((who, one.id) for c in settled.conflicts for who, one in c.spans)
    for one in layers:
        for drawn_span in one:
            assert (disputed[one.author, drawn_span.id] == 1) != (drawn_span.place in gold)
    assert disputed.total() + len(gold) * len(layers) == sum(len(spans) for spans in answers)
    ids = [conflict.id for conflict in settled.conflicts]
    assert len(set(ids)) == len(ids)
    for conflict in settled.conflicts:
        assert conflict.start == min(one.start for _, one in conflict.spans)
        assert conflict.end == max(one.end for _, one in conflict.spans)


@given(st.lists(drawn, min_size=2, max_size=3), st.randoms())
def test_the_order_of_layers_does_not_matter(answers: list[list[Span]], chance: object) -> None:
    layers = [layer(f"author {number}", *spans) for number, spans in enumerate(answers)]
    shuffled = list(layers)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = settle(ARTICLE, layers), settle(ARTICLE, shuffled)
    assert {c.id for c in one.conflicts} == {c.id for c in other.conflicts}
    assert one.gold.spans == other.gold.spans


def seed_layers(author: str) -> dict[str, tuple[Article, Layer]]:
    source = (paths.seeds() / "layers" / f"{author}.jsonl").read_text("utf-8")
    made = {}
    for line in map(json.loads, source.splitlines()):
        text = clean_text(line["text"]).text
        article = Article(line["name"], line["name"], "", text, sha256_of(text))
        spans = [
            Span(
                one["start"],
                one["end"],
                one["label"],
                text[one["start"] : one["end"]],
                value_from_json(one.get("value", {})),
            )
            for one in line["spans"]
        ]
        ordered = tuple(sorted(spans, key=lambda one: one.order))
        made[line["name"]] = article, Layer(line["name"], author, ordered, DONE, 1)
    return made


def test_the_conflicts_of_the_seeds_are_the_listed_ones() -> None:
    amal, nasser = seed_layers("amal"), seed_layers("nasser")
    listed = [
        json.loads(line)
        for line in (paths.seeds() / "differences.jsonl").read_text("utf-8").splitlines()
    ]
    found = []
    for name, (article, layer_of_amal) in amal.items():
        for conflict in settle(article, [layer_of_amal, nasser[name][1]]).conflicts:
            sides = {
                who: sorted([s.label, s.start, s.end] for w, s in conflict.spans if w == who)
                for who in ("amal", "nasser")
            }
            found.append((name, conflict.start, conflict.end, sides["amal"], sides["nasser"]))
    expected = [
        (one["article"], one["start"], one["end"], sorted(one["amal"]), sorted(one["nasser"]))
        for one in listed
    ]
    assert len(listed) == 35
    assert sorted(found) == sorted(expected)


def test_what_both_seed_layers_agree_on_is_in_the_expected_gold() -> None:
    source = (paths.seeds() / "gold.jsonl").read_text("utf-8")
    gold = {
        line["name"]: {(one["start"], one["end"], one["label"]) for one in line["spans"]}
        for line in map(json.loads, source.splitlines())
    }
    amal, nasser = seed_layers("amal"), seed_layers("nasser")
    for article_name, (article, one) in amal.items():
        agreed = settle(article, [one, nasser[article_name][1]]).gold
        assert {drawn_span.place for drawn_span in agreed} <= gold[article_name]


def test_moments_are_compared_as_points_in_time() -> None:
    early, late = "2026-02-23T14:30:00+03:00", "2026-02-23T12:00:00.5Z"
    one = span(20, 24, origin="early", created_at=early, changed_at=late)
    other = span(20, 24, origin="late", created_at=late, changed_at=early)
    for layers in ([layer("a", one), layer("n", other)], [layer("a", other), layer("n", one)]):
        (gold,) = settle(ARTICLE, layers).gold
        assert (gold.created_at, gold.changed_at, gold.origin) == (early, late, "early")


def test_what_is_no_time_stops_nothing() -> None:
    good = "2026-02-23T14:30:00Z"
    one = span(20, 24, created_at="soon", changed_at="2026-02-23")
    other = span(20, 24, created_at=good, changed_at=good)
    (gold,) = settle(ARTICLE, [layer("a", one), layer("n", other)]).gold
    assert (gold.created_at, gold.changed_at) == (good, good)


def test_settling_again_leaves_what_stands_elsewhere_as_it_is() -> None:
    layers = [layer("amal", span(0, 5), span(14, 19)), layer("noor", span(20, 26))]
    settling = Settling(ARTICLE, layers)
    before = settling.settle()
    first, *rest = before.conflicts
    after = settling.settle([ruling(first, layers)])
    assert len(rest) == 2
    assert all(one is other for one, other in zip(after.conflicts, rest, strict=True))
