"""One of many, found by typing a part of its name. Given names; knows nothing of what they mean."""

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from coach.formats.text import clean
from screens.widgets.fields.offer import Offer
from screens.widgets.frame.key_names import name_keys
from screens.widgets.glyphs import round_mark

SHOWN = 6
"""Names in sight at once."""


class Finder(Offer):
    """The name chosen; while the keys go here, the names that hold what is typed, one of them under the cursor."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="finder.up"),
        Binding("down", "move(1)", show=False, id="finder.down"),
        Binding("enter", "take", "enter", id="finder.take"),
        Binding("backspace", "shorten", show=False, id="finder.shorten"),
    ]
    DEFAULT_CSS = """
    Finder { padding: 0 1; }
    """

    chosen: reactive[int] = reactive(0, layout=True)
    sought: reactive[str] = reactive("", layout=True)

    class Changed(Message):
        """Another one was chosen."""

    class Taken(Message):
        """The one chosen was taken."""

    def __init__(self, enter_label: str, none_found: str, hint: str) -> None:
        """``none_found`` is said where nothing holds what was typed, ``hint`` while nothing is typed."""
        super().__init__()
        self.none_found, self.hint = none_found, hint
        name_keys(self, lambda _: enter_label)

    def show(self, labels: Sequence[str], chosen: int = 0) -> None:
        """Offer these, one of them chosen; -1 suggests none."""
        self.labels, self.chosen, self.sought = tuple(labels), chosen, ""

    @property
    def found(self) -> list[int]:
        """The places of the names that hold what is typed."""
        sought = self.sought.casefold()
        return [place for place, label in enumerate(self.labels) if sought in label.casefold()]

    def render(self) -> Content:
        """The name chosen; below it, while the keys go here, those that are found."""
        if not self.has_focus:
            return Content(self.labels[self.chosen] if 0 <= self.chosen < len(self.labels) else "")
        head = Content.styled(self.sought or self.hint, "bold" if self.sought else "$foreground 60%")
        if not self.found:
            return Content("\n").join([head, Content.styled(self.none_found, "$warning")])
        lines = []
        for place in self._in_sight:
            here = place == self.chosen
            style = "$accent bold" if here else ""
            lines.append(Content.styled(f"{round_mark(here)} {self.labels[place]}", style))
        return Content("\n").join([head, *lines])

    def watch_has_focus(self, has_focus: bool) -> None:
        """Open or close the list."""
        super().watch_has_focus(has_focus)
        if not has_focus:
            self.sought = ""
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """Take what is typed as a part of the name."""
        if event.is_printable and event.character is not None:
            event.stop()
            event.prevent_default()
            self._seek(self.sought + clean(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """The same with what is pasted."""
        event.stop()
        self._seek(self.sought + clean(event.text))

    def action_shorten(self) -> None:
        """Take the last character back."""
        self._seek(self.sought[:-1])

    def action_move(self, by: int) -> None:
        """Choose the next or the one before of those found."""
        if found := self.found:
            at = found.index(self.chosen) + by if self.chosen in found else 0
            self._choose(found[min(max(at, 0), len(found) - 1)])

    def action_take(self) -> None:
        """Take the chosen one, where it is among those found; what is wrong with none is for others to say."""
        if self.chosen in self.found or (self.chosen < 0 and not self.sought):
            self.post_message(self.Taken())

    def on_click(self, event: events.Click) -> None:
        """Choose the name clicked."""
        if 1 <= event.y <= len(self._in_sight):
            self._choose(self._in_sight[event.y - 1])

    @property
    def _in_sight(self) -> list[int]:
        found = self.found
        at = found.index(self.chosen) if self.chosen in found else 0
        first = min(max(at - SHOWN // 2, 0), max(len(found) - SHOWN, 0))
        return found[first : first + SHOWN]

    def _seek(self, sought: str) -> None:
        self.sought = sought
        if (found := self.found) and self.chosen not in found:
            self._choose(found[0])

    def _choose(self, place: int) -> None:
        if place != self.chosen:
            self.chosen = place
            self.post_message(self.Changed())
