"""Boundaries: the register of what was decided, written, told and kept, and its audit. Knows no wording."""
