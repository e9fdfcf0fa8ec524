"""Small screens on top of a place that several places open."""
