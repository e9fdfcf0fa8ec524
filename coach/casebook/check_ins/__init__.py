"""Check-ins: whose turn it is, what is asked, what comes of it. Knows no wording."""
