import pytest

from annotator.core.tags import OUTSIDE, Misplaced, Scheme, SchemeGuess, Tagged, spans_in, tag_of


def told(tags: str, scheme: Scheme) -> list[str]:
    found = spans_in([tag_of(tag) or OUTSIDE for tag in tags.split()], scheme)
    return [
        f"{one.label} {one.tokens.start}-{one.tokens.stop}"
        if isinstance(one, Tagged)
        else f"bad {one.index}"
        for one in found
        if isinstance(one, Tagged | Misplaced)
    ]


@pytest.mark.parametrize(
    ("tags", "scheme", "expected"),
    [
        ("B-a I-a O B-a B-b I-b", Scheme.IOB2, ["a 0-2", "a 3-4", "b 4-6"]),
        ("I-a I-a B-a I-b O I-b", Scheme.IOB1, ["a 0-2", "a 2-3", "b 3-4", "b 5-6"]),
        ("U-a B-a I-a L-a O B-b L-b", Scheme.BILOU, ["a 0-1", "a 1-4", "b 5-7"]),
        ("S-a B-a I-a E-a", Scheme.BILOU, ["a 0-1", "a 1-4"]),
        ("O I-a B-a I-b", Scheme.IOB2, ["bad 1", "a 2-3", "bad 3"]),
        ("B-a O L-a B-b", Scheme.BILOU, ["bad 0", "bad 2", "bad 3"]),
        ("B-a U-b I-b", Scheme.BILOU, ["bad 0", "b 1-2", "bad 2"]),
        ("", Scheme.IOB2, []),
    ],
)
def test_spans_are_found_and_what_fits_none_is_told(
    tags: str, scheme: Scheme, expected: list[str]
) -> None:
    assert told(tags, scheme) == expected


@pytest.mark.parametrize(
    ("tags", "scheme"),
    [
        ("B-a I-a O", Scheme.IOB2),
        ("O O", Scheme.IOB2),
        ("I-a I-a O I-b", Scheme.IOB1),
        ("I-a B-a O I-b", Scheme.IOB1),
        ("B-a I-a O I-b", Scheme.IOB2),
        ("B-a L-a", Scheme.BILOU),
        ("S-a O", Scheme.BILOU),
    ],
)
def test_the_scheme_is_told_by_all_tags(tags: str, scheme: Scheme) -> None:
    guess = SchemeGuess()
    for tag in tags.split():
        guess.see(tag_of(tag) or OUTSIDE)
    assert guess.scheme is scheme


@pytest.mark.parametrize("written", ["", "B", "B-", "O-a", "X-a", "b-a", "B a", "NOUN"])
def test_what_is_no_tag_is_none(written: str) -> None:
    assert tag_of(written) is None
