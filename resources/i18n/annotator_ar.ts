<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Labels…</source>
        <translation>ال&amp;وسوم…</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>مشروع &amp;جديد…</translation>
    </message>
    <message>
        <source>P&amp;roject</source>
        <translation>الم&amp;شروع</translation>
    </message>
    <message>
        <source>Revie&amp;w</source>
        <translation>المراجع&amp;ة</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>ال&amp;وسم</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>المرا&amp;جعة</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>&amp;نظرة عامة</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>ت&amp;صغير</translation>
    </message>
    <message>
        <source>&amp;Guidelines</source>
        <translation>الإر&amp;شادات</translation>
    </message>
    <message>
        <source>&amp;Search the guidelines</source>
        <translation>ال&amp;بحث في الإرشادات</translation>
    </message>
    <message>
        <source>Sho&amp;w suggestions</source>
        <translation>إ&amp;ظهار الاقتراحات</translation>
    </message>
    <message>
        <source>Suggest what rules find</source>
        <translation>اقتراح ما تجده القواعد</translation>
    </message>
    <message>
        <source>Suggest what was marked before</source>
        <translation>اقتراح ما وُسم سابقًا</translation>
    </message>
    <message>
        <source>Suggest what the model finds</source>
        <translation>اقتراح ما يجده النموذج</translation>
    </message>
    <message>
        <source>Measure the &amp;time worked</source>
        <translation>&amp;قياس وقت العمل</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;فتح مشروع…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>فتح المشروع التج&amp;ريبي</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>استيراد &amp;مقالات…</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>استيراد مج&amp;لد…</translation>
    </message>
    <message>
        <source>I&amp;mport with choices…</source>
        <translation>استيراد مع خ&amp;يارات…</translation>
    </message>
    <message>
        <source>preview, format, places, columns and labels of files</source>
        <translation>معاينة الملفات وصيغتها ومواضعها وأعمدتها ووسومها</translation>
    </message>
    <message>
        <source>Undo in the project</source>
        <translation>تراجع في المشروع</translation>
    </message>
    <message>
        <source>Redo in the project</source>
        <translation>إعادة في المشروع</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;تصدير…</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>ت&amp;قرير…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>&amp;نسخ احتياطي…</translation>
    </message>
    <message>
        <source>Change &amp;author…</source>
        <translation>ت&amp;غيير المشارك…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;خروج</translation>
    </message>
    <message>
        <source>Re&amp;do</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Repeat the last label</source>
        <translation>تك&amp;رار آخر وسم</translation>
    </message>
    <message>
        <source>&amp;Keep the last label, or no longer</source>
        <translation>ت&amp;ثبيت آخر وسم أو إنهاء تثبيته</translation>
    </message>
    <message>
        <source>Extend to &amp;quotes or brackets</source>
        <translation>الت&amp;وسيع إلى علامات الاقتباس أو الأقواس</translation>
    </message>
    <message>
        <source>&amp;Back from quotes or brackets</source>
        <translation>الر&amp;جوع عن التوسيع إلى الاقتباس أو الأقواس</translation>
    </message>
    <message>
        <source>Sp&amp;lit at the caret</source>
        <translation>ت&amp;قسيم المقطع عند المؤشر</translation>
    </message>
    <message>
        <source>Mer&amp;ge with the next</source>
        <translation>ال&amp;دمج مع المقطع التالي</translation>
    </message>
    <message>
        <source>Remove t&amp;he span</source>
        <translation>إ&amp;زالة المقطع</translation>
    </message>
    <message>
        <source>Say the &amp;value</source>
        <translation>تحديد القيم&amp;ة</translation>
    </message>
    <message>
        <source>Date by the day of publication</source>
        <translation>التاريخ بحسب يوم النشر</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>الاقتراح التالي</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>الاقتراح السابق</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>قبول الاقتراح</translation>
    </message>
    <message>
        <source>Refuse the suggestion</source>
        <translation>رفض الاقتراح</translation>
    </message>
    <message>
        <source>Take all suggestions surer than 90 %</source>
        <translation>قبول كل الاقتراحات التي تتجاوز ثقتها 90 %</translation>
    </message>
    <message>
        <source>direction of the article: right to left as Arabic, left to right; outlet, address</source>
        <translation>اتجاه المقالة: من اليمين إلى اليسار كالعربية، أو من اليسار إلى اليمين؛ الجهة الناشرة، العنوان</translation>
    </message>
    <message>
        <source>Review t&amp;his article</source>
        <translation>راجع هذه ال&amp;مقالة</translation>
    </message>
    <message>
        <source>gold of this article, its decisions, settled</source>
        <translation>الطبقة الذهبية لهذه المقالة، قراراتها، المحسومة</translation>
    </message>
    <message>
        <source>R&amp;elease a dataset…</source>
        <translation>إ&amp;صدار مجموعة بيانات…</translation>
    </message>
    <message>
        <source>splits: train, dev, test; gold for training</source>
        <translation>أقسام: تدريب وتطوير واختبار؛ الطبقة الذهبية للتدريب</translation>
    </message>
    <message>
        <source>&amp;Suggest on all my articles</source>
        <translation>اقتراح المقاطع في &amp;كل مقالاتي</translation>
    </message>
    <message>
        <source>look through them for suggestions</source>
        <translation>البحث فيها عن اقتراحات</translation>
    </message>
    <message>
        <source>Let the &amp;model learn from gold</source>
        <translation>تع&amp;ليم النموذج من الطبقة الذهبية</translation>
    </message>
    <message>
        <source>train the model</source>
        <translation>تدريب النموذج</translation>
    </message>
    <message>
        <source>Tras&amp;h…</source>
        <translation>ال&amp;محذوفات…</translation>
    </message>
    <message>
        <source>Ne&amp;w entry of the words</source>
        <translation>مد&amp;خل جديد من الكلمات</translation>
    </message>
    <message>
        <source>Next span w&amp;ithout a value</source>
        <translation>&amp;المقطع التالي بلا قيمة</translation>
    </message>
    <message>
        <source>Mark all mentions in all m&amp;y articles…</source>
        <translation>وسم كل المواضع المماثلة في كل مقالات&amp;ي…</translation>
    </message>
    <message>
        <source>Unmark all mentions in &amp;this article…</source>
        <translation>إزالة كل المقاطع المماثلة م&amp;ن هذه المقالة…</translation>
    </message>
    <message>
        <source>Re&amp;move the article…</source>
        <translation>إ&amp;زالة المقالة…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>التفاصي&amp;ل…</translation>
    </message>
    <message>
        <source>Day of &amp;publication</source>
        <translation>&amp;يوم النشر</translation>
    </message>
    <message>
        <source>How &amp;gold differs from mine</source>
        <translation>فرق الطبقة ال&amp;ذهبية عن عملي</translation>
    </message>
    <message>
        <source>Pre&amp;vious article</source>
        <translation>المقالة السا&amp;بقة</translation>
    </message>
    <message>
        <source>S&amp;earch articles</source>
        <translation>الب&amp;حث في المقالات</translation>
    </message>
    <message>
        <source>Fi&amp;lter articles…</source>
        <translation>ت&amp;صفية المقالات…</translation>
    </message>
    <message>
        <source>Sho&amp;w all articles</source>
        <translation>ع&amp;رض كل المقالات</translation>
    </message>
    <message>
        <source>&amp;Registry…</source>
        <translation>الس&amp;جل…</translation>
    </message>
    <message>
        <source>&amp;Guidelines of the project…</source>
        <translation>إرشادات الم&amp;شروع…</translation>
    </message>
    <message>
        <source>Guidelines of the &amp;program</source>
        <translation>إرشادات ال&amp;برنامج</translation>
    </message>
    <message>
        <source>&amp;Questions…</source>
        <translation>الأ&amp;سئلة…</translation>
    </message>
    <message>
        <source>Work &amp;time…</source>
        <translation>و&amp;قت العمل…</translation>
    </message>
    <message>
        <source>Take what &amp;most say…</source>
        <translation>الأخذ برأي الأ&amp;غلبية…</translation>
    </message>
    <message>
        <source>&amp;Settle by the guidelines…</source>
        <translation>البتّ ب&amp;حسب الإرشادات…</translation>
    </message>
    <message>
        <source>&amp;Decide all like this…</source>
        <translation>البتّ في كل الخلافات ال&amp;مماثلة…</translation>
    </message>
    <message>
        <source>Decide all like the &amp;last…</source>
        <translation>البتّ في كل الخلافات المماثلة للأ&amp;خير…</translation>
    </message>
    <message>
        <source>&amp;Offer the same again</source>
        <translation>&amp;عرض القرار نفسه مرة أخرى</translation>
    </message>
    <message>
        <source>Accept s&amp;ingle layers…</source>
        <translation>قبول ال&amp;طبقات المنفردة…</translation>
    </message>
    <message>
        <source>Accept layers set &amp;aside…</source>
        <translation>قبول الطبقات المنحّاة &amp;جانبًا…</translation>
    </message>
    <message>
        <source>&amp;Check a random sample…</source>
        <translation>&amp;فحص عينة عشوائية…</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Find in the article</source>
        <translation>ال&amp;بحث في المقالة</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>كتابة ملا&amp;حظة</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>م&amp;قالة</translation>
    </message>
    <message>
        <source>Mark all mentions in this &amp;article…</source>
        <translation>وسم كل المواضع المماثلة في &amp;هذه المقالة…</translation>
    </message>
    <message>
        <source>Unmark all mentions in all my arti&amp;cles…</source>
        <translation>إزالة كل المقا&amp;طع المماثلة من كل مقالاتي…</translation>
    </message>
    <message>
        <source>&amp;Finish and open the next</source>
        <translation>إنجاز المقالة و&amp;فتح التالية</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إن&amp;جاز المقالة</translation>
    </message>
    <message>
        <source>&amp;Set aside…</source>
        <translation>ت&amp;نحية جانبًا…</translation>
    </message>
    <message>
        <source>&amp;Reopen</source>
        <translation>إ&amp;عادة فتح المقالة</translation>
    </message>
    <message>
        <source>As&amp;k the lead…</source>
        <translation>&amp;سؤال المشرف…</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>المقالة ال&amp;تالية</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>ت&amp;كبير</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>ال&amp;حجم العادي</translation>
    </message>
    <message>
        <source>Move the &amp;focus</source>
        <translation>نقل الت&amp;ركيز</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>الأ&amp;وامر…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>م&amp;فاتيح الاختصار</translation>
    </message>
    <message>
        <source>Ne&amp;xt span</source>
        <translation>المقطع التا&amp;لي</translation>
    </message>
    <message>
        <source>&amp;Previous span</source>
        <translation>المقطع ال&amp;سابق</translation>
    </message>
    <message>
        <source>Take the be&amp;st value</source>
        <translation>اعتماد أ&amp;فضل قيمة</translation>
    </message>
    <message>
        <source>N&amp;ot sure, or sure again</source>
        <translation>&amp;غير مؤكد، أو مؤكد من جديد</translation>
    </message>
    <message>
        <source>&amp;Mark as</source>
        <translation>الوس&amp;م</translation>
    </message>
    <message>
        <source>Mark &amp;every selection as</source>
        <translation>وسم &amp;كل تحديد</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتحة</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكنة</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>كسطح المكتب</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>الل&amp;غة</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>الأ&amp;لوان</translation>
    </message>
</context>
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement</source>
        <translation>التوافق</translation>
    </message>
</context>
<context>
    <name>AlikeBar</name>
    <message numerus="yes">
        <source>%n more like this</source>
        <translation>
            <numerusform>لا خلاف مماثل</numerusform>
            <numerusform>خلاف مماثل واحد</numerusform>
            <numerusform>خلافان مماثلان</numerusform>
            <numerusform>%n خلافات مماثلة</numerusform>
            <numerusform>%n خلافًا مماثلًا</numerusform>
            <numerusform>%n خلاف مماثل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more like the last one</source>
        <translation>
            <numerusform>لا خلاف مماثل للأخير</numerusform>
            <numerusform>خلاف واحد مماثل للأخير</numerusform>
            <numerusform>خلافان مماثلان للأخير</numerusform>
            <numerusform>%n خلافات مماثلة للأخير</numerusform>
            <numerusform>%n خلافًا مماثلًا للأخير</numerusform>
            <numerusform>%n خلاف مماثل للأخير</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleDetailsDialog</name>
    <message>
        <source>Details of the article</source>
        <translation>تفاصيل المقالة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>مصدرها</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Each paragraph by its first letter</source>
        <translation>كل فقرة بحسب أول حرف فيها</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>&amp;Outlet</source>
        <translation>جهة النشر</translation>
    </message>
    <message>
        <source>Web &amp;address</source>
        <translation>عنوان الويب</translation>
    </message>
    <message>
        <source>&amp;Published on</source>
        <translation>يوم النشر</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>&amp;Metadata (JSON)</source>
        <translation>بيانات وصفية (JSON)</translation>
    </message>
    <message>
        <source>That is {day}.</source>
        <translation>أي ⁨{day}⁩.</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Search titles and texts</source>
        <translation>البحث في العناوين والنصوص</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>تصفية…</translation>
    </message>
    <message>
        <source>Show all articles (Esc)</source>
        <translation>عرض كل المقالات (Esc)</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>عرض كل المقالات</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Only: {filters}</source>
        <translation>فقط: ⁨{filters}⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) so far…</source>
        <translation>
            <numerusform>لا مقالات حتى الآن…</numerusform>
            <numerusform>مقالة واحدة حتى الآن…</numerusform>
            <numerusform>مقالتان حتى الآن…</numerusform>
            <numerusform>%n مقالات حتى الآن…</numerusform>
            <numerusform>%n مقالة حتى الآن…</numerusform>
            <numerusform>%n مقالة حتى الآن…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالة</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} of {articles}</source>
        <translation>‏⁨{count}⁩ من أصل ⁨{articles}⁩</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No article is like that. Esc shows all articles again.</source>
        <translation>لا توجد مقالات مطابقة. اضغط Esc لعرض الكل.</translation>
    </message>
    <message>
        <source>No article holds these words.</source>
        <translation>لا مقالة فيها هذه الكلمات.</translation>
    </message>
    <message>
        <source>No article is yours yet. A lead hands them out.</source>
        <translation>لم تُسند إليك مقالة بعد. المشرف هو من يوزع المقالات.</translation>
    </message>
    <message>
        <source>No articles yet. Drop files or folders on this window to import them.</source>
        <translation>لا مقالات بعد. أفلت ملفات أو مجلدات على هذه النافذة لاستيرادها.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Review this article</source>
        <translation>راجع هذه المقالة</translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message>
        <source>a test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>أُرجعت</translation>
    </message>
    <message>
        <source>with a comment</source>
        <translation>عليها تعليق</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask the lead</source>
        <translation>سؤال المشرف</translation>
    </message>
    <message>
        <source>About the whole article</source>
        <translation>عن المقالة كلها</translation>
    </message>
    <message>
        <source>What do you want to know?</source>
        <translation>ماذا تريد أن تعرف؟</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>السؤال</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>إرسال السؤال</translation>
    </message>
</context>
<context>
    <name>AuthorDialog</name>
    <message>
        <source>Who works?</source>
        <translation>من يعمل؟</translation>
    </message>
    <message>
        <source>Choose your name, or type a new one. Your spans are kept under it.</source>
        <translation>اختر اسمك أو اكتب اسمًا جديدًا. تُحفظ مقاطعك بهذا الاسم.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>There is an author “{known}” already. Are you {known}?</source>
        <translation>يوجد مشارك اسمه «⁨{known}⁩». هل أنت ⁨{known}⁩؟</translation>
    </message>
</context>
<context>
    <name>CauseList</name>
    <message>
        <source>Causes</source>
        <translation>الأسباب</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>كل الأسباب</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>The shorter one: the prefix stays outside.</source>
        <translation>الأقصر: يبقى الحرف المتصل خارج المقطع.</translation>
    </message>
    <message>
        <source>The longer one: ال belongs to the name.</source>
        <translation>الأطول: «ال» من الاسم.</translation>
    </message>
    <message>
        <source>The shorter one: quotes and punctuation stay outside.</source>
        <translation>الأقصر: تبقى علامات التنصيص والترقيم خارج المقطع.</translation>
    </message>
    <message>
        <source>The shorter one: kind words, titles stay outside.</source>
        <translation>الأقصر: تبقى كلمات النوع والألقاب خارج المقطع.</translation>
    </message>
    <message>
        <source>The shorter one: spaces and marks stay outside.</source>
        <translation>الأقصر: تبقى المسافات والعلامات خارج المقطع.</translation>
    </message>
    <message>
        <source>Those who marked something agree; others did not.</source>
        <translation>من وسموا شيئًا متفقون، وغيرهم لم يَسِم شيئًا.</translation>
    </message>
    <message>
        <source>One long span stands against several short ones.</source>
        <translation>مقطع طويل واحد في مقابل مقاطع قصيرة.</translation>
    </message>
    <message>
        <source>The same thing has another label.</source>
        <translation>للشيء نفسه وسم مختلف.</translation>
    </message>
    <message>
        <source>A one-letter prefix is inside for some (و ف ب ك ل س).</source>
        <translation>حرف متصل بأول الكلمة داخل المقطع عند بعضهم (و ف ب ك ل س).</translation>
    </message>
    <message>
        <source>The article ال is inside for some.</source>
        <translation>«ال» التعريف داخل المقطع عند بعضهم.</translation>
    </message>
    <message>
        <source>Quotes or punctuation are inside for some.</source>
        <translation>علامات تنصيص أو ترقيم داخل المقطع عند بعضهم.</translation>
    </message>
    <message>
        <source>A kind word or a title is inside for some.</source>
        <translation>كلمة نوع أو لقب داخل المقطع عند بعضهم.</translation>
    </message>
    <message>
        <source>Spaces or marks of letters are inside for some.</source>
        <translation>مسافات أو علامات تشكيل داخل المقطع عند بعضهم.</translation>
    </message>
    <message>
        <source>The borders differ by other words, or in two ways.</source>
        <translation>تختلف الحدود بكلمات أخرى، أو من وجهين.</translation>
    </message>
    <message>
        <source>The same span has another value.</source>
        <translation>للمقطع نفسه قيمة مختلفة.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>أُغفل</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>زائد</translation>
    </message>
    <message>
        <source>Gold has a span where nothing was marked.</source>
        <translation>في الطبقة الذهبية مقطع حيث لم يوسم شيء.</translation>
    </message>
    <message>
        <source>Something was marked where gold has nothing.</source>
        <translation>وُسم شيء حيث ليس في الطبقة الذهبية شيء.</translation>
    </message>
</context>
<context>
    <name>ClashNews</name>
    <message numerus="yes">
        <source>%n thing(s) in the work that came back had been changed in two places: the Overview lists them under Progress.</source>
        <translation>
            <numerusform>لم يُغيَّر شيء من العمل العائد في موضعين.</numerusform>
            <numerusform>عنصر واحد في العمل العائد كان قد غُيّر في موضعين: تجده في النظرة العامة، في صفحة «سير العمل».</numerusform>
            <numerusform>عنصران في العمل العائد كانا قد غُيّرا في موضعين: تجدهما في النظرة العامة، في صفحة «سير العمل».</numerusform>
            <numerusform>%n عناصر في العمل العائد كانت قد غُيّرت في موضعين: تجدها في النظرة العامة، في صفحة «سير العمل».</numerusform>
            <numerusform>%n عنصرًا في العمل العائد كانت قد غُيّرت في موضعين: تجدها في النظرة العامة، في صفحة «سير العمل».</numerusform>
            <numerusform>%n عنصر في العمل العائد كانت قد غُيّرت في موضعين: تجدها في النظرة العامة، في صفحة «سير العمل».</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClashSection</name>
    <message numerus="yes">
        <source>%n thing(s) were changed in two places before work came back in packs. Nothing is lost; look at each, and put right what has to be.</source>
        <translation>
            <numerusform>لم يُغيَّر شيء في موضعين قبل أن يعود العمل في الحزم.</numerusform>
            <numerusform>غُيّر عنصر واحد في موضعين قبل أن يعود العمل في الحزم. لم يضع شيء؛ انظر فيه وصحّح ما يلزم.</numerusform>
            <numerusform>غُيّر عنصران في موضعين قبل أن يعود العمل في الحزم. لم يضع شيء؛ انظر فيهما وصحّح ما يلزم.</numerusform>
            <numerusform>غُيّرت %n عناصر في موضعين قبل أن يعود العمل في الحزم. لم يضع شيء؛ انظر في كل منها وصحّح ما يلزم.</numerusform>
            <numerusform>غُيّر %n عنصرًا في موضعين قبل أن يعود العمل في الحزم. لم يضع شيء؛ انظر في كل منها وصحّح ما يلزم.</numerusform>
            <numerusform>غُيّر %n عنصر في موضعين قبل أن يعود العمل في الحزم. لم يضع شيء؛ انظر في كل منها وصحّح ما يلزم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed in two places</source>
        <translation>ما غُيّر في موضعين</translation>
    </message>
    <message>
        <source>Of a span that both changed, the later version is the span and the other stands beside it; what one changed and the other removed stays; a status that both changed is “in progress” again; of the details of an article, those of the project stay.</source>
        <translation>المقطع الذي غُيّر في الموضعين تبقى صيغته الأحدث، وتقف الأخرى بجانبها؛ وما غُيّر في موضع وحُذف في الآخر يبقى؛ والحالة التي غُيّرت في الموضعين تعود «قيد العمل»؛ ومن تفاصيل المقالة يبقى ما في المشروع.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>One version</source>
        <translation>إحدى الصيغتين</translation>
    </message>
    <message>
        <source>The other</source>
        <translation>الأخرى</translation>
    </message>
    <message>
        <source>the registry</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>changed too</source>
        <translation>غُيّرت أيضًا</translation>
    </message>
    <message>
        <source>A span: changed and removed</source>
        <translation>مقطع: غُيّر وحُذف</translation>
    </message>
    <message>
        <source>A span: changed twice</source>
        <translation>مقطع: غُيّر مرتين</translation>
    </message>
    <message>
        <source>A span: added twice</source>
        <translation>مقطع: أُضيف مرتين</translation>
    </message>
    <message>
        <source>The status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>One name of two entries</source>
        <translation>اسم واحد لمدخلين</translation>
    </message>
    <message>
        <source>The title of the article</source>
        <translation>عنوان المقالة</translation>
    </message>
    <message>
        <source>The outlet of the article</source>
        <translation>جهة نشر المقالة</translation>
    </message>
    <message>
        <source>The address of the article</source>
        <translation>عنوان المقالة على الويب</translation>
    </message>
    <message>
        <source>The day of publication</source>
        <translation>يوم النشر</translation>
    </message>
    <message>
        <source>The direction of the article</source>
        <translation>اتجاه المقالة</translation>
    </message>
    <message>
        <source>The note on the article</source>
        <translation>الملاحظة على المقالة</translation>
    </message>
    <message>
        <source>The metadata of the article</source>
        <translation>البيانات الوصفية للمقالة</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>محذوف</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>{value} (proposed)</source>
        <translation>‏⁨{value}⁩ (مقترَحة)</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>غير مؤكد</translation>
    </message>
</context>
<context>
    <name>ColumnTable</name>
    <message>
        <source>What is in which column</source>
        <translation>ما في كل عمود</translation>
    </message>
    <message>
        <source>What {column} is</source>
        <translation>ما هو {column}</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>شيء آخر</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>the title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>the outlet</source>
        <translation>الجهة الناشرة</translation>
    </message>
    <message>
        <source>the address</source>
        <translation>العنوان على الإنترنت</translation>
    </message>
    <message>
        <source>the day of publication</source>
        <translation>يوم النشر</translation>
    </message>
    <message>
        <source>the identifier</source>
        <translation>المعرّف</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Type some letters of a command</source>
        <translation>اكتب حروفًا من اسم الأمر</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Nothing that can be done now is called so.</source>
        <translation>لا أمر متاحًا الآن بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Open conflicts</source>
        <translation>الخلافات المفتوحة</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>البحث في الكلمات</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Only this article</source>
        <translation>هذه المقالة فقط</translation>
    </message>
    <message>
        <source>Comparing the layers</source>
        <translation>مقارنة الطبقات</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>كل الأسباب</translation>
    </message>
    <message>
        <source>By article</source>
        <translation>حسب المقالة</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>الأشد خلافًا أولًا</translation>
    </message>
    <message>
        <source>By cause</source>
        <translation>حسب السبب</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>حسب الوسم</translation>
    </message>
    <message>
        <source>By words</source>
        <translation>حسب الكلمات</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل الوسوم</translation>
    </message>
    <message numerus="yes">
        <source>%n open conflict(s)</source>
        <translation>
            <numerusform>لا خلافات مفتوحة</numerusform>
            <numerusform>خلاف مفتوح واحد</numerusform>
            <numerusform>خلافان مفتوحان</numerusform>
            <numerusform>%n خلافات مفتوحة</numerusform>
            <numerusform>%n خلافًا مفتوحًا</numerusform>
            <numerusform>%n خلاف مفتوح</numerusform>
        </translation>
    </message>
    <message>
        <source>{listed} of {told}</source>
        <translation>‏⁨{listed}⁩ من {told}</translation>
    </message>
</context>
<context>
    <name>ConflictListModel</name>
    <message>
        <source>Conflicts</source>
        <translation>الخلافات</translation>
    </message>
    <message>
        <source>decided before</source>
        <translation>سبق البتّ فيه</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Remove the span</source>
        <translation>إزالة المقطع</translation>
    </message>
    <message>
        <source>Guideline for “{label}”</source>
        <translation>إرشادات «⁨{label}⁩»</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>خطأ غير متوقع</translation>
    </message>
    <message>
        <source>Something went wrong that should not. What was shown as saved is saved, and you can go on. Please send the details below to whoever looks after the program.</source>
        <translation>وقع خطأ ما كان ينبغي أن يقع. كل ما ظهر لك أنه محفوظ فهو محفوظ، ويمكنك متابعة العمل. نرجو إرسال التفاصيل أدناه إلى القائمين على البرنامج.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>نسخ التفاصيل</translation>
    </message>
</context>
<context>
    <name>DatasetTexts</name>
    <message>
        <source>“{file}” was written. Articles: {articles}. Spans: {spans}.</source>
        <translation>كُتب الملف «{file}». المقالات: {articles}. المقاطع: {spans}.</translation>
    </message>
    <message numerus="yes">
        <source>The format could not hold %n thing(s).</source>
        <translation>
            <numerusform>اتسعت الصيغة لكل شيء.</numerusform>
            <numerusform>لم تتسع الصيغة لعنصر واحد.</numerusform>
            <numerusform>لم تتسع الصيغة لعنصرين.</numerusform>
            <numerusform>لم تتسع الصيغة لـ%n عناصر.</numerusform>
            <numerusform>لم تتسع الصيغة لـ%n عنصرًا.</numerusform>
            <numerusform>لم تتسع الصيغة لـ%n عنصر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be written.</source>
        <translation>
            <numerusform>لن تُكتب أي مقالة.</numerusform>
            <numerusform>ستُكتب مقالة واحدة.</numerusform>
            <numerusform>ستُكتب مقالتان.</numerusform>
            <numerusform>ستُكتب %n مقالات.</numerusform>
            <numerusform>ستُكتب %n مقالة.</numerusform>
            <numerusform>ستُكتب %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They have %n span(s).</source>
        <translation>
            <numerusform>لا مقاطع فيها.</numerusform>
            <numerusform>فيها مقطع واحد.</numerusform>
            <numerusform>فيها مقطعان.</numerusform>
            <numerusform>فيها %n مقاطع.</numerusform>
            <numerusform>فيها %n مقطعًا.</numerusform>
            <numerusform>فيها %n مقطع.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article will be written.</source>
        <translation>لن تُكتب أي مقالة.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) are left out, as you asked.</source>
        <translation>
            <numerusform>لا يُترك أي مقطع.</numerusform>
            <numerusform>يُترك مقطع واحد كما طلبت.</numerusform>
            <numerusform>يُترك مقطعان كما طلبت.</numerusform>
            <numerusform>تُترك %n مقاطع كما طلبت.</numerusform>
            <numerusform>يُترك %n مقطعًا كما طلبت.</numerusform>
            <numerusform>يُترك %n مقطع كما طلبت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>لا يضيع شيء.</translation>
    </message>
    <message>
        <source>Of the articles themselves:</source>
        <translation>من المقالات نفسها:</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) with their borders</source>
        <translation>
            <numerusform>لا مقاطع بحدودها</numerusform>
            <numerusform>مقطع واحد بحدوده</numerusform>
            <numerusform>مقطعان بحدودهما</numerusform>
            <numerusform>%n مقاطع بحدودها</numerusform>
            <numerusform>%n مقطعًا بحدودها</numerusform>
            <numerusform>%n مقطع بحدودها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not ready are written too.</source>
        <translation>
            <numerusform>لا تُكتب أي مقالة غير جاهزة.</numerusform>
            <numerusform>تُكتب أيضًا مقالة واحدة غير جاهزة.</numerusform>
            <numerusform>تُكتب أيضًا مقالتان غير جاهزتين.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالات غير جاهزة.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالة غير جاهزة.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالة غير جاهزة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not ready are left out.</source>
        <translation>
            <numerusform>لا تُترك أي مقالة غير جاهزة.</numerusform>
            <numerusform>تُترك مقالة واحدة غير جاهزة.</numerusform>
            <numerusform>تُترك مقالتان غير جاهزتين.</numerusform>
            <numerusform>تُترك %n مقالات غير جاهزة.</numerusform>
            <numerusform>تُترك %n مقالة غير جاهزة.</numerusform>
            <numerusform>تُترك %n مقالة غير جاهزة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not finished are written too.</source>
        <translation>
            <numerusform>لا تُكتب أي مقالة غير منجزة.</numerusform>
            <numerusform>تُكتب أيضًا مقالة واحدة غير منجزة.</numerusform>
            <numerusform>تُكتب أيضًا مقالتان غير منجزتين.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالات غير منجزة.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالة غير منجزة.</numerusform>
            <numerusform>تُكتب أيضًا %n مقالة غير منجزة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not finished are left out.</source>
        <translation>
            <numerusform>لا تُترك أي مقالة غير منجزة.</numerusform>
            <numerusform>تُترك مقالة واحدة غير منجزة.</numerusform>
            <numerusform>تُترك مقالتان غير منجزتين.</numerusform>
            <numerusform>تُترك %n مقالات غير منجزة.</numerusform>
            <numerusform>تُترك %n مقالة غير منجزة.</numerusform>
            <numerusform>تُترك %n مقالة غير منجزة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) widened to whole words</source>
        <translation>
            <numerusform>لا مقاطع موسّعة</numerusform>
            <numerusform>مقطع واحد يُوسَّع إلى كلمات كاملة</numerusform>
            <numerusform>مقطعان يُوسَّعان إلى كلمات كاملة</numerusform>
            <numerusform>%n مقاطع تُوسَّع إلى كلمات كاملة</numerusform>
            <numerusform>%n مقطعًا تُوسَّع إلى كلمات كاملة</numerusform>
            <numerusform>%n مقطع تُوسَّع إلى كلمات كاملة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without the spaces at their ends</source>
        <translation>
            <numerusform>لا مقاطع بلا مسافات طرفية</numerusform>
            <numerusform>مقطع واحد من دون المسافات عند طرفيه</numerusform>
            <numerusform>مقطعان من دون المسافات عند أطرافهما</numerusform>
            <numerusform>%n مقاطع من دون المسافات عند أطرافها</numerusform>
            <numerusform>%n مقطعًا من دون المسافات عند أطرافها</numerusform>
            <numerusform>%n مقطع من دون المسافات عند أطرافها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) cut into pieces</source>
        <translation>
            <numerusform>لا مقاطع مجزّأة</numerusform>
            <numerusform>مقطع واحد يُجزّأ</numerusform>
            <numerusform>مقطعان يُجزّآن</numerusform>
            <numerusform>%n مقاطع تُجزّأ</numerusform>
            <numerusform>%n مقطعًا تُجزّأ</numerusform>
            <numerusform>%n مقطع تُجزّأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) not written at all</source>
        <translation>
            <numerusform>لا مقاطع متروكة</numerusform>
            <numerusform>مقطع واحد لا يُكتب أصلًا</numerusform>
            <numerusform>مقطعان لا يُكتبان أصلًا</numerusform>
            <numerusform>%n مقاطع لا تُكتب أصلًا</numerusform>
            <numerusform>%n مقطعًا لا تُكتب أصلًا</numerusform>
            <numerusform>%n مقطع لا تُكتب أصلًا</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without their values</source>
        <translation>
            <numerusform>لا مقاطع بلا قيم</numerusform>
            <numerusform>مقطع واحد من دون قيمته</numerusform>
            <numerusform>مقطعان من دون قيمتيهما</numerusform>
            <numerusform>%n مقاطع من دون قيمها</numerusform>
            <numerusform>%n مقطعًا من دون قيمها</numerusform>
            <numerusform>%n مقطع من دون قيمها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without their notes</source>
        <translation>
            <numerusform>لا مقاطع بلا ملاحظات</numerusform>
            <numerusform>مقطع واحد من دون ملاحظته</numerusform>
            <numerusform>مقطعان من دون ملاحظتيهما</numerusform>
            <numerusform>%n مقاطع من دون ملاحظاتها</numerusform>
            <numerusform>%n مقطعًا من دون ملاحظاتها</numerusform>
            <numerusform>%n مقطع من دون ملاحظاتها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without “not sure”</source>
        <translation>
            <numerusform>لا مقاطع من دون «غير مؤكد»</numerusform>
            <numerusform>مقطع واحد من دون «غير مؤكد»</numerusform>
            <numerusform>مقطعان من دون «غير مؤكد»</numerusform>
            <numerusform>%n مقاطع من دون «غير مؤكد»</numerusform>
            <numerusform>%n مقطعًا من دون «غير مؤكد»</numerusform>
            <numerusform>%n مقطع من دون «غير مؤكد»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without ids and how they were drawn</source>
        <translation>
            <numerusform>لا مقاطع من دون معرّفاتها وكيف رُسمت</numerusform>
            <numerusform>مقطع واحد من دون معرّفه وكيف رُسم</numerusform>
            <numerusform>مقطعان من دون معرّفيهما وكيف رُسما</numerusform>
            <numerusform>%n مقاطع من دون معرّفاتها وكيف رُسمت</numerusform>
            <numerusform>%n مقطعًا من دون معرّفاتها وكيف رُسمت</numerusform>
            <numerusform>%n مقطع من دون معرّفاتها وكيف رُسمت</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without when they were drawn</source>
        <translation>
            <numerusform>لا مقاطع من دون وقت رسمها</numerusform>
            <numerusform>مقطع واحد من دون وقت رسمه</numerusform>
            <numerusform>مقطعان من دون وقت رسمهما</numerusform>
            <numerusform>%n مقاطع من دون وقت رسمها</numerusform>
            <numerusform>%n مقطعًا من دون وقت رسمها</numerusform>
            <numerusform>%n مقطع من دون وقت رسمها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without names, days and authors</source>
        <translation>
            <numerusform>لا مقالات من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>مقالة واحدة من دون اسمها ويومها ومشاركها</numerusform>
            <numerusform>مقالتان من دون اسميهما ويوميهما ومشاركيهما</numerusform>
            <numerusform>%n مقالات من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>%n مقالة من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>%n مقالة من دون أسمائها وأيامها ومشاركيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without notes, sources and so on</source>
        <translation>
            <numerusform>لا مقالات من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>مقالة واحدة من دون ملاحظتها ومصادرها وما إليها</numerusform>
            <numerusform>مقالتان من دون ملاحظتيهما ومصادرهما وما إليها</numerusform>
            <numerusform>%n مقالات من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>%n مقالة من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>%n مقالة من دون ملاحظاتها ومصادرها وما إليها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without reasons or guideline version</source>
        <translation>
            <numerusform>لا مقالات من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>مقالة واحدة من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>مقالتان من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n مقالات من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n مقالة من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n مقالة من دون السبب أو إصدار الإرشادات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without the time worked</source>
        <translation>
            <numerusform>لا مقالات من دون مدة العمل عليها</numerusform>
            <numerusform>مقالة واحدة من دون مدة العمل عليها</numerusform>
            <numerusform>مقالتان من دون مدة العمل عليهما</numerusform>
            <numerusform>%n مقالات من دون مدة العمل عليها</numerusform>
            <numerusform>%n مقالة من دون مدة العمل عليها</numerusform>
            <numerusform>%n مقالة من دون مدة العمل عليها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without their texts</source>
        <translation>
            <numerusform>لا مقالات من دون نصوصها</numerusform>
            <numerusform>مقالة واحدة من دون نصها</numerusform>
            <numerusform>مقالتان من دون نصّيهما</numerusform>
            <numerusform>%n مقالات من دون نصوصها</numerusform>
            <numerusform>%n مقالة من دون نصوصها</numerusform>
            <numerusform>%n مقالة من دون نصوصها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without their own spacing</source>
        <translation>
            <numerusform>لا مقالات من دون مسافاتها وأسطرها</numerusform>
            <numerusform>مقالة واحدة من دون مسافاتها وأسطرها</numerusform>
            <numerusform>مقالتان من دون مسافاتهما وأسطرهما</numerusform>
            <numerusform>%n مقالات من دون مسافاتها وأسطرها</numerusform>
            <numerusform>%n مقالة من دون مسافاتها وأسطرها</numerusform>
            <numerusform>%n مقالة من دون مسافاتها وأسطرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the pieces themselves:</source>
        <translation>من الأجزاء نفسها:</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without names, days and authors</source>
        <translation>
            <numerusform>لا أجزاء من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>جزء واحد من دون اسمه ويومه ومشاركه</numerusform>
            <numerusform>جزءان من دون اسميهما ويوميهما ومشاركيهما</numerusform>
            <numerusform>%n أجزاء من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>%n جزءًا من دون أسمائها وأيامها ومشاركيها</numerusform>
            <numerusform>%n جزء من دون أسمائها وأيامها ومشاركيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without notes, sources and so on</source>
        <translation>
            <numerusform>لا أجزاء من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>جزء واحد من دون ملاحظته ومصادره وما إليها</numerusform>
            <numerusform>جزءان من دون ملاحظتيهما ومصادرهما وما إليها</numerusform>
            <numerusform>%n أجزاء من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>%n جزءًا من دون ملاحظاتها ومصادرها وما إليها</numerusform>
            <numerusform>%n جزء من دون ملاحظاتها ومصادرها وما إليها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without reasons or guideline version</source>
        <translation>
            <numerusform>لا أجزاء من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>جزء واحد من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>جزءان من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n أجزاء من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n جزءًا من دون السبب أو إصدار الإرشادات</numerusform>
            <numerusform>%n جزء من دون السبب أو إصدار الإرشادات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without their own spacing</source>
        <translation>
            <numerusform>لا أجزاء من دون مسافاتها وأسطرها</numerusform>
            <numerusform>جزء واحد من دون مسافاته وأسطره</numerusform>
            <numerusform>جزءان من دون مسافاتهما وأسطرهما</numerusform>
            <numerusform>%n أجزاء من دون مسافاتها وأسطرها</numerusform>
            <numerusform>%n جزءًا من دون مسافاتها وأسطرها</numerusform>
            <numerusform>%n جزء من دون مسافاتها وأسطرها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد غيرها</numerusform>
            <numerusform>واثنان غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles tell the same story, and share a split.</source>
        <translation>
            <numerusform>لا مقالتين ترويان الخبر نفسه.</numerusform>
            <numerusform>مقالتان ترويان الخبر نفسه، فهما في قسم واحد.</numerusform>
            <numerusform>زوجان من المقالات يرويان الخبر نفسه، وكل زوج في قسم واحد.</numerusform>
            <numerusform>%n أزواج من المقالات تروي الخبر نفسه، وكل زوج في قسم واحد.</numerusform>
            <numerusform>%n زوجًا من المقالات تروي الخبر نفسه، وكل زوج في قسم واحد.</numerusform>
            <numerusform>%n زوج من المقالات تروي الخبر نفسه، وكل زوج في قسم واحد.</numerusform>
        </translation>
    </message>
    <message>
        <source>No two articles tell the same story.</source>
        <translation>لا مقالتين ترويان الخبر نفسه.</translation>
    </message>
    <message>
        <source>Left out, it belongs with {near}, which is in another split: {article}</source>
        <translation>تُركت لأنها تلازم {near} وهي في قسم آخر: {article}</translation>
    </message>
    <message>
        <source>Nothing is in {splits}: there are too few articles, or they have to share a split.</source>
        <translation>لا شيء في {splits}: المقالات قليلة، أو يجب أن تكون في قسم واحد.</translation>
    </message>
    <message>
        <source>Kept in the split of an earlier release: {count}</source>
        <translation>بقيت في القسم الذي كانت فيه في إصدار سابق: {count}</translation>
    </message>
    <message>
        <source>Older than the newest one of an earlier split, for they were released there or tell the story of a newer one: {count}</source>
        <translation>أقدم من أحدث مقالة في قسم قبلها، لأنها صدرت فيه أو تروي خبر مقالة أحدث: {count}</translation>
    </message>
    <message>
        <source>Outlets with articles in several splits, for they were released there, so testing is not on outlets never seen: {count}</source>
        <translation>جهات نشر لها مقالات في أكثر من قسم، لأنها صدرت فيها من قبل، فليس الاختبار على جهات لم تُر من قبل: {count}</translation>
    </message>
    <message>
        <source>Moved from {was} to {now} since the last release: {articles}</source>
        <translation>انتقلت من {was} إلى {now} منذ الإصدار السابق: {articles}</translation>
    </message>
    <message>
        <source>No two articles in different splits were found to share three words in a row.</source>
        <translation>لم توجد مقالتان في قسمين مختلفين تشتركان في ثلاث كلمات متتالية.</translation>
    </message>
    <message>
        <source>Most alike across splits, with {percent} of their words in threes: {article}, {other}</source>
        <translation>الأكثر تشابهًا بين قسمين، وتشتركان في {percent} من ثلاثيات كلماتهما: {article}، {other}</translation>
    </message>
    <message>
        <source>Most of one article within another of another split, {percent}: {article} in {longer}</source>
        <translation>أكثر ما ورد من مقالة داخل أخرى من قسم آخر {percent}: {article} في {longer}</translation>
    </message>
    <message>
        <source>Left out, nobody has finished it</source>
        <translation>تُركت، لم ينجزها أحد</translation>
    </message>
    <message>
        <source>Left out, others have yet to finish it</source>
        <translation>تُركت، لم ينجزها آخرون بعد</translation>
    </message>
    <message>
        <source>Left out, conflicts are open</source>
        <translation>تُركت، فيها خلافات مفتوحة</translation>
    </message>
    <message>
        <source>Left out, its only layer is not accepted</source>
        <translation>تُركت، طبقتها الوحيدة غير مقبولة</translation>
    </message>
    <message>
        <source>Left out, it was set aside</source>
        <translation>تُركت، نُحّيت جانبًا</translation>
    </message>
    <message>
        <source>Left out, the author of the layer has yet to finish it</source>
        <translation>تُركت، لم ينجزها صاحب الطبقة بعد</translation>
    </message>
    <message>
        <source>“{name}” was released to “{folder}” and is frozen.</source>
        <translation>صدر «{name}» في «{folder}» وجُمّد.</translation>
    </message>
    <message>
        <source>Articles: {articles}.</source>
        <translation>المقالات: {articles}.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were left out.</source>
        <translation>
            <numerusform>لم تُترك أي مقالة.</numerusform>
            <numerusform>تُركت مقالة واحدة.</numerusform>
            <numerusform>تُركت مقالتان.</numerusform>
            <numerusform>تُركت %n مقالات.</numerusform>
            <numerusform>تُركت %n مقالة.</numerusform>
            <numerusform>تُركت %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The formats could not hold %n thing(s).</source>
        <translation>
            <numerusform>اتسعت الصيغ لكل شيء.</numerusform>
            <numerusform>لم تتسع الصيغ لعنصر واحد.</numerusform>
            <numerusform>لم تتسع الصيغ لعنصرين.</numerusform>
            <numerusform>لم تتسع الصيغ لـ%n عناصر.</numerusform>
            <numerusform>لم تتسع الصيغ لـ%n عنصرًا.</numerusform>
            <numerusform>لم تتسع الصيغ لـ%n عنصر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>e.g. {day}</source>
        <translation>مثلًا {day}</translation>
    </message>
