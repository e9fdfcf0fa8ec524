"""The coach opened on a screen with nothing on it but one word: what a picture on a screen is compared with."""

import tests.bench.apps.as_coach  # noqa: F401, I001
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from coach.casebook.book import open_casebook
from screens.app import CoachApp
from screens.frame.place import Place


class Empty(Place):
    """A place that says only that it is there."""

    def compose(self) -> ComposeResult:
        yield Static(Content("empty"))


class EmptyApp(CoachApp):
    """Opens on the empty place."""

    def open_first(self) -> None:
        """Show it instead."""
        self.push_screen(Empty())


if __name__ == "__main__":
    EmptyApp(open_casebook()).run()
