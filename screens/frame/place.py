"""What every place has in common: the casebook, the words, a top line and a way to say what went wrong."""

from collections.abc import Callable
from typing import ClassVar, TypeVar, cast

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from coach.casebook.book import Casebook
from coach.formats.text import clean
from coach.library.words import Words
from screens.frame.discreet import hides, named
from screens.frame.frame import Frame, Problem
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys
from screens.widgets.frame.painter import Painter
from screens.widgets.frame.put import put
from screens.widgets.frame.top_line import TOP, TopLine


def owner_text(text: str, limit: int | None = None) -> Content:
    """The owner's own text as plain content: no markup, no control characters."""
    return Content(clean(text, limit=limit))


def key_label(app: App[int], key: str) -> str:
    """A key as it is written on the screen."""
    return app.get_key_display(Binding(key, ""))


R = TypeVar("R")


class AppAccess:
    """Gives a screen, or a part of one, the casebook and the words of its app."""

    @property
    def coach(self) -> Frame:
        """The app, by its own type."""
        return cast(Frame, self.app)  # type: ignore[attr-defined]

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
        return key_label(self.coach, self.coach.keys.get(binding, usual))

    def repaint(self) -> None:
        """Paint again after what may be shown has changed."""

    def put(self, part: str, text: str | Content) -> None:
        """Let the part of that id say something; it takes no room where that is nothing."""
        put(cast(Widget, self).query_one(f"#{part}", Static), text)

    def complain(self, problem: Problem) -> None:
        """Say in one line why something was not done."""
        self.coach.complain(problem)

    def attempt(self, act: Callable[[], R], gone: Callable[[], object] | None = None) -> R | None:
        """What an act gives; None, and said why, where it was refused. ``gone`` follows a refusal, not a fault."""
        return self.coach.attempt(act, gone)

    def done(self, act: Callable[[], object]) -> bool:
        """Do something; whether it was done, and said why where not."""
        return self.attempt(lambda: (act(), True)) is not None


class Place(AppAccess, Screen[None]):
    """A screen that is a place of its own, read again whenever it is shown or the records change."""

    HERE: ClassVar[str] = ""
    """The place of the line at the top that stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Painter()

    def compose(self) -> ComposeResult:
        """The line at the top, the parts, the keys."""
        places = {place: (self.words(f"app.{place}"), key) for place, key in TOP.items()}
        yield TopLine(places, self.HERE, self.words.day(self.book.clock.today()))
        yield from self.parts()
        yield KeyBar()

    def parts(self) -> ComposeResult:
        """What stands between the line at the top and the keys, empty until the records are read."""
        yield from ()

    def on_compose(self) -> None:
        """Name the keys in the words of the coach."""
        name_keys(self, self.words)

    def refresh_place(self) -> None:
        """Read the records again and repaint; where what this is about is gone, leave."""
        self.attempt(self.show_records, self.leave)

    def show_records(self) -> None:
        """Read the records and paint them. Raises Refused, StoreFault."""

    def leave(self) -> None:
        """Go back, since what this is about is gone."""
        self.app.pop_screen()

    def action_back(self) -> None:
        """Go back to where this was opened from."""
        self.app.pop_screen()

    def repaint(self) -> None:
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


class Dialog(AppAccess, ModalScreen[T]):
    """A small screen on top of a place, for one question."""

    LEFT: ClassVar[object] = None
    """What it ends with where it is left without an answer."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Painter()

    def compose(self) -> ComposeResult:
        """A box with the parts, and the keys."""
        with Vertical(classes="dialog"):
            yield from self.parts()
        yield KeyBar()

    def parts(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def wrong(self, problem: Problem | str = "") -> None:
        """Say below a field what is wrong, or nothing."""
        said = problem if isinstance(problem, str) else self.coach.problem_text(problem)
        self.query_one(".problem", Static).update(Content(said))

    def on_compose(self) -> None:
        """Name the keys in the words of the coach."""
        name_keys(self, self.words)

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(cast(T, self.LEFT))
