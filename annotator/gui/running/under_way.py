"""What takes long and is under way on one project, whichever of its windows began it."""

from enum import Enum, auto


class Stack(Enum):
    """The acts that one undo goes through."""

    ARTICLE = auto()
    DECISIONS = auto()
    PROJECT = auto()


class UnderWay:
    """Knows every act that runs beside the window, and where it will stand once it is done.

    What is undone meanwhile on the same stack would be an older act, and nobody could do it again
    afterwards.
    """

    def __init__(self) -> None:
        self._acts: dict[object, tuple[str, Stack | None]] = {}

    def begin(self, runner: object, sentence: str, stack: Stack | None) -> None:
        """Take it that ``runner`` does what ``sentence`` says, which will stand on ``stack``."""
        self._acts[runner] = sentence, stack

    def end(self, runner: object) -> None:
        """Take it that ``runner`` is idle."""
        self._acts.pop(runner, None)

    def sentence(self, stack: Stack) -> str:
        """Return what is said of the act that will stand on ``stack``; empty if there is none."""
        sentences = (sentence for sentence, on in self._acts.values() if on is stack)
        return next(sentences, "")
