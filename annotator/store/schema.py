"""The SQL of each step of the schema, as ``migrations`` takes them.

What has shipped is never changed.
"""

FIRST = """
CREATE TABLE authors (
    name TEXT PRIMARY KEY CHECK (trim(name) <> '' AND name <> 'gold'),
    role TEXT NOT NULL CHECK (role IN ('annotator', 'lead', 'machine')),
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

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

CREATE TRIGGER article_text_never_changes BEFORE UPDATE OF id, text, sha256 ON articles
BEGIN SELECT RAISE(ABORT, 'the text of an article never changes'); END;

CREATE TABLE sources (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    published TEXT CHECK (published IS date(published, '+0 days')),
    meta TEXT NOT NULL CHECK (json_type(meta) = 'object')
) STRICT;
CREATE UNIQUE INDEX sources_once ON sources
    (article_id, name, ifnull(outlet, ''), ifnull(url, ''), ifnull(published, ''), meta);

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
CREATE INDEX layers_by_author ON layers (author, status);

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
CREATE INDEX spans_by_label ON spans (label);

CREATE VIEW spans_in_full AS
    SELECT spans.id, articles.name AS article, layers.author, spans.label, spans.start,
           spans."end", spans.quote, spans.value, spans.note, spans.unsure, spans.origin,
           spans.created_at, spans.changed_at
    FROM spans JOIN layers ON layers.number = spans.layer
               JOIN articles ON articles.id = layers.article_id;

CREATE TABLE entries (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    label TEXT NOT NULL REFERENCES labels (name),
    name TEXT NOT NULL CHECK (name <> ''),
    aliases TEXT NOT NULL CHECK (json_type(aliases) = 'array'),
    note TEXT NOT NULL,
    merged_into TEXT REFERENCES entries (id)
) STRICT;

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
) STRICT;
CREATE INDEX history_stacks ON history (article_id, author);
CREATE INDEX history_groups ON history (act_group);
CREATE TRIGGER history_rows_stay BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_rows_never_change
BEFORE UPDATE OF sequence, act_group, article_id, act, done, inverse, at, undoes ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

CREATE TABLE folded (
    number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE folded_trigrams USING fts5 (
    title, text, content = 'folded', content_rowid = 'number',
    tokenize = 'trigram', detail = none
);
CREATE TRIGGER folded_removed AFTER DELETE ON folded BEGIN
    INSERT INTO folded_trigrams (folded_trigrams, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;
"""

SECOND = """
CREATE TABLE properties (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    value TEXT NOT NULL
) STRICT;

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
CREATE INDEX refusals_by_article ON refusals (article_id);
CREATE INDEX refusals_by_label ON refusals (label);

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
CREATE INDEX questions_by_article ON questions (article_id, author);

CREATE TABLE trash (
    article_id TEXT PRIMARY KEY CHECK (article_id <> ''),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    removed_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    removed_at TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_type(content) = 'object')
) STRICT;

CREATE INDEX spans_by_entry ON spans (json_extract(value, '$.entry'))
    WHERE json_extract(value, '$.entry') IS NOT NULL;
CREATE INDEX spans_noted ON spans (layer) WHERE note <> '';
CREATE INDEX spans_unsure ON spans (layer) WHERE unsure = 1;

CREATE INDEX articles_listed ON articles (number, id, outlet, published, note);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX folded_by_title ON folded (title);
ALTER TABLE folded ADD COLUMN ends TEXT
    GENERATED ALWAYS AS (substr(title, -2) || char(10) || substr(text, -2)) VIRTUAL;
CREATE INDEX folded_by_ends ON folded (ends);
CREATE VIRTUAL TABLE folded_terms USING fts5vocab (folded_trigrams, row);
"""

THIRD = """
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
CREATE INDEX decisions_standing ON decisions (article_id) WHERE stands = 1;

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
CREATE INDEX decision_spans_by_decision ON decision_spans (decision);
CREATE INDEX decision_spans_by_label ON decision_spans (label);
CREATE INDEX decision_spans_by_entry ON decision_spans (json_extract(value, '$.entry'))
    WHERE json_extract(value, '$.entry') IS NOT NULL;

CREATE TABLE assignments (
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    assigned_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (article_id, author)
) STRICT;
CREATE INDEX assignments_by_author ON assignments (author, article_id);

CREATE TABLE bases (
    pack TEXT NOT NULL CHECK (pack <> ''),
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    layer TEXT NOT NULL CHECK (json_type(layer) = 'object'),
    acts TEXT NOT NULL CHECK (json_type(acts) = 'array'),
    PRIMARY KEY (pack, article_id)
) STRICT;
CREATE INDEX bases_by_layer ON bases (article_id, author);

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

INSERT INTO properties (name, value) VALUES ('project', lower(hex(randomblob(16))));

ALTER TABLE history ADD COLUMN is_decision INTEGER NOT NULL DEFAULT 0
    CHECK (is_decision IN (0, 1));
CREATE TRIGGER history_rows_stay_what_they_are BEFORE UPDATE OF is_decision ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX history_off_articles ON history (is_decision, sequence) WHERE article_id IS NULL;
"""

FOURTH = """
CREATE TABLE qualifications (
    article_id TEXT NOT NULL CHECK (article_id <> ''),
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    given_by TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1)),
    PRIMARY KEY (article_id, author)
) STRICT;
CREATE INDEX qualifications_by_author ON qualifications (author, article_id);
"""

FIFTH = """
CREATE TABLE heard (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    word TEXT NOT NULL CHECK (word IN ('test', 'tested', 'sent back', 'comment')),
    text TEXT NOT NULL,
    PRIMARY KEY (article_id, author, word, text)
) STRICT;
"""

SIXTH = """
CREATE TABLE releases (
    name TEXT PRIMARY KEY CHECK (trim(name) <> ''),
    lead TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    at TEXT NOT NULL,
    manifest TEXT NOT NULL CHECK (json_type(manifest) = 'object')
) STRICT;

CREATE TABLE released (
    release TEXT NOT NULL REFERENCES releases (name) ON DELETE CASCADE,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    split TEXT NOT NULL CHECK (split <> ''),
    PRIMARY KEY (release, sha256)
) STRICT;

CREATE TRIGGER releases_never_change BEFORE UPDATE OF name, at, manifest ON releases
BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END;
CREATE TRIGGER released_never_changes BEFORE UPDATE ON released
BEGIN SELECT RAISE(ABORT, 'a release is frozen'); END;
"""

SEVENTH = """
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

CREATE TABLE feedback (
    article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    author TEXT NOT NULL REFERENCES authors (name) ON UPDATE CASCADE,
    told TEXT NOT NULL CHECK (json_type(told) = 'object'),
    PRIMARY KEY (article_id, author)
) STRICT;

INSERT INTO properties (name, value) VALUES ('letters', lower(hex(randomblob(16))));
"""

EIGHTH = """
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
CREATE INDEX suggested_by_author ON suggested (author, doubt, new_names, article_id);

CREATE TABLE models (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    at TEXT NOT NULL,
    learned_from TEXT NOT NULL CHECK (learned_from IN ('gold', 'finished layers')),
    texts TEXT NOT NULL CHECK (json_type(texts) = 'array'),
    told TEXT NOT NULL CHECK (json_type(told) = 'object')
) STRICT;

CREATE TABLE model_fields (
    model TEXT NOT NULL REFERENCES models (id) ON DELETE CASCADE,
    label TEXT NOT NULL CHECK (label <> ''),
    field BLOB NOT NULL,
    PRIMARY KEY (model, label)
) STRICT;
"""
