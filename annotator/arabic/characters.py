"""Classes of characters, written as the inside of a ``[…]`` of ``regex`` in version 1.

They follow the grapheme clusters of UAX #29, so that patterns made of them part no letter.
"""

TATWEEL = "\N{ARABIC TATWEEL}"

PREPENDED = r"\p{GCB=Prepend}"
"""Signs that form one letter with what follows, such as U+0600 ARABIC NUMBER SIGN."""

MARK = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\u200d"
"""What forms one letter with what precedes: marks, joiners, skin tones."""

INVISIBLE = r"\u00ad\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Controls that stand between letters without parting the word; U+200B does part it."""

_NO_LETTER = rf"\p{{Extended_Pictographic}}{PREPENDED}{MARK}"

NUMBER = rf"[\p{{N}}--[{_NO_LETTER}]]"

ARABIC = rf"[[\p{{Arabic}}&&\p{{L}}]{TATWEEL}--[{_NO_LETTER}]]"
"""The letters of the Arabic script, and tatweel."""

FOREIGN = rf"[\p{{L}}--[\p{{Arabic}}{TATWEEL}{_NO_LETTER}]]"
"""The letters of all other scripts."""

LETTER = f"{ARABIC}{FOREIGN}{NUMBER}"
"""What words are made of."""

PERCENT = "%٪‰؉"
