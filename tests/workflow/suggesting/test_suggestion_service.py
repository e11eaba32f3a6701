"""The far side of suggestions: who asks for something else is not kept waiting."""

from multiprocessing import Pipe
from threading import Thread

from annotator.store.project import Project
from annotator.workflow.suggesting.offering import Offer
from annotator.workflow.suggesting.suggestion_service import serve_suggestions
from annotator.workflow.worker import Advanced, Finished, Stopped, give, serve


def test_of_questions_that_wait_the_last_alone_is_answered(demo: Project) -> None:
    ids = list(demo.articles.numbers_by_id())[:4]
    near, far = Pipe()
    given, giving = Pipe(duplex=False)
    give(giving, (demo.path, "amal", ()))
    for article_id in ids:
        near.send(article_id)
    served = Thread(target=serve, args=(far, given, serve_suggestions))
    served.start()
    heard: list[object] = []
    while not (heard and isinstance(heard[-1], Finished)):
        assert near.poll(30)
        message = near.recv()
        if not isinstance(message, Advanced):
            heard.append(message)
    near.close()
    served.join(30)
    assert not served.is_alive()
    assert heard[:-1] == [Stopped()] * 3
    (answer,) = (one.result for one in heard if isinstance(one, Finished))
    assert isinstance(answer, Offer)
    assert answer.article_id == ids[-1]
