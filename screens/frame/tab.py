"""What a client's page knows of each of its tabs, and what its tabs share. Knows no tab by name."""

from typing import ClassVar

from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from coach.casebook.overview import ClientPage, leaving
from screens.frame import commands
from screens.frame.place import AppAccess
from screens.widgets.lists.row_list import RowList


class Tab(AppAccess, Vertical):
    """A tab about one client: reads what it shows, and does what a key of the page is for while it is shown."""

    OFFERS: ClassVar[frozenset[str]] = frozenset()
    """The actions a key of the page may ask for here."""

    class Changed(Message):
        """What was kept here may show anywhere on the page."""

    def __init__(self, client_id: int, id: str) -> None:
        super().__init__(id=id)
        self.client_id = client_id
        self.page: ClientPage | None = None

    def fill(self, page: ClientPage) -> None:
        """Read what this tab shows, and show it. Raises Refused, StoreFault."""
        self.page = page

    def page_resized(self) -> None:
        """Fit to another size of the page."""

    @property
    def keeps_keys(self) -> bool:
        """Whether no key of the page works just now but the one that goes back."""
        return False

    @property
    def in_danger(self) -> bool:
        """Whether this tab knows that the client is not to be called."""
        return False

    @property
    def chosen_from(self) -> Widget | None:
        """Where the cursor is to stand; None where there is nothing to choose."""
        return next(iter(self.query(RowList)), None)

    def take_focus(self) -> None:
        """Give the keys to what can be chosen here."""
        self.screen.set_focus(self.chosen_from)
        self.refresh_bindings()

    def go_back(self) -> bool:
        """Leave what was begun on this tab; False where that leaves the page."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A call is prepared only where the work is to end."""
        return action != "call" or (self.page is not None and leaving(self.page.line))

    def action_check(self) -> None:
        """Begin a new check."""
        self.post_message(commands.StartCheck(self.client_id))

    def action_write(self) -> None:
        """Choose a letter to this client."""
        self.post_message(commands.ShowLetters(self.client_id))

    def action_call(self) -> None:
        """Prepare the call that ends the work."""
        self.post_message(commands.ShowCall(self.client_id))
