"""The app: the keys that work everywhere, the watch on other terminals, and a calm end. Draws nothing."""

import asyncio
import gc
import signal
import sys
from functools import partial
from pathlib import Path

from textual import on
from textual.command import CommandPalette

from coach.casebook.book import Casebook
from coach.casebook.desk import Refused
from coach.formats.text import clean
from coach.store.file.errors import FaultKind, StoreFault
from screens.frame import commands
from screens.frame.frame import Frame
from screens.frame.place import Dialog, Place
from screens.routes import follow
from screens.widgets.frame.top_line import TopLine

SIGNALS = (signal.SIGTERM, signal.SIGHUP)
WATCH = 0.9
"""Seconds between two looks at whether another terminal has written."""
REST = 0.3
"""Seconds after which the first picture stands, and what it did not need is done."""


class CoachApp(Frame):
    """The coach on the full screen."""

    CSS_PATH = Path(__file__).with_name("frame") / "coach.tcss"

    def __init__(self, book: Casebook, light: bool = False) -> None:
        super().__init__(book, light)
        self.crash: BaseException | None = None
        self.trouble: FaultKind | None = None

    def on_mount(self) -> None:
        """Open on today, listen for the signals that end a terminal, and copy the records once a day."""
        loop = asyncio.get_running_loop()
        for each in SIGNALS:
            loop.add_signal_handler(each, partial(self.exit, return_code=128 + each))
        self.open_first()
        self.set_interval(WATCH, self.look_elsewhere)
        self.set_timer(REST, self.settle)

    def open_first(self) -> None:
        """Open the place the coach begins on."""
        follow(self, commands.ShowToday())

    def settle(self) -> None:
        """Do what need not delay the first picture: the rubbish, today's copy of the records, what writing takes."""
        gc.freeze()
        gc.enable()
        self.run_worker(self.back_up, thread=True, exit_on_error=False)

    def back_up(self) -> None:
        """Make today's copy of the records, and be ready to write; apart, since neither should hold up a key."""
        try:
            self.casebook.records.back_up()
        except StoreFault as fault:
            self.call_from_thread(self.complain, fault)
        self.casebook.make_ready()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where a screen needs keys for itself, those that work everywhere are still."""
        screen = self.screen
        if getattr(screen, "TAKES_ALL_KEYS", False):
            return False
        if action in ("palette", "key_help"):
            return not isinstance(screen, CommandPalette) and not getattr(screen, "IS_KEY_HELP", False)
        return not (action in ("go", "settings") and getattr(screen, "INERT_TOP", False))

    def look_elsewhere(self) -> None:
        """Repaint where another terminal has written."""
        if not self.screen_stack or not self.app_focus or not isinstance(self.screen, Place):
            return
        try:
            changed = self.casebook.records.changed_elsewhere()
        except StoreFault as fault:
            # Said once: the same line every second would cover the screen.
            if fault.kind is not self.trouble:
                self.complain(fault)
            self.trouble = fault.kind
            return
        self.trouble = None
        if changed:
            self.screen.refresh_place()

    def action_go(self, place: str) -> None:
        """Go to a place on the top line."""
        places = {
            "today": commands.ShowToday,
            "clients": commands.ShowClients,
            "limits": commands.ShowLimits,
            "guide": commands.ShowGuide,
        }
        self.post_message(places[place]())

    def action_leave(self) -> None:
        """Quit; everything is already on disk."""
        self.exit(return_code=0)

    def action_help_quit(self) -> None:
        """Say which key quits: Ctrl+C is pressed by habit, and copies."""
        self.notify(self.words("app.how_to_quit"), markup=False)

    def action_settings(self) -> None:
        """Show the settings."""
        self.post_message(commands.ShowSettings())

    def action_incident(self) -> None:
        """Write down what happened, about whose page this is, who is under the cursor or who was written about last."""
        screen = self.screen
        if not isinstance(screen, Dialog):
            about, guess = getattr(screen, "client_id", None), getattr(screen, "under_cursor", None)
            self.post_message(commands.LogIncident(about or guess, fixed=about is not None))

    def action_palette(self) -> None:
        """Offer everything that can be done here, by name."""
        from screens.frame.keys.palette import Palette

        self.push_screen(Palette(self.words))

    def action_key_help(self) -> None:
        """Show what the keys do here."""
        from screens.frame.keys.help import KeyHelp, groups_of

        self.push_screen(KeyHelp(groups_of(self, self.words)))

    def action_clear(self) -> None:
        """Leave nothing on the screen until a key is pressed."""
        from screens.frame.blank import BlankScreen

        self.clear_notifications()
        self.push_screen(BlankScreen())

    def action_undo(self) -> None:
        """Take back the last change and say which, and about whom."""
        try:
            change = self.casebook.records.undo()
            named = "" if change is None or change.client_id is None else self._named(change.client_id)
        except StoreFault as fault:
            self.complain(fault)
            return
        if change is None:
            self.notify(self.words("app.nothing_to_undo"), markup=False)
            return
        what = self.words(f"undo.{change.verb}")
        said = self.words("app.undone_about", what=what, name=named) if named else self.words("app.undone", what=what)
        self.notify(said, markup=False)
        if change.verb == "setting":
            self.apply_settings()
        if isinstance(self.screen, Place):
            self.screen.refresh_place()

    @on(commands.Command)
    def _follow(self, command: commands.Command) -> None:
        follow(self, command)

    @on(TopLine.Chosen)
    def _top(self, message: TopLine.Chosen) -> None:
        if message.place == TopLine.STATE:
            self.action_discreet()
        else:
            self.action_go(message.place)

    def _named(self, client_id: int) -> str:
        try:
            return clean(self.casebook.clients.one(client_id).name)
        except Refused:
            return ""

    def _fatal_error(self) -> None:
        # Textual would print the locals of every frame here, and with them names and notes of the owner's.
        self.crash = self.crash or sys.exc_info()[1]
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        self._return_code = 1
        self.crash = error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._fatal_error()
