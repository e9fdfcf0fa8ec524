"""Exits: opened, filled, carried out, closed; read from what was said of them. Knows no wording."""
