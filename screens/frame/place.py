"""What every place has in common: the casebook, the words, a top line and a way to say what went wrong."""

from typing import TypeVar, cast

from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.library.words import Words
from coach.store.file.errors import StoreFault
from screens.frame.comfort import Comfort
from screens.frame.discreet import hides, named
from screens.widgets.frame.painter import Painter
from screens.widgets.frame.top_line import TOP, TopLine


def owned(text: str, limit: int | None = None) -> Content:
    """The owner's own text as plain content: no markup, no control characters."""
    return Content(clean(text, limit=limit))


def shown_key(app: App[int], key: str) -> str:
    """A key as it is written on the screen."""
    return app.get_key_display(Binding(key, ""))


class _Equipped:
    """Gives a screen the casebook and the words of its app."""

    @property
    def coach(self) -> Comfort:
        """The app, by its own type."""
        return cast(Comfort, self.app)  # type: ignore[attr-defined]

    @property
    def book(self) -> Casebook:
        """The casebook."""
        return self.coach.book

    @property
    def words(self) -> Words:
        """The words of the screens."""
        return self.coach.words

    @property
    def discreet(self) -> bool:
        """Whether outcomes, figures and pictures of clients are to be hidden."""
        return hides(self.words)

    def named(self, name: str) -> Content:
        """A client's name as it may be shown: plain content, or initials while others can see the screen."""
        return named(name, self.words)

    def key_of(self, binding: str, usual: str) -> str:
        """The key that stands for a binding now, as it is written."""
        return shown_key(self.coach, self.coach.keys.get(binding, usual))

    def show_anew(self) -> None:
        """Paint again after what may be shown has changed."""

    def complain(self, problem: Refused | StoreFault) -> None:
        """Say in one line why something was not done."""
        self.coach.complain(problem)


class Place(_Equipped, Screen[None]):
    """A screen that is a place of its own, read again whenever it is shown or the records change."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Painter()

    def top_line(self, here: str = "") -> TopLine:
        """The line at the top, with the place that is shown standing out."""
        places = {place: (self.words(f"app.{place}"), key) for place, key in TOP.items()}
        return TopLine(places, here, self.words.day(self.book.clock.today()))

    def refresh_place(self) -> None:
        """Read the records again and repaint."""

    def show_anew(self) -> None:
        """Paint again after what may be shown has changed."""
        self._state()
        self.refresh_place()

    def on_screen_resume(self) -> None:
        """Show what is true now."""
        self._state()
        self.refresh_place()

    def _state(self) -> None:
        """Say on the top line, where there is one, that names are hidden, and which keys lead where."""
        keys = {place: self.key_of(f"app.{place}", key) for place, key in TOP.items()}
        for line in self.query(TopLine):
            line.show_state(self.words("app.discreet") if self.discreet else "", keys)


T = TypeVar("T")


class Dialog(_Equipped, ModalScreen[T]):
    """A small screen on top of a place, for one question."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Painter()
