"""What is wrong with a regular expression, said in sentences, with positions counted from 1.

The library tells it in English words, and its positions count from 0.
"""

from typing import Final

import regex

from annotator.core.errors import QT_TRANSLATE_NOOP, AnnotatorError

_MISTAKES: Final = (
    (
        "missing )",
        QT_TRANSLATE_NOOP(
            "errors", "This is not a regular expression: a “(” is not closed. Add a “)”."
        ),
        0,
    ),
    (
        "unbalanced parenthesis",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: the “)” at position {at} closes nothing. Take it"
            " out, or write “\\)” for the sign itself.",
        ),
        1,
    ),
    (
        "unterminated character set",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: a “[” is not closed. Add a “]”, or write “\\[” for"
            " the sign itself.",
        ),
        0,
    ),
    (
        "nothing to repeat",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: before position {at} there is nothing to repeat.",
        ),
        1,
    ),
    (
        "multiple repeat",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: at position {at} a repetition is repeated.",
        ),
        1,
    ),
    (
        "min repeat greater",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: of the counts at position {at} the lesser must come"
            " first.",
        ),
        1,
    ),
    (
        "bad escape (end",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: it ends with “\\”. Write “\\\\” for the sign"
            " itself.",
        ),
        0,
    ),
    (
        "bad escape",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: “\\” and the letter at position {at} mean nothing"
            " together.",
        ),
        0,
    ),
    (
        "incomplete escape",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: the code at position {at} lacks digits.",
        ),
        0,
    ),
    (
        "unknown property",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: the class of letters that ends at position {at} is"
            " not known.",
        ),
        0,
    ),
    (
        "bad character range",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: the range that ends at position {at} runs"
            " backwards.",
        ),
        0,
    ),
    (
        "unknown extension",
        QT_TRANSLATE_NOOP(
            "errors",
            "This is not a regular expression: what stands at position {at} has no meaning after"
            " “(?”.",
        ),
        1,
    ),
    *(
        (
            message,
            QT_TRANSLATE_NOOP(
                "errors",
                "This is not a regular expression: before position {at} it refers to a group that"
                " is not there.",
            ),
            1,
        )
        for message in ("invalid group reference", "unknown group")
    ),
    *(
        (
            message,
            QT_TRANSLATE_NOOP(
                "errors",
                "This is not a regular expression: at position {at} the name of a group is missing"
                " or wrong.",
            ),
            1,
        )
        for message in ("missing group name", "bad character in group name", "missing >")
    ),
    (
        "",
        QT_TRANSLATE_NOOP(
            "errors", "This is not a regular expression: there is a mistake near position {at}."
        ),
        1,
    ),
)
"""How a message of the library begins, what is told instead, and what to add to its position.

That is the place of what it means, or of what comes after.
"""


class InvalidPattern(AnnotatorError):
    """A regular expression with which nothing can be found."""


def invalid_pattern(error: Exception) -> InvalidPattern:
    """Return what is told of an expression that the library refused so."""
    if isinstance(error, regex.error) and error.pos is not None:
        for message, template, offset in _MISTAKES:
            if error.msg.startswith(message):
                return InvalidPattern(template, at=error.pos + offset)
    return InvalidPattern(
        QT_TRANSLATE_NOOP("errors", "This is not a regular expression: it cannot be read.")
    )
