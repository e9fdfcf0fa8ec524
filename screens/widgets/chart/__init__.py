"""Pictures: trends, weeks, the quadrant, bars."""
