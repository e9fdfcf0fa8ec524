"""The log and held replies in typed lines. Decides nothing."""
