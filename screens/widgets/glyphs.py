"""Whether this terminal draws more than ASCII. Reads the environment once asked, and knows no screen."""

import os
import sys


def ascii_only() -> bool:
    """Whether lines and bars must be made of ASCII: the encoding has no braille, or the font of a Linux console."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return os.environ.get("TERM") == "linux" or not encoding.lower().replace("-", "").startswith("utf")
