"""Boundaries in typed lines. Decides nothing."""
