from annotator.core.history import HistoryRow, undo_stack


def row(sequence: int, undoes: int | None = None, act: str = "mark") -> HistoryRow:
    return HistoryRow(sequence, str(sequence), "amal", "a", act, "{}", "{}", "", undoes)


def stack(*rows: tuple[int, int | None]) -> tuple[list[int], list[int]]:
    made = undo_stack(row(*one) for one in rows)
    return [one.sequence for one in made.done], [one.sequence for one in made.undone]


def test_acts_stand_in_their_order() -> None:
    assert stack((1, None), (2, None)) == ([1, 2], [])


def test_an_undone_act_waits_to_be_done_again() -> None:
    assert stack((1, None), (2, None), (3, 2), (4, 1)) == ([], [2, 1])


def test_an_act_done_again_is_live() -> None:
    assert stack((1, None), (2, None), (3, 2), (4, 3)) == ([1, 2], [])
    assert stack((1, None), (2, 1), (3, 2), (4, 1), (5, 4)) == ([1], [])


def test_something_new_ends_redo() -> None:
    assert stack((1, None), (2, 1), (3, None)) == ([3], [])


def test_an_act_can_be_redone_from_another_stack_it_stands_in() -> None:
    assert stack((1, None), (2, 1), (3, None), (4, 2)) == ([3, 1], [])


def test_the_row_that_took_an_act_back_is_known() -> None:
    made = undo_stack([row(1), row(2, 1), row(3, 2), row(4, 1)])
    assert made.taken_back_by[1].sequence == 4


def test_an_import_is_a_later_act_that_is_not_offered() -> None:
    rows = [row(1), row(2, act="import")]
    made = undo_stack(rows)
    assert [one.sequence for one in made.done] == [1]
    assert made.undone == ()
    assert made.has_later(1)
    assert not made.has_later(2)
    rows.append(row(3, 2, "import"))
    assert not undo_stack(rows).has_later(1)
    assert undo_stack(rows).undone == ()
    rows += [row(4), row(5, 3, "import")]
    assert undo_stack(rows).has_later(4), "it was done again later"
    assert [one.sequence for one in undo_stack(rows).done] == [1, 4]


def test_an_import_ends_redo() -> None:
    assert undo_stack([row(1), row(2, 1), row(3, act="import")]).undone == ()
