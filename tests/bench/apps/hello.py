"""The least a Textual program can be: one line of text that a key changes."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello; ``down`` counts, ``q`` ends it."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("down", "count", "Count"), ("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("hello")

    def on_mount(self) -> None:
        """Nothing has been counted yet."""
        self.counted = 0

    def action_count(self) -> None:
        """Show how often the key was pressed."""
        self.counted += 1
        self.query_one(Static).update(f"hello {self.counted}")


if __name__ == "__main__":
    Hello().run()
