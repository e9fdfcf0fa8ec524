"""What the plan of an exit asks."""
