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

AGENCIES = _folded(
    "سانا، رويترز، فرانس برس، أ ف ب، أ.ف.ب، أف ب، أسوشيتد برس، أ ب، أ.ب، د ب أ، د.ب.أ، "
    "الأناضول، شينخوا، تاس، سبوتنيك، نوفوستي، إنترفاكس، واس، وام، قنا، كونا، بنا، العمانية، "
    "سبأ، سونا، وال، وات، واج، ومع، أ ش أ، أ.ش.أ، بترا، واع، وفا، صفا، معا، إرنا، فارس، "
    "تسنيم، مهر، هاوار، نورث برس، رووداو، الوطنية، الوكالة الوطنية للإعلام، وكالات، "
    "الوكالات، وكالة سانا، وكالة رويترز، وكالة الأناضول، وكالة فرانس برس، "
    "وكالة الأنباء السورية، وكالة الأنباء الألمانية، وكالة الأنباء العراقية، خاص، متابعات، "
    "متابعة، الجزيرة، الجزيرة نت، العربية، العربية نت، الميادين، المنار، الحرة، الحدث، "
    "سكاي نيوز، سكاي نيوز عربية، بي بي سي، بي بي سي عربي، سي إن إن، آر تي، الشرق الأوسط، "
    "العربي الجديد، القدس العربي، عنب بلدي، الوطن، الأخبار، النهار، الحياة، الشرق",
    "SANA، Reuters، AFP، AP، dpa، DPA، Anadolu، AA، Xinhua، TASS، Sputnik، RT، SPA، WAM، "
    "QNA، KUNA، BNA، Petra، INA، WAFA، IRNA، Tasnim، ANHA، North Press، Rudaw، NNA، MENA، "
    "Al Jazeera، Al Arabiya، Sky News، BBC، CNN، Agencies، Agence France-Presse، "
    "Associated Press",
)
"""Agencies, papers and channels, and what stands in their place."""
