"""UIMA CAS, in XMI and in JSON, as INCEpTION imports and exports it: a file an article.

Offsets count UTF-16 in the file.  A span is a named entity of DKPro, its ``value`` the label, its
``identifier`` the entry of the registry that is meant.  Sentences and tokens lie beside it; what
else is known of the article and of its spans stands, as JSON, in DKPro's string fields for
metadata, since INCEpTION refuses types that its project lacks.

Control characters that XML cannot hold are replaced by U+FFFD in XMI, each by one, so that no
offset moves; our own reader puts them back.

Read are the layers that people made for themselves as well, archives that INCEpTION exports, and
XMI with or without its type system.
"""

from annotator.core.format import Format, Unit
from annotator.formats.cas.reading import (
    companions,
    count,
    read_json,
    read_xmi,
    recognise_json,
    recognise_xmi,
)
from annotator.formats.cas.writing import write_json, write_xmi

XMI = Format(
    name="cas_xmi",
    suffixes=(".xmi",),
    unit=Unit.UTF16,
    nested=True,
    subword=True,
    has_tokens=True,
    recognise=recognise_xmi,
    read=read_xmi,
    count=count,
    companions=companions,
    write=write_xmi,
    is_folder=True,
)

JSON = Format(
    name="cas_json",
    suffixes=(),
    unit=Unit.UTF16,
    nested=True,
    subword=True,
    has_tokens=True,
    recognise=recognise_json,
    read=read_json,
    count=count,
    write=write_json,
    is_folder=True,
)
