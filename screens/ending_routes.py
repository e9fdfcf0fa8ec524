"""Which screen answers a command about before signing and about the last call. Opens screens; reads no record."""

from textual import on

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.routes import Routes


class EndingRoutes(Routes):
    """An app that knows the screens of prospects and of the call; a command given twice in a row opens one."""

    @on(commands.ShowProspects)
    def _prospects(self) -> None:
        from screens.prospects.prospects import ProspectsScreen

        self.open_on_top(ProspectsScreen())

    @on(commands.AddProspect)
    def _add_prospect(self) -> None:
        from screens.frame.name_dialog import ProspectDialog

        def named(client_id: int | None) -> None:
            if client_id is not None:
                self.post_message(commands.AskProspect(client_id))

        self.open_on_top(ProspectDialog(), named)

    @on(commands.AskProspect)
    def _ask_prospect(self, message: commands.AskProspect) -> None:
        """Open the interview, in place of an earlier result."""
        from screens.checks.ask import AskScreen
        from screens.prospects.prospect import ProspectScreen

        if isinstance(self.screen, AskScreen):
            return
        try:
            screen = AskScreen(self.book.begin_prospect(message.client_id))
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.switch_screen(screen) if isinstance(self.screen, ProspectScreen) else self.push_screen(screen)

    @on(commands.ShowProspect)
    def _prospect(self, message: commands.ShowProspect) -> None:
        from screens.prospects.prospect import ProspectScreen

        screen = ProspectScreen(message.client_id)
        if message.fresh and not isinstance(self.screen, ProspectScreen):
            self.switch_screen(screen)
        else:
            self.open_on_top(screen)

    @on(commands.ShowCall)
    def _call(self, message: commands.ShowCall) -> None:
        from screens.calls.call import CallScreen

        self.open_on_top(CallScreen(message.client_id))
