"""Keeps what is pasted together: an escape inside it would end it early, and the rest would act as keys.

It replaces a private part of the toolkit; where that has another name, pastes are what the toolkit makes of them.
"""

from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

from coach.formats.text import REPLACEMENT

ESCAPE = "\x1b"
START, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after what is pasted."""


class PasteParser(XTermParser):
    """Reads keys as the toolkit does, and a paste as one text, whatever is in it."""

    _pasting = False
    _before = ""
    """The last characters outside a paste: its start may come in two pieces."""
    _held = ""
    """The last characters inside a paste that may be the beginning of its end."""

    def feed(self, data: str) -> Iterable[Message]:
        """The events of what the terminal sent."""
        tamed = self._tame(data)
        # An empty text would say that the terminal has closed.
        return super().feed(tamed) if tamed or not data else ()

    def _tame(self, data: str) -> str:
        """The same characters, without the escapes inside a paste."""
        tamed, rest = "", data
        while rest:
            if not self._pasting:
                at = (self._before + rest).find(START)
                if at < 0:
                    self._before = (self._before + rest)[1 - len(START) :]
                    return tamed + rest
                begun = at + len(START) - len(self._before)
                tamed, rest, self._before, self._pasting = tamed + rest[:begun], rest[begun:], "", True
                continue
            rest, self._held = self._held + rest, ""
            inside, end, rest = rest.partition(END)
            if end:
                self._pasting = False
            else:
                starts = (END[:size] for size in range(len(END) - 1, 0, -1))
                self._held = next((each for each in starts if inside.endswith(each)), "")
                inside = inside.removesuffix(self._held)
            tamed += inside.replace(ESCAPE, REPLACEMENT) + end
        return tamed


def keep_pastes_together() -> None:
    """Have the toolkit read the terminal so."""
    if getattr(linux_driver, "XTermParser", None) is XTermParser:
        setattr(linux_driver, "XTermParser", PasteParser)  # noqa: B010
