"""How a number is to be taken: what the words before it and behind it make of it.

A phrase stands right before the number, in the stretch or outside; what may mean more than one
thing makes the whole unknown.
"""

import re
from dataclasses import dataclass

from annotator.arabic.folding import fold
from annotator.core.values import Modifier

_AND_MORE = "(?: [^ ]+){,2}"
_COUNTS = "عدد|نسب[ةت]|قيم[ةت]|مساح[ةت]|كلف[ةت]|تكلف[ةت]|حصيل[ةت]|إجمالي|مجموع|طول|وزن|سعر|ثمن"
_COUNT = f"(?: (?:ال)?(?:{_COUNTS})[^ ]*(?: [^ ]+)?)?"
_SURE_COUNT = _COUNT.removesuffix("?")
_EXCEEDS = "(?:ي|ت)(?:تجاوز|تخطى|تعدى|تعد|فوق)"
_GROWS = "(?:ي|ت)(?:زيد|زد|ربو|نوف|نيف)(?:ون)?"
_HAS = "(?:ي|ت)?(?:ضم|بلغ|ملك|شمل|حوي|نشر|ستضيف)ت?"
_STILL = "(?:ي|ت)?(?:زال|زالت|زل|زالون)"

_BETWEEN = "بين"
_UNCLEAR = "?"

_BEFORE = (
    # A row that is more exact stands above one that is less.
    ("بين", _BETWEEN),
    (f"(?:لا|ما|لم) {_STILL}{_AND_MORE} (?:أكثر|أزيد) من", Modifier.OVER),
    (f"(?:لا|لم|لن) (?:ي|ت)قل{_AND_MORE} عن", Modifier.OVER),
    (f"(?:لا|لم|لن) {_EXCEEDS}{_COUNT}", Modifier.UNDER),
    (f"(?:لا|لم|لن) {_GROWS}{_AND_MORE} (?:على|عن)", Modifier.UNDER),
    ("(?:لا|ليس|ليسوا) (?:أكثر|أزيد) من", Modifier.UNDER),
    ("(?:لا|ليس|ليسوا) أقل من", Modifier.OVER),
    (f"(?:لا|لم|لن|ليس|ليست){_AND_MORE} (?:أكثر|أزيد|أقل|أدنى) من", _UNCLEAR),
    ("(?:أكثر|أزيد|أكبر|أعلى) من", Modifier.OVER),
    (f"{_GROWS}{_AND_MORE} (?:على|عن)", Modifier.OVER),
    (f"{_EXCEEDS}{_COUNT}", Modifier.OVER),
    (f"(?:تجاوز|تخطى|فاق)ت?{_SURE_COUNT}", Modifier.OVER),
    ("(?:تجاوز|تخطى|فاق)ت?", _UNCLEAR),
    ("على الأقل", Modifier.OVER),
    (f"{_HAS}{_AND_MORE} فوق", Modifier.OVER),
    ("فوق", _UNCLEAR),
    ("(?:أقل|أدنى) من", Modifier.UNDER),
    (f"(?:ي|ت)قل{_AND_MORE} عن", Modifier.UNDER),
    ("على الأكثر", Modifier.UNDER),
    ("من دون", None),
    ("دون", Modifier.UNDER),
    ("(?:نحوا من|نحو|حوالي|قرابة|زهاء|تقريبا)", Modifier.ABOUT),
    (f"(?:ي|ت)(?:قارب|ناهز){_COUNT}", Modifier.ABOUT),
    (f"(?:ي|ت)قرب{_AND_MORE} من", Modifier.ABOUT),
    ("(?:في )?حدود", Modifier.ABOUT),
    ("من", None),
)
_BEHIND = (
    ("(?:تقريبا|على وجه التقريب)", Modifier.ABOUT),
    ("(?:على الأقل|على أقل تقدير|كحد أدنى|ف?أكثر|أو أكثر|أو يزيد|ونيف|فما فوق)", Modifier.OVER),
    ("(?:على الأكثر|على أبعد تقدير|كحد أقصى|كأقصى حد|ف?أقل|أو أقل)", Modifier.UNDER),
)
_BEGINNING = r"(?:(?<!\w)|(?<=(?<!\w)[وفبلك]))(?:ما )?"
_BEFORE_PATTERNS = [
    (re.compile(rf"{_BEGINNING}(?:{fold(phrase)}) [ \"'(«“‘]*(?:ال ?)?\Z"), meaning)
    for phrase, meaning in _BEFORE
]
_BEHIND_PATTERNS = [
    (re.compile(rf" *(?:{fold(phrase)})(?!\w)"), meaning) for phrase, meaning in _BEHIND
]
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """What the words before a number say, and where in the folded text they begin."""

    modifier: Modifier | None
    between: bool
    unclear: bool
    start: int


def opening_of(before: str) -> Opening:
    """Read the phrases with which a folded text ends: بين, نحو, ما لا يقل عن, ما بين نحو."""
    modifier, between, unclear, text = None, False, False, before
    for _ in range(_DEEPEST):
        start, meaning = _phrase_at_end(text)
        if start is None:
            break
        text = text[:start]
        unclear |= meaning == _UNCLEAR
        between |= meaning == _BETWEEN
        if isinstance(meaning, Modifier):
            modifier = modifier or meaning
    return Opening(modifier, between, unclear, len(text))


def _phrase_at_end(text: str) -> tuple[int | None, Modifier | str | None]:
    for pattern, meaning in _BEFORE_PATTERNS:
        match = pattern.search(text)
        if match:
            return match.start(), meaning
    return None, None


def modifier_behind(rest: str) -> Modifier | None:
    """Read the phrase with which a folded text begins: تقريبا, على الأقل."""
    for pattern, meaning in _BEHIND_PATTERNS:
        if pattern.match(rest):
            return meaning
    return None


def is_phrase_behind(rest: str) -> bool:
    """Tell whether a folded text is such a phrase and nothing else."""
    return any(pattern.fullmatch(rest.rstrip()) for pattern, _ in _BEHIND_PATTERNS)
