"""What reports say, in English and Arabic side by side.

Reports are made where there is no Qt, so its translations cannot serve; what a report and the
window both say stands here alone.
"""

from collections.abc import Mapping
from typing import Final

from annotator.core.causes import Cause
from annotator.core.model import Status
from annotator.reports.card_texts import CARD_TEXTS
from annotator.reports.sentences import SENTENCES

_NAMES: Final[dict[str, tuple[str, str]]] = {
    # -- statuses, causes, choices, what articles wait for
    "status new": ("new", "جديدة"),
    "status in progress": ("in progress", "قيد العمل"),
    "status finished": ("finished", "منجزة"),
    "status set aside": ("set aside", "منحّاة جانبًا"),
    "cause missed": ("Missed by some", "أغفله بعضهم"),
    "cause split": ("Split or merged", "مقطع مقسوم أو مدموج"),
    "cause label": ("Other label", "وسم مختلف"),
    "cause clitic": ("Border: one-letter prefix", "حدّ: حرف متصل بأول الكلمة"),
    "cause article": ("Border: the article ال", "حدّ: «ال» التعريف"),
    "cause quote": ("Border: quotes or punctuation", "حدّ: علامات تنصيص أو ترقيم"),
    "cause kind_word": ("Border: kind word or title", "حدّ: كلمة نوع أو لقب"),
    "cause marks": ("Border: spaces or marks", "حدّ: مسافات أو تشكيل"),
    "cause border": ("Other border", "حدّ مختلف"),
    "cause value": ("Other value", "قيمة مختلفة"),
    "choice option": ("one of the answers", "أحد الأجوبة"),
    "choice majority": ("the majority", "جواب الأغلبية"),
    "choice all": ("all spans", "كل المقاطع"),
    "choice widest": ("the widest", "الأوسع"),
    "choice narrowest": ("the narrowest", "الأضيق"),
    "choice none": ("nothing", "لا شيء"),
    "choice spans": ("own spans of the lead", "مقاطع المشرف نفسه"),
    "choice single": ("the only layer accepted", "قبول الطبقة الوحيدة"),
    "choice set-aside": ("a layer set aside not waited for", "عدم انتظار طبقة منحّاة جانبًا"),
    "wait nobody": ("Nobody has finished it", "لم ينجزها أحد"),
    "wait authors": ("Others have yet to finish it", "لم ينجزها الجميع بعد"),
    "wait conflicts": ("Open conflicts", "خلافات مفتوحة"),
    "wait single": ("Its only layer is to be accepted", "طبقتها الوحيدة تنتظر القبول"),
    "wait owner": ("The author of the layer has yet to finish it", "لم ينجزها صاحب الطبقة بعد"),
    "wait aside": ("All have set it aside", "نحّاها الجميع جانبًا"),
    # -- headings
    "report": ("Report on “{project}”", "تقرير عن «{project}»"),
    "as of": ("As of {day}", "حتى {day}"),
    "nothing done": ("Nothing was done in this project yet.", "لم يُعمل شيء في هذا المشروع بعد."),
    "state": ("How far the project is", "إلى أين وصل المشروع"),
    "own state": ("Your articles and questions", "مقالاتك وأسئلتك"),
    "own labels": ("Your spans by label", "مقاطعك حسب الوسم"),
    "authors": ("Articles by author", "المقالات حسب المشارك"),
    "status chart": ("Articles by status", "المقالات حسب الحالة"),
    "days": ("Spans a day", "المقاطع في اليوم"),
    "speed": ("Seconds per span", "ثوانٍ لكل مقطع"),
    "labels": ("Spans by label", "المقاطع حسب الوسم"),
    "conflicts": ("Open conflicts by cause and label", "الخلافات المفتوحة حسب السبب والوسم"),
    "conflict chart": ("Open conflicts by cause", "الخلافات المفتوحة حسب السبب"),
    "decisions": ("Decisions", "القرارات"),
    "samples": ("Random samples of what all agree on", "عينات عشوائية مما اتفق عليه الجميع"),
    "suggestions": ("Work with suggestions and without", "العمل مع الاقتراحات وبدونها"),
    "questions": ("Questions to the lead", "الأسئلة إلى المشرف"),
    "aside": ("Articles set aside", "المقالات المنحّاة جانبًا"),
    "headline": ("Agreement on spans", "التوافق على المقاطع"),
    "pairs": ("Agreement by pair of authors", "التوافق لكل مشاركَين"),
    "pair chart": ("F1 by pair of authors", "قيمة F1 لكل مشاركَين"),
    "f1 labels": ("Agreement by label", "التوافق حسب الوسم"),
    "f1 label chart": ("F1 by label", "قيمة F1 حسب الوسم"),
    "outlets": ("Agreement by outlet", "التوافق حسب جهة النشر"),
    "outlet chart": ("F1 by outlet", "قيمة F1 حسب جهة النشر"),
    "months": ("Agreement by month", "التوافق حسب الشهر"),
    "month chart": ("F1 by month", "قيمة F1 حسب الشهر"),
    "causes": ("Why authors differ", "أسباب اختلاف المشاركين"),
    "confusion": ("What one calls so, and another", "ما يسمّيه أحدهم، وما يسمّيه غيره"),
    "matched": ("On spans that both marked", "على المقاطع التي وسمها الاثنان"),
    "kappa": ("Kappa, a diagnosis", "كابّا، للتشخيص"),
    "kappa outlets": ("Kappa by outlet", "كابّا حسب جهة النشر"),
    "kappa months": ("Kappa by month", "كابّا حسب الشهر"),
    "curve": (
        "F1 by how many gold articles were learned from",
        "قيمة F1 حسب عدد المقالات الذهبية المتعلَّم منها",
    ),
    "curve point": ("Articles: {count}", "المقالات: {count}"),
    "curve series": ("{source}, {way}", "{source}، {way}"),
    "source memory": ("Memory", "الذاكرة"),
    "source rules": ("Rules", "القواعد"),
    "source model": ("Model", "النموذج"),
    "source together": ("Together", "كلها معًا"),
    # -- columns and rows
    "author": ("Author", "المشارك"),
    "article": ("Article", "المقالة"),
    "articles": ("Articles", "المقالات"),
    "own tests": ("Of these, as a test", "منها للاختبار"),
    "spans": ("Spans", "المقاطع"),
    "minutes": ("Minutes per article", "دقائق لكل مقالة"),
    "all": ("Total", "المجموع"),
    "day": ("Day", "اليوم"),
    "label": ("Label", "الوسم"),
    "cause": ("Cause", "السبب"),
    "reason": ("Reason", "السبب"),
    "number": ("Number", "العدد"),
    "what": ("What", "البند"),
    "in finished": ("In finished layers", "في الطبقات المنجزة"),
    "in gold": ("In gold", "في الطبقة الذهبية"),
    "ready": ("Ready", "جاهزة"),
    "waiting": ("Waiting: {why}", "تنتظر: {why}"),
    "open conflicts": ("Open conflicts", "الخلافات المفتوحة"),
    "open questions": ("Open questions to the lead", "أسئلة مفتوحة إلى المشرف"),
    "answered questions": ("Answered questions", "أسئلة أُجيب عنها"),
    "open": ("open", "مفتوحة"),
    "answered": ("answered", "أُجيب عنها"),
    "choice": ("Outcome", "ما اختير"),
    "gaps": ("Of these, gaps in the guidelines", "منها ما لا تبتّ فيه الإرشادات"),
    "agreed then": ("Agreed spans", "المقاطع المتفق عليها"),
    "checked": ("Checked", "ما فُحص"),
    "wrong": ("Wrong", "الخطأ"),
    "share wrong": ("Share wrong", "نسبة الخطأ"),
    "with suggestions": ("With suggestions", "مع الاقتراحات"),
    "without": ("Without", "بدونها"),
    "difference": ("Difference", "الفرق"),
    "effect seconds a span": ("Seconds per span", "ثوانٍ لكل مقطع"),
    "effect spans an article": ("Spans per article", "مقاطع لكل مقالة"),
    "effect exact": ("F1 with gold, exact", "F1 مع الطبقة الذهبية، مطابق"),
    "effect overlap": ("F1 with gold, overlapping", "F1 مع الطبقة الذهبية، متداخل"),
    "pair": ("Authors", "المشاركان"),
    "exact": ("Exact", "مطابق"),
    "overlap": ("Overlapping", "متداخل"),
    "borders exact": ("Borders, exact", "الحدود، مطابق"),
    "borders overlap": ("Borders, overlapping", "الحدود، متداخل"),
    "outlet": ("Outlet", "جهة النشر"),
    "month": ("Month", "الشهر"),
    "unknown": ("not known", "غير معروف"),
    "nothing": ("nothing", "لا شيء"),
    "any label": ("With one label", "بوسم واحد"),
    "borders": ("Whatever the label", "أيًّا كان الوسم"),
    "figure": ("Figure", "القيمة"),
    "same label": ("Same label", "الوسم نفسه"),
    "same value": ("Same value", "القيمة نفسها"),
    "same entry": ("Same entry", "المدخل نفسه"),
    "compared spans": ("Spans compared", "المقاطع المقارنة"),
    "everybody": ("Everybody", "الجميع"),
    # -- what is said of one bar or cell
    "told": ("{name}: {number}", "{name}: {number}"),
    "told of": ("{name}, {what}: {number}", "{name}، {what}: {number}"),
    "called": ("{label} and {other}: {number}", "{label} و{other}: {number}"),
    "within": ("{figure} (from {low} to {high})", "{figure} (من {low} إلى {high})"),
    "one; other": ("{one}; {other}", "{one}؛ {other}"),
    "more seconds a span": (
        "a span takes {number} seconds more",
        "يزيد ما يستغرقه المقطع {number} ثانية",
    ),
    "less seconds a span": (
        "a span takes {number} seconds less",
        "يقل ما يستغرقه المقطع {number} ثانية",
    ),
    "more spans an article": (
        "an article gets {number} more spans",
        "يزيد عدد مقاطع المقالة {number}",
    ),
    "less spans an article": (
        "an article gets {number} fewer spans",
        "يقل عدد مقاطع المقالة {number}",
    ),
    "more exact": (
        "exact F1 with gold is {number} higher",
        "تزيد قيمة F1 المطابقة مع الطبقة الذهبية {number}",
    ),
    "less exact": (
        "exact F1 with gold is {number} lower",
        "تقل قيمة F1 المطابقة مع الطبقة الذهبية {number}",
    ),
    "more overlap": (
        "overlapping F1 with gold is {number} higher",
        "تزيد قيمة F1 المتداخلة مع الطبقة الذهبية {number}",
    ),
    "less overlap": (
        "overlapping F1 with gold is {number} lower",
        "تقل قيمة F1 المتداخلة مع الطبقة الذهبية {number}",
    ),
    "pair of": ("{one} – {other}", "{one} – {other}"),
    "few": ("{count} (few)", "{count} (قليلة)"),
    "dash": ("–", "–"),
}
_TEXTS: Final = {**_NAMES, **SENTENCES, **CARD_TEXTS}
_LANGUAGES: Final = ("en", "ar")


class Words:
    """Says the texts of reports in one language, ``en`` or ``ar``."""

    def __init__(self, language: str) -> None:
        self.language = language if language in _LANGUAGES else "en"
        self._at = _LANGUAGES.index(self.language)

    @property
    def is_rtl(self) -> bool:
        """Whether the language is read from right to left."""
        return self.language == "ar"

    def say(self, text: str, **parameters: object) -> str:
        """Return the text of that name; parameters that are typed come isolated, see ``shown``."""
        return _TEXTS[text][self._at].format(**parameters)


def texts() -> Mapping[str, tuple[str, str]]:
    """Return all texts by their names, each in English and in Arabic."""
    return _TEXTS


def cause_name(cause: Cause, words: Words) -> str:
    """Return what a cause is called."""
    return words.say(f"cause {cause.value}")


def status_name(status: Status, words: Words) -> str:
    """Return how far an author is, by name."""
    return words.say(f"status {status.value}")
