"""The whole of content proofread, for authors: every fault, and every claim that nothing cites. Decides nothing."""
