"""Everything recorded, with its verbs: one reads, decides and writes in one transaction. Knows no screen or prompt."""
