"""Where news are told to come from at the head of an article: towns and lands, agencies and papers.

The tables are folded.  They need not be complete: a place that is not here is one all the same if
an agency stands beside it.
"""

from annotator.arabic.folding import fold


def _folded(*tables: str) -> frozenset[str]:
    return frozenset(
        " ".join(fold(name).split())
        for table in tables
        for name in table.split("،")
        if name.strip()
    )


PLACES = _folded(
    # Syria, Lebanon, Palestine, Jordan
    "دمشق، حلب، حمص، حماة، اللاذقية، طرطوس، إدلب، الرقة، الحسكة، القامشلي، دير الزور، درعا، "
    "السويداء، القنيطرة، عين العرب، كوباني، منبج، عفرين، الباب، أعزاز، تدمر، البوكمال، "
    "الميادين، الشدادي، الطبقة، ريف دمشق، ريف حلب، بيروت، طرابلس، صيدا، صور، بعلبك، القدس، "
    "القدس المحتلة، رام الله، غزة، نابلس، الخليل، جنين، بيت لحم، رفح، خان يونس، الناصرة، "
    "تل أبيب، حيفا، عمان، إربد، الزرقاء، العقبة",
    # Iraq, Iran, Turkey
    "بغداد، أربيل، الموصل، البصرة، كركوك، السليمانية، دهوك، النجف، كربلاء، الأنبار، الرمادي، "
    "الفلوجة، تكريت، سنجار، طهران، مشهد، أصفهان، أنقرة، إسطنبول، غازي عنتاب، ديار بكر",
    # The Gulf and Yemen
    "الرياض، جدة، مكة، مكة المكرمة، المدينة المنورة، الدمام، أبو ظبي، أبوظبي، دبي، الشارقة، "
    "الدوحة، الكويت، المنامة، مسقط، صنعاء، عدن، تعز، الحديدة، مأرب",
    # Africa
    "القاهرة، الإسكندرية، السويس، الخرطوم، أم درمان، بورتسودان، طرابلس الغرب، بنغازي، "
    "مصراتة، سبها، تونس، صفاقس، الجزائر، وهران، الرباط، الدار البيضاء، مراكش، طنجة، نواكشوط، "
    "مقديشو، جيبوتي، أديس أبابا، نيروبي، أبوجا، باماكو، نيامي، نجامينا، بريتوريا",
    # The rest of the world
    "واشنطن، نيويورك، لندن، باريس، برلين، موسكو، بكين، بروكسل، جنيف، فيينا، روما، مدريد، "
    "لاهاي، أثينا، نيقوسيا، كييف، وارسو، ستوكهولم، أوسلو، كابول، كابل، إسلام آباد، نيودلهي، "
    "طوكيو، سيول، أوتاوا، كانبرا، الفاتيكان، ميونيخ، إسلام اباد، يريفان، باكو، تبليسي، "
    "دوشنبه، أستانا",
    "سوريا، سورية، لبنان، فلسطين، الأردن، العراق، إيران، تركيا، السعودية، الإمارات، قطر، "
    "البحرين، سلطنة عمان، اليمن، مصر، السودان، ليبيا، المغرب، موريتانيا، الصومال، "
    "الولايات المتحدة، بريطانيا، فرنسا، ألمانيا، روسيا، الصين، شمال سوريا، شمال شرق سوريا، "
    "إقليم كردستان",
    "Damascus، Aleppo، Homs، Hama، Latakia، Idlib، Raqqa، Hasakah، Qamishli، Deir ez-Zor، "
    "Daraa، Beirut، Tripoli، Jerusalem، Ramallah، Gaza، Tel Aviv، Amman، Baghdad، Erbil، "
    "Mosul، Basra، Tehran، Ankara، Istanbul، Riyadh، Jeddah، Abu Dhabi، Dubai، Doha، Kuwait، "
    "Manama، Muscat، Sanaa، Aden، Cairo، Khartoum، Benghazi، Tunis، Algiers، Rabat، "
    "Washington، New York، London، Paris، Berlin، Moscow، Beijing، Brussels، Geneva، Vienna، "
    "Rome، Syria، Lebanon، Iraq، Iran، Turkey",
)

SURE_AGENCIES = _folded(
    "سانا، رويترز، فرانس برس، أ ف ب، أ.ف.ب، أف ب، أسوشيتد برس، د ب أ، د.ب.أ، الأناضول، شينخوا، "
    "سبوتنيك، نوفوستي، إنترفاكس، أ ش أ، أ.ش.أ، إرنا، تسنيم، هاوار، نورث برس، رووداو، "
    "الوكالة الوطنية للإعلام، وكالة الأنباء السورية، وكالة الأنباء الألمانية، "
    "وكالة الأنباء العراقية، الجزيرة نت، العربية نت، سكاي نيوز، سكاي نيوز عربية، بي بي سي، "
    "بي بي سي عربي، سي إن إن، العربي الجديد، القدس العربي، عنب بلدي",
    "SANA، Reuters، AFP، dpa، DPA، Xinhua، TASS، Sputnik، KUNA، WAFA، IRNA، Tasnim، ANHA، "
    "North Press، Rudaw، Al Jazeera، Al Arabiya، Sky News، BBC، CNN، Agence France-Presse، "
    "Associated Press",
)
"""Agencies, papers and channels whose names are nothing else."""

OTHER_AGENCIES = _folded(
    "أ ب، أ.ب، تاس، واس، وام، قنا، كونا، بنا، العمانية، سبأ، سونا، وال، وات، واج، ومع، بترا، "
    "واع، وفا، صفا، معا، فارس، مهر، الوطنية، الجزيرة، العربية، الميادين، المنار، الحرة، الحدث، "
    "آر تي، الشرق الأوسط، الوطن، الأخبار، النهار، الحياة، الشرق",
    "AP، Anadolu، AA، RT، SPA، WAM، QNA، BNA، Petra، INA، NNA، MENA",
)
"""Those whose names are words as well."""

_IN_THEIR_PLACE = _folded(
    "وكالات، الوكالات، وكالة سانا، وكالة رويترز، وكالة الأناضول، وكالة فرانس برس، خاص، متابعات، "
    "متابعة",
    "Agencies",
)

AGENCIES = SURE_AGENCIES | OTHER_AGENCIES | _IN_THEIR_PLACE
"""Agencies, papers and channels, and what stands in their place."""
