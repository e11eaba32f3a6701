"""Work with suggestions and without, all of it known, for the tests of what they do."""

from dataclasses import dataclass

from annotator.core.edits import Mark
from annotator.core.model import Role
from annotator.core.suggestions import Suggested, Withholding
from annotator.store.project import Project
from annotator.workflow.people.authors import add_author
from annotator.workflow.suggesting.offering import Offer, keep_offer, withhold, withholding
from tests.workflow.figures.conftest import LEAD, Bring, the
from tests.workflow.settled_demo import work

ARTICLES = [f"article {number}" for number in range(41)]
WORDS = ((0, 2), (3, 5), (6, 8), (9, 11), (12, 14))
MARKS = [Mark(start, end, label) for start, end in WORDS for label in ("base", "date", "actor")]


@dataclass(frozen=True)
class Did:
    """What amal did on an article."""

    name: str
    is_shown: bool
    spans: int
    seconds: float


def offered(project: Project, name: str, author: str, *, is_withheld: bool) -> None:
    suggested = Suggested((), "known", 0)
    keep_offer(project, author, Offer(the(project, name).id, suggested, is_withheld, False))


def worked(project: Project, name: str, author: str, spans: int, seconds: float) -> None:
    article_id = the(project, name).id
    work(project, article_id, author, *MARKS[:spans])
    with project.writing():
        project.layers.add_seconds(article_id, author, seconds)


def begin_offering(project: Project, bring: Bring) -> None:
    """Bring articles of which half show suggestions, and people."""
    bring(project, *({"name": one, "text": f"aa bb cc dd ee {one}"} for one in ARTICLES))
    add_author(project, LEAD, Role.LEAD)
    for author in ("amal", "noor"):
        add_author(project, author, Role.ANNOTATOR)
    withhold(project, LEAD, Withholding(share=0.5, seed=1))


def work_with_suggestions(project: Project) -> list[Did]:
    """Let amal work on all but the last article, faster and more with suggestions."""
    held = withholding(project)
    made = []
    for number, name in enumerate(ARTICLES[:-1]):
        is_shown = not held.holds(the(project, name).sha256)
        spans = 1 + number % 3 + 3 * is_shown
        # Of some no time was measured.
        seconds = 0.0 if number % 7 == 0 else spans * (4.0 if is_shown else 9.5) + number % 5
        offered(project, name, "amal", is_withheld=not is_shown)
        worked(project, name, "amal", spans, seconds)
        made.append(Did(name, is_shown, spans, seconds))
    return made
