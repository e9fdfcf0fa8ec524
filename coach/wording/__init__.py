"""Every noun in words, the same for all shells. Knows values and sentences by key; draws, asks and decides nothing."""
