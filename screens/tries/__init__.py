"""Last tries on the screen."""
