"""Pictures as rows of cells, each with its role. Knows no colour, no widget and no wording."""
