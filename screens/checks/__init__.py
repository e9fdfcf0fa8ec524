"""A check on the screen: begun, asked, recommended, reasoned, decided."""
