from pathlib import Path

import pytest

from annotator.core.errors import InvalidText, RefusedAct, UnknownName
from annotator.core.model import Article, Author, Role
from annotator.core.progress import Quiet
from annotator.store.project import Project
from annotator.workflow.people.questions import (
    answer,
    ask,
    questions_for,
    questions_on,
    see_answer,
    waiting_for,
    withdraw,
)
from annotator.workflow.projects import find_damage, make_demo

AMAL, NASSER = Author("amal"), Author("nasser")
HUDA = Author("huda", Role.LEAD)


@pytest.fixture
def project(tmp_path: Path):
    with Project.open(make_demo(tmp_path / "demo", Quiet())) as project:
        yield project


@pytest.fixture
def article(project: Project) -> Article:
    return next(project.articles.each())


def test_a_question_is_answered_and_the_answer_seen(project: Project, article: Article) -> None:
    asked = ask(project, article, "amal", " هل هذه قاعدة؟\n", (0, 5))
    assert (asked.question, asked.quote) == ("هل هذه قاعدة؟", article.text[:5])
    assert (waiting_for(project, HUDA), waiting_for(project, AMAL)) == (1, 0)
    answer(project, "huda", asked.id, "نعم")
    assert (waiting_for(project, HUDA), waiting_for(project, AMAL)) == (0, 1)
    (told,) = questions_on(project, article.id, AMAL)
    assert (told.answer, told.answered_by, told.title) == ("نعم", "huda", article.title)
    see_answer(project, "nasser", asked.id)
    assert waiting_for(project, AMAL) == 1
    see_answer(project, "amal", asked.id)
    assert waiting_for(project, AMAL) == 0
    answer(project, "huda", asked.id, "لا، عفوا")
    assert waiting_for(project, AMAL) == 1
    assert list(find_damage(project.path, Quiet())) == []


def test_annotators_see_their_own_questions_alone(project: Project, article: Article) -> None:
    ask(project, article, "amal", "one", None)
    ask(project, article, "nasser", "other", None)
    assert [q.question for q in questions_for(project, AMAL)] == ["one"]
    assert [q.question for q in questions_on(project, article.id, NASSER)] == ["other"]
    assert {q.author for q in questions_for(project, HUDA)} == {"amal", "nasser"}


def test_a_letter_keeps_its_marks_in_a_quote(project: Project, bring) -> None:
    bring(project, {"name": "marks", "text": "كتابٌ جديد"})
    article = project.articles.by_name("marks")
    assert ask(project, article, "amal", "?", (0, 4)).quote == "كتابٌ"


@pytest.mark.parametrize("text", ["", " \n", "x" * 4001, "a\0"])
def test_no_letter_without_words(project: Project, article: Article, text: str) -> None:
    with pytest.raises(InvalidText):
        ask(project, article, "amal", text, None)
    asked = ask(project, article, "amal", "هل؟", None)
    with pytest.raises(InvalidText):
        answer(project, "huda", asked.id, text)


def test_only_leads_answer_and_only_who_asked_withdraws(project: Project, article: Article) -> None:
    asked = ask(project, article, "amal", "هل؟", None)
    with pytest.raises(RefusedAct, match="Only a lead"):
        answer(project, "nasser", asked.id, "نعم")
    with pytest.raises(RefusedAct, match="your own"):
        withdraw(project, "nasser", asked.id)
    withdraw(project, "amal", asked.id)
    assert questions_for(project, HUDA) == []
    with pytest.raises(RefusedAct, match="gone"):
        answer(project, "huda", asked.id, "نعم")
    again = ask(project, article, "amal", "هل؟", None)
    answer(project, "huda", again.id, "نعم")
    with pytest.raises(RefusedAct, match="before they are answered"):
        withdraw(project, "amal", again.id)
    with pytest.raises(UnknownName):
        ask(project, article, "nobody", "هل؟", None)
    with project.writing():
        project.articles.remove(article.id)
    with pytest.raises(RefusedAct, match="no longer"):
        ask(project, article, "amal", "هل؟", None)
