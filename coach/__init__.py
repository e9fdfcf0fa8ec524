"""Coach: a terminal coach for people who work for clients."""

__version__ = "0.1.0"
