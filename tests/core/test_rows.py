"""How acts on the project tell of the rows they change."""

import pytest

from annotator.core.rows import (
    AlikeChange,
    Kind,
    RowChange,
    project_act_from_json,
    project_act_to_json,
)

CHANGES = (
    RowChange(Kind.ENTRY, "e1", {"name": "قسرك"}, {"name": "قسرک"}),
    RowChange(Kind.QUESTION, "q1", None, {"question": "؟", "seen": 0}),
    RowChange(Kind.PROPERTY, "p1", {"value": "x"}, None),
)


def test_what_the_history_holds_is_what_was_changed() -> None:
    done = project_act_to_json(CHANGES, after=True)
    inverse = project_act_to_json(CHANGES, after=False)
    assert project_act_from_json(done, inverse) == CHANGES


def test_sides_that_tell_of_other_rows_are_refused() -> None:
    done = project_act_to_json(CHANGES, after=True)
    with pytest.raises(ValueError, match="e1"):
        project_act_from_json(done, done.replace("e1", "e2"))
    with pytest.raises(ValueError, match="zip"):
        project_act_from_json(done, project_act_to_json(CHANGES[:2], after=False))


def test_a_change_taken_back_twice_is_itself() -> None:
    for change in CHANGES:
        assert change.reversed() != change
        assert change.reversed().reversed() == change


def test_rows_that_change_alike_are_told_by_their_keys_once() -> None:
    moved = AlikeChange(Kind.SPAN, ("s1", "s2"), {"label": "base"}, {"label": "actor"})
    changes = (*CHANGES, moved)
    done = project_act_to_json(changes, after=True)
    inverse = project_act_to_json(changes, after=False)
    assert project_act_from_json(done, inverse) == changes
    assert "s2" not in inverse
    assert moved.reversed().reversed() == moved != moved.reversed()
    assert not moved.is_empty
    with pytest.raises(ValueError, match="zip"):
        project_act_from_json(done, project_act_to_json(CHANGES, after=False))