</context>
<context>
    <name>DayReading</name>
    <message>
        <source>By the day of publication: {date}</source>
        <translation>بحسب يوم النشر: {date}</translation>
    </message>
    <message>
        <source>Take {date} (Shift+Enter)</source>
        <translation>اعتماد {date} ⁦(Shift+Enter)⁩</translation>
    </message>
</context>
<context>
    <name>DecisionTold</name>
    <message>
        <source>{name} alone has finished the article, and marked this.</source>
        <translation>{name} وحده أنهى المقالة، وقد وَسَم هذا.</translation>
    </message>
    <message>
        <source>All who finished the article agree on this: {names}.</source>
        <translation>كل من أنهى المقالة متفق على هذا: {names}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Decided by {lead}, {moment}: {choice}.</source>
        <translation>قرّره {lead}، {moment}: {choice}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
    <message>
        <source>The guidelines leave this open.</source>
        <translation>الإرشادات لا تبتّ في هذا.</translation>
    </message>
    <message>
        <source>Marked there were: {answers}.</source>
        <translation>ما كان موسومًا هناك: {answers}.</translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message>
        <source>What you typed here is no value. Mend it, or give it up with Esc.</source>
        <translation>ما كتبته هنا ليس قيمة صالحة. صحّحه، أو تخلّ عنه بالمفتاح ⁨Esc⁩.</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) marked.</source>
        <translation>
            <numerusform>لم يُوسَم أي موضع.</numerusform>
            <numerusform>وُسم موضع واحد.</numerusform>
            <numerusform>وُسم موضعان.</numerusform>
            <numerusform>وُسمت %n مواضع.</numerusform>
            <numerusform>وُسم %n موضعًا.</numerusform>
            <numerusform>وُسم %n موضع.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other mention in this article is without marks of anybody.</source>
        <translation>ليس في هذه المقالة موضع مماثل آخر لم يسِمه أحد.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>لم يُزَل أي مقطع.</numerusform>
            <numerusform>أُزيل مقطع واحد.</numerusform>
            <numerusform>أُزيل مقطعان.</numerusform>
            <numerusform>أُزيلت %n مقاطع.</numerusform>
            <numerusform>أُزيل %n مقطعًا.</numerusform>
            <numerusform>أُزيل %n مقطع.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryDetails</name>
    <message>
        <source>Another name, then Enter</source>
        <translation>اسم آخر، ثم ⁨Enter⁩</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>Enter or a double click opens the article.</source>
        <translation>‏⁨Enter⁩ أو النقر المزدوج يفتح المقالة.</translation>
    </message>
    <message>
        <source>Del takes the chosen name away.</source>
        <translation>‏⁨Del⁩ يزيل الاسم المختار.</translation>
    </message>
    <message>
        <source>You can add names; taking some away is for leads.</source>
        <translation>يمكنك إضافة أسماء؛ أما إزالتها فللمشرفين.</translation>
    </message>
    <message>
        <source>Notes are for leads.</source>
        <translation>الملاحظات للمشرفين.</translation>
    </message>
    <message>
        <source>No entry is chosen.</source>
        <translation>لم يُختر مدخل.</translation>
    </message>
    <message numerus="yes">
        <source>Mentioned in %n span(s)</source>
        <translation>
            <numerusform>لا مقاطع تعنيه</numerusform>
            <numerusform>يعنيه مقطع واحد</numerusform>
            <numerusform>يعنيه مقطعان</numerusform>
            <numerusform>تعنيه %n مقاطع</numerusform>
            <numerusform>يعنيه %n مقطعًا</numerusform>
            <numerusform>يعنيه %n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>No span means it yet.</source>
        <translation>لا مقطع يعنيه بعد.</translation>
    </message>
    <message>
        <source>None of your spans means it yet.</source>
        <translation>لا مقطع من مقاطعك يعنيه بعد.</translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>ابحث في الأسماء</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>المداخل</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>لا مداخل</numerusform>
            <numerusform>مدخل واحد</numerusform>
            <numerusform>مدخلان</numerusform>
            <numerusform>%n مداخل</numerusform>
            <numerusform>%n مدخلًا</numerusform>
            <numerusform>%n مدخل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) so far: the others are still being read.</source>
        <translation>
            <numerusform>لا مداخل حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
            <numerusform>مدخل واحد حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
            <numerusform>مدخلان حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
            <numerusform>%n مداخل حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
            <numerusform>%n مدخلًا حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
            <numerusform>%n مدخل حتى الآن: ما زالت قراءة الباقي جارية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The entries are being read…</source>
        <translation>تجري قراءة المداخل…</translation>
    </message>
    <message>
        <source>No entry is called so, or nearly so.</source>
        <translation>لا مدخل بهذا الاسم أو بما يقاربه.</translation>
    </message>
    <message>
        <source>No entries yet. They come with the values of spans, or make one here.</source>
        <translation>لا مداخل بعد. تأتي مع قيم المقاطع، أو أنشئ واحدًا هنا.</translation>
    </message>
</context>
<context>
    <name>EntryNameDialog</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Type a name; spaces alone are not a name.</source>
        <translation>اكتب اسمًا؛ المسافات وحدها ليست اسمًا.</translation>
    </message>
    <message>
        <source>There already: {names}</source>
        <translation>موجود من قبل: ⁨{names}⁩</translation>
    </message>
</context>
<context>
    <name>EntryTable</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المواضع</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Importing…</source>
        <translation>جارٍ الاستيراد…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Taking the import back…</source>
        <translation>جارٍ التراجع عن الاستيراد…</translation>
    </message>
    <message>
        <source>Doing the import again…</source>
        <translation>تجري إعادة الاستيراد…</translation>
    </message>
    <message>
        <source>Moving spans…</source>
        <translation>جارٍ نقل المقاطع…</translation>
    </message>
    <message>
        <source>Redoing…</source>
        <translation>تجري الإعادة…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>Releasing…</source>
        <translation>جارٍ الإصدار…</translation>
    </message>
    <message>
        <source>The report was written to “{file}”.</source>
        <translation>كُتب التقرير في «{file}».</translation>
    </message>
    <message>
        <source>Reporting…</source>
        <translation>جارٍ إعداد التقرير…</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>جارٍ النسخ…</translation>
    </message>
    <message>
        <source>Taking the spans out…</source>
        <translation>تجري إزالة المقاطع…</translation>
    </message>
    <message>
        <source>Marking mentions…</source>
        <translation>جارٍ وسم المواضع…</translation>
    </message>
    <message>
        <source>Doing it again…</source>
        <translation>تجري الإعادة…</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>جارٍ التراجع…</translation>
    </message>
    <message>
        <source>Deciding…</source>
        <translation>جارٍ البتّ…</translation>
    </message>
    <message>
        <source>Drawing agreed spans…</source>
        <translation>جارٍ سحب مقاطع متفق عليها…</translation>
    </message>
    <message>
        <source>Handing out…</source>
        <translation>جارٍ التوزيع…</translation>
    </message>
    <message>
        <source>The project was copied to “{file}”.</source>
        <translation>نُسخ المشروع إلى «⁨{file}⁩».</translation>
    </message>
    <message>
        <source>Making the demo…</source>
        <translation>جارٍ إنشاء المشروع التجريبي…</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import articles</source>
        <translation>استيراد مقالات</translation>
    </message>
    <message>
        <source>Import with choices</source>
        <translation>استيراد مع خيارات</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>استيراد مجلد</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>نسخ احتياطي</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Unseen suggestions of {author}</source>
        <translation>اقتراحات {author}، لم يراجعها أحد</translation>
    </message>
    <message>
        <source>The spans of {author}</source>
        <translation>مقاطع ⁨{author}⁩</translation>
    </message>
    <message>
        <source>Gold: what is settled</source>
        <translation>الطبقة الذهبية: ما حُسم</translation>
    </message>
    <message>
        <source>The spans of each author, in one folder</source>
        <translation>مقاطع كل مشارك، في مجلد واحد</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>كاملة</translation>
    </message>
    <message>
        <source>cut into sentences</source>
        <translation>مقطّعة إلى جمل</translation>
    </message>
    <message>
        <source>cut into pieces</source>
        <translation>مقطّعة إلى أجزاء</translation>
    </message>
    <message>
        <source>No span is cut; each piece tells where it stood</source>
        <translation>لا يُقطع أي مقطع؛ ويذكر كل جزء موضعه الأصلي</translation>
    </message>
    <message>
        <source>Words, with what is cut off them, and signs</source>
        <translation>الكلمات وما يُفصل عنها والعلامات</translation>
    </message>
    <message>
        <source>Leave out what is &amp;not sure</source>
        <translation>ترك ما هو &amp;غير مؤكد</translation>
    </message>
    <message>
        <source>Articles that are not &amp;ready too</source>
        <translation>المقالات غير ال&amp;جاهزة أيضًا</translation>
    </message>
    <message>
        <source>Without the articles’ &amp;texts</source>
        <translation>من دون &amp;نصوص المقالات</translation>
    </message>
    <message>
        <source>For articles that may not be passed on: hashes and places go instead of texts, titles and quotes. Notes, values and other details stay, whatever they quote</source>
        <translation>لمقالات لا يجوز تمريرها: تحل البصمات والمواضع محل النصوص والعناوين والاقتباسات. وتبقى الملاحظات والقيم وسائر التفاصيل، مهما اقتبست</translation>
    </message>
    <message>
        <source>Counting what is lost</source>
        <translation>عدّ ما يضيع</translation>
    </message>
    <message>
        <source>&amp;Stop counting</source>
        <translation>&amp;إيقاف العد</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;ماذا</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>&amp;Places count</source>
        <translation>وحدة الموا&amp;ضع</translation>
    </message>
    <message>
        <source>&amp;Articles</source>
        <translation>المقا&amp;لات</translation>
    </message>
    <message>
        <source>&amp;Most tokens</source>
        <translation>عدد ال&amp;كلمات الأقصى</translation>
    </message>
    <message>
        <source>&amp;Labels to take</source>
        <translation>ال&amp;وسوم المأخوذة</translation>
    </message>
    <message>
        <source>The first article with spans, as &amp;it will be written</source>
        <translation>أول مقالة فيها مقاطع كما &amp;ستُكتب</translation>
    </message>
    <message>
        <source>What is &amp;kept, and what is lost</source>
        <translation>ما يُحفظ وما يضي&amp;ع</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>ا&amp;ختيار مجلد…</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>ا&amp;ختيار ملف…</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>جارٍ العد…</translation>
    </message>
    <message>
        <source>Not counted to the end. What is lost is told after the export too.</source>
        <translation>لم يُعدّ حتى النهاية. يُذكر ما يضيع بعد التصدير أيضًا.</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Name of the new folder</source>
        <translation>اسم المجلد الجديد</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Reckoning…</source>
        <translation>جارٍ الحساب…</translation>
    </message>
    <message>
        <source>The figures cannot be read now.</source>
        <translation>لا يمكن قراءة الأرقام الآن.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>All files</source>
        <translation>كل الملفات</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>البحث في:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>نوع الملفات:</translation>
    </message>
</context>
<context>
    <name>FilePreview</name>
    <message>
        <source>(no text: made for programs alone)</source>
        <translation>(ليس نصًا: مصنوع للبرامج وحدها)</translation>
    </message>
</context>
<context>
    <name>FilterPanel</name>
    <message>
        <source>Filters</source>
        <translation>عوامل التصفية</translation>
    </message>
    <message>
        <source>Published from</source>
        <translation>نُشرت من</translation>
    </message>
    <message>
        <source>Published until</source>
        <translation>نُشرت حتى</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>عليها ملاحظة</translation>
    </message>
    <message>
        <source>with a span you are not sure of</source>
        <translation>فيها مقطع لست متأكدًا منه</translation>
    </message>
    <message>
        <source>finished under older guidelines</source>
        <translation>أُنجزت وفق إرشادات أقدم</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>عرض كل المقالات</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>جهة النشر</translation>
    </message>
    <message>
        <source>until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>any</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروفة</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>of {author}</source>
        <translation>لدى {author}</translation>
    </message>
    <message>
        <source>of anybody</source>
        <translation>لدى أي مشارك</translation>
    </message>
    <message>
        <source>no outlet</source>
        <translation>بلا جهة نشر</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>من ⁨{day}⁩</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>حتى ⁨{day}⁩</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>عليها ملاحظة</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>فيها مقطع غير مؤكد</translation>
    </message>
    <message>
        <source>older guidelines</source>
        <translation>إرشادات أقدم</translation>
    </message>
    <message>
        <source>no tests</source>
        <translation>بلا اختبارات</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقالة</translation>
    </message>
    <message>
        <source>Whole words; prefixes such as و and ب stay outside</source>
        <translation>كلمات كاملة؛ وتبقى السوابق مثل الواو والباء خارج النتيجة</translation>
    </message>
    <message>
        <source>Regular expression, on the text as it is written</source>
        <translation>تعبير نمطي، يطابق النص كما كُتب</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>النتيجة السابقة (⁦Shift+Enter⁩)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>النتيجة التالية (Enter)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>‏⁨{current}⁩ من ⁨{total}⁩</translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message>
        <source>Finished: {title}</source>
        <translation>أُنجزت: {title}</translation>
    </message>
    <message>
        <source>Finish the article</source>
        <translation>إنجاز المقالة</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, you have marked nothing in it, and %n other(s) have finished it: if you finish it, every span of theirs becomes an open conflict.</source>
        <translation>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا: إن أنجزتها صار كل مقطع لغيرك فيها خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا، وقد أنجزها غيرك: إن أنجزتها صار كل مقطع من مقاطعه خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا، وقد أنجزها اثنان غيرك: إن أنجزتها صار كل مقطع من مقاطعهما خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا، وقد أنجزها %n آخرون: إن أنجزتها صار كل مقطع من مقاطعهم خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا، وقد أنجزها %n آخرون: إن أنجزتها صار كل مقطع من مقاطعهم خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، ولم تَسِم فيها شيئًا، وقد أنجزها %n آخرون: إن أنجزتها صار كل مقطع من مقاطعهم خلافًا مفتوحًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) neither taken nor refused</source>
        <translation>
            <numerusform>لا اقتراح بلا قبول أو رفض</numerusform>
            <numerusform>اقتراح واحد لم يُقبل ولم يُرفض</numerusform>
            <numerusform>اقتراحان لم يُقبلا ولم يُرفضا</numerusform>
            <numerusform>‏%n اقتراحات لم تُقبل ولم تُرفض</numerusform>
            <numerusform>‏%n اقتراحًا لم تُقبل ولم تُرفض</numerusform>
            <numerusform>‏%n اقتراح لم تُقبل ولم تُرفض</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, and %n other(s) have finished it. What you mark here is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict. In Review you see what they marked, and settle it.</source>
        <translation>
            <numerusform>المقالة «{title}» ليست مسندة إليك. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها غيرك. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها اثنان غيرك. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون. ما تَسِمه هنا طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا. في المراجعة ترى ما وَسَمه غيرك وتبتّ فيه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark the article</source>
        <translation>وسم المقالة</translation>
    </message>
    <message>
        <source>&amp;Mark all the same</source>
        <translation>&amp;الوسم مع ذلك</translation>
    </message>
    <message>
        <source>&amp;Review the article</source>
        <translation>&amp;مراجعة المقالة</translation>
    </message>
    <message numerus="yes">
        <source>%n of these article(s) are not assigned to you, and others have finished them. What you mark there is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict.</source>
        <translation>
            <numerusform>ليس بين هذه المقالات ما أنجزه غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
            <numerusform>إحدى هذه المقالات ليست مسندة إليك، وقد أنجزها غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
            <numerusform>مقالتان من هذه المقالات ليستا مسندتين إليك، وقد أنجزهما غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
            <numerusform>%n من هذه المقالات ليست مسندة إليك، وقد أنجزها غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
            <numerusform>%n من هذه المقالات ليست مسندة إليك، وقد أنجزها غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
            <numerusform>%n من هذه المقالات ليست مسندة إليك، وقد أنجزها غيرك. ما تَسِمه هناك طبقة لك: تنتظر الطبقة الذهبية حتى تُنجزها، وما خالف طبقات غيرك صار خلافًا مفتوحًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark in all articles</source>
        <translation>وسم في كل المقالات</translation>
    </message>
    <message>
        <source>&amp;Mark there too</source>
        <translation>ال&amp;وسم فيها أيضًا</translation>
    </message>
    <message>
        <source>Leave those &amp;out</source>
        <translation>ا&amp;ستثناؤها</translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, and %n other(s) have finished it: if you finish it, too, every span on which you differ from them becomes an open conflict.</source>
        <translation>
            <numerusform>المقالة «{title}» ليست مسندة إليك: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها غيرك: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها اثنان غيرك: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
            <numerusform>المقالة «{title}» ليست مسندة إليك، وقد أنجزها %n آخرون: إن أنجزتها أنت أيضًا صار كل مقطع تخالف فيه غيرك خلافًا مفتوحًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Finish it</source>
        <translation>&amp;إنجازها</translation>
    </message>
    <message>
        <source>&amp;Leave it as it is</source>
        <translation>&amp;تركها كما هي</translation>
    </message>
    <message>
        <source>no spans</source>
        <translation>لا مقاطع فيها</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without a value: {labels}</source>
        <translation>
            <numerusform>لا مقاطع بلا قيمة: ⁨{labels}⁩</numerusform>
            <numerusform>مقطع واحد بلا قيمة: ⁨{labels}⁩</numerusform>
            <numerusform>مقطعان بلا قيمة: ⁨{labels}⁩</numerusform>
            <numerusform>‏%n مقاطع بلا قيمة: ⁨{labels}⁩</numerusform>
            <numerusform>‏%n مقطعًا بلا قيمة: ⁨{labels}⁩</numerusform>
            <numerusform>‏%n مقطع بلا قيمة: ⁨{labels}⁩</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) only proposed</source>
        <translation>
            <numerusform>لا قيم مقترحة فقط</numerusform>
            <numerusform>قيمة واحدة مقترحة فقط</numerusform>
            <numerusform>قيمتان مقترحتان فقط</numerusform>
            <numerusform>‏%n قيم مقترحة فقط</numerusform>
            <numerusform>‏%n قيمة مقترحة فقط</numerusform>
            <numerusform>‏%n قيمة مقترحة فقط</numerusform>
        </translation>
    </message>
    <message>
        <source>All articles in the list are finished or set aside.</source>
        <translation>كل مقالات القائمة منجزة أو منحّاة جانبًا.</translation>
    </message>
    <message>
        <source>“{title}” was not set aside: it is no longer in the project.</source>
        <translation>‏«⁨{title}⁩» لم تُنحَّ جانبًا: لم تعد في المشروع.</translation>
    </message>
</context>
<context>
    <name>FormatTexts</name>
    <message>
        <source>{format} (a folder)</source>
        <translation>{format} (مجلد)</translation>
    </message>
    <message>
        <source>{format}: not installed</source>
        <translation>{format}: غير مثبّتة</translation>
    </message>
    <message>
        <source>code points, as Python does</source>
        <translation>نقاط الترميز، كما في بايثون</translation>
    </message>
    <message>
        <source>UTF-16 units, as JavaScript and Java do</source>
        <translation>وحدات UTF-16، كما في جافاسكربت وجافا</translation>
    </message>
    <message>
        <source>letters with their marks (graphemes)</source>
        <translation>الحروف مع علاماتها</translation>
    </message>
    <message>
        <source>tokens: words and clitics</source>
        <translation>الكلمات واللواصق</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Places are counted in {unit}.</source>
        <translation>تُعدّ المواضع بـ: {unit}.</translation>
    </message>
    <message>
        <source>the texts of articles</source>
        <translation>نصوص المقالات</translation>
    </message>
    <message>
        <source>spans that nest or overlap</source>
        <translation>المقاطع المتداخلة أو المتقاطعة</translation>
    </message>
    <message>
        <source>spans that begin or end inside a word</source>
        <translation>المقاطع التي تبدأ أو تنتهي داخل كلمة</translation>
    </message>
    <message>
        <source>spans over several lines in one piece</source>
        <translation>مقاطع تمتد على عدة أسطر قطعةً واحدة</translation>
    </message>
    <message>
        <source>values</source>
        <translation>القيم</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>“not sure”</source>
        <translation>علامة «غير مؤكد»</translation>
    </message>
    <message>
        <source>how spans were drawn</source>
        <translation>كيف رُسمت المقاطع</translation>
    </message>
    <message>
        <source>when spans were drawn</source>
        <translation>متى رُسمت المقاطع</translation>
    </message>
    <message>
        <source>names of articles and authors</source>
        <translation>أسماء المقالات والمشاركين</translation>
    </message>
    <message>
        <source>details of articles</source>
        <translation>تفاصيل المقالات</translation>
    </message>
    <message>
        <source>reasons and guideline versions</source>
        <translation>الأسباب وإصدارات الإرشادات</translation>
    </message>
    <message>
        <source>time worked</source>
        <translation>مدة العمل</translation>
    </message>
    <message>
        <source>the spacing of texts</source>
        <translation>مسافات النصوص</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>It cannot hold: {what}.</source>
        <translation>لا تتسع لـ: {what}.</translation>
    </message>
    <message>
        <source>It holds all that is said of articles and spans.</source>
        <translation>تتسع لكل ما يُقال عن المقالات والمقاطع.</translation>
    </message>
    <message>
        <source>Articles that are not ready are written too, and marked.</source>
        <translation>تُكتب المقالات غير الجاهزة أيضًا مع علامة.</translation>
    </message>
    <message>
        <source>Install what it needs with: {command}</source>
        <translation>ثبّت ما تحتاج إليه بالأمر: {command}</translation>
    </message>
</context>
<context>
    <name>FoundPlaces</name>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Nothing is counted here any more.</source>
        <translation>لم يعد هنا ما يُعدّ.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعًا</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens one. Who says what is told by letters, as in Review.</source>
        <translation>يفتح ⁦Enter⁩ موضعًا منها. يُذكر المشاركون بحروف كما في المراجعة.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message>
        <source>Guidelines</source>
        <translation>الإرشادات</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Search the guidelines</source>
        <translation>البحث في الإرشادات</translation>
    </message>
    <message>
        <source>Close the guidelines (F4)</source>
        <translation>إغلاق الإرشادات (F4)</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>النتيجة السابقة (⁦Shift+Enter⁩)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>النتيجة التالية (Enter)</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>النسخة ⁨{version}⁩</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>لا نتائج</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>‏⁨{current}⁩ من ⁨{total}⁩</translation>
    </message>
</context>
<context>
    <name>Guides</name>
    <message>
        <source>Guidelines of the project</source>
        <translation>إرشادات المشروع</translation>
    </message>
    <message>
        <source>Which version is this? It is stamped on what is finished under it.</source>
        <translation>ما نسخة هذه الإرشادات؟ تُختم بها المقالات التي تُنجز وفقها.</translation>
    </message>
    <message>
        <source>The guidelines of the project, version {version}, are in force.</source>
        <translation>إرشادات المشروع، النسخة ⁨{version}⁩، سارية الآن.</translation>
    </message>
    <message>
        <source>The guidelines of the program are in force.</source>
        <translation>إرشادات البرنامج سارية الآن.</translation>
    </message>
</context>
<context>
    <name>HandDialog</name>
    <message>
        <source>Who gets them</source>
        <translation>مَن تُسند إليه</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Shown above the article when it is opened</source>
        <translation>يظهر فوق المقالة عند فتحها</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Give articles</source>
        <translation>إسناد مقالات</translation>
    </message>
    <message>
        <source>Take articles back</source>
        <translation>استعادة مقالات</translation>
    </message>
    <message>
        <source>Move articles</source>
        <translation>نقل مقالات</translation>
    </message>
    <message>
        <source>Send articles back</source>
        <translation>إرجاع مقالات</translation>
    </message>
    <message>
        <source>Give articles as a test</source>
        <translation>إسناد مقالات للاختبار</translation>
    </message>
    <message>
        <source>&amp;Whose work</source>
        <translation>عمل مَن</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>There is an author “{known}” already. Do you mean {known}?</source>
        <translation>يوجد مشارك اسمه «{known}». هل تقصد {known}؟</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand out articles</source>
        <translation>توزيع المقالات</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>اسم آخر</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Who gets articles</source>
        <translation>مَن تُسند إليه مقالات</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>Gets</source>
        <translation>يُسند إليه</translation>
    </message>
    <message>
        <source>Has then</source>
        <translation>يصير لديه</translation>
    </message>
    <message>
        <source>Authors of an article that is &amp;compared</source>
        <translation>عدد المشاركين في مقالة تُقارَن</translation>
    </message>
    <message>
        <source>&amp;Share of all articles that are compared</source>
        <translation>نسبة المقالات التي تُقارَن</translation>
    </message>
    <message>
        <source>S&amp;eed of the draw</source>
        <translation>&amp;بذرة السحب</translation>
    </message>
    <message>
        <source>&amp;Hand out</source>
        <translation>توزيع</translation>
    </message>
    <message>
        <source>Reckoning…</source>
        <translation>جارٍ الحساب…</translation>
    </message>
    <message>
        <source>Say first whether “{new}” was a slip.</source>
        <translation>بيّن أولًا هل «{new}» خطأ في الكتابة.</translation>
    </message>
    <message>
        <source>What each would get could not be reckoned. Change anything to try again.</source>
        <translation>تعذّر حساب ما سيناله كل مشارك. غيّر شيئًا لإعادة المحاولة.</translation>
    </message>
</context>
<context>
    <name>HandingFilters</name>
    <message>
        <source>Words in the title or text</source>
        <translation>كلمات في العنوان أو النص</translation>
    </message>
    <message>
        <source>Who has them</source>
        <translation>لدى مَن هي</translation>
    </message>
    <message>
        <source>How far they are</source>
        <translation>إلى أين وصلت</translation>
    </message>
    <message>
        <source>whatever status</source>
        <translation>أيّ حالة</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>not ready</source>
        <translation>غير جاهزة</translation>
    </message>
    <message>
        <source>whoever has it</source>
        <translation>لدى أيّ مشارك</translation>
    </message>
    <message>
        <source>assigned to nobody</source>
        <translation>غير مسندة إلى أحد</translation>
    </message>
</context>
<context>
    <name>HandingModel</name>
    <message>
        <source>No.</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>لدى مَن هي</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>الطبقة الذهبية</translation>
    </message>
    <message>
        <source>The authors the article is assigned to, those it tests, and those who have begun or finished it though it is not assigned to them: imported, or taken back since.</source>
        <translation>المشاركون الذين أُسندت إليهم المقالة، ومن هي اختبار لهم، ومن بدأها أو أنجزها وليست مسندة إليه: لأنها استُوردت أو استُعيدت منه بعد ذلك.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهزة</translation>
    </message>
    <message>
        <source>test, {status}</source>
        <translation>اختبار، {status}</translation>
    </message>
    <message>
        <source>{status}, not assigned</source>
        <translation>{status}، غير مسندة</translation>
    </message>
</context>
<context>
    <name>HandingOut</name>
    <message>
        <source>End the test</source>
        <translation>إنهاء الاختبار</translation>
    </message>
    <message>
        <source>End the test of {author}? What was marked stays out of gold and of all figures.</source>
        <translation>هل يُنهى اختبار {author}؟ ما وُسم يبقى خارج الطبقة الذهبية وخارج كل الأرقام.</translation>
    </message>
</context>
<context>
    <name>HandingPage</name>
    <message>
        <source>&amp;Give to…</source>
        <translation>إسناد إلى…</translation>
    </message>
    <message>
        <source>&amp;Take back from…</source>
        <translation>استعادة من…</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>نقل…</translation>
    </message>
    <message>
        <source>Send &amp;back…</source>
        <translation>إرجاع…</translation>
    </message>
    <message>
        <source>Give as a te&amp;st…</source>
        <translation>إسناد للاختبار…</translation>
    </message>
    <message>
        <source>En&amp;d the test…</source>
        <translation>إنهاء الاختبار…</translation>
    </message>
    <message>
        <source>Hand &amp;out…</source>
        <translation>توزيع…</translation>
    </message>
    <message>
        <source>Of the author in the table of authors</source>
        <translation>للمشارك المختار في جدول المشاركين</translation>
    </message>
    <message>
        <source>The articles assigned to nobody, by lot</source>
        <translation>توزيع المقالات غير المسندة إلى أحد، بالقرعة</translation>
    </message>
    <message>
        <source>Handing out</source>
        <translation>التوزيع</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>جارٍ التحميل…</translation>
    </message>
    <message>
        <source>There are no articles yet.</source>
        <translation>لا مقالات بعد.</translation>
    </message>
    <message>
        <source>No article is like that.</source>
        <translation>لا مقالة بهذا الوصف.</translation>
    </message>
    <message>
        <source>{finished} of {articles} finished</source>
        <translation>أُنجز {finished} من {articles}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>انتهى</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالة</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>لا مقالات محددة</numerusform>
            <numerusform>واحدة محددة</numerusform>
            <numerusform>اثنتان محددتان</numerusform>
            <numerusform>%n محددة</numerusform>
            <numerusform>%n محددة</numerusform>
            <numerusform>%n محددة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingTable</name>
    <message>
        <source>Articles and who has them</source>
        <translation>المقالات ولدى مَن هي</translation>
    </message>
