"""How a write takes its turn. The one place that begins one; knows no table."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """Everything in the block, or nothing of it.

    The lock is taken before the first read, since a transaction that reads first and writes later is refused at once
    when another terminal wrote in between. Raises sqlite3.Error.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
