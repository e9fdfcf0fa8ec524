"""Check-ins on the screen: the table of those due, and what is set about them."""
