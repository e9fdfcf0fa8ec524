"""The records in their one SQLite file: rows in, values out. The only package that knows SQL; it decides nothing."""

from coach.store.file.connection import Store, connect
from coach.store.file.errors import FaultKind, StoreFault, translate
from coach.store.file.writer import Writer

__all__ = ["FaultKind", "Store", "StoreFault", "Writer", "connect", "translate"]
