"""The table of file formats; one file each."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from annotator.core.errors import QT_TRANSLATE_NOOP, FileError, UnknownName, unreadable
from annotator.core.format import Format


class _Table(Mapping[str, Format]):
    """The formats by their names, loaded when one is asked for: not when a window opens."""

    @cached_property
    def _formats(self) -> dict[str, Format]:
        from annotator.formats import (
            brat,
            cas,
            conll,
            doccano,
            huggingface,
            jsonl,
            label_studio,
            labelbuddy,
            plain_text,
            prodigy,
            spacy,
            spreadsheet,
            web_page,
        )

        formats = (
            jsonl.FORMAT,
            label_studio.FORMAT,
            doccano.FORMAT,
            prodigy.FORMAT,
            brat.FORMAT,
            labelbuddy.FORMAT,
            cas.XMI,
            cas.JSON,
            conll.IOB2,
            conll.BILOU,
            spreadsheet.FORMAT,
            plain_text.FORMAT,
            web_page.FORMAT,
            huggingface.FORMAT,
            huggingface.PARQUET,
            spacy.FORMAT,
        )
        return {format.name: format for format in formats}

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._formats)

    def __len__(self) -> int:
        return len(self._formats)


FORMATS: Mapping[str, Format] = _Table()

_HEAD = 1024 * 1024
"""How much of a file is looked at: other programs may put their keys after the whole text."""


def format_named(name: str) -> Format:
    """Return the format of that name.

    Raises:
        UnknownName: if there is none.
    """
    if name not in FORMATS:
        raise UnknownName(
            QT_TRANSLATE_NOOP("errors", "There is no format “{name}”. Known are: {known}."),
            name=name,
            known=", ".join(FORMATS),
        )
    return FORMATS[name]


_DOCUMENT = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a document with a layout, which is not read here. Save it as plain text (.txt, in"
    " UTF-8), then import that.",
)
_SHEET = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is a spreadsheet, which is not read here. Save it as CSV in UTF-8, then import that.",
)
_PACKED = QT_TRANSLATE_NOOP(
    "errors", "“{file}” is packed. Unpack it, then import the folder that comes out."
)
_TO_SAVE_OTHERWISE = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".pdf", ".rtf"), _DOCUMENT),
    **dict.fromkeys((".ods", ".xls", ".xlsx"), _SHEET),
    **dict.fromkeys((".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip"), _PACKED),
}
"""What to do with files that people have often and that no format here reads, by their names."""


def format_of(path: Path) -> Format:
    """Return the format in which ``path`` is to be read: by its content, else by its name.

    Raises:
        FileError: if it cannot be read or is of no known format.
    """
    readable = [format for format in FORMATS.values() if format.read]
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise unreadable(path.name, error) from error
    # The native format takes any line with a text: those that look closer are asked before it.
    for format in reversed(readable):
        if format.recognise(path, head):
            return format
    suffix = path.suffix.lower()
    for format in readable:
        if suffix in format.suffixes:
            return format
    if suffix in _TO_SAVE_OTHERWISE:
        raise FileError(_TO_SAVE_OTHERWISE[suffix], file=path.name)
    raise FileError(
        QT_TRANSLATE_NOOP("errors", "“{file}” is in no format that is read here: {known}."),
        file=path.name,
        known=", ".join(format.name for format in readable),
    )
