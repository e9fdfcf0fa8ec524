"""Prospects on the screen."""
