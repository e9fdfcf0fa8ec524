"""Whether a key press is only the echo of the one before it. Knows keys and seconds."""

WITHIN = 0.15
"""Seconds in which the same key again is taken for an echo."""


class KeyEcho:
    """Remembers the last key that moved on, to recognise its echo."""

    def __init__(self) -> None:
        self._key, self._at, self._moved = "", 0.0, False

    def is_echo(self, key: str, at: float, moves: bool) -> bool:
        """Whether a key pressed at that second echoes one that moved on; ``moves`` says whether this one would."""
        echo = self._moved and key == self._key and at - self._at < WITHIN
        self._key, self._at, self._moved = key, at, moves or echo
        return echo
