"""Letters on the screen: chosen, filled, sent."""
