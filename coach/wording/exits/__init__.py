"""An exit in words: facts and steps, sums and dates, and what its letters say. Decides nothing."""
