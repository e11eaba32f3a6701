"""Errors that a person can cause: a template and its parameters.

The terminal prints them in English, the window translates the template first.
Everything that is not an ``AnnotatorError`` is a bug.
"""

from collections.abc import Callable

import regex

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_UNSHOWABLE = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What would break the line, cannot be encoded, or would reorder the words around it."""
_LONGEST_PARAMETER = 300


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802  (lupdate looks for this name)
    """Mark ``text`` for translation; pyside6-lupdate finds calls of this name only."""
    return text


def isolate(text: str) -> str:
    """Wrap right-to-left ``text`` so that it cannot reorder the sentence around it (UAX #9)."""
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def shown(value: object) -> str:
    """Return ``value`` as it may stand in a sentence: one line, printable, not endless."""
    try:
        text = str(value)
    except (RecursionError, ValueError):  # nested too deep, or an integer of 5,000 digits
        text = "…"
    text = _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) > _LONGEST_PARAMETER:
        text = text[: _LONGEST_PARAMETER - 1] + "…"
    return isolate(text)


class AnnotatorError(Exception):
    """Something a person can cause and mend, told in one clear sentence."""

    def __init__(self, template: str, **parameters: object) -> None:
        super().__init__(template)
        self.template = template
        self.parameters: dict[str, str] = {}
        self.causes: dict[str, AnnotatorError] = {}
        """Those of the parameters that are errors: sentences with marks and words of their own."""
        for name, value in parameters.items():
            if isinstance(value, AnnotatorError):
                self.causes[name] = value
            else:
                self.parameters[name] = shown(value)

    def __str__(self) -> str:
        return self.told(lambda template: template)

    def told(self, translated: Callable[[str], str]) -> str:
        """Return what it says, its template and those of its causes as ``translated``."""
        causes = {name: isolate(why.told(translated)) for name, why in self.causes.items()}
        return translated(self.template).format(**self.parameters, **causes)

    def __reduce__(self) -> tuple[object, ...]:
        # Workers send errors through pipes; the default would lose all but the template.
        return _rebuild, (type(self), self.template, self.parameters, self.causes)


def _rebuild(
    kind: type[AnnotatorError],
    template: str,
    parameters: dict[str, str],
    causes: dict[str, AnnotatorError],
) -> AnnotatorError:
    error = kind.__new__(kind)
    AnnotatorError.__init__(error, template)
    error.parameters, error.causes = parameters, causes
    return error


class InvalidSpan(AnnotatorError):
    """A span that its article cannot hold."""


class InvalidText(AnnotatorError):
    """A text that cannot be an article."""


class InvalidValue(AnnotatorError):
    """A value that means nothing."""


class InvalidLabelSet(AnnotatorError):
    """A label set that cannot be worked with."""


class InvalidArticle(AnnotatorError):
    """A record that is not an article or does not fit the project."""


class InvalidQuery(AnnotatorError):
    """A question to the list of articles that no article can answer."""


class UnknownName(AnnotatorError):
    """A name that the project does not hold."""


class RefusedAct(AnnotatorError):
    """An act that would lose or overrule somebody's work."""


class ProjectError(AnnotatorError):
    """The project file cannot be used as asked."""


class FileBusy(ProjectError):
    """Another program is writing the project file just now."""


class FileError(AnnotatorError):
    """A file cannot be read or written."""


def unreadable(file: object, error: OSError) -> FileError:
    """Return the error for a file that cannot be read."""
    return FileError(
        QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read: {why}."),
        file=file,
        why=error.strerror or error,
    )


def unwritable(file: object, error: OSError) -> FileError:
    """Return the error for a file that cannot be written."""
    return FileError(
        QT_TRANSLATE_NOOP("errors", "“{file}” cannot be written: {why}."),
        file=file,
        why=error.strerror or error,
    )
