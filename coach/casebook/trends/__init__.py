"""What goes over time with a client, and what changed. Reads and reckons; words nothing."""
