<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlikeBar</name>
    <message numerus="yes">
        <source>%n more like this</source>
        <translation>
            <numerusform>%n more like this</numerusform>
            <numerusform>%n more like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more like the last one</source>
        <translation>
            <numerusform>%n more like the last one</numerusform>
            <numerusform>%n more like the last one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message numerus="yes">
        <source>%n article(s) so far…</source>
        <translation>
            <numerusform>%n article so far…</numerusform>
            <numerusform>%n articles so far…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleListModel</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClashNews</name>
    <message numerus="yes">
        <source>%n thing(s) in the work that came back had been changed in two places: the Overview lists them under Progress.</source>
        <translation>
            <numerusform>%n thing in the work that came back had been changed in two places: the Overview lists it under Progress.</numerusform>
            <numerusform>%n things in the work that came back had been changed in two places: the Overview lists them under Progress.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClashSection</name>
    <message numerus="yes">
        <source>%n thing(s) were changed in two places before work came back in packs. Nothing is lost; look at each, and put right what has to be.</source>
        <translation>
            <numerusform>%n thing was changed in two places before work came back in packs. Nothing is lost; look at it, and put right what has to be.</numerusform>
            <numerusform>%n things were changed in two places before work came back in packs. Nothing is lost; look at each, and put right what has to be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message numerus="yes">
        <source>%n open conflict(s)</source>
        <translation>
            <numerusform>%n open conflict</numerusform>
            <numerusform>%n open conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatasetTexts</name>
    <message numerus="yes">
        <source>The format could not hold %n thing(s).</source>
        <translation>
            <numerusform>The format could not hold %n thing.</numerusform>
            <numerusform>The format could not hold %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be written.</source>
        <translation>
            <numerusform>%n article will be written.</numerusform>
            <numerusform>%n articles will be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They have %n span(s).</source>
        <translation>
            <numerusform>There is %n span.</numerusform>
            <numerusform>There are %n spans.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) are left out, as you asked.</source>
        <translation>
            <numerusform>%n span is left out, as you asked.</numerusform>
            <numerusform>%n spans are left out, as you asked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) with their borders</source>
        <translation>
            <numerusform>%n span with its borders</numerusform>
            <numerusform>%n spans with their borders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not ready are written too.</source>
        <translation>
            <numerusform>%n article that is not ready is written too.</numerusform>
            <numerusform>%n articles that are not ready are written too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not ready are left out.</source>
        <translation>
            <numerusform>%n article that is not ready is left out.</numerusform>
            <numerusform>%n articles that are not ready are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not finished are written too.</source>
        <translation>
            <numerusform>%n article that is not finished is written too.</numerusform>
            <numerusform>%n articles that are not finished are written too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) that are not finished are left out.</source>
        <translation>
            <numerusform>%n article that is not finished is left out.</numerusform>
            <numerusform>%n articles that are not finished are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without names, days and authors</source>
        <translation>
            <numerusform>%n piece without its name, day and author</numerusform>
            <numerusform>%n pieces without names, days and authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without notes, sources and so on</source>
        <translation>
            <numerusform>%n piece without its note, sources and so on</numerusform>
            <numerusform>%n pieces without notes, sources and so on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without reasons or guideline version</source>
        <translation>
            <numerusform>%n piece without its reason or guideline version</numerusform>
            <numerusform>%n pieces without reasons or guideline version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) without their own spacing</source>
        <translation>
            <numerusform>%n piece without its own spacing</numerusform>
            <numerusform>%n pieces without their own spacing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) widened to whole words</source>
        <translation>
            <numerusform>%n span widened to whole words</numerusform>
            <numerusform>%n spans widened to whole words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without the spaces at their ends</source>
        <translation>
            <numerusform>%n span without the spaces at its ends</numerusform>
            <numerusform>%n spans without the spaces at their ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) cut into pieces</source>
        <translation>
            <numerusform>%n span cut into pieces</numerusform>
            <numerusform>%n spans cut into pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) not written at all</source>
        <translation>
            <numerusform>%n span not written at all</numerusform>
            <numerusform>%n spans not written at all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without their values</source>
        <translation>
            <numerusform>%n span without its value</numerusform>
            <numerusform>%n spans without their values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without their notes</source>
        <translation>
            <numerusform>%n span without its note</numerusform>
            <numerusform>%n spans without their notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without “not sure”</source>
        <translation>
            <numerusform>%n span without “not sure”</numerusform>
            <numerusform>%n spans without “not sure”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without ids and how they were drawn</source>
        <translation>
            <numerusform>%n span without its id and how it was drawn</numerusform>
            <numerusform>%n spans without ids and how they were drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without when they were drawn</source>
        <translation>
            <numerusform>%n span without when it was drawn</numerusform>
            <numerusform>%n spans without when they were drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without names, days and authors</source>
        <translation>
            <numerusform>%n article without its name, day and author</numerusform>
            <numerusform>%n articles without names, days and authors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without notes, sources and so on</source>
        <translation>
            <numerusform>%n article without its note, sources and so on</numerusform>
            <numerusform>%n articles without notes, sources and so on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without reasons or guideline version</source>
        <translation>
            <numerusform>%n article without its reason or guideline version</numerusform>
            <numerusform>%n articles without reasons or guideline version</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without the time worked</source>
        <translation>
            <numerusform>%n article without the time worked</numerusform>
            <numerusform>%n articles without the time worked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without their texts</source>
        <translation>
            <numerusform>%n article without its text</numerusform>
            <numerusform>%n articles without their texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) without their own spacing</source>
        <translation>
            <numerusform>%n article without its own spacing</numerusform>
            <numerusform>%n articles without their own spacing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of articles tell the same story, and share a split.</source>
        <translation>
            <numerusform>%n pair of articles tells the same story, and shares a split.</numerusform>
            <numerusform>%n pairs of articles tell the same story, and each shares a split.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were left out.</source>
        <translation>
            <numerusform>%n article was left out.</numerusform>
            <numerusform>%n articles were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The formats could not hold %n thing(s).</source>
        <translation>
            <numerusform>The formats could not hold %n thing.</numerusform>
            <numerusform>The formats could not hold %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Drafting</name>
    <message numerus="yes">
        <source>%n mention(s) marked.</source>
        <translation>
            <numerusform>%n mention marked.</numerusform>
            <numerusform>%n mentions marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>%n span removed.</numerusform>
            <numerusform>%n spans removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryDetails</name>
    <message numerus="yes">
        <source>Mentioned in %n span(s)</source>
        <translation>
            <numerusform>Mentioned in %n span</numerusform>
            <numerusform>Mentioned in %n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryList</name>
    <message numerus="yes">
        <source>%n entry(ies)</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) so far: the others are still being read.</source>
        <translation>
            <numerusform>%n entry so far: the others are still being read.</numerusform>
            <numerusform>%n entries so far: the others are still being read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Finishing</name>
    <message numerus="yes">
        <source>%n suggestion(s) neither taken nor refused</source>
        <translation>
            <numerusform>%n suggestion neither taken nor refused</numerusform>
            <numerusform>%n suggestions neither taken nor refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, and %n other(s) have finished it. What you mark here is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict. In Review you see what they marked, and settle it.</source>
        <translation>
            <numerusform>“{title}” is not assigned to you, and %n other has finished it. What you mark here is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict. In Review you see what they marked, and settle it.</numerusform>
            <numerusform>“{title}” is not assigned to you, and %n others have finished it. What you mark here is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict. In Review you see what they marked, and settle it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these article(s) are not assigned to you, and others have finished them. What you mark there is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict.</source>
        <translation>
            <numerusform>%n of these articles is not assigned to you, and others have finished it. What you mark there is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict.</numerusform>
            <numerusform>%n of these articles are not assigned to you, and others have finished them. What you mark there is a layer of your own: gold waits until you finish it, and where it differs from theirs is an open conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, and %n other(s) have finished it: if you finish it, too, every span on which you differ from them becomes an open conflict.</source>
        <translation>
            <numerusform>“{title}” is not assigned to you, and %n other has finished it: if you finish it, too, every span on which you differ from them becomes an open conflict.</numerusform>
            <numerusform>“{title}” is not assigned to you, and %n others have finished it: if you finish it, too, every span on which you differ from them becomes an open conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{title}” is not assigned to you, you have marked nothing in it, and %n other(s) have finished it: if you finish it, every span of theirs becomes an open conflict.</source>
        <translation>
            <numerusform>“{title}” is not assigned to you, you have marked nothing in it, and %n other has finished it: if you finish it, every span of theirs becomes an open conflict.</numerusform>
            <numerusform>“{title}” is not assigned to you, you have marked nothing in it, and %n others have finished it: if you finish it, every span of theirs becomes an open conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) without a value: {labels}</source>
        <translation>
            <numerusform>%n span without a value: {labels}</numerusform>
            <numerusform>%n spans without a value: {labels}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) only proposed</source>
        <translation>
            <numerusform>%n value only proposed</numerusform>
            <numerusform>%n values only proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundPlaces</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidelinePanel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingPage</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingTexts</name>
    <message numerus="yes">
        <source>%n article(s) will be given to {author}.</source>
        <translation>
            <numerusform>%n article will be given to {author}.</numerusform>
            <numerusform>%n articles will be given to {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be taken from {author}.</source>
        <translation>
            <numerusform>%n article will be taken from {author}.</numerusform>
            <numerusform>%n articles will be taken from {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will go from {author} to {to}.</source>
        <translation>
            <numerusform>%n article will go from {author} to {to}.</numerusform>
            <numerusform>%n articles will go from {author} to {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be sent back to {author}.</source>
        <translation>
            <numerusform>%n article will be sent back to {author}.</numerusform>
            <numerusform>%n articles will be sent back to {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) will be given to {author} as a test.</source>
        <translation>
            <numerusform>%n article will be given to {author} as a test.</numerusform>
            <numerusform>%n articles will be given to {author} as a test.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: {author} has them already.</source>
        <translation>
            <numerusform>%n more selected: {author} has it already.</numerusform>
            <numerusform>%n more selected: {author} has them already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: not assigned to {author}.</source>
        <translation>
            <numerusform>%n more selected: not assigned to {author}.</numerusform>
            <numerusform>%n more selected: not assigned to {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: not assigned to {author}, or a test of {to}.</source>
        <translation>
            <numerusform>%n more selected: not assigned to {author}, or a test of {to}.</numerusform>
            <numerusform>%n more selected: not assigned to {author}, or a test of {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: {author} has neither finished them nor set them aside.</source>
        <translation>
            <numerusform>%n more selected: {author} has neither finished it nor set it aside.</numerusform>
            <numerusform>%n more selected: {author} has neither finished them nor set them aside.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more selected: they are not ready, or {author} has had to do with them.</source>
        <translation>
            <numerusform>%n more selected: it is not ready, or {author} has had to do with it.</numerusform>
            <numerusform>%n more selected: they are not ready, or {author} has had to do with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to {author}.</source>
        <translation>
            <numerusform>%n article given to {author}.</numerusform>
            <numerusform>%n articles given to {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) taken from {author}.</source>
        <translation>
            <numerusform>%n article taken from {author}.</numerusform>
            <numerusform>%n articles taken from {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) moved from {author} to {to}.</source>
        <translation>
            <numerusform>%n article moved from {author} to {to}.</numerusform>
            <numerusform>%n articles moved from {author} to {to}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) sent back to {author}.</source>
        <translation>
            <numerusform>%n article sent back to {author}.</numerusform>
            <numerusform>%n articles sent back to {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) given to {author} as a test.</source>
        <translation>
            <numerusform>%n article given to {author} as a test.</numerusform>
            <numerusform>%n articles given to {author} as a test.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) handed out.</source>
        <translation>
            <numerusform>%n article handed out.</numerusform>
            <numerusform>%n articles handed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) assigned to nobody will be handed out.</source>
        <translation>
            <numerusform>%n article assigned to nobody will be handed out.</numerusform>
            <numerusform>%n articles assigned to nobody will be handed out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Several authors will have %n article(s).</source>
        <translation>
            <numerusform>Several authors will have %n article.</numerusform>
            <numerusform>Several authors will have %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The test of {author} on %n article(s) has ended.</source>
        <translation>
            <numerusform>The test of {author} on %n article has ended.</numerusform>
            <numerusform>The test of {author} on %n articles has ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>The files have %n label(s) that the project lacks. What are they here?</source>
        <translation>
            <numerusform>The files have %n label that the project lacks. What is it here?</numerusform>
            <numerusform>The files have %n labels that the project lacks. What are they here?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more label(s) are not listed: their spans are refused by name.</source>
        <translation>
            <numerusform>%n more label is not listed: its spans are refused by name.</numerusform>
            <numerusform>%n more labels are not listed: their spans are refused by name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Whose spans: %n article(s) do not tell</source>
        <translation>
            <numerusform>&amp;Whose spans: %n article does not tell</numerusform>
            <numerusform>&amp;Whose spans: %n articles do not tell</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other table(s) have no column “{column}” and will be refused, so import them on their own: {files}.</source>
        <translation>
            <numerusform>Another table has no column “{column}” and will be refused, so import it on its own: {files}.</numerusform>
            <numerusform>%n other tables have no column “{column}” and will be refused, so import them on their own: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Choose what %n label(s) are here.</source>
        <translation>
            <numerusform>Choose what %n label is here.</numerusform>
            <numerusform>Choose what %n labels are here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) will be left out.</source>
        <translation>
            <numerusform>%n span will be left out.</numerusform>
            <numerusform>%n spans will be left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message numerus="yes">
        <source>%n article(s) looked through for suggestions.</source>
        <translation>
            <numerusform>One article looked through for suggestions.</numerusform>
            <numerusform>%n articles looked through for suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model has learned from %n article(s).</source>
        <translation>
            <numerusform>The model has learned from one article.</numerusform>
            <numerusform>The model has learned from %n articles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lots</name>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits for %n other(s)</source>
        <translation>
            <numerusform>waits for %n other</numerusform>
            <numerusform>waits for %n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message numerus="yes">
        <source>A span over %n paragraph(s) was marked; Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>A span over %n paragraph was marked; Ctrl+Z takes it back.</numerusform>
            <numerusform>A span over %n paragraphs was marked; Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A span of %n letter(s) was marked; Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>A span of %n letter was marked; Ctrl+Z takes it back.</numerusform>
            <numerusform>A span of %n letters was marked; Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionList</name>
    <message numerus="yes">
        <source>%n finished article(s) will be in progress again.</source>
        <translation>
            <numerusform>%n finished article will be in progress again.</numerusform>
            <numerusform>%n finished articles will be in progress again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mentions</name>
    <message numerus="yes">
        <source>%n mention(s) marked.</source>
        <translation>
            <numerusform>%n mention marked.</numerusform>
            <numerusform>%n mentions marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed.</source>
        <translation>
            <numerusform>%n span removed.</numerusform>
            <numerusform>%n spans removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) refused, not offered again.</source>
        <translation>
            <numerusform>%n mention refused, not offered again.</numerusform>
            <numerusform>%n mentions refused, not offered again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MinePage</name>
    <message numerus="yes">
        <source>%n settled article(s)</source>
        <translation>
            <numerusform>%n settled article</numerusform>
            <numerusform>%n settled articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingValues</name>
    <message numerus="yes">
        <source>%n confirmed date(s) read otherwise by this day; Shift+F2 leads to them.</source>
        <translation>
            <numerusform>%n confirmed date reads otherwise by this day; Shift+F2 leads to it.</numerusform>
            <numerusform>%n confirmed dates read otherwise by this day; Shift+F2 leads to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingChoice</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryWindow</name>
    <message numerus="yes">
        <source>%n span(s).</source>
        <translation>
            <numerusform>%n span.</numerusform>
            <numerusform>%n spans.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message numerus="yes">
        <source>Decided so %n time(s) before</source>
        <translation>
            <numerusform>Decided so once before</numerusform>
            <numerusform>Decided so %n times before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n open question</numerusform>
            <numerusform>%n open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>%n new answer</numerusform>
            <numerusform>%n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a value</source>
        <translation>
            <numerusform>%n without a value</numerusform>
            <numerusform>%n without a value</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Suggesting</name>
    <message numerus="yes">
        <source>%n suggestion(s) taken; Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>One suggestion taken; Ctrl+Z takes it back.</numerusform>
            <numerusform>%n suggestions taken; Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message numerus="yes">
        <source>%n suggestion(s) left</source>
        <translation>
            <numerusform>One suggestion left</numerusform>
            <numerusform>%n suggestions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the %n surest</source>
        <translation>
            <numerusform>Take the surest</numerusform>
            <numerusform>Take the %n surest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) added.</source>
        <translation>
            <numerusform>%n span added.</numerusform>
            <numerusform>%n spans added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were there already.</source>
        <translation>
            <numerusform>%n article was there already.</numerusform>
            <numerusform>%n articles were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) added.</source>
        <translation>
            <numerusform>%n entry added.</numerusform>
            <numerusform>%n entries added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) changed.</source>
        <translation>
            <numerusform>%n entry changed.</numerusform>
            <numerusform>%n entries changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were so already.</source>
        <translation>
            <numerusform>%n was so already.</numerusform>
            <numerusform>%n were so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) removed.</source>
        <translation>
            <numerusform>%n article removed.</numerusform>
            <numerusform>%n articles removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were refused.</source>
        <translation>
            <numerusform>%n thing was refused.</numerusform>
            <numerusform>%n things were refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were not taken as the files have them.</source>
        <translation>
            <numerusform>%n thing was not taken as the files have it.</numerusform>
            <numerusform>%n things were not taken as the files have them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were refused.</source>
        <translation>
            <numerusform>%n row was refused.</numerusform>
            <numerusform>%n rows were refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{file}” was written with %n entry(ies).</source>
        <translation>
            <numerusform>“{file}” was written with %n entry.</numerusform>
            <numerusform>“{file}” was written with %n entries.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) marked in {articles}.</source>
        <translation>
            <numerusform>%n mention marked in {articles}.</numerusform>
            <numerusform>%n mentions marked in {articles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) removed in {articles}.</source>
        <translation>
            <numerusform>%n span removed in {articles}.</numerusform>
            <numerusform>%n spans removed in {articles}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <comment>in so many of them</comment>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n article(s).</source>
        <translation>
            <numerusform>Taken back in %n article.</numerusform>
            <numerusform>Taken back in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again in %n article(s).</source>
        <translation>
            <numerusform>Done again in %n article.</numerusform>
            <numerusform>Done again in %n articles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) decided.</source>
        <translation>
            <numerusform>%n conflict decided.</numerusform>
            <numerusform>%n conflicts decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s) accepted.</source>
        <translation>
            <numerusform>%n layer accepted.</numerusform>
            <numerusform>%n layers accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) moved.</source>
        <translation>
            <numerusform>%n span moved.</numerusform>
            <numerusform>%n spans moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) were taken again.</source>
        <translation>
            <numerusform>%n decision was taken again.</numerusform>
            <numerusform>%n decisions were taken again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) were taken back.</source>
        <translation>
            <numerusform>%n decision was taken back.</numerusform>
            <numerusform>%n decisions were taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo the last import (%n article(s))</source>
        <translation>
            <numerusform>Undo the last import (%n article)</numerusform>
            <numerusform>Undo the last import (%n articles)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo the import (%n article(s))</source>
        <translation>
            <numerusform>Redo the import (%n article)</numerusform>
            <numerusform>Redo the import (%n articles)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sending back of %n article(s)</source>
        <translation>
            <numerusform>sending back of an article</numerusform>
            <numerusform>sending back of %n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepPage</name>
    <message numerus="yes">
        <source>%n with other borders</source>
        <translation>
            <numerusform>%n with other borders</numerusform>
            <numerusform>%n with other borders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bare</source>
        <translation>
            <numerusform>%n bare</numerusform>
            <numerusform>%n bare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were decided by a lead and are left out.</source>
        <translation>
            <numerusform>%n place was decided by a lead and is left out.</numerusform>
            <numerusform>%n places were decided by a lead and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) decided.</source>
        <translation>
            <numerusform>%n place decided.</numerusform>
            <numerusform>%n places decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left as they are: they have changed meanwhile.</source>
        <translation>
            <numerusform>%n place left as it is: it has changed meanwhile.</numerusform>
            <numerusform>%n places left as they are: they have changed meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s)</source>
        <translation>
            <numerusform>%n span</numerusform>
            <numerusform>%n spans</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrashDialog</name>
    <message numerus="yes">
        <source>Delete %n article(s) with all their layers for good? That cannot be undone, and nothing that was done in the project before can be.</source>
        <translation>
            <numerusform>Delete %n article with all its layers for good? That cannot be undone, and nothing that was done in the project before can be.</numerusform>
            <numerusform>Delete %n articles with all their layers for good? That cannot be undone, and nothing that was done in the project before can be.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workplace</name>
    <message numerus="yes">
        <source>Undo %n decision(s)</source>
        <translation>
            <numerusform>Undo %n decision</numerusform>
            <numerusform>Undo %n decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Redo %n decision(s)</source>
        <translation>
            <numerusform>Redo %n decision</numerusform>
            <numerusform>Redo %n decisions</numerusform>
        </translation>
    </message>
</context>
</TS>