</context>
<context>
    <name>HandingTexts</name>
    <message>
        <source>Those that do not fit are left out.</source>
        <translation>ويُترك ما لا يصلح لذلك.</translation>
    </message>
    <message>
        <source>{author} is new: the name is added to the authors.</source>
        <translation>{author} اسم جديد: يُضاف إلى المشاركين.</translation>
    </message>
    <message>
        <source>Whoever has begun an article keeps it: {authors}.</source>
        <translation>ومن بدأ مقالة بقيت له: {authors}.</translation>
    </message>
    <message>
        <source>{author} works in packs: make a new pack and send it, or {author} will not see this.</source>
        <translation>يعمل {author} بالحزم: أنشئ حزمة جديدة وأرسلها، وإلا فلن يرى {author} هذا.</translation>
    </message>
    <message>
        <source>The newest pack that has come back is “{file}”.</source>
        <translation>وأحدث حزمة عادت هي «{file}».</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be given to {author}.</source>
        <translation>
            <numerusform>لن يُسند شيء إلى {author}.</numerusform>
            <numerusform>ستُسند مقالة واحدة إلى {author}.</numerusform>
            <numerusform>ستُسند مقالتان إلى {author}.</numerusform>
            <numerusform>ستُسند %n مقالات إلى {author}.</numerusform>
            <numerusform>ستُسند %n مقالة إلى {author}.</numerusform>
            <numerusform>ستُسند %n مقالة إلى {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be taken from {author}.</source>
        <translation>
            <numerusform>لن يُستعاد شيء من {author}.</numerusform>
            <numerusform>ستُستعاد مقالة واحدة من {author}.</numerusform>
            <numerusform>ستُستعاد مقالتان من {author}.</numerusform>
            <numerusform>ستُستعاد %n مقالات من {author}.</numerusform>
            <numerusform>ستُستعاد %n مقالة من {author}.</numerusform>
            <numerusform>ستُستعاد %n مقالة من {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will go from {author} to {to}.</source>
        <translation>
            <numerusform>لن يُنقل شيء من {author} إلى {to}.</numerusform>
            <numerusform>ستُنقل مقالة واحدة من {author} إلى {to}.</numerusform>
            <numerusform>ستُنقل مقالتان من {author} إلى {to}.</numerusform>
            <numerusform>ستُنقل %n مقالات من {author} إلى {to}.</numerusform>
            <numerusform>ستُنقل %n مقالة من {author} إلى {to}.</numerusform>
            <numerusform>ستُنقل %n مقالة من {author} إلى {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be sent back to {author}.</source>
        <translation>
            <numerusform>لن يُرجَع شيء إلى {author}.</numerusform>
            <numerusform>ستُرجَع مقالة واحدة إلى {author}.</numerusform>
            <numerusform>ستُرجَع مقالتان إلى {author}.</numerusform>
            <numerusform>ستُرجَع %n مقالات إلى {author}.</numerusform>
            <numerusform>ستُرجَع %n مقالة إلى {author}.</numerusform>
            <numerusform>ستُرجَع %n مقالة إلى {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be given to {author} as a test.</source>
        <translation>
            <numerusform>لن يُسند شيء إلى {author} اختبارًا.</numerusform>
            <numerusform>ستُسند مقالة واحدة إلى {author} اختبارًا.</numerusform>
            <numerusform>ستُسند مقالتان إلى {author} اختبارًا.</numerusform>
            <numerusform>ستُسند %n مقالات إلى {author} اختبارًا.</numerusform>
            <numerusform>ستُسند %n مقالة إلى {author} اختبارًا.</numerusform>
            <numerusform>ستُسند %n مقالة إلى {author} اختبارًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: {author} has them already.</source>
        <translation>
            <numerusform>و%n أخرى محددة هي لدى {author} من قبل.</numerusform>
            <numerusform>وواحدة أخرى محددة هي لدى {author} من قبل.</numerusform>
            <numerusform>واثنتان أخريان محددتان هما لدى {author} من قبل.</numerusform>
            <numerusform>و%n أخرى محددة هي لدى {author} من قبل.</numerusform>
            <numerusform>و%n أخرى محددة هي لدى {author} من قبل.</numerusform>
            <numerusform>و%n أخرى محددة هي لدى {author} من قبل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: not assigned to {author}.</source>
        <translation>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}.</numerusform>
            <numerusform>وواحدة أخرى محددة غير مسندة إلى {author}.</numerusform>
            <numerusform>واثنتان أخريان محددتان غير مسندتين إلى {author}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: not assigned to {author}, or a test of {to}.</source>
        <translation>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</numerusform>
            <numerusform>وواحدة أخرى محددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</numerusform>
            <numerusform>واثنتان أخريان محددتان غير مسندتين إلى {author}، أو هما اختبار لـ{to}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</numerusform>
            <numerusform>و%n أخرى محددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: {author} has neither finished them nor set them aside.</source>
        <translation>
            <numerusform>و%n أخرى محددة لم ينجزها {author} ولم ينحّها.</numerusform>
            <numerusform>وواحدة أخرى محددة لم ينجزها {author} ولم ينحّها.</numerusform>
            <numerusform>واثنتان أخريان محددتان لم ينجزهما {author} ولم ينحّهما.</numerusform>
            <numerusform>و%n أخرى محددة لم ينجزها {author} ولم ينحّها.</numerusform>
            <numerusform>و%n أخرى محددة لم ينجزها {author} ولم ينحّها.</numerusform>
            <numerusform>و%n أخرى محددة لم ينجزها {author} ولم ينحّها.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: they are not ready, or {author} has had to do with them.</source>
        <translation>
            <numerusform>و%n أخرى محددة ليست جاهزة، أو هي لدى {author} أو سبق أن عمل عليها.</numerusform>
            <numerusform>وواحدة أخرى محددة ليست جاهزة، أو هي لدى {author} أو سبق أن عمل عليها.</numerusform>
            <numerusform>واثنتان أخريان محددتان ليستا جاهزتين، أو هما لدى {author} أو سبق أن عمل عليهما.</numerusform>
            <numerusform>و%n أخرى محددة ليست جاهزة، أو هي لدى {author} أو سبق أن عمل عليها.</numerusform>
            <numerusform>و%n أخرى محددة ليست جاهزة، أو هي لدى {author} أو سبق أن عمل عليها.</numerusform>
            <numerusform>و%n أخرى محددة ليست جاهزة، أو هي لدى {author} أو سبق أن عمل عليها.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is marked stays.</source>
        <translation>ما وُسم يبقى.</translation>
    </message>
    <message>
        <source>What is marked there counts for nothing but the test, also once it has ended.</source>
        <translation>ما يوسم فيها لا يُحسب إلا للاختبار، وإن انتهى.</translation>
    </message>
    <message>
        <source>Choose or type a name.</source>
        <translation>اختر اسمًا أو اكتبه.</translation>
    </message>
    <message>
        <source>{author} has all of the selected articles already.</source>
        <translation>كل المقالات المحددة لدى {author} من قبل.</translation>
    </message>
    <message>
        <source>None of the selected articles is assigned to {author}.</source>
        <translation>لا شيء من المقالات المحددة مسند إلى {author}.</translation>
    </message>
    <message>
        <source>The selected articles are not assigned to {author}, or are a test of {to}.</source>
        <translation>المقالات المحددة غير مسندة إلى {author}، أو هي اختبار لـ{to}.</translation>
    </message>
    <message>
        <source>{author} has finished none of the selected articles.</source>
        <translation>لم ينجز {author} شيئًا من المقالات المحددة.</translation>
    </message>
    <message>
        <source>None of the selected articles can test {author}: a test needs articles that are ready, and that {author} has not had to do with.</source>
        <translation>لا تصلح أيّ من المقالات المحددة لاختبار {author}: يحتاج الاختبار إلى مقالات جاهزة لم يعمل عليها {author} ولم تُسند إليه.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to {author}.</source>
        <translation>
            <numerusform>لم يُسند شيء إلى {author}.</numerusform>
            <numerusform>أُسندت مقالة واحدة إلى {author}.</numerusform>
            <numerusform>أُسندت مقالتان إلى {author}.</numerusform>
            <numerusform>أُسندت %n مقالات إلى {author}.</numerusform>
            <numerusform>أُسندت %n مقالة إلى {author}.</numerusform>
            <numerusform>أُسندت %n مقالة إلى {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken from {author}.</source>
        <translation>
            <numerusform>لم يُستعد شيء من {author}.</numerusform>
            <numerusform>استُعيدت مقالة واحدة من {author}.</numerusform>
            <numerusform>استُعيدت مقالتان من {author}.</numerusform>
            <numerusform>استُعيدت %n مقالات من {author}.</numerusform>
            <numerusform>استُعيدت %n مقالة من {author}.</numerusform>
            <numerusform>استُعيدت %n مقالة من {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) moved from {author} to {to}.</source>
        <translation>
            <numerusform>لم يُنقل شيء من {author} إلى {to}.</numerusform>
            <numerusform>نُقلت مقالة واحدة من {author} إلى {to}.</numerusform>
            <numerusform>نُقلت مقالتان من {author} إلى {to}.</numerusform>
            <numerusform>نُقلت %n مقالات من {author} إلى {to}.</numerusform>
            <numerusform>نُقلت %n مقالة من {author} إلى {to}.</numerusform>
            <numerusform>نُقلت %n مقالة من {author} إلى {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) sent back to {author}.</source>
        <translation>
            <numerusform>لم يُرجَع شيء إلى {author}.</numerusform>
            <numerusform>أُرجعت مقالة واحدة إلى {author}.</numerusform>
            <numerusform>أُرجعت مقالتان إلى {author}.</numerusform>
            <numerusform>أُرجعت %n مقالات إلى {author}.</numerusform>
            <numerusform>أُرجعت %n مقالة إلى {author}.</numerusform>
            <numerusform>أُرجعت %n مقالة إلى {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to {author} as a test.</source>
        <translation>
            <numerusform>لم يُسند شيء إلى {author} اختبارًا.</numerusform>
            <numerusform>أُسندت مقالة واحدة إلى {author} اختبارًا.</numerusform>
            <numerusform>أُسندت مقالتان إلى {author} اختبارًا.</numerusform>
            <numerusform>أُسندت %n مقالات إلى {author} اختبارًا.</numerusform>
            <numerusform>أُسندت %n مقالة إلى {author} اختبارًا.</numerusform>
            <numerusform>أُسندت %n مقالة إلى {author} اختبارًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) handed out.</source>
        <translation>
            <numerusform>لم يُوزَّع شيء.</numerusform>
            <numerusform>وُزّعت مقالة واحدة.</numerusform>
            <numerusform>وُزّعت مقالتان.</numerusform>
            <numerusform>وُزّعت %n مقالات.</numerusform>
            <numerusform>وُزّعت %n مقالة.</numerusform>
            <numerusform>وُزّعت %n مقالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>No article has two authors: agreement will not be known.</source>
        <translation>لا مقالة لدى مشاركَين اثنين: لن يُعرف التوافق.</translation>
    </message>
    <message>
        <source>Every article is assigned to somebody already: nothing is left to hand out.</source>
        <translation>كل مقالة مسندة إلى أحد المشاركين: لم يبقَ ما يُوزَّع.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) assigned to nobody will be handed out.</source>
        <translation>
            <numerusform>لن يُوزَّع شيء.</numerusform>
            <numerusform>ستُوزَّع مقالة واحدة غير مسندة إلى أحد.</numerusform>
            <numerusform>ستُوزَّع مقالتان غير مسندتين إلى أحد.</numerusform>
            <numerusform>ستُوزَّع %n مقالات غير مسندة إلى أحد.</numerusform>
            <numerusform>ستُوزَّع %n مقالة غير مسندة إلى أحد.</numerusform>
            <numerusform>ستُوزَّع %n مقالة غير مسندة إلى أحد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several authors will have %n article(s).</source>
        <translation>
            <numerusform>لن تكون أي مقالة لدى عدة مشاركين.</numerusform>
            <numerusform>ستكون مقالة واحدة لدى عدة مشاركين.</numerusform>
            <numerusform>ستكون مقالتان لدى عدة مشاركين.</numerusform>
            <numerusform>ستكون %n مقالات لدى عدة مشاركين.</numerusform>
            <numerusform>ستكون %n مقالة لدى عدة مشاركين.</numerusform>
            <numerusform>ستكون %n مقالة لدى عدة مشاركين.</numerusform>
        </translation>
    </message>
    <message>
        <source>From then on annotators see the articles that they have, and no others.</source>
        <translation>ومنذ ذلك الحين لا يرى المشاركون إلا ما أُسند إليهم.</translation>
    </message>
    <message numerus="yes">
        <source>The test of {author} on %n article(s) has ended.</source>
        <translation>
            <numerusform>انتهى اختبار {author}.</numerusform>
            <numerusform>انتهى اختبار {author} في مقالة واحدة.</numerusform>
            <numerusform>انتهى اختبار {author} في مقالتين.</numerusform>
            <numerusform>انتهى اختبار {author} في %n مقالات.</numerusform>
            <numerusform>انتهى اختبار {author} في %n مقالة.</numerusform>
            <numerusform>انتهى اختبار {author} في %n مقالة.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hearing</name>
    <message>
        <source>This article is a test: it stays as it is once you finish it. When you have finished all of the test you see how the settled ones differ.</source>
        <translation>هذه المقالة اختبار: تبقى على حالها متى أنجزتها. ومتى أنجزت الاختبار كله رأيت فرق مقالاته عن الطبقة الذهبية.</translation>
    </message>
    <message>
        <source>Sent back without a comment: look at it again, then finish it.</source>
        <translation>أُرجعت إليك بلا تعليق: راجعها ثم أنجزها.</translation>
    </message>
    <message>
        <source>Sent back: {comment}</source>
        <translation>أُرجعت إليك: {comment}</translation>
    </message>
    <message>
        <source>From the lead: {comment}</source>
        <translation>من المشرف: {comment}</translation>
    </message>
    <message>
        <source>The test of this article is finished: it stays as it is.</source>
        <translation>أُنجز اختبار هذه المقالة: تبقى على حالها.</translation>
    </message>
    <message>
        <source>The test of this article is finished: {score}.</source>
        <translation>أُنجز اختبار هذه المقالة: {score}.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Labels that the project lacks</source>
        <translation>وسوم ليست في المشروع</translation>
    </message>
    <message>
        <source>In the files</source>
        <translation>في الملفات</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>أمثلة</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>What {label} is here</source>
        <translation>ما يقابل {label} هنا</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>Add as a new label: {label}</source>
        <translation>إضافة وسم جديد: {label}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>ترك</translation>
    </message>
    <message numerus="yes">
        <source>The files have %n label(s) that the project lacks. What are they here?</source>
        <translation>
            <numerusform>كل وسوم الملفات في المشروع.</numerusform>
            <numerusform>في الملفات وسم واحد ليس في المشروع. ماذا يقابله هنا؟</numerusform>
            <numerusform>في الملفات وسمان ليسا في المشروع. ماذا يقابلهما هنا؟</numerusform>
            <numerusform>في الملفات %n وسوم ليست في المشروع. ماذا يقابلها هنا؟</numerusform>
            <numerusform>في الملفات %n وسمًا ليست في المشروع. ماذا يقابلها هنا؟</numerusform>
            <numerusform>في الملفات %n وسم ليست في المشروع. ماذا يقابلها هنا؟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more label(s) are not listed: their spans are refused by name.</source>
        <translation>
            <numerusform>كل الوسوم مذكورة.</numerusform>
            <numerusform>وسم واحد آخر غير مذكور: تُرفض مقاطعه باسمه.</numerusform>
            <numerusform>وسمان آخران غير مذكورين: تُرفض مقاطعهما بالاسم.</numerusform>
            <numerusform>%n وسوم أخرى غير مذكورة: تُرفض مقاطعها بالاسم.</numerusform>
            <numerusform>%n وسمًا آخر غير مذكورة: تُرفض مقاطعها بالاسم.</numerusform>
            <numerusform>%n وسم آخر غير مذكورة: تُرفض مقاطعها بالاسم.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Whose spans: %n article(s) do not tell</source>
        <translation>
            <numerusform>&amp;لمن المقاطع</numerusform>
            <numerusform>&amp;لمن المقاطع: مقالة واحدة لا تذكر ذلك</numerusform>
            <numerusform>&amp;لمن المقاطع: مقالتان لا تذكران ذلك</numerusform>
            <numerusform>&amp;لمن المقاطع: %n مقالات لا تذكر ذلك</numerusform>
            <numerusform>&amp;لمن المقاطع: %n مقالة لا تذكر ذلك</numerusform>
            <numerusform>&amp;لمن المقاطع: %n مقالة لا تذكر ذلك</numerusform>
        </translation>
    </message>
    <message>
        <source>The &amp;first article: {title}</source>
        <translation>المقالة الأ&amp;ولى: {title}</translation>
    </message>
    <message>
        <source>The first article</source>
        <translation>المقالة الأولى</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>ا&amp;ستيراد</translation>
    </message>
    <message>
        <source>Which column of “{file}” holds the text, and what are the others?</source>
        <translation>أي أعمدة «{file}» فيه النص، وما البقية؟</translation>
    </message>
    <message numerus="yes">
        <source>%n other table(s) have no column “{column}” and will be refused, so import them on their own: {files}.</source>
        <translation>
            <numerusform>لا جدول آخر يخلو من العمود «{column}».</numerusform>
            <numerusform>ليس في جدول آخر عمود «{column}» فسيُرفض، فاستورده وحده: {files}.</numerusform>
            <numerusform>ليس في جدولين آخرين عمود «{column}» فسيُرفضان، فاستورد كلًّا منهما وحده: {files}.</numerusform>
            <numerusform>ليس في %n جداول أخرى عمود «{column}» فستُرفض، فاستورد كلًّا منها وحده: {files}.</numerusform>
            <numerusform>ليس في %n جدولًا آخر عمود «{column}» فستُرفض، فاستورد كلًّا منها وحده: {files}.</numerusform>
            <numerusform>ليس في %n جدول آخر عمود «{column}» فستُرفض، فاستورد كلًّا منها وحده: {files}.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Look again first: this is how the files were read.</source>
        <translation>أعد النظر أولًا: ما تراه هو ما قُرئت به الملفات من قبل.</translation>
    </message>
    <message>
        <source>Choose the column that holds the text.</source>
        <translation>اختر العمود الذي فيه النص.</translation>
    </message>
    <message numerus="yes">
        <source>Choose what %n label(s) are here.</source>
        <translation>
            <numerusform>كل الوسوم مختارة.</numerusform>
            <numerusform>اختر ما يقابل وسمًا واحدًا هنا.</numerusform>
            <numerusform>اختر ما يقابل وسمين هنا.</numerusform>
            <numerusform>اختر ما يقابل %n وسوم هنا.</numerusform>
            <numerusform>اختر ما يقابل %n وسمًا هنا.</numerusform>
            <numerusform>اختر ما يقابل %n وسم هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) will be left out.</source>
        <translation>
            <numerusform>لن يُترك أي مقطع.</numerusform>
            <numerusform>سيُترك مقطع واحد.</numerusform>
            <numerusform>سيُترك مقطعان.</numerusform>
            <numerusform>ستُترك %n مقاطع.</numerusform>
            <numerusform>سيُترك %n مقطعًا.</numerusform>
            <numerusform>سيُترك %n مقطع.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>That was the last conflict of the list: it goes on from the first.</source>
        <translation>كان ذلك آخر خلاف في القائمة: تستأنف من الأول.</translation>
    </message>
    <message>
        <source>This is the first conflict of the list. Ctrl+Z takes your last decision back.</source>
        <translation>هذا أول خلاف في القائمة. يتراجع Ctrl+Z عن قرارك الأخير.</translation>
    </message>
    <message>
        <source>There is no answer {number} here.</source>
        <translation>لا جواب برقم ⁨{number}⁩ هنا.</translation>
    </message>
    <message>
        <source>Nothing like this was decided before.</source>
        <translation>لم يُبتّ في مثل هذا من قبل.</translation>
    </message>
    <message>
        <source>No other open conflict is like this.</source>
        <translation>لا خلاف مفتوح آخر يشبه هذا.</translation>
    </message>
    <message>
        <source>No open conflict is like the last one that you decided.</source>
        <translation>لا خلاف مفتوح يشبه آخر ما بتتّ فيه.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>find in the article</source>
        <translation>البحث في المقالة</translation>
    </message>
    <message>
        <source>next and previous hit; else take the best value; make a new entry, or take what a date reads by the day of publication</source>
        <translation>النتيجة التالية والسابقة؛ وإلا فاعتماد أفضل قيمة؛ أو إنشاء مدخل جديد، أو اعتماد التاريخ بحسب يوم النشر</translation>
    </message>
    <message>
        <source>move the caret; left is forward in right-to-left text</source>
        <translation>تحريك المؤشر؛ واليسار هو الأمام في النص المكتوب من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>select</source>
        <translation>التحديد</translation>
    </message>
    <message>
        <source>move the start, the end outward by a word; with Ctrl a letter</source>
        <translation>نقل البداية أو النهاية إلى الخارج بكلمة، ومع Ctrl بحرف</translation>
    </message>
    <message>
        <source>Marking in the text</source>
        <translation>الوسم في النص</translation>
    </message>
    <message>
        <source>mark the selection, change the selected span, or mark the word</source>
        <translation>وسم التحديد، أو تغيير وسم المقطع المحدَّد، أو وسم الكلمة عند المؤشر</translation>
    </message>
    <message>
        <source>mark each selection at once with this label</source>
        <translation>وسم كل تحديد فورًا بهذا الوسم</translation>
    </message>
    <message>
        <source>move the start, the end inward; a one-letter prefix peels off</source>
        <translation>نقل البداية أو النهاية إلى الداخل؛ ويُفصَل الحرف الملتصق بأول الكلمة</translation>
    </message>
    <message>
        <source>Moving and selecting in the text</source>
        <translation>التنقل والتحديد في النص</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>الفأرة</translation>
    </message>
    <message>
        <source>select words; with Ctrl held single letters, also inside a word</source>
        <translation>تحديد كلمات كاملة؛ ومع الضغط على ⁦Ctrl⁩ تحديد حروف مفردة، داخل الكلمة أيضًا</translation>
    </message>
    <message>
        <source>leave the text for what comes next; with Shift for what is before</source>
        <translation>الخروج من النص إلى ما بعده؛ ومع ⁦Shift⁩ إلى ما قبله</translation>
    </message>
    <message>
        <source>tick a span, or all</source>
        <translation>التأشير على مقطع، أو على الكل</translation>
    </message>
    <message>
        <source>act on the ticked spans, else on the one at hand</source>
        <translation>العمل على المقاطع المؤشَّرة، وإلا فعلى المقطع الحالي</translation>
    </message>
    <message>
        <source>Review: the conflict at hand</source>
        <translation>المراجعة: الخلاف الحالي</translation>
    </message>
    <message>
        <source>open an article or a place</source>
        <translation>فتح مقالة أو موضع</translation>
    </message>
    <message>
        <source>select several articles</source>
        <translation>تحديد عدة مقالات</translation>
    </message>
    <message>
        <source>ask the lead about the selection, or about the article</source>
        <translation>سؤال المشرف عن التحديد أو عن المقالة</translation>
    </message>
    <message>
        <source>stop marking each selection; close the find bar; take the selection away</source>
        <translation>إنهاء وسم كل تحديد، وإغلاق شريط البحث، وإلغاء التحديد</translation>
    </message>
    <message>
        <source>The suggestion at hand</source>
        <translation>الاقتراح الذي بين يديك</translation>
    </message>
    <message>
        <source>take it with its value, or refuse it; the next one comes</source>
        <translation>قبوله مع قيمته، أو رفضه؛ ثم يأتي التالي</translation>
    </message>
    <message>
        <source>take it under that label; the next one comes</source>
        <translation>قبوله بذلك الوسم؛ ثم يأتي التالي</translation>
    </message>
    <message>
        <source>move its borders before you take it; with Ctrl by a letter</source>
        <translation>نقل حدّيه قبل قبوله؛ ومع Ctrl بحرف</translation>
    </message>
    <message>
        <source>a click on one brings it to hand; the right button offers more</source>
        <translation>النقر على اقتراح ينتقل إليه؛ والزر الأيمن يعرض المزيد</translation>
    </message>
    <message>
        <source>move by words and paragraphs</source>
        <translation>التحرك كلمةً كلمة وفقرةً فقرة</translation>
    </message>
    <message>
        <source>start and end of the line; with Ctrl of the text</source>
        <translation>أول السطر وآخره، ومع Ctrl أول النص وآخره</translation>
    </message>
    <message>
        <source>a page up and down</source>
        <translation>صفحة إلى أعلى وإلى أسفل</translation>
    </message>
    <message>
        <source>take that answer to the conflict; 0: nothing is to be marked</source>
        <translation>أخذ ذلك الجواب في الخلاف؛ ⁦0⁩: لا يُحدَّد شيء</translation>
    </message>
    <message>
        <source>a click on an answer in the text chooses it; then Enter takes it</source>
        <translation>النقر على جواب في النص يختاره، ثم يعتمده ⁨Enter⁩</translation>
    </message>
    <message>
        <source>take the majority, all spans, the widest, the narrowest</source>
        <translation>أخذ جواب الأغلبية، كل المقاطع، الأوسع، الأضيق</translation>
    </message>
    <message>
        <source>mark your own spans; Enter takes them, Esc leaves them</source>
        <translation>تحديد مقاطعك؛ يعتمدها Enter ويتركها Esc</translation>
    </message>
    <message>
        <source>skip; back; say why, also of what is overruled in the text; the guidelines leave it open</source>
        <translation>تخطٍّ؛ رجوع؛ كتابة سبب، ولِما يُغيَّر في النص أيضًا؛ الإرشادات لا تبتّ فيه</translation>
    </message>
    <message>
        <source>right; skip; back; own spans; say why; guideline gap; leave the sample</source>
        <translation>صحيح؛ تخطٍّ؛ رجوع؛ مقاطعك؛ كتابة سبب؛ نقص في الإرشادات؛ ترك العينة</translation>
    </message>
    <message>
        <source>decide as before; list all that are like this, or like the last decided one: Space unticks, Enter decides</source>
        <translation>البتّ كما سبق؛ سرد كل ما يشبه هذا، أو ما يشبه آخر ما بُتّ فيه: المسافة تلغي التأشير و⁨Enter⁩ يبتّ</translation>
    </message>
    <message>
        <source>Review: a random sample</source>
        <translation>المراجعة: عينة عشوائية</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>List of spans</source>
        <translation>قائمة المقاطع</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>مفاتيح الاختصار</translation>
    </message>
    <message>
        <source>Type a key, or some letters of what it does</source>
        <translation>اكتب مفتاحًا، أو بعض حروف ما يفعله</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>ما يفعله</translation>
    </message>
    <message>
        <source>No key does what is called so.</source>
        <translation>لا مفتاح لما يسمى كذلك.</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>{label}: every selection, until Esc</source>
        <translation>‏⁨{label}⁩: كل تحديد، حتى ⁨Esc⁩</translation>
    </message>
    <message>
        <source>Mark as {label} (key {key}); with Ctrl every selection, until Esc</source>
        <translation>الوسم بـ«⁨{label}⁩» (المفتاح ⁨{key}⁩)؛ ومع ⁨Ctrl⁩ كل تحديد، حتى ⁨Esc⁩</translation>
    </message>
    <message>
        <source>{label}, key {key}, {count} here</source>
        <translation>‏⁨{label}⁩، المفتاح ⁨{key}⁩، ⁨{count}⁩ هنا</translation>
    </message>
</context>
<context>
    <name>LabelChoice</name>
    <message>
        <source>Merge labels</source>
        <translation>دمج وسوم</translation>
    </message>
</context>
<context>
    <name>LabelEditing</name>
    <message>
        <source>Something is under way already: wait until it is done, then press OK.</source>
        <translation>هناك عمل جارٍ: انتظر حتى ينتهي، ثم اضغط «موافق».</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>القارئ</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>{label}, key {key}</source>
        <translation>‏⁨{label}⁩، المفتاح ⁨{key}⁩</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <source>Labels</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Press the key that is to mark with this label</source>
        <translation>اضغط المفتاح الذي يَسِم بهذا الوسم</translation>
    </message>
    <message>
        <source>Colour of the label</source>
        <translation>لون الوسم</translation>
    </message>
    <message>
        <source>none</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Which of the program&apos;s readers proposes the values: base, date, actor or figure, or none.</source>
        <translation>أي قارئ من قرّاء البرنامج يقترح القيم: base (القواعد) أو date (التواريخ) أو actor (الجهات) أو figure (الأرقام)، أو لا شيء.</translation>
    </message>
    <message>
        <source>date</source>
        <translation>تاريخ</translation>
    </message>
    <message>
        <source>number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>مدخل</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Mer&amp;ge into…</source>
        <translation>دمج في…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>إلى أعلى</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>إلى أسفل</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>Ara&amp;bic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>&amp;Reader</source>
        <translation>القارئ</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Only leads change the labels, since that changes the spans of everybody. Ask your lead if one is missing.</source>
        <translation>لا يغيّر الوسوم إلا المشرفون، لأن ذلك يغيّر مقاطع الجميع. اسأل مشرفك إن نقص وسم.</translation>
    </message>
    <message>
        <source>To some eyes this colour looks like that of “{label}”.</source>
        <translation>يشبه هذا اللون في أعين بعض الناس لون «⁨{label}⁩».</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>إضافة وسم</translation>
    </message>
    <message>
        <source>Its name in all files, which never changes (such as “weapon”):</source>
        <translation>اسمه في كل الملفات، وهو لا يتغير أبدًا (مثل «weapon»):</translation>
    </message>
    <message>
        <source>“{label}” is in use (spans: {spans}, entries: {entries}). Which label are these to get?</source>
        <translation>الوسم «⁨{label}⁩» مستعمل (المقاطع: ⁨{spans}⁩، المداخل: ⁨{entries}⁩). إلى أي وسم تُنقل؟</translation>
    </message>
    <message>
        <source>Which label are all spans of “{label}” to get? “{label}” goes.</source>
        <translation>إلى أي وسم تُنقل كل مقاطع «⁨{label}⁩»؟ سيُزال «⁨{label}⁩».</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Suggesting…</source>
        <translation>جارٍ الاقتراح…</translation>
    </message>
    <message>
        <source>The model is learning…</source>
        <translation>النموذج يتعلّم…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) looked through for suggestions.</source>
        <translation>
            <numerusform>لم يُبحث في أي مقالة عن اقتراحات.</numerusform>
            <numerusform>بُحث في مقالة واحدة عن اقتراحات.</numerusform>
            <numerusform>بُحث في مقالتين عن اقتراحات.</numerusform>
            <numerusform>بُحث في %n مقالات عن اقتراحات.</numerusform>
            <numerusform>بُحث في %n مقالة عن اقتراحات.</numerusform>
            <numerusform>بُحث في %n مقالة عن اقتراحات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model has learned from %n article(s).</source>
        <translation>
            <numerusform>لم يتعلّم النموذج من أي مقالة.</numerusform>
            <numerusform>تعلّم النموذج من مقالة واحدة.</numerusform>
            <numerusform>تعلّم النموذج من مقالتين.</numerusform>
            <numerusform>تعلّم النموذج من %n مقالات.</numerusform>
            <numerusform>تعلّم النموذج من %n مقالة.</numerusform>
            <numerusform>تعلّم النموذج من %n مقالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>How right it is cannot be told: there is one story alone.</source>
        <translation>لا يُعرف مدى صوابه: ليس هناك إلا خبر واحد.</translation>
    </message>
    <message>
        <source>On what it had not seen, its F1 is {f1} (overlapping).</source>
        <translation>مقياس F1 له فيما لم يره هو {f1} (بالتداخل).</translation>
    </message>
</context>
<context>
    <name>LoadTable</name>
    <message>
        <source>How much each author has</source>
        <translation>ما لدى كل مشارك</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>المسندة</translation>
    </message>
    <message>
        <source>Articles that are assigned to the author. Tests are not counted.</source>
        <translation>المقالات المسندة إلى المشارك. ولا تُحسب الاختبارات.</translation>
    </message>
    <message>
        <source>Of these finished</source>
        <translation>المنجز منها</translation>
    </message>
    <message>
        <source>Of the articles assigned, those that the author has finished.</source>
        <translation>ما أنجزه المشارك من المقالات المسندة إليه.</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>غير المسندة</translation>
    </message>
    <message>
        <source>Articles that the author has begun or finished though they are not assigned: imported, or taken back since. Tests are not counted.</source>
        <translation>المقالات التي بدأها المشارك أو أنجزها وليست مسندة إليه: لأنها استُوردت أو استُعيدت منه بعد ذلك. ولا تُحسب الاختبارات.</translation>
    </message>
    <message>
        <source>Articles given as a test, how many are finished, and how near to gold.</source>
        <translation>المقالات المعطاة اختبارًا، وكم أُنجز منها، ومدى القرب من الطبقة الذهبية.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>الاختبار</translation>
    </message>
</context>
<context>
    <name>LookAhead</name>
    <message>
        <source>That could not be worked out. Change anything to try again.</source>
        <translation>تعذّر حساب ذلك. غيّر أي شيء للمحاولة من جديد.</translation>
    </message>
</context>
<context>
    <name>LotDialog</name>
    <message>
        <source>Listing…</source>
        <translation>جارٍ إعداد القائمة…</translation>
    </message>
    <message>
        <source>Reason (kept with the decisions)</source>
        <translation>السبب (يُحفظ مع القرارات)</translation>
    </message>
    <message>
        <source>Reason of the decisions</source>
        <translation>سبب القرارات</translation>
    </message>
    <message>
        <source>&amp;Decide (Enter)</source>
        <translation>&amp;بتّ (⁨Enter⁩)</translation>
    </message>
    <message>
        <source>Only what the queue lists now ({count})</source>
        <translation>ما في القائمة الآن فقط (⁨{count}⁩)</translation>
    </message>
    <message>
        <source>{ticked} of {all} ticked</source>
        <translation>‏المؤشَّر: ⁨{ticked}⁩ من ⁨{all}⁩</translation>
    </message>
</context>
<context>
    <name>LotGroups</name>
    <message>
        <source>Which of them</source>
        <translation>أيّها</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>&amp;تأشير</translation>
    </message>
    <message>
        <source>&amp;Untick</source>
        <translation>إل&amp;غاء التأشير</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
</context>
<context>
    <name>Lots</name>
    <message>
        <source>Each conflict is decided as more than half of the finished layers say.</source>
        <translation>يُبتّ في كل خلاف بما يقوله أكثر من نصف الطبقات المنجزة.</translation>
    </message>
    <message>
        <source>Take what most say</source>
        <translation>الأخذ برأي الأغلبية</translation>
    </message>
    <message>
        <source>Borders that differ for one of these reasons are put by the guidelines.</source>
        <translation>تُضبط بحسب الإرشادات الحدود التي تختلف لأحد هذه الأسباب.</translation>
    </message>
    <message>
        <source>Settle by the guidelines</source>
        <translation>البتّ بحسب الإرشادات</translation>
    </message>
    <message>
        <source>What was decided last is put in all of these: {put}</source>
        <translation>يُعتمد في كل هذه ما كان آخر قرار: ⁨{put}⁩</translation>
    </message>
    <message>
        <source>The same words, and the same answers to them. What is put in all:</source>
        <translation>الكلمات نفسها والأجوبة نفسها. وما يُعتمد فيها كلها:</translation>
    </message>
    <message>
        <source>Decide all that are alike</source>
        <translation>البتّ في كل الخلافات المتماثلة</translation>
    </message>
    <message>
        <source>Accept single layers</source>
        <translation>قبول الطبقات المنفردة</translation>
    </message>
    <message>
        <source>One author alone has finished these articles. What is accepted is gold; where others have yet to finish, the article waits for them all the same, and is not ticked.</source>
        <translation>أنجز هذه المقالات شخص واحد وحده. ما يُقبل يصير ذهبيًا؛ وحيث بقي على غيره أن يُنجز المقالة فهي تنتظره مع ذلك، ولا تكون مؤشَّرة.</translation>
    </message>
    <message numerus="yes">
        <source>waits for %n other(s)</source>
        <translation>
            <numerusform>لا تنتظر أحدًا آخر</numerusform>
            <numerusform>تنتظر شخصًا آخر</numerusform>
            <numerusform>تنتظر شخصين آخرين</numerusform>
            <numerusform>تنتظر %n آخرين</numerusform>
            <numerusform>تنتظر %n آخرين</numerusform>
            <numerusform>تنتظر %n آخرين</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>waits for {names}</source>
        <translation>تنتظر {names}</translation>
    </message>
    <message>
        <source>others have yet to finish</source>
        <translation>بقي على آخرين إنجازها</translation>
    </message>
    <message>
        <source>Accept layers set aside</source>
        <translation>قبول الطبقات المنحّاة جانبًا</translation>
    </message>
    <message>
        <source>In these articles nobody is waited for but authors who set them aside. What is accepted is no longer waited for.</source>
        <translation>لا يُنتظر في هذه المقالات إلا من نحّوها جانبًا. ما يُقبل لا يُنتظر بعد ذلك.</translation>
    </message>
    <message>
        <source>No layer waits for that.</source>
        <translation>لا طبقة تنتظر ذلك.</translation>
    </message>
    <message>
        <source>No open conflict can be decided so.</source>
        <translation>لا خلاف مفتوح يمكن البتّ فيه هكذا.</translation>
    </message>
    <message>
        <source>{put} · decided before</source>
        <translation>{put} · سبق البتّ فيه</translation>
    </message>
    <message>
        <source>decided before</source>
        <translation>سبق البتّ فيه</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A note or a value could not be saved. Leave all the same, and lose it?</source>
        <translation>تعذّر حفظ ملاحظة أو قيمة. أتريد المغادرة مع ذلك وفقدانها؟</translation>
    </message>
    <message>
        <source>Nothing here can show folders. This one is: {folder}</source>
        <translation>لا يوجد هنا ما يعرض المجلدات. هذا المجلد في: {folder}</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>This is only suggested: press Enter to take it first.</source>
        <translation>هذا مقترح فحسب: اضغط ⁨Enter⁩ لقبوله أولًا.</translation>
    </message>
    <message>
        <source>No span is selected: click one, or go to one with Space.</source>
        <translation>لا مقطع محددًا: انقر مقطعًا، أو انتقل إلى واحد بمفتاح المسافة.</translation>
    </message>
    <message numerus="yes">
        <source>A span over %n paragraph(s) was marked; Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>وُسم مقطع بلا فقرات؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع في فقرة واحدة؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع يمتد على فقرتين؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع يمتد على %n فقرات؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع يمتد على %n فقرة؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع يمتد على %n فقرة؛ Ctrl+Z يتراجع عنه.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A span of %n letter(s) was marked; Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>وُسم مقطع بلا حروف؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع من حرف واحد؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع من حرفين؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع من %n حروف؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع من %n حرفًا؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>وُسم مقطع من %n حرف؛ Ctrl+Z يتراجع عنه.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Looking for mentions…</source>
        <translation>جارٍ البحث عن المواضع المماثلة…</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>إيقاف البحث</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تأشير الكل</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>إلغاء التأشير</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>المواضع المماثلة</translation>
    </message>
    <message>
        <source>Unmark all mentions of {words}</source>
        <translation>إزالة كل مقاطع «⁨{words}⁩»</translation>
    </message>
    <message>
        <source>Mark all mentions of {words}</source>
        <translation>وسم كل مواضع «⁨{words}⁩»</translation>
    </message>
    <message>
        <source>Unmark (Enter)</source>
        <translation>إزالة (Enter)</translation>
    </message>
    <message>
        <source>Mark (Enter)</source>
        <translation>وسم (Enter)</translation>
    </message>
    <message>
        <source>There are no other mentions.</source>
        <translation>لا توجد مواضع أخرى.</translation>
    </message>
    <message>
        <source>{ticked} of {offered} ticked</source>
        <translation>‏المؤشَّر: ⁨{ticked}⁩ من ⁨{offered}⁩</translation>
    </message>
    <message>
        <source>Show refused ({count})</source>
        <translation>إظهار المرفوضة (⁨{count}⁩)</translation>
    </message>
    <message>
        <source>The ticked are dealt with once all are found. Esc leaves them.</source>
        <translation>يُنفَّذ الأمر على المؤشَّر بعد العثور على الجميع. مفتاح Esc للترك.</translation>
    </message>
    <message>
        <source>Wait until all are found, or stop looking.</source>
        <translation>انتظر حتى ينتهي البحث، أو أوقفه.</translation>
    </message>
    <message numerus="yes">
        <source>%n finished article(s) will be in progress again.</source>
        <translation>
            <numerusform>لن تعود أي مقالة منجزة إلى قيد العمل.</numerusform>
            <numerusform>ستعود مقالة منجزة واحدة إلى قيد العمل.</numerusform>
            <numerusform>ستعود مقالتان منجزتان إلى قيد العمل.</numerusform>
            <numerusform>ستعود %n مقالات منجزة إلى قيد العمل.</numerusform>
            <numerusform>ستعود %n مقالة منجزة إلى قيد العمل.</numerusform>
            <numerusform>ستعود %n مقالة منجزة إلى قيد العمل.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionListModel</name>
    <message>
        <source>Mentions</source>
        <translation>المواضع المماثلة</translation>
    </message>
    <message>
        <source>finished or set aside</source>
        <translation>منجزة أو منحّاة جانبًا</translation>
    </message>
    <message>
        <source>marked already</source>
        <translation>موسوم من قبل</translation>
    </message>
    <message>
        <source>has another label</source>
        <translation>له وسم آخر</translation>
    </message>
    <message>
        <source>refused before</source>
        <translation>رُفض من قبل</translation>
    </message>
</context>
<context>
    <name>MentionTable</name>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقالة</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>{quote} (proposed)</source>
        <translation>‏⁨{quote}⁩ (مقترح)</translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message>
        <source>There is no word at the caret: select a name first.</source>
        <translation>لا كلمة عند المؤشر: حدِّد اسمًا أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) marked.</source>
        <translation>
            <numerusform>لم يُوسَم أي موضع.</numerusform>
            <numerusform>وُسم موضع واحد.</numerusform>
            <numerusform>وُسم موضعان.</numerusform>
            <numerusform>وُسمت %n مواضع.</numerusform>
            <numerusform>وُسم %n موضعًا.</numerusform>
            <numerusform>وُسم %n موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>لم يُزَل أي مقطع.</numerusform>
            <numerusform>أُزيل مقطع واحد.</numerusform>
            <numerusform>أُزيل مقطعان.</numerusform>
            <numerusform>أُزيلت %n مقاطع.</numerusform>
            <numerusform>أُزيل %n مقطعًا.</numerusform>
            <numerusform>أُزيل %n مقطع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) refused, not offered again.</source>
        <translation>
            <numerusform>لم يُرفض أي موضع.</numerusform>
            <numerusform>رُفض موضع واحد ولن يُعرض ثانية.</numerusform>
            <numerusform>رُفض موضعان ولن يُعرضا ثانية.</numerusform>
            <numerusform>رُفضت %n مواضع ولن تُعرض ثانية.</numerusform>
            <numerusform>رُفض %n موضعًا ولن تُعرض ثانية.</numerusform>
            <numerusform>رُفض %n موضع ولن تُعرض ثانية.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeEntryDialog</name>
    <message>
        <source>Merge into another entry</source>
        <translation>الدمج في مدخل آخر</translation>
    </message>
    <message>
        <source>“{name}” is the same as:</source>
        <translation>‏«⁨{name}⁩» هو نفسه:</translation>
    </message>
    <message>
        <source>Search names</source>
        <translation>ابحث في الأسماء</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>المداخل</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>ادمج</translation>
    </message>
    <message>
        <source>Choose the entry that is to stay.</source>
        <translation>اختر المدخل الذي يبقى.</translation>
    </message>
    <message>
        <source>No entry is called so, or nearly so. Search for another name.</source>
        <translation>لا مدخل بهذا الاسم أو بما يقاربه. ابحث عن اسم آخر.</translation>
    </message>
