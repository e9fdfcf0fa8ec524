"""A screen with nothing on it, for when somebody comes in. Knows nothing at all."""

from textual import events
from textual.screen import Screen


class BlankScreen(Screen[None]):
    """Covers everything until a key is pressed or the mouse is clicked."""

    TAKES_ALL_KEYS = True
    CSS = """
    BlankScreen { background: $background; layers: _default; }
    BlankScreen ToastRack, BlankScreen Toast { visibility: hidden; }
    """

    def on_key(self, event: events.Key) -> None:
        """Show again what lay below; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """Show again what lay below."""
        event.stop()
        self.dismiss()
