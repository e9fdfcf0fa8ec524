"""Which screen answers a command about last tries, what changed and receipts. Opens screens; reads no record."""

from textual import on

from screens.frame import commands
from screens.routes import Routes


class TryRoutes(Routes):
    """An app that knows these screens; a command given twice in a row opens one."""

    @on(commands.ShowTry)
    def _try(self, message: commands.ShowTry) -> None:
        from screens.tries.last_try import LastTryScreen

        self.open_on_top(LastTryScreen(message.client_id))

    @on(commands.ShowChanged)
    def _changed(self, message: commands.ShowChanged) -> None:
        from screens.trends.changed import ChangedScreen

        self.open_on_top(ChangedScreen(message.client_id))

    @on(commands.ShowReceipt)
    def _receipt(self, message: commands.ShowReceipt) -> None:
        from screens.receipts.receipt import ReceiptScreen

        self.open_on_top(ReceiptScreen(message.client_id))
