"""Questionnaires and the model that judges them, as the content holds them. Knows no client."""
