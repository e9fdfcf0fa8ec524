"""Checks in words: questions and answers, and what a check came to. Decides nothing."""
