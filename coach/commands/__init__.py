"""One module per group of commands; each opens what it needs inside itself, so that a quick command stays quick."""
