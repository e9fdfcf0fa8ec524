"""The keys of all places: their echo, their help, the palette, and another key for each."""
