"""Pictures of every place, made from the demo; see ``python -m tests.gallery``."""
