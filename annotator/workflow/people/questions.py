"""Asking the lead, answering, and seeing the answer; annotators see their own questions alone."""

from dataclasses import replace

from annotator.core.errors import QT_TRANSLATE_NOOP, RefusedAct
from annotator.core.model import Article, Author, new_id, now
from annotator.core.questions import Question, letter
from annotator.core.text import whole_letters
from annotator.store.project import Project
from annotator.workflow.acts.seen import refuse_if_gone
from annotator.workflow.people.authors import refuse_unless_lead


def ask(
    project: Project, article: Article, author: str, text: str, stretch: tuple[int, int] | None
) -> Question:
    """Ask the lead something of ``article``, or of a stretch of it (code points, end exclusive).

    Raises:
        AnnotatorError: if nothing is asked, or the file cannot be written.
    """
    start = end = None
    if stretch is not None:
        start, end = whole_letters(article.text, *stretch)
    question = Question(
        id=new_id(),
        article_id=article.id,
        author=author,
        start=start,
        end=end,
        quote="" if start is None else article.text[start:end],
        question=letter(text),
        asked_at=now(),
    )
    with project.writing():
        refuse_if_gone(project, article)
        project.authors.get(author)
        project.questions.put(question)
    return question


def answer(project: Project, lead: str, question_id: str, text: str) -> Question:
    """Answer a question, or answer it anew: its author is to see that.

    Raises:
        RefusedAct: if ``lead`` is none, or the question is gone.
    """
    told = letter(text)
    with project.writing():
        refuse_unless_lead(project, lead)
        question = replace(
            _found(project, question_id),
            answer=told,
            answered_by=lead,
            answered_at=now(),
            seen=False,
        )
        project.questions.put(question)
    return question


def withdraw(project: Project, author: str, question_id: str) -> Question:
    """Take an own question back that has no answer yet.

    Raises:
        RefusedAct: if it is another's, answered, or gone.
    """
    with project.writing():
        question = _found(project, question_id)
        if question.author != author or not question.is_open:
            raise RefusedAct(
                QT_TRANSLATE_NOOP(
                    "errors", "Only your own questions can be withdrawn, before they are answered."
                )
            )
        project.questions.remove(question_id)
    return question


def see_answer(project: Project, author: str, question_id: str) -> None:
    """Note that the author of a question has seen its answer."""
    with project.writing():
        question = project.questions.by_id(question_id)
        if question and question.author == author and not question.is_open:
            project.questions.put(replace(question, seen=True))


def questions_for(project: Project, author: Author) -> list[Question]:
    """Return the questions that ``author`` may see: leads all, others their own."""
    with project.reading():
        return project.questions.all(_whose(author))


def questions_on(project: Project, article_id: str, author: Author) -> list[Question]:
    """Return the questions on an article that ``author`` may see."""
    with project.reading():
        return project.questions.on_article(article_id, _whose(author))


def waiting_for(project: Project, author: Author) -> int:
    """Return how much waits for ``author``: for leads open questions, else answers not seen."""
    with project.reading():
        if author.is_lead:
            return project.questions.waiting()
        return project.questions.unseen(author.name)


def _whose(author: Author) -> str | None:
    return None if author.is_lead else author.name


def _found(project: Project, question_id: str) -> Question:
    question = project.questions.by_id(question_id)
    if question is None:
        raise RefusedAct(
            QT_TRANSLATE_NOOP("errors", "The question is gone: its author has withdrawn it.")
        )
    return question
