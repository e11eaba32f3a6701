from annotator.core.sentences import uncut

SENTENCES = [(0, 10), (11, 20), (22, 30), (31, 40)]


def test_sentences_stay_where_no_stretch_runs_on() -> None:
    assert list(uncut(SENTENCES, [(0, 10), (11, 20), (12, 15), (30, 31)])) == SENTENCES
    assert list(uncut([], [(0, 5)])) == []


def test_sentences_are_one_where_a_stretch_runs_through() -> None:
    assert list(uncut(SENTENCES, [(8, 12)])) == [(0, 20), (22, 30), (31, 40)]
    assert list(uncut(SENTENCES, [(25, 26), (5, 32), (7, 8)])) == [(0, 40)]
    assert list(uncut(SENTENCES, [(20, 23)])) == [(0, 10), (11, 20), (22, 30), (31, 40)]
