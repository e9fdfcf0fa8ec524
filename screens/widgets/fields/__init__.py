"""What is typed, chosen and ticked."""
