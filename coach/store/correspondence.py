"""Contacts, and letters as they were finished or sent. Knows rows and values, no template."""

import sqlite3
from datetime import date

from coach.engine.value import Value
from coach.store.file.connection import Store
from coach.store.file.moments import day, day_text
from coach.store.file.writer import Cell, Writer
from coach.store.incidents import SEEN


class Contact(Value):
    """A person at a client: the name, and how they are addressed."""

    id: int
    client_id: int
    name: str
    salutation: str
    formality: str
    role: str


class SentLetter(Value):
    """A letter as it was finished; ``sent_on`` where it has left."""

    id: int
    client_id: int | None
    letter: str
    tone: str
    language: str
    sent_on: date | None
    body: str


def set_contact(writer: Writer, client_id: int, name: str, salutation: str, role: str = "") -> int:
    """Keep a person at a client."""
    row: dict[str, Cell] = {
        "client_id": client_id,
        "name": name,
        "salutation": salutation,
        "formality": "",
        "role": role,
    }
    return writer.insert("contact", row)


def contact(store: Store, client_id: int) -> Contact | None:
    """The person last named as the one to write to at a client, or None; who was only seen in the log is not."""
    row = store.one("SELECT * FROM contact WHERE client_id = ? AND role <> ? ORDER BY id DESC", [client_id, SEEN])
    return None if row is None else Contact(**{key: row[key] for key in row.keys()})  # noqa: SIM118


def keep_letter(
    writer: Writer, client_id: int | None, letter: str, tone: str, language: str, sent_on: date | None, body: str
) -> int:
    """Keep a finished letter."""
    return writer.insert(
        "letter",
        {
            "client_id": client_id,
            "letter": letter,
            "tone": tone,
            "language": language,
            "sent_on": day_text(sent_on),
            "body": body,
        },
    )


def letters(store: Store, client_id: int | None) -> list[SentLetter]:
    """The letters kept for a client, or for nobody in particular; the newest first."""
    rows = store.rows("SELECT * FROM letter WHERE client_id IS ? ORDER BY id DESC", [client_id])
    return [_letter(row) for row in rows]


def _letter(row: sqlite3.Row) -> SentLetter:
    return SentLetter(
        row["id"], row["client_id"], row["letter"], row["tone"], row["language"], day(row["sent_on"]), row["body"]
    )
