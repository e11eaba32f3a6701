"""The elements of a page, gone through once.

The library's own searches, and its lists of children, take minutes where there are thousands.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from resiliparse.parse.html import HTMLTree

Element = Any
"""What the library says of its own nodes is wider than what they are here."""


def elements_by_name(tree: HTMLTree) -> dict[str, list[Element]]:
    """Return all elements in the order of the page, by their names."""
    found: defaultdict[str, list[Element]] = defaultdict(list)
    for element in _all(tree.document):
        found[element.tag].append(element)
    return found


def _all(root: Element) -> Iterator[Element]:
    waiting: list[Element] = []
    element = root.first_element_child if root is not None else None
    while element is not None:
        yield element
        following = element.next_element_sibling
        inner = element.first_element_child
        if inner is None:
            element = following or (waiting.pop() if waiting else None)
        else:
            if following is not None:
                waiting.append(following)
            element = inner


def children(parent: Element) -> Iterator[Element]:
    """Yield what is right inside ``parent``, texts too; each may be moved away."""
    child = parent.first_child
    while child is not None:
        following = child.next_sibling
        yield child
        child = following
