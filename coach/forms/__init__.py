"""What is asked in one go, as data; each shell draws it in its own way. Knows no shell."""
