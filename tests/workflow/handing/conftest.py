"""A project whose articles are settled, so that they can be tests."""

import pytest

from annotator.store.project import Project
from tests.workflow.settled_demo import settle_as


@pytest.fixture
def settled(demo: Project) -> Project:
    settle_as(demo, "amal")
    return demo
