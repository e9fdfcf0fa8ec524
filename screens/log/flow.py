"""What is asked one after another when something happened: safety, whom, what, the reply, a check. Knows no place."""

from collections.abc import Callable
from functools import partial

from coach.casebook.book import Casebook
from coach.forms.clients import new_client
from coach.forms.form import Form
from coach.forms.log import Written, correction, new_entry, new_reply
from screens.frame import commands
from screens.frame.form import FormDialog, ask_form
from screens.frame.frame import Frame
from screens.log.entry import EntryDialog, ask_safety
from screens.log.held_reply import ReplyDialog


def log(app: Frame, command: commands.LogIncident) -> None:
    """The form for what happened; first who it was, where there is nobody yet."""
    if command.entry_id is not None:
        _log(app, partial(correction, entry_id=command.entry_id))
    elif command.client_id is not None:
        _log(app, partial(new_entry, client_id=command.client_id, fixed=command.fixed))
    elif (anybody := app.attempt(app.book.clients.everyone)) is not None:
        _log(app, new_entry) if anybody else _name_then_log(app)


def something_happened(app: Frame, _: commands.SomethingHappened) -> None:
    """Safety, what happened, the reply, then a quick check."""
    if not isinstance(app.screen, FormDialog):
        ask_safety(app, "", lambda go_on: _name_then_log(app, happened=True) if go_on else None)


def hold(app: Frame, command: commands.HoldReply) -> None:
    """A reply to hold; where one to that client waits already, that one."""
    waiting = [each for each in app.book.held_replies.waiting() if each.client_id == command.client_id]
    if waiting and command.client_id is not None:
        app.post_message(commands.ShowHeld(waiting[0].id))
    else:
        ask_form(app, partial(new_reply, client_id=command.client_id))


def held(app: Frame, command: commands.ShowHeld) -> None:
    """A reply that has waited, where it still does."""
    found = app.attempt(lambda: app.book.held_replies.one(command.held_id))
    if found is not None and not isinstance(app.screen, ReplyDialog):
        app.push_screen(ReplyDialog(found))


def _name_then_log(app: Frame, happened: bool = False) -> None:
    def named(client_id: int) -> None:
        _log(app, partial(new_entry, client_id=client_id, fixed=True, hold=happened), check=happened)

    ask_form(app, new_client, named)


def _log(app: Frame, make: Callable[[Casebook], Form], check: bool = False) -> None:
    def kept(written: Written | None) -> None:
        if written is None:
            return
        client_id = written.entry.client_id

        def after(_: object = None) -> None:
            if check:
                app.post_message(commands.StartCheck(client_id))

        if written.hold:
            app.push_screen(FormDialog(partial(new_reply, client_id=client_id)), after)
        else:
            after()

    if not isinstance(app.screen, EntryDialog):
        app.push_screen(EntryDialog(make), kept)
