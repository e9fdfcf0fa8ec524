"""What is chosen for an entry in small screens of its own: whom it was with, what kind it was. Keeps nothing."""

from textual.content import Content

from coach.engine.value import Value
from coach.wording.log import LogWording
from screens.frame.dialogs.pick import PickDialog
from screens.frame.place import Dialog
from screens.log.safety import SafetyDialog
from screens.widgets.fields.one_of import OneOf

LATER = "later"
"""The row that leaves the kind for later."""


class Kept(Value):
    """What the form kept: whom it was about, and whether a reply is to be held now."""

    client_id: int
    hold: bool = False


class EntryDialog(Dialog[Kept | None]):
    """A form whose client and kind can be chosen."""

    def __init__(self, client_id: int, kind: str) -> None:
        super().__init__()
        self.client_id, self.kind = client_id, kind

    @property
    def wording(self) -> LogWording:
        """The words of the log."""
        return LogWording(self.book.library)

    @property
    def mine(self) -> bool:
        """Whether it is a slip of one's own."""
        return self.query_one("#whose", OneOf).chosen == 1

    def action_client(self) -> None:
        """Choose whom it is about."""
        lines = [(str(each.id), self.named(each.name)) for each in self.book.clients.everyone()]

        def chosen(row: str | None) -> None:
            if row:
                self.client_id = int(row)
                self.repaint()

        self.app.push_screen(PickDialog(self.wording.say("form.pick.client"), lines), chosen)

    def action_kind(self) -> None:
        """Choose what kind it was; at a reason to stop, safety comes first."""
        kinds = self.book.log.kinds(self.mine)
        lines = [(LATER, self._faint("form.pick.later"))]
        lines += [(each, Content(self.wording.kind(each))) for each in kinds]

        def chosen(row: str | None) -> None:
            if row is None:
                return
            self.kind = "" if row == LATER else row
            self.repaint()
            if self.kind and kinds[self.kind].stop:
                self.app.push_screen(SafetyDialog(self.kind), self._answered)

        self.app.push_screen(PickDialog(self.wording.say("form.pick.kind"), lines), chosen)

    def _answered(self, go_on: bool | None) -> None:
        if not go_on:
            self.dismiss(None)

    def _faint(self, key: str) -> Content:
        return Content(self.wording.say(key)).stylize("$foreground 60%")
