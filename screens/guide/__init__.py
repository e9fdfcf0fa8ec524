"""The field guide on the screen."""
