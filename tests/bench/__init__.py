"""How fast the coach is, measured beside reference programs in one interleaved run: ``python -m tests.bench``."""
