"""All clients on the screen."""
