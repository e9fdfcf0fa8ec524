"""The plan of an exit on the screen."""
