"""The encodings that pages may tell: those of the web, by the WHATWG Encoding Standard.

Python knows others, which are none of texts, and some of which take hours for what a page holds.
"""

import codecs
from collections.abc import Mapping

_CODECS: Mapping[str, str] = {
    "utf-8": "utf-8",
    # Who can read the word does not read UTF-16.
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    # What is called so on the web is the wider set of Windows.
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "mac-roman": "mac-roman",
    **{
        name: name
        for name in (
            *("cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp"),
            *(f"cp125{last}" for last in range(9)),
            *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
            *("koi8-r", "koi8-u", "mac-cyrillic"),
        )
    },
}
"""By Python's name of what a page tells: the codec that reads it."""
_LABELS = {
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-sjis": "shift_jis",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "x-gbk": "gbk",
    "x-x-big5": "big5",
} | {f"x-cp125{last}": f"cp125{last}" for last in range(9)}
"""Names of the web that Python does not know."""


def codec_of(label: str) -> str | None:
    """Return the codec for the encoding that a page tells, if it is one of the web."""
    label = label.lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    return _CODECS.get(name)
