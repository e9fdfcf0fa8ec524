"""One client's page and its tabs."""
