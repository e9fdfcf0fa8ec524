"""The coach's own two themes. Knows colours only."""

from collections.abc import Iterable

from textual.theme import Theme

DARK = Theme(
    name="coach-dark",
    primary="#7fb7a6",
    secondary="#8fa3b8",
    accent="#7fb7a6",
    warning="#d9a962",
    error="#d98a7f",
    success="#8fbf8a",
    foreground="#d9dde1",
    background="#15181b",
    surface="#1b1f23",
    panel="#22272c",
    dark=True,
    variables={
        "footer-key-foreground": "#7fb7a6",
        "border": "#333a41",
        "block-cursor-background": "#2c4a43",
        "block-cursor-foreground": "#f2f5f4",
    },
)

LIGHT = Theme(
    name="coach-light",
    primary="#1f6f5c",
    secondary="#4d6378",
    accent="#1f6f5c",
    warning="#8a5a00",
    error="#a33a2c",
    success="#2f6b35",
    foreground="#22282d",
    background="#faf9f6",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={
        "footer-key-foreground": "#1f6f5c",
        "border": "#c9c4b8",
        "block-cursor-background": "#cfe3dc",
        "block-cursor-foreground": "#12312a",
    },
)

OWN = (DARK.name, LIGHT.name)
"""The coach's own themes, the usual one first."""
BORROWED = "ansi"
"""How themes begin that take their colours from the terminal."""


def offered(known: Iterable[str], colourless: bool) -> tuple[str, ...]:
    """The themes to choose from, the coach's own first.

    Without colours a theme that borrows the terminal's would paint black on black, so it is left out.
    """
    others = sorted(name for name in known if name not in OWN)
    return (*OWN, *(name for name in others if not (colourless and (BORROWED in name))))
