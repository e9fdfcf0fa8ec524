"""A check in typed lines, from its beginning to the decision. Decides nothing."""
