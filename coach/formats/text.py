"""The one gate text passes before it is stored or shown. Knows characters, not widgets, files or words."""

import re
import unicodedata

REPLACEMENT = "\ufffd"
MARKS_PER_BASE = 8
"""Combining marks kept on one base: living scripts stack fewer, text that climbs over its neighbours stacks dozens."""

_LEFT_IN = frozenset("\u200c\u200d")
"""The joiners: several scripts and many emoji are misspelt without them."""

_SEEN = frozenset(
    chr(code) for code in (*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD)
)
"""Format characters by category, yet drawn: the Arabic, Syriac and Kaithi number signs."""

_BLANKS = frozenset("\u034f\u3164\uffa0")
"""Letters and marks by category, yet drawn as nothing, so that text can hide behind them."""


class _Gate(dict[int, str | None]):
    """A translation table that fills itself: code point to what stands in its place (None drops it)."""

    def __init__(self, lines: bool) -> None:
        super().__init__({0x0A: "\n" if lines else " ", 0x09: "\t" if lines else " "})
        self[0x0D] = self[0x2028] = self[0x2029] = self[0x0A]

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        category = unicodedata.category(character)
        stands: str | None = character
        if category in ("Cc", "Cs"):
            stands = REPLACEMENT
        elif character in _BLANKS or (category == "Cf" and character not in _LEFT_IN and character not in _SEEN):
            stands = None
        self[code] = stands
        return stands


_ONE_LINE = _Gate(lines=False)
_LINES = _Gate(lines=True)
_RETURN = re.compile("\r\n?")
_DRAWN_BADLY = re.compile("[^\x20-\x7e]")


def clean(text: str, *, lines: bool = False, limit: int | None = None) -> str:
    """Text that is safe to store and to draw, in Unicode form NFC; cleaning it again changes nothing.

    A character that would steer the terminal (C0, ESC, DEL, C1) and a lone surrogate become U+FFFD, so that it stays
    visible that something was there. What is invisible anyway (bidi controls, zero width space, byte order mark and
    other format characters) is dropped. Line ends of every kind (CR LF, CR, U+2028, U+2029) become ``\\n`` and tabs
    stay where ``lines`` is true; elsewhere each becomes one space. A base keeps at most eight combining marks.
    ``limit`` is the greatest number of characters (code points) returned.
    """
    if _DRAWN_BADLY.search(text):
        text = _RETURN.sub("\n", text)
        text = text.translate(_LINES if lines else _ONE_LINE)
        if not text.isascii():
            text = _without_towers(unicodedata.normalize("NFC", text))
    return text if limit is None else text[:limit]


def one_line(text: str, limit: int | None = None) -> str:
    """Text cleaned, on one line, with no blanks around it and single ones within; cut as above."""
    return " ".join(clean(text, limit=limit).split())


def initials(name: str) -> str:
    """A name as its first letters, for the discreet mode: "Acme Ltd" gives "A. L."; at most four of them.

    A name without a letter or digit gives "…", an empty one the empty string.
    """
    words = clean(name).split()
    firsts = [word[0].upper() for word in words if word[0].isalnum()][:4]
    if not firsts:
        return "…" if words else ""
    return " ".join(f"{first}." for first in firsts)


def _without_towers(text: str) -> str:
    """The text with every run of combining marks cut to its length; a joiner inside a run does not start a new one."""
    kept: list[str] = []
    marks = 0
    for character in text:
        if unicodedata.category(character).startswith("M"):
            marks += 1
            if marks > MARKS_PER_BASE:
                continue
        elif character not in _LEFT_IN:
            marks = 0
        kept.append(character)
    return "".join(kept)
