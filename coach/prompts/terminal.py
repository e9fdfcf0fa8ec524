"""The terminal under the prompts: questionary where it may be drawn on, plain input where not. Knows no words."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Callable
from contextlib import suppress
from io import UnsupportedOperation

WIDEST = 100
"""Columns a line of text may take; longer ones tire the eye."""

_LEAD = re.compile(r"\d+  |- ")


def dumb() -> bool:
    """Whether the terminal says that it understands no control sequences."""
    return os.environ.get("TERM", "") in ("", "dumb")


def take_any_byte() -> None:
    """Let a byte that is no text end no conversation; has to be asked for before the first line is read."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            with suppress(UnsupportedOperation):
                stream.reconfigure(errors="replace")


def reader() -> Callable[[str], str]:
    """What shows a prompt and reads a line; it raises EOFError at the end, KeyboardInterrupt for Ctrl+C."""
    take_any_byte()
    drawn = sys.stdin.isatty() and sys.stdout.isatty() and not dumb()
    return _prompted if drawn else _plain


def write(text: str) -> None:
    """Show a text, broken between words where the terminal is narrower; as it is where there is no terminal."""
    width = min(WIDEST, shutil.get_terminal_size().columns - 1) if sys.stdout.isatty() else 0
    for line in text.split("\n"):
        sys.stdout.write(_broken(line, width) + "\n")
    sys.stdout.flush()


def _broken(line: str, width: int) -> str:
    if width < 20 or len(line) <= width:
        return line
    lead = _LEAD.match(line)
    indent = " " * len(lead[0]) if lead else ""
    return "\n".join(textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False))


def _plain(prompt: str) -> str:
    sys.stdout.write(f"{prompt} ")
    sys.stdout.flush()
    if sys.stdin.isatty():
        return input()
    # Not by input(): it forgets a signal that comes while it makes ready, and would then wait for ever.
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    # Nobody pressed Enter, so the line is still open.
    sys.stdout.write("\n")
    return line.rstrip("\n")


def _prompted(prompt: str) -> str:
    # The question where the cursor stands would be answered by the terminal into what is being typed.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    import questionary

    plain = questionary.Style([("question", "nobold"), ("answer", "nobold fg:ansidefault")])
    return str(questionary.text(prompt, qmark="", style=plain).unsafe_ask())
