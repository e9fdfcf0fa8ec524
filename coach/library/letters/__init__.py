"""Letters, their blanks, and what the law of a place says in them, as the content holds them. Knows no client."""
