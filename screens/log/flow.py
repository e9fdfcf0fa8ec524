"""What is asked one after another when something happened: safety, whom, what, the reply, a check. Knows no place."""

from typing import TYPE_CHECKING

from coach.casebook.desk import Refused
from coach.forms.clients import new_client
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.frame.form import ask_form
from screens.frame.frame import Frame
from screens.log.choices import Kept
from screens.log.entry import IncidentDialog
from screens.log.held_reply import HoldDialog, ReplyDialog
from screens.log.safety import SafetyDialog

if TYPE_CHECKING:
    from coach.engine.incident import Incident


def log(app: Frame, command: commands.LogIncident) -> None:
    """The form for what happened; first who it was, where there is nobody yet."""
    try:
        entry = app.book.log.entry(command.entry_id) if command.entry_id is not None else None
        anybody = (each.id for each in app.book.clients.everyone())
        client_id = command.client_id or app.book.log.last_client() or next(anybody, None)
    except (Refused, StoreFault) as problem:
        app.complain(problem)
        return
    if client_id is None:
        _name_then_log(app)
    else:
        _log(app, client_id, entry, fixed=command.fixed and command.client_id is not None)


def something_happened(app: Frame, _: commands.SomethingHappened) -> None:
    """Safety, what happened, the reply, then a quick check."""
    if not isinstance(app.screen, SafetyDialog):
        app.push_screen(SafetyDialog(), lambda safe: _name_then_log(app, then_check=True) if safe else None)


def hold(app: Frame, command: commands.HoldReply) -> None:
    """A reply to hold; where one to that client waits already, that one."""
    waiting = [each for each in app.book.held_replies.waiting() if each.client_id == command.client_id]
    if waiting and command.client_id is not None:
        app.post_message(commands.ShowHeld(waiting[0].id))
    elif not isinstance(app.screen, HoldDialog):
        app.push_screen(HoldDialog(command.client_id))


def held(app: Frame, command: commands.ShowHeld) -> None:
    """A reply that has waited, where it still does."""
    found = next((each for each in app.book.held_replies.waiting() if each.id == command.held_id), None)
    if found is None:
        app.complain(Refused("reply_gone"))
    elif not isinstance(app.screen, ReplyDialog):
        app.push_screen(ReplyDialog(found))


def _name_then_log(app: Frame, then_check: bool = False) -> None:
    ask_form(app, new_client, lambda client_id: _log(app, client_id, fixed=True, then_check=then_check))


def _log(
    app: Frame, client_id: int, entry: "Incident | None" = None, fixed: bool = False, then_check: bool = False
) -> None:
    def check(_: object = None) -> None:
        if then_check:
            app.post_message(commands.StartCheck(client_id))

    def kept(found: Kept | None) -> None:
        if found is not None and (found.hold or then_check):
            app.push_screen(HoldDialog(found.client_id), check)
        elif found is not None:
            check()

    if not isinstance(app.screen, IncidentDialog):
        app.push_screen(IncidentDialog(client_id, entry, fixed), kept)
