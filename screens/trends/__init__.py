"""Trends on the screen: one client's, all clients' side by side, and what changed."""
