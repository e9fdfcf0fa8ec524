"""Widgets: given values, they draw and post messages; they know no casebook."""
