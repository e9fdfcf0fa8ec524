"""Which screen answers which command. Opens screens; draws nothing and reads no record."""

from collections.abc import Callable
from typing import TypeVar

from textual import on
from textual.screen import Screen

from coach.casebook.checks.checks import Sitting
from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.frame.comfort import Comfort

T = TypeVar("T")


class Routes(Comfort):
    """An app that knows its screens; a command given twice in a row opens one."""

    def open_on_top(self, screen: Screen[T], then: Callable[[T | None], None] | None = None) -> None:
        """Show a screen on top of the one shown, unless one of its kind is shown already."""
        if type(self.screen) is not type(screen):
            self.push_screen(screen, then)

    def action_palette(self) -> None:
        """Offer everything that can be done here, by name."""
        from screens.frame.palette import Palette

        self.push_screen(Palette(self.words))

    def action_key_help(self) -> None:
        """Show what the keys do here."""
        from screens.frame.key_help import KeyHelp, groups_of

        self.push_screen(KeyHelp(groups_of(self, self.words)))

    def action_clear(self) -> None:
        """Leave nothing on the screen until a key is pressed."""
        from screens.frame.blank import BlankScreen

        self.clear_notifications()
        self.push_screen(BlankScreen())

    @on(commands.ShowToday)
    def show_today(self) -> None:
        """Go to today."""
        from screens.today.today import TodayScreen

        self._only(TodayScreen())

    @on(commands.ShowClients)
    def _clients(self) -> None:
        from screens.clients.clients import ClientsScreen

        self._only(ClientsScreen())

    @on(commands.ShowLimits)
    def _limits(self) -> None:
        from screens.limits.limits import LimitsScreen

        self._only(LimitsScreen())

    @on(commands.ShowSettings)
    def _settings(self) -> None:
        from screens.frame.settings import SettingsScreen

        self.open_on_top(SettingsScreen())

    @on(commands.ShowKeys)
    def _keys(self) -> None:
        from screens.frame.keys import KeysScreen

        self.open_on_top(KeysScreen())

    @on(commands.ShowClient)
    def _client(self, message: commands.ShowClient) -> None:
        from screens.client.client import ClientScreen

        screen = ClientScreen(message.client_id, message.tab)
        if not isinstance(self.screen, ClientScreen):
            self.push_screen(screen)
        elif (self.screen.client_id, self.screen.tab) != (message.client_id, message.tab):
            self.switch_screen(screen)

    @on(commands.AddClient)
    def _add_client(self, message: commands.AddClient) -> None:
        from screens.frame.name_dialog import NameDialog

        def named(client_id: int | None) -> None:
            if client_id is not None:
                check = message.check
                self.post_message(commands.StartCheck(client_id) if check else commands.ShowClient(client_id))

        self.open_on_top(NameDialog(), named)

    @on(commands.StartCheck)
    def _start_check(self, message: commands.StartCheck) -> None:
        from screens.checks.start import StartCheckDialog

        def chosen(begin: commands.BeginCheck | None) -> None:
            if begin is not None:
                self._ask(lambda: self.book.begin(begin.client_id, begin.depth, begin.on_day, begin.since_day))

        self.open_on_top(StartCheckDialog(message.client_id), chosen)

    @on(commands.ResumeCheck)
    def _resume(self, message: commands.ResumeCheck) -> None:
        self._ask(lambda: self.book.resume(message.assessment_id))

    @on(commands.DeepenCheck)
    def _deepen(self, message: commands.DeepenCheck) -> None:
        self._ask(lambda: self.book.deepen(message.assessment_id))

    @on(commands.ShowVerdict)
    def _verdict(self, message: commands.ShowVerdict) -> None:
        from screens.checks.recommendation import VerdictScreen

        screen = VerdictScreen(message.assessment_id)
        if message.fresh and type(self.screen) is not VerdictScreen:
            self.switch_screen(screen)
        else:
            self.open_on_top(screen)

    @on(commands.ShowReasons)
    def _reasons(self, message: commands.ShowReasons) -> None:
        from screens.checks.reasons import ReasonsScreen

        self.open_on_top(ReasonsScreen(message.assessment_id))

    @on(commands.TakeDecision)
    def _decision(self, message: commands.TakeDecision) -> None:
        from screens.checks.decision import DecisionDialog

        self.open_on_top(DecisionDialog(message.assessment_id))

    def _ask(self, sit: Callable[[], Sitting]) -> None:
        """Open the interview on a sitting, in place of a recommendation it grew from."""
        from screens.checks.ask import AskScreen
        from screens.checks.recommendation import VerdictScreen

        if isinstance(self.screen, AskScreen):
            return
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
