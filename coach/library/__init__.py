"""Reads content/ into engine nouns; knows files and wording, but no client, no database and no clock."""
