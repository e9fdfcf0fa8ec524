"""Checks: begun, answered, concluded, decided upon. Knows no wording and no screen."""
