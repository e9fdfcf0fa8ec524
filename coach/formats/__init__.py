"""How people write text, days, moments, figures and sums, in and out. Knows no noun and no language."""
