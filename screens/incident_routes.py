"""Which screen answers what just happened: the form, safety first, a held reply. Opens screens; draws nothing."""

from typing import TYPE_CHECKING

from textual import on

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.frame.place import Dialog, Place
from screens.routes import Routes

if TYPE_CHECKING:
    from coach.engine.incident import Incident


class IncidentRoutes(Routes):
    """An app that knows the form for what happened, and held replies."""

    def action_incident(self) -> None:
        """Write down what happened, about whose page this is, who is under the cursor or who was written about last."""
        screen = self.screen
        if not isinstance(screen, Dialog):
            about, guess = getattr(screen, "client_id", None), getattr(screen, "under_cursor", None)
            self.post_message(commands.LogIncident(about or guess, fixed=about is not None))

    @on(commands.LogIncident)
    def _write_down(self, message: commands.LogIncident) -> None:
        """Open the form, or ask first who it was where there is nobody yet."""
        try:
            entry = self.book.entry(message.entry_id) if message.entry_id is not None else None
            client_id = message.client_id or self.book.last_client() or self._first()
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        if client_id is None:
            self._name_then_log(then_check=False)
        else:
            self._form(client_id, entry, fixed=message.fixed and message.client_id is not None)

    @on(commands.SomethingHappened)
    def _happened(self) -> None:
        """Safety, what happened, the reply, then a quick check."""
        from screens.log.safety import SafetyDialog

        self.open_on_top(SafetyDialog(), lambda safe: self._name_then_log(then_check=True) if safe else None)

    @on(commands.LookAround)
    def _look(self) -> None:
        self.notify(self.words.say("incidents", "today.look_how"), markup=False, timeout=12)

    @on(commands.HoldReply)
    def _hold(self, message: commands.HoldReply) -> None:
        """Ask for a reply to hold; where one to that client waits already, show that one."""
        from screens.log.held_reply import HoldDialog

        waiting = [each for each in self.book.held() if each.client_id == message.client_id]
        if waiting and message.client_id is not None:
            self.post_message(commands.ShowHeld(waiting[0].id))
        else:
            self.open_on_top(HoldDialog(message.client_id), self._again)

    @on(commands.ShowHeld)
    def _held(self, message: commands.ShowHeld) -> None:
        from screens.log.held_reply import ReplyDialog

        held = next((each for each in self.book.held() if each.id == message.held_id), None)
        if held is None:
            self.complain(Refused("reply_gone"))
        else:
            self.open_on_top(ReplyDialog(held), self._again)

    def _first(self) -> int | None:
        return next((each.id for each in self.book.clients()), None)

    def _name_then_log(self, then_check: bool) -> None:
        from screens.frame.name_dialog import NameDialog

        def named(client_id: int | None) -> None:
            if client_id is not None:
                self._form(client_id, fixed=True, then_check=then_check)

        self.push_screen(NameDialog(), named)

    def _form(
        self, client_id: int, entry: "Incident | None" = None, fixed: bool = False, then_check: bool = False
    ) -> None:
        from screens.log.choices import Kept
        from screens.log.entry import IncidentDialog
        from screens.log.held_reply import HoldDialog

        def check(_: object = None) -> None:
            self._again()
            if then_check:
                self.post_message(commands.StartCheck(client_id))

        def kept(found: Kept | None) -> None:
            if found is not None and (found.hold or then_check):
                self.push_screen(HoldDialog(found.client_id), check)
            elif found is not None:
                check()

        self.open_on_top(IncidentDialog(client_id, entry, fixed), kept)

    def _again(self, _: object = None) -> None:
        """Read the place again: what was kept belongs on it."""
        if isinstance(self.screen, Place):
            self.screen.refresh_place()
