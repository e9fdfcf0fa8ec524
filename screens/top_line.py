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
    TopLine #state { color: $warning; display: none; }
    """

    STATE = "state"
    """What is posted where the state was clicked."""

    class Chosen(Message):
        """A place was clicked, or the state."""

        def __init__(self, place: str) -> None:
            self.place = place
            super().__init__()

    def __init__(self, places: dict[str, tuple[str, str]], here: str, day: str) -> None:
        """``places`` maps a place to its name and key."""
        super().__init__()
        self.places, self.here, self.day = places, here, day

    def compose(self) -> ComposeResult:
        for place, (name, key) in self.places.items():
            yield Static(_labelled(name, key), classes="here" if place == self.here else "", name=place)
        yield Static(Content(self.day), id="day")
        yield Static(id="state", name=self.STATE)

    def show_state(self, state: str, keys: dict[str, str]) -> None:
        """Say what holds everywhere just now, and which keys lead to the places."""
        shown = self.query_one("#state", Static)
        shown.update(Content(state))
        shown.display = bool(state)
        for each in self.query(Static):
            if each.name in self.places:
                each.update(_labelled(self.places[each.name][0], keys.get(each.name, "")))

    def on_click(self, event: object) -> None:
        """Tell the app which place was clicked."""
        widget = getattr(event, "widget", None)
        if widget is not None and (widget.name in self.places or widget.name == self.STATE):
            self.post_message(self.Chosen(widget.name))


def _labelled(name: str, key: str) -> Content:
    return Content.assemble((f"{key} ", "$foreground 40%"), name)
