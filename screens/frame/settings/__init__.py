"""How the coach looks and behaves, and the screen that sets it."""
