"""What every place has in common: the casebook, the words, a top line and a way to say what went wrong."""

from typing import TYPE_CHECKING, TypeVar, cast

from textual.content import Content
from textual.screen import ModalScreen, Screen

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.library.wording import Words
from coach.store.errors import StoreFault
from coach.text import clean

if TYPE_CHECKING:
    from screens.app import CoachApp

TOP = {"today": "t", "clients": "c", "limits": "l", "guide": "g"}
"""The places on the top line, and their keys."""


def owned(text: str, limit: int | None = None) -> Content:
    """The owner's own text as plain content: no markup, no control characters."""
    return Content(clean(text, limit=limit))


class _Equipped:
    """Gives a screen the casebook and the words of its app."""

    @property
    def coach(self) -> "CoachApp":
        """The app, by its own type."""
        return cast("CoachApp", self.app)  # type: ignore[attr-defined]

    @property
    def book(self) -> Casebook:
        """The casebook."""
        return self.coach.book

    @property
    def words(self) -> Words:
        """The words of the screens."""
        return self.coach.words

    def complain(self, problem: Refused | StoreFault) -> None:
        """Say in one line why something was not done."""
        self.coach.complain(problem)


class Place(_Equipped, Screen[None]):
    """A screen that is a place of its own, read again whenever it is shown or the records change."""

    def refresh_place(self) -> None:
        """Read the records again and repaint."""

    def on_screen_resume(self) -> None:
        """Show what is true now."""
        self.refresh_place()


T = TypeVar("T")


class Dialog(_Equipped, ModalScreen[T]):
    """A small screen on top of a place, for one question."""
