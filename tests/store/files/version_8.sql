PRAGMA application_id = 1097756532;
PRAGMA user_version = 8;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES (1, 'annotator', 'first', '2026-11-21 23:51:44.257553+00:00');
INSERT INTO "_sqlite_migrations" VALUES (2, 'annotator', 'second', '2026-11-22 01:58:12.092891+00:00');
INSERT INTO "_sqlite_migrations" VALUES (3, 'annotator', 'third', '2026-11-22 07:29:45.796339+00:00');
INSERT INTO "_sqlite_migrations" VALUES (4, 'annotator', 'fourth', '2026-11-29 06:23:24.887459+00:00');
INSERT INTO "_sqlite_migrations" VALUES (5, 'annotator', 'fifth', '2026-11-29 12:01:39.769784+00:00');
INSERT INTO "_sqlite_migrations" VALUES (6, 'annotator', 'sixth', '2026-11-29 19:05:02.858686+00:00');
INSERT INTO "_sqlite_migrations" VALUES (7, 'annotator', 'seventh', '2026-11-29 23:15:44.327121+00:00');
INSERT INTO "_sqlite_migrations" VALUES (8, 'annotator', 'eighth', '2026-11-30 02:01:39.138930+00:00');
CREATE TABLE authors (
    name TEXT PRIMARY KEY CHECK (trim(name) <> '' AND name <> 'gold'),
    role TEXT NOT NULL CHECK (role IN ('annotator', 'lead', 'machine')),
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
INSERT INTO "authors" VALUES ('huda', 'lead', 0);
INSERT INTO "authors" VALUES ('amal', 'annotator', 0);
INSERT INTO "authors" VALUES ('nasser', 'annotator', 1);
CREATE TABLE labels (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    position INTEGER NOT NULL UNIQUE,
    shown_en TEXT NOT NULL,
    shown_ar TEXT NOT NULL,
    colour TEXT NOT NULL CHECK (
        length(colour) = 7 AND colour GLOB '#*' AND substr(colour, 2) NOT GLOB '*[^0-9a-fA-F]*'
    ),
    key TEXT NOT NULL UNIQUE CHECK (length(key) = 1),
    value TEXT NOT NULL CHECK (value IN ('date', 'number', 'entry', 'text', 'none')),
    reader TEXT
) STRICT;
INSERT INTO "labels" VALUES ('base', 0, 'base', 'قاعدة', '#1565c0', '1', 'entry', 'base');
INSERT INTO "labels" VALUES ('date', 1, 'date', 'تاريخ', '#2e7d32', '2', 'date', 'date');
INSERT INTO "labels" VALUES ('actor', 2, 'actor', 'جهة', '#c62828', '3', 'entry', 'actor');
INSERT INTO "labels" VALUES ('figure', 3, 'figure', 'رقم', '#b26a00', '4', 'number', 'figure');
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    title TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    published TEXT CHECK (published IS date(published, '+0 days')),
    text TEXT NOT NULL CHECK (text <> ''),
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    direction TEXT NOT NULL CHECK (direction IN ('rtl', 'ltr', 'auto')),
    meta TEXT NOT NULL CHECK (json_type(meta) = 'object'),
    note TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;
INSERT INTO "articles" VALUES (1, 'a1', 'one.txt', 'رتل يغادر «قسرك» 🔴', 'RT', 'https://example.org/1', '2026-02-23', '2026-02-23 - رتل يغادر «قسرك» 🔴
قالت RT إن 99% من الجنود خرجوا أمس', '93a7379dbb0bd62ae4b40148a9540b208a764cce158bdd8b3ded001e3aa73e17', 'rtl', '{"n": 1}', 'أول', '2026-11-21T23:51:44.268Z');
INSERT INTO "articles" VALUES (2, 'a2', 'two.txt', 'قاعدةٌ في الحسكة أُخليت', NULL, NULL, NULL, 'قاعدةٌ في الحسكة أُخليت', 'e112b3d607109217e5797a2d337c321c03dd9e8c8d4046453a7effcfac164341', 'auto', '{}', '', '2026-11-21T23:51:44.269Z');
CREATE TABLE sources (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    published TEXT CHECK (published IS date(published, '+0 days')),
    meta TEXT NOT NULL CHECK (json_type(meta) = 'object')
) STRICT;
INSERT INTO "sources" VALUES ('a1', 'copy.txt', 'بعيد', NULL, NULL, '{"m": [1]}');
CREATE TABLE layers (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    revision INTEGER NOT NULL CHECK (revision > 0),
    status TEXT NOT NULL CHECK (status IN ('new', 'in progress', 'finished', 'set aside')),
    reason TEXT NOT NULL,
    guideline TEXT NOT NULL,
    seconds REAL NOT NULL CHECK (seconds >= 0),
    UNIQUE (article_id, author)
) STRICT;
INSERT INTO "layers" VALUES (1, 'a1', 'amal', 1, 'finished', '', '1', 12.5);
INSERT INTO "layers" VALUES (2, 'a2', 'nasser', 1, 'finished', '', '', 0.0);
INSERT INTO "layers" VALUES (3, 'a2', 'huda', 3, 'in progress', '', '', 0.0);
INSERT INTO "layers" VALUES (4, 'a2', 'amal', 1, 'set aside', 'نسخة', '', 0.0);
CREATE TABLE spans (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    layer INTEGER NOT NULL REFERENCES layers (number) ON DELETE CASCADE,
    label TEXT NOT NULL REFERENCES labels (name),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
    value TEXT NOT NULL CHECK (json_type(value) = 'object'),
    proposed INTEGER NOT NULL CHECK (proposed IN (0, 1)),
    note TEXT NOT NULL,
    unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
    origin TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (layer, start, "end", label)
) STRICT;
INSERT INTO "spans" VALUES (1, 's1', 1, 'base', 24, 28, 'قسرك', '{"entry": "e1", "name": "قسرك"}', 0, 'هنا', 1, 'import', '2026-11-21T23:51:44.269Z', '2026-11-21T23:51:44.269Z');
INSERT INTO "spans" VALUES (2, 's2', 1, 'figure', 43, 46, '99%', '{"value": 99, "unit": "%"}', 1, '', 0, 'import', '2026-11-21T23:51:44.269Z', '2026-11-21T23:51:44.269Z');
INSERT INTO "spans" VALUES (3, 'a8aaa45a496a494686c023b2c14c39c0', 3, 'actor', 10, 16, 'الحسكة', '{}', 0, '', 0, 'manual', '2026-11-21T23:51:44.277Z', '2026-11-21T23:51:44.277Z');
CREATE TABLE entries (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    label TEXT NOT NULL REFERENCES labels (name),
    name TEXT NOT NULL CHECK (name <> ''),
    aliases TEXT NOT NULL CHECK (json_type(aliases) = 'array'),
    note TEXT NOT NULL,
    merged_into TEXT REFERENCES entries (id)
) STRICT;
INSERT INTO "entries" VALUES ('e1', 'base', 'قسرك', '[]', '', NULL);
CREATE TABLE history (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    act_group TEXT NOT NULL,
    author TEXT REFERENCES authors (name) ON UPDATE CASCADE,
    article_id TEXT,
    act TEXT NOT NULL,
    done TEXT NOT NULL CHECK (json_valid(done)),
    inverse TEXT NOT NULL CHECK (json_valid(inverse)),
    at TEXT NOT NULL,
    undoes INTEGER REFERENCES history (sequence)
, is_decision INTEGER NOT NULL DEFAULT 0
    CHECK (is_decision IN (0, 1))) STRICT;
INSERT INTO "history" VALUES (1, 'db3a1eb7599d43be8822c5465e4f7c89', NULL, NULL, 'import', '{"put": {"articles": ["a1", "a2"], "layers": [["a1", "amal"], ["a2", "nasser"]], "spans": []}}', '{"remove": {"articles": ["a1", "a2"], "layers": [["a1", "amal"], ["a2", "nasser"]], "spans": []}}', '2026-11-21T23:51:44.270Z', NULL, 0);
INSERT INTO "history" VALUES (2, '55cd4a4d508e4653a78296f6f668f3a2', 'huda', 'a2', 'mark', '{"spans": [{"id": "a8aaa45a496a494686c023b2c14c39c0", "label": "actor", "start": 10, "end": 16, "quote": "الحسكة", "value": {}, "proposed": false, "note": "", "unsure": false, "origin": "manual", "created_at": "2026-11-21T23:51:44.277Z", "changed_at": "2026-11-21T23:51:44.277Z"}], "status": "in progress", "reason": ""}', '{"spans": [], "status": "new", "reason": ""}', '2026-11-21T23:51:44.277Z', NULL, 0);
INSERT INTO "history" VALUES (3, '5e3a13e59944421baa069d99e3dccbe6', 'huda', 'a2', 'mark', '{"spans": [], "status": "new", "reason": ""}', '{"spans": [{"id": "a8aaa45a496a494686c023b2c14c39c0", "label": "actor", "start": 10, "end": 16, "quote": "الحسكة", "value": {}, "proposed": false, "note": "", "unsure": false, "origin": "manual", "created_at": "2026-11-21T23:51:44.277Z", "changed_at": "2026-11-21T23:51:44.277Z"}], "status": "in progress", "reason": ""}', '2026-11-21T23:51:44.279Z', 2, 0);
INSERT INTO "history" VALUES (4, '533f72fc403c46acb4d384375830f9f5', 'huda', 'a2', 'mark', '{"spans": [{"id": "a8aaa45a496a494686c023b2c14c39c0", "label": "actor", "start": 10, "end": 16, "quote": "الحسكة", "value": {}, "proposed": false, "note": "", "unsure": false, "origin": "manual", "created_at": "2026-11-21T23:51:44.277Z", "changed_at": "2026-11-21T23:51:44.277Z"}], "status": "in progress", "reason": ""}', '{"spans": [], "status": "new", "reason": ""}', '2026-11-21T23:51:44.280Z', 3, 0);
INSERT INTO "history" VALUES (5, '234a6a232f914b73bc81df12c3ea1fb2', 'amal', 'a2', 'set aside', '{"spans": [], "status": "set aside", "reason": "نسخة"}', '{"spans": [], "status": "new", "reason": ""}', '2026-11-21T23:51:44.280Z', NULL, 0);
INSERT INTO "history" VALUES (6, '01a2022939497043b32ec87b70d2d885', 'huda', NULL, 'decide', '{"rows": [["decision", "01a20229394875739e21bb931585a7d7", {"stands": 1}]]}', '{"rows": [["decision", "01a20229394875739e21bb931585a7d7", {"stands": 0}]]}', '2026-11-22T07:29:45.801Z', NULL, 1);
INSERT INTO "history" VALUES (7, '01a20229395077ffba9fa1ea38b0de83', 'huda', NULL, 'assign', '{"rows": [["assignment", "[\"a1\", \"amal\"]", {"assigned_by": "huda", "at": "2026-11-22T07:29:45.807Z", "comment": ""}]]}', '{"rows": [["assignment", "[\"a1\", \"amal\"]", null]]}', '2026-11-22T07:29:45.808Z', NULL, 0);
INSERT INTO "history" VALUES (8, '01a2022939567ba78c4880eb63f365fb', 'huda', NULL, 'decide all', '{"rows": [["decision", "01a202293956792ba5cefbdc02280f2d", {"stands": 1}], ["decision", "01a202293956742fbe72488cfe496500", {"stands": 1}]]}', '{"rows": [["decision", "01a202293956792ba5cefbdc02280f2d", {"stands": 0}], ["decision", "01a202293956742fbe72488cfe496500", {"stands": 0}]]}', '2026-11-22T07:29:45.814Z', NULL, 1);
CREATE TABLE folded (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL
, ends TEXT
    GENERATED ALWAYS AS (substr(title, -2) || char(10) || substr(text, -2)) VIRTUAL) STRICT;
INSERT INTO "folded" VALUES (1, 'رتل يغادر «قسرك» 🔴', '2026-02-23 - رتل يغادر «قسرك» 🔴
قالت rt ان 99% من الجنود خرجوا امس');
INSERT INTO "folded" VALUES (2, 'قاعده في الحسكه اخليت', 'قاعده في الحسكه اخليت');
CREATE VIRTUAL TABLE folded_trigrams USING fts5 (
    title, text, content = 'folded', content_rowid = 'number',
    tokenize = 'trigram', detail = none
);
CREATE TABLE properties (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT;
INSERT INTO "properties" VALUES ('guidelines', 'نص');
INSERT INTO "properties" VALUES ('project', '492246bcc6a60a58f4146fa0abe3013d');
INSERT INTO "properties" VALUES ('letters', '30ee35dff2df2ebeb36d30d43e8dedd4');
CREATE TABLE refusals (
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    label TEXT NOT NULL REFERENCES labels (name),
    quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
    at TEXT NOT NULL,
    PRIMARY KEY (author, article_id, start, "end", label)
) STRICT;
INSERT INTO "refusals" VALUES ('amal', 'a1', 0, 3, 'actor', '202', '2026-11-22T02:00:00.000Z');
CREATE TABLE questions (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    start INTEGER CHECK (start >= 0),
    "end" INTEGER CHECK ("end" > start),
    quote TEXT NOT NULL,
    question TEXT NOT NULL CHECK (trim(question) <> ''),
    asked_at TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    answered_by TEXT REFERENCES authors (name) ON UPDATE CASCADE,
    answered_at TEXT,
    seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
    CHECK ((start IS NULL) = ("end" IS NULL)),
    CHECK (quote = '' OR length(quote) = "end" - start),
    CHECK ((answer = '') = (answered_by IS NULL) AND (answer = '') = (answered_at IS NULL))
) STRICT;
INSERT INTO "questions" VALUES ('q1', 'a1', 'amal', 0, 3, '202', 'هل هذا؟', '2026-11-22T02:00:00.000Z', 'نعم', 'huda', '2026-11-22T03:00:00.000Z', 1);
CREATE TABLE trash (
    article_id TEXT PRIMARY KEY CHECK (article_id <> ''),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    removed_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    removed_at TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_type(content) = 'object')
) STRICT;
INSERT INTO "trash" VALUES ('t1', 'gone.txt', 'ذهب', 'huda', '2026-11-22T02:00:00.000Z', '{}');
CREATE VIRTUAL TABLE folded_terms USING fts5vocab (folded_trigrams, row);
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (id <> ''),
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    choice TEXT NOT NULL CHECK (choice IN ('option', 'majority', 'all', 'widest', 'narrowest',
                                           'none', 'spans', 'single', 'set-aside')),
    lead TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" >= start),
    layer_author TEXT REFERENCES authors (name) ON UPDATE CASCADE,
    layer_revision INTEGER,
    reason TEXT NOT NULL,
    gap INTEGER NOT NULL CHECK (gap IN (0, 1)),
    at TEXT NOT NULL,
    stands INTEGER NOT NULL DEFAULT 0 CHECK (stands IN (0, 1)),
    CHECK ((layer_author IS NULL) = (layer_revision IS NULL)),
    CHECK ((choice IN ('single', 'set-aside')) = (layer_author IS NOT NULL)),
    CHECK ((start = "end") = (layer_author IS NOT NULL))
) STRICT;
INSERT INTO "decisions" VALUES (1, '01a20229394875739e21bb931585a7d7', 'a1', 'spans', 'huda', 0, 3, NULL, NULL, 'لأن', 0, '2026-11-22T07:29:45.800Z', 1);
INSERT INTO "decisions" VALUES (2, '01a202293956792ba5cefbdc02280f2d', 'a1', 'single', 'huda', 0, 0, 'amal', 1, '', 0, '2026-11-22T07:29:45.814Z', 1);
INSERT INTO "decisions" VALUES (3, '01a202293956742fbe72488cfe496500', 'a2', 'single', 'huda', 0, 0, 'nasser', 1, '', 0, '2026-11-22T07:29:45.814Z', 1);
CREATE TABLE decision_spans (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    decision INTEGER NOT NULL REFERENCES decisions (number) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('judged', 'put', 'seen')),
    author TEXT REFERENCES authors (name) ON UPDATE CASCADE,
    span_id TEXT NOT NULL CHECK (span_id <> ''),
    label TEXT NOT NULL REFERENCES labels (name),
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" > start),
    quote TEXT NOT NULL CHECK (length(quote) = "end" - start),
    value TEXT NOT NULL CHECK (json_type(value) = 'object'),
    proposed INTEGER NOT NULL CHECK (proposed IN (0, 1)),
    note TEXT NOT NULL,
    unsure INTEGER NOT NULL CHECK (unsure IN (0, 1)),
    origin TEXT NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK ((author IS NULL) = (part = 'put'))
) STRICT;
INSERT INTO "decision_spans" VALUES ('01a2022939497e6eafd0f673ad585780', 1, 'put', NULL, '01a2022939487c2ab45de84e93f8f7b7', 'actor', 0, 3, '202', '{}', 0, '', 0, 'decision', '2026-11-22T07:29:45.800Z', '2026-11-22T07:29:45.800Z');
CREATE TABLE assignments (
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    assigned_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (article_id, author)
) STRICT;
INSERT INTO "assignments" VALUES ('a1', 'amal', 'huda', '2026-11-22T07:29:45.807Z', '');
CREATE TABLE bases (
    pack TEXT NOT NULL CHECK (pack <> ''),
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    layer TEXT NOT NULL CHECK (json_type(layer) = 'object'),
    acts TEXT NOT NULL CHECK (json_type(acts) = 'array'),
    PRIMARY KEY (pack, article_id)
) STRICT;
INSERT INTO "bases" VALUES ('p1', 'a1', 'amal', '{}', '[]');
CREATE TABLE clashes (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    article_id TEXT CHECK (article_id <> ''),
    author TEXT REFERENCES authors (name) ON UPDATE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('span', 'place', 'status', 'details', 'name')),
    what TEXT NOT NULL,
    versions TEXT NOT NULL CHECK (json_type(versions) = 'array'),
    CHECK ((article_id IS NULL) = (kind = 'name')),
    CHECK ((author IS NULL) = (kind IN ('details', 'name')))
) STRICT;
INSERT INTO "clashes" VALUES ('c1', NULL, NULL, 'name', 'قسرك', '[]');
CREATE TABLE qualifications (
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    given_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    PRIMARY KEY (article_id, author)
) STRICT;
INSERT INTO "qualifications" VALUES ('a1', 'nasser', 'huda', '2026-11-29T06:00:00.000Z', 1);
CREATE TABLE heard (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    word TEXT NOT NULL CHECK (word IN ('test', 'tested', 'sent back', 'comment')),
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, author, word, text)
) STRICT;
INSERT INTO "heard" VALUES ('a2', 'amal', 'sent back', 'انظر');
CREATE TABLE releases (
    name TEXT PRIMARY KEY CHECK (trim(name) <> ''),
    lead TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    manifest TEXT NOT NULL CHECK (json_type(manifest) = 'object')
) STRICT;
INSERT INTO "releases" VALUES ('v1', 'huda', '2026-02-25T10:00:00.000Z', '{"annotator_release": 1, "name": "v1", "files": []}');
CREATE TABLE released (
    release TEXT NOT NULL REFERENCES releases (name) ON DELETE CASCADE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    split TEXT NOT NULL CHECK (split <> ''),
    PRIMARY KEY (release, sha256)
) STRICT;
INSERT INTO "released" VALUES ('v1', '93a7379dbb0bd62ae4b40148a9540b208a764cce158bdd8b3ded001e3aa73e17', 'train');
CREATE TABLE samples (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    lead TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    seed INTEGER NOT NULL,
    population INTEGER NOT NULL CHECK (population >= checked),
    drawn INTEGER NOT NULL CHECK (drawn >= checked),
    checked INTEGER NOT NULL CHECK (checked > 0),
    wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND checked)
) STRICT;
INSERT INTO "samples" VALUES ('p1', 'huda', '2026-02-26T10:00:00.000Z', 7, 26, 26, 25, 1);
CREATE TABLE feedback (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    told TEXT NOT NULL CHECK (json_type(told) = 'object'),
    PRIMARY KEY (article_id, author)
) STRICT;
INSERT INTO "feedback" VALUES ('a1', 'amal', '{"at": "2026-02-26T10:00:00.000Z", "is_test": false, "matches": {}, "differences": []}');
CREATE TABLE suggested (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE ON DELETE CASCADE,
    suggestions TEXT NOT NULL CHECK (json_type(suggestions) = 'array'),
    known TEXT NOT NULL,
    doubt REAL NOT NULL CHECK (doubt BETWEEN 0 AND 1),
    new_names INTEGER NOT NULL CHECK (new_names >= 0),
    shown TEXT,
    PRIMARY KEY (article_id, author)
) STRICT;
INSERT INTO "suggested" VALUES ('a1', 'amal', '[{"label": "base", "start": 11, "end": 15, "confidence": 0.9, "sources": ["rules"], "value": {}}]', 'k', 0.1, 1, '2026-11-30T02:00:00+00:00');
CREATE TABLE models (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    at TEXT NOT NULL,
    learned_from TEXT NOT NULL CHECK (learned_from IN ('gold', 'finished layers')),
    texts TEXT NOT NULL CHECK (json_type(texts) = 'array'),
    told TEXT NOT NULL CHECK (json_type(told) = 'object')
) STRICT;
INSERT INTO "models" VALUES ('m1', '2026-11-30T02:00:00+00:00', 'gold', '[]', '{}');
CREATE TABLE model_fields (
    model TEXT NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    label TEXT NOT NULL CHECK (label <> ''),
    field BLOB NOT NULL,
    PRIMARY KEY (model, label)
) STRICT;
INSERT INTO "model_fields" VALUES ('m1', 'base', X'00FF');
INSERT INTO folded_trigrams (folded_trigrams) VALUES ('rebuild');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TRIGGER article_text_never_changes BEFORE UPDATE OF id, text, sha256 ON articles
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;
CREATE UNIQUE INDEX sources_once ON sources
    (article_id, name, ifnull(outlet, ''), ifnull(url, ''), ifnull(published, ''), meta);
