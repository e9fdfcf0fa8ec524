"""The schema of release 1, as SQL. Knows shapes and closed word lists, no rows and no connection.

Days are ISO text, moments ISO text in UTC, money whole numbers of the currency's smallest unit. A column whose words
come from content/ (items, measures, steps, tones, ...) is open text; a list the code itself decides on is checked.
An id is never used twice, so a screen left open on one thing can never write to another.
"""

_RELEASE_1 = """
CREATE TABLE setting (
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (key)
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    alias TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('active', 'archived')),
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    salutation TEXT NOT NULL DEFAULT '',
    formality TEXT NOT NULL CHECK (formality IN ('', 'formal', 'informal')),
    role TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE engagement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    fee_kind TEXT NOT NULL,
    price INTEGER CHECK (price >= 0),
    currency TEXT NOT NULL DEFAULT '' CHECK (length(currency) IN (0, 3)),
    law TEXT NOT NULL DEFAULT '',
    letter_language TEXT NOT NULL DEFAULT '',
    starts TEXT CHECK (date(starts, '+0 days') IS starts),
    ends TEXT CHECK (date(ends, '+0 days') IS ends),
    notice TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL CHECK (stage IN ('not_started', 'running', 'nearly_finished', 'finished'))
) STRICT;

CREATE TABLE assessment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    instrument TEXT NOT NULL,
    version INTEGER NOT NULL,
    depth TEXT NOT NULL CHECK (depth IN ('quick', 'full')),
    on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
    since_day TEXT CHECK (date(since_day, '+0 days') IS since_day),
    begun_at TEXT NOT NULL,
    concluded_at TEXT,
    withdrawn_at TEXT
) STRICT;

CREATE TABLE answer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN (
        'option', 'number', 'text', 'ticked', 'not_applicable',
        'dont_know', 'rather_not_say', 'skipped'
    )),
    option TEXT NOT NULL DEFAULT '',
    low INTEGER,
    high INTEGER,
    text TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    CHECK ((low IS NULL) = (high IS NULL) AND (low IS NULL OR low <= high))
) STRICT;

CREATE TABLE draft (
    assessment_id INTEGER NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
    assessment_id INTEGER NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
    model INTEGER NOT NULL,
    measure TEXT NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (assessment_id, model, measure)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    assessment_id INTEGER NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
    model INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN (
        'keep', 'set_boundaries', 'reset', 'plan_exit', 'leave_now',
        'not_enough', 'take', 'take_with_terms', 'decline'
    )),
    subtype TEXT NOT NULL DEFAULT '',
    reasons TEXT NOT NULL,
    context TEXT NOT NULL,
    second_look_on TEXT CHECK (date(second_look_on, '+0 days') IS second_look_on),
    at TEXT NOT NULL
) STRICT;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    verdict_id INTEGER REFERENCES verdict(id) ON DELETE SET NULL,
    decided TEXT NOT NULL CHECK (decided IN (
        'keep', 'set_boundaries', 'reset', 'plan_exit', 'leave_now',
        'not_enough', 'take', 'take_with_terms', 'decline'
    )),
    because TEXT NOT NULL DEFAULT '',
    look_again_on TEXT CHECK (date(look_again_on, '+0 days') IS look_again_on),
    on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
    at TEXT NOT NULL
) STRICT;

CREATE TABLE term (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    boundary TEXT NOT NULL,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    params TEXT NOT NULL,
    from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day)
) STRICT;

CREATE TABLE rung (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    boundary TEXT NOT NULL,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    rung TEXT NOT NULL CHECK (rung IN ('none', 'decided', 'written', 'told', 'kept', 'refused')),
    how TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day)
) STRICT;

CREATE TABLE incident (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    contact_id INTEGER REFERENCES contact(id) ON DELETE SET NULL,
    type TEXT NOT NULL DEFAULT '',
    mine INTEGER NOT NULL CHECK (mine IN (0, 1)),
    channel TEXT NOT NULL DEFAULT '',
    on_day TEXT NOT NULL CHECK (date(on_day, '+0 days') IS on_day),
    minutes INTEGER CHECK (minutes >= 0),
    amount INTEGER,
    text TEXT NOT NULL DEFAULT '',
    replaces INTEGER REFERENCES incident(id) ON DELETE SET NULL,
    deleted_at TEXT
) STRICT;

CREATE TABLE cadence (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    every TEXT NOT NULL,
    anchor_day TEXT NOT NULL CHECK (date(anchor_day, '+0 days') IS anchor_day),
    from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day)
) STRICT;

CREATE TABLE postponed (
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    due_day TEXT NOT NULL CHECK (date(due_day, '+0 days') IS due_day),
    act TEXT NOT NULL,
    until TEXT CHECK (date(until, '+0 days') IS until),
    reason TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (client_id, due_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE reset (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    starts TEXT NOT NULL CHECK (date(starts, '+0 days') IS starts),
    ends TEXT NOT NULL CHECK (date(ends, '+0 days') IS ends),
    outcome TEXT NOT NULL CHECK (outcome IN ('', 'followed', 'not_followed', 'stopped'))
) STRICT;

CREATE TABLE reset_rule (
    reset_id INTEGER NOT NULL REFERENCES reset(id) ON DELETE CASCADE,
    boundary TEXT NOT NULL,
    PRIMARY KEY (reset_id, boundary)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    playbook TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;

CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    due_on TEXT CHECK (date(due_on, '+0 days') IS due_on),
    gate TEXT NOT NULL DEFAULT '',
    done_on TEXT CHECK (date(done_on, '+0 days') IS done_on)
) STRICT;

CREATE TABLE plan_line (
    plan_id INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
    engagement_id INTEGER NOT NULL REFERENCES engagement(id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    paid INTEGER NOT NULL CHECK (paid >= 0),
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
    PRIMARY KEY (plan_id, engagement_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    engagement_id INTEGER NOT NULL REFERENCES engagement(id) ON DELETE CASCADE,
    amount INTEGER NOT NULL,
    due_on TEXT NOT NULL CHECK (date(due_on, '+0 days') IS due_on),
    paid_on TEXT CHECK (date(paid_on, '+0 days') IS paid_on)
) STRICT;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    letter TEXT NOT NULL,
    tone TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    sent_on TEXT CHECK (date(sent_on, '+0 days') IS sent_on),
    body TEXT NOT NULL
) STRICT;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    verb TEXT NOT NULL,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    before TEXT NOT NULL,
    undone_at TEXT
) STRICT;

CREATE INDEX contact_client ON contact(client_id);
CREATE INDEX engagement_client ON engagement(client_id);
CREATE INDEX assessment_client ON assessment(client_id, instrument, on_day);
CREATE INDEX assessment_open ON assessment(id) WHERE concluded_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX answer_item ON answer(assessment_id, item);
CREATE INDEX score_measure ON score(measure, assessment_id);
CREATE INDEX verdict_assessment ON verdict(assessment_id);
CREATE INDEX decision_client ON decision(client_id);
CREATE INDEX decision_verdict ON decision(verdict_id);
CREATE INDEX term_boundary ON term(client_id, boundary, from_day);
CREATE INDEX rung_boundary ON rung(client_id, boundary, on_day);
CREATE INDEX incident_client ON incident(client_id, on_day);
CREATE INDEX incident_contact ON incident(contact_id);
CREATE INDEX incident_replaces ON incident(replaces);
CREATE INDEX cadence_client ON cadence(client_id, from_day);
CREATE INDEX reset_client ON reset(client_id, ends);
CREATE INDEX plan_client ON plan(client_id);
CREATE INDEX step_plan ON step(plan_id);
CREATE INDEX step_due ON step(due_on) WHERE done_on IS NULL;
CREATE INDEX plan_line_engagement ON plan_line(engagement_id);
CREATE INDEX invoice_engagement ON invoice(engagement_id);
CREATE INDEX letter_client ON letter(client_id);
CREATE INDEX change_client ON change(client_id);

CREATE VIEW event AS
    SELECT 'assessment' AS noun, id, client_id, on_day, instrument AS detail
    FROM assessment WHERE concluded_at IS NOT NULL AND withdrawn_at IS NULL
    UNION ALL
    SELECT 'decision' AS noun, id, client_id, on_day, decided AS detail FROM decision
    UNION ALL
    SELECT 'incident' AS noun, id, client_id, on_day, type AS detail
    FROM incident WHERE mine = 0 AND deleted_at IS NULL
    UNION ALL
    SELECT 'slip' AS noun, id, client_id, on_day, type AS detail
    FROM incident WHERE mine = 1 AND deleted_at IS NULL
    UNION ALL
    SELECT 'rung' AS noun, id, client_id, on_day, boundary || ':' || rung AS detail
    FROM rung
    UNION ALL
    SELECT 'term' AS noun, id, client_id, from_day AS on_day, boundary AS detail FROM term
    UNION ALL
    SELECT 'reset_start' AS noun, id, client_id, starts AS on_day, '' AS detail FROM reset
    UNION ALL
    SELECT 'reset_end' AS noun, id, client_id, ends AS on_day, outcome AS detail FROM reset
    UNION ALL
    SELECT 'letter' AS noun, id, client_id, sent_on AS on_day, letter AS detail
    FROM letter WHERE sent_on IS NOT NULL
    UNION ALL
    SELECT 'step' AS noun, step.id AS id, plan.client_id AS client_id, step.done_on AS on_day, step.step AS detail
    FROM step JOIN plan ON plan.id = step.plan_id WHERE step.done_on IS NOT NULL;
"""

RELEASE_1: tuple[str, ...] = tuple(part.strip() for part in _RELEASE_1.split(";\n"))[:-1]
"""The statements that make the schema of release 1, one by one; never edited once released."""
