"""What release 2 adds to the schema, as SQL: papers without a client, prospects, tries, plans, held replies.

Days are ISO text. A column whose words come from content/ is open text; a list the code itself decides on is checked.
A table is made again where a check on it changes; its children stay, since foreign keys are off meanwhile.
"""

_RELEASE_2 = """
DROP VIEW event;

CREATE TABLE client_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (name <> ''),
    alias TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('active', 'archived', 'prospect')),
    created_at TEXT NOT NULL
) STRICT;
INSERT INTO client_2 SELECT id, name, alias, state, created_at FROM client;
UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = 'client') WHERE name = 'client_2'
    AND EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'client');
INSERT INTO sqlite_sequence (name, seq) SELECT 'client_2', seq FROM sqlite_sequence WHERE name = 'client'
    AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'client_2');
DROP TABLE client;
ALTER TABLE client_2 RENAME TO client;

ALTER TABLE engagement ADD COLUMN name TEXT NOT NULL DEFAULT '';

CREATE TABLE plan_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    playbook TEXT NOT NULL,
    facts TEXT NOT NULL,
    opened_on TEXT CHECK (date(opened_on, '+0 days') IS opened_on),
    closed_on TEXT CHECK (date(closed_on, '+0 days') IS closed_on)
) STRICT;
INSERT INTO plan_2 (id, client_id, playbook, facts) SELECT id, client_id, playbook, facts FROM plan;
DROP TABLE plan;
ALTER TABLE plan_2 RENAME TO plan;
ALTER TABLE step ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE step ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_line ADD COLUMN label TEXT NOT NULL DEFAULT '';

CREATE TABLE letter_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    letter TEXT NOT NULL,
    tone TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL,
    sent_on TEXT CHECK (date(sent_on, '+0 days') IS sent_on),
    body TEXT NOT NULL
) STRICT;
INSERT INTO letter_2 SELECT id, client_id, letter, tone, language, sent_on, body FROM letter;
DROP TABLE letter;
ALTER TABLE letter_2 RENAME TO letter;

ALTER TABLE incident ADD COLUMN told TEXT NOT NULL DEFAULT '' CHECK (told IN ('', 'yes', 'no'));

CREATE TABLE reset_2 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES client(id) ON DELETE CASCADE,
    starts TEXT NOT NULL CHECK (date(starts, '+0 days') IS starts),
    ends TEXT NOT NULL CHECK (date(ends, '+0 days') IS ends),
    follows TEXT NOT NULL DEFAULT '',
    ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
    outcome TEXT NOT NULL CHECK (outcome IN ('', 'followed', 'partly', 'not_followed', 'stopped')),
    mine TEXT NOT NULL DEFAULT '' CHECK (mine IN ('', 'kept', 'partly', 'not_kept'))
) STRICT;
INSERT INTO reset_2 (id, client_id, starts, ends, outcome) SELECT id, client_id, starts, ends, outcome FROM reset;
DROP TABLE reset;
ALTER TABLE reset_2 RENAME TO reset;
ALTER TABLE reset_rule ADD COLUMN outcome TEXT NOT NULL DEFAULT '';

CREATE TABLE held (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    until TEXT NOT NULL,
    text TEXT NOT NULL,
    done_at TEXT
) STRICT;

CREATE INDEX plan_client ON plan(client_id);
CREATE INDEX letter_client ON letter(client_id);
CREATE INDEX reset_client ON reset(client_id, ends);
CREATE INDEX held_client ON held(client_id);
CREATE INDEX held_open ON held(until) WHERE done_at IS NULL;

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
    FROM rung WHERE how <> 'not'
    UNION ALL
    SELECT 'term' AS noun, id, client_id, from_day AS on_day, boundary AS detail FROM term
    UNION ALL
    SELECT 'reset_start' AS noun, id, client_id, starts AS on_day, '' AS detail FROM reset
    UNION ALL
    SELECT 'reset_end' AS noun, id, client_id, ended_on AS on_day, outcome AS detail
    FROM reset WHERE ended_on IS NOT NULL
    UNION ALL
    SELECT 'letter' AS noun, id, client_id, sent_on AS on_day, letter AS detail
    FROM letter WHERE sent_on IS NOT NULL
    UNION ALL
    SELECT 'step' AS noun, step.id AS id, plan.client_id AS client_id, step.done_on AS on_day, step.step AS detail
    FROM step JOIN plan ON plan.id = step.plan_id WHERE step.done_on IS NOT NULL;
"""

RELEASE_2: tuple[str, ...] = tuple(part.strip() for part in _RELEASE_2.split(";\n"))[:-1]
"""The statements that lead from release 1 to release 2, one by one; never edited once released."""