CREATE INDEX layers_by_author ON layers (author, status);
CREATE INDEX spans_by_label ON spans (label);
CREATE VIEW spans_in_full AS
    SELECT spans.id, articles.name AS article, layers.author, spans.label, spans.start,
           spans."end", spans.quote, spans.value, spans.note, spans.unsure, spans.origin,
           spans.created_at, spans.changed_at
    FROM spans JOIN layers ON layers.number = spans.layer
               JOIN articles ON articles.id = layers.article_id;
CREATE INDEX history_stacks ON history (article_id, author);
CREATE INDEX history_groups ON history (act_group);
CREATE TRIGGER history_rows_stay BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_rows_never_change
BEFORE UPDATE OF sequence, act_group, article_id, act, done, inverse, at, undoes ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER folded_removed AFTER DELETE ON folded BEGIN
    INSERT INTO folded_trigrams (folded_trigrams, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
CREATE INDEX refusals_by_article ON refusals (article_id);
CREATE INDEX refusals_by_label ON refusals (label);
CREATE INDEX questions_by_article ON questions (article_id, author);
CREATE INDEX spans_by_entry ON spans (json_extract(value, '$.entry'))
    WHERE json_extract(value, '$.entry') IS NOT NULL;
CREATE INDEX spans_noted ON spans (layer) WHERE note <> '';
CREATE INDEX spans_unsure ON spans (layer) WHERE unsure = 1;
CREATE INDEX articles_listed ON articles (number, id, outlet, published, note);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX folded_by_title ON folded (title);
CREATE INDEX folded_by_ends ON folded (ends);
CREATE INDEX decisions_standing ON decisions (article_id) WHERE stands = 1;
CREATE INDEX decision_spans_by_decision ON decision_spans (decision);
CREATE INDEX decision_spans_by_label ON decision_spans (label);
CREATE INDEX decision_spans_by_entry ON decision_spans (json_extract(value, '$.entry'))
    WHERE json_extract(value, '$.entry') IS NOT NULL;
CREATE INDEX assignments_by_author ON assignments (author, article_id);
CREATE INDEX bases_by_layer ON bases (article_id, author);
CREATE TRIGGER history_rows_stay_what_they_are BEFORE UPDATE OF is_decision ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX history_off_articles ON history (is_decision, sequence) WHERE article_id IS NULL;
CREATE INDEX qualifications_by_author ON qualifications (author, article_id);
CREATE TRIGGER releases_never_change BEFORE UPDATE OF name, at, manifest ON releases
BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END;
CREATE TRIGGER released_never_changes BEFORE UPDATE ON released
BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END;
CREATE INDEX suggested_by_author ON suggested (author, doubt, new_names, article_id);
