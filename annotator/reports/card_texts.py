"""What the card of a release says, in both languages."""

from typing import Final

from annotator.arabic.cut_rule import CUT_RULE

CARD_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # -- headings
    "card what": ("What it is", "ما هي"),
    "card splits": ("Splits", "الأجزاء"),
    "card labels": ("Labels", "الوسوم"),
    "card label chart": ("Spans by label and split", "المقاطع حسب الوسم والجزء"),
    "card lengths": ("Lengths of spans, in words", "أطوال المقاطع بالكلمات"),
    "card outlets": ("Sources", "المصادر"),
    "card agreement": ("How far authors agree", "مدى توافق المشاركين"),
    "card settled": ("How differences were settled", "كيف سُوّيت الخلافات"),
    "card limits": ("Known limits", "حدود معروفة"),
    "card left out": ("Articles that are left out", "مقالات لم تدخل"),
    "card losses": ("What formats could not hold", "ما لم تتسع له الصيغ"),
    "card judged": ("Hard negatives", "أمثلة سلبية صعبة"),
    "card offsets": ("Offsets", "المواضع"),
    "card made": ("How it was made", "كيف صُنعت"),
    # -- columns and rows
    "split": ("Split", "الجزء"),
    "share": ("Share", "النسبة"),
    "marks": ("What it marks", "ما يسمه"),
    "in files": ("In files", "في الملفات"),
    "format": ("Format", "الصيغة"),
    "loss": ("What is lost", "ما فُقد"),
    "why": ("Why", "السبب"),
    "bridging": ("Too near to articles of two splits", "قريبة جدًا من مقالات في جزأين"),
    "loss widened": ("Widened to whole tokens", "وُسّعت إلى كلمات كاملة"),
    "loss narrowed": ("Narrowed, without spaces or line ends", "ضُيّقت بلا مسافات أو نهايات أسطر"),
    "loss split": (
        "Split into pieces, without the line ends in them",
        "قُسّمت قطعًا بلا نهايات الأسطر التي فيها",
    ),
    "loss dropped": ("Dropped", "أُسقطت"),
    "loss value": ("Written without their value", "كُتبت بلا قيمتها"),
    "loss note": ("Written without their note", "كُتبت بلا ملاحظتها"),
    "loss certainty": ("Written without “not sure”", "كُتبت بلا «غير متأكد»"),
    "loss origin": (
        "Written without their ids and how they were drawn",
        "كُتبت بلا معرّفاتها وكيف رُسمت",
    ),
    "loss times": ("Written without when they were drawn", "كُتبت بلا وقت رسمها"),
    "loss name": (
        "Articles without their name, title, outlet, address, day and author",
        "مقالات بلا اسمها وعنوانها ووسيلتها ورابطها ويومها وصاحب وسومها",
    ),
    "loss details": (
        "Articles without their note, sources or other details",
        "مقالات بلا ملاحظتها أو مصادرها أو سائر تفاصيلها",
    ),
    "loss work": (
        "Articles without the reason or the version of the guidelines",
        "مقالات بلا السبب أو إصدار الإرشادات",
    ),
    "loss seconds": ("Articles without the time worked on them", "مقالات بلا مدة العمل عليها"),
    "loss text": ("Articles without their text", "مقالات بلا نصها"),
    "loss spacing": (
        "Articles without their own spaces and line ends",
        "مقالات بلا مسافاتها ونهايات أسطرها",
    ),
    # -- sentences
    "card intro": (
        "{articles} news articles with {spans} labelled spans, in {splits}. Released on {day} with"
        " {program}.",
        "{articles} مقالة إخبارية فيها {spans} مقطعًا موسومًا، في {splits}. صدرت في {day} بواسطة"
        " {program}.",
    ),
    "card gold": (
        "The spans are gold: what the authors of finished layers agree on, and what a lead decided"
        " where they differ.",
        "المقاطع ذهبية: ما اتفق عليه أصحاب الطبقات المنجزة، وما بتّ فيه مشرف حيث اختلفوا.",
    ),
    "card layer": (
        "The spans are those of one author, {author}; no lead has settled them.",
        "المقاطع لمشارك واحد هو {author}؛ ولم يبتّ فيها مشرف.",
    ),
    "card licence": ("Licence: {licence}", "الترخيص: {licence}"),
    "card no licence": (
        "No licence was given. Ask whoever released it before you use it.",
        "لم يُذكر ترخيص. اسأل من أصدرها قبل أن تستعملها.",
    ),
    "card dates": (
        "Published from {first} to {last}; the day of {undated} articles is not known.",
        "نُشرت بين {first} و{last}؛ ويوم النشر غير معروف في {undated} من المقالات.",
    ),
    "card no dates": (
        "Of no article is it known when it was published.",
        "لا يُعرف تاريخ النشر لأي مقالة.",
    ),
    "card sizes": (
        "{characters} characters, {words} words.",
        "{characters} محرفًا، {words} كلمة.",
    ),
    "card empty": (
        "Nothing is in {splits}: there were too few articles, or they had to share a split.",
        "لا شيء في {splits}: كانت المقالات قليلة، أو وجب أن تكون في جزء واحد.",
    ),
    "card stayed": (
        "Articles that keep the split of an earlier release, whatever this one asked for:"
        " {articles}.",
        "مقالات بقيت في الجزء الذي كانت فيه في إصدار سابق، أيًّا كان ما طُلب هنا: {articles}.",
    ),
    "card together": (
        "Groups of articles that were kept in one split by hand: {groups}.",
        "مجموعات مقالات أُبقيت يدويًا في جزء واحد: {groups}.",
    ),
    "card out of time": (
        "Articles in later splits that are older than the newest one of an earlier split, since"
        " they were released there before or tell the story of a newer one: {articles}.",
        "مقالات في أجزاء لاحقة هي أقدم من أحدث مقالة في جزء قبلها، لأنها صدرت فيها من قبل أو تروي"
        " خبر مقالة أحدث: {articles}.",
    ),
    "card parted outlets": (
        "Outlets with articles in several splits, since they were released there before:"
        " {outlets}. The test split does not tell of outlets never seen.",
        "جهات نشر لها مقالات في أكثر من جزء، لأنها صدرت فيها من قبل: {outlets}. فلا يدل جزء"
        " الاختبار على جهات لم تُر من قبل.",
    ),
    "card moved": (
        "Articles that were in another split when they were released last: {articles}. That"
        " release had splits which this one has not.",
        "مقالات كانت في جزء آخر حين صدرت آخر مرة: {articles}. كان في ذلك الإصدار أجزاء ليست في"
        " هذا.",
    ),
    "card near": (
        "Pairs of articles that tell the same story, and so share a split: {pairs}.",
        "أزواج المقالات التي تروي الخبر نفسه، فتكون في جزء واحد: {pairs}.",
    ),
    "card highest": (
        "The two articles in different splits that share most, {one} and {other}, have a similarity"
        " of {similarity} (Jaccard, of all runs of three words).",
        "أكثر مقالتين تشابهًا في جزأين مختلفين، {one} و{other}، تشابههما {similarity} (Jaccard، على"
        " كل ثلاث كلمات متتالية).",
    ),
    "card no highest": (
        "No two articles in different splits were found to share a run of three words.",
        "لم توجد مقالتان في جزأين مختلفين تشتركان في ثلاث كلمات متتالية.",
    ),
    "card within": (
        "Of articles in different splits, {one} stands most within a longer one: {longer} has"
        " {share} of its runs of three words.",
        "من بين المقالات في أجزاء مختلفة، أكثرها ورودًا داخل مقالة أطول هي {one}: في {longer} منها"
        " {share} من كل ثلاث كلمات متتالية.",
    ),
    "card compared": (
        "Compared were articles that are alike as a whole (MinHash), and all that share a sampled"
        " run of three words: one run in {few}, and each run of an article of up to {short}. Runs"
        " that more than {many} articles have were not looked at, so what articles share of"
        " nothing else is not told here.",
        "قورنت المقالات المتشابهة في مجملها (MinHash)، وكل ما يشترك في عيّنة من الكلمات الثلاث"
        " المتتالية: واحدة من كل {few}، وكلها في المقالات التي لا تزيد على {short}. ولم يُنظر فيما"
        " تشترك فيه أكثر من {many} مقالة، فما لا تشترك المقالات إلا فيه لا يُذكر هنا.",
    ),
    "card all project": (
        "Agreement is reckoned on all articles of the project that two authors or more have"
        " finished, whether or not they are in this release. Authors are called A, B, C; the"
        " letters do not follow their names.",
        "يُحسب التوافق على كل مقالات المشروع التي أنجزها مشاركان أو أكثر، أكانت في هذا الإصدار أم"
        " لا. ويُسمّى المشاركون A وB وC، ولا تتبع الحروف أسماءهم.",
    ),
    "card single": (
        "Articles that one author alone has finished, so that nobody else checked each span:"
        " {single} of {articles} ({share}).",
        "مقالات أنجزها مشارك واحد، فلم يراجع غيره كل مقطع فيها: {single} من {articles} ({share}).",
    ),
    "card judged told": (
        "“judged.jsonl” lists {spans} spans that an author drew and a lead ruled out, by article"
        " and hash, each with the reason; they are not among the spans of the release.",
        "في «judged.jsonl» {spans} مقطعًا وسمها مشارك واستبعدها المشرف، حسب المقالة وبصمتها، ومع كل"
        " منها السبب؛ وليست من مقاطع الإصدار.",
    ),
    "card offsets told": (
        "Offsets count Unicode code points of the article’s text from 0, end exclusive, unless a"
        " format says otherwise. “articles.jsonl” lists each article with the SHA-256 of its text,"
        " its split and its spans; “manifest.json” lists each file with its SHA-256.",
        "تُعدّ المواضع بنقاط يونيكود في نص المقالة من 0، والنهاية غير داخلة، ما لم تذكر صيغة غير ذلك."
        " في «articles.jsonl» كل مقالة مع بصمة نصها (SHA-256) وجزئها ومقاطعها؛ وفي «manifest.json»"
        " كل ملف مع بصمته.",
    ),
    "card tokens told": (
        "Some formats have tokens: CoNLL, BILOU, spaCy, the tags of Hugging Face and Parquet and,"
        f" beside the spans, CAS and Prodigy. {CUT_RULE[0]} Spans never decide where a token"
        " begins; in tags, and in spaCy, one that begins or ends inside a token takes the whole of"
        " it. Cut texts alike that are to be tagged.",
        "في بعض الصيغ وحدات: CoNLL وBILOU وspaCy وعلامات Hugging Face وParquet، وكذلك CAS وProdigy"
        f" إلى جانب المقاطع. {CUT_RULE[1]} لا تقرر المقاطع أين تبدأ وحدة؛ والمقطع الذي يبدأ أو"
        " ينتهي داخل وحدة يأخذها كلها في العلامات وفي spaCy. قطّع النصوص التي ستُعلَّم بالطريقة نفسها.",
    ),
    "card made told": (
        "Guidelines: version {guidelines}. Articles were parted {by}, with seed {seed}, as"
        " {shares}.",
        "الإرشادات: النسخة {guidelines}. وُزّعت المقالات {by} بالبذرة {seed}، وفق {shares}.",
    ),
    "by random": ("by chance", "بالمصادفة"),
    "by time": ("by the day of publication", "حسب يوم النشر"),
    "by outlet": ("by outlet", "حسب جهة النشر"),
    # -- what tables mean
    "about card splits": (
        "Articles that tell the same story share a split, and an article stays in the split that it"
        " had in an earlier release.",
        "المقالات التي تروي الخبر نفسه في جزء واحد، وتبقى المقالة في الجزء الذي كانت فيه في إصدار"
        " سابق.",
    ),
    "about card labels": (
        "What a label marks is the first sentence of the guidelines on it.",
        "ما يسمه الوسم هو أول جملة عنه في الإرشادات.",
    ),
    "about card lengths": (
        "A word that a span begins or ends within counts whole.",
        "الكلمة التي يبدأ المقطع أو ينتهي في داخلها تُعدّ كاملة.",
    ),
    "about card outlets": (
        "The outlet that an article was imported with.",
        "جهة النشر التي استُوردت المقالة معها.",
    ),
    "about card settled": (
        "Decisions that stand in the released articles, by how the lead came to them.",
        "القرارات القائمة في مقالات الإصدار، حسب ما اختاره المشرف.",
    ),
    "about card left out": (
        "An article that waits for several things is counted for each.",
        "المقالة التي تنتظر أكثر من أمر تُحسب في كل منها.",
    ),
    "about card losses": (
        "Spans by format and label, and what articles lost; the list of articles has all spans,"
        " with their borders.",
        "المقاطع حسب الصيغة والوسم، وما فقدته المقالات؛ وكل المقاطع بحدودها في قائمة المقالات.",
    ),
    "about card judged": (
        "A place that several authors drew alike counts once.",
        "الموضع الذي وسمه عدة مشاركين بالطريقة نفسها يُعدّ مرة واحدة.",
    ),
    "nothing judged": ("Leads ruled no span out.", "لم يستبعد المشرفون أي مقطع."),
    "no rule": (
        "The guidelines have no section on this label.",
        "ليس في الإرشادات باب عن هذا الوسم.",
    ),
    "no losses": (
        "Every format holds every article and span with all that is said of it.",
        "تتسع كل صيغة لكل مقالة وكل مقطع ولكل ما قيل فيه.",
    ),
    "none left out": ("No article is left out.", "لم تُترك مقالة."),
}
