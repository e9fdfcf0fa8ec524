"""Which screen answers a command about an exit. Opens screens; draws nothing."""

from textual import on

from coach.casebook.desk import Refused
from coach.store.file.errors import StoreFault
from screens.frame import commands
from screens.routes import Routes


class ExitRoutes(Routes):
    """An app that opens the plan of an exit."""

    @on(commands.PlanExit)
    def _plan_exit(self, message: commands.PlanExit) -> None:
        try:
            self.book.open_exit(message.client_id)
        except (Refused, StoreFault) as problem:
            self.complain(problem)
            return
        self.post_message(commands.ShowClient(message.client_id, "plan"))
