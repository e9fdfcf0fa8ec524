"""Boundaries on the screen: all of them, one of them, the audit's result."""
