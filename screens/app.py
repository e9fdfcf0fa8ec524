"""The app: it wires. It maps commands to screens, keeps the keys of the top line, and ends calmly; it draws nothing."""

import asyncio
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import App
from textual.screen import Screen

from coach.casebook.book import Casebook
from coach.casebook.checks import Sitting
from coach.casebook.desk import Refused
from coach.store.errors import StoreFault
from screens import commands
from screens.boundary_routes import BoundaryRoutes
from screens.letter_routes import LetterRoutes
from screens.place import TOP, Place
from screens.themes import DARK, LIGHT
from screens.top_line import TopLine

SIGNALS = (signal.SIGTERM, signal.SIGHUP)
WATCH = 0.8
"""Seconds between two looks at whether another terminal has written."""


class CoachApp(BoundaryRoutes, LetterRoutes, App[int]):
    """The coach on the full screen."""

    CSS_PATH = Path(__file__).with_name("coach.tcss")
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, book: Casebook, light: bool = False) -> None:
        super().__init__()
        self.book, self.words = book, book.library.words
        self.crash: BaseException | None = None
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Without colours a theme that borrows the terminal's own would paint black on black.
        self.theme = "coach-light" if light else "coach-dark"
        for place, key in TOP.items():
            self.bind(key, f"go('{place}')", description=self.words(f"app.{place}"), show=False)
        self.bind("q", "leave", description=self.words("app.quit"))
        self.bind("u", "undo", description=self.words("app.undo"))

    def on_mount(self) -> None:
        """Open on today, listen for the signals that end a terminal, and copy the records once a day."""
        loop = asyncio.get_running_loop()
        for each in SIGNALS:
            loop.add_signal_handler(each, partial(self.exit, return_code=128 + each))
        self._today()
        self.set_interval(WATCH, self.look_elsewhere)
        self.call_after_refresh(self.back_up)

    def back_up(self) -> None:
        """Make today's copy of the records."""
        try:
            self.book.back_up()
        except StoreFault as fault:
            self.complain(fault)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where a screen needs its letters for itself, those of the top line are still."""
        return not (action == "go" and getattr(self.screen, "INERT_TOP", False))

    def look_elsewhere(self) -> None:
        """Repaint where another terminal has written."""
        if not self.app_focus or not isinstance(self.screen, Place):
            return
        try:
            changed = self.book.changed_elsewhere()
        except StoreFault as fault:
            self.complain(fault)
            return
        if changed:
            self.screen.refresh_place()

    def complain(self, problem: Refused | StoreFault) -> None:
        """Say in one line why something was not done."""
        if isinstance(problem, Refused):
            said = self.words(f"refused.{problem.key}", **problem.blanks)
        else:
            said = self.words(f"store.{problem.kind.value}")
        self.notify(said, severity="warning", markup=False)

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

    def action_undo(self) -> None:
        """Take back the last change and say which."""
        try:
            change = self.book.undo()
        except StoreFault as fault:
            self.complain(fault)
            return
        if change is None:
            self.notify(self.words("app.nothing_to_undo"), markup=False)
            return
        self.notify(self.words("app.undone", what=self.words(f"undo.{change.verb}")), markup=False)
        if isinstance(self.screen, Place):
            self.screen.refresh_place()

    @on(TopLine.Chosen)
    def _top(self, message: TopLine.Chosen) -> None:
        self.action_go(message.place)

    @on(commands.ShowToday)
    def _today(self) -> None:
        from screens.today import TodayScreen

        self._only(TodayScreen())

    @on(commands.ShowClients)
    def _clients(self) -> None:
        from screens.clients import ClientsScreen

        self._only(ClientsScreen())

    @on(commands.ShowLimits)
    def _limits(self) -> None:
        from screens.limits import LimitsScreen

        self._only(LimitsScreen())

    @on(commands.ShowClient)
    def _client(self, message: commands.ShowClient) -> None:
        from screens.client import ClientScreen

        self.push_screen(ClientScreen(message.client_id, message.tab))

    @on(commands.AddClient)
    def _add_client(self, message: commands.AddClient) -> None:
        from screens.dialogs import NameDialog

        def named(client_id: int | None) -> None:
            if client_id is not None:
                check = message.check
                self.post_message(commands.StartCheck(client_id) if check else commands.ShowClient(client_id))

        self.push_screen(NameDialog(), named)

    @on(commands.StartCheck)
    def _start_check(self, message: commands.StartCheck) -> None:
        from screens.start_check import StartCheckDialog

        def chosen(begin: commands.BeginCheck | None) -> None:
            if begin is not None:
                self._ask(lambda: self.book.begin(begin.client_id, begin.depth, begin.on_day, begin.since_day))

        self.push_screen(StartCheckDialog(message.client_id), chosen)

    @on(commands.ResumeCheck)
    def _resume(self, message: commands.ResumeCheck) -> None:
        self._ask(lambda: self.book.resume(message.assessment_id))

    @on(commands.DeepenCheck)
    def _deepen(self, message: commands.DeepenCheck) -> None:
        self._ask(lambda: self.book.deepen(message.assessment_id))

    @on(commands.ShowVerdict)
    def _verdict(self, message: commands.ShowVerdict) -> None:
        from screens.verdict import VerdictScreen

        screen = VerdictScreen(message.assessment_id)
        self.switch_screen(screen) if message.fresh else self.push_screen(screen)

    @on(commands.ShowReasons)
    def _reasons(self, message: commands.ShowReasons) -> None:
        from screens.reasons import ReasonsScreen

        self.push_screen(ReasonsScreen(message.assessment_id))

    @on(commands.TakeDecision)
    def _decision(self, message: commands.TakeDecision) -> None:
        from screens.decision import DecisionDialog

        self.push_screen(DecisionDialog(message.assessment_id))

    def _ask(self, sit: Callable[[], Sitting]) -> None:
        """Open the interview on a sitting, in place of a recommendation it grew from."""
        from screens.ask import AskScreen
        from screens.verdict import VerdictScreen

        try:
            screen = AskScreen(sit())
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.switch_screen(screen) if isinstance(self.screen, VerdictScreen) else self.push_screen(screen)

    def _only(self, screen: Screen[None]) -> None:
        """Show a place of the top line, leaving nothing behind it to go back to."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 2:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

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
