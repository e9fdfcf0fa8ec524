"""My limits on the screen."""
