"""Small questions on top of a place: a client's name, new or changed. Knows no place and not what follows."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.store.file.errors import StoreFault
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput, NamedInput
from screens.widgets.frame.key_bar import KeyBar
from screens.widgets.frame.key_names import name_keys


class NameDialog(Dialog[int | None]):
    """Asks for a new client's name and adds the client; gives the new id, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "dialogs.key.cancel", id="dialogs.key.cancel"),
    ]
    DEFAULT_CSS = """
    NameDialog .problem { color: $warning; height: auto; min-height: 1; margin-top: 1; }
    NameDialog CleanInput { margin-top: 1; }
    """
    TABLE = "dialogs.add"

    def compose(self) -> ComposeResult:
        name_keys(self, self.words)
        with Vertical(classes="dialog"):
            yield Static(Content(self.words(f"{self.TABLE}.title")), classes="title")
            yield Static(Content(self.words(f"{self.TABLE}.said")), classes="muted")
            yield NamedInput(self.name_now(), self.words("dialogs.key.keep"))
            yield Static(classes="problem")
        yield KeyBar()

    def name_now(self) -> str:
        """The name to begin from."""
        return ""

    def keep(self, name: str) -> int:
        """Keep the name and return the client's id. Raises Refused, StoreFault."""
        return self.book.add_client(name).id

    @on(Input.Submitted)
    def _keep(self) -> None:
        try:
            client_id = self.keep(self.query_one(CleanInput).value)
            name = clean(self.book.client(client_id).name)
        except (Refused, StoreFault) as problem:
            self.query_one(".problem", Static).update(Content(self._said(problem)))
            return
        self.notify(self.words(f"{self.TABLE}.saved", name=name), markup=False)
        self.dismiss(client_id)

    def _said(self, problem: Refused | StoreFault) -> str:
        if isinstance(problem, Refused):
            return self.words(f"refused.{problem.key}", **problem.blanks)
        return self.words(f"store.{problem.kind.value}")

    @on(Input.Changed)
    def _mending(self) -> None:
        self.query_one(".problem", Static).update("")

    def action_cancel(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)


class ProspectDialog(NameDialog):
    """Asks for the name of somebody one does not work for yet; gives the new id, or None."""

    TABLE = "prospects.add"

    def keep(self, name: str) -> int:
        """Add them, and no client."""
        return self.book.add_prospect(name).id


class RenameDialog(NameDialog):
    """Asks for another name for a client and keeps it; gives the client's id, or None."""

    TABLE = "dialogs.rename"

    def on_mount(self) -> None:
        """Begin with the name as it may be shown."""
        self.show_anew()

    def show_anew(self) -> None:
        """Draw the name as dots while others can see the screen."""
        self.query_one(CleanInput).password = self.discreet

    def __init__(self, client_id: int, name: str) -> None:
        super().__init__()
        self.client_id, self.old_name = client_id, name

    def name_now(self) -> str:
        """The name as it is."""
        return self.old_name

    def keep(self, name: str) -> int:
        """Give the client the new name."""
        return self.book.rename_client(self.client_id, name).id
