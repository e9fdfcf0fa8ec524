"""The records in their one SQLite file: rows in, values out. The only package that knows SQL; it decides nothing."""

from coach.store.connection import Store, connect
from coach.store.errors import Kind, StoreFault, translate
from coach.store.writer import Writer

__all__ = ["Kind", "Store", "StoreFault", "Writer", "connect", "translate"]