</context>
<context>
    <name>MinePage</name>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>Show all articles</source>
        <translation>عرض كل المقالات</translation>
    </message>
    <message>
        <source>Gold and the authors</source>
        <translation>الطبقة الذهبية والمشاركون</translation>
    </message>
    <message>
        <source>Gold and mine</source>
        <translation>الطبقة الذهبية وعملي</translation>
    </message>
    <message>
        <source>Comparing… {done} of {total}</source>
        <translation>تجري المقارنة… {done} من {total}</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>تجري المقارنة…</translation>
    </message>
    <message>
        <source>Only {article}</source>
        <translation>{article} فقط</translation>
    </message>
    <message numerus="yes">
        <source>%n settled article(s)</source>
        <translation>
            <numerusform>لا مقالات بُتَّ فيها</numerusform>
            <numerusform>مقالة واحدة بُتَّ فيها</numerusform>
            <numerusform>مقالتان بُتَّ فيهما</numerusform>
            <numerusform>%n مقالات بُتَّ فيها</numerusform>
            <numerusform>%n مقالة بُتَّ فيها</numerusform>
            <numerusform>%n مقالة بُتَّ فيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>لا فروق</numerusform>
            <numerusform>فرق واحد</numerusform>
            <numerusform>فرقان</numerusform>
            <numerusform>%n فروق</numerusform>
            <numerusform>%n فرقًا</numerusform>
            <numerusform>%n فرق</numerusform>
        </translation>
    </message>
    <message>
        <source>Exact, by label: {figures}</source>
        <translation>التطابق التام لكل وسم: {figures}</translation>
    </message>
    <message>
        <source>This file is a pack: it tells of gold as it was when the pack was made, and nothing of this was finished and settled then. A new pack tells more, once this one is merged and its articles are settled.</source>
        <translation>هذا الملف حزمة: يخبر عن الطبقة الذهبية كما كانت حين صُنعت الحزمة، ولم يكن شيء من هذا قد أُنجز وبُتَّ فيه حينها. وتخبر حزمة جديدة بالمزيد بعد دمج هذه والبتّ في مقالاتها.</translation>
    </message>
    <message>
        <source>Nothing can be told yet: the article is not settled, or its author has not finished it, or not all of the test that it is of.</source>
        <translation>لا شيء يقال بعد: لم يُبتَّ في المقالة، أو لم ينجزها صاحبها، أو لم ينجز كل الاختبار الذي هي منه.</translation>
    </message>
    <message>
        <source>No article that was finished is settled yet.</source>
        <translation>لم يُبتَّ بعد في أي مقالة مما أُنجز.</translation>
    </message>
    <message>
        <source>As gold was when this pack was made, on {day}.</source>
        <translation>كما كانت الطبقة الذهبية حين صُنعت هذه الحزمة، في {day}.</translation>
    </message>
    <message>
        <source>Test: {finished} of {articles} finished</source>
        <translation>الاختبار: أُنجز {finished} من {articles}</translation>
    </message>
    <message>
        <source>Of a test nothing is told before all of it is finished.</source>
        <translation>لا يقال شيء عن الاختبار قبل إنجازه كله.</translation>
    </message>
    <message>
        <source>Gold is what was marked: there is no difference.</source>
        <translation>الطبقة الذهبية هي ما وُسم: لا فرق.</translation>
    </message>
    <message>
        <source>Marked: {spans}</source>
        <translation>ما وُسم: {spans}</translation>
    </message>
    <message>
        <source>Gold: {spans}</source>
        <translation>الطبقة الذهبية: {spans}</translation>
    </message>
    <message>
        <source>The guidelines leave this open.</source>
        <translation>الإرشادات لا تبتّ في هذا.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>MissingValues</name>
    <message>
        <source>No span here is without a value.</source>
        <translation>لكل مقطع هنا قيمة.</translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed date(s) read otherwise by this day; Shift+F2 leads to them.</source>
        <translation>
            <numerusform>لا تواريخ مؤكدة تُقرأ على نحو آخر بحسب هذا اليوم.</numerusform>
            <numerusform>تاريخ مؤكد واحد يُقرأ على نحو آخر بحسب هذا اليوم؛ اضغط ⁨Shift+F2⁩ للانتقال إليه.</numerusform>
            <numerusform>تاريخان مؤكدان يُقرآن على نحو آخر بحسب هذا اليوم؛ اضغط ⁨Shift+F2⁩ للانتقال إليهما.</numerusform>
            <numerusform>‏%n تواريخ مؤكدة تُقرأ على نحو آخر بحسب هذا اليوم؛ اضغط ⁨Shift+F2⁩ للانتقال إليها.</numerusform>
            <numerusform>‏%n تاريخًا مؤكدًا تُقرأ على نحو آخر بحسب هذا اليوم؛ اضغط ⁨Shift+F2⁩ للانتقال إليها.</numerusform>
            <numerusform>‏%n تاريخ مؤكد تُقرأ على نحو آخر بحسب هذا اليوم؛ اضغط ⁨Shift+F2⁩ للانتقال إليها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Modes</name>
    <message>
        <source>The sample is drawn. It begins once your own spans are taken or left.</source>
        <translation>سُحبت العينة، وتبدأ بعد أخذ مقاطعك أو تركها.</translation>
    </message>
    <message>
        <source>The sample is kept: “Check a random sample” goes on with it.</source>
        <translation>العينة محفوظة، ويتابعها أمر «فحص عينة عشوائية».</translation>
    </message>
    <message>
        <source>The sample is kept: it goes on after your next decision.</source>
        <translation>العينة محفوظة، وتُستأنف بعد قرارك التالي.</translation>
    </message>
    <message>
        <source>Your own spans are taken up again as you left them.</source>
        <translation>عدت إلى مقاطعك كما تركتها.</translation>
    </message>
    <message>
        <source>Your own spans are kept: E takes them up again.</source>
        <translation>حُفظت مقاطعك، والمفتاح ⁨E⁩ يعود إليها.</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>No entry is called “{name}”. Choose one of the list, or make a new one with Shift+Enter.</source>
        <translation>لا مدخل اسمه «⁨{name}⁩». اختر واحدًا من القائمة، أو أنشئ مدخلًا جديدًا بالمفتاحين ⁨Shift+Enter⁩.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Show the list</source>
        <translation>عرض القائمة</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>إخفاء (Esc)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Projects ({pattern})</source>
        <translation>المشاريع ({pattern})</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>فتح مشروع</translation>
    </message>
</context>
<context>
    <name>OptionCard</name>
    <message>
        <source>marked nothing here</source>
        <translation>لم يوسم شيء هنا</translation>
    </message>
    <message>
        <source>{value} (proposed)</source>
        <translation>‏⁨{value}⁩ (مقترَحة)</translation>
    </message>
    <message>
        <source>Value: {value}</source>
        <translation>القيمة: ⁨{value}⁩</translation>
    </message>
</context>
<context>
    <name>OverviewPlace</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Re&amp;lease a dataset…</source>
        <translation>إ&amp;صدار مجموعة بيانات…</translation>
    </message>
    <message>
        <source>What is ready, in train, dev and test, for training</source>
        <translation>ما هو جاهز، مقسّمًا إلى تدريب وتطوير واختبار، للتدريب</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>سير العمل</translation>
    </message>
</context>
<context>
    <name>ProjectActs</name>
    <message>
        <source>change of the labels</source>
        <translation>تغيير الوسوم</translation>
    </message>
    <message>
        <source>merging of labels</source>
        <translation>دمج وسوم</translation>
    </message>
    <message>
        <source>change of an entry</source>
        <translation>تغيير مدخل</translation>
    </message>
    <message>
        <source>merging of entries</source>
        <translation>دمج مداخل</translation>
    </message>
    <message>
        <source>import of entries</source>
        <translation>استيراد مداخل</translation>
    </message>
    <message>
        <source>settings of the project</source>
        <translation>إعدادات المشروع</translation>
    </message>
    <message>
        <source>change of the guidelines</source>
        <translation>تغيير الإرشادات</translation>
    </message>
    <message>
        <source>handing out of articles</source>
        <translation>توزيع المقالات</translation>
    </message>
    <message>
        <source>merging of packs</source>
        <translation>دمج الحزم</translation>
    </message>
    <message>
        <source>giving of a test</source>
        <translation>إسناد اختبار</translation>
    </message>
    <message>
        <source>end of a test</source>
        <translation>إنهاء اختبار</translation>
    </message>
    <message>
        <source>removal of an article</source>
        <translation>إزالة مقالة</translation>
    </message>
    <message>
        <source>return of an article</source>
        <translation>استرجاع مقالة</translation>
    </message>
</context>
<context>
    <name>PublishedBar</name>
    <message>
        <source>Day of publication</source>
        <translation>يوم النشر</translation>
    </message>
    <message>
        <source>When was this published? (Alt+P)</source>
        <translation>متى نُشرت هذه المقالة؟ ⁨(Alt+P)⁩</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Do not ask again for this article</source>
        <translation>لا تسأل مجددًا عن هذه المقالة</translation>
    </message>
    <message>
        <source>Published?</source>
        <translation>متى نُشرت؟</translation>
    </message>
    <message>
        <source>Write the day, or choose “Not known”.</source>
        <translation>اكتب اليوم، أو اختر «غير معروف».</translation>
    </message>
    <message>
        <source>That is {day}.</source>
        <translation>أي ⁨{day}⁩.</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>⁦Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>⁦Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>⁦Alt</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
</context>
<context>
    <name>QuestionsDialog</name>
    <message>
        <source>Questions to the lead</source>
        <translation>أسئلة إلى المشرف</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>الأسئلة</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الجواب</translation>
    </message>
    <message>
        <source>&amp;Show in the text</source>
        <translation>إظهار في النص</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>إجابة</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>سحب السؤال</translation>
    </message>
    <message>
        <source>Show a&amp;ll questions</source>
        <translation>إظهار &amp;كل الأسئلة</translation>
    </message>
    <message>
        <source>Only those that are open</source>
        <translation>المفتوحة منها فقط</translation>
    </message>
    <message>
        <source>Only those with an answer</source>
        <translation>ما أُجيب عنه منها فقط</translation>
    </message>
    <message>
        <source>Only those of {author} that are open</source>
        <translation>المفتوحة من أسئلة {author} فقط</translation>
    </message>
    <message>
        <source>Only those of {author} with an answer</source>
        <translation>ما أُجيب عنه من أسئلة {author} فقط</translation>
    </message>
    <message>
        <source>open</source>
        <translation>لم يُجب عنه</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>No such question any more.</source>
        <translation>لم يبق سؤال كهذا.</translation>
    </message>
    <message>
        <source>No questions yet.</source>
        <translation>لا أسئلة بعد.</translation>
    </message>
    <message>
        <source>{author} asks, {day}:</source>
        <translation>سؤال من ⁨{author}⁩، ⁨{day}⁩:</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>لا جواب بعد.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>جوابك</translation>
    </message>
</context>
<context>
    <name>Queueing</name>
    <message>
        <source>No open conflict is like that.</source>
        <translation>لا خلاف مفتوح بهذا الوصف.</translation>
    </message>
    <message>
        <source>There are no articles in the project yet.</source>
        <translation>لا مقالات في المشروع بعد.</translation>
    </message>
    <message>
        <source>No conflict is open: nobody has finished an article.</source>
        <translation>لا خلاف مفتوح: لم يُنجز أحد أي مقالة بعد.</translation>
    </message>
    <message>
        <source>No conflict is open: no article was finished by two authors.</source>
        <translation>لا خلاف مفتوح: ما من مقالة أنجزها مشاركان.</translation>
    </message>
    <message>
        <source>Choose other words, causes or labels beside the article.</source>
        <translation>اختر كلمات أو أسبابًا أو وسومًا أخرى في القائمة المجاورة.</translation>
    </message>
    <message>
        <source>“Import articles” in the File menu brings some.</source>
        <translation>أضفها بالأمر «استيراد مقالات» في قائمة «ملف».</translation>
    </message>
    <message>
        <source>Hand the same articles to two authors in the Overview (Ctrl+F3). Where they differ is shown here once both have finished.</source>
        <translation>وزّع المقالات نفسها على مشاركَين في النظرة العامة (⁦Ctrl+F3⁩). يظهر هنا ما اختلفا فيه بعد أن يُنجزها كلاهما.</translation>
    </message>
    <message>
        <source>Hand articles to a second author in the Overview (Ctrl+F3), or accept single layers in the Review menu.</source>
        <translation>وزّع المقالات على مشارك ثانٍ في النظرة العامة (⁦Ctrl+F3⁩)، أو اقبل الطبقات المنفردة من قائمة «المراجعة».</translation>
    </message>
    <message>
        <source>The Overview (Ctrl+F3) tells which articles are not ready yet. Ctrl+E exports gold of those that are.</source>
        <translation>تبيّن النظرة العامة (⁦Ctrl+F3⁩) المقالات التي لم تجهز بعد. أما الجاهزة فيصدّر ⁦Ctrl+E⁩ طبقتها الذهبية.</translation>
    </message>
    <message>
        <source>Comparing the layers…</source>
        <translation>تجري مقارنة الطبقات…</translation>
    </message>
    <message>
        <source>No conflict is open: all that was finished is settled.</source>
        <translation>لا خلاف مفتوح: بُتَّ في كل ما أُنجز.</translation>
    </message>
    <message>
        <source>{number} of {all} · {article}</source>
        <translation>‏⁨{number}⁩ من ⁨{all}⁩ · {article}</translation>
    </message>
</context>
<context>
    <name>QuotationModel</name>
    <message>
        <source>Places</source>
        <translation>المواضع</translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message>
        <source>Look a&amp;gain</source>
        <translation>إعادة ال&amp;نظر</translation>
    </message>
    <message>
        <source>As each file tells</source>
        <translation>كما يبيّن كل ملف</translation>
    </message>
    <message>
        <source>&amp;Read as</source>
        <translation>ا&amp;قرأ على أنها</translation>
    </message>
    <message>
        <source>&amp;Places count</source>
        <translation>وحدة الموا&amp;ضع</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>No file can be read so.</source>
        <translation>لا يُقرأ أي ملف هكذا.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالة</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Format: {format}</source>
        <translation>الصيغة: {format}</translation>
    </message>
    <message>
        <source>Cannot be read: {count}. The first: {why}</source>
        <translation>تعذّرت قراءة: {count}. أولها: {why}</translation>
    </message>
    <message>
        <source>what the format does by itself</source>
        <translation>ما تعدّه الصيغة من نفسها</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>It cannot be used</source>
        <translation>لا تصلح للاستعمال</translation>
    </message>
    <message>
        <source>Ask the lead</source>
        <translation>تُعرض على المشرف</translation>
    </message>
</context>
<context>
    <name>RegistryWindow</name>
    <message>
        <source>Registry</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>You can add entries and names. Renaming, merging, notes and importing are for leads.</source>
        <translation>يمكنك إضافة مداخل وأسماء. أما تغيير الاسم والدمج والملاحظات والاستيراد فللمشرفين.</translation>
    </message>
    <message>
        <source>New entry…</source>
        <translation>مدخل جديد…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>تغيير الاسم…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>مدخل جديد</translation>
    </message>
    <message>
        <source>Name of the entry. If an entry has this name already, that one is shown.</source>
        <translation>اسم المدخل. إن كان لمدخل هذا الاسم من قبل عُرض ذلك المدخل.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>تغيير الاسم</translation>
    </message>
    <message>
        <source>What is “{name}” to be called? Its name stays as another name of it.</source>
        <translation>ماذا يُسمّى «⁨{name}⁩»؟ يبقى اسمه الحالي اسمًا آخر له.</translation>
    </message>
    <message>
        <source>“{name}” becomes another name of “{into}”. Spans that mean it mean “{into}” from then on, in all layers and in gold; none of them is changed. You can undo it.</source>
        <translation>يصبح «⁨{name}⁩» اسمًا آخر لـ«⁨{into}⁩». والمقاطع التي تعنيه تعني «⁨{into}⁩» من الآن، في كل الطبقات وفي الطبقة الذهبية؛ ولا يتغير شيء منها. ويمكنك التراجع.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s).</source>
        <translation>
            <numerusform>لا مقاطع.</numerusform>
            <numerusform>مقطع واحد.</numerusform>
            <numerusform>مقطعان.</numerusform>
            <numerusform>%n مقاطع.</numerusform>
            <numerusform>%n مقطعًا.</numerusform>
            <numerusform>%n مقطع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import entries</source>
        <translation>استيراد المداخل</translation>
    </message>
    <message>
        <source>Tables ({pattern})</source>
        <translation>الجداول (⁨{pattern}⁩)</translation>
    </message>
    <message>
        <source>Export entries</source>
        <translation>تصدير المداخل</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Release a dataset</source>
        <translation>إصدار مجموعة بيانات</translation>
    </message>
    <message>
        <source>Train, dev and test, in per cent or as weights like 8/1/1; 90/10 makes no dev, 100 train alone</source>
        <translation>التدريب والتطوير والاختبار، نسبًا مئوية أو أوزانًا مثل ‎8/1/1‎؛ ‎90/10‎ بلا تطوير، و100 تدريب وحده</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>الصدفة</translation>
    </message>
    <message>
        <source>day of publication: the newest for testing</source>
        <translation>يوم النشر: الأحدث للاختبار</translation>
    </message>
    <message>
        <source>outlet: new ones for testing</source>
        <translation>الجهة الناشرة: الجديدة للاختبار</translation>
    </message>
    <message>
        <source>The same number makes the same splits again</source>
        <translation>الرقم نفسه يعطي الأقسام نفسها من جديد</translation>
    </message>
    <message>
        <source>Under what terms others may use it</source>
        <translation>شروط استعمال الآخرين لها</translation>
    </message>
    <message>
        <source>Names or titles, with commas; a line a group</source>
        <translation>أسماء أو عناوين بينها فواصل؛ ولكل مجموعة سطر</translation>
    </message>
    <message>
        <source>Articles that must share a split; a name with a comma stands in double quotes</source>
        <translation>مقالات لا بد أن تجتمع في قسم واحد؛ والاسم الذي فيه فاصلة يوضع بين علامتي اقتباس مزدوجتين</translation>
    </message>
    <message>
        <source>What leads &amp;ruled out goes along</source>
        <translation>يُرفق ما استبعده المشر&amp;فون</translation>
    </message>
    <message>
        <source>In a file of its own, as hard negatives</source>
        <translation>في ملف مستقل، أمثلةً سالبة صعبة</translation>
    </message>
    <message>
        <source>Planning the splits</source>
        <translation>التخطيط للأقسام</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Train/dev/test</source>
        <translation>&amp;تدريب/تطوير/اختبار</translation>
    </message>
    <message>
        <source>Parted &amp;by</source>
        <translation>التقسيم &amp;حسب</translation>
    </message>
    <message>
        <source>Seed of the &amp;draw</source>
        <translation>بذرة السح&amp;ب</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>ال&amp;رخصة</translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <translation>تبقى &amp;معًا</translation>
    </message>
    <message>
        <source>&amp;Formats</source>
        <translation>ال&amp;صيغ</translation>
    </message>
    <message>
        <source>How large the splits &amp;will be</source>
        <translation>أحجام ال&amp;أقسام</translation>
    </message>
    <message>
        <source>What is left &amp;out, and how like they are</source>
        <translation>ما يُتر&amp;ك، ومدى التشابه</translation>
    </message>
    <message>
        <source>&amp;Choose a folder…</source>
        <translation>ا&amp;ختيار مجلد…</translation>
    </message>
    <message>
        <source>Planning the splits…</source>
        <translation>جارٍ التخطيط للأقسام…</translation>
    </message>
    <message>
        <source>Give the release a name.</source>
        <translation>سمِّ الإصدار.</translation>
    </message>
    <message>
        <source>There is a release “{name}” already, and it is frozen. Choose another name.</source>
        <translation>يوجد إصدار «{name}» من قبل، وهو مجمّد. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>Tick at least one format.</source>
        <translation>علّم صيغة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>Stopped. Change the splits to plan them again.</source>
        <translation>أُوقف. غيّر الأقسام للتخطيط لها من جديد.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>المقالات</translation>
    </message>
</context>
<context>
    <name>Releasing</name>
    <message>
        <source>Name of the new folder</source>
        <translation>اسم المجلد الجديد</translation>
    </message>
</context>
<context>
    <name>RemarkFields</name>
    <message>
        <source>Reason (R)</source>
        <translation>السبب (R)</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>سبب القرار</translation>
    </message>
    <message>
        <source>Guideline gap (G)</source>
        <translation>نقص في الإرشادات (G)</translation>
    </message>
    <message>
        <source>The guidelines leave this open</source>
        <translation>الإرشادات لا تبتّ في هذا</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message>
        <source>Remove “{title}”? No layers or spans go with it. It can be restored from the trash in the Project menu.</source>
        <translation>هل تُزال «{title}»؟ لا تُزال معها أي طبقات أو مقاطع. ويمكن استرجاعها من «المحذوفات» في قائمة «المشروع».</translation>
    </message>
    <message>
        <source>Remove “{title}”? With it go {layers} and {spans}. All can be restored from the trash in the Project menu.</source>
        <translation>هل تُزال «{title}»؟ تُزال معها {layers} و{spans}. ويمكن استرجاع كل ذلك من «المحذوفات» في قائمة «المشروع».</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>لا طبقات</numerusform>
            <numerusform>طبقة واحدة</numerusform>
            <numerusform>طبقتان</numerusform>
            <numerusform>%n طبقات</numerusform>
            <numerusform>%n طبقة</numerusform>
            <numerusform>%n طبقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the article</source>
        <translation>إزالة المقالة</translation>
    </message>
    <message>
        <source>“{title}” is in the trash.</source>
        <translation>‏«⁨{title}⁩» الآن في المحذوفات.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>تقرير</translation>
    </message>
    <message>
        <source>Call authors &amp;A, B, C</source>
        <translation>تسمية المشاركين A وB وC</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>اختيار ملف…</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>ReviewFoot</name>
    <message>
        <source>Hide the names</source>
        <translation>إخفاء الأسماء</translation>
    </message>
    <message>
        <source>Authors are called A, B, C, another way round in each article</source>
        <translation>يُسمّى المشاركون A وB وC، بترتيب مختلف في كل مقالة</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>الأغلبية</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>الأوسع</translation>
    </message>
    <message>
        <source>Narrowest</source>
        <translation>الأضيق</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Own spans</source>
        <translation>مقاطعك</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>{names}  –  {votes} of {all}</source>
        <translation>‏⁨{names}⁩  –  ⁨{votes}⁩ من ⁨{all}⁩</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Decided before, but the spans have changed since. E takes up what was put:</source>
        <translation>سبق البتّ فيه، لكن المقاطع تغيّرت بعد ذلك. يستعيد المفتاح ⁨E⁩ ما اعتُمد:</translation>
    </message>
    <message>
        <source>Decided before, but the spans have changed since. Nothing was put.</source>
        <translation>سبق البتّ فيه، لكن المقاطع تغيّرت بعد ذلك. لم يُعتمد شيء.</translation>
    </message>
    <message>
        <source>put before</source>
        <translation>اعتُمد من قبل</translation>
    </message>
    <message>
        <source>This leaves out spans on which nothing was decided: {spans}</source>
        <translation>هذا يُسقط مقاطع لم يُبتّ فيها: {spans}</translation>
    </message>
    <message numerus="yes">
        <source>Decided so %n time(s) before</source>
        <translation>
            <numerusform>لم يُبتّ هكذا من قبل</numerusform>
            <numerusform>بُتَّ هكذا مرة من قبل</numerusform>
            <numerusform>بُتَّ هكذا مرتين من قبل</numerusform>
            <numerusform>بُتَّ هكذا %n مرات من قبل</numerusform>
            <numerusform>بُتَّ هكذا %n مرةً من قبل</numerusform>
            <numerusform>بُتَّ هكذا %n مرة من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>السبب: {reason}</translation>
    </message>
    <message>
        <source>Also decided: {put}</source>
        <translation>وبُتَّ أيضًا بـ: {put}</translation>
    </message>
    <message>
        <source>Answer {number} is chosen: Enter takes it, Esc leaves it.</source>
        <translation>اختير الجواب {number}: يعتمده ⁨Enter⁩ ويتركه ⁨Esc⁩.</translation>
    </message>
    <message>
        <source>Your own spans: mark them in the text with the labels&apos; keys. Enter takes them, Esc leaves them.</source>
        <translation>مقاطعك: ضعها في النص بمفاتيح الوسوم. يعتمدها ⁨Enter⁩ ويتركها ⁨Esc⁩.</translation>
    </message>
    <message>
        <source>Something is selected in the text: a label&apos;s key adds it to gold or changes it there, Del takes it out. To say why, press R first.</source>
        <translation>في النص شيء محدَّد: مفتاح الوسم يضيفه إلى الطبقة الذهبية أو يغيّره فيها، و⁨Del⁩ يخرجه منها. لذكر السبب اضغط ⁨R⁩ قبل ذلك.</translation>
    </message>
    <message>
        <source>Esc goes back to the conflict.</source>
        <translation>يعود بك ⁨Esc⁩ إلى الخلاف.</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Article under review</source>
        <translation>المقالة قيد المراجعة</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Check a random sample</source>
        <translation>فحص عينة عشوائية</translation>
    </message>
    <message>
        <source>Spans on which all agree may still be wrong. You are shown some of them, drawn by chance from the whole project, and are told what share is wrong.</source>
        <translation>قد يخطئ الجميع في مقاطع اتفقوا عليها. تُعرض عليك مقاطع منها مسحوبة بالقرعة من المشروع كله، ثم يقال لك كم نسبة الخطأ فيها.</translation>
    </message>
    <message>
        <source>&amp;How many spans</source>
        <translation>&amp;عدد المقاطع</translation>
    </message>
    <message>
        <source>&amp;Seed of the draw</source>
        <translation>&amp;بذرة السحب</translation>
    </message>
    <message>
        <source>The same number draws the same spans again</source>
        <translation>الرقم نفسه يسحب المقاطع نفسها مرة أخرى</translation>
    </message>
    <message>
        <source>&amp;Go on with the last one</source>
        <translation>&amp;متابعة العينة السابقة</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>Sample of agreed spans</source>
        <translation>عينة من المقاطع المتفق عليها</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>أهذا صحيح؟</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>صحيح</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Own spans</source>
        <translation>مقاطعك</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>ترك</translation>
    </message>
    <message>
        <source>You have taken it out of gold.</source>
        <translation>أخرجته من الطبقة الذهبية.</translation>
    </message>
    <message>
        <source>You found it right.</source>
        <translation>وجدتَه صحيحًا.</translation>
    </message>
    <message>
        <source>You have changed it.</source>
        <translation>غيّرتَه.</translation>
    </message>
    <message>
        <source>It is no longer agreed on, and not counted.</source>
        <translation>لم يعد متفقًا عليه، ولا يُحسب.</translation>
    </message>
    <message>
        <source>All who finished had said: {span}</source>
        <translation>كان قول كل من أنجز المقالة: {span}</translation>
    </message>
    <message>
        <source>All who finished say so.</source>
        <translation>هذا ما يقوله كل من أنجز المقالة.</translation>
    </message>
    <message>
        <source>So it stands in gold now.</source>
        <translation>هكذا هو الآن في الطبقة الذهبية.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Enter: right.</source>
        <translation>‏⁨Enter⁩: صحيح.</translation>
    </message>
    <message>
        <source>Enter goes on.</source>
        <translation>⁨Enter⁩ يمضي إلى التالي.</translation>
    </message>
    <message>
        <source>A label&apos;s key, Del and the border keys change it in gold, E its value too. To say why, press R first.</source>
        <translation>مفتاح الوسم و⁨Del⁩ ومفاتيح الحدود تغيّره في الطبقة الذهبية، و⁨E⁩ يغيّر قيمته أيضًا. لذكر السبب اضغط ⁨R⁩ قبل ذلك.</translation>
    </message>
    <message>
        <source>S skips, B goes back, Esc leaves.</source>
        <translation>⁨S⁩ يتخطى و⁨B⁩ يرجع و⁨Esc⁩ يترك العينة.</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>The sample is at its end.</source>
        <translation>انتهت العينة.</translation>
    </message>
    <message>
        <source>Span {number} of {all}</source>
        <translation>المقطع ⁨{number}⁩ من ⁨{all}⁩</translation>
    </message>
    <message>
        <source>Checked: {checked} of {all}. Changed: {changed}.</source>
        <translation>فُحص: ⁨{checked}⁩ من ⁨{all}⁩. غُيّر: ⁨{changed}⁩.</translation>
    </message>
    <message>
        <source>Wrong: {share} (95 %: {low} to {high})</source>
        <translation>نسبة الخطأ: {share} (⁦95 %⁩: من {low} إلى {high})</translation>
    </message>
    <message>
        <source>No longer agreed on, and not counted: {gone}.</source>
        <translation>لم يعد متفقًا عليه ولا يُحسب: ⁨{gone}⁩.</translation>
    </message>
    <message>
        <source>None of its spans was checked. B goes back, Esc leaves.</source>
        <translation>لم يُفحص شيء من مقاطعها. ⁨B⁩ يرجع و⁨Esc⁩ يترك العينة.</translation>
    </message>
    <message>
        <source>You have checked {checked} of {all} spans.</source>
        <translation>فحصتَ من مقاطع العينة ⁨{checked}⁩ من أصل ⁨{all}⁩.</translation>
    </message>
    <message>
        <source>Wrong were {changed} of these, that is {share}.</source>
        <translation>وعدد الخاطئ منها ⁨{changed}⁩، أي {share}.</translation>
    </message>
    <message>
        <source>Of all {population} agreed spans of the project, between {low} and {high} were wrong: that is so for 95 of 100 samples.</source>
        <translation>كانت نسبة الخطأ في كل المقاطع المتفق عليها في المشروع، وعددها {population}، بين {low} و{high}: يصدق ذلك على ⁨95⁩ عينة من كل ⁨100⁩ عينة.</translation>
    </message>
    <message>
        <source>Skipped: {skipped}.</source>
        <translation>عدد ما تُخطّي: ⁨{skipped}⁩.</translation>
    </message>
    <message>
        <source>Seed of the draw: {seed}.</source>
        <translation>بذرة السحب: ⁨{seed}⁩.</translation>
    </message>
    <message>
        <source>This stands under Progress in the Overview, and in the report.</source>
        <translation>تجد ذلك في «سير العمل» من النظرة العامة، وفي التقرير.</translation>
    </message>
    <message>
        <source>B goes back, Esc leaves.</source>
        <translation>‏⁨B⁩ يرجع و⁨Esc⁩ يترك العينة.</translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>F1 {exact} exact, {overlap} overlapping</source>
        <translation>مقياس ⁦F1⁩: {exact} بالتطابق التام، {overlap} بالتداخل</translation>
    </message>
    <message>
        <source>{settled} of {finished} settled</source>
        <translation>بُتَّ في {settled} من {finished}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>mentions in other articles</source>
        <translation>المواضع في مقالات أخرى</translation>
    </message>
    <message>
        <source>label {labels}</source>
        <translation>الوسم بـ«{labels}»</translation>
    </message>
    <message>
        <source>label {labels} on all mentions</source>
        <translation>الوسم بـ«{labels}» في كل المواضع</translation>
    </message>
    <message>
        <source>remove {labels}</source>
        <translation>إزالة «{labels}»</translation>
    </message>
    <message>
        <source>remove {labels} from all mentions</source>
        <translation>إزالة «{labels}» من كل المواضع</translation>
    </message>
    <message>
        <source>change to {labels}</source>
        <translation>تغيير الوسم إلى «{labels}»</translation>
    </message>
    <message>
        <source>borders of {labels}</source>
        <translation>نقل حدود «{labels}»</translation>
    </message>
    <message>
        <source>split of {labels}</source>
        <translation>تقسيم «{labels}»</translation>
    </message>
    <message>
        <source>merging of {labels}</source>
        <translation>دمج «{labels}»</translation>
    </message>
    <message>
        <source>note on {labels}</source>
        <translation>كتابة ملاحظة على «{labels}»</translation>
    </message>
    <message>
        <source>“not sure” on {labels}</source>
        <translation>تغيير «غير مؤكد» على «{labels}»</translation>
    </message>
    <message>
        <source>value of {labels}</source>
        <translation>تغيير قيمة «{labels}»</translation>
    </message>
    <message>
        <source>suggestion {labels}</source>
        <translation>اقتراح {labels}</translation>
    </message>
    <message>
        <source>all sure suggestions</source>
        <translation>كل الاقتراحات الأكيدة</translation>
    </message>
    <message>
        <source>refusal of a suggestion</source>
        <translation>رفض اقتراح</translation>
    </message>
    <message>
        <source>layer of suggestions</source>
        <translation>طبقة اقتراحات</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>إنجاز المقالة</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>تنحية المقالة جانبًا</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>إعادة فتح المقالة</translation>
    </message>
    <message>
        <source>details of the article</source>
        <translation>تفاصيل المقالة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>SetAsideDialog</name>
    <message>
        <source>Set aside</source>
        <translation>تنحية جانبًا</translation>
    </message>
    <message>
        <source>Why? (one line)</source>
        <translation>لماذا؟ (سطر واحد)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Why is this article set aside?</source>
        <translation>لماذا تُنحّى هذه المقالة جانبًا؟</translation>
    </message>
    <message>
        <source>Send it to the lead as a question</source>
        <translation>إرساله سؤالًا إلى المشرف</translation>
    </message>
</context>
<context>
    <name>Slips</name>
    <message>
        <source>There is an author “{known}” already: was “{new}” a slip?</source>
        <translation>يوجد مشارك اسمه «{known}»: هل «{new}» خطأ في الكتابة؟</translation>
    </message>
    <message>
        <source>I mean {known}</source>
        <translation>أقصد {known}</translation>
    </message>
    <message>
        <source>{new} is somebody else</source>
        <translation>{new} شخص آخر</translation>
    </message>
</context>
<context>
    <name>SortButton</name>
    <message>
        <source>as added</source>
        <translation>حسب الإضافة</translation>
    </message>
    <message>
        <source>by title</source>
        <translation>حسب العنوان</translation>
    </message>
    <message>
        <source>by day of publication</source>
        <translation>حسب يوم النشر</translation>
    </message>
    <message>
        <source>by status</source>
        <translation>حسب الحالة</translation>
    </message>
    <message>
        <source>by number of spans</source>
        <translation>حسب عدد المقاطع</translation>
    </message>
    <message>
        <source>least sure suggestions first</source>
        <translation>الأقل ثقة في الاقتراحات أولًا</translation>
    </message>
    <message>
        <source>most new names first</source>
        <translation>الأكثر أسماء جديدة أولًا</translation>
    </message>
    <message>
        <source>the other way round</source>
        <translation>بالعكس</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Sort: {order}</source>
        <translation>الترتيب: ⁨{order}⁩</translation>
    </message>
