"""What stands around every place: the top line, tabs, the keys at the foot."""
