"""What the figures of a report mean, each with the source of its formula, in both languages."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "about state": (
        "An article is ready when all who have it have finished it and nothing is left to settle."
        " One that is not may wait for several things at once, and is counted for each.",
        "تكون المقالة جاهزة حين ينجزها كل من أُسندت إليه ولا يبقى فيها ما يُبتّ فيه. وقد تنتظر"
        " المقالة أكثر من أمر، فتُحسب في كل منها.",
    ),
    "about own state": (
        "The articles that are yours, and your questions.",
        "المقالات المسندة إليك، وأسئلتك.",
    ),
    "about authors": (
        "The articles that each author was given or has begun; one that was given and not begun is"
        " new. Seconds and minutes are those of the finished articles on which time was measured,"
        " pauses left out. Seconds per span are reckoned on the spans that the author drew or"
        " changed, not on those that were imported and left as they were.",
        "المقالات التي أُسندت إلى كل مشارك أو بدأها؛ وما أُسند ولم يُبدأ فهو جديد. الثواني والدقائق"
        " هي للمقالات المنجزة التي قيس الوقت فيها، بلا فترات التوقف. وتُحسب الثواني لكل مقطع على"
        " المقاطع التي وسمها المشارك أو غيّرها، لا على ما استُورد وبقي كما هو.",
    ),
    "about days": (
        "The spans that stand now, by the day on which they were drawn (time zone of this machine:"
        " {zone}). What an import brought is left out where its file does not say how it was"
        " drawn.",
        "المقاطع القائمة الآن، حسب اليوم الذي وُسمت فيه (بتوقيت هذا الجهاز: {zone}). ولا يدخل فيها"
        " ما أتى به استيراد لا يذكر ملفه كيف وُسم.",
    ),
    "about labels": (
        "The spans in the finished layers of all authors, and the gold spans of the articles that"
        " are ready: gold is what authors agree on and what a lead decided.",
        "المقاطع في الطبقات المنجزة لكل المشاركين، ومقاطع الطبقة الذهبية في المقالات الجاهزة:"
        " والطبقة الذهبية ما اتفق عليه المشاركون وما بتّ فيه المشرف.",
    ),
    "about own labels": (
        "The spans in your finished layers.",
        "المقاطع في طبقاتك المنجزة.",
    ),
    "about conflicts": (
        "Stretches on which finished layers differ and that no lead has settled. The cause is"
        " computed from the spans. One that is about two labels is counted for both.",
        "مواضع تختلف فيها الطبقات المنجزة ولم يبتّ فيها مشرف. ويُحسب السبب من المقاطع نفسها."
        " والخلاف الذي يخص وسمين يُحسب لكل منهما.",
    ),
    "about decisions": (
        "What leads ruled and what still stands, by how they came to it.",
        "ما بتّ فيه المشرفون ولا يزال قائمًا، حسب ما اختاروه.",
    ),
    "about samples": (
        "How many of the spans that all agreed on were wrong, in random samples that leads have"
        " gone through; what was wrong was put right. The interval is that of all agreed spans, of"
        " which there were so many.",
        "عدد ما كان خطأً من المقاطع التي اتفق عليها الجميع، في عينات عشوائية فحصها المشرفون؛ وقد"
        " صُحّح. ومجال الثقة لكل المقاطع المتفق عليها، وعددها مذكور.",
    ),
    "about suggestions": (
        "On a random share of the articles no suggestions are shown. Finished layers of the authors"
        " who work with suggestions are compared: those of articles on which they saw some, and"
        " those of articles on which none are shown. Seconds are reckoned where time was measured,"
        " on spans that the author drew or changed; F1 over all spans of the articles that are"
        " ready, and of their gold (van Rijsbergen 1979). Gold follows in part from the same"
        " layers, so that F1 tells how the two groups differ, not how right they are. With each"
        " figure, and with the difference, stands its 95 % interval: where it lies in 95 of 100"
        " samples of the articles (percentile bootstrap, Efron and Tibshirani 1993). Nothing"
        " follows from fewer than {few} articles in a group, of which the intervals are too narrow,"
        " nor where the interval of the difference holds 0.",
        "لا تُعرض اقتراحات في نسبة عشوائية من المقالات. وتُقارن الطبقات المنجزة للمشاركين الذين"
        " يعملون مع الاقتراحات: ما رأوا فيه اقتراحات من المقالات، وما لا تُعرض فيه. تُحسب الثواني حيث"
        " قيس الوقت، على المقاطع التي وسمها المشارك أو غيّرها؛ وتُحسب F1 على كل مقاطع المقالات"
        " الجاهزة ومقاطع طبقتها الذهبية (فان ريسبرخن 1979). والطبقة الذهبية ناتجة في بعضها عن هذه"
        " الطبقات نفسها، فتدل F1 على الفرق بين المجموعتين لا على صوابهما. ومع كل قيمة، ومع الفرق،"
        " مجال الثقة 95 %: ما تقع فيه في 95 من كل 100 عينة من المقالات (percentile bootstrap، Efron"
        " وTibshirani 1993). ولا يُستدل بمجموعة مقالاتها دون {few}، فمجالاتها أضيق مما ينبغي، ولا"
        " حيث يشمل مجال الفرق الصفر.",
    ),
    "few with suggestions": (
        "Too little to tell what suggestions do: articles finished with suggestions: {shown};"
        " without: {withheld}; of each there must be at least {few}.",
        "لا يُعرف بعد أثر الاقتراحات: ما أُنجز من المقالات معها: {shown}؛ وبدونها: {withheld}؛ ويلزم"
        " من كل منهما {few} على الأقل.",
    ),
    "chance not known": (
        "Whether suggestions do anything is not known: intervals were not reckoned, so that each"
        " difference may be chance.",
        "لا يُعرف هل للاقتراحات أثر: لم تُحسب مجالات الثقة، فقد يكون كل فرق مصادفة.",
    ),
    "suggestions not clear": (
        "Too little to tell what suggestions do: each difference may be chance.",
        "لا يُعرف بعد أثر الاقتراحات: قد يكون كل فرق مصادفة.",
    ),
    "with suggestions told": ("With suggestions, {told}.", "مع الاقتراحات {told}."),
    "rest not clear": (
        "of the rest there is too little to tell",
        "ولا يُعرف أثرها بعد في ما سوى ذلك",
    ),
    "none in group": (
        "No article of this kind is finished yet.",
        "لم تُنجز مقالة من هذا النوع بعد.",
    ),
    "no difference": (
        "There is a difference only where both have a figure.",
        "لا فرق إلا حيث توجد القيمتان.",
    ),
    "no suggested work": (
        "No article is finished yet on which somebody was to see suggestions.",
        "لم تُنجز بعد مقالة كانت لتُعرض فيها اقتراحات على أحد.",
    ),
    "model gold": (
        "The model learned on {day}, from settled articles: {articles}.",
        "تعلّم النموذج في {day} من مقالات مبتوت فيها عددها: {articles}.",
    ),
    "model finished layers": (
        "The model learned on {day} from finished layers that nobody has settled, of articles:"
        " {articles}. No annotator is offered what it finds.",
        "تعلّم النموذج في {day} من طبقات منجزة لم يُبتّ فيها، لمقالات عددها: {articles}. ولا يُعرض"
        " ما يجده على أي مشارك.",
    ),
    "model scored": (
        "On articles that it had not seen, its F1 was {exact} exact and {overlap} overlapping"
        " (cross-validation, articles that tell one story kept together).",
        "وعلى مقالات لم يرها بلغت F1 ما مقداره {exact} تطابقًا تامًا و{overlap} بالتداخل (تحقق"
        " متقاطع، تبقى فيه مقالات الخبر الواحد معًا).",
    ),
    "model flattered": (
        "Spans that it was held against: {spans}; taken from suggestions: {taken}. What was not"
        " suggested is easily missed, so its F1 flatters it.",
        "عدد المقاطع التي قيس عليها: {spans}، وما أُخذ منها من الاقتراحات: {taken}. وما لم يُقترح"
        " يسهل أن يُغفل، فتبدو F1 أعلى مما هي.",
    ),
    "model not scored": (
        "How right it is cannot be told: there was one story alone.",
        "ولا يُعرف مدى صوابه: لم يكن هناك سوى خبر واحد.",
    ),
    "about aside": (
        "Articles that an author could not use, or about which the lead was to be asked.",
        "مقالات لم يستطع المشارك استعمالها، أو أراد أن يسأل المشرف عنها.",
    ),
    "about headline": (
        "F1 of spans is the harmonic mean of precision and recall (van Rijsbergen 1979), of each"
        " pair of authors over all articles that both have finished; the headline is the plain mean"
        " over pairs (Hripcsak and Rothschild 2005). Exact asks for the same label and borders,"
        " overlapping for the same label and a shared letter, one to one and as many pairs as can"
        " be (Glover 1967). With each figure, here and below, stands its 95 % interval: where it"
        " lies in 95 of 100 samples of the articles (percentile bootstrap, Efron 1979).",
        "مقياس F1 للمقاطع هو المتوسط التوافقي للدقة والاستدعاء (فان ريسبرخن 1979)، لكل مشاركَين على"
        " كل المقالات التي أنجزاها معًا؛ والرقم الأول هو المتوسط البسيط على كل مشاركَين (Hripcsak"
        " وRothschild 2005). المطابق يشترط الوسم نفسه والحدود نفسها، والمتداخل يشترط الوسم نفسه"
        " وحرفًا مشتركًا، واحدًا لواحد وبأكبر عدد ممكن من الأزواج (Glover 1967). ومع كل قيمة، هنا"
        " وفيما يلي، مجال الثقة 95 %: ما تقع فيه في 95 من كل 100 عينة من المقالات (percentile"
        " bootstrap، Efron 1979).",
    ),
    "about pairs": (
        "F1 of two authors counts all spans of all articles that both have finished; what only one"
        " of them marked counts against it. Borders: F1 of spans whatever their labels. Of the"
        " spans that two authors paired by their letters: the share with one label; of those with a"
        " value from both the share with an equal one; of those with an entry from both the share"
        " with the same one.",
        "يحسب F1 لمشاركَين كل مقاطع المقالات التي أنجزاها معًا؛ وما وسمه أحدهما وحده يُنقصه."
        " الحدود: قيمة F1 للمقاطع أيًّا كانت وسومها. ومن المقاطع التي قُرنت بحروفها بين مشاركَين:"
        " نسبة ما كان وسمه واحدًا؛ ومن ذات القيمة من الاثنين نسبة ما تساوت قيمته؛ ومن ذات المدخل"
        " من الاثنين نسبة ما كان مدخله واحدًا.",
    ),
    "about f1 labels": (
        "Means over pairs, as in the headline. Equal values: of the paired spans of the label with"
        " a value from both, the share with an equal one; the same entry likewise. Articles: those"
        " with such a span of any author.",
        "متوسطات على كل مشاركَين، كالرقم الأول. القيمة نفسها: نسبة ما تساوت قيمته من مقاطع الوسم"
        " المقترنة التي لها قيمة من الاثنين؛ وكذلك المدخل نفسه. المقالات: ما فيه مقطع كهذا لأي"
        " مشارك.",
    ),
    "about outlets": (
        "The same figures over the articles of one outlet alone: means over pairs.",
        "القيم نفسها على مقالات جهة نشر واحدة: متوسطات على كل مشاركَين.",
    ),
    "about months": (
        "The same figures over the articles of which the last layer was finished in that month"
        " (time zone of this machine: {zone}): means over pairs. What came back in a pack was"
        " finished when it was merged.",
        "القيم نفسها على المقالات التي أُنجزت آخر طبقاتها في ذلك الشهر (بتوقيت هذا الجهاز: {zone}):"
        " متوسطات على كل مشاركَين. وما عاد في حزمة فقد أُنجز عند دمجه.",
    ),
    "about causes": (
        "All stretches on which finished layers differ, whatever a lead has decided of them, by the"
        " cause that is computed from the spans.",
        "كل المواضع التي تختلف فيها الطبقات المنجزة، أيًّا كان ما بُتَّ فيها، حسب السبب المحسوب من"
        " المقاطع.",
    ),
    "about confusion": (
        "Spans of two authors are paired whatever their labels, one to one: most pairs, then most"
        " shared letters. A row is what one author calls so, a column what the other does; both"
        " directions are counted, so that a pair with one label counts twice.",
        "تُقرن مقاطع المشاركَين أيًّا كانت وسومها، واحدًا لواحد: أكبر عدد من الأزواج ثم أكبر عدد من"
        " الحروف المشتركة. الصف ما يسمّيه أحدهما، والعمود ما يسمّيه الآخر؛ ويُحسب الاتجاهان، فيُعدّ"
        " الزوج ذو الوسم الواحد مرتين.",
    ),
    "about matched": (
        "Of the spans that two authors paired by their letters: the share with one label; of those"
        " with a value from both the share with an equal one; of those with an entry from both the"
        " share with the same one. Means over pairs.",
        "من المقاطع التي قُرنت بحروفها بين مشاركَين: نسبة ما كان وسمه واحدًا؛ ومن ذات القيمة من"
        " الاثنين نسبة ما تساوت قيمته؛ ومن ذات المدخل من الاثنين نسبة ما كان مدخله واحدًا."
        " متوسطات على كل مشاركَين.",
    ),
    "about kappa": (
        "Cohen’s kappa of two authors (Cohen 1960), Fleiss’ of more (Fleiss 1971), on words without"
        " their clitics. It is a diagnosis, not the headline: nearly all words bear no label, so it"
        " tells mostly of what nobody marked; where a label is rare, one word moves it far"
        " (Feinstein and Cicchetti 1990); a long span counts as often as it has words. Where it and"
        " F1 differ, go by F1.",
        "كابّا كوهين لمشاركَين (Cohen 1960)، وكابّا فلايس لأكثر (Fleiss 1971)، على الكلمات بلا ما"
        " اتصل بأولها من حروف. وهي للتشخيص لا للحكم: فأكثر الكلمات بلا وسم، فهي تخبر خاصة عمّا لم"
        " يَسِمه أحد؛ وحيث يندر الوسم تغيّرها كلمة واحدة كثيرًا (Feinstein وCicchetti 1990)؛ والمقطع"
        " الطويل يُعدّ بعدد كلماته. وحيث تختلف عن F1 فالعبرة بـF1.",
    ),
    "about kappa outlets": (
        "Kappa over the articles of one outlet alone: Cohen’s if two authors have finished any,"
        " Fleiss’ if more.",
        "كابّا على مقالات جهة نشر واحدة: لكوهين إن أنجز شيئًا منها مشاركان فقط، ولفلايس إن كانوا"
        " أكثر.",
    ),
    "about kappa months": (
        "Kappa over the articles of which the last layer was finished in that month, likewise.",
        "كابّا على المقالات التي أُنجزت آخر طبقاتها في ذلك الشهر، على النحو نفسه.",
    ),
    "no agreement": (
        "No article has been finished by two authors yet: there is nothing to compare.",
        "لم ينجز مشاركان مقالة واحدة بعد: لا شيء للمقارنة.",
    ),
    "thin": (
        "Too few articles have been finished by two authors: {count}, and fewer than {few} tell"
        " little. These figures may move far, and their intervals are too sure of themselves.",
        "المقالات التي أنجزها مشاركان قليلة: {count}، وما دون {few} لا يُستدل به كثيرًا. قد تتغيّر هذه"
        " القيم كثيرًا، ومجالاتها أضيق مما ينبغي.",
    ),
    "thin row": (
        "Too few articles: {count}, and fewer than {few} tell little. These figures may move far,"
        " and their intervals are too sure of themselves.",
        "المقالات قليلة: {count}، وما دون {few} لا يُستدل به كثيرًا. قد تتغيّر هذه القيم كثيرًا،"
        " ومجالاتها أضيق مما ينبغي.",
    ),
    "compared": (
        "Articles that two authors or more have finished: {count}.",
        "المقالات التي أنجزها مشاركان أو أكثر: {count}.",
    ),
    "blind": (
        "Authors are called A, B, C here; the letters do not follow their names. Why they set"
        " articles aside is left out: what people write may name somebody.",
        "يُسمّى المشاركون هنا A وB وC؛ ولا تتبع الحروف أسماءهم. ولا تُذكر أسباب تنحية المقالات:"
        " فقد يرد في ما يكتبه الناس اسم أحدهم.",
    ),
    "blind reason": (
        "Reasons are left out of a report without names.",
        "لا تُذكر الأسباب في تقرير بلا أسماء.",
    ),
    "cut": ("The first {shown} of {all} are drawn.", "رُسم أول {shown} من أصل {all}."),
    "cut days": (
        "The last {shown} of {all} days with spans are drawn, days without spans left out.",
        "رُسم آخر {shown} من أصل {all} من الأيام التي وُسمت فيها مقاطع، دون الأيام الخالية منها.",
    ),
    "cut months": (
        "The last {shown} of {all} months are drawn.",
        "رُسم آخر {shown} من أصل {all} من الأشهر.",
    ),
    "no reason": ("No reason was written.", "لم يُكتب سبب."),
    "no time": ("No time was measured.", "لم يُقس الوقت."),
    "no spans": ("No spans: there is nothing to agree on.", "لا مقاطع: لا شيء يُتفق عليه."),
    "no values": (
        "No paired spans have a value from both authors.",
        "لا مقاطع مقترنة لها قيمة من المشاركَين.",
    ),
    "no entries": (
        "No paired spans have an entry from both authors.",
        "لا مقاطع مقترنة لها مدخل من المشاركَين.",
    ),
    "no pairs": (
        "No span of one author shares a letter with one of another.",
        "لا مقطع لمشارك فيه حرف مشترك مع مقطع لآخر.",
    ),
    "no kappa": (
        "Chance alone would agree on every word: nobody gave the label, or all gave it to all"
        " words.",
        "المصادفة وحدها تتفق على كل كلمة: لم يضع أحد هذا الوسم، أو وُضع على كل الكلمات.",
    ),
    "curve about": (
        "It shows that learning works, not how well suggestions will do on other articles.",
        "يبيّن هذا أن التعلّم يجدي، لا مدى صواب الاقتراحات في مقالات أخرى.",
    ),
    "no gold": ("No article is ready yet.", "لا مقالة جاهزة بعد."),
    "no interval": (
        "Where a figure lies is known from two articles on that have it by themselves, and from"
        " samples of them.",
        "لا يُعرف المجال إلا من مقالتين فأكثر لكل منهما هذه القيمة وحدها، ومن عينات منها.",
    ),
    "none aside": ("No article is set aside.", "لا مقالة منحّاة جانبًا."),
    "no authors": ("Nobody has articles yet.", "ليست لدى أحد مقالات بعد."),
    "no own articles": ("You have no articles yet.", "ليست لديك مقالات بعد."),
    "tests alone": (
        "You have no articles but those of a test, and what you mark in them is counted nowhere"
        " here: “Gold and mine” tells how far the test is.",
        "ليس لديك سوى مقالات للاختبار، وما يوسم فيها لا يُحسب هنا:"
        " وصفحة «الطبقة الذهبية وعملي» تخبر إلى أين وصل الاختبار.",
    ),
    "no days": ("No spans were drawn yet.", "لم يوسم شيء بعد."),
    "imported days": (
        "No spans were drawn here yet: those counted elsewhere were imported, and their files do"
        " not say on which day each was drawn.",
        "لم يوسم شيء هنا بعد: فالمقاطع المعدودة في مواضع أخرى مستوردة، وملفاتها لا تذكر اليوم الذي"
        " وُسم فيه كل منها.",
    ),
    "no conflicts": ("No conflict is open.", "لا خلاف مفتوح."),
    "no decisions": ("Nothing was decided yet.", "لم يُبتّ في شيء بعد."),
    "no causes": ("Finished layers differ nowhere.", "لا تختلف الطبقات المنجزة في شيء."),
}