</context>
<context>
    <name>SpanDetails</name>
    <message>
        <source>Details of the span</source>
        <translation>تفاصيل المقطع</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>غير مؤكد</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>No span is selected.</source>
        <translation>لم يُحدَّد أي مقطع.</translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
</context>
<context>
    <name>SpanListModel</name>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>غير مؤكد</translation>
    </message>
</context>
<context>
    <name>SpotRows</name>
    <message>
        <source>as most</source>
        <translation>كأغلب المواضع</translation>
    </message>
    <message>
        <source>bare</source>
        <translation>بلا وسم</translation>
    </message>
    <message>
        <source>other borders: {words}</source>
        <translation>حدود أخرى: {words}</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Selected text</source>
        <translation>النص المحدد</translation>
    </message>
    <message>
        <source>Offsets</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>Time on this article</source>
        <translation>الوقت على هذه المقالة</translation>
    </message>
    <message>
        <source>Author: {name}</source>
        <translation>المشارك: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>لا أسئلة مفتوحة</numerusform>
            <numerusform>سؤال مفتوح واحد</numerusform>
            <numerusform>سؤالان مفتوحان</numerusform>
            <numerusform>%n أسئلة مفتوحة</numerusform>
            <numerusform>%n سؤالًا مفتوحًا</numerusform>
            <numerusform>%n سؤال مفتوح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>لا أجوبة جديدة</numerusform>
            <numerusform>جواب جديد واحد</numerusform>
            <numerusform>جوابان جديدان</numerusform>
            <numerusform>%n أجوبة جديدة</numerusform>
            <numerusform>%n جوابًا جديدًا</numerusform>
            <numerusform>%n جواب جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>لا شيء بلا قيمة</numerusform>
            <numerusform>واحد بلا قيمة</numerusform>
            <numerusform>اثنان بلا قيمة</numerusform>
            <numerusform>‏%n بلا قيمة</numerusform>
            <numerusform>‏%n بلا قيمة</numerusform>
            <numerusform>‏%n بلا قيمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the next one in “{title}”, which you finished</source>
        <translation>الانتقال إلى التالي في «⁨{title}⁩» التي أنجزتها</translation>
    </message>
    <message>
        <source>✓ All saved</source>
        <translation>✓ كل شيء محفوظ</translation>
    </message>
    <message>
        <source>… Saving</source>
        <translation>… جارٍ الحفظ</translation>
    </message>
    <message>
        <source>✗ Not saved</source>
        <translation>✗ لم يُحفظ</translation>
    </message>
</context>
<context>
    <name>StringList</name>
    <message>
        <source>Search the words</source>
        <translation>البحث في الكلمات</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Ready articles only</source>
        <translation>المقالات الجاهزة فقط</translation>
    </message>
    <message>
        <source>Words not marked alike everywhere</source>
        <translation>كلمات لم توسم على نحو واحد في كل موضع</translation>
    </message>
    <message>
        <source>Marked alike in percent of the places</source>
        <translation>النسبة المئوية للمواضع الموسومة على نحو واحد</translation>
    </message>
    <message>
        <source>What is marked alike more seldom is no usage to compare with</source>
        <translation>ما وُسم بالطريقة نفسها أقل من ذلك ليس استعمالًا غالبًا يُقارن به</translation>
    </message>
    <message>
        <source>Marked alike so many times</source>
        <translation>عدد المواضع الموسومة على نحو واحد</translation>
    </message>
    <message>
        <source>Marked alike in at least {percent} of the places ({least}% to 100%) and at least this often: {times} ({fewest} or more)</source>
        <translation>موسومة على نحو واحد في {percent} من المواضع على الأقل (من {least}% إلى 100%)، وعددها {times} على الأقل ({fewest} فما فوق)</translation>
    </message>
    <message>
        <source>All labels</source>
        <translation>كل الوسوم</translation>
    </message>
</context>
<context>
    <name>StringListModel</name>
    <message>
        <source>Words</source>
        <translation>كلمات</translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message>
        <source>marked before</source>
        <translation>وُسم سابقًا</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Suggestion {number} of {count}: {what} ({found}, with other borders)</source>
        <translation>الاقتراح {number} من {count}: {what} ({found}، بحدود أخرى)</translation>
    </message>
    <message>
        <source>Suggestion {number} of {count}: {what} ({found}, {percent})</source>
        <translation>الاقتراح {number} من {count}: {what} ({found}، {percent})</translation>
    </message>
    <message>
        <source>Suggestions are switched off: see the View menu.</source>
        <translation>الاقتراحات متوقفة: انظر قائمة «عرض».</translation>
    </message>
    <message>
        <source>The article is finished or set aside: nothing is suggested on it.</source>
        <translation>المقالة منجزة أو منحّاة جانبًا: لا يُقترح فيها شيء.</translation>
    </message>
    <message>
        <source>Suggestions are still being looked for.</source>
        <translation>لا يزال البحث عن الاقتراحات جاريًا.</translation>
    </message>
    <message>
        <source>Nothing is suggested on this article, on purpose.</source>
        <translation>لا يُقترح شيء في هذه المقالة عن قصد.</translation>
    </message>
    <message>
        <source>There is no suggestion left on this article.</source>
        <translation>لم يبقَ اقتراح في هذه المقالة.</translation>
    </message>
    <message>
        <source>Again from the first suggestion.</source>
        <translation>من الاقتراح الأول من جديد.</translation>
    </message>
    <message>
        <source>Again from the last suggestion.</source>
        <translation>من الاقتراح الأخير من جديد.</translation>
    </message>
    <message>
        <source>No suggestion on this article is surer than 90 %.</source>
        <translation>لا يتجاوز أي اقتراح في هذه المقالة ثقة 90 %.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) taken; Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>لم يُقبل أي اقتراح.</numerusform>
            <numerusform>قُبل اقتراح واحد؛ Ctrl+Z يتراجع عنه.</numerusform>
            <numerusform>قُبل اقتراحان؛ Ctrl+Z يتراجع عنهما.</numerusform>
            <numerusform>قُبلت %n اقتراحات؛ Ctrl+Z يتراجع عنها.</numerusform>
            <numerusform>قُبل %n اقتراحًا؛ Ctrl+Z يتراجع عنها.</numerusform>
            <numerusform>قُبل %n اقتراح؛ Ctrl+Z يتراجع عنها.</numerusform>
        </translation>
    </message>
    <message>
        <source>No suggestion is at hand: go to one with Tab.</source>
        <translation>لا اقتراح بين يديك: انتقل إلى واحد بمفتاح Tab.</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Next (Tab)</source>
        <translation>التالي (Tab)</translation>
    </message>
    <message>
        <source>Take (Enter)</source>
        <translation>قبول (Enter)</translation>
    </message>
    <message>
        <source>Refuse (Backspace)</source>
        <translation>رفض (Backspace)</translation>
    </message>
    <message>
        <source>Takes all that is surer than 90 %, as one act (Alt+Enter)</source>
        <translation>يقبل كل ما تتجاوز ثقته 90 % دفعة واحدة (Alt+Enter)</translation>
    </message>
    <message>
        <source>Looking for suggestions…</source>
        <translation>جارٍ البحث عن اقتراحات…</translation>
    </message>
    <message>
        <source>Nothing is suggested on this article: it is one of some drawn by chance, by which the project sees whether suggestions help.</source>
        <translation>لا يُقترح شيء في هذه المقالة: هي من مقالات اختيرت عشوائيًا ليُعرف بها هل تنفع الاقتراحات.</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) left</source>
        <translation>
            <numerusform>لا اقتراح باقٍ</numerusform>
            <numerusform>بقي اقتراح واحد</numerusform>
            <numerusform>بقي اقتراحان</numerusform>
            <numerusform>بقيت %n اقتراحات</numerusform>
            <numerusform>بقي %n اقتراحًا</numerusform>
            <numerusform>بقي %n اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the %n surest</source>
        <translation>
            <numerusform>قبول الأكيد</numerusform>
            <numerusform>قبول الأكيد</numerusform>
            <numerusform>قبول الأكيدين</numerusform>
            <numerusform>قبول الـ%n الأكيدة</numerusform>
            <numerusform>قبول الـ%n الأكيدة</numerusform>
            <numerusform>قبول الـ%n الأكيدة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message>
        <source>Cancelled: what was read so far is kept.</source>
        <translation>أُلغي الاستيراد، وبقي ما قُرئ حتى الآن.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>لم تُضَف أي مقالة.</numerusform>
            <numerusform>أُضيفت مقالة واحدة.</numerusform>
            <numerusform>أُضيفت مقالتان.</numerusform>
            <numerusform>أُضيفت %n مقالات.</numerusform>
            <numerusform>أُضيفت %n مقالة.</numerusform>
            <numerusform>أُضيفت %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) added.</source>
        <translation>
            <numerusform>لم يُضَف أي مقطع.</numerusform>
            <numerusform>أُضيف مقطع واحد.</numerusform>
            <numerusform>أُضيف مقطعان.</numerusform>
            <numerusform>أُضيفت %n مقاطع.</numerusform>
            <numerusform>أُضيف %n مقطعًا.</numerusform>
            <numerusform>أُضيف %n مقطع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>لم تكن أي مقالة موجودة من قبل.</numerusform>
            <numerusform>مقالة واحدة كانت موجودة من قبل.</numerusform>
            <numerusform>مقالتان كانتا موجودتين من قبل.</numerusform>
            <numerusform>%n مقالات كانت موجودة من قبل.</numerusform>
            <numerusform>%n مقالة كانت موجودة من قبل.</numerusform>
            <numerusform>%n مقالة كانت موجودة من قبل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were not taken as the files have them.</source>
        <translation>
            <numerusform>أُخذ كل شيء كما هو في الملفات.</numerusform>
            <numerusform>عنصر واحد لم يؤخذ كما هو في الملفات.</numerusform>
            <numerusform>عنصران لم يؤخذا كما هما في الملفات.</numerusform>
            <numerusform>%n عناصر لم تؤخذ كما هي في الملفات.</numerusform>
            <numerusform>%n عنصرًا لم يؤخذ كما هو في الملفات.</numerusform>
            <numerusform>%n عنصر لم يؤخذ كما هو في الملفات.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) added.</source>
        <translation>
            <numerusform>لم يُضف أي مدخل.</numerusform>
            <numerusform>أُضيف مدخل واحد.</numerusform>
            <numerusform>أُضيف مدخلان.</numerusform>
            <numerusform>أُضيفت %n مداخل.</numerusform>
            <numerusform>أُضيف %n مدخلًا.</numerusform>
            <numerusform>أُضيف %n مدخل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) changed.</source>
        <translation>
            <numerusform>لم يتغير أي مدخل.</numerusform>
            <numerusform>تغير مدخل واحد.</numerusform>
            <numerusform>تغير مدخلان.</numerusform>
            <numerusform>تغيرت %n مداخل.</numerusform>
            <numerusform>تغير %n مدخلًا.</numerusform>
            <numerusform>تغير %n مدخل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were so already.</source>
        <translation>
            <numerusform>لم يبقَ شيء كما هو.</numerusform>
            <numerusform>بقي مدخل واحد كما هو.</numerusform>
            <numerusform>بقي مدخلان كما هما.</numerusform>
            <numerusform>بقيت %n مداخل كما هي.</numerusform>
            <numerusform>بقي %n مدخلًا كما هو.</numerusform>
            <numerusform>بقي %n مدخل كما هو.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was taken back.</source>
        <translation>تم التراجع عن الاستيراد.</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed.</source>
        <translation>
            <numerusform>لم تُحذف أي مقالة.</numerusform>
            <numerusform>حُذفت مقالة واحدة.</numerusform>
            <numerusform>حُذفت مقالتان.</numerusform>
            <numerusform>حُذفت %n مقالات.</numerusform>
            <numerusform>حُذفت %n مقالة.</numerusform>
            <numerusform>حُذفت %n مقالة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The import was done again.</source>
        <translation>أعيد الاستيراد.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were refused.</source>
        <translation>
            <numerusform>لم يُرفض شيء.</numerusform>
            <numerusform>رُفض عنصر واحد.</numerusform>
            <numerusform>رُفض عنصران.</numerusform>
            <numerusform>رُفضت %n عناصر.</numerusform>
            <numerusform>رُفض %n عنصرًا.</numerusform>
            <numerusform>رُفض %n عنصر.</numerusform>
        </translation>
    </message>
    <message>
        <source>New among the authors: {names}.</source>
        <translation>انضم إلى المشاركين: {names}.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>one without a name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Spans of several annotators are one layer of {author} now: {names}.</source>
        <translation>صارت مقاطع عدة مشاركين طبقة واحدة لـ{author}: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>لم يُرفض أي سطر.</numerusform>
            <numerusform>رُفض سطر واحد.</numerusform>
            <numerusform>رُفض سطران.</numerusform>
            <numerusform>رُفضت %n أسطر.</numerusform>
            <numerusform>رُفض %n سطرًا.</numerusform>
            <numerusform>رُفض %n سطر.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{file}” was written with %n entry(ies).</source>
        <translation>
            <numerusform>كُتب الملف «{file}» ولا مداخل فيه.</numerusform>
            <numerusform>كُتب الملف «{file}» وفيه مدخل واحد.</numerusform>
            <numerusform>كُتب الملف «{file}» وفيه مدخلان.</numerusform>
            <numerusform>كُتب الملف «{file}» وفيه %n مداخل.</numerusform>
            <numerusform>كُتب الملف «{file}» وفيه %n مدخلًا.</numerusform>
            <numerusform>كُتب الملف «{file}» وفيه %n مدخل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) marked in {articles}.</source>
        <translation>
            <numerusform>لم يُوسَم أي موضع.</numerusform>
            <numerusform>وُسم موضع واحد في {articles}.</numerusform>
            <numerusform>وُسم موضعان في {articles}.</numerusform>
            <numerusform>وُسمت %n مواضع في {articles}.</numerusform>
            <numerusform>وُسم %n موضعًا في {articles}.</numerusform>
            <numerusform>وُسم %n موضع في {articles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed in {articles}.</source>
        <translation>
            <numerusform>لم يُزَل أي مقطع.</numerusform>
            <numerusform>أُزيل مقطع واحد في {articles}.</numerusform>
            <numerusform>أُزيل مقطعان في {articles}.</numerusform>
            <numerusform>أُزيلت %n مقاطع في {articles}.</numerusform>
            <numerusform>أُزيل %n مقطعًا في {articles}.</numerusform>
            <numerusform>أُزيل %n مقطع في {articles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <comment>in so many of them</comment>
        <translation>
            <numerusform>أي مقالة</numerusform>
            <numerusform>مقالة واحدة</numerusform>
            <numerusform>مقالتين</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالة</numerusform>
            <numerusform>%n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>لم يُتراجع عن شيء.</numerusform>
            <numerusform>تم التراجع في مقالة واحدة.</numerusform>
            <numerusform>تم التراجع في مقالتين.</numerusform>
            <numerusform>تم التراجع في %n مقالات.</numerusform>
            <numerusform>تم التراجع في %n مقالة.</numerusform>
            <numerusform>تم التراجع في %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again in %n article(s).</source>
        <translation>
            <numerusform>لم يُعَد شيء.</numerusform>
            <numerusform>تمت الإعادة في مقالة واحدة.</numerusform>
            <numerusform>تمت الإعادة في مقالتين.</numerusform>
            <numerusform>تمت الإعادة في %n مقالات.</numerusform>
            <numerusform>تمت الإعادة في %n مقالة.</numerusform>
            <numerusform>تمت الإعادة في %n مقالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided.</source>
        <translation>
            <numerusform>لم يُبتّ في أي خلاف.</numerusform>
            <numerusform>بُتَّ في خلاف واحد.</numerusform>
            <numerusform>بُتَّ في خلافين.</numerusform>
            <numerusform>بُتَّ في %n خلافات.</numerusform>
            <numerusform>بُتَّ في %n خلافًا.</numerusform>
            <numerusform>بُتَّ في %n خلاف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) accepted.</source>
        <translation>
            <numerusform>لم تُقبل أي طبقة.</numerusform>
            <numerusform>قُبلت طبقة واحدة.</numerusform>
            <numerusform>قُبلت طبقتان.</numerusform>
            <numerusform>قُبلت %n طبقات.</numerusform>
            <numerusform>قُبلت %n طبقة.</numerusform>
            <numerusform>قُبلت %n طبقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spans of these in the trash: {count}.</source>
        <translation>منها مقاطع في المحذوفات: {count}.</translation>
    </message>
    <message>
        <source>Notes added to that of another: {count}.</source>
        <translation>ملاحظات أُضيفت إلى ملاحظات غيرها: {count}.</translation>
    </message>
    <message>
        <source>Second values that stand in the note now: {count}.</source>
        <translation>قيم ثانية صارت في الملاحظات: {count}.</translation>
    </message>
    <message>
        <source>Proposed values that are gone: {count}.</source>
        <translation>قيم مقترحة زالت: {count}.</translation>
    </message>
    <message>
        <source>Entries moved: {count}.</source>
        <translation>مداخل نُقلت: {count}.</translation>
    </message>
    <message>
        <source>The labels were changed.</source>
        <translation>تغيّرت الوسوم.</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) moved.</source>
        <translation>
            <numerusform>لم يُنقل أي مقطع.</numerusform>
            <numerusform>نُقل مقطع واحد.</numerusform>
            <numerusform>نُقل مقطعان.</numerusform>
            <numerusform>نُقلت %n مقاطع.</numerusform>
            <numerusform>نُقل %n مقطعًا.</numerusform>
            <numerusform>نُقل %n مقطع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: {act}.</source>
        <translation>تم التراجع عن: ⁨{act}⁩.</translation>
    </message>
    <message>
        <source>Done again: {act}.</source>
        <translation>تمت الإعادة: ⁨{act}⁩.</translation>
    </message>
    <message>
        <source>Only who imported this, or a lead, can undo or redo it. Ask a lead.</source>
        <translation>لا يتراجع عن هذا الاستيراد ولا يعيده إلا مَن أجراه أو مشرف. اطلب ذلك من أحد المشرفين.</translation>
    </message>
    <message>
        <source>Only a lead can undo or redo this. Ask one.</source>
        <translation>لا يتراجع عن هذا أو يعيده إلا مشرف. اطلب ذلك من أحد المشرفين.</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) were taken again.</source>
        <translation>
            <numerusform>لم يُتخذ أي قرار من جديد.</numerusform>
            <numerusform>اتُّخذ قرار واحد من جديد.</numerusform>
            <numerusform>اتُّخذ قراران من جديد.</numerusform>
            <numerusform>اتُّخذت %n قرارات من جديد.</numerusform>
            <numerusform>اتُّخذ %n قرارًا من جديد.</numerusform>
            <numerusform>اتُّخذ %n قرار من جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) were taken back.</source>
        <translation>
            <numerusform>لم يُتراجع عن أي قرار.</numerusform>
            <numerusform>جرى التراجع عن قرار واحد.</numerusform>
            <numerusform>جرى التراجع عن قرارين.</numerusform>
            <numerusform>جرى التراجع عن %n قرارات.</numerusform>
            <numerusform>جرى التراجع عن %n قرارًا.</numerusform>
            <numerusform>جرى التراجع عن %n قرار.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another act came last: “{act}” is in the File menu.</source>
        <translation>كان آخر إجراء غير ذلك: «{act}» في قائمة الملف.</translation>
    </message>
    <message numerus="yes">
        <source>Undo the last import (%n article(s))</source>
        <translation>
            <numerusform>التراجع عن آخر استيراد (لا مقالات)</numerusform>
            <numerusform>التراجع عن آخر استيراد (مقالة واحدة)</numerusform>
            <numerusform>التراجع عن آخر استيراد (مقالتان)</numerusform>
            <numerusform>التراجع عن آخر استيراد (%n مقالات)</numerusform>
            <numerusform>التراجع عن آخر استيراد (%n مقالة)</numerusform>
            <numerusform>التراجع عن آخر استيراد (%n مقالة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation>التراجع عن آخر استيراد</translation>
    </message>
    <message>
        <source>Undo in the project: {act}</source>
        <translation>تراجع في المشروع: ⁨{act}⁩</translation>
    </message>
    <message>
        <source>Undo in the project</source>
        <translation>تراجع في المشروع</translation>
    </message>
    <message numerus="yes">
        <source>Redo the import (%n article(s))</source>
        <translation>
            <numerusform>إعادة الاستيراد (لا مقالات)</numerusform>
            <numerusform>إعادة الاستيراد (مقالة واحدة)</numerusform>
            <numerusform>إعادة الاستيراد (مقالتان)</numerusform>
            <numerusform>إعادة الاستيراد (%n مقالات)</numerusform>
            <numerusform>إعادة الاستيراد (%n مقالة)</numerusform>
            <numerusform>إعادة الاستيراد (%n مقالة)</numerusform>
        </translation>
    </message>
    <message>
        <source>Redo the import</source>
        <translation>إعادة الاستيراد</translation>
    </message>
    <message>
        <source>Redo in the project: {act}</source>
        <translation>إعادة في المشروع: ⁨{act}⁩</translation>
    </message>
    <message>
        <source>Redo in the project</source>
        <translation>إعادة في المشروع</translation>
    </message>
    <message numerus="yes">
        <source>sending back of %n article(s)</source>
        <translation>
            <numerusform>إرجاع مقالات</numerusform>
            <numerusform>إرجاع مقالة</numerusform>
            <numerusform>إرجاع مقالتين</numerusform>
            <numerusform>إرجاع %n مقالات</numerusform>
            <numerusform>إرجاع %n مقالة</numerusform>
            <numerusform>إرجاع %n مقالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Layers: {count}.</source>
        <translation>الطبقات: {count}.</translation>
    </message>
    <message>
        <source>Spans in layers that were there: {count}.</source>
        <translation>المقاطع في طبقات كانت موجودة: {count}.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد غيرها</numerusform>
            <numerusform>واثنان غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Spans that became one with another on the same stretch: {count}.</source>
        <translation>مقاطع صارت واحدًا مع غيرها في الموضع نفسه: ⁨{count}⁩.</translation>
    </message>
    <message>
        <source>Entries that another of the same name replaces now: {count}.</source>
        <translation>مداخل ينوب عنها الآن مدخل آخر بالاسم نفسه: ⁨{count}⁩.</translation>
    </message>
</context>
<context>
    <name>SweepActs</name>
    <message>
        <source>Wait until what is under way is done, or cancel it.</source>
        <translation>انتظر حتى ينتهي العمل الجاري أو ألغِه.</translation>
    </message>
</context>
<context>
    <name>SweepBar</name>
    <message>
        <source>They are remembered and not listed again</source>
        <translation>تُحفظ ولا تُعرض مرة أخرى</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>تأشير الكل</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>إلغاء التأشير</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>سبب القرار</translation>
    </message>
    <message>
        <source>Guideline gap</source>
        <translation>نقص في الإرشادات</translation>
    </message>
    <message>
        <source>The guidelines leave this open</source>
        <translation>الإرشادات لا تبتّ في هذا</translation>
    </message>
    <message>
        <source>Give the value {value}</source>
        <translation>إعطاء القيمة {value}</translation>
    </message>
    <message>
        <source>Mark as {label}</source>
        <translation>الوسم بـ{label}</translation>
    </message>
    <message>
        <source>Take out of gold</source>
        <translation>الإخراج من الطبقة الذهبية</translation>
    </message>
    <message>
        <source>This is right</source>
        <translation>هذا صحيح</translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message>
        <source>Places of the words</source>
        <translation>مواضع الكلمات</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>الاتساق</translation>
    </message>
    <message>
        <source>{label} with different values: {counts}</source>
        <translation>⁨{label}⁩ بقيم مختلفة: {counts}</translation>
    </message>
    <message numerus="yes">
        <source>%n with other borders</source>
        <translation>
            <numerusform>لا موضع بحدود أخرى</numerusform>
            <numerusform>واحد بحدود أخرى</numerusform>
            <numerusform>اثنان بحدود أخرى</numerusform>
            <numerusform>%n بحدود أخرى</numerusform>
            <numerusform>%n بحدود أخرى</numerusform>
            <numerusform>%n بحدود أخرى</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bare</source>
        <translation>
            <numerusform>لا موضع بلا وسم</numerusform>
            <numerusform>واحد بلا وسم</numerusform>
            <numerusform>اثنان بلا وسم</numerusform>
            <numerusform>%n بلا وسم</numerusform>
            <numerusform>%n بلا وسم</numerusform>
            <numerusform>%n بلا وسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading gold…</source>
        <translation>تجري قراءة الطبقة الذهبية…</translation>
    </message>
    <message>
        <source>No words are like that. Ask for less.</source>
        <translation>لا كلمات كهذه. خفّف الشروط.</translation>
    </message>
    <message>
        <source>Nothing is left to look at.</source>
        <translation>لم يبقَ ما يُنظر فيه.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were decided by a lead and are left out.</source>
        <translation>
            <numerusform>لم يبتّ مشرف في أي موضع.</numerusform>
            <numerusform>موضع واحد بتّ فيه مشرف ولا يُذكر هنا.</numerusform>
            <numerusform>موضعان بتّ فيهما مشرف ولا يُذكران هنا.</numerusform>
            <numerusform>%n مواضع بتّ فيها مشرف ولا تُذكر هنا.</numerusform>
            <numerusform>%n موضعًا بتّ فيها مشرف ولا تُذكر هنا.</numerusform>
            <numerusform>%n موضع بتّ فيها مشرف ولا تُذكر هنا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to look at: gold marks all words alike wherever they stand.</source>
        <translation>لا شيء للنظر فيه: الكلمات موسومة في الطبقة الذهبية على نحو واحد حيثما وردت.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) decided.</source>
        <translation>
            <numerusform>لم يُبتّ في أي موضع.</numerusform>
            <numerusform>بُتّ في موضع واحد.</numerusform>
            <numerusform>بُتّ في موضعين.</numerusform>
            <numerusform>بُتّ في %n مواضع.</numerusform>
            <numerusform>بُتّ في %n موضعًا.</numerusform>
            <numerusform>بُتّ في %n موضع.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left as they are: they have changed meanwhile.</source>
        <translation>
            <numerusform>لم يُترك أي موضع.</numerusform>
            <numerusform>تُرك موضع واحد كما هو: تغيّر في هذه الأثناء.</numerusform>
            <numerusform>تُرك موضعان كما هما: تغيّرا في هذه الأثناء.</numerusform>
            <numerusform>تُركت %n مواضع كما هي: تغيّرت في هذه الأثناء.</numerusform>
            <numerusform>تُرك %n موضعًا كما هو: تغيّر في هذه الأثناء.</numerusform>
            <numerusform>تُرك %n موضع كما هو: تغيّر في هذه الأثناء.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskRunner</name>
    <message>
        <source>Undo and redo have to wait until this is done or cancelled: {act}</source>
        <translation>ينتظر التراجع والإعادة حتى ينتهي هذا أو يُلغى: {act}</translation>
    </message>
    <message>
        <source>What you decide has to wait until this is done or cancelled: {act}</source>
        <translation>ينتظر ما تبتّ فيه حتى ينتهي هذا أو يُلغى: {act}</translation>
    </message>
    <message>
        <source>Something is under way already: wait until it is done.</source>
        <translation>هناك عمل جارٍ الآن: انتظر حتى ينتهي.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغي العمل.</translation>
    </message>
    <message>
        <source>It was stopped from outside before it was done. Nothing is damaged: try again.</source>
        <translation>أوقفه شيء من خارج البرنامج قبل أن ينتهي. لم يتلف شيء: حاول من جديد.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>“{title}” is no longer in the project, so nothing of this can be saved. Copy what you still need, then close this window.</source>
        <translation>‏«⁨{title}⁩» لم تعد في المشروع، فلا يمكن حفظ شيء من هذا. انسخ ما تحتاج إليه، ثم أغلق هذه النافذة.</translation>
    </message>
    <message>
        <source>It is not saved yet, for something else is being saved. Try again.</source>
        <translation>لم يُحفظ هذا بعد، إذ يجري حفظ شيء آخر. حاول مجددًا.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد غيرها</numerusform>
            <numerusform>واثنان غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
            <numerusform>و%n غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>أُضيفت</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>الحروف</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>الفقرات</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Further sources</source>
        <translation>مصادر أخرى</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>منجزة</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>منحّاة جانبًا</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>لا مقاطع</numerusform>
            <numerusform>مقطع واحد</numerusform>
            <numerusform>مقطعان</numerusform>
            <numerusform>%n مقاطع</numerusform>
            <numerusform>%n مقطعًا</numerusform>
            <numerusform>%n مقطع</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timekeeping</name>
    <message>
        <source>{seconds} s per span</source>
        <translation>‏⁨{seconds}⁩ ث للمقطع</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>In full</source>
        <translation>التفاصيل كاملة</translation>
    </message>
</context>
<context>
    <name>ToldSpans</name>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message>
        <source>Trash</source>
        <translation>المحذوفات</translation>
    </message>
    <message>
        <source>Removed articles</source>
        <translation>المقالات المزالة</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>استرجاع</translation>
    </message>
    <message>
        <source>&amp;Empty the trash…</source>
        <translation>إفراغ المحذوفات…</translation>
    </message>
    <message>
        <source>removed by {author}, {day}</source>
        <translation>أزالها ⁨{author}⁩، ⁨{day}⁩</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>لا شيء في المحذوفات.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n article(s) with all their layers for good? That cannot be undone, and nothing that was done in the project before can be.</source>
        <translation>
            <numerusform>هل تُحذف المقالات مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
            <numerusform>هل تُحذف مقالة واحدة مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
            <numerusform>هل تُحذف مقالتان مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
            <numerusform>هل تُحذف %n مقالات مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
            <numerusform>هل تُحذف %n مقالة مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
            <numerusform>هل تُحذف %n مقالة مع كل الطبقات حذفًا نهائيًا؟ لا تراجع عن ذلك، ولا عن شيء جرى في المشروع قبله.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ValueButtons</name>
    <message>
        <source>New entry (Shift+Enter)</source>
        <translation>مدخل جديد ⁨(Shift+Enter)⁩</translation>
    </message>
    <message>
        <source>{entry} (Enter)</source>
        <translation>‏⁨{entry}⁩ ⁨(Enter)⁩</translation>
    </message>
    <message>
        <source>Confirm (Enter)</source>
        <translation>تأكيد ⁨(Enter)⁩</translation>
    </message>
</context>
<context>
    <name>ValueFields</name>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Value: name of an entry</source>
        <translation>القيمة: اسم مدخل</translation>
    </message>
    <message>
        <source>Unit of the number</source>
        <translation>وحدة العدد</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>الوحدة</translation>
    </message>
    <message>
        <source>How exact the number is</source>
        <translation>مدى دقة العدد</translation>
    </message>
    <message>
        <source>e.g. {value}</source>
        <translation>مثلًا {value}</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>مقترَحة</translation>
    </message>
</context>
<context>
    <name>Values</name>
    <message>
        <source>{value} (proposed)</source>
        <translation>‏⁨{value}⁩ (مقترَحة)</translation>
    </message>
    <message>
        <source>exactly</source>
        <translation>بالضبط</translation>
    </message>
    <message>
        <source>about</source>
        <translation>نحو</translation>
    </message>
    <message>
        <source>over</source>
        <translation>أكثر من</translation>
    </message>
    <message>
        <source>under</source>
        <translation>أقل من</translation>
    </message>
    <message>
        <source>from {date} on</source>
        <translation>منذ ⁨{date}⁩</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>حتى ⁨{date}⁩</translation>
    </message>
    <message>
        <source>{date} (year unknown)</source>
        <translation>‏⁨{date}⁩ (السنة غير معروفة)</translation>
    </message>
    <message>
        <source>{date} (month unknown)</source>
        <translation>‏⁨{date}⁩ (الشهر غير معروف)</translation>
    </message>
    <message>
        <source>{date} (day unknown)</source>
        <translation>‏⁨{date}⁩ (اليوم غير معروف)</translation>
    </message>
    <message>
        <source>perhaps {date}</source>
        <translation>ربما ⁨{date}⁩</translation>
    </message>
    <message>
        <source>about {date}</source>
        <translation>نحو ⁨{date}⁩</translation>
    </message>
    <message>
        <source>perhaps about {date}</source>
        <translation>ربما نحو ⁨{date}⁩</translation>
    </message>
    <message>
        <source>spring</source>
        <translation>ربيع</translation>
    </message>
    <message>
        <source>summer</source>
        <translation>صيف</translation>
    </message>
    <message>
        <source>autumn</source>
        <translation>خريف</translation>
    </message>
    <message>
        <source>winter</source>
        <translation>شتاء</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Visiting</name>
    <message>
        <source>{article}
Nothing need be decided here: what you mark, change or take out in the text overrules gold. S goes on to the next open conflict.</source>
        <translation>{article}
لا شيء هنا ينتظر قرارًا: ما تَسِمه أو تغيّره أو تُخرجه في النص يغيّر الطبقة الذهبية. ينتقل بك S إلى الخلاف المفتوح التالي.</translation>
    </message>
    <message>
        <source>{article}
Nobody has finished this article: gold has nothing in it as yet. S goes on to the next open conflict.</source>
        <translation>{article}
لم يُنهِ أحد هذه المقالة: ليس في طبقتها الذهبية شيء بعد. ينتقل بك ⁨S⁩ إلى الخلاف المفتوح التالي.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Label Arabic news, exactly and fast</source>
        <translation>وسم الأخبار العربية بدقة وسرعة</translation>
    </message>
    <message>
        <source>A project is one file with your articles and every span that you mark in them. Make one, then drop articles (text or JSONL files, or folders of them) on this window.</source>
        <translation>المشروع ملف واحد يضم مقالاتك وكل مقطع تَسِمه فيها. أنشئ مشروعًا، ثم أفلت المقالات (ملفات نصية أو ملفات JSONL، أو مجلدات منها) على هذه النافذة.</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>استعراض المشروع التجريبي</translation>
    </message>
    <message>
        <source>Go on with {project}</source>
        <translation>متابعة العمل على ⁨{project}⁩</translation>
    </message>
</context>
<context>
    <name>WordBar</name>
    <message>
        <source>From the lead</source>
        <translation>من المشرف</translation>
    </message>
    <message>
        <source>See how gold differs</source>
        <translation>عرض الفروق</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>It will not be said again (Esc)</source>
        <translation>لن يُعرض ثانية (Esc)</translation>
    </message>
</context>
<context>
    <name>WorkTimeDialog</name>
    <message>
        <source>Work time</source>
        <translation>وقت العمل</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>المشارك</translation>
    </message>
    <message>
        <source>Articles finished</source>
        <translation>مقالات منجزة</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>المقاطع</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Seconds per span</source>
        <translation>ثوانٍ لكل مقطع</translation>
    </message>
    <message>
        <source>Minutes per article</source>
        <translation>دقائق لكل مقالة</translation>
    </message>
    <message>
        <source>Time counts while keys or the mouse are used; pauses of over a minute are left out. Hours are those of all articles; the last two columns count finished articles with measured time alone. Seconds per span count the spans that the author drew or changed: not those that were imported and left as they were.</source>
        <translation>يُحسب الوقت ما دامت المفاتيح أو الفأرة تُستعمل؛ ولا تُحسب فترات التوقف التي تتجاوز دقيقة. الساعات هي لكل المقالات؛ ولا يدخل في العمودين الأخيرين إلا المقالات المنجزة التي قيس وقتها. وتُحسب الثواني لكل مقطع على المقاطع التي وسمها المشارك أو غيّرها: لا على ما استُورد وبقي كما هو.</translation>
    </message>
    <message>
        <source>&amp;Measure time in this project</source>
        <translation>قياس الوقت في هذا المشروع</translation>
    </message>
</context>
<context>
    <name>Workbench</name>
    <message>
        <source>No article is yours yet. A lead hands them out.</source>
        <translation>لم تُسند إليك مقالة بعد. المشرف هو من يوزع المقالات.</translation>
    </message>
    <message>
        <source>There are no articles here yet. Drop text or JSONL files, or folders of them, on this window, or choose “Import articles” in the File menu.</source>
        <translation>لا مقالات هنا بعد. أفلت ملفات نصية أو ملفات JSONL، أو مجلدات منها، على هذه النافذة، أو اختر «استيراد مقالات» من قائمة «ملف».</translation>
    </message>
    <message>
        <source>Finished, and it stays so.</source>
        <translation>منجزة، وتبقى كذلك.</translation>
    </message>
    <message>
        <source>Finished. Any edit takes it up again.</source>
        <translation>المقالة منجزة. أي تعديل يعيدها إلى قيد العمل.</translation>
    </message>
    <message>
        <source>Set aside: {reason}</source>
        <translation>منحّاة جانبًا: ⁨{reason}⁩</translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message>
        <source>Undo the decision</source>
        <translation>التراجع عن القرار</translation>
    </message>
    <message>
        <source>Redo the decision</source>
        <translation>إعادة القرار</translation>
    </message>
    <message numerus="yes">
        <source>Undo %n decision(s)</source>
        <translation>
            <numerusform>التراجع عن القرارات</numerusform>
            <numerusform>التراجع عن القرار</numerusform>
            <numerusform>التراجع عن قرارين</numerusform>
            <numerusform>التراجع عن %n قرارات</numerusform>
            <numerusform>التراجع عن %n قرارًا</numerusform>
            <numerusform>التراجع عن %n قرار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n decision(s)</source>
        <translation>
            <numerusform>إعادة القرارات</numerusform>
            <numerusform>إعادة القرار</numerusform>
            <numerusform>إعادة قرارين</numerusform>
            <numerusform>إعادة %n قرارات</numerusform>
            <numerusform>إعادة %n قرارًا</numerusform>
            <numerusform>إعادة %n قرار</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo {act}</source>
        <translation>تراجع: {act}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo {act}</source>
        <translation>إعادة: {act}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>“{title}” was taken out of the project, or is no longer yours.</source>
        <translation>‏«⁨{title}⁩» أُزيلت من المشروع أو لم تعد من مقالاتك.</translation>
    </message>
    <message>
        <source>“{title}” was taken out of the project, or is no longer yours. Another article is open now: click into its text, or press Esc, to work on it.</source>
        <translation>‏«⁨{title}⁩» أُزيلت من المشروع أو لم تعد من مقالاتك. المفتوحة الآن مقالة أخرى: انقر في نصها أو اضغط ⁨Esc⁩ للعمل عليها.</translation>
    </message>
    <message>
        <source>There are no spans in this article yet.</source>
        <translation>لا مقاطع في هذه المقالة بعد.</translation>
    </message>
    <message>
        <source>No other span follows in this article.</source>
        <translation>لا مقطع آخر بعد هذا الموضع في المقالة.</translation>
    </message>
    <message>
        <source>No other span stands before this in the article.</source>
        <translation>لا مقطع آخر قبل هذا الموضع في المقالة.</translation>
    </message>
