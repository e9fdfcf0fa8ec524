"""Letters in words: filled, on their way, and the welcome pack. Draws no screen."""
