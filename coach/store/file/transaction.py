"""How a terminal takes its turn among others at the same file. The one place that waits; knows no table."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

WAIT_MS = 20
"""How long SQLite itself waits for a lock: a few tries, milliseconds apart."""
TRIES = 250
"""How often that is done again: five seconds of patience in all."""


def patiently(act: Callable[[], T]) -> T:
    """What an act returns, done again while another terminal is in the way.

    Left to itself SQLite soon sleeps a tenth of a second between two tries, and where several terminals write without
    a pause the lock is free for much less: one of them may then wait past any patience. Raises sqlite3.Error.
    """
    for _ in range(TRIES - 1):
        try:
            return act()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
    return act()


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything in the block, or nothing of it.

    The lock is taken before the first read, since a transaction that reads first and writes later is refused at once
    when another terminal wrote in between. Raises sqlite3.Error.
    """
    patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
    try:
        yield
        patiently(lambda: connection.execute("COMMIT"))
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