</context>
<context>
    <name>_View</name>
    <message>
        <source>No spans yet. Select words, then press a label&apos;s key.</source>
        <translation>لا مقاطع بعد. حدّد كلمات ثم اضغط مفتاح وسم.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>“{quote}” cannot be split there: both parts need a letter.</source>
        <translation>‏لا يمكن تقسيم «⁨{quote}⁩» هنا: كل جزء يحتاج إلى حرف على الأقل.</translation>
    </message>
    <message>
        <source>Only two or more spans with the same label can be merged.</source>
        <translation>لا يُدمج إلا مقطعان أو أكثر بالوسم نفسه.</translation>
    </message>
    <message>
        <source>A note cannot hold a NUL or half of a character.</source>
        <translation>لا يجوز أن يكون في ملاحظة محرف NUL أو نصف محرف.</translation>
    </message>
    <message>
        <source>The span is gone: it was removed in another window.</source>
        <translation>لم يعد المقطع موجودًا: أُزيل في نافذة أخرى.</translation>
    </message>
    <message>
        <source>A span from {start} to {end} lies outside the text, which ends at {last}.</source>
        <translation>المقطع من {start} إلى {end} خارج النص الذي ينتهي عند {last}.</translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {why}.</source>
        <translation>تعذّرت قراءة «⁨{file}⁩»: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: {why}.</source>
        <translation>تعذّرت كتابة «⁨{file}⁩»: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>“{name}” cannot name a label: use letters, digits, “_”, “.” and “-”.</source>
        <translation>لا يصلح «⁨{name}⁩» اسمًا لوسم: استعمل الحروف والأرقام و«_» و«.» و«-».</translation>
    </message>
    <message>
        <source>The colour of label {name} must be written like #1565c0.</source>
        <translation>يجب أن يُكتب لون الوسم ⁨{name}⁩ على هيئة ⁦#1565c0⁩.</translation>
    </message>
    <message>
        <source>The key of label {name} must be one digit or small Latin letter.</source>
        <translation>يجب أن يكون مفتاح الوسم ⁨{name}⁩ رقمًا واحدًا أو حرفًا لاتينيًا صغيرًا.</translation>
    </message>
    <message>
        <source>A label set needs at least one label.</source>
        <translation>تحتاج مجموعة الوسوم إلى وسم واحد على الأقل.</translation>
    </message>
    <message>
        <source>Two labels have the same name: {value}.</source>
        <translation>لوسمين اثنين اسم واحد: ⁨{value}⁩.</translation>
    </message>
    <message>
        <source>Two labels have the same key: {value}.</source>
        <translation>لوسمين اثنين مفتاح واحد: ⁨{value}⁩.</translation>
    </message>
    <message>
        <source>The project has no label “{name}”. Its labels are: {known}.</source>
        <translation>ليس في المشروع وسم اسمه «⁨{name}⁩». وسومه هي: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>This is no label set: it is longer than {most} letters.</source>
        <translation>ليست هذه مجموعة وسوم: فهي أطول من ⁨{most}⁩ حرف.</translation>
    </message>
    <message>
        <source>The label set is not valid TOML: {why}.</source>
        <translation>مجموعة الوسوم ليست بصيغة TOML صحيحة: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>The label set has no [[label]] tables.</source>
        <translation>ليس في مجموعة الوسوم جداول ⁦[[label]]⁩.</translation>
    </message>
    <message>
        <source>The label set has “{key}”, which is not known: it holds [[label]] tables alone.</source>
        <translation>في مجموعة الوسوم «⁨{key}⁩» وهو غير معروف: ليس فيها إلا جداول ⁦[[label]]⁩.</translation>
    </message>
    <message>
        <source>The shown names of label {label} have 1 to 64 letters, and no control characters.</source>
        <translation>يكون اسما الوسم ⁨{label}⁩ المعروضان من 1 إلى 64 حرفًا بلا محارف تحكم.</translation>
    </message>
    <message>
        <source>Label {label} needs its shown names as a table: shown.en, shown.ar.</source>
        <translation>ينقص الوسم ⁨{label}⁩ جدول اسميه المعروضين: ⁦shown.en, shown.ar⁩.</translation>
    </message>
    <message>
        <source>The value of label {name} must be one of date, number, entry, text, none.</source>
        <translation>يجب أن تكون قيمة الوسم ⁨{name}⁩ إحدى هذه: ⁦date, number, entry, text, none⁩.</translation>
    </message>
    <message>
        <source>The label “{label}” has “{key}”, which is not known; known are {known}.</source>
        <translation>في الوسم «⁨{label}⁩» المفتاح «⁨{key}⁩» وهو غير معروف؛ والمعروف: ⁦{known}⁩.</translation>
    </message>
    <message>
        <source>Label {label} needs “{key}”, a text in quotes.</source>
        <translation>ينقص الوسم ⁨{label}⁩ الحقل «⁨{key}⁩»، وهو نص بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>A span cannot run from {start} to {end}.</source>
        <translation>لا يمكن أن يمتد مقطع من {start} إلى {end}.</translation>
    </message>
    <message>
        <source>“{quote}” is marked as {label} already.</source>
        <translation>‏«⁨{quote}⁩» موسوم بـ«⁨{label}⁩» من قبل.</translation>
    </message>
    <message>
        <source>The text is damaged UTF-8 at byte {position}. Save the file as UTF-8 again.</source>
        <translation>ترميز UTF-8 في النص تالف عند البايت {position}. احفظ الملف بترميز UTF-8 من جديد.</translation>
    </message>
    <message>
        <source>The text is in no encoding that is known here. Save the file as UTF-8.</source>
        <translation>ترميز النص غير معروف هنا. احفظ الملف بترميز UTF-8.</translation>
    </message>
    <message>
        <source>The text is damaged UTF-16 at byte {position}. Save the file as UTF-8 again.</source>
        <translation>ترميز UTF-16 في النص تالف عند البايت {position}. احفظ الملف بترميز UTF-8 من جديد.</translation>
    </message>
    <message>
        <source>The text has a NUL character at position {position}: is it a text file?</source>
        <translation>في النص محرف NUL عند الموضع {position}: أهو ملف نصي؟</translation>
    </message>
    <message>
        <source>The text has half of a character (a lone surrogate) at position {position}.</source>
        <translation>في النص نصف محرف (surrogate منفرد) عند الموضع {position}.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>النص فارغ.</translation>
    </message>
    <message>
        <source>“{edtf}” is not a date in EDTF, such as 2026-02-23 or 2026-02.</source>
        <translation>‏«⁨{edtf}⁩» ليس تاريخًا بصيغة EDTF، مثل ⁦2026-02-23⁩ أو ⁦2026-02⁩.</translation>
    </message>
    <message>
        <source>A number must be finite.</source>
        <translation>يجب أن يكون العدد منتهيًا.</translation>
    </message>
    <message>
        <source>A range cannot run from {least} down to {greatest}: swap them.</source>
        <translation>لا يمكن أن يمتد نطاق من ⁨{least}⁩ نزولًا إلى ⁨{greatest}⁩: بدّل بينهما.</translation>
    </message>
    <message>
        <source>{value} is not a value of a date, number, entry or text. These are written {forms}.</source>
        <translation>‏⁨{value}⁩ ليس قيمة لتاريخ أو عدد أو مدخل أو نص. تُكتب هذه القيم هكذا: ⁨{forms}⁩.</translation>
    </message>
    <message>
        <source>There is no format “{name}”. Known are: {known}.</source>
        <translation>لا توجد صيغة اسمها «⁨{name}⁩». الصيغ المعروفة: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>“{file}” is a document with a layout, which is not read here. Save it as plain text (.txt, in UTF-8), then import that.</source>
        <translation>«⁨{file}⁩» مستند منسّق لا يُقرأ هنا. احفظه نصًّا عاديًّا (⁨.txt⁩ بترميز UTF-8)، ثم استورده.</translation>
    </message>
    <message>
        <source>“{file}” is a spreadsheet, which is not read here. Save it as CSV in UTF-8, then import that.</source>
        <translation>«⁨{file}⁩» جدول بيانات لا يُقرأ هنا. احفظه بصيغة CSV وترميز UTF-8، ثم استورده.</translation>
    </message>
    <message>
        <source>“{file}” is packed. Unpack it, then import the folder that comes out.</source>
        <translation>«⁨{file}⁩» ملف مضغوط. فُكّ ضغطه، ثم استورد المجلد الناتج.</translation>
    </message>
    <message>
        <source>“{file}” is in no format that is read here: {known}.</source>
        <translation>‏«⁨{file}⁩» ليس بأي صيغة تُقرأ هنا: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>“{key}” must be an object, and not a deep one.</source>
        <translation>يجب أن يكون «⁨{key}⁩» كائنًا غير عميق التداخل.</translation>
    </message>
    <message>
        <source>The metadata are no JSON object (line {line}): write them like {{“place”: “Hasaka”}}, with straight quotation marks.</source>
        <translation>البيانات الوصفية ليست كائن JSON (السطر ⁨{line}⁩): اكتبها على هيئة ⁨{{“place”: “Hasaka”}}⁩ بعلامات اقتباس مستقيمة.</translation>
    </message>
    <message>
        <source>“{key}” holds a NUL or half of a character.</source>
        <translation>في «⁨{key}⁩» محرف NUL أو نصف محرف.</translation>
    </message>
    <message>
        <source>An article needs a title: the list shows it by that.</source>
        <translation>لا بد للمقالة من عنوان، فبه تظهر في القائمة.</translation>
    </message>
    <message>
        <source>“{key}” is too long: {most} letters are the most.</source>
        <translation>‏«⁨{key}⁩» أطول مما ينبغي: الحد الأقصى ⁨{most}⁩ حرف.</translation>
    </message>
    <message>
        <source>“{url}” is no web address: it begins with https:// or http://.</source>
        <translation>‏«⁨{url}⁩» ليس عنوان ويب: يبدأ العنوان بما يلي: ⁦https://⁩ أو ⁦http://⁩.</translation>
    </message>
    <message>
        <source>It is not UTF-8 at byte {position}.</source>
        <translation>ليس بترميز UTF-8 عند البايت {position}.</translation>
    </message>
    <message>
        <source>It is not JSON: {why}.</source>
        <translation>ليس بصيغة JSON: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>It has the key “{key}” twice.</source>
        <translation>فيه المفتاح «⁨{key}⁩» مرتين.</translation>
    </message>
    <message>
        <source>It is not an article: it has no “text”.</source>
        <translation>ليس مقالة: لا حقل «text» فيه.</translation>
    </message>
    <message>
        <source>“{key}” is no span: a start, an end and a label are wanted, in a list.</source>
        <translation>‏«⁨{key}⁩» ليس مقطعًا: المطلوب قائمة فيها بداية ونهاية ووسم.</translation>
    </message>
    <message>
        <source>“{key}” is a list as other tools write it. The key for spans is “spans”, each with “label”, “start” and “end”: the line was not taken.</source>
        <translation>‏«⁨{key}⁩» قائمة كما تكتبها أدوات أخرى. مفتاح المقاطع هنا هو ⁨spans⁩، ولكل مقطع ⁨label⁩ و⁨start⁩ و⁨end⁩: لم يؤخذ السطر.</translation>
    </message>
    <message>
        <source>“{key}” holds spans as another format than {name} keeps them, so the article was not taken. Import the file as the format that it is, or without saying a format: then it is known by its content.</source>
        <translation>في «⁨{key}⁩» مقاطع كما تحفظها صيغة أخرى غير ⁨{name}⁩، فلم تُؤخذ المقالة. استورد الملف بالصيغة التي هو عليها، أو من دون ذكر صيغة فتُعرف من محتواه.</translation>
    </message>
    <message>
        <source>“{key}” of its spans has no place in a project and was left out.</source>
        <translation>‏«⁨{key}⁩» في مقاطعه لا مكان له في المشروع، فتُرك.</translation>
    </message>
    <message>
        <source>Its relations between spans have no place in a project: {count} left out.</source>
        <translation>لا مكان في المشروع للعلاقات بين مقاطعه، فتُركت (عددها {count}).</translation>
    </message>
    <message>
        <source>“{key}” must be a text.</source>
        <translation>يجب أن يكون «⁨{key}⁩» نصًا.</translation>
    </message>
    <message>
        <source>“{key}” must be a whole number.</source>
        <translation>يجب أن يكون «⁨{key}⁩» عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>“{key}” must be a number of seconds.</source>
        <translation>يجب أن يكون «⁨{key}⁩» عددًا من الثواني.</translation>
    </message>
    <message>
        <source>“{key}” must be true or false.</source>
        <translation>يجب أن يكون «⁨{key}⁩» إما true وإما false.</translation>
    </message>
    <message>
        <source>“{key}” is nested too deep to be kept.</source>
        <translation>‏«⁨{key}⁩» متداخل أعمق من أن يُحفظ.</translation>
    </message>
    <message>
        <source>“{key}” holds a number that is too large.</source>
        <translation>في «⁨{key}⁩» عدد أكبر مما يجوز.</translation>
    </message>
    <message>
        <source>“{key}” must be an object.</source>
        <translation>‏«⁨{key}⁩» يجب أن يكون كائن JSON.</translation>
    </message>
    <message>
        <source>“{key}” must be a list of objects.</source>
        <translation>يجب أن يكون «⁨{key}⁩» قائمة كائنات.</translation>
    </message>
    <message>
        <source>Its brackets are nested too deep.</source>
        <translation>أقواسه متداخلة أعمق مما ينبغي.</translation>
    </message>
    <message>
        <source>It holds a number that is too large.</source>
        <translation>فيه عدد أكبر مما يجوز.</translation>
    </message>
    <message>
        <source>It is no JSON object.</source>
        <translation>ليس كائن JSON.</translation>
    </message>
    <message>
        <source>“{key}” must be one of {known}.</source>
        <translation>يجب أن يكون «⁨{key}⁩» واحدًا من: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>No project is open.</source>
        <translation>لا مشروع مفتوح.</translation>
    </message>
    <message>
        <source>There is no article “{name}” in the project.</source>
        <translation>ليس في المشروع مقالة اسمها «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>“{name}” is not one of your articles: a lead hands them out.</source>
        <translation>‏ليست «⁨{name}⁩» من مقالاتك: المشرف هو من يوزعها.</translation>
    </message>
    <message>
        <source>Another program has changed the spans of this article meanwhile. Look at them, then undo or redo again.</source>
        <translation>غيّر برنامج آخر مقاطع هذه المقالة في هذه الأثناء. انظر فيها، ثم كرّر التراجع أو الإعادة.</translation>
    </message>
    <message>
        <source>The project has no author “{name}”.</source>
        <translation>ليس في المشروع مشارك اسمه «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>The index of the search does not fit the articles.</source>
        <translation>فهرس البحث لا يطابق المقالات.</translation>
    </message>
    <message>
        <source>SQLite cannot read on: {why}.</source>
        <translation>تعذّر على SQLite متابعة القراءة: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>The text of “{article}” has been changed.</source>
        <translation>تغيّر نص «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>The text of “{article}” is none that is imported.</source>
        <translation>نص «⁨{article}⁩» ليس مما يمكن استيراده.</translation>
    </message>
    <message>
        <source>The {field} of “{article}” cannot be read.</source>
        <translation>تعذّرت قراءة الحقل ⁨{field}⁩ في «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>“{article}” holds something of a wrong kind.</source>
        <translation>في «⁨{article}⁩» شيء من نوع خاطئ.</translation>
    </message>
    <message>
        <source>The search does not know “{article}”.</source>
        <translation>لا يعرف البحث «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>The search knows “{article}” with another text.</source>
        <translation>يعرف البحث «⁨{article}⁩» بنص آخر.</translation>
    </message>
    <message>
        <source>The layer of {author} on “{article}” is gone, though the history tells of it.</source>
        <translation>اختفت طبقة ⁨{author}⁩ على «⁨{article}⁩» مع أن سجل التعديلات يذكرها.</translation>
    </message>
    <message>
        <source>The layer of {author} on “{article}” has no status known here.</source>
        <translation>طبقة ⁨{author}⁩ على «⁨{article}⁩» في حالة غير معروفة هنا.</translation>
    </message>
    <message>
        <source>The layer of {author} on “{article}” stands at revision {revision}, but by its history at {acts}.</source>
        <translation>طبقة ⁨{author}⁩ على «⁨{article}⁩» عند التنقيح {revision}، لكنها بحسب سجل التعديلات عند {acts}.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} at {start} is not as the history left it.</source>
        <translation>في «⁨{article}⁩» مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} ليس كما تركه سجل التعديلات.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} runs from {start} to {end}, which is no stretch of the text.</source>
        <translation>في «⁨{article}⁩» يمتد مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ من {start} إلى {end}، وليس ذلك جزءًا من النص.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} at {start} says “{quote}”, but the text “{found}”.</source>
        <translation>في «⁨{article}⁩» مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} نصه «⁨{quote}⁩»، وما في المقالة «⁨{found}⁩».</translation>
    </message>
    <message>
        <source>In “{article}” the value of the {label} of {author} at {start} cannot be read.</source>
        <translation>في «⁨{article}⁩» تعذّرت قراءة قيمة مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start}.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} at {start} has a value that a {label} cannot have.</source>
        <translation>في «⁨{article}⁩» لمقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} قيمة لا يصح أن تكون للوسم ⁨{label}⁩.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} at {start} means an entry that the registry does not hold: “{name}”.</source>
        <translation>في «⁨{article}⁩» يشير مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} إلى مدخل ليس في السجل: «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>In “{article}” the {label} of {author} at {start} means an entry of another label: “{name}” is a {other}.</source>
        <translation>في «⁨{article}⁩» يشير ⁨{label}⁩ لدى ⁨{author}⁩ عند ⁨{start}⁩ إلى مدخل لوسم آخر: «⁨{name}⁩» هو ⁨{other}⁩.</translation>
    </message>
    <message>
        <source>The file&apos;s {what} is {found}; it should be {wanted}.</source>
        <translation>‏⁨{what}⁩ في الملف هو ⁨{found}⁩، وينبغي أن يكون ⁨{wanted}⁩.</translation>
    </message>
    <message>
        <source>SQLite finds: {message}.</source>
        <translation>ما وجده SQLite: ⁨{message}⁩.</translation>
    </message>
    <message>
        <source>The table “{name}” is missing.</source>
        <translation>الجدول «⁨{name}⁩» مفقود.</translation>
    </message>
    <message>
        <source>The {kind} “{name}” is missing.</source>
        <translation>‏«⁨{name}⁩» (⁨{kind}⁩) مفقود.</translation>
    </message>
    <message>
        <source>The {kind} “{name}” is not as Annotator makes it.</source>
        <translation>‏«⁨{name}⁩» (⁨{kind}⁩) ليس كما ينشئه Annotator.</translation>
    </message>
    <message>
        <source>The {kind} “{name}” is none that Annotator makes.</source>
        <translation>‏«⁨{name}⁩» (⁨{kind}⁩) ليس مما ينشئه Annotator.</translation>
    </message>
    <message>
        <source>Row {row} of {table} ({author} on “{article}”) refers to a row of {parent} that is not there.</source>
        <translation>الصف {row} من ⁨{table}⁩ (⁨{author}⁩ على «⁨{article}⁩») يشير إلى صف من ⁨{parent}⁩ لا وجود له.</translation>
    </message>
    <message>
        <source>Row {row} of {table} refers to a row of {parent} that is not there.</source>
        <translation>الصف {row} من ⁨{table}⁩ يشير إلى صف من ⁨{parent}⁩ لا وجود له.</translation>
    </message>
    <message>
        <source>Row {sequence} of the history takes back what it cannot: a later act, a missing one, or one on something else.</source>
        <translation>الصف {sequence} من سجل التعديلات يتراجع عما لا يصح التراجع عنه: تعديل لاحق أو مفقود أو واقع على شيء آخر.</translation>
    </message>
    <message>
        <source>Row {sequence} of the history is on an article that is gone.</source>
        <translation>الصف {sequence} من سجل التعديلات يخص مقالة لم تعد موجودة.</translation>
    </message>
    <message>
        <source>The history lacks its rows from {first} to {last}.</source>
        <translation>تنقص سجلَّ التعديلات صفوفه من {first} إلى {last}.</translation>
    </message>
    <message>
        <source>Row {sequence} of the history cannot be read.</source>
        <translation>تعذّرت قراءة الصف {sequence} من سجل التعديلات.</translation>
    </message>
    <message>
        <source>Row {sequence} of the history, by {author} on “{name}”, cannot be read.</source>
        <translation>تعذّرت قراءة الصف {sequence} من سجل التعديلات، وهو للمشارك ⁨{author}⁩ على «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>No act in the history brought the layer of {author} on “{article}”.</source>
        <translation>لا تعديل في سجل التعديلات أتى بطبقة ⁨{author}⁩ على «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>An article that row {sequence} of the history brought is gone.</source>
        <translation>لم تعد موجودةً مقالةٌ أتى بها الصف {sequence} من سجل التعديلات.</translation>
    </message>
    <message>
        <source>The entry of the id “{entry}” has no name.</source>
        <translation>المدخل ذو المعرّف «⁨{entry}⁩» بلا اسم.</translation>
    </message>
    <message>
        <source>“{name}” is an entry of the label {label}, which has no entries.</source>
        <translation>‏«⁨{name}⁩» مدخل للوسم ⁨{label}⁩، ولا مداخل لهذا الوسم.</translation>
    </message>
    <message>
        <source>The entry “{name}” of the label {label} is merged into “{other}” of the label {further}.</source>
        <translation>المدخل «⁨{name}⁩» من الوسم ⁨{label}⁩ مدموج في «⁨{other}⁩» من الوسم ⁨{further}⁩.</translation>
    </message>
    <message>
        <source>The label set cannot be used: {why}</source>
        <translation>لا يمكن استعمال مجموعة الوسوم: ⁨{why}⁩</translation>
    </message>
    <message>
        <source>The aliases of the entry “{name}” cannot be read.</source>
        <translation>تعذّرت قراءة الأسماء البديلة للمدخل «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>The entry “{name}” is merged into itself.</source>
        <translation>المدخل «⁨{name}⁩» مدموج في نفسه.</translation>
    </message>
    <message>
        <source>“{file}” is being written by another program. Wait until that is done, then try again.</source>
        <translation>يكتب برنامج آخر في «⁨{file}⁩» الآن. انتظر حتى يفرغ، ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>“{file}” cannot be written: the file or its folder is read-only.</source>
        <translation>تعذّرت الكتابة في «⁨{file}⁩»: الملف أو مجلده للقراءة فقط.</translation>
    </message>
    <message>
        <source>The disk that holds “{file}” is full. Nothing was changed; make room, then try again.</source>
        <translation>القرص الذي عليه «⁨{file}⁩» ممتلئ. لم يتغير شيء؛ أفرغ مكانًا ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>The disk that holds “{file}” could not be read or written. Nothing was changed; is it full or unplugged?</source>
        <translation>تعذّرت القراءة من القرص الذي عليه «⁨{file}⁩» أو الكتابة عليه. لم يتغير شيء؛ أهو ممتلئ أو مفصول؟</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened: may you read and write it and its folder?</source>
        <translation>تعذّر فتح «⁨{file}⁩»: تحقق من أن لك إذن القراءة والكتابة فيه وفي مجلده.</translation>
    </message>
    <message>
        <source>“{article}” cannot be read in the trash, and would have to change there too. Nothing was changed: restore the other articles, empty the trash, then try again.</source>
        <translation>تتعذّر قراءة «⁨{article}⁩» في المحذوفات، وكان يجب أن تتغير هي أيضًا. لم يتغير شيء: استرجع المقالات الأخرى، وأفرغ المحذوفات، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>“{file}” is not an Annotator project.</source>
        <translation>‏«⁨{file}⁩» ليس مشروعًا من مشاريع Annotator.</translation>
    </message>
    <message>
        <source>“{file}” is damaged. Keep a copy of it, and go on with your last backup.</source>
        <translation>‏«⁨{file}⁩» تالف. احتفظ بنسخة منه، وتابع العمل على آخر نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Something is too large to be stored in “{file}”.</source>
        <translation>هناك شيء أكبر من أن يُحفظ في «⁨{file}⁩».</translation>
    </message>
    <message>
        <source>“{file}” exists already. This format writes a folder: choose a new name for it.</source>
        <translation>‏«⁨{file}⁩» موجود من قبل. هذه الصيغة تكتب مجلدًا: اختر له اسمًا جديدًا.</translation>
    </message>
    <message>
        <source>“{file}” is a pipe or a device and no file. Choose another name.</source>
        <translation>‏«⁨{file}⁩» أنبوب أو جهاز وليس ملفًا. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>“{file}” would be taken for a part of “{project}”. Choose another name.</source>
        <translation>‏«⁨{file}⁩» سيُعدّ جزءًا من «⁨{project}⁩». اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is no folder “{folder}” for “{file}”. Make it first, or choose another.</source>
        <translation>ليس هناك مجلد «⁨{folder}⁩» للملف «⁨{file}⁩». أنشئه أولًا، أو اختر غيره.</translation>
    </message>
    <message>
        <source>“{file}” exists already. Choose another name.</source>
        <translation>‏«⁨{file}⁩» موجود من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is no project “{file}”.</source>
        <translation>لا يوجد مشروع اسمه «⁨{file}⁩».</translation>
    </message>
    <message>
        <source>“{left}” is left over from a project of the same name. Move it away, or choose another name.</source>
        <translation>‏«⁨{left}⁩» من بقايا مشروع يحمل الاسم نفسه. انقله من مكانه أو اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>SQLite {found} is too old; Annotator needs {needed} or newer.</source>
        <translation>إصدار SQLite ⁨{found}⁩ قديم؛ يحتاج Annotator إلى ⁨{needed}⁩ أو أحدث.</translation>
    </message>
    <message>
        <source>“{file}” is from a newer Annotator. Update the program, then open it again.</source>
        <translation>‏«⁨{file}⁩» من إصدار أحدث من Annotator. حدّث البرنامج ثم افتحه من جديد.</translation>
    </message>
    <message>
        <source>The tables of “{file}” are not those of its version. Keep a copy of it, and go on with your last backup.</source>
        <translation>جداول «⁨{file}⁩» ليست جداول إصداره. احتفظ بنسخة منه، وتابع العمل على آخر نسخة احتياطية.</translation>
    </message>
    <message>
        <source>“{file}” lies on a network share, where work can be lost. Copy the project to a disk of this computer.</source>
        <translation>‏«⁨{file}⁩» على مجلد شبكي قد يضيع فيه العمل. انسخ المشروع إلى قرص في هذا الحاسوب.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash of the project: restore it there, then import again.</source>
        <translation>‏«⁨{name}⁩» في محذوفات المشروع: استرجعها من هناك ثم استورد من جديد.</translation>
    </message>
    <message>
        <source>“{name}” comes without its text, and the project does not have it. Import the text first, then this file again.</source>
        <translation>«{name}» جاء بلا نصه، وليس النص في المشروع. استورد النص أولًا، ثم هذا الملف من جديد.</translation>
    </message>
    <message>
        <source>There is an article “{name}” already, with another text.</source>
        <translation>توجد مقالة اسمها «⁨{name}⁩» من قبل، لكن بنص آخر.</translation>
    </message>
    <message>
        <source>The text is not the one that the spans were drawn on (its sha256 differs): the spans were not taken.</source>
        <translation>ليس هذا هو النص الذي وُسمت مقاطعه (يختلف sha256): لم تؤخذ المقاطع.</translation>
    </message>
    <message>
        <source>The spans have no author, so they were not taken. Say whose they are: --author.</source>
        <translation>المقاطع بلا مشارك، فلم تؤخذ. حدِّد صاحبها: ⁦--author⁩.</translation>
    </message>
    <message>
        <source>The spans are gold, so they were not taken. Name who is to own them with --author.</source>
        <translation>المقاطع من الطبقة الذهبية، فلم تؤخذ. عيّن من تكون له بالخيار ⁦--author⁩.</translation>
    </message>
    <message>
        <source>“{quote}” is in the project already, with another value, note or place; it was left as it is.</source>
        <translation>‏«⁨{quote}⁩» موجود في المشروع بقيمة أو ملاحظة أو موضع آخر؛ فتُرك كما هو.</translation>
    </message>
    <message>
        <source>The {label} from {start} to {end} parts a letter from its marks: “{quote}”.</source>
        <translation>‏⁨{label}⁩ من ⁨{start}⁩ إلى ⁨{end}⁩ يفصل حرفًا عن حركاته: «⁨{quote}⁩».</translation>
    </message>
    <message>
        <source>The {label} cannot run from {start} to {end}.</source>
        <translation>لا يمكن أن يمتد مقطع ⁨{label}⁩ من {start} إلى {end}.</translation>
    </message>
    <message>
        <source>The {label} from {start} to {end} does not fit the article, which ends at {last}.</source>
        <translation>مقطع ⁨{label}⁩ من {start} إلى {end} لا يطابق المقال الذي ينتهي عند {last}.</translation>
    </message>
    <message>
        <source>The {label} from {start} to {end} covers nothing that is kept.</source>
        <translation>مقطع ⁨{label}⁩ من {start} إلى {end} لا يغطي شيئًا مما يُحفظ من النص.</translation>
    </message>
    <message>
        <source>The {label} from {start} to {end} does not fit the text: it says “{quote}”, the text “{covered}”.</source>
        <translation>مقطع ⁨{label}⁩ من {start} إلى {end} لا يطابق النص: فيه «⁨{quote}⁩»، وفي النص «⁨{covered}⁩».</translation>
    </message>
    <message>
        <source>“{quote}” at {start} is marked as {label} twice.</source>
        <translation>‏«⁨{quote}⁩» عند {start} موسوم بـ«⁨{label}⁩» مرتين.</translation>
    </message>
    <message>
        <source>“{moment}” is no time in ISO 8601 with its zone: 2026-02-23T14:05:00Z.</source>
        <translation>‏«⁨{moment}⁩» ليس وقتًا بصيغة ISO 8601 مع منطقته الزمنية: ⁦2026-02-23T14:05:00Z⁩.</translation>
    </message>
    <message>
        <source>“{quote}” at {start} has a value that a {label} cannot have.</source>
        <translation>لـ«⁨{quote}⁩» عند {start} قيمة لا يصح أن تكون للوسم «⁨{label}⁩».</translation>
    </message>
    <message>
        <source>“{quote}” at {start} is a {label}, but its entry “{name}” is a {other}.</source>
        <translation>‏«⁨{quote}⁩» عند ⁨{start}⁩ وسمه ⁨{label}⁩، أما مدخله «⁨{name}⁩» فوسمه ⁨{other}⁩.</translation>
    </message>
    <message>
        <source>“{day}” is no day written like 2026-02-23.</source>
        <translation>‏«⁨{day}⁩» ليس يومًا مكتوبًا على هيئة ⁦2026-02-23⁩.</translation>
    </message>
    <message>
        <source>The first day, {first}, is after the last, {last}.</source>
        <translation>اليوم الأول، ⁨{first}⁩، بعد اليوم الأخير، ⁨{last}⁩.</translation>
    </message>
    <message>
        <source>A source has no name.</source>
        <translation>أحد المصادر بلا اسم.</translation>
    </message>
    <message>
        <source>The direction must be rtl, ltr or auto, not “{found}”.</source>
        <translation>يجب أن يكون الاتجاه rtl أو ltr أو auto، لا «⁨{found}⁩».</translation>
    </message>
    <message>
        <source>“{address}” is an address in the web and no file. Open it in a browser, save the page, then import the file that was saved.</source>
        <translation>«⁨{address}⁩» عنوان على الويب وليس ملفًا. افتحه في متصفح واحفظ الصفحة، ثم استورد الملف المحفوظ.</translation>
    </message>
    <message>
        <source>There is no file or folder “{path}”.</source>
        <translation>لا يوجد ملف أو مجلد اسمه «⁨{path}⁩».</translation>
    </message>
    <message>
        <source>“{file}” is a link to a folder. Import that folder by its own name.</source>
        <translation>‏«⁨{file}⁩» رابط إلى مجلد. استورد ذلك المجلد باسمه.</translation>
    </message>
    <message>
        <source>“{folder}” is a release, and has its articles once in each format. Import the folder of one format in it: {formats}.</source>
        <translation>«⁨{folder}⁩» إصدار، وكل مقالة فيه مكررة مرة في كل صيغة. استورد مجلد صيغة واحدة منه: ⁨{formats}⁩.</translation>
    </message>
    <message>
        <source>“{file}” is a link to what is not there.</source>
        <translation>‏«⁨{file}⁩» رابط إلى ما لا وجود له.</translation>
    </message>
    <message>
        <source>“{file}” is a pipe or a device and no file.</source>
        <translation>‏«⁨{file}⁩» أنبوب أو جهاز وليس ملفًا.</translation>
    </message>
    <message>
        <source>The day of publication is empty. Write it like 2026-02-23, 23/2/2026 or 23 February 2026, or leave it out.</source>
        <translation>يوم النشر فارغ. اكتبه على هيئة ⁦2026-02-23⁩ أو ⁦23/2/2026⁩ أو 23 فبراير 2026، أو لا تذكره.</translation>
    </message>
    <message>
        <source>The format {name} is only written, not read.</source>
        <translation>الصيغة ⁨{name}⁩ تُكتب ولا تُقرأ.</translation>
    </message>
    <message>
        <source>The format {name} does not count in {unit}. It counts in: {units}.</source>
        <translation>لا تعدّ الصيغة ⁨{name}⁩ بوحدة ⁨{unit}⁩. وحداتها: ⁨{units}⁩.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>ليس هناك ما يُتراجع عنه.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>ليس هناك ما يُعاد.</translation>
    </message>
    <message>
        <source>It cannot be taken back: what it changed has been changed since, in {articles}. Nothing was changed.</source>
        <translation>لا يمكن التراجع عنه: فقد تغيّر بعده ما غيّره، في ⁨{articles}⁩. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>“gold” is the name of what is settled. Choose another.</source>
        <translation>«gold» اسم الطبقة الذهبية. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The name of an author has 1 to 100 letters and no space around it.</source>
        <translation>اسم المشارك من حرف إلى 100 حرف، بلا مسافة قبله أو بعده.</translation>
    </message>
    <message>
        <source>The name of an author cannot hold control characters.</source>
        <translation>لا يجوز أن تكون في اسم المشارك محارف تحكم.</translation>
    </message>
    <message>
        <source>Only a lead can do that, and “{name}” is none.</source>
        <translation>لا يفعل ذلك إلا مشرف، وليس «⁨{name}⁩» مشرفًا.</translation>
    </message>
    <message>
        <source>“{name}” is the only lead, and a project needs one. Make a lead of somebody else first: “annotator authors PROJECT --role NAME lead”.</source>
        <translation>‏«⁨{name}⁩» هو المشرف الوحيد، ولا بد لكل مشروع من مشرف. اجعل غيره مشرفًا أولًا: «⁦annotator authors PROJECT --role NAME lead⁩».</translation>
    </message>
    <message>
        <source>There is an author “{name}” already.</source>
        <translation>يوجد مشارك اسمه «⁨{name}⁩» من قبل.</translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8. Save it as UTF-8, then try again.</source>
        <translation>‏«⁨{file}⁩» ليس بترميز UTF-8. احفظه بترميز UTF-8 ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>Another program has changed the labels meanwhile. Look at them, then change them again.</source>
        <translation>غيّر برنامج آخر الوسوم في هذه الأثناء. انظر إليها ثم غيّرها من جديد.</translation>
    </message>
    <message>
        <source>Only a lead changes the labels, and {author} is none. “annotator authors PROJECT --role {author} lead” makes a lead of an author.</source>
        <translation>لا يغيّر الوسوم إلا مشرف، و«⁨{author}⁩» ليس مشرفًا. يصير المشارك مشرفًا بالأمر ⁦annotator authors PROJECT --role ⁨{author}⁩ lead⁩.</translation>
    </message>
    <message>
        <source>“{name}” cannot stay and move to “{target}” at once: leave out one.</source>
        <translation>لا يمكن أن يبقى «⁨{name}⁩» وأن يُنقل إلى «⁨{target}⁩» معًا: اترك أحدهما.</translation>
    </message>
    <message>
        <source>The format {name} cannot hold all of this. Nothing was written; choose another format, or export without --strict.</source>
        <translation>لا تتسع الصيغة ⁨{name}⁩ لكل هذا. لم يُكتب شيء؛ اختر صيغة أخرى، أو صدّر من دون ⁨--strict⁩.</translation>
    </message>
    <message>
        <source>Nobody has marked anything yet: there is no layer.</source>
        <translation>لم يعلّم أحد شيئًا بعد: ما من طبقة.</translation>
    </message>
    <message>
        <source>Pieces without their text cannot be joined with an article again. Export whole articles without their text, or pieces with it.</source>
        <translation>القطع التي بلا نصها لا يمكن وصلها بمقال من جديد. صدّر مقالات كاملة بلا نصها، أو قطعًا مع نصها.</translation>
    </message>
    <message>
        <source>The format {name} has no place for the text, and pieces without it cannot be joined with an article again. Export whole articles, or choose another format.</source>
        <translation>لا مكان للنص في صيغة {name}، والأجزاء من دونه لا تُضم إلى مقالة من جديد. صدّر مقالات كاملة، أو اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>The format {name} is only read, not written.</source>
        <translation>الصيغة ⁨{name}⁩ تُقرأ ولا تُكتب.</translation>
    </message>
    <message>
        <source>The format {name} cannot count in {unit}. It counts in: {units}.</source>
        <translation>لا تستطيع الصيغة ⁨{name}⁩ أن تعدّ بوحدة ⁨{unit}⁩. وحداتها: ⁨{units}⁩.</translation>
    </message>
    <message>
        <source>The format {name} cannot leave out the text. These can: {known}.</source>
        <translation>لا تستطيع الصيغة ⁨{name}⁩ أن تترك النص. تستطيعه هذه: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>The project has no article “{name}”.</source>
        <translation>ليس في المشروع مقالة اسمها «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>The project has no article “{name}”. The nearest names are: {names}.</source>
        <translation>ليس في المشروع مقالة اسمها «⁨{name}⁩». أقرب الأسماء إليها: ⁨{names}⁩.</translation>
    </message>
    <message>
        <source>Nobody has marked anything yet: there are machines’ layers alone. Export one by its name (--layer): {machines}.</source>
        <translation>لم يُعلِّم أحد شيئًا بعد، فليس هناك إلا طبقات آلات. صدّر إحداها باسمها (⁨--layer⁩): ⁨{machines}⁩.</translation>
    </message>
    <message>
        <source>“{file}” is a project or another database. Choose another name.</source>
        <translation>‏«⁨{file}⁩» مشروع أو قاعدة بيانات أخرى. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} at {start} does not fit its text. Nothing was written; run “annotator check” on the project.</source>
        <translation>في «⁨{article}⁩» مقطع ⁨{label}⁩ عند {start} لا يطابق نصه. لم يُكتب شيء؛ شغّل «⁦annotator check⁩» على المشروع.</translation>
    </message>
    <message>
        <source>There is no author “{name}” in the project any more. Choose who works with “Change author” in the File menu.</source>
        <translation>لم يعد في المشروع مشارك اسمه «⁨{name}⁩». اختر من يعمل بالأمر «تغيير المشارك» في قائمة «ملف».</translation>
    </message>
    <message>
        <source>“{file}” is no longer where it was: it was moved, deleted or replaced. Nothing can be saved until it is back, or until you open it where it is now.</source>
        <translation>لم يعد «⁨{file}⁩» في مكانه: نُقل أو حُذف أو استُبدل. لن يُحفظ شيء حتى يعود، أو حتى تفتحه حيث هو الآن.</translation>
    </message>
    <message>
        <source>There is no import that can be taken back.</source>
        <translation>لا استيراد يمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>There is no import that can be done again.</source>
        <translation>لا استيراد يمكن إعادته.</translation>
    </message>
    <message>
        <source>Only who imported this, or a lead, can take it back or do it again. Ask a lead.</source>
        <translation>لا يتراجع عن هذا الاستيراد ولا يعيده إلا مَن أجراه أو مشرف. اطلب ذلك من أحد المشرفين.</translation>
    </message>
    <message>
        <source>The import cannot be taken back: the history does not tell what became of some spans that it added. Nothing was changed.</source>
        <translation>لا يمكن التراجع عن الاستيراد: لا يذكر السجل ما صار إليه بعض المقاطع التي أضافها. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The import cannot be taken back: others have gone on with what it brought, in {articles}. Nothing was changed.</source>
        <translation>لا يمكن التراجع عن الاستيراد: جرى العمل بعده على ما أتى به، في ⁨{articles}⁩. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The import cannot be done again: there are spans by now where it would put its own, in {articles}. Nothing was changed.</source>
        <translation>لا يمكن إعادة الاستيراد: حيث كان سيضع مقاطعه مقاطع أخرى الآن، في ⁨{articles}⁩. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>The last act on the project was an import. Take it back with “Undo the last import” in the File menu first.</source>
        <translation>كان آخر فعل في المشروع استيرادًا. تراجع عنه أولًا بـ«التراجع عن آخر استيراد» في قائمة الملف.</translation>
    </message>
    <message>
        <source>Only a lead can undo or redo this: you can take back the names and entries that you added yourself, before anything else is done in the project. Ask a lead.</source>
        <translation>لا يتراجع عن هذا أو يعيده إلا مشرف: يمكنك التراجع عمّا أضفته بنفسك من أسماء ومداخل، قبل أن يُفعل شيء آخر في المشروع. اطلب ذلك من أحد المشرفين.</translation>
    </message>
    <message>
        <source>It cannot be taken back: “{author}” has begun the test. End the test instead; nothing was changed.</source>
        <translation>لا يمكن التراجع: بدأ «⁨{author}⁩» الاختبار. أنهِ الاختبار بدلًا من ذلك؛ لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>“{author}” has worked on an article by now that would be a test again. Nothing was changed.</source>
        <translation>عمل «⁨{author}⁩» في هذه الأثناء على مقالة كانت ستعود اختبارًا. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>It cannot be taken back: what it changed has been changed again since. Nothing was changed.</source>
        <translation>لا يمكن التراجع عنه: فقد تغيّر من جديد ما غيّره. لم يتغيّر شيء.</translation>
    </message>
    <message>
        <source>It cannot be taken back: spans mean the entry “{name}” by now. Nothing was changed.</source>
        <translation>لا يمكن التراجع عنه: هناك مقاطع تعني المدخل «⁨{name}⁩» الآن. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>This regular expression takes too long here. Say it in a simpler way: without a repetition inside another one, such as (a+)+.</source>
        <translation>يستغرق هذا التعبير النمطي وقتًا أطول مما ينبغي. اكتبه بصيغة أبسط: من دون تكرار داخل تكرار آخر، مثل ⁦(a+)+⁩.</translation>
    </message>
    <message>
        <source>This regular expression is too large. Use a shorter one.</source>
        <translation>هذا التعبير النمطي أكبر مما ينبغي. استعمل تعبيرًا أقصر.</translation>
    </message>
    <message>
        <source>A project has 36 labels at most: a digit or letter is the key of each.</source>
        <translation>للمشروع 36 وسمًا على الأكثر: فمفتاح كل منها رقم أو حرف.</translation>
    </message>
    <message>
        <source>There is a label “{name}” already.</source>
        <translation>هناك وسم اسمه «⁨{name}⁩» من قبل.</translation>
    </message>
    <message>
        <source>A label cannot be merged into itself.</source>
        <translation>لا يمكن دمج وسم في نفسه.</translation>
    </message>
    <message>
        <source>The last label cannot go: add another one first.</source>
        <translation>لا يمكن إزالة آخر وسم: أضف وسمًا آخر أولًا.</translation>
    </message>
    <message>
        <source>The key {key} marks with {other} already. Choose another, or give {other} another one first.</source>
        <translation>المفتاح ⁨{key}⁩ يَسِم بـ«⁨{other}⁩» من قبل. اختر غيره، أو أعطِ «⁨{other}⁩» مفتاحًا آخر أولًا.</translation>
    </message>
    <message>
        <source>The label “{name}” stays, for it is in use (spans: {spans}, entries: {entries}). Say to which label these are to move.</source>
        <translation>يبقى الوسم «⁨{name}⁩» لأنه مستعمل (المقاطع: ⁨{spans}⁩، المداخل: ⁨{entries}⁩). حدّد الوسم الذي تُنقل إليه.</translation>
    </message>
    <message>
        <source>“{source}” cannot be merged into “{target}”, which can have no entries: the registry has some of “{source}” (entries: {count}). Merge it into a label whose values are entries.</source>
        <translation>لا يمكن دمج «⁨{source}⁩» في «⁨{target}⁩» الذي لا مداخل له: ففي السجل مداخل للوسم «⁨{source}⁩» (عددها: ⁨{count}⁩). ادمجه في وسم قيمه مداخل.</translation>
    </message>
    <message>
        <source>“{source}” cannot be merged into “{target}”, which cannot have values of its kind: confirmed ones would be lost (spans: {count}). Merge it into a label with the same kind of values.</source>
        <translation>لا يمكن دمج «⁨{source}⁩» في «⁨{target}⁩» الذي لا يقبل قيمًا من نوعه: ستُفقد قيم مؤكدة (المقاطع: ⁨{count}⁩). ادمجه في وسم قيمه من النوع نفسه.</translation>
    </message>
    <message>
        <source>“{source}” cannot be merged into “{target}”, which cannot have values of its kind: confirmed ones in the trash would be lost (spans: {count}). Merge it into a label with the same kind of values, or empty the trash first.</source>
        <translation>لا يمكن دمج «⁨{source}⁩» في «⁨{target}⁩» الذي لا يقبل قيمًا من نوعه: ستُفقد قيم مؤكدة في المحذوفات (المقاطع: ⁨{count}⁩). ادمجه في وسم قيمه من النوع نفسه، أو أفرغ المحذوفات أولًا.</translation>
    </message>
    <message>
        <source>The label “{name}” stays, for the trash holds some of it (spans: {spans}). Say to which label these are to move, or empty the trash first.</source>
        <translation>يبقى الوسم «⁨{name}⁩» لأن في المحذوفات شيئًا منه (المقاطع: ⁨{spans}⁩). حدّد الوسم الذي تُنقل إليه، أو أفرغ المحذوفات أولًا.</translation>
    </message>
    <message>
        <source>“{name}” cannot have values of the kind “{kind}”: those of another kind in the trash would be lost (spans: {count}). Leave the kind as it is, or empty the trash first.</source>
        <translation>لا يمكن أن تكون قيم «⁨{name}⁩» من نوع «⁨{kind}⁩»: ستُفقد القيم التي من نوع آخر في المحذوفات (المقاطع: ⁨{count}⁩). اترك النوع كما هو، أو أفرغ المحذوفات أولًا.</translation>
    </message>
    <message>
        <source>“{name}” cannot have values of the kind “{kind}”: those of another kind would be lost (spans: {count}). Leave the kind as it is, or add a label for the new kind.</source>
        <translation>لا يمكن أن تكون قيم «⁨{name}⁩» من نوع «⁨{kind}⁩»: ستُفقد القيم التي من نوع آخر (المقاطع: ⁨{count}⁩). اترك النوع كما هو، أو أضف وسمًا للنوع الجديد.</translation>
    </message>
    <message>
        <source>Put the caret inside a span, where the second part is to begin.</source>
        <translation>ضع المؤشر داخل مقطع، حيث يبدأ الجزء الثاني.</translation>
    </message>
    <message>
        <source>There is nothing to merge: select two spans with the same label as text, or one that is followed by another in its paragraph.</source>
        <translation>ليس هناك ما يُدمج: حدّد نصًّا فيه مقطعان بالوسم نفسه، أو اختر مقطعًا يليه مقطع آخر بوسمه في الفقرة نفسها.</translation>
    </message>
    <message>
        <source>An entry must have a name. Type one.</source>
        <translation>لا بد للمدخل من اسم. اكتب اسمًا.</translation>
    </message>
    <message>
        <source>“{name}” is too long: a name has at most {most} letters. Shorten it.</source>
        <translation>‏«⁨{name}⁩» أطول من اللازم: للاسم ⁨{most}⁩ حرفًا على الأكثر. اختصره.</translation>
    </message>
    <message>
        <source>“{name}” holds control characters. Type it anew.</source>
        <translation>في «⁨{name}⁩» محارف تحكم. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>“{name}” cannot be merged into itself.</source>
        <translation>لا يمكن دمج «⁨{name}⁩» في نفسه.</translation>
    </message>
    <message>
        <source>“{name}” is a {label} and “{other}” a {other_label}: only entries of one label can be merged.</source>
        <translation>‏«⁨{name}⁩» من ⁨{label}⁩ و«⁨{other}⁩» من ⁨{other_label}⁩: لا تُدمج إلا مداخل وسم واحد.</translation>
    </message>
    <message>
        <source>“{name}” is merged into another entry already.</source>
        <translation>‏«⁨{name}⁩» مدموج في مدخل آخر من قبل.</translation>
    </message>
    <message>
        <source>“{file}” is too large to be a table of entries.</source>
        <translation>‏«⁨{file}⁩» أكبر من أن يكون جدول مداخل.</translation>
    </message>
    <message>
        <source>“{file}” is no table of entries: its first line must name the columns, “label” and “name” among them.</source>
        <translation>‏«⁨{file}⁩» ليس جدول مداخل: يجب أن يسمي سطره الأول الأعمدة، ومنها «label» و«name».</translation>
    </message>
    <message>
        <source>“{file}” cannot be read as a table: the row that begins on line {line} has a cell of more than {most} letters. Is a quotation mark missing there?</source>
        <translation>‏«⁨{file}⁩» لا يُقرأ جدولًا: في الصف الذي يبدأ في السطر {line} خلية فيها أكثر من {most} حرف. أتنقص هناك علامة تنصيص؟</translation>
    </message>
    <message>
        <source>“{name}” is a {other} in the project, not a {label}.</source>
        <translation>‏«⁨{name}⁩» من ⁨{other}⁩ في المشروع، لا من ⁨{label}⁩.</translation>
    </message>
    <message>
        <source>The project has no label “{label}” that has entries.</source>
        <translation>ليس في المشروع وسم «⁨{label}⁩» له مداخل.</translation>
    </message>
    <message>
        <source>“{name}” is merged into “{other}”, which is no entry of its label.</source>
        <translation>‏«⁨{name}⁩» مدموج في «⁨{other}⁩»، وهو ليس مدخلًا من وسمه.</translation>
    </message>
    <message>
        <source>The registry holds no entry of the id “{id}”.</source>
        <translation>ليس في السجل مدخل معرّفه «⁨{id}⁩».</translation>
    </message>
    <message>
        <source>You can add entries and names; renaming, merging, notes and taking names away is for leads. Ask one.</source>
        <translation>يمكنك إضافة مداخل وأسماء؛ أما تغيير الاسم والدمج والملاحظات وإزالة الأسماء فللمشرفين. اسأل أحدهم.</translation>
    </message>
    <message>
        <source>“{name}” is a name of the entry “{other}” already. Merge the two if they are one.</source>
        <translation>‏«⁨{name}⁩» اسم للمدخل «⁨{other}⁩» من قبل. ادمج الاثنين إن كانا واحدًا.</translation>
    </message>
    <message>
        <source>There is nothing in these guidelines.</source>
        <translation>لا شيء في هذه الإرشادات.</translation>
    </message>
    <message>
        <source>The guidelines are too long: {most} letters are the most, not {found}.</source>
        <translation>الإرشادات أطول مما ينبغي: الحد الأقصى ⁨{most}⁩ حرف لا ⁨{found}⁩.</translation>
    </message>
    <message>
        <source>The guidelines are nested too deep to be shown.</source>
        <translation>الإرشادات متداخلة تداخلًا أعمق من أن يُعرض.</translation>
    </message>
    <message>
        <source>A version of guidelines has 1 to 40 letters and no space around it, such as 2 or 2026-03.</source>
        <translation>نسخة الإرشادات من حرف إلى 40 حرفًا لا مسافة حولها، مثل 2 أو ⁨2026-03⁩.</translation>
    </message>
    <message>
        <source>Write some words first.</source>
        <translation>اكتب شيئًا أولًا.</translation>
    </message>
    <message>
        <source>That is too long: {most} letters are the most.</source>
        <translation>هذا أطول مما ينبغي: الحد الأقصى ⁨{most}⁩ حرف.</translation>
    </message>
    <message>
        <source>“{file}” is the project and no page. Choose another file.</source>
        <translation>«{file}» هو المشروع نفسه وليس صفحة. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>“{file}” is too large to be guidelines.</source>
        <translation>‏«⁨{file}⁩» أكبر من أن يكون ملف إرشادات.</translation>
    </message>
    <message>
        <source>Version {version} is in force already, with another text. Give the new guidelines a version of their own.</source>
        <translation>النسخة ⁨{version}⁩ سارية بالفعل بنص آخر. أعط الإرشادات الجديدة نسخة خاصة بها.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored: what lies of it in the trash cannot be read. Nothing was changed; look for the article in a backup of the project.</source>
        <translation>لا يمكن استرجاع «⁨{name}⁩»: تتعذّر قراءة ما بقي منها في المحذوفات. لم يتغير شيء؛ ابحث عن المقالة في نسخة احتياطية من المشروع.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored yet: the project has no author “{author}”. Add an author of that name, then restore it. Nothing was changed.</source>
        <translation>لا يمكن استرجاع «⁨{name}⁩» بعد: ليس في المشروع مشارك اسمه «⁨{author}⁩». أضف مشاركًا بهذا الاسم، ثم استرجعها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored: there is an article of its name or with its text by now. Nothing was changed.</source>
        <translation>‏لا يمكن استرجاع «⁨{name}⁩»: في المشروع الآن مقالة باسمها أو بنصها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored yet: it has spans of labels that are gone ({labels}). Add labels of these names again, restore it, then merge them as before. Nothing was changed.</source>
        <translation>لا يمكن استرجاع «⁨{name}⁩» بعد: فيها مقاطع بوسوم لم تعد موجودة (⁨{labels}⁩). أضف وسوما بهذه الأسماء من جديد، ثم استرجعها، ثم ادمج الوسوم كما كانت. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored yet: “{label}” has other values than when it was removed. Let the label have such values again, then restore it. Nothing was changed.</source>
        <translation>لا يمكن استرجاع «⁨{name}⁩» بعد: للوسم «⁨{label}⁩» قيم من نوع غير الذي كان له حين أُزيلت. أعد إلى الوسم نوع قيمه، ثم استرجعها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>“{name}” cannot be restored: some of its spans are in the project by now. Nothing was changed.</source>
        <translation>لا يمكن استرجاع «⁨{name}⁩»: بعض مقاطعها صار في المشروع. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>Only your own questions can be withdrawn, before they are answered.</source>
        <translation>لا تُسحب إلا أسئلتك أنت، وقبل أن يُجاب عنها.</translation>
    </message>
    <message>
        <source>The question is gone: its author has withdrawn it.</source>
        <translation>لم يعد السؤال موجودًا: سحبه صاحبه.</translation>
    </message>
    <message>
        <source>The article “{name}” is no longer in the project: it was removed, or the import that brought it was taken back.</source>
        <translation>لم تعد المقالة «⁨{name}⁩» في المشروع: أُزيلت، أو أُلغي الاستيراد الذي جاء بها.</translation>
    </message>
    <message>
        <source>Another program has changed the details of this article meanwhile. Look at them, then undo or redo again.</source>
        <translation>غيّر برنامج آخر تفاصيل هذه المقالة في أثناء ذلك. انظر فيها ثم أعد التراجع أو الإعادة.</translation>
    </message>
    <message>
        <source>The article is no longer in the trash.</source>
        <translation>لم تعد المقالة في المحذوفات.</translation>
    </message>
    <message>
        <source>“{text}” is reckoned from the day of publication, which is not known. Set that first, or write the date itself.</source>
        <translation>‏«⁨{text}⁩» يُحسب من يوم النشر، وهو غير معروف. حدّده أوّلًا، أو اكتب التاريخ نفسه.</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write 2026-02-23, 23/2/2026 or 23 February 2026; 2026-02 or 2026; 2026-02/2026-04 for a period; XXXX-02-15 without a year.</source>
        <translation>‏«⁨{text}⁩» ليس تاريخًا. اكتب ⁦2026-02-23⁩ أو ⁦23/2/2026⁩ أو 23 فبراير 2026؛ أو ⁦2026-02⁩ أو 2026؛ وللمدّة ⁦2026-02/2026-04⁩؛ وبلا سنة ⁦XXXX-02-15⁩.</translation>
    </message>
    <message>
        <source>“{text}” is no full day. Write it like 2026-02-23, 23/2/2026 or 23 February 2026.</source>
        <translation>‏«⁨{text}⁩» ليس يومًا كاملًا. اكتبه على هيئة ⁦2026-02-23⁩ أو ⁦23/2/2026⁩ أو 23 فبراير 2026.</translation>
    </message>
    <message>
        <source>The day {day} is still to come. Check the year and the month.</source>
        <translation>اليوم ⁨{day}⁩ لم يأتِ بعد. تحقّق من السنة والشهر.</translation>
    </message>
    <message>
        <source>“{text}” is a day before {year}. Is it a Hijri date? Write its month by name, as in {hijri}, so that the calendar is clear.</source>
        <translation>‏«⁨{text}⁩» يوم قبل سنة ⁨{year}⁩. أهو تاريخ هجري؟ اكتب شهره باسمه، مثل ⁨{hijri}⁩، ليتضح التقويم.</translation>
    </message>
    <message>
        <source>The day {day} is before {year}. Check the year.</source>
        <translation>اليوم ⁨{day}⁩ قبل سنة ⁨{year}⁩. تحقّق من السنة.</translation>
    </message>
    <message>
        <source>“{text}” is no day, month or year. Write it like 2026-02-23, 23/2/2026, 2026-02 or 2026.</source>
        <translation>‏«⁨{text}⁩» ليس يومًا ولا شهرًا ولا سنة. اكتبه هكذا: ⁦2026-02-23⁩ أو ⁦23/2/2026⁩ أو ⁦2026-02⁩ أو ⁦2026⁩.</translation>
    </message>
    <message>
        <source>“{text}” tells an hour, which a date keeps only with its seconds, as in 2026-02-23T10:00:00. Write it so, or the day alone.</source>
        <translation>‏في «⁨{text}⁩» ذكر للساعة، ولا يحفظها التاريخ إلا مع ثوانيها: ⁦2026-02-23T10:00:00⁩. اكتبها كذلك، أو اكتب اليوم وحده.</translation>
    </message>
    <message>
        <source>“{text}” is no date: there is no month {month}. The month stands in the middle: 2026-02-23 or 23/2/2026.</source>
        <translation>‏«⁨{text}⁩» ليس تاريخًا: لا شهر رقمه ⁨{month}⁩. مكان الشهر في الوسط: ⁦2026-02-23⁩ أو ⁦23/2/2026⁩.</translation>
    </message>
    <message>
        <source>“{text}” is no date: there is no such day, the month has {last}. Check the day and the month.</source>
        <translation>‏«⁨{text}⁩» ليس تاريخًا: لا يوم كهذا، فعدد أيام الشهر ⁨{last}⁩. تحقّق من اليوم والشهر.</translation>
    </message>
    <message>
        <source>The number is missing: write 1000, or 500-600 for a range.</source>
        <translation>العدد ناقص: اكتب 1000، أو ⁦500-600⁩ لمجال من الأعداد.</translation>
    </message>
    <message>
        <source>“{text}” can be read in two ways. Write {thousands} if the dot parts thousands, or {fraction} if it begins a fraction.</source>
        <translation>‏«⁨{text}⁩» يُقرأ على وجهين. اكتب ⁦{thousands}⁩ إن كانت النقطة تفصل الآلاف، أو ⁦{fraction}⁩ إن كانت فاصلة عشرية.</translation>
    </message>
    <message>
        <source>“{text}” is written as a power of ten. Write out all digits: 1000000, not 1e6.</source>
        <translation>‏«⁨{text}⁩» مكتوب بقوة العشرة. اكتب الأرقام كلها: 1000000 لا ⁦1e6⁩.</translation>
    </message>
    <message>
        <source>“{text}” is no number. Write 1000 or 2.5, 500-600 for a range, ~1000 for about, &gt;1000 for over, &lt;1000 for under.</source>
        <translation>‏«⁨{text}⁩» ليس عددًا. اكتب 1000 أو 2.5، أو ⁦500-600⁩ لمجال من الأعداد، و⁦~1000⁩ لمعنى «نحو»، و⁦&gt;1000⁩ لمعنى «أكثر من»، و⁦&lt;1000⁩ لمعنى «أقل من».</translation>
    </message>
    <message>
        <source>“{text}” is too large: {most} is the largest number. Check its digits.</source>
        <translation>‏«⁨{text}⁩» أكبر مما يُقبل: أكبر عدد هو ⁨{most}⁩. تحقّق من أرقامه.</translation>
    </message>
    <message>
        <source>In the trash “{article}” cannot be read.</source>
        <translation>في المحذوفات تعذّرت قراءة «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>In the trash the text of “{article}” has been changed.</source>
        <translation>في المحذوفات تغيّر نص «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>In the trash the {label} of {author} at {start} does not fit the text of “{article}”.</source>
        <translation>في المحذوفات مقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} لا يوافق نص «⁨{article}⁩».</translation>
    </message>
    <message>
        <source>In the trash “{article}” has a span of a label that the project lacks: “{label}”.</source>
        <translation>في المحذوفات لـ«⁨{article}⁩» مقطع بوسم ليس في المشروع: «⁨{label}⁩».</translation>
    </message>
    <message>
        <source>In the trash “{article}” has a refusal of a label that the project lacks: “{label}”.</source>
        <translation>في المحذوفات لـ«⁨{article}⁩» رفض لوسم ليس في المشروع: «⁨{label}⁩».</translation>
    </message>
    <message>
        <source>In the trash “{article}” has work of an author whom the project lacks: “{author}”.</source>
        <translation>في المحذوفات لـ«⁨{article}⁩» عمل لمشارك ليس في المشروع: «⁨{author}⁩».</translation>
    </message>
    <message>
        <source>In the trash the {label} of {author} at {start} in “{article}” has a value that a {label} cannot have.</source>
        <translation>في المحذوفات لمقطع ⁨{label}⁩ للمشارك ⁨{author}⁩ عند {start} في «⁨{article}⁩» قيمة لا يصح أن تكون للوسم ⁨{label}⁩.</translation>
    </message>
    <message>
        <source>There is a demo in “{folder}” already. Open “{file}” there, or choose another folder for a new one.</source>
        <translation>يوجد مشروع تجريبي في «⁨{folder}⁩» من قبل. افتح «⁨{file}⁩» هناك، أو اختر مجلّدًا آخر لمشروع جديد.</translation>
    </message>
    <message>
        <source>Whose answer that is has not finished the article. Look at it anew.</source>
        <translation>صاحب هذا الجواب لم يُنجز المقالة. انظر إليها من جديد.</translation>
    </message>
    <message>
        <source>No answer is held by more than half of the {finished} finished layers. Choose one of them.</source>
        <translation>لا جواب يتفق عليه أكثر من نصف الطبقات المنجزة وعددها ⁨{finished}⁩. اختر واحدًا منها.</translation>
    </message>
    <message>
        <source>“{quote}” has two values: gold takes one. Choose an option instead of all.</source>
        <translation>لـ«⁨{quote}⁩» قيمتان، والطبقة الذهبية تأخذ واحدة. اختر جوابًا بدلًا من أخذها كلها.</translation>
    </message>
    <message>
        <source>The widest and the narrowest need spans of one label and one value, one of each author, that share a letter. Choose an option, or mark your own.</source>
        <translation>الأوسع والأضيق يحتاجان إلى مقاطع من وسم واحد وقيمة واحدة، مقطع لكل مشارك، تشترك في حرف. اختر جوابًا أو ضع مقاطعك.</translation>
    </message>
    <message>
        <source>In a decision on “{article}” the {label} at {start} says “{quote}”, but the text “{found}”.</source>
        <translation>في قرار بشأن «⁨{article}⁩» نصّ المقطع ⁨{label}⁩ عند ⁨{start}⁩ هو «⁨{quote}⁩»، أما في النص فهو «⁨{found}⁩».</translation>
    </message>
    <message>
        <source>In a decision on “{article}” the {label} at {start} has a value that a {label} cannot have.</source>
        <translation>في قرار بشأن «⁨{article}⁩» للمقطع ⁨{label}⁩ عند ⁨{start}⁩ قيمة لا تكون للوسم ⁨{label}⁩.</translation>
    </message>
    <message>
        <source>The decision {decision} on “{article}” is not as the history left it.</source>
        <translation>القرار ⁨{decision}⁩ بشأن «⁨{article}⁩» ليس كما تركه سجل التعديلات.</translation>
    </message>
    <message>
        <source>The article that the decision {decision} is on is gone.</source>
        <translation>المقالة التي يخصّها القرار ⁨{decision}⁩ لم تعد موجودة.</translation>
    </message>
    <message>
        <source>Agreement is between authors: name two or more, or none for all.</source>
        <translation>التوافق يكون بين مشاركين: سمِّ اثنين أو أكثر، أو لا تسمِّ أحدًا لمقارنة الجميع.</translation>
    </message>
    <message>
        <source>The layer does not wait to be accepted any more: look at the list anew.</source>
        <translation>لم تعد الطبقة تنتظر القبول: انظر في القائمة من جديد.</translation>
    </message>
    <message>
        <source>There is nothing to decide: mark a span first.</source>
        <translation>لا شيء للبتّ فيه: ضع مقطعًا أولًا.</translation>
    </message>
    <message>
        <source>What you see here has been changed meanwhile. Look at it anew, then decide.</source>
        <translation>تغيّر ما تراه هنا في أثناء ذلك. انظر إليه من جديد ثم بُتّ فيه.</translation>
    </message>
    <message>
        <source>The conflict {conflict} is not open: it is decided, or its spans have changed. Look at the conflicts anew.</source>
        <translation>الخلاف ⁨{conflict}⁩ ليس مفتوحًا: بُتَّ فيه أو تغيّرت مقاطعه. انظر في الخلافات من جديد.</translation>
    </message>
    <message>
        <source>A conflict in “{article}” is not open any more: it is decided, or its spans have changed. Look at the conflicts anew.</source>
        <translation>خلاف في «⁨{article}⁩» لم يعد مفتوحًا: بُتَّ فيه أو تغيّرت مقاطعه. انظر في الخلافات من جديد.</translation>
    </message>
    <message>
        <source>From {start} to {end} the article says “{quote}”, not “{other}”.</source>
        <translation>من ⁨{start}⁩ إلى ⁨{end}⁩ نصّ المقالة «⁨{quote}⁩» لا «⁨{other}⁩».</translation>
    </message>
    <message>
        <source>A {label} cannot have a value of this kind: {kind}.</source>
        <translation>لا تكون للوسم ⁨{label}⁩ قيمة من هذا النوع: ⁨{kind}⁩.</translation>
    </message>
    <message>
        <source>The registry has no entry {entry}.</source>
        <translation>لا مدخل ⁨{entry}⁩ في السجل.</translation>
    </message>
    <message>
        <source>A reason cannot hold a NUL or half of a character.</source>
        <translation>لا يحتوي السبب على المحرف NUL ولا على نصف محرف.</translation>
    </message>
    <message>
        <source>Name the authors who get articles.</source>
        <translation>سمِّ المشاركين الذين تُسند إليهم المقالات.</translation>
    </message>
    <message>
        <source>“{author}” is named twice.</source>
        <translation>‏ذُكر «⁨{author}⁩» مرتين.</translation>
    </message>
    <message>
        <source>An article that is to be compared needs two authors at least. Ask for 2 or more for each.</source>
        <translation>المقالة التي تُقارن تحتاج إلى مشاركَين على الأقل. اطلب لكل منها مشاركَين أو أكثر.</translation>
    </message>
    <message>
        <source>An article cannot go to more authors than are named: {most}. Name more, or ask for fewer for each.</source>
        <translation>لا يمكن إسناد مقالة إلى عدد من المشاركين أكبر من عدد المذكورين: {most}. اذكر مشاركين آخرين، أو اطلب عددًا أقل لكل مقالة.</translation>
    </message>
    <message>
        <source>The share of articles to be compared is a number from 0 to 1.</source>
        <translation>نسبة المقالات التي تُقارن عدد بين 0 و1.</translation>
    </message>
    <message>
        <source>An article that {author} is to work on is gone.</source>
        <translation>اختفت مقالة مسندة إلى ⁨{author}⁩.</translation>
    </message>
    <message>
        <source>An article that {author} was given as a test is gone.</source>
        <translation>لم تعد موجودة مقالة أُسندت اختبارًا إلى ⁨{author}⁩.</translation>
    </message>
    <message>
        <source>An article is both assigned to {author} and was given to {author} as a test.</source>
        <translation>مقالة مسندة إلى ⁨{author}⁩ للعمل وأُسندت إليه اختبارًا معًا.</translation>
    </message>
    <message>
        <source>“{author}” has neither finished the article nor set it aside.</source>
        <translation>‏لم ينجز «⁨{author}⁩» المقالة ولم ينحّها جانبًا.</translation>
    </message>
    <message>
        <source>“{author}” is retired or a program, and gets no articles.</source>
        <translation>‏«⁨{author}⁩» برنامج أو لم يعد يعمل في المشروع، ولا تُسند إليه مقالات.</translation>
    </message>
    <message>
        <source>A comment cannot hold a NUL or half of a character.</source>
        <translation>لا يجوز أن يكون في تعليق محرف NUL أو نصف محرف.</translation>
    </message>
    <message>
        <source>This project is a pack itself. Make packs from the whole project.</source>
        <translation>هذا المشروع نفسه حزمة. اصنع الحزم من المشروع كله.</translation>
    </message>
    <message>
        <source>“{author}” has no articles. Hand some out first: “annotator assign PROJECT --authors …”.</source>
        <translation>‏ليس لـ«⁨{author}⁩» مقالات. وزّع بعضها أولًا: «⁦annotator assign PROJECT --authors …⁩».</translation>
    </message>
    <message>
        <source>“{file}” is the project itself. Give a pack of it.</source>
        <translation>‏«⁨{file}⁩» هو المشروع نفسه. اذكر حزمة منه.</translation>
    </message>
    <message>
        <source>“{file}” is damaged: “annotator check” tells more. Ask for it anew.</source>
        <translation>‏«⁨{file}⁩» تالف: يخبر «⁦annotator check⁩» بالمزيد. اطلبه من جديد.</translation>
    </message>
    <message>
        <source>“{file}” is a project and no pack. Articles and layers come from it by “annotator export” and “import”.</source>
        <translation>‏«⁨{file}⁩» مشروع وليس حزمة. تؤخذ المقالات والطبقات منه بالأمرين «⁦annotator export⁩» و«⁦import⁩».</translation>
    </message>
    <message>
        <source>“{file}” is a pack of another project.</source>
        <translation>‏«⁨{file}⁩» حزمة من مشروع آخر.</translation>
    </message>
    <message>
        <source>In “{article}” the {label} at {start} does not fit its text: “{quote}”. Nothing was taken from that article.</source>
        <translation>في «⁨{article}⁩» مقطع ⁨{label}⁩ عند {start} لا يطابق نصه: «⁨{quote}⁩». لم يؤخذ شيء من تلك المقالة.</translation>
    </message>
    <message>
        <source>The project has no author “{name}”, whose pack “{file}” is. If it has under another name, give the old one back, merge, and rename again.</source>
        <translation>ليس في المشروع مشارك اسمه «⁨{name}⁩»، وهو صاحب الحزمة «⁨{file}⁩». إن كان فيه باسم آخر فأعد إليه اسمه القديم، ثم ادمج الحزمة، ثم غيّر الاسم من جديد.</translation>
    </message>
    <message>
        <source>What “{author}” marked in “{article}” is not taken: the pack is that of “{owner}”.</source>
        <translation>لا يؤخذ ما وسمه «⁨{author}⁩» في «⁨{article}⁩»: الحزمة حزمة «⁨{owner}⁩».</translation>
    </message>
    <message>
        <source>This project is a pack itself. Merge it into the whole project.</source>
        <translation>هذا المشروع نفسه حزمة. ضمّها إلى المشروع كله.</translation>
    </message>
    <message>
        <source>The text of “{name}” was changed in the pack: nothing was taken from that article. Ask for the pack as it was sent.</source>
        <translation>غُيّر نص «{name}» في الحزمة: لم يؤخذ من هذه المقالة شيء. اطلب الحزمة كما أُرسلت.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash of the project: restore it there, then merge again.</source>
        <translation>‏«⁨{name}⁩» في محذوفات المشروع: استرجعها من هناك ثم ضمّ من جديد.</translation>
    </message>
    <message>
        <source>The text of “{name}” is another one in the project.</source>
        <translation>نص «⁨{name}⁩» في المشروع نص آخر.</translation>
    </message>
    <message>
        <source>This is not a regular expression: a “(” is not closed. Add a “)”.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: فيه قوس «⁦(⁩» لم يُغلق. أضف «⁦)⁩».</translation>
    </message>
    <message>
        <source>This is not a regular expression: the “)” at position {at} closes nothing. Take it out, or write “\)” for the sign itself.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: القوس «⁦)⁩» عند الموضع {at} لا يغلق شيئًا. احذفه، أو اكتب «⁦\)⁩» للعلامة نفسها.</translation>
    </message>
    <message>
        <source>This is not a regular expression: a “[” is not closed. Add a “]”, or write “\[” for the sign itself.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: فيه قوس «⁦[⁩» لم يُغلق. أضف «⁦]⁩»، أو اكتب «⁦\[⁩» للعلامة نفسها.</translation>
    </message>
    <message>
        <source>This is not a regular expression: before position {at} there is nothing to repeat.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: ليس قبل الموضع {at} ما يُكرَّر.</translation>
    </message>
    <message>
        <source>This is not a regular expression: at position {at} a repetition is repeated.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: عند الموضع {at} تكرار لتكرار.</translation>
    </message>
    <message>
        <source>This is not a regular expression: of the counts at position {at} the lesser must come first.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: يجب أن يأتي أصغر العددين أولًا عند الموضع {at}.</translation>
    </message>
    <message>
        <source>This is not a regular expression: it ends with “\”. Write “\\” for the sign itself.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: ينتهي بالعلامة «⁦\⁩». اكتب «⁦\\⁩» للعلامة نفسها.</translation>
    </message>
    <message>
        <source>This is not a regular expression: “\” and the letter at position {at} mean nothing together.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: العلامة «⁦\⁩» مع الحرف عند الموضع {at} لا تعني شيئًا.</translation>
    </message>
    <message>
        <source>This is not a regular expression: the code at position {at} lacks digits.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: رمز الحرف عند الموضع {at} تنقصه أرقام.</translation>
    </message>
    <message>
        <source>This is not a regular expression: the class of letters that ends at position {at} is not known.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: فئة الحروف التي تنتهي عند الموضع {at} غير معروفة.</translation>
    </message>
    <message>
        <source>This is not a regular expression: the range that ends at position {at} runs backwards.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: المجال الذي ينتهي عند الموضع {at} معكوس.</translation>
    </message>
    <message>
        <source>This is not a regular expression: what stands at position {at} has no meaning after “(?”.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: ما عند الموضع {at} لا معنى له بعد «⁦(?⁩».</translation>
    </message>
    <message>
        <source>This is not a regular expression: before position {at} it refers to a group that is not there.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: يشير قبل الموضع {at} إلى مجموعة غير موجودة.</translation>
    </message>
    <message>
        <source>This is not a regular expression: at position {at} the name of a group is missing or wrong.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: اسم المجموعة عند الموضع {at} ناقص أو خطأ.</translation>
    </message>
    <message>
        <source>This is not a regular expression: there is a mistake near position {at}.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: فيه خطأ قرب الموضع {at}.</translation>
    </message>
    <message>
        <source>This is not a regular expression: it cannot be read.</source>
        <translation>هذا ليس تعبيرًا نمطيًا صحيحًا: لا يمكن قراءته.</translation>
    </message>
    <message>
        <source>Nothing is selected: select words, or put the caret on one.</source>
        <translation>لا شيء محدد: حدد كلمات، أو ضع المؤشر على كلمة.</translation>
    </message>
    <message>
        <source>There are no further quotes or brackets around it in this paragraph.</source>
        <translation>ليس حوله في هذه الفقرة علامات اقتباس أو أقواس أخرى.</translation>
    </message>
    <message>
        <source>It was not extended to quotes or brackets: there is no way back.</source>
        <translation>لم يُوسَّع إلى علامات اقتباس أو أقواس، فليس هناك ما يُرجع عنه.</translation>
    </message>
    <message>
        <source>You have finished this article as a test: it stays as it is. A lead can send it back to you.</source>
        <translation>أنجزت هذه المقالة اختبارًا: تبقى على حالها. يمكن لمشرف أن يُرجعها إليك.</translation>
    </message>
    <message>
        <source>“{author}” has finished “{article}” as a test: it stays as it is. Send it back to “{author}” first.</source>
        <translation>‏أنجز «⁨{author}⁩» المقالة «⁨{article}⁩» اختبارًا: تبقى على حالها. أرجعها إلى «⁨{author}⁩» أولًا.</translation>
    </message>
    <message>
        <source>Gold does not differ from itself: name an author.</source>
        <translation>لا تختلف الطبقة الذهبية عن نفسها: سمِّ مشاركًا.</translation>
    </message>
    <message>
        <source>“{author}” is a lead, who sees all gold: there is nothing to test.</source>
        <translation>‏«⁨{author}⁩» مشرف يرى الطبقة الذهبية كلها: لا معنى لاختباره.</translation>
    </message>
    <message>
        <source>No test of “{author}” is under way.</source>
        <translation>لا اختبار جاريًا لـ«⁨{author}⁩».</translation>
    </message>
    <message>
        <source>No article is left that can test “{author}”: a test takes articles that are ready and that its author has never had nor worked on. Settle others first, then give the test.</source>
        <translation>‏لم تبقَ مقالة تصلح لاختبار «⁨{author}⁩»: يحتاج الاختبار إلى مقالات جاهزة لم يعمل عليها ولم تُسند إليه. بُتَّ أولًا في مقالات أخرى، ثم أسند الاختبار.</translation>
    </message>
    <message>
        <source>“{author}” has “{article}” already, or has worked on it: that is no test.</source>
        <translation>‏«⁨{article}⁩» لدى «⁨{author}⁩» من قبل أو سبق أن عمل عليها: لا تصلح اختبارًا.</translation>
    </message>
    <message>
        <source>“{article}” is not ready: a test needs gold that is settled.</source>
        <translation>‏«⁨{article}⁩» غير جاهزة: يحتاج الاختبار إلى طبقة ذهبية بُتَّ فيها.</translation>
    </message>
    <message>
        <source>No single span of gold is exactly what is selected: click one, or go to one with Space.</source>
        <translation>ما حددته لا يطابق مقطعًا واحدًا بعينه في الطبقة الذهبية: انقر مقطعًا، أو انتقل إلى مقطع بمفتاح المسافة.</translation>
    </message>
    <message>
        <source>“{author}” has not finished “{article}”, and so has no answer there. Those who have: {known}.</source>
        <translation>لم ينجز «{author}» المقالة «{article}»، فليس له جواب فيها. ومن أنجزها: {known}.</translation>
    </message>
    <message>
        <source>The span from {start} to {end} shares no letter with its conflict, which runs from {first} to {last}. Give spans on the conflict, or choose none.</source>
        <translation>المقطع من {start} إلى {end} لا يشترك في أي حرف مع خلافه الممتد من {first} إلى {last}. أعطِ مقاطع على موضع الخلاف، أو اختر none.</translation>
    </message>
    <message>
        <source>A project has no relations; left out: {count}.</source>
        <translation>لا مكان للعلاقات في المشروع؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>A project has no events, only what triggers them; left out: {count}.</source>
        <translation>لا مكان للأحداث في المشروع، بل للألفاظ الدالة عليها وحدها؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>A project has no equivalences; left out: {count}.</source>
        <translation>لا مكان لعلاقات التكافؤ في المشروع؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>A project has no spans in pieces: each piece was taken as a span of its own; so split: {count}, the first of them {id}.</source>
        <translation>لا يضم المشروع مقاطع مجزأة: أُخذ كل جزء مقطعًا قائمًا بذاته؛ عدد ما جُزّئ هكذا: {count}، وأولها ⁨{id}⁩.</translation>
    </message>
    <message>
        <source>The attribute “{name}” has no place in a project; left out: {count}.</source>
        <translation>لا مكان للسمة «⁨{name}⁩» في المشروع؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>References to “{name}” have no place in a project; left out: {count}.</source>
        <translation>لا مكان في المشروع للإحالات إلى «⁨{name}⁩»؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>Comments “{name}” have no place in a project; left out: {count}.</source>
        <translation>لا مكان في المشروع لتعليقات «⁨{name}⁩»؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>Line {number}: {id} stands twice.</source>
        <translation>السطر {number}: ‏⁨{id}⁩ موجود مرتين.</translation>
    </message>
    <message>
        <source>More than {most} lines are no annotations of brat: is it another format?</source>
        <translation>أكثر من {most} سطر ليس مما يكتبه ⁨brat⁩: فهل الملف بصيغة أخرى؟</translation>
    </message>
    <message>
        <source>Line {number} is no annotation of brat.</source>
        <translation>السطر {number} ليس مما يكتبه ⁨brat⁩.</translation>
    </message>
    <message>
        <source>It has more than {most} lines. Cut the article into several articles.</source>
        <translation>فيه أكثر من {most} سطر. قسّم المقالة إلى مقالات.</translation>
    </message>
    <message>
        <source>{id} was taken without its value, which means nothing: {value}.</source>
        <translation>أُخذ ⁨{id}⁩ دون قيمته لأنها بلا معنى: ⁨{value}⁩.</translation>
    </message>
    <message>
        <source>Line {number}: {id} does not say what the text says there.</source>
        <translation>السطر {number}: ما في ⁨{id}⁩ لا يطابق النص في ذلك الموضع.</translation>
    </message>
    <message>
        <source>“{file}” has no annotations: import the “.ann” file beside it, or choose another format.</source>
        <translation>لا مقاطع في «⁨{file}⁩»: استورد ملف ⁨.ann⁩ الذي بجانبه، أو اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>There is no “{text}” beside “{file}”: put the text there, then import again.</source>
        <translation>لا يوجد «⁨{text}⁩» بجانب «⁨{file}⁩»: ضع النص هناك ثم استورد من جديد.</translation>
    </message>
    <message>
        <source>“{file}” is damaged. Put it right, or delete it to do without it, then import again.</source>
        <translation>‏«⁨{file}⁩» تالف. أصلحه، أو احذفه إن كنت في غنى عنه، ثم استورد من جديد.</translation>
    </message>
    <message>
        <source>The document has no “text”. Export it from labelbuddy together with its text.</source>
        <translation>لا حقل «⁨text⁩» في هذا المستند. صدّره من ⁨labelbuddy⁩ مع نصه.</translation>
    </message>
    <message>
        <source>The text is not the one that was annotated: its checksum “{key}” differs.</source>
        <translation>ليس النص هو الذي وُسم: بصمته «⁨{key}⁩» مختلفة.</translation>
    </message>
    <message>
        <source>“{key}” must be a list of [start, end, label].</source>
        <translation>يجب أن يكون «⁨{key}⁩» قائمة من ⁨[start, end, label]⁩.</translation>
    </message>
    <message>
        <source>The bytes from {start} to {end} are no stretch of the text of {last} bytes.</source>
        <translation>البايتات من {start} إلى {end} ليست جزءًا صحيحًا من النص، وطوله {last} بايت.</translation>
    </message>
    <message>
        <source>This format needs “{library}”. Install it with: pip install annotator[{extra}]</source>
        <translation>تحتاج هذه الصيغة إلى «⁨{library}⁩». ثبّتها بالأمر: ⁨pip install annotator[{extra}]⁩</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>The file is one JSON object over several lines, and no list of articles. Where it is an article, write it in one line.</source>
        <translation>الملف كائن JSON واحد على عدة أسطر، وليس قائمة مقالات. إن كان مقالة فاكتبه في سطر واحد.</translation>
    </message>
    <message>
        <source>The file breaks off here. Save or copy it again, whole.</source>
        <translation>ينقطع الملف هنا. احفظه أو انسخه كاملًا من جديد.</translation>
    </message>
    <message>
        <source>The list is not JSON from here on: there is “{found}”.</source>
        <translation>ليست القائمة بصيغة JSON من هنا فصاعدًا: فيها «⁨{found}⁩».</translation>
    </message>
    <message>
        <source>The file is in UTF-16. Save it as UTF-8, then import it.</source>
        <translation>الملف بترميز UTF-16. احفظه بترميز UTF-8 ثم استورده.</translation>
    </message>
    <message>
        <source>This release is from a newer Annotator. Update the program, then try again.</source>
        <translation>هذا الإصدار من نسخة أحدث من البرنامج. حدّث البرنامج ثم حاول من جديد.</translation>
    </message>
    <message>
        <source>“{file}” is not the manifest of a release: {why}</source>
        <translation>«{file}» ليس بيان إصدار: {why}</translation>
    </message>
    <message>
        <source>The manifest of this release would be too long to be read again. Nothing was written: release in fewer formats at a time.</source>
        <translation>سيكون بيان هذا الإصدار أطول من أن يُقرأ من جديد. لم يُكتب شيء: أصدر في صيغ أقل في كل مرة.</translation>
    </message>
    <message>
        <source>“{key}” must be a list of lists of names.</source>
        <translation>يجب أن يكون «⁨{key}⁩» قائمة من قوائم الأسماء.</translation>
    </message>
    <message>
        <source>“{key}” is no loss that a format can have.</source>
        <translation>«{key}» ليس فقدًا يمكن أن يكون لصيغة.</translation>
    </message>
    <message>
        <source>“{file}” is damaged in line {line}: {why}</source>
        <translation>«{file}» تالف في السطر {line}: {why}</translation>
    </message>
    <message>
        <source>“{key}” must be a list with a text for each span.</source>
        <translation>يجب أن يكون «{key}» قائمة فيها نص لكل مقطع.</translation>
    </message>
    <message>
        <source>One of its spans is no label with a start and an end.</source>
        <translation>أحد مقاطعها ليس وسمًا له بداية ونهاية.</translation>
    </message>
    <message>
        <source>“{told}” does not say how large the splits are. Write train, dev and test like 80/10/10, or train and test like 90/10.</source>
        <translation>«{told}» لا يبيّن حجم الأقسام. اكتب train وdev وtest مثل 80/10/10، أو train وtest مثل 90/10.</translation>
    </message>
    <message>
        <source>The splits {told} add up to {total} and not to 100. Write per cent that do, like 80/10/10, or weights like 8/1/1.</source>
        <translation>مجموع الأقسام ⁨{told}⁩ هو {total} وليس 100. اكتب نسبًا مئوية مجموعها 100 مثل 80/10/10، أو أوزانًا مثل 8/1/1.</translation>
    </message>
    <message>
        <source>The licence holds a NUL or half of a character.</source>
        <translation>في الترخيص محرف NUL أو نصف محرف.</translation>
    </message>
    <message>
        <source>“{name}” cannot name a release: it takes 1 to 100 letters in one line, without control characters and without a space around them.</source>
        <translation>لا يصلح «{name}» اسمًا لإصدار: الاسم من 1 إلى 100 حرف في سطر واحد، بلا محارف تحكم وبلا مسافة حوله.</translation>
    </message>
    <message>
        <source>What is to be kept together is no list of articles ({why}). Write their names with commas between them.</source>
        <translation>ما يجب أن يبقى معًا ليس قائمة مقالات ({why}). اكتب أسماءها وبينها فواصل.</translation>
    </message>
    <message>
        <source>It is packed too deep: unpack the archive first.</source>
        <translation>أرشيف داخل أرشيف داخل أرشيف: فُكَّ ضغط الأرشيف أولًا.</translation>
    </message>
    <message>
        <source>The archive has {count} files, and {most} are read at most.</source>
        <translation>في الأرشيف {count} ملف، ولا يُقرأ أكثر من {most}.</translation>
    </message>
    <message>
        <source>“{name}” is packed by {way}, and only Deflate is read. Unpack the archive, then import what was in it.</source>
        <translation>‏«⁨{name}⁩» مضغوط بطريقة {way}، ولا تُقرأ إلا طريقة Deflate. فك ضغط الأرشيف، ثم استورد ما فيه.</translation>
    </message>
    <message>
        <source>“{name}” was not read: in an archive, only files of UIMA CAS are. Unpack it, then import the folder that comes out.</source>
        <translation>‏«⁨{name}⁩» لم يُقرأ: لا تُقرأ في الأرشيف إلا ملفات UIMA CAS. فُكّ ضغط الأرشيف، ثم استورد المجلد الناتج.</translation>
    </message>
    <message>
        <source>“{name}” would lie outside of the archive: it is not read.</source>
        <translation>‏«⁨{name}⁩» يقع خارج الأرشيف: لا يُقرأ.</translation>
    </message>
    <message>
        <source>The archive is damaged or locked: {why}.</source>
        <translation>الأرشيف تالف أو مقفل: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>“{key}” must be a list.</source>
        <translation>يجب أن يكون «{key}» قائمة.</translation>
    </message>
    <message>
        <source>“{value}” stands where a whole number must.</source>
        <translation>‏«⁨{value}⁩» في موضع لا بد فيه من عدد صحيح.</translation>
    </message>
    <message>
        <source>The {layer} from {start} to {end} has no label.</source>
        <translation>المقطع في الطبقة ⁨{layer}⁩ من {start} إلى {end} بلا وسم.</translation>
    </message>
    <message>
        <source>{layer} has no place in a project; left out: {count}.</source>
        <translation>لا مكان للطبقة ⁨{layer}⁩ في مشروع؛ عدد ما تُرك منها: {count}.</translation>
    </message>
    <message>
        <source>Its view “{name}” is no part of the article and was left out.</source>
        <translation>العرض «⁨{name}⁩» ليس جزءًا من المقالة، وقد تُرك.</translation>
    </message>
    <message>
        <source>A span begins or ends inside a character, at {position} in UTF-16.</source>
        <translation>مقطع يبدأ أو ينتهي داخل محرف، عند الموضع {position} بعدّ UTF-16.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>لا نص فيه.</translation>
    </message>
    <message>
        <source>It is not XML: {why}.</source>
        <translation>ليس بصيغة XML: ⁨{why}⁩.</translation>
    </message>
    <message>
        <source>It is no XMI in UTF-8, or begins with a document type, which is not read.</source>
        <translation>ليس XMI بترميز UTF-8، أو يبدأ بتعريف لنوع المستند، وذلك لا يُقرأ.</translation>
    </message>
    <message>
        <source>Its elements are nested too deep.</source>
        <translation>عناصره متداخلة أعمق مما يُقرأ.</translation>
    </message>
    <message>
        <source>There is no token here.</source>
        <translation>لا كلمات هنا.</translation>
    </message>
    <message>
        <source>Line {line}: “{tag}” cannot stand here in {scheme}.</source>
        <translation>السطر {line}: لا يصح أن تقف «⁨{tag}⁩» هنا في ⁨{scheme}⁩.</translation>
    </message>
    <message>
        <source>Line {line}: “{tag}” cannot stand here in {scheme}: its span has no beginning, or no end. It was left out.</source>
        <translation>السطر {line}: لا يصح أن تقف «⁨{tag}⁩» هنا في ⁨{scheme}⁩: فمقطعها بلا بداية أو بلا نهاية. وقد تُركت.</translation>
    </message>
    <message>
        <source>The line is longer than {most} bytes: this is no file of tokens.</source>
        <translation>السطر أطول من {most} بايت: ليس هذا ملف كلمات.</translation>
    </message>
    <message>
        <source>The line is not UTF-8 at byte {position}. Save the file as UTF-8.</source>
        <translation>السطر ليس بترميز UTF-8 عند البايت {position}. احفظ الملف بترميز UTF-8.</translation>
    </message>
    <message>
        <source>The article that begins here has more than {most} tokens. Are the lines -DOCSTART- missing that begin each article? Put them in, then import again.</source>
        <translation>في المقالة التي تبدأ هنا أكثر من {most} وحدة. هل تنقص أسطر -DOCSTART- التي تبدأ بها كل مقالة؟ أضفها ثم استورد من جديد.</translation>
    </message>
    <message>
        <source>Columns in this line: {count}, but in the lines before it: {expected}.</source>
        <translation>عدد الأعمدة في هذا السطر: {count}، وفي السطور التي قبله: {expected}.</translation>
    </message>
    <message>
        <source>Columns in this line: {count}. Two to four are read: a token first, its tag last.</source>
        <translation>عدد الأعمدة في هذا السطر: {count}. يُقرأ من عمودين إلى أربعة: الكلمة أولًا وعلامتها أخيرًا.</translation>
    </message>
    <message>
        <source>“{tag}” is no tag. Tags are O, or B, I, L, U, E or S with a label, such as B-base.</source>
        <translation>‏«⁨{tag}⁩» ليست علامة. العلامات هي O، أو B أو I أو L أو U أو E أو S ومعها وسم، مثل B-base.</translation>
    </message>
    <message>
        <source>It is no task of Label Studio: it has no “data”.</source>
        <translation>ليست هذه مهمة من Label Studio: لا «⁨data⁩» فيها.</translation>
    </message>
    <message>
        <source>It is no task of a text: its data has no “{key}”. Say which key holds the text, if there is one.</source>
        <translation>ليست هذه مهمة نص: لا «⁨{key}⁩» في بياناتها. حدّد المفتاح الذي فيه النص، إن كان فيها نص.</translation>
    </message>
    <message>
        <source>“{key}” names no label.</source>
        <translation>‏«⁨{key}⁩» لا يسمّي أي وسم.</translation>
    </message>
    <message>
        <source>“{kind}” of Label Studio has no place in a project: {count} left out.</source>
        <translation>لا مكان في المشروع لما هو من نوع «⁨{kind}⁩» في Label Studio، فتُرك (العدد {count}).</translation>
    </message>
    <message>
        <source>Only accepted spans of Prodigy are taken: {count} with “{answer}” were left out.</source>
        <translation>لا يؤخذ من مقاطع Prodigy إلا المقبول: تُرك ما جوابه «⁨{answer}⁩» (العدد {count}).</translation>
    </message>
    <message>
        <source>There is a release “{name}” already, and it is frozen. Give this one another name.</source>
        <translation>هناك إصدار باسم «{name}» وهو مجمّد. أعطِ هذا الإصدار اسمًا آخر.</translation>
    </message>
    <message>
        <source>No article is ready, so there is nothing to release.</source>
        <translation>لا مقال جاهز، فليس هناك ما يُصدَر.</translation>
    </message>
    <message>
        <source>“{folder}” is no release: its “{file}” cannot be read ({why}).</source>
        <translation>«{folder}» ليس إصدارًا: لا يمكن أن يُقرأ فيه «{file}» ({why}).</translation>
    </message>
    <message>
        <source>“{file}” is no part of the release.</source>
        <translation>«{file}» ليس جزءًا من الإصدار.</translation>
    </message>
    <message>
        <source>“{file}” is missing.</source>
        <translation>«{file}» مفقود.</translation>
    </message>
    <message>
        <source>“{file}” is not as it was released.</source>
        <translation>«{file}» ليس كما صدر.</translation>
    </message>
    <message>
        <source>“{article}” is in several splits: {splits}.</source>
        <translation>«{article}» في أكثر من قسم: {splits}.</translation>
    </message>
    <message>
        <source>These were to be kept together and are in several splits ({splits}): {articles}.</source>
        <translation>كان ينبغي أن تبقى هذه معًا وهي في أقسام عدة ({splits}): {articles}.</translation>
    </message>
    <message>
        <source>“{file}” does not count the articles and spans that “{list}” has in {split}.</source>
        <translation>ما يعدّه «{file}» من مقالات ومقاطع في {split} لا يطابق ما في «{list}».</translation>
    </message>
    <message>
        <source>{format}: “{article}” stands there more than once.</source>
        <translation>{format}: المقالة «{article}» واردة فيه أكثر من مرة.</translation>
    </message>
    <message>
        <source>“{file}”: {why}</source>
        <translation>«⁨{file}⁩»: {why}</translation>
    </message>
    <message>
        <source>{format}: “{article}” has a text that was not released.</source>
        <translation>{format}: نص «{article}» ليس مما صدر.</translation>
    </message>
    <message>
        <source>{format}: “{article}” is in {found} and belongs to {split}.</source>
        <translation>{format}: «{article}» في {found}، ومكانه {split}.</translation>
    </message>
    <message>
        <source>{format}: in “{article}” the spans of {label} are not those that were released (missing: {missing}, new: {new}).</source>
        <translation>{format}: في «{article}» مقاطع {label} ليست التي أُصدرت (ناقصة: {missing}، جديدة: {new}).</translation>
    </message>
    <message>
        <source>{format}: in “{article}” spans of {label} do not say what was released: their value, note or doubt is another one ({count}).</source>
        <translation>{format}: في «{article}» مقاطع {label} لا تقول ما أُصدر: قيمتها أو ملاحظتها أو «غير مؤكد» فيها مختلف ({count}).</translation>
    </message>
    <message>
        <source>{format}: {split} is missing.</source>
        <translation>{format}: القسم {split} غير موجود.</translation>
    </message>
    <message>
        <source>{format}: “{article}” is missing from {split}.</source>
        <translation>{format}: «{article}» غير موجودة في {split}.</translation>
    </message>
    <message>
        <source>{format}: “{article}”: {why}</source>
        <translation>{format}: «{article}»: {why}</translation>
    </message>
    <message>
        <source>{format}: in “{article}” the {label} at {start} does not fit its text.</source>
        <translation>{format}: في «{article}» لا يوافق {label} عند {start} نصه.</translation>
    </message>
    <message>
        <source>“{article}” in {split} leaks into {other}: “{near}” tells the same story.</source>
        <translation>«{article}» في {split} يتسرّب إلى {other}: «{near}» يروي الخبر نفسه.</translation>
    </message>
    <message>
        <source>No column can be “{field}”. It can be one of: {known}.</source>
        <translation>لا يمكن أن يكون عمود «⁨{field}⁩». يمكن أن يكون واحدًا من: ⁨{known}⁩.</translation>
    </message>
    <message>
        <source>Its column “{column}” is empty.</source>
        <translation>عموده «⁨{column}⁩» فارغ.</translation>
    </message>
    <message>
        <source>Its “{column}” tells no full day, so that its day of publication is not taken from there: “{written}”. The article was taken, and keeps that among its other details.</source>
        <translation>لا يدل «⁨{column}⁩» فيها على يوم كامل، فلم يؤخذ منه يوم النشر: «⁨{written}⁩». أُخذت المقالة، ويبقى ذلك بين تفاصيلها الأخرى.</translation>
    </message>
    <message>
        <source>Two columns are called “{column}”. Rename one, then import it again.</source>
        <translation>عمودان اسمهما «⁨{column}⁩». غيّر اسم أحدهما ثم استورده من جديد.</translation>
    </message>
    <message>
        <source>The table has no column “{column}”. It has: {columns}.</source>
        <translation>ليس في الجدول عمود «⁨{column}⁩». أعمدته: ⁨{columns}⁩.</translation>
    </message>
    <message>
        <source>No column is known to hold the text. Say which one does (--column text=NAME) of these: {columns}.</source>
        <translation>لا يُعرف أي عمود فيه النص. حدّده (⁨--column text=NAME⁩) من بين هذه: ⁨{columns}⁩.</translation>
    </message>
    <message>
        <source>The column “{column}” holds what is no text, such as pictures: it was left out.</source>
        <translation>في العمود «⁨{column}⁩» ما ليس نصًا، كالصور: تُرك جانبًا.</translation>
    </message>
    <message>
        <source>The column “{column}” has lists that might unpack to more than the size of the file allows for: it was left out.</source>
        <translation>في العمود «⁨{column}⁩» قوائم قد يتجاوز حجمها بعد فك الضغط ما يسمح به حجم الملف: تُرك.</translation>
    </message>
    <message>
        <source>“{file}” is no whole Parquet file: {why}</source>
        <translation>‏«⁨{file}⁩» ليس ملف Parquet سليمًا: ⁨{why}⁩</translation>
    </message>
    <message>
        <source>“{key}” must be a number.</source>
        <translation>يجب أن يكون «⁨{key}⁩» عددًا.</translation>
    </message>
    <message>
        <source>The table is empty.</source>
        <translation>الجدول فارغ.</translation>
    </message>
    <message>
        <source>The row has {found} cells, and the table {most} columns. Put what has a separator in it between quotation marks.</source>
        <translation>في الصف من الخلايا {found}، وفي الجدول من الأعمدة {most}. ضع كل ما فيه فاصل بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>The quotation marks of the row that begins here do not match. Nothing was read from here on.</source>
        <translation>علامات الاقتباس في الصف الذي يبدأ هنا غير متطابقة. لم يُقرأ شيء من هنا فصاعدًا.</translation>
    </message>
    <message>
        <source>The row that begins here has more than {most} letters. Is a quotation mark missing? Nothing was read from here on.</source>
        <translation>في الصف الذي يبدأ هنا أكثر من {most} حرف. هل تنقص علامة اقتباس؟ لم يُقرأ شيء من هنا فصاعدًا.</translation>
    </message>
    <message>
        <source>The text is damaged {encoding} here. Save the file as UTF-8 again. Nothing was read from here on.</source>
        <translation>ترميز ⁨{encoding}⁩ في النص تالف هنا. احفظ الملف بترميز UTF-8 من جديد. لم يُقرأ شيء من هنا فصاعدًا.</translation>
    </message>
    <message>
        <source>The page has more than {most} megabytes.</source>
        <translation>حجم الصفحة أكثر من {most} ميغابايت.</translation>
    </message>
    <message>
        <source>There is no text of an article on the page. Copy it into a text file by hand.</source>
        <translation>ليس في الصفحة نص مقال. انسخه إلى ملف نصي بيدك.</translation>
    </message>
    <message>
        <source>The elements of the page are nested too deep.</source>
        <translation>عناصر الصفحة متداخلة أعمق مما يُقرأ.</translation>
    </message>
    <message>
        <source>What leads judged goes with gold alone. Release gold, or leave it out.</source>
        <translation>ما بتّ فيه المشرفون لا يُرفق إلا بالطبقة الذهبية. أصدر الطبقة الذهبية، أو اتركه.</translation>
    </message>
    <message>
        <source>“{folder}” holds a release of this project that the project does not know: the program was ended before it was frozen, or the project is an older copy. Move that folder away, then release again.</source>
        <translation>في «⁨{folder}⁩» إصدار من هذا المشروع لا يعرفه المشروع: أُنهي البرنامج قبل تجميده، أو المشروع نسخة أقدم. انقل ذلك المجلد إلى مكان آخر ثم أصدر من جديد.</translation>
    </message>
    <message>
        <source>Somebody else released meanwhile, and articles must stay in the splits that they got there. Nothing was written: release again.</source>
        <translation>أصدر غيرك مجموعة بيانات في أثناء ذلك، ويجب أن تبقى المقالات في الأجزاء التي وُضعت فيها. لم يُكتب شيء: أصدر من جديد.</translation>
    </message>
    <message>
        <source>There is no last label yet: press the key of a label first.</source>
        <translation>لا يوجد وسم أخير بعد: اضغط مفتاح أحد الوسوم أولًا.</translation>
    </message>
    <message>
        <source>Go to one of your own spans first: what reads like it is meant, with its label.</source>
        <translation>انتقل أولًا إلى أحد مقاطعك: المقصود ما يماثله في النص، بوسمه.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {most} MB, more than an article may be. Cut it into several articles.</source>
        <translation>حجم «{file}» أكبر من {most} ميغابايت، وهو أكثر مما تتسع له مقالة. قسّمه إلى مقالات.</translation>
    </message>
    <message>
        <source>“{article}” would take more than {most} MB in this format, and nobody could read it again. Export it cut into pieces, or choose another format.</source>
        <translation>ستبلغ «{article}» أكثر من {most} ميغابايت في هذه الصيغة، ولن يستطيع أحد قراءتها من جديد. صدّرها مقطّعة إلى أجزاء، أو اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>“{article}” would have more than {most} parts in this format, and nobody could read it again. Export it cut into pieces, or choose another format.</source>
        <translation>ستزيد أجزاء «{article}» على {most} في هذه الصيغة، ولن يستطيع أحد قراءتها من جديد. صدّرها مقطّعة إلى قطع، أو اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>“{article}” has {letters} letters, and an article may have {most} in this format. Export it cut into pieces, or choose another format.</source>
        <translation>في «{article}» {letters} حرف، وأقصى ما للمقالة في هذه الصيغة {most}. صدّرها مقطّعة إلى أجزاء، أو اختر صيغة أخرى.</translation>
    </message>
    <message>
        <source>It is larger than {most} MB, more than an article may be. Cut it into several articles.</source>
        <translation>حجمه أكبر من {most} ميغابايت، وهو أكثر مما تتسع له مقالة. قسّمه إلى مقالات.</translation>
    </message>
    <message>
        <source>It would unpack to {size} MB or more, far more than its size allows for: it is not read. If you trust it, unpack it with another program and import what comes out.</source>
        <translation>سيبلغ بعد فك الضغط {size} ميغابايت أو أكثر، وهذا أكثر بكثير مما يسمح به حجمه: لا يُقرأ. إن كنت تثق به ففك ضغطه ببرنامج آخر واستورد ما ينتج.</translation>
    </message>
    <message>
        <source>The text has {letters} letters; an article may have {most}. Cut it into several articles.</source>
        <translation>في النص {letters} حرف، وأقصى ما للمقالة {most}. قسّمه إلى مقالات.</translation>
    </message>
    <message>
        <source>It has more than {most} parts, more than can be read at once. If it is an article, cut it into several.</source>
        <translation>فيه أكثر من {most} جزء، وهو أكثر مما يُقرأ دفعة واحدة. إن كان مقالة فقسّمها إلى مقالات.</translation>
    </message>
    <message>
        <source>The article that begins here has more than {most} spans. Cut it into several articles.</source>
        <translation>في المقالة التي تبدأ هنا أكثر من {most} مقطع. قسّمها إلى مقالات.</translation>
    </message>
    <message>
        <source>To learn from gold, the program needs python-crfsuite. Install it with: pip install annotator[model]</source>
        <translation>ليتعلم البرنامج من الطبقة الذهبية يحتاج إلى python-crfsuite. ثبّته بالأمر: pip install annotator[model]</translation>
    </message>
    <message>
        <source>No article is ready, so there is no gold to hold suggestions against. Settle some first.</source>
        <translation>لا مقالة جاهزة، فلا طبقة ذهبية تُقاس عليها المقترحات. احسم بعضها أولًا.</translation>
    </message>
    <message>
        <source>There is no source “{name}”. The sources are: {known}.</source>
        <translation>لا مصدر باسم «{name}». المصادر هي: {known}.</translation>
    </message>
    <message>
        <source>What this pack tells of gold in “{article}” cannot be read; what you marked can. Return the pack, and ask for a new one.</source>
        <translation>لا يمكن أن يُقرأ ما تخبر به هذه الحزمة عن الطبقة الذهبية في «⁨{article}⁩»، أما ما علّمته فيُقرأ. أعد الحزمة واطلب حزمة جديدة.</translation>
    </message>
    <message>
        <source>“{author}” is a machine: nothing is suggested to it. Make a layer of suggestions with --to-layer.</source>
        <translation>“{author}” آلة، ولا يُقترح عليها شيء. اصنع طبقة من الاقتراحات بالخيار ‎--to-layer.</translation>
    </message>
    <message>
        <source>“{author}” is a person: suggestions become the layer of a machine alone. Name somebody new.</source>
        <translation>“{author}” شخص، ولا تصير الاقتراحات إلا طبقة لآلة. اختر اسمًا جديدًا.</translation>
    </message>
    <message>
        <source>No ready article has a span, so there is no gold to learn from. Settle some articles first.</source>
        <translation>ليس في أي مقالة جاهزة مقطع، فلا طبقة ذهبية يُتعلَّم منها. احسم بعض المقالات أولًا.</translation>
    </message>
    <message>
        <source>No finished layer has a span, so there is nothing to learn from.</source>
        <translation>ليس في أي طبقة منجزة مقطع، فلا شيء يُتعلَّم منه.</translation>
    </message>
    <message>
        <source>What was suggested to {author} on “{article}” cannot be read. It is made anew when {author} opens the article.</source>
        <translation>لا يمكن قراءة ما اقتُرح على {author} في “{article}”. يُعاد اقتراحه عندما يفتح {author} المقالة.</translation>
    </message>
    <message>
        <source>The model that suggests cannot be read. Train it anew: “annotator train PROJECT”.</source>
        <translation>لا يمكن قراءة النموذج الذي يقترح. درّبه من جديد: “annotator train PROJECT”.</translation>
    </message>
    <message>
        <source>A learning curve needs ready articles that tell two stories at least: from one it learns, on the other it is looked at. Settle more first.</source>
        <translation>يحتاج منحنى التعلّم إلى مقالات جاهزة عن خبرين على الأقل: يُتعلَّم من أحدهما ويُقاس على الآخر. احسم المزيد أولًا.</translation>
    </message>
    <message>
        <source>“tokens”, “token_starts” and “ner_tags” are not equally long.</source>
        <translation>أطوال «tokens» و«token_starts» و«ner_tags» غير متساوية.</translation>
    </message>
    <message>
        <source>The token “{token}” is not at {start} of its text.</source>
        <translation>الوحدة «⁨{token}⁩» ليست عند الموضع {start} من نصّها.</translation>
    </message>
    <message>
        <source>“{tag}” in “ner_tags” is no tag.</source>
        <translation>‏«⁨{tag}⁩» في «ner_tags» ليست علامة.</translation>
    </message>
    <message>
        <source>The tag “{tag}” at {start} cannot stand there in IOB2.</source>
        <translation>لا يصح أن تقف العلامة «⁨{tag}⁩» عند الموضع {start} في ⁨IOB2⁩.</translation>
    </message>
    <message>
        <source>“{key}” is not a list as it was written.</source>
        <translation>‏«⁨{key}⁩» ليس قائمة كما كُتب.</translation>
    </message>
    <message>
        <source>{format}: the words from line {line} of {split} on are those of no article that was released there.</source>
        <translation>{format}: الكلمات ابتداءً من السطر {line} من {split} ليست كلمات أي مقالة أُصدرت هناك.</translation>
    </message>
    <message>
        <source>{format}: in “{article}” the text is cut into other tokens or sentences than were released.</source>
        <translation>{format}: النص في «{article}» مقطّع إلى وحدات أو جمل غير التي أُصدرت.</translation>
    </message>
    <message>
        <source>{format}: in “{article}” the tags of {label} are not those of the spans that were released (missing: {missing}, new: {new}).</source>
        <translation>{format}: في «{article}» علامات {label} ليست علامات المقاطع التي أُصدرت (ناقصة: {missing}، جديدة: {new}).</translation>
    </message>
    <message>
        <source>No article is ready, so nothing was written. What they wait for is told by the Overview and by “annotator report”; articles that are not ready can be taken too (--all).</source>
        <translation>ليست أي مقالة جاهزة فلم يُكتب شيء. ما تنتظره المقالات تذكره النظرة العامة و«⁨annotator report⁩»؛ ويمكن أخذ المقالات غير الجاهزة أيضًا (⁨--all⁩).</translation>
    </message>
    <message>
        <source>No article is finished by {authors}, so nothing was written. Articles that are not finished can be taken too (--all).</source>
        <translation>لم يُنجز ⁨{authors}⁩ أي مقالة فلم يُكتب شيء. يمكن أخذ المقالات غير المنجزة أيضًا (⁨--all⁩).</translation>
    </message>
    <message>
        <source>It is no XMI in UTF-8, which is XML and begins with “&lt;”. If it is XMI, save it in UTF-8; if it is something else, import it without saying a format, under a name that does not end in “.xmi”.</source>
        <translation>ليس ملف XMI بترميز UTF-8، وهو XML يبدأ بـ«&lt;». إن كان XMI فاحفظه بترميز UTF-8، وإن كان غير ذلك فاستورده من دون ذكر صيغة، وباسم لا ينتهي بـ«⁨.xmi⁩».</translation>
    </message>
    <message>
        <source>It is no CAS in JSON, in UTF-8. If it is one, save it in UTF-8; if it is something else, import it without saying a format: then it is known by its content.</source>
        <translation>ليس ملف CAS بصيغة JSON وترميز UTF-8. إن كان كذلك فاحفظه بترميز UTF-8، وإن كان غير ذلك فاستورده من دون ذكر صيغة فتُعرف من محتواه.</translation>
    </message>
    <message>
        <source>“{file}” is no whole file of docs.</source>
        <translation>‏«⁨{file}⁩» ليس ملف مستندات سليمًا.</translation>
    </message>
    <message>
        <source>“{file}” has columns that are not written here.</source>
        <translation>في «⁨{file}⁩» أعمدة لا تُكتب هنا.</translation>
    </message>
    <message>
        <source>Words of which no tag tells whether they are in a span: {count}.</source>
        <translation>كلمات لا تبيّن أي علامة هل هي في مقطع: {count}.</translation>
    </message>
    <message>
        <source>A group of spans was not released: “{name}”.</source>
        <translation>مجموعة مقاطع لم تصدر: «⁨{name}⁩».</translation>
    </message>
</context>
</TS>
