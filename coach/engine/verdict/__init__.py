"""The verdict: from answers to points to a recommendation, how sure it is, what would change it. Knows no wording."""
