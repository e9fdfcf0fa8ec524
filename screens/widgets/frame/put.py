"""Text put where it is shown. Knows no place."""

from textual.content import Content
from textual.widgets import Static


def put(shown: Static, text: str | Content) -> None:
    """Let something say a text; it takes no room where that is nothing."""
    shown.update(Content(text) if isinstance(text, str) else text)
    shown.display = bool(text)
