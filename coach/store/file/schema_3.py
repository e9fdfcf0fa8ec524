"""What release 3 adds to the schema, as SQL: drafts of forms, where a proof lies. Knows shapes alone."""

_RELEASE_3 = """
CREATE TABLE form_draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL,
    client_id INTEGER REFERENCES client(id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- No client has the id 0: a form about nobody has each of its fields once too, though two NULLs are never the same.
CREATE UNIQUE INDEX form_draft_field ON form_draft(form, ifnull(client_id, 0), field);

ALTER TABLE incident ADD COLUMN proof TEXT NOT NULL DEFAULT '';
"""

RELEASE_3: tuple[str, ...] = tuple(part.strip() for part in _RELEASE_3.split(";\n"))[:-1]
"""The statements that lead from release 2 to release 3, one by one; never edited once released."""
