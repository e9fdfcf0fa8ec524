"""Rows and cells with a cursor."""
