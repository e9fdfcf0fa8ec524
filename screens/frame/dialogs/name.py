"""Small questions on top of a place: a client's name, new or changed. Knows no place and not what follows."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Static

from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.store.file.errors import StoreFault
from screens.frame.place import Dialog
from screens.widgets.fields.clean_input import CleanInput, NamedInput


class NameDialog(Dialog[int | None]):
    """Asks for a new client's name and adds the client; gives the new id, or None."""

    BINDINGS = [Binding("escape", "cancel", "dialogs.key.cancel", id="dialogs.key.cancel")]
    DEFAULT_CSS = """
    NameDialog .problem { height: auto; margin-top: 1; }
    NameDialog CleanInput { margin-top: 1; }
    """
    TABLE = "dialogs.add"

    def parts(self) -> ComposeResult:
        yield Static(Content(self.words(f"{self.TABLE}.title")), classes="title")
        yield Static(Content(self.words(f"{self.TABLE}.said")), classes="muted")
        yield NamedInput(self.name_now(), self.words("dialogs.key.keep"))
        yield Static(classes="problem")

    def name_now(self) -> str:
        """The name to begin from."""
        return ""

    def keep(self, name: str) -> int:
        """Keep the name and return the client's id. Raises Refused, StoreFault."""
        return self.book.clients.add(name).id

    @on(Input.Submitted)
    def _keep(self) -> None:
        try:
            client_id = self.keep(self.query_one(CleanInput).value)
            name = clean(self.book.clients.one(client_id).name)
        except (Refused, StoreFault) as problem:
            self.wrong(problem)
            return
        self.notify(self.words(f"{self.TABLE}.saved", name=name), markup=False)
        self.dismiss(client_id)

    @on(Input.Changed)
    def _clear_problem(self) -> None:
        self.wrong()


class ProspectDialog(NameDialog):
    """Asks for the name of somebody one does not work for yet; gives the new id, or None."""

    TABLE = "prospects.add"

    def keep(self, name: str) -> int:
        """Add them, and no client."""
        return self.book.prospects.add(name).id


class RenameDialog(NameDialog):
    """Asks for another name for a client and keeps it; gives the client's id, or None."""

    TABLE = "dialogs.rename"

    def on_mount(self) -> None:
        """Begin with the name as it may be shown."""
        self.repaint()

    def repaint(self) -> None:
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
        return self.book.clients.rename(self.client_id, name).id
