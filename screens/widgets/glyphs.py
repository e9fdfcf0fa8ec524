"""Marks of lines, and whether a terminal draws more than ASCII. Reads the environment once asked; knows no screen."""

import os
import sys


def ascii_only() -> bool:
    """Whether lines and bars must be made of ASCII: the encoding has no braille, or the font of a Linux console."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return os.environ.get("TERM") == "linux" or not encoding.lower().replace("-", "").startswith("utf")


def round_mark(chosen: bool) -> str:
    """The mark of a line of which one alone is chosen."""
    return ("( )", "(*)")[chosen] if ascii_only() else "○●"[chosen]


def square_mark(ticked: bool) -> str:
    """The mark of a line of which several may be ticked."""
    return ("[ ]", "[x]")[ticked] if ascii_only() else "□■"[ticked]


def other_mark(sign: str) -> str:
    """A sign in the place of a square mark: neither ticked nor not."""
    return f"[{sign}]" if ascii_only() else sign
