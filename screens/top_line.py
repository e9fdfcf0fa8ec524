"""The line at the top of every place: where one can go, where one is, and the day. Knows no casebook."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static


class TopLine(Horizontal):
    """Names of the places with their keys; the one shown stands out. Posts ``Chosen`` on a click."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $panel; dock: top; }
    TopLine Static { width: auto; padding: 0 2; color: $text-muted; }
    TopLine Static.here { color: $accent; text-style: bold; }
    TopLine #day { width: 1fr; text-align: right; }
    """

    class Chosen(Message):
        """A place was clicked."""

        def __init__(self, place: str) -> None:
            self.place = place
            super().__init__()

    def __init__(self, places: dict[str, tuple[str, str]], here: str, day: str) -> None:
        """``places`` maps a place to its name and key."""
        super().__init__()
        self.places, self.here, self.day = places, here, day

    def compose(self) -> ComposeResult:
        for place, (name, key) in self.places.items():
            label = Content.assemble((f"{key} ", "$foreground 40%"), name)
            yield Static(label, classes="here" if place == self.here else "", name=place)
        yield Static(Content(self.day), id="day")

    def on_click(self, event: object) -> None:
        """Tell the app which place was clicked."""
        widget = getattr(event, "widget", None)
        if widget is not None and widget.name in self.places:
            self.post_message(self.Chosen(widget.name))
