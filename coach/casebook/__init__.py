"""Everything recorded, with its verbs: a verb reads, decides and writes in one transaction. Knows no screen or prompt."""
