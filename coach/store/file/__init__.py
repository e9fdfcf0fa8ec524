"""The one file: opened, locked, migrated, copied, written and taken back. Knows tables, no noun."""
