"""Arabic as it is handed to the other parts."""

import pickle

from annotator.arabic import ARABIC


def test_the_language_can_be_handed_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(ARABIC)).fold("أمل") == "امل"
