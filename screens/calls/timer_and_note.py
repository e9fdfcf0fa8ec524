"""A place beside a telephone: a timer that begins with its key, and a line for a note. Knows no card."""

from time import monotonic

from textual import on
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from screens.frame.place import Place
from screens.widgets.fields.note_line import NoteLine


class PlaceWithTimer(Place):
    """A place for one call; what is written survives a lost terminal. Its timer stands in ``#timer``."""

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self.client_id = client_id
        self.began: float | None = None
        self._ticking: Timer | None = None
        self._line: NoteLine | None = None

    def on_unmount(self) -> None:
        """Keep a note that was being written when the terminal went away."""
        self._keep_note()

    @property
    def noting(self) -> bool:
        """Whether a note is being written."""
        return self._line is not None

    def hold(self) -> None:
        """Give the keys back to what is shown."""

    def action_timer(self) -> None:
        """Begin to count, or stop and clear."""
        if self._ticking is None:
            self._ticking = self.set_interval(1.0, self._tick, pause=True)
        if self.began is None:
            self.began = monotonic()
            self._ticking.resume()
        else:
            self.began = None
            self._ticking.pause()
        self._tick()
        self.refresh_bindings()

    def action_note(self) -> None:
        """Write a note, also while speaking."""
        if self._line is None:
            note = self.attempt(lambda: self.book.calls.note(self.client_id))
            if note is not None:
                self._line = self.query_one(NoteLine)
                self._line.open(self.words("call.note"), note)

    def action_note_before(self) -> None:
        """Write a note while nothing is running."""
        self.action_note()

    @on(Input.Submitted, "NoteLine CleanInput")
    def close_note(self) -> None:
        """Keep the note and put its line away."""
        if self._line is not None and self._keep_note():
            self._line.display = False
            self._line = None
            self.hold()
            self.notify(self.words("call.note_saved"), markup=False)

    def _keep_note(self) -> bool:
        """Keep what is written; False where it could not be kept."""
        line = self._line
        return line is None or self.done(lambda: self.book.calls.set_note(self.client_id, line.text))

    def _tick(self) -> None:
        passed = 0 if self.began is None else int(monotonic() - self.began)
        said = self.words("call.running", minutes=passed // 60, seconds=f"{passed % 60:02}")
        self.query_one("#timer", Static).update(Content("" if self.began is None else said))
