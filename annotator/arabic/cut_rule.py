"""By what rule words are cut after their clitics, for those who get tokens: English and Arabic."""

from typing import Final

CUT_RULE: Final = (
    "A word is cut by its form alone, and every text alike: after a leading و or ف, then after ب, ك"
    " or ل, or after س before ي, ت, ن or أ, then after the article ال, as long as two letters, a"
    " number or foreign letters are left. So what is no clitic is cut off as well: واشنطن is و and"
    " اشنطن, بغداد is ب and غداد.",
    "تُقطَّع الكلمة بشكلها وحده، وبالطريقة نفسها في كل نص: بعد و أو ف في أولها، ثم بعد ب أو ك أو ل، أو"
    " بعد س قبل ي أو ت أو ن أو أ، ثم بعد ال التعريف، ما بقي حرفان أو رقم أو حروف أجنبية. لذا يُقطع"
    " أحيانًا ما ليس من اللواصق: واشنطن تصير و + اشنطن، وبغداد ب + غداد.",
)
